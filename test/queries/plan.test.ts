import { describe, expect, test } from 'vitest'
import { openShift } from '#commands/bins.ts'
import { assignDay, handOverDay, takeDay } from '#commands/days.ts'
import { addPoint, planWeek, retirePoint, setOwnDays, setWindows } from '#commands/plan.ts'
import { WEEKDAYS } from '#domain/bins/duty.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import { placeId } from '#domain/places.ts'
import type { Appointment } from '#domain/rights.ts'
import type { Role } from '#domain/roles.ts'
import { settingsId } from '#domain/settings.ts'
import { handingsOf, slotsOfMine, slotsToTake, slotsWithout } from '#queries/plan.ts'
import { peopleFor, pointsNow, rotaOf } from '#queries/rota.ts'
import { stoodIn } from '#queries/sessions.ts'
import { windowNow, windowsOn, yearWithoutHolidays } from '#queries/windows.ts'
import {
  aBinSide,
  type BinSide,
  COMPOUND,
  EAST_GATE,
  must,
  TANG,
  TENANT,
  withPoints,
  ZHOU,
} from '#test/support/binSide.ts'

const WEST_GATE = placeId(TENANT, 'bin-1')
const XIE = 'xie' as PersonId
/** A Tuesday; 18:00 in Shanghai. */
const TUESDAY = '2026-11-24'
const NOW = '2026-11-24T10:00:00.000Z'
const JUST_BEFORE = '2026-11-24T09:59:00.000Z'

const as = (role: Role, place: RecordId = COMPOUND, to?: string): Appointment => ({
  role,
  place,
  from: '2026-01-01',
  ...(to !== undefined && { to }),
})

/** Two points, three supervisors, and a week that names Zhou in the evenings at the east gate. */
async function aRota(me: PersonId = ZHOU): Promise<BinSide> {
  const side = aBinSide({ me })
  side.at('2026-11-01T00:00:00.000Z')
  await withPoints(side)
  await must(
    side.commit([
      { record: settingsId(TENANT), name: 'settings.put', v: 1, args: { place: COMPOUND, name: '春和苑' } },
    ]),
  )
  await joins(side, ZHOU, '周姐', as('supervisor'))
  await joins(side, TANG, '唐玉珍', as('supervisor', EAST_GATE))
  await joins(side, XIE, '谢敏', as('manager'))
  await must(planWeek(side, { point: EAST_GATE, window: 'evening', on: everyDay() }, ZHOU))
  side.at(NOW)
  return side
}

function joins(side: BinSide, person: PersonId, name: string, ...appointments: Appointment[]) {
  const args = { place: COMPOUND, name, appointments }
  return must(side.commit([{ record: person as string as RecordId, name: 'member.join', v: 1, args }]))
}

const everyDay = () => WEEKDAYS.map((weekday) => ({ weekday }))
const asker = (side: BinSide, me = side.me, role: Role = 'supervisor', now = JUST_BEFORE) => ({
  view: side.view,
  tenant: TENANT,
  me,
  appointments: [as(role)],
  now,
})
const at = (day: string, window: 'morning' | 'evening', planned?: PersonId) => ({
  point: EAST_GATE,
  day,
  window,
  planned,
})
const said = (slots: readonly { day: string; window: string }[]) =>
  slots.map((one) => `${one.day} ${one.window}`)

describe('which windows a day has', () => {
  async function withDays() {
    const side = await aRota()
    await must(
      setWindows(
        side,
        [EAST_GATE],
        [
          { window: 'morning', from: '07:00', to: '09:00', days: 'working' },
          { window: 'morning', from: '08:30', to: '10:30', days: 'off' },
          { window: 'evening', from: '18:00', to: '20:00' },
          { window: 'extra', from: '12:00', to: '13:00', days: 'off' },
        ],
      ),
    )
    return side
  }
  const on = (side: BinSide, day: string) =>
    windowsOn(side.view, TENANT, EAST_GATE, day).map((one) => one.from)

  test.each([
    ['a Tuesday', '2026-11-24', ['07:00', '18:00']],
    ['a Saturday', '2026-11-28', ['08:30', '12:00', '18:00']],
    ['a Thursday that is National Day', '2026-10-01', ['08:30', '12:00', '18:00']],
    ['a Saturday that is worked instead of another day', '2026-10-10', ['07:00', '18:00']],
    ['a Tuesday of a year that is not published yet', '2027-11-23', ['07:00', '18:00']],
  ])('%s', async (_, day, from) => {
    expect(on(await withDays(), day)).toEqual(from)
  })

  test("the compound's own word on a day comes before the table's, both ways", async () => {
    const side = await withDays()
    await must(setOwnDays(side, { off: ['2026-11-24'], worked: ['2026-11-28'] }))
    expect(on(side, '2026-11-24')).toEqual(['08:30', '12:00', '18:00'])
    expect(on(side, '2026-11-28')).toEqual(['07:00', '18:00'])
    await must(setOwnDays(side, { off: [], worked: [] }))
    expect(on(side, '2026-11-24')).toEqual(['07:00', '18:00'])
  })

  test('a year that is beyond the table of holidays is told two months before, also where the compound has said a day of its own', async () => {
    const side = await aRota()
    const told = yearWithoutHolidays
    expect(['2026-11-01', '2026-11-02', '2026-12-31', '2027-05-01'].map(told)).toEqual([
      undefined,
      '2027',
      '2027',
      '2027',
    ])
    await must(setOwnDays(side, { off: ['2027-02-06'], worked: [] }))
    expect(['2026-12-31', '2027-05-01', '2027-12-01'].map(told)).toEqual(['2027', '2027', '2027'])
  })

  test('a point that was not told keeps the usual windows, and the clock proposes of the day only', async () => {
    const side = await withDays()
    expect(windowsOn(side.view, TENANT, WEST_GATE, '2026-11-28').map((one) => one.from)).toEqual([
      '07:00',
      '18:00',
    ])
    // 12:30 on a Tuesday and on a Saturday.
    const proposed = (day: string) =>
      windowNow(`${day}T04:30:00.000Z`, windowsOn(side.view, TENANT, EAST_GATE, day)).times?.from
    expect(proposed('2026-11-24')).toBeUndefined()
    expect(proposed('2026-11-28')).toBe('12:00')
  })
})

