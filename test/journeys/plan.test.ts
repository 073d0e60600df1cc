import { expect, test } from 'vitest'
import { closeShift, openShift, tap } from '#commands/bins.ts'
import { assignDay, exchangeDays, handOverDay, takeDay } from '#commands/days.ts'
import { addPoint, keepPoint, planWeek, retirePoint, setOwnDays, setWindows } from '#commands/plan.ts'
import { type BinPoint, binPointId, USUAL_BINS } from '#domain/bins/binPoint.ts'
import { type Duty, dutyId, WEEKDAYS } from '#domain/bins/duty.ts'
import type { Place } from '#domain/places.ts'
import type { Shift } from '#domain/bins/shift.ts'
import { tapsOf } from '#domain/bins/tallies.ts'
import { pointsOfMine } from '#queries/bins.ts'
import { handings, handingsOf, slotsOfMine, slotsToTake, slotsWithout } from '#queries/plan.ts'
import { rotaOf } from '#queries/rota.ts'
import { stoodIn } from '#queries/sessions.ts'
import { todayOf } from '#queries/today.ts'
import { windowsOn } from '#queries/windows.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { must } from '#test/support/binSide.ts'
import { twoDevices } from '#test/support/twoDevices.ts'

/** Monday, 2 March 2026; the journey begins at seven in the morning. */
const MONDAY = '2026-03-02'
const WEDNESDAY = '2026-03-04'

/** A point in the evenings of every week with 廖姐; 谢敏 may stand there too. */
async function aRota() {
  const compound = await twoDevices()
  const { office } = compound
  const point = compound.place('bin-1')
  const liao = await compound.joins({ name: '廖姐', role: 'supervisor' })
  const xie = await compound.joins({ name: '谢敏', role: 'supervisor' })
  await must(planWeek(office, { point, window: 'evening', on: everyDay() }, liao.me))
  await office.sync()
  await liao.sync()
  await xie.sync()
  return { compound, office, point, liao, xie }
}

const everyDay = () => WEEKDAYS.map((weekday) => ({ weekday }))

const asker = (one: Volunteer) => ({
  view: one.view,
  tenant: one.tenant,
  me: one.me,
  appointments: one.appointments,
  now: one.now(),
})
const said = (slots: readonly { readonly day: string; readonly window: string }[]) =>
  slots.map((one) => `${one.day} ${one.window}`)
const todayFor = (one: Volunteer) => todayOf({ ...asker(one), reader: one.reader() })

async function allSync(...devices: readonly Volunteer[]) {
  // Twice: what the last one brings the first has to hear.
  for (const one of [...devices, ...devices]) expect(await one.sync()).toBe('done')
}

test('W1 W9 a day handed over without a signal is read by both and by the office, and survives a restart', async () => {
  const { office, liao, xie } = await aRota()
  expect(said(slotsOfMine(asker(liao))).slice(0, 2)).toEqual([`${MONDAY} evening`, '2026-03-03 evening'])
  expect(slotsOfMine(asker(xie))).toEqual([])

  liao.wire.cut()
  const slot = slotsOfMine(asker(liao)).find((one) => one.day === WEDNESDAY)!
  await must(handOverDay(liao, slot, xie.me))
  expect(await liao.sync()).toBe('noLink')
  await liao.restart()
  const given = { day: WEDNESDAY, window: 'evening', was: liao.me, now: xie.me, label: '东门投放点' }
  expect(todayFor(liao).handings).toMatchObject([given])
  expect(said(slotsOfMine(asker(liao)))).not.toContain(`${WEDNESDAY} evening`)
  expect(todayFor(xie).handings).toEqual([])

  liao.wire.mend()
  await allSync(liao, xie, office)
  expect(todayFor(xie).handings).toMatchObject([given])
  expect(said(slotsOfMine(asker(xie)))).toEqual([`${WEDNESDAY} evening`])
  expect(todayFor(xie).next).toMatchObject({ day: WEDNESDAY, window: 'evening', isToday: false })
  expect(handings(office.view, MONDAY)).toMatchObject([given])
  // The week itself did not move.
  expect(said(slotsOfMine(asker(liao)))).toContain('2026-03-05 evening')
})

test('W9 two take the same free window: the later word stands on every device, and the other is named', async () => {
  const { office, point, liao, xie } = await aRota()
  const morning = `${MONDAY} morning`
  expect(said(slotsToTake(asker(liao)))[0]).toBe(morning)
  expect(said(slotsWithout(asker(office)))[0]).toBe(morning)
  const free = (one: Volunteer) => slotsToTake(asker(one))[0]!
  await must(takeDay(xie, free(xie)))
  await must(takeDay(liao, free(liao)))
  await xie.sync()
  await allSync(liao, xie, office)

  for (const one of [liao, xie, office]) {
    const duty = one.view.get<Duty>(dutyId(point, MONDAY, 'morning'))
    expect(duty).toMatchObject({ person: liao.me, lost: { field: 'person', value: xie.me, by: liao.me } })
  }
  const told = { day: MONDAY, window: 'morning', now: liao.me, instead: xie.me }
  expect(handingsOf(liao.view, liao.me, MONDAY)).toMatchObject([told])
  expect(handingsOf(xie.view, xie.me, MONDAY)).toMatchObject([told])
  expect(said(slotsWithout(asker(office)))).not.toContain(morning)
})

