import { expect, test } from 'vitest'
import { addBag, putBag, takeBag } from '#commands/bags.ts'
import { closeShift, openShift, reopenShift } from '#commands/bins.ts'
import { bringPointBack, retirePoint } from '#commands/plan.ts'
import { tallyingOf } from '#commands/tallying.ts'
import type { ChangeId, RecordId } from '#domain/ids.ts'
import type { Place } from '#domain/places.ts'
import type { Shift } from '#domain/bins/shift.ts'
import { countsOf } from '#domain/bins/tallies.ts'
import { pointsOfMine } from '#queries/bins.ts'
import { closedForMe } from '#queries/closedForMe.ts'
import { sinceHandOver } from '#queries/goOn.ts'
import { forgottenFor } from '#queries/handOver.ts'
import { sheetAt } from '#queries/sheet.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { must } from '#test/support/binSide.ts'
import { twoDevices } from '#test/support/twoDevices.ts'

const DAY = '2026-03-02'
const clock = (time: string) => new Date(`${DAY}T${time}:00+08:00`).toISOString()
const shiftOf = (who: Volunteer, id: RecordId) => who.view.get<Shift>(id) as Shift

async function counts(who: Volunteer, shift: RecordId, times: number, from = 10_000) {
  const keys = tallyingOf(who, shift)
  for (let n = 0; n < times; n += 1) keys.touch('right', from + n * 166)
  await keys.settled()
}

async function everybodySyncs(...all: readonly Volunteer[]) {
  for (let round = 0; round < 2; round += 1) for (const one of all) expect(await one.sync()).toBe('done')
}

async function twoSupervisors(deviceKind: 'own' | 'shared' = 'own') {
  const compound = await twoDevices()
  const xie = await compound.joins({ name: '谢敏', role: 'supervisor', deviceKind })
  return { compound, xie, office: compound.office, place: compound.place('bin-1') }
}

test('W2 a hand-over taken back without a signal, while the next one closed it for her: her own last word stands everywhere', async () => {
  const { compound, xie, office, place } = await twoSupervisors()
  const zhang = await compound.joins({ name: '张三', role: 'supervisor' })
  xie.clock = clock('06:58')
  const shift = await must(openShift(xie, { place, day: DAY, window: 'morning' }))
  await counts(xie, shift, 3)
  await everybodySyncs(xie, zhang)
  xie.wire.cut()
  xie.clock = clock('09:00')
  await must(closeShift(xie, shift, '桶盖松了'))
  xie.clock = clock('09:01')
  await must(reopenShift(xie, shift))
  await counts(xie, shift, 2, 60_000)

  zhang.clock = clock('10:30')
  const begun = await openShift(zhang, { place, day: DAY, window: 'extra' }, [shift])
  expect(begun.ok).toBe(true)
  await everybodySyncs(zhang, office)
  expect(shiftOf(office, shift)).toMatchObject({ closedBy: zhang.me })
  xie.wire.mend()
  xie.clock = clock('10:40')
  await everybodySyncs(xie, zhang, office)
  for (const who of [xie, zhang, office]) {
    expect(shiftOf(who, shift)).not.toHaveProperty('closedAt')
    expect(shiftOf(who, shift).note).toBe('桶盖松了')
    expect(countsOf(shiftOf(who, shift)).right).toBe(5)
  }
  // She hands over for good, with another word; what her second device still says of the first closing changes nothing.
  await must(closeShift(xie, shift, '水龙头漏'))
  await everybodySyncs(xie, zhang, office)
  for (const who of [xie, zhang, office])
    expect(shiftOf(who, shift)).toMatchObject({ closedAt: clock('10:40'), note: '桶盖松了\n水龙头漏' })
  expect(shiftOf(office, shift).corrections).toBeUndefined()
})

test('W3 two tabs of one person, one that takes the hand-over back and one that closed it again: the later closing stands', async () => {
  const { xie, office, place } = await twoSupervisors()
  xie.clock = clock('06:58')
  const shift = await must(openShift(xie, { place, day: DAY, window: 'morning' }))
  await must(closeShift(xie, shift))
  await everybodySyncs(xie, office)
  xie.clock = clock('07:10')
  await must(reopenShift(xie, shift))
  xie.clock = clock('07:20')
  await must(closeShift(xie, shift))
  await everybodySyncs(xie, office)
  const late = { record: shift, name: 'shift.reopen', v: 1, args: { closedAt: clock('06:58') } }
  expect(await xie.commit([late])).toEqual({ ok: false, refused: 'nothingToDo' })
  for (const who of [xie, office])
    expect(shiftOf(who, shift)).toMatchObject({ closedAt: clock('07:20'), reopenedAt: clock('07:10') })
})

