import { describe, expect, test } from 'vitest'
import { openShift } from '#commands/bins.ts'
import { assignDay, exchangeDays, handOverDay } from '#commands/days.ts'
import {
  addPoint,
  keepPoint,
  planWeek,
  renamePoint,
  retirePoint,
  setOwnDays,
  setWindows,
} from '#commands/plan.ts'
import { type BinPoint, binPointId, type Bins } from '#domain/bins/binPoint.ts'
import { type Duty, dutyId, WEEKDAYS } from '#domain/bins/duty.ts'
import type { RecordId } from '#domain/ids.ts'
import { type Place, placeId } from '#domain/places.ts'
import { windowsOf } from '#domain/bins/pointWindows.ts'
import { type Settings, settingsId } from '#domain/settings.ts'
import type { Shift } from '#domain/bins/shift.ts'
import { aBinSide, COMPOUND, EAST_GATE, must, TANG, TENANT, withPoints, ZHOU } from '#test/support/binSide.ts'

const WEST_GATE = placeId(TENANT, 'bin-1')
const KITCHEN: Bins = { stream: 'kitchen', litres: 240, count: 2 }
const HAULIER = { name: '环卫站', phone: '028 8888 0000' }

async function anOffice() {
  const side = aBinSide()
  await withPoints(side)
  const windows = [
    { point: EAST_GATE, window: 'evening', from: '18:00', to: '20:00' },
    { point: WEST_GATE, window: 'evening', from: '19:00', to: '21:00' },
  ]
  const args = { place: COMPOUND, name: '春和苑', windows }
  await must(side.commit([{ record: settingsId(TENANT), name: 'settings.put', v: 1, args }]))
  return { ...side, settings: () => side.view.get<Settings>(settingsId(TENANT))! }
}

describe('what stands at a point', () => {
  test('is put once and edited after that; only what changed is said', async () => {
    const side = await anOffice()
    await must(keepPoint(side, EAST_GATE, { bins: [KITCHEN] }))
    const more = [KITCHEN, { ...KITCHEN, stream: 'other' as const }]
    await must(keepPoint(side, EAST_GATE, { bins: more, haulier: HAULIER }))
    const point = side.view.get<BinPoint>(binPointId(EAST_GATE))
    expect(point).toMatchObject({ place: EAST_GATE, bins: more, haulier: HAULIER })
    expect(await keepPoint(side, EAST_GATE, { bins: more, haulier: HAULIER })).toEqual({
      ok: false,
      refused: 'nothingToDo',
    })
    const done = await keepPoint(side, EAST_GATE, { bins: more })
    expect(done.ok && done.value.map((one) => one.args)).toEqual([{ haulier: { was: HAULIER } }])
    expect(side.view.get<BinPoint>(binPointId(EAST_GATE))?.haulier).toBeUndefined()
  })
})

describe('points', () => {
  test('two that are added with one name are two, in the order of their coming', async () => {
    const side = await anOffice()
    const first = await must(addPoint(side, ' 北门投放点 '))
    const second = await must(addPoint(side, '北门投放点'))
    expect(first).not.toBe(second)
    const [a, b] = [first, second].map((one) => side.view.get<Place>(one))
    expect(a).toMatchObject({ what: 'binPoint', label: '北门投放点', parent: COMPOUND, order: 2 })
    expect(b?.order).toBe(3)
  })

  test('a name is changed; an empty or the same one is not', async () => {
    const side = await anOffice()
    await must(renamePoint(side, EAST_GATE, '正门投放点'))
    expect(side.view.get<Place>(EAST_GATE)?.label).toBe('正门投放点')
    expect(await renamePoint(side, EAST_GATE, '正门投放点')).toMatchObject({ refused: 'nothingToDo' })
    expect(await renamePoint(side, EAST_GATE, ' ')).toMatchObject({ refused: 'notPossible' })
    expect(await renamePoint(side, 'elsewhere' as RecordId, '哪里')).toMatchObject({ refused: 'notPossible' })
  })

  test('one that is given up keeps its shifts, and the one that is open goes on', async () => {
    const side = await anOffice()
    const shift = await must(openShift(side, { place: EAST_GATE, day: '2026-11-24', window: 'evening' }))
    await must(retirePoint(side, EAST_GATE, '并到西门'))
    await must(side.commit([{ record: shift, name: 'shift.tally', v: 1, args: { counter: 'right' } }]))
    await must(side.commit([{ record: shift, name: 'shift.close', v: 1, args: {} }]))
    expect(side.view.get<Shift>(shift)).toMatchObject({ minutes: [[expect.any(String), 'r']] })
    expect(side.view.get<Place>(EAST_GATE)?.voided?.reason).toBe('并到西门')
    expect(await retirePoint(side, EAST_GATE, '')).toMatchObject({ refused: 'nothingToDo' })
    expect(await retirePoint(side, COMPOUND, '')).toMatchObject({ refused: 'notPossible' })
  })
})

