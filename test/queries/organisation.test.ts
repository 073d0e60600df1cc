import { expect, it } from 'vitest'
import type { PersonId, RecordId, TenantId } from '#domain/ids.ts'
import { compoundPlace, insideOf, outsideOf, type Place, placeTree, whereOf } from '#domain/places.ts'
import type { Recorded } from '#domain/record.ts'
import { gridsOf, organisationOn } from '#queries/organisation.ts'
import { openBook } from '#store/book.ts'

const DAY = '2026-03-04'
const COMPOUND = compoundPlace('t' as TenantId)
const base = { v: 1, author: 'office' as PersonId, at: '2026-01-01T00:00:00.000Z' }
const place = (id: string, what: Place['what'], parent: string, order: number, label = id): Place =>
  ({ ...base, kind: 'place', id, place: id, what, parent, key: id, label, order }) as Place
const member = (name: string, ...appointments: readonly object[]): Recorded =>
  ({ ...base, kind: 'member', id: name as RecordId, place: COMPOUND, name, appointments }) as Recorded
const held = (role: string, at: string, more: object = {}) => ({
  role,
  place: at === '' ? COMPOUND : at,
  from: '2026-01-01',
  ...more,
})

const PLACES: readonly Place[] = [
  { ...place(COMPOUND, 'compound', '', 0, '兰亭'), parent: undefined } as unknown as Place,
  place('grid-1', 'grid', COMPOUND, 1, '第1网格'),
  place('micro-1', 'microGrid', 'grid-1', 1, '第1微网格'),
  place('1栋', 'building', 'micro-1', 1),
  place('2栋', 'building', 'micro-1', 2),
  place('3栋', 'building', COMPOUND, 3),
  place('3-1', 'unit', '3栋', 1, '1单元'),
]

function shown(...members: readonly Recorded[]) {
  const book = openBook()
  book.load([...PLACES, ...members], [])
  return book
}
function seats(book: ReturnType<typeof shown>, role: string) {
  const { lines } = organisationOn(book, COMPOUND, DAY)
  const level = lines.flatMap(({ levels }) => levels).find((one) => one.role === role)!
  return level.seats.map(({ where, holders }) => [where, ...holders.map(({ name }) => name)])
}

it('the lines stand beside each other, each from the top down, and one person stands in several', () => {
  const book = shown(member('何桂英', held('partyGroup', 'micro-1'), held('gridWorker', 'micro-1')))
  const { lines, people, held: places } = organisationOn(book, COMPOUND, DAY)
  expect(lines.map(({ line }) => line)).toEqual(['party', 'grid', 'residents', 'owners', 'property'])
  expect(lines[0]?.levels.map(({ role }) => role)).toEqual([
    'partyCommittee',
    'party',
    'partyGroup',
    'partyMember',
  ])
  expect(seats(book, 'partyGroup')).toEqual([['第1微网格', '何桂英']])
  expect(seats(book, 'gridWorker')).toEqual([['第1微网格', '何桂英'], ['3栋']])
  expect([people, places]).toEqual([1, 2])
})

it('a micro-grid, and a building that lies in none, is vacant until somebody has it or a part of it', () => {
  expect(seats(shown(), 'gridWorker')).toEqual([['第1微网格'], ['3栋']])
  const book = shown(member('马德华', held('gridWorker', '3-1')), member('唐', held('gridWorker', '2栋')))
  expect(seats(book, 'gridWorker')).toEqual([
    ['2栋', '唐'],
    ['3栋 1单元', '马德华'],
  ])
  expect(seats(shown(), 'gridOfficer')).toEqual([['第1网格']])
  expect(seats(shown(), 'owners')).toEqual([['']])
})

it('who stands in for some days is named as that, after whoever has the place', () => {
  const book = shown(
    member('安', held('gridWorker', '3栋', { from: '2026-03-01', to: '2026-03-06' })),
    member('邓', held('gridWorker', '3栋')),
    member('曾', held('gridWorker', '3栋', { to: '2026-03-03' })),
  )
  const seat = organisationOn(book, COMPOUND, DAY)
    .lines.flatMap(({ levels }) => levels.flatMap((level) => level.seats))
    .find(({ where, holders }) => where === '3栋' && holders.length > 0)
  expect(seat?.holders).toEqual([
    { person: '邓', name: '邓', standsIn: false },
    { person: '安', name: '安', to: '2026-03-06', standsIn: true },
  ])
})

it('who looks for a door walks past the grids, and says nothing of them', () => {
  const tree = placeTree(PLACES)
  expect(insideOf(COMPOUND, tree).map(({ id }) => id)).toEqual(['1栋', '2栋', '3栋'])
  expect(outsideOf('1栋' as RecordId, tree)).toBe(COMPOUND)
  expect(outsideOf(COMPOUND, tree)).toBeUndefined()
  expect(whereOf('1栋' as RecordId, tree)).toBe('1栋')
  expect(whereOf('micro-1' as RecordId, tree)).toBe('第1微网格')
})

it('the office sees each grid with what lies in it, those above before those below', () => {
  const { rows, buildings } = gridsOf(shown(), COMPOUND)
  expect(rows.map(({ grid, above, buildings: inside }) => [grid.label, above?.label, inside.length])).toEqual(
    [
      ['第1网格', undefined, 2],
      ['第1微网格', '第1网格', 2],
    ],
  )
  expect(buildings.map(({ label }) => label)).toEqual(['1栋', '2栋', '3栋'])
})

it('each line has its teams with those who are here today; a team without people is not there', () => {
  const crew = (team: string, ...people: readonly string[]): Recorded =>
    ({ ...base, kind: 'crew', id: team as RecordId, place: COMPOUND, team, people }) as Recorded
  const book = shown(
    member('罗', held('steward', '')),
    member('蒋', held('steward', '', { to: '2026-03-03' })),
    member('杜', held('owners', '')),
    { ...crew('engineering', '罗', '蒋'), name: '水电班' } as Recorded,
    crew('cleaning'),
    crew('order', '蒋'),
    crew('owners_committee', '杜'),
  )
  const { lines, vacant } = organisationOn(book, COMPOUND, DAY)
  const teams = lines.map(({ line, teams: all }) => [
    line,
    ...all.map(({ team, name, people }) => [name ?? team, ...people.map((one) => one.name)]),
  ])
  expect(teams).toEqual([
    ['party'],
    ['grid'],
    ['residents'],
    ['owners', ['owners_committee', '杜']],
    ['property', ['水电班', '罗']],
  ])
  expect(vacant).toBe(organisationOn(shown(), COMPOUND, DAY).vacant - 2)
})
