import { expect, test } from 'vitest'
import type { PersonId } from '#domain/ids.ts'
import { type Look, type LookedAt, PAPERS } from '#domain/look.ts'
import { bulkReadings, numbersOn } from '#queries/bulkReading.ts'
import { addDays } from '#domain/workingDays.ts'

const DAY = '2026-03-10'
const ZHAO = 'zhao' as PersonId

let made = 0
function look(
  day: string,
  count: number | undefined,
  more: { what?: LookedAt; author?: string; at?: string } = {},
) {
  const { what = 'emergencySheet', author = ZHAO, at = '02:00' } = more
  return {
    id: `look-${(made += 1)}`,
    kind: 'look',
    v: 1,
    place: 'home',
    author,
    at: `${day}T${at}:00.000Z`,
    what,
    why: 'round',
    ...(count !== undefined && { count }),
  } as unknown as Look
}
const found = (looks: readonly Look[]) => bulkReadings(looks, DAY).map(({ people, usual }) => [people, usual])
/** The last days before, with so many people each. */
const usually = (...counts: readonly number[]) =>
  counts.map((count, ago) => look(addDays(DAY, -1 - ago), count))

test('SEC-44 a hundred people in a day are none too many, a hundred and one are told', () => {
  expect(found([look(DAY, 60), look(DAY, 40)])).toEqual([])
  expect(found([look(DAY, 60), look(DAY, 40), look(DAY, undefined, { what: 'phone' })])).toEqual([
    [101, undefined],
  ])
})

test('SEC-44 three times what is usual for the person is none too many, one more is told', () => {
  expect(found([...usually(10, 8, 30), look(DAY, 30)])).toEqual([])
  expect(found([...usually(10, 8, 30), look(DAY, 31)])).toEqual([[31, 10]])
  // Of an even number of days what lies in the middle.
  expect(found([...usually(8, 10, 12, 30), look(DAY, 33)])).toEqual([])
  expect(found([...usually(8, 10, 12, 30), look(DAY, 34)])).toEqual([[34, 11]])
})

test('papers, texts to send and tables name no residents, and make no habit either', () => {
  const papers = (day: string) => ([...PAPERS, 'export'] as const).map((what) => look(day, 150, { what }))
  const before = [1, 2, 3].flatMap((ago) => papers(addDays(DAY, -ago)))
  expect(found([...before, ...papers(DAY), look(DAY, 25)])).toEqual([])
})

test('a handful is told of nobody, and two days are no habit', () => {
  expect(found([...usually(1, 1, 1), look(DAY, 20)])).toEqual([])
  expect(found([...usually(1, 1, 1), look(DAY, 21)])).toEqual([[21, 1]])
  expect(found([...usually(1, 1), look(DAY, 21)])).toEqual([])
})

test('what is older than a month is no habit any more', () => {
  const long = [31, 32, 33].map((ago) => look(addDays(DAY, -ago), 1))
  expect(found([...long, look(DAY, 50)])).toEqual([])
  expect(found([...[28, 29, 30].map((ago) => look(addDays(DAY, -ago), 1)), look(DAY, 50)])).toEqual([[50, 1]])
})

test('each person is counted apart, and a table that was taken away is told elsewhere', () => {
  const looks = [look(DAY, 60), look(DAY, 60, { author: 'he' }), look(DAY, 3000, { what: 'export' })]
  expect(bulkReadings(looks, DAY)).toEqual([])
})

test('the day is Shanghai’s: what was seen after midnight there is of the next one', () => {
  const looks = [look(DAY, 60, { at: '15:59' }), look(DAY, 60, { at: '16:00' })]
  expect(bulkReadings(looks, DAY)).toEqual([])
  expect(bulkReadings([...looks, look(DAY, 41, { at: '15:00' })], DAY)).toEqual([
    { person: ZHAO, day: DAY, people: 101 },
  ])
})

test('SEC-41 numbers seen or called are counted of one person on one day', () => {
  const looks = [
    look(DAY, 1, { what: 'phone' }),
    look(DAY, 1, { what: 'phone' }),
    look(DAY, 1, { what: 'phone', author: 'he' }),
    look(addDays(DAY, -1), 1, { what: 'phone' }),
    look(DAY, 40),
  ]
  expect(numbersOn(looks, ZHAO, DAY)).toBe(2)
})