test('two people on one tablet: who was left open is closed by the next one, every touch stays in its own shift, and both are told', async () => {
  const { compound, xie, office, place } = await twoSupervisors('shared')
  xie.clock = compound.clock = clock('17:58')
  xie.wire.cut()
  const hers = await must(openShift(xie, { place, day: DAY, window: 'evening' }))
  await counts(xie, hers, 7)
  xie.wire.mend()

  const tang = await compound.joins({ name: '老唐', role: 'supervisor', deviceKind: 'shared' }, xie)
  tang.clock = compound.clock = clock('20:45')
  expect(tang.enrolment.device).toBe(xie.enrolment.device)
  await everybodySyncs(tang)
  const [left] = forgottenFor(tang.view, tang.tenant, tang.me, place, tang.now())
  expect(left).toMatchObject({ shift: { id: hers }, who: '谢敏' })
  const begun = await openShift(tang, { place, day: DAY, window: 'extra' }, [hers])
  if (!begun.ok) throw new Error(begun.refused)
  const his = begun.value[0]!.record
  await counts(tang, his, 4)
  // Not hers, whichever key is still shown: not a tap, not the way back.
  await counts(tang, hers, 2, 90_000)
  expect(await reopenShift(tang, hers)).toEqual({ ok: false, refused: 'notPossible' })
  await everybodySyncs(tang, office)

  // She comes in on her own phone: her numbers are hers, she hears who closed, and that somebody stands there since.
  for (const who of [tang, office]) {
    expect(countsOf(shiftOf(who, hers)).right).toBe(7)
    expect(countsOf(shiftOf(who, his)).right).toBe(4)
    expect(shiftOf(who, hers)).toMatchObject({ author: xie.me, closedBy: tang.me })
    expect(sheetAt(who.view, place, DAY, 'extra')?.shares.map(({ shift }) => shift.author)).toEqual([tang.me])
  }
  expect(closedForMe(office.view, xie.me, tang.now())).toMatchObject([{ shift: { id: hers }, by: '老唐' }])
  expect(sinceHandOver(office.view, xie.me, shiftOf(office, hers), DAY)).toEqual({
    mayGoOn: false,
    next: '老唐',
  })
})

test('opened bags are put right after the hand-over by their person and by the office; another supervisor’s hand is held', async () => {
  const { compound, xie, office, place } = await twoSupervisors()
  const zhang = await compound.joins({ name: '张三', role: 'supervisor' })
  const shift = await must(openShift(xie, { place, day: DAY, window: 'morning' }))
  const bag = 'bag-1' as ChangeId
  await must(addBag(xie, shift, { stream: 'kitchen', verdict: 'bad', faults: ['hazardous_in'] }, bag))
  await must(closeShift(xie, shift))
  await everybodySyncs(xie, zhang, office)
  await must(putBag(xie, shift, { stream: 'kitchen', verdict: 'good', faults: [] }, bag))
  await must(putBag(office, shift, { stream: 'other', verdict: 'minor', faults: [] }))
  await must(takeBag(zhang, shift, bag))
  await everybodySyncs(xie, office, zhang, office, xie)
  for (const who of [xie, office, zhang]) {
    const { bags, corrections, correctedBy } = shiftOf(who, shift)
    expect(bags?.map((one) => [one.stream, one.verdict])).toEqual([
      ['kitchen', 'good'],
      ['other', 'minor'],
    ])
    expect([corrections, correctedBy]).toEqual([2, office.me])
  }
  const [held] = office.view.all('held')
  expect(held).toMatchObject({ author: zhang.me, why: 'notAllowed' })
})

test('a bin point that was given up by mistake is brought back, and whoever stood there is offered it again', async () => {
  const { xie, office, place } = await twoSupervisors()
  const offered = () =>
    pointsOfMine(xie.view, [{ role: 'supervisor', place, from: '2026-01-01' }], DAY).map((one) => one.id)
  await must(retirePoint(office, place, '并点了'))
  await everybodySyncs(office, xie)
  expect(offered()).toEqual([])
  await must(bringPointBack(office, place))
  await everybodySyncs(office, xie)
  expect(offered()).toEqual([place])
  expect(xie.view.get<Place>(place)?.gone).toHaveLength(1)
})
