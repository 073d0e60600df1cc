import { expect, test } from 'vitest'
import { fold } from '#domain/catalogue.ts'
import type { Change } from '#domain/change.ts'
import { SERVER, type ChangeId, type RecordId, type TenantId } from '#domain/ids.ts'
import { compoundPlace, placeId } from '#domain/places.ts'
import { windowsOf } from '#domain/bins/pointWindows.ts'
import { type Settings, settingsId } from '#domain/settings.ts'

const tenant = 'spring' as TenantId
const east = placeId(tenant, 'point-1')

let made = 0
const change = (verb: string, args: unknown): Change => ({
  id: `change-${++made}` as ChangeId,
  record: settingsId(tenant),
  name: `settings.${verb}`,
  v: 1,
  actor: SERVER,
  at: '2024-03-04T00:00:00.000Z',
  args,
})
const put = change('put', {
  place: compoundPlace(tenant),
  name: '春和苑',
  windows: [
    { point: east, window: 'evening', from: '18:00', to: '20:00' },
    { point: east, window: 'morning', from: '07:00', to: '09:00' },
  ],
  emergency: [{ label: '燃气抢修', number: '028-962777' }],
})

test('a compound starts with a name, and with thresholds and lists it may change', () => {
  const { record, outcome } = fold(undefined, put)
  expect(outcome.is).toBe('applied')
  const settings = record as Settings
  expect(settings.name).toBe('春和苑')
  expect(settings.freshness).toEqual({ lit: 30, half: 90 })
  expect(settings.checklist).toHaveLength(5)
  expect(settings.commonest).toHaveLength(5)
  expect(settings.place).toBe(compoundPlace(tenant))
})

test('the windows of a point come in the order of the day', () => {
  const settings = fold(undefined, put).record as Settings
  expect(windowsOf(settings, east).map((one) => one.window)).toEqual(['morning', 'evening'])
  expect(windowsOf(settings, 'elsewhere' as RecordId)).toEqual([])
})

test('W9 two fields changed by two people both stand; one field changed by two keeps the later and remembers the other', () => {
  const start = fold(undefined, put).record
  const first = fold(start, change('edit', { name: { was: '春和苑', now: '春和苑一期' } })).record
  const second = fold(
    first,
    change('edit', { freshness: { was: { lit: 30, half: 90 }, now: { lit: 45, half: 90 } } }),
  ).record
  expect((second as Settings).name).toBe('春和苑一期')
  expect((second as Settings).freshness.lit).toBe(45)

  const third = fold(second, change('edit', { name: { was: '春和苑', now: '春和苑小区' } }))
  expect(third.outcome).toMatchObject({ is: 'merged', lost: { name: '春和苑一期' } })
  expect(third.record).toMatchObject({ name: '春和苑小区', lost: { field: 'name', value: '春和苑一期' } })
})

test('a number that cannot be dialled, a clock time that is none and an emptied field are not taken', () => {
  const start = fold(undefined, put).record
  for (const args of [
    { emergency: { now: [{ label: '电梯', number: '打给李师傅' }] } },
    { windows: { now: [{ point: east, window: 'morning', from: '25:00', to: '26:00' }] } },
    { name: { was: '春和苑' } },
    { points: { now: 3 } },
  ]) {
    expect(fold(start, change('edit', args)).outcome).toEqual({ is: 'held', why: 'invalid' })
  }
})