describe('who stands there', () => {
  test('the week names somebody, one day comes before the week, and a day may be nobody’s', async () => {
    const side = await aRota()
    await must(assignDay(side, at('2026-11-25', 'evening', ZHOU), XIE))
    await must(assignDay(side, at('2026-11-26', 'evening', ZHOU), undefined))
    const rota = rotaOf(side.view, TENANT, TUESDAY)
    const evenings = rota
      .slotsAt(EAST_GATE, { from: '2026-11-24', to: '2026-11-27' })
      .filter((one) => one.window === 'evening')
    expect(evenings.map((one) => [one.person, one.ownDay])).toEqual([
      [ZHOU, false],
      [XIE, true],
      [undefined, true],
      [ZHOU, false],
    ])
  })

  test('who has left stands nowhere, but the plan still says whose it was', async () => {
    const side = await aRota()
    const left = 'left' as PersonId
    await joins(side, left, '何叔', as('supervisor', COMPOUND, '2026-11-24'))
    await must(planWeek(side, { point: EAST_GATE, window: 'morning', on: everyDay() }, left))
    const mornings = rotaOf(side.view, TENANT, TUESDAY)
      .slotsAt(EAST_GATE, { from: '2026-11-24', to: '2026-11-25' })
      .filter((one) => one.window === 'morning')
    expect(mornings.map((one) => [one.person, one.planned])).toEqual([
      [left, left],
      [undefined, left],
    ])
  })

  test('those may stand at a point whose appointment reaches it, whose work it is first', async () => {
    const side = await aRota()
    const names = (point: RecordId) =>
      peopleFor(side.view, rotaOf(side.view, TENANT, TUESDAY), { point, day: TUESDAY }).map((one) => one.name)
    expect(names(EAST_GATE)).toEqual(['唐玉珍', '周姐', '谢敏'])
    expect(names(WEST_GATE)).toEqual(['周姐', '谢敏'])
  })

  test('a point is planned from the day it was entered until the day before it was given up', async () => {
    const side = await aRota()
    await must(retirePoint(side, EAST_GATE, '并到西门'))
    const rota = rotaOf(side.view, TENANT, TUESDAY)
    const days = (from: string, to: string) => rota.slotsAt(EAST_GATE, { from, to }).map((one) => one.day)
    expect(new Set(days('2026-11-20', '2026-11-30'))).toEqual(
      new Set(['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23']),
    )
    expect(days('2026-10-20', '2026-10-31')).toEqual([])
    // Of days that are over the plan stays as it was, so that counts of last week hold.
    const week = { from: '2026-11-22', to: '2026-11-23' }
    expect(stoodIn({ view: side.view, tenant: TENANT, now: NOW }, week).held).toBe(8)
    expect(pointsNow(side.view).map((one) => one.label)).toEqual(['西门投放点'])
  })
})

describe('a clock that is a year off', () => {
  test('neither hides a point that was just added nor keeps one that was given up', async () => {
    const side = await aRota()
    side.at('2027-11-24T10:00:00.000Z')
    const north = await must(addPoint(side, '北门投放点'))
    await must(retirePoint(side, EAST_GATE, '撤掉了'))
    const rota = rotaOf(side.view, TENANT, TUESDAY)
    const ahead = { from: TUESDAY, to: TUESDAY }
    expect(rota.slotsAt(north, ahead)).toHaveLength(2)
    expect(rota.slotsAt(EAST_GATE, ahead)).toEqual([])
  })
})

