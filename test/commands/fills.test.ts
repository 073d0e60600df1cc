import { describe, expect, test } from 'vitest'
import { openShift } from '#commands/bins.ts'
import { callHaulier, fillingOf, pressFill, shownFills } from '#commands/fills.ts'
import { recordHaul } from '#commands/hauls.ts'
import { recordIncident, stepIncident, withdrawIncident } from '#commands/incidents.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Incident } from '#domain/bins/incident.ts'
import type { Shift } from '#domain/bins/shift.ts'
import { callsOf } from '#queries/hauls.ts'
import { sheetAt } from '#queries/sheet.ts'
import { aBinSide, type BinSide, EAST_GATE, must, restarted, withPoints } from '#test/support/binSide.ts'

async function atTheBins() {
  const side = aBinSide()
  await withPoints(side)
  const shift = await must(openShift(side, { place: EAST_GATE, day: '2026-11-24', window: 'evening' }))
  return { side, shift, seen: () => side.view.get<Shift>(shift) as Shift }
}

const notes = (side: BinSide) =>
  side.view.all<Incident>('incident').filter((one) => !one.voided && one.action === 'called_haulier')

async function full(side: BinSide, shift: RecordId, stream: 'kitchen' | 'other' = 'kitchen') {
  for (let i = 0; i < 3; i += 1) await must(pressFill(side, shift, stream))
}

describe('how full the bins are', () => {
  test('is kept on coming and on going, each for itself', async () => {
    const { side, shift, seen } = await atTheBins()
    await full(side, shift)
    await must(pressFill(side, shift, 'kitchen', 'leaving'))
    expect(seen()).toMatchObject({ fills: { kitchen: 'full' }, endFills: { kitchen: 'empty' } })
    expect(await restarted(side).then((again) => again.view.get(shift))).toEqual(seen())
  })

  test('goes on with each quick press, though none of them is on the disk yet', async () => {
    const { side, shift, seen } = await atTheBins()
    const keys = fillingOf(side, shift)
    expect([keys.press('other', 'arrival', 0), keys.press('other', 'arrival', 90)]).toEqual([true, false])
    keys.press('other', 'arrival', 200)
    expect(shownFills(seen(), 'arrival', keys.state()).other).toBe('half')
    expect(shownFills(seen(), 'leaving', keys.state()).other).toBeUndefined()
    await keys.settled()
    expect(seen().fills.other).toBe('half')
  })
})

describe('a call for a full bin', () => {
  test('fills the bin and is noted in one act', async () => {
    const { side, shift, seen } = await atTheBins()
    const done = await callHaulier(side, shift, 'other')
    expect(done.ok && done.value.map((change) => change.name)).toEqual(['incident.record', 'shift.fill'])
    expect(done.ok && new Set(done.value.map((change) => change.act)).size).toBe(1)
    expect(seen().fills.other).toBe('full')
    expect(notes(side)).toMatchObject([{ type: 'overflow', stream: 'other', shift, place: EAST_GATE }])
  })

  test('is noted once, however often it is pressed', async () => {
    const { side, shift } = await atTheBins()
    await full(side, shift)
    const told: boolean[] = []
    const keys = fillingOf(side, shift)
    for (let i = 0; i < 5; i += 1) keys.call('kitchen', 'arrival', (done) => told.push(done.ok))
    await keys.settled()
    expect(told).toEqual([true, false, false, false, false])
    expect(notes(side)).toHaveLength(1)
    expect(await callHaulier(side, shift, 'kitchen')).toEqual({ ok: false, refused: 'nothingToDo' })
  })

  test('stands as well where it came as a later step of a note, from the hour of that step', async () => {
    const { side, shift } = await atTheBins()
    const said = { place: EAST_GATE, shift, type: 'overflow', stream: 'kitchen', photos: [] } as const
    const note = await must(recordIncident(side, { ...said, action: 'none' }))
    side.at('2026-11-24T10:10:00.000Z')
    await must(recordHaul(side, { shift, stream: 'kitchen', amount: 480, unit: 'litre', mixed: false }))
    side.at('2026-11-24T10:20:00.000Z')
    await must(stepIncident(side, note, 'called_haulier'))
    const sheet = sheetAt(side.view, EAST_GATE, '2026-11-24', 'evening')!
    expect(callsOf(sheet)).toMatchObject([
      { stream: 'kitchen', note: { id: note }, at: '2026-11-24T10:20:00.000Z' },
    ])
    await full(side, shift)
    expect(await callHaulier(side, shift, 'kitchen')).toEqual({ ok: false, refused: 'nothingToDo' })
  })

  test('is one for every bin that is full: nobody rings twice', async () => {
    const { side, shift } = await atTheBins()
    await full(side, shift)
    await full(side, shift, 'other')
    await must(callHaulier(side, shift, 'kitchen'))
    expect(notes(side).map((one) => one.stream)).toEqual(['kitchen', 'other'])
    expect(await callHaulier(side, shift, 'other')).toEqual({ ok: false, refused: 'nothingToDo' })
  })

  test('by two people at the same moment is one note, wherever the two meet', async () => {
    const { side, shift } = await atTheBins()
    const tablet = await restarted(side)
    const mine = await callHaulier(side, shift, 'kitchen')
    const theirs = await callHaulier(tablet, shift, 'kitchen')
    expect(mine.ok && theirs.ok && mine.value[0]?.record === theirs.value[0]?.record).toBe(true)
  })

  test('comes again when the lorry was there in between', async () => {
    const { side, shift } = await atTheBins()
    await must(callHaulier(side, shift, 'kitchen'))
    side.at('2026-11-24T10:40:00.000Z')
    await must(recordHaul(side, { shift, stream: 'kitchen', amount: 480, unit: 'litre', mixed: false }))
    side.at('2026-11-24T11:20:00.000Z')
    await must(callHaulier(side, shift, 'kitchen'))
    expect(notes(side)).toHaveLength(2)
  })

  test('that was pressed by mistake is taken back, stays on file, and can be made after all', async () => {
    const { side, shift } = await atTheBins()
    const note = await must(callHaulier(side, shift, 'kitchen'))
    await must(withdrawIncident(side, note, '按错了'))
    expect(notes(side)).toEqual([])
    await must(callHaulier(side, shift, 'kitchen'))
    expect(notes(side)).toHaveLength(1)
    expect(side.view.all('incident')).toHaveLength(2)
  })
})