test('days are exchanged in one act, and the office has the last word on a day', async () => {
  const { office, point, liao, xie } = await aRota()
  await must(assignDay(office, { point, day: WEDNESDAY, window: 'morning' }, xie.me))
  await allSync(office, liao, xie)
  const slotOf = (one: Volunteer, day: string) => slotsOfMine(asker(one)).find((slot) => slot.day === day)!
  await must(exchangeDays(liao, slotOf(liao, '2026-03-05'), slotOf(xie, WEDNESDAY)))
  await allSync(liao, xie, office)
  expect(said(slotsOfMine(asker(xie)))).toEqual(['2026-03-05 evening'])
  expect(said(slotsOfMine(asker(liao))).filter((one) => one.startsWith(WEDNESDAY))).toEqual([
    `${WEDNESDAY} morning`,
    `${WEDNESDAY} evening`,
  ])
  await must(assignDay(office, slotOf(xie, '2026-03-05'), undefined))
  await allSync(office, xie, liao)
  expect(slotsOfMine(asker(xie))).toEqual([])
  expect(todayFor(xie).handings.at(-1)).toMatchObject({ was: xie.me, by: office.me })
})

test('a point given up while somebody counts there: the shift goes on, is closed, and nothing is planned there any more', async () => {
  const { compound, office, point, liao, xie } = await aRota()
  const shift = await must(openShift(liao, { place: point, day: MONDAY, window: 'evening' }))
  await must(tap(liao, shift, 'right'))
  await allSync(liao, office)
  liao.wire.cut()
  await must(tap(liao, shift, 'corrected'))
  await must(retirePoint(office, point, '并到别的点'))
  await office.sync()
  // Who has not heard of it yet begins there too: what they saw is kept.
  const unheard = await must(openShift(xie, { place: point, day: MONDAY, window: 'morning' }))
  await must(closeShift(xie, unheard))
  compound.clock = '2026-03-02T12:00:00.000Z'
  liao.wire.mend()
  await liao.sync()
  await must(tap(liao, shift, 'right'))
  await must(closeShift(liao, shift, '桶还在'))
  await allSync(liao, office, xie)

  const kept = office.view.get<Shift>(shift)
  expect(tapsOf(kept?.minutes ?? []).map(([counter]) => counter)).toEqual(['right', 'corrected', 'right'])
  expect(kept).toMatchObject({ note: '桶还在', closedAt: expect.any(String) })
  expect(office.view.get<Shift>(unheard)).toMatchObject({ author: xie.me, closedAt: expect.any(String) })
  expect(office.view.get<Place>(point)?.voided).toMatchObject({ reason: '并到别的点' })
  for (const one of [liao, xie]) {
    expect(pointsOfMine(one.view, one.appointments, MONDAY)).toEqual([])
    expect(slotsOfMine(asker(one))).toEqual([])
    expect(slotsToTake(asker(one))).toEqual([])
  }
  expect(slotsWithout(asker(office))).toEqual([])
})

test('the office adds a point, says what stands there and when, and the bins know it without a signal', async () => {
  const { office, liao, xie } = await aRota()
  const north = await must(addPoint(office, '北门投放点'))
  const bins = USUAL_BINS.slice(0, 2)
  await must(keepPoint(office, north, { bins, haulier: { name: '环卫站', phone: '028 8888 0000' } }))
  await must(
    setWindows(
      office,
      [north],
      [
        { window: 'morning', from: '06:30', to: '08:30', days: 'working' },
        { window: 'evening', from: '18:30', to: '20:30' },
      ],
    ),
  )
  await must(setOwnDays(office, { off: [WEDNESDAY], worked: [] }))
  await must(planWeek(office, { point: north, window: 'evening', on: everyDay() }, xie.me))
  await allSync(office, liao, xie)
  liao.wire.cut()
  xie.wire.cut()
  await xie.restart()

  expect(xie.view.get<BinPoint>(binPointId(north))).toMatchObject({
    bins,
    haulier: { phone: '028 8888 0000' },
  })
  const from = (day: string) => windowsOn(xie.view, xie.tenant, north, day).map((one) => one.from)
  expect(from(MONDAY)).toEqual(['06:30', '18:30'])
  expect(from(WEDNESDAY)).toEqual(['18:30'])
  expect(pointsOfMine(xie.view, xie.appointments, MONDAY).map((one) => one.label)).toContain('北门投放点')
  expect(said(slotsOfMine(asker(xie)))[0]).toBe(`${MONDAY} evening`)
  // Who stands at the bins may not move the rota of everybody: it is held, and the week stays as it was.
  await must(planWeek(liao, { point: north, window: 'evening', on: [{ weekday: 'mon' }] }, liao.me))
  liao.wire.mend()
  await allSync(liao, office)
  expect(rotaOf(office.view, office.tenant, MONDAY).weekly(north, 'mon', 'evening')).toBe(xie.me)
})

test('the office counts the windows in which somebody stood, whoever it was', async () => {
  const { compound, office, point, xie } = await aRota()
  const shift = await must(openShift(xie, { place: point, day: MONDAY, window: 'evening' }))
  await must(closeShift(xie, shift))
  await allSync(xie, office)
  compound.clock = '2026-03-03T23:00:00.000Z'
  const { held, stood, without } = stoodIn(
    { view: office.view, tenant: office.tenant, now: compound.clock },
    { from: MONDAY, to: '2026-03-03' },
  )
  expect([held, stood]).toEqual([4, 1])
  expect(said(without)).toEqual([`${MONDAY} morning`, '2026-03-03 morning', '2026-03-03 evening'])
})