describe('windows', () => {
  test('of one point are changed, those of another stay; of several at once too', async () => {
    const side = await anOffice()
    const morning = { window: 'morning', from: '06:30', to: '08:30', days: 'working' } as const
    await must(setWindows(side, [EAST_GATE], [morning]))
    expect(windowsOf(side.settings(), EAST_GATE)).toEqual([{ point: EAST_GATE, ...morning }])
    expect(windowsOf(side.settings(), WEST_GATE)).toHaveLength(1)
    await must(setWindows(side, [EAST_GATE, WEST_GATE], [morning]))
    expect(windowsOf(side.settings(), WEST_GATE)).toEqual([{ point: WEST_GATE, ...morning }])
    expect(await setWindows(side, [WEST_GATE], [morning])).toMatchObject({ refused: 'nothingToDo' })
  })

  test('own days are said over and over, and taken back', async () => {
    const side = await anOffice()
    await must(setOwnDays(side, { off: ['2027-02-06'], worked: [] }))
    await must(setOwnDays(side, { off: [], worked: ['2027-02-06'] }))
    expect(side.settings().ownDays).toEqual({ off: [], worked: ['2027-02-06'] })
    expect(await setOwnDays(side, { off: ['2027-02-30'], worked: [] })).toMatchObject({
      refused: 'notPossible',
    })
  })
})

describe('the rota', () => {
  const week = (planned?: typeof ZHOU) => WEEKDAYS.map((weekday) => ({ weekday, planned }))

  test('a week is planned in one act, and only the days that change are said', async () => {
    const side = await anOffice()
    const at = { point: EAST_GATE, window: 'evening' as const }
    const first = await planWeek(side, { ...at, on: week() }, ZHOU)
    expect(first.ok && new Set(first.value.map((one) => one.act)).size).toBe(1)
    expect(side.view.all<Duty>('duty')).toHaveLength(7)
    const [monday, ...rest] = week(ZHOU)
    const second = await planWeek(side, { ...at, on: [{ ...monday!, planned: undefined }, ...rest] }, ZHOU)
    expect(second).toMatchObject({ refused: 'nothingToDo' })
    await must(planWeek(side, { ...at, on: [monday!] }, undefined))
    expect(side.view.get<Duty>(dutyId(EAST_GATE, 'mon', 'evening'))?.person).toBeUndefined()
    expect(side.view.get<Duty>(dutyId(EAST_GATE, 'tue', 'evening'))?.person).toBe(ZHOU)
  })

  test('a day goes from one to another, and its record says from whom, by whom', async () => {
    const side = await anOffice()
    const at = { point: EAST_GATE, day: '2026-11-25', window: 'evening' as const }
    await must(handOverDay(side, { ...at, planned: ZHOU }, TANG))
    const record = () => side.view.get<Duty>(dutyId(EAST_GATE, at.day, 'evening'))
    expect(record()).toMatchObject({ person: TANG, handed: { by: ZHOU, was: ZHOU } })
    await must(assignDay(side, { ...at, planned: TANG }, undefined))
    expect(record()?.person).toBeUndefined()
    expect(record()?.handed).toMatchObject({ was: TANG })
    expect(await assignDay(side, at, undefined)).toMatchObject({ refused: 'nothingToDo' })
  })

  test('two days are exchanged in one act', async () => {
    const side = await anOffice()
    const mine = { point: EAST_GATE, day: '2026-11-25', window: 'evening' as const, planned: ZHOU }
    const theirs = { point: WEST_GATE, day: '2026-11-27', window: 'morning' as const, planned: TANG }
    const done = await exchangeDays(side, mine, theirs)
    expect(done.ok && new Set(done.value.map((one) => one.act)).size).toBe(1)
    expect(side.view.get<Duty>(dutyId(EAST_GATE, mine.day, 'evening'))?.person).toBe(TANG)
    expect(side.view.get<Duty>(dutyId(WEST_GATE, theirs.day, 'morning'))?.person).toBe(ZHOU)
  })
})
