import { expect, test } from 'vitest'
import type { PersonId, RecordId, TenantId } from '#domain/ids.ts'
import { compoundPlace, placeId } from '#domain/places.ts'
import type { Recorded } from '#domain/record.ts'
import { planRoster } from '#domain/roster/plan.ts'
import { settingsId } from '#domain/settings.ts'
import { emergencyIn } from '#queries/settings.ts'
import { placesToAppoint, teamOn } from '#queries/team.ts'
import { openBook } from '#store/book.ts'
import { asText, springRoster } from '#test/support/springRoster.ts'

const tenant = 'spring' as TenantId
const compound = compoundPlace(tenant)
const base = { v: 1, author: 'office' as PersonId, at: '2024-03-01T00:00:00.000Z' }
const member = (id: string, name: string, appointments: unknown[], more = {}): Recorded => ({
  ...base,
  id: id as RecordId,
  kind: 'member',
  place: compound,
  ...({ name, appointments, ...more } as object),
})

function spring(extra: readonly Recorded[]) {
  const plan = planRoster(asText(springRoster()), tenant)
  if (!plan.ok) throw new Error(plan.refused)
  const book = openBook()
  const root = { what: 'compound', key: 'compound', label: '春和苑', order: 0 }
  const places = plan.value.places.map((place) => ({ ...base, kind: 'place', place: place.id, ...place }))
  book.load([{ ...base, id: compound, kind: 'place', place: compound, ...root }, ...places, ...extra], [])
  return book
}

test('the team of a day: what is in force counts, who has nothing in force stands last', () => {
  const book = spring([
    member('he', '何桂英', [
      { role: 'gridWorker', place: placeId(tenant, '1-1'), from: '2024-03-01', to: '2024-03-31' },
      { role: 'supervisor', place: compound, from: '2024-04-01' },
    ]),
    member('zhou', '周明珍', [
      { role: 'floorLead', place: placeId(tenant, '1-1-3'), from: '2024-01-01', to: '2024-03-03' },
    ]),
    member('tang', '唐建国', [{ role: 'supervisor', place: compound, from: '2024-01-01' }], {
      endedAt: '2024-03-02T00:00:00.000Z',
    }),
  ])
  const team = teamOn(book, '2024-03-04')
  expect(team.map(({ name, away }) => [name, away])).toEqual([
    ['何桂英', false],
    ['唐建国', true],
    ['周明珍', true],
  ])
  expect(team[0]?.duties).toEqual([
    {
      role: 'gridWorker',
      place: placeId(tenant, '1-1'),
      from: '2024-03-01',
      to: '2024-03-31',
      where: '1栋 1单元',
    },
  ])
})

test('somebody can be appointed to the compound, a building, a unit or a floor, not to a home', () => {
  const choices = placesToAppoint(spring([]))
  expect(choices[0]).toEqual({ place: compound, what: 'compound', where: '' })
  expect(choices.map((choice) => choice.where)).toContain('1栋 2单元 19楼')
  expect(choices.some((choice) => choice.what === 'dwelling')).toBe(false)
  expect(placesToAppoint(spring([]), ['unit']).map((choice) => choice.where)).toEqual([
    '1栋 1单元',
    '1栋 2单元',
  ])
})

test('the numbers of the compound are there once its settings are', () => {
  expect(emergencyIn(spring([]))).toEqual([])
  const emergency = [{ label: '燃气抢修', number: '028-96277' }]
  const settings = { name: '春和苑', windows: [], checklist: [], commonest: [], emergency }
  const record = { ...base, id: settingsId(tenant), kind: 'settings', place: compound, ...settings }
  expect(emergencyIn(spring([record]))).toEqual(emergency)
})