describe('my next window', () => {
  test('is the first the rota gives me that is not over; where no rota is kept, every window of my points', async () => {
    const side = await aRota()
    const west = (slots: readonly { point: RecordId }[]) =>
      slots.filter((one) => one.point === WEST_GATE).length
    const mine = slotsOfMine(asker(side))
    expect(said(mine.filter((one) => one.point === EAST_GATE)).slice(0, 2)).toEqual([
      '2026-11-24 evening',
      '2026-11-25 evening',
    ])
    expect(west(mine)).toBe(13)
    // The property stands in where it is needed and is expected nowhere.
    expect(slotsOfMine({ ...asker(side, XIE), appointments: [as('manager')] })).toEqual([])
  })

  test('is not one that I handed over to the next already, nor one that is over', async () => {
    const side = await aRota()
    const shift = await must(openShift(side, { place: EAST_GATE, day: TUESDAY, window: 'evening' }))
    expect(said(slotsOfMine(asker(side)))[0]).toBe('2026-11-24 evening')
    await must(side.commit([{ record: shift, name: 'shift.close', v: 1, args: {} }]))
    expect(said(slotsOfMine(asker(side)).filter((one) => one.point === EAST_GATE))[0]).toBe(
      '2026-11-25 evening',
    )
    const late = asker(await aRota(), ZHOU, 'supervisor', '2026-11-24T12:01:00.000Z')
    expect(said(slotsOfMine(late).filter((one) => one.point === EAST_GATE))[0]).toBe('2026-11-25 evening')
  })
})

describe('windows that nobody took', () => {
  test('are those of today and tomorrow at planned points; who begins one anyway has taken it', async () => {
    const side = await aRota()
    expect(said(slotsWithout({ view: side.view, tenant: TENANT, now: JUST_BEFORE }))).toEqual([
      '2026-11-25 morning',
    ])
    await must(assignDay(side, at(TUESDAY, 'evening', ZHOU), undefined))
    expect(said(slotsToTake(asker(side, TANG)))).toEqual(['2026-11-24 evening', '2026-11-25 morning'])
    await must(openShift(side, { place: EAST_GATE, day: TUESDAY, window: 'evening' }))
    expect(said(slotsToTake(asker(side, TANG)))).toEqual(['2026-11-25 morning'])
    await must(takeDay(side, at('2026-11-25', 'morning')))
    expect(slotsToTake(asker(side, TANG))).toEqual([])
    expect(said(slotsOfMine(asker(side)).filter((one) => one.point === EAST_GATE))[0]).toBe(
      '2026-11-25 morning',
    )
  })

  test('are offered only to those who may stand there', async () => {
    const side = await aRota()
    expect(slotsToTake({ ...asker(side, XIE), appointments: [as('officer')] })).toEqual([])
    expect(slotsToTake({ ...asker(side, TANG), appointments: [as('supervisor', WEST_GATE)] })).toEqual([])
  })

  test('of past days are counted by the shifts that were opened, whoever opened them', async () => {
    const side = await aRota(TANG)
    await must(openShift(side, { place: EAST_GATE, day: '2026-11-23', window: 'morning' }))
    await must(openShift(side, { place: EAST_GATE, day: '2026-11-22', window: 'evening' }))
    await must(openShift(side, { place: EAST_GATE, day: '2026-11-22', window: 'extra' }))
    const { held, stood, without } = stoodIn(
      { view: side.view, tenant: TENANT, now: NOW },
      { from: '2026-11-22', to: '2026-11-23' },
    )
    expect([held, stood]).toEqual([8, 2])
    expect(said(without.filter((one) => one.point === EAST_GATE))).toEqual([
      '2026-11-22 morning',
      '2026-11-23 evening',
    ])
  })
})

describe('a day that was handed over', () => {
  test('is told to who gave it and to who has it now; what one took of what was free is no news', async () => {
    const side = await aRota()
    await must(handOverDay(side, at('2026-11-25', 'evening', ZHOU), XIE))
    await must(takeDay(side, at('2026-11-25', 'morning')))
    const of = (me: PersonId) =>
      handingsOf(side.view, me, TUESDAY).map(({ day, window, was, now }) => [day, window, was, now])
    const told = ['2026-11-25', 'evening', ZHOU, XIE]
    expect(of(ZHOU)).toEqual([told])
    expect(of(XIE)).toEqual([told])
    expect(of(TANG)).toEqual([])
    expect(handingsOf(side.view, XIE, '2026-11-26')).toEqual([])
  })

  test('goes back with one more word: told to who had it, and no news to who took it back', async () => {
    const side = await aRota()
    await must(handOverDay(side, at('2026-11-25', 'evening', ZHOU), XIE))
    await must(handOverDay(side, at('2026-11-25', 'evening', XIE), ZHOU))
    expect(said(slotsOfMine(asker(side)))).toContain('2026-11-25 evening')
    expect(handingsOf(side.view, XIE, TUESDAY)).toMatchObject([{ was: XIE, now: ZHOU, isBack: true }])
    expect(handingsOf(side.view, ZHOU, TUESDAY)).toEqual([])
  })
})
