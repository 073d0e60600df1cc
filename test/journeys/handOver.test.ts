import { expect, test } from 'vitest'
import { closeShift, correctShift, openShift, tap } from '#commands/bins.ts'
import { setCheck } from '#commands/checks.ts'
import { tallyingOf } from '#commands/tallying.ts'
import type { RecordId } from '#domain/ids.ts'
import { type Settings, settingsId } from '#domain/settings.ts'
import type { Shift } from '#domain/bins/shift.ts'
import { type Counter, countsOf } from '#domain/bins/tallies.ts'
import type { Window } from '#domain/window.ts'
import { addDays, dayOf } from '#domain/workingDays.ts'
import { shiftSheet } from '#queries/bins.ts'
import { closedForMe } from '#queries/closedForMe.ts'
import { besideOf, forgottenFor } from '#queries/handOver.ts'
import { rushOf } from '#queries/rush.ts'
import { sheetAt, sheetsIn } from '#queries/sheet.ts'
import type { OutboxRow } from '#store/outbox.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { must } from '#test/support/binSide.ts'
import { twoDevices } from '#test/support/twoDevices.ts'

const MONDAY = '2026-03-02'
const TUESDAY = '2026-03-03'

const clock = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`).toISOString()

/** Somebody opens a shift and touches a key so many times, six times a second. */
async function stands(
  who: Volunteer,
  at: { place: RecordId; day: string; window: Window },
  touches: Partial<Record<Counter, number>>,
): Promise<RecordId> {
  const shift = await must(openShift(who, at))
  await counts(who, shift, touches)
  return shift
}

async function counts(who: Volunteer, shift: RecordId, touches: Partial<Record<Counter, number>>) {
  const keys = tallyingOf(who, shift)
  let moment = 10_000
  for (const [counter, times] of Object.entries(touches) as [Counter, number][])
    for (let n = 0; n < times; n += 1) keys.touch(counter, (moment += 166))
  await keys.settled()
}

async function twoSupervisors(deviceKind: 'own' | 'shared' = 'own') {
  const compound = await twoDevices()
  const role = 'supervisor' as const
  const xie = await compound.joins({ name: '谢敏', role, deviceKind })
  const zhang = await compound.joins({ name: '张三', role, deviceKind })
  return { compound, xie, zhang, office: compound.office, place: compound.place('bin-1') }
}

async function everybodySyncs(...all: readonly Volunteer[]) {
  for (let round = 0; round < 2; round += 1) for (const one of all) expect(await one.sync()).toBe('done')
}

const shiftOf = (who: Volunteer, id: RecordId) => who.view.get<Shift>(id) as Shift

test('on a shared tablet whoever comes next counts in a shift of their own, though the first forgot to hand over', async () => {
  const compound = await twoDevices()
  const place = compound.place('bin-1')
  const shared = { role: 'supervisor', deviceKind: 'shared' } as const
  const liao = await compound.joins({ name: '廖姐', ...shared })
  liao.wire.cut()
  const first = await stands(liao, { place, day: MONDAY, window: 'morning' }, { right: 7, explained: 2 })
  liao.wire.mend()

  const tang = await compound.joins({ name: '老唐', ...shared }, liao)
  const second = await stands(tang, { place, day: MONDAY, window: 'morning' }, { right: 4, unsorted: 1 })
  // A key that is still shown of the first one's shift counts nothing on it.
  expect(await tap(tang, first, 'right')).toEqual({ ok: false, refused: 'notPossible' })
  await everybodySyncs(tang, compound.office)
  for (const view of [tang.view, compound.office.view]) {
    const sheet = sheetAt(view, place, MONDAY, 'morning')
    expect(sheet?.shares.map(({ shift, counts }) => [shift.id, shift.author, counts.right]).sort()).toEqual(
      [
        [first, liao.me, 7],
        [second, tang.me, 4],
      ].sort(),
    )
    expect(sheet?.counts).toMatchObject({ right: 11, unsorted: 1, explained: 2 })
  }
  expect(besideOf(tang.view, shiftOf(tang, second))).toMatchObject({ names: ['廖姐'], counts: { right: 7 } })
})

test('W2 a shift that was forgotten is closed by the next one as she begins, and what its person counted without a signal still arrives', async () => {
  const { compound, xie, zhang, office, place } = await twoSupervisors()
  xie.clock = clock(MONDAY, '17:58')
  const evening = await stands(xie, { place, day: MONDAY, window: 'evening' }, { right: 5 })
  await everybodySyncs(xie, zhang)
  xie.wire.cut()
  await counts(xie, evening, { right: 3, corrected: 1 })

  compound.clock = zhang.clock = clock(TUESDAY, '06:58')
  const [left] = forgottenFor(zhang.view, zhang.tenant, zhang.me, place, zhang.now())
  expect(left).toMatchObject({ shift: { id: evening }, who: '谢敏', surely: true })
  const opened = await openShift(zhang, { place, day: TUESDAY, window: 'morning' }, [evening])
  expect(opened.ok).toBe(true)
  await everybodySyncs(zhang, office)
  expect(shiftOf(office, evening)).toMatchObject({ closedBy: zhang.me })

  // She never knew: her phone comes back with what she counted before, and she is told.
  xie.wire.mend()
  xie.clock = clock(TUESDAY, '09:30')
  await everybodySyncs(xie, office)
  expect(countsOf(shiftOf(office, evening))).toMatchObject({ right: 8, corrected: 1 })
  expect(shiftOf(office, evening).corrections).toBeUndefined()
  expect(closedForMe(xie.view, xie.me, xie.now())).toMatchObject([{ shift: { id: evening }, by: '张三' }])
  await must(closeShift(xie, evening, '桶盖松了'))
  await everybodySyncs(xie, zhang, office)
  for (const who of [xie, zhang, office]) {
    expect(shiftOf(who, evening)).toMatchObject({ author: xie.me, note: '桶盖松了' })
    expect(shiftOf(who, evening)).not.toHaveProperty('closedBy')
  }
})

test('W3 two tablets that close one shift at once: the first stands everywhere, and both words are read', async () => {
  const { compound, xie, zhang, office, place } = await twoSupervisors()
  const shift = await stands(xie, { place, day: MONDAY, window: 'morning' }, { right: 2 })
  await xie.sync()
  const tab = await xie.tab()
  xie.clock = clock(MONDAY, '09:00')
  tab.clock = clock(MONDAY, '09:01')
  const both = await Promise.all([closeShift(xie, shift, '桶盖松了'), closeShift(tab, shift, '水龙头漏')])
  expect(both.some((one) => one.ok)).toBe(true)
  // Which of the two is on the disk first, no clock says.
  const rows = [...xie.disk.snapshot().rows.outbox.values()] as readonly OutboxRow[]
  const first = rows.find(({ change }) => change.name === 'shift.close')
  const at = first && ('open' in first.change.body ? first.change.body.open.at : first.at)
  zhang.clock = clock(MONDAY, '18:00')
  await zhang.sync()
  compound.clock = clock(MONDAY, '18:00')
  const closing = await openShift(zhang, { place, day: MONDAY, window: 'evening' }, [shift])
  expect(closing.ok).toBe(true)
  await everybodySyncs(zhang, xie, office, zhang)
  for (const who of [xie, zhang, office]) {
    expect(shiftOf(who, shift)).toMatchObject({ closedAt: at })
    expect(shiftOf(who, shift).note?.split('\n').sort()).toEqual(['桶盖松了', '水龙头漏'].sort())
    expect(shiftOf(who, shift)).not.toHaveProperty('closedBy')
  }
})

test('a list that the office changes in the middle of a shift asks the next shift, not this one', async () => {
  const { xie, office, place } = await twoSupervisors()
  const before = await must(openShift(xie, { place, day: MONDAY, window: 'morning' }))
  await must(setCheck(xie, before, 'odour', 'toFix'))
  const id = settingsId(office.tenant)
  const was = office.view.get<Settings>(id)?.checklist
  const now = ['body', '洗手台']
  await must(office.commit([{ record: id, name: 'settings.edit', v: 1, args: { checklist: { was, now } } }]))
  await everybodySyncs(office, xie)
  expect(shiftSheet(xie.view, xie.tenant, before)?.items).toEqual(['body', 'lid', 'floor', 'sign', 'odour'])
  await must(closeShift(xie, before))
  const after = await must(openShift(xie, { place, day: MONDAY, window: 'evening' }))
  await everybodySyncs(xie, office)
  expect(shiftOf(office, before).checks).toEqual({ odour: 'toFix' })
  expect(shiftOf(office, after).items?.arrival).toEqual(now)
})

test('a point that is given up in the middle of a shift is counted to its end and stands in the sheets', async () => {
  const { xie, office, place } = await twoSupervisors()
  const shift = await stands(xie, { place, day: MONDAY, window: 'morning' }, { right: 3 })
  await must(office.commit([{ record: place, name: 'place.retire', v: 1, args: { reason: '并点了' } }]))
  await everybodySyncs(office, xie)
  await counts(xie, shift, { right: 2 })
  await must(closeShift(xie, shift))
  await everybodySyncs(xie, office)
  expect(sheetAt(office.view, place, MONDAY, 'morning')).toMatchObject({ counts: { right: 5 }, open: false })
  expect(shiftSheet(xie.view, xie.tenant, shift)?.point).toBe('东门投放点')
})

test('a shift goes on over midnight and stays on its day; a clock that is hours wrong moves no tap to another', async () => {
  const { xie, zhang, office, place } = await twoSupervisors()
  xie.clock = clock(MONDAY, '23:40')
  const shift = await stands(xie, { place, day: MONDAY, window: 'extra' }, { right: 2 })
  xie.clock = clock(TUESDAY, '00:20')
  await counts(xie, shift, { right: 3 })
  await must(closeShift(xie, shift))
  // Nine hours and twelve minutes behind, and two days: the clock proposes what is wrong, and she puts it right.
  zhang.clock = clock('2026-02-28', '14:28')
  const other = await stands(zhang, { place, day: dayOf(zhang.clock), window: 'extra' }, { right: 4 })
  await must(correctShift(zhang, other, { day: MONDAY }))
  await everybodySyncs(xie, zhang, office)
  const sheet = sheetAt(office.view, place, MONDAY, 'extra')
  expect(sheet).toMatchObject({ counts: { right: 9 }, day: MONDAY })
  expect(sheetsIn(office.view, { from: '2026-02-01', to: '2026-03-31' })).toHaveLength(1)
  const rush = rushOf([sheet!])
  expect([rush.slices.map((one) => one.drops), rush.elsewhere]).toEqual([[2, 0, 0, 3], 4])
})

test('W13 thirty days without a signal, two shifts a day: sixty shifts arrive whole, in their order, once', async () => {
  const { compound, xie, office, place } = await twoSupervisors()
  xie.wire.cut()
  const days = Array.from({ length: 30 }, (_, n) => addDays(MONDAY, n))
  for (const [nth, day] of days.entries()) {
    for (const [window, from, to] of [
      ['morning', '06:58', '09:03'],
      ['evening', '17:57', '20:04'],
    ] as const) {
      xie.clock = clock(day, from)
      const shift = await stands(xie, { place, day, window }, { right: 6, corrected: 1 + (nth % 3) })
      xie.clock = clock(day, to)
      await must(closeShift(xie, shift, `第${nth + 1}天`))
      expect(await xie.sync()).toBe('noLink')
    }
    if (nth % 10 === 9) await xie.restart()
  }
  const corrected = days.reduce((sum, _, nth) => sum + 2 * (1 + (nth % 3)), 0)
  compound.clock = clock(addDays(MONDAY, 30), '08:00')
  xie.clock = compound.clock
  xie.wire.mend()
  xie.wire.double(2)
  xie.wire.loseReplies(1)
  expect(await xie.sync()).toBe('noLink')
  await everybodySyncs(xie, office)
  expect([xie.status.getState().unsent, xie.status.getState().link]).toEqual([0, 'good'])
  const sheets = sheetsIn(office.view, { from: MONDAY, to: days.at(-1)! })
  expect(sheets).toHaveLength(60)
  expect(sheets.every((one) => one.shares.length === 1 && !one.open && one.counts.right === 6)).toBe(true)
  expect(sheets.reduce((sum, one) => sum + one.counts.corrected, 0)).toBe(corrected)
  expect(sheets.map((one) => one.shares[0]?.shift.note)).toEqual(
    days.flatMap((_, nth) => [`第${nth + 1}天`, `第${nth + 1}天`]),
  )
}, 60_000)

test('five thousand taps in one shift are counted, taken back to zero and no further, and arrive', async () => {
  const { xie, office, place } = await twoSupervisors()
  const shift = await must(openShift(xie, { place, day: MONDAY, window: 'morning' }))
  const touch = (name: string, counter: Counter, times: number) =>
    xie.commit(Array.from({ length: times }, () => ({ record: shift, name, v: 1, args: { counter } })))
  for (let act = 0; act < 250; act += 1)
    expect((await touch('shift.tally', act === 0 ? 'unsorted' : 'right', 20)).ok).toBe(true)
  expect(countsOf(shiftOf(xie, shift))).toMatchObject({ right: 4980, unsorted: 20 })
  expect((await touch('shift.untally', 'unsorted', 20)).ok).toBe(true)
  expect(await touch('shift.untally', 'unsorted', 1)).toEqual({ ok: false, refused: 'nothingToDo' })
  await xie.restart()
  await everybodySyncs(xie, office)
  for (const who of [xie, office])
    expect(countsOf(shiftOf(who, shift))).toMatchObject({ right: 4980, unsorted: 0 })
  // It travels whole after each round of touches.
  expect(JSON.stringify(shiftOf(office, shift)).length).toBeLessThan(12_000)
  expect(xie.status.getState()).toMatchObject({ unsent: 0, link: 'good' })
}, 240_000)
