import { describe, expect, test } from 'vitest'
import { closeShift, correctShift, openShift, tap, untap } from '#commands/bins.ts'
import { pressFill } from '#commands/fills.ts'
import { setCheck } from '#commands/checks.ts'
import { recordIncident, withdrawIncident } from '#commands/incidents.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Incident } from '#domain/bins/incident.ts'
import { type Shift } from '#domain/bins/shift.ts'
import { countsOf } from '#domain/bins/tallies.ts'
import { incidentsOfShift, openShiftOf } from '#queries/bins.ts'
import {
  aBinSide,
  type BinSide,
  EAST_GATE,
  must,
  restarted,
  TANG,
  withPoints,
} from '#test/support/binSide.ts'

const evening = { place: EAST_GATE, day: '2026-11-24', window: 'evening' } as const

async function inAShift(): Promise<{ side: BinSide; shift: RecordId; seen: () => Shift }> {
  const side = aBinSide()
  await withPoints(side)
  const shift = await must(openShift(side, evening))
  return { side, shift, seen: () => side.view.get<Shift>(shift) as Shift }
}

describe('opening a shift', () => {
  test('pressed twice opens one', async () => {
    const { side } = await inAShift()
    expect(await openShift(side, evening)).toEqual({ ok: false, refused: 'nothingToDo' })
    expect(side.view.all('shift')).toHaveLength(1)
  })

  test('again after the hand-over opens another: somebody came back for an extra hour', async () => {
    const { side, shift } = await inAShift()
    await must(closeShift(side, shift))
    expect(await must(openShift(side, evening))).not.toBe(shift)
  })

  test('for the wrong window is put right without losing a tap', async () => {
    const { side, shift, seen } = await inAShift()
    await must(tap(side, shift, 'right'))
    await must(correctShift(side, shift, { window: 'extra' }))
    expect([seen().window, countsOf(seen()).right]).toEqual(['extra', 1])
  })
})

describe('in a shift', () => {
  test('all that was shown as saved is there after a kill, to the last tap', async () => {
    const { side, shift } = await inAShift()
    for (let i = 0; i < 7; i += 1) await must(tap(side, shift, 'right'))
    await must(tap(side, shift, 'unsorted'))
    await must(untap(side, shift, 'right'))
    await must(setCheck(side, shift, 'lid', 'toFix'))
    await must(pressFill(side, shift, 'other'))
    await must(
      recordIncident(side, { place: EAST_GATE, shift, type: 'overflow', action: 'none', photos: [] }),
    )

    const again = await restarted(side)
    const found = openShiftOf(again.view, again.me)
    expect(found).toEqual(side.view.get(shift))
    expect(found && countsOf(found)).toMatchObject({ right: 6, unsorted: 1 })
    expect(incidentsOfShift(again.view, shift)).toHaveLength(1)
  })

  test('undo on zero is refused in words and writes nothing', async () => {
    const { side, shift } = await inAShift()
    const before = side.disk.snapshot().rows.outbox.size
    expect(await untap(side, shift, 'right')).toEqual({ ok: false, refused: 'nothingToDo' })
    expect(side.disk.snapshot().rows.outbox.size).toBe(before)
  })

  test('a bin goes from empty to full by three presses', async () => {
    const { side, shift, seen } = await inAShift()
    for (const fill of ['empty', 'half', 'full', 'empty']) {
      await must(pressFill(side, shift, 'kitchen'))
      expect(seen().fills.kitchen).toBe(fill)
    }
  })

  test("somebody else's hand is refused before anything is written", async () => {
    const { side, shift } = await inAShift()
    const tang = aBinSide({ me: TANG })
    tang.book.load([side.view.get<Shift>(shift) as Shift], [])
    expect(await tap(tang, shift, 'right')).toEqual({ ok: false, refused: 'notPossible' })
  })
})

describe('an incident', () => {
  test('is kept with its shift, trimmed of empty words, and can be withdrawn with a reason', async () => {
    const { side, shift } = await inAShift()
    const id = await must(
      recordIncident(side, {
        place: EAST_GATE,
        shift,
        type: 'wrong_bin',
        action: 'explained',
        stream: 'kitchen',
        text: '  ',
        photos: [],
      }),
    )
    const kept = side.view.get<Incident>(id)
    expect(kept).toMatchObject({ shift, type: 'wrong_bin', stream: 'kitchen' })
    expect(kept).not.toHaveProperty('text')
    await must(withdrawIncident(side, id, '记错了'))
    expect(incidentsOfShift(side.view, shift)).toEqual([])
  })

  test('leaves the tallies as they were', async () => {
    const { side, shift, seen } = await inAShift()
    await must(tap(side, shift, 'right'))
    const before = seen()
    await must(recordIncident(side, { place: EAST_GATE, shift, type: 'pest', action: 'none', photos: [] }))
    expect(seen()).toBe(before)
  })
})

test('a hand-over keeps the word for the next shift', async () => {
  const { side, shift, seen } = await inAShift()
  await must(closeShift(side, shift, ' 桶盖松了 '))
  expect([seen().note, seen().closedAt]).toEqual(['桶盖松了', side.now()])
})
