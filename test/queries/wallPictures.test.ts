import { beforeAll, expect, it } from 'vitest'
import type { AccountLine } from '#domain/money/accountLine.ts'
import { isAskedBefore, pairsOfDays, receiptsOf } from '#queries/wallPictures.ts'
import { MONDAY, type SpringWeek, springWeek, SUNDAY } from '#test/support/springWeek.ts'

let week: SpringWeek
beforeAll(async () => {
  week = await springWeek()
})

const line = (id: string, photos: readonly string[]) => ({ id, photos }) as unknown as AccountLine

it('the receipts of a month are each offered once, in the order of the book', () => {
  const lines = [line('first', ['a', 'b']), line('second', []), line('third', ['b', 'c'])]
  expect(receiptsOf({ lines }).map(({ hash, line: of }) => [hash, of.id])).toEqual([
    ['a', 'first'],
    ['b', 'first'],
    ['c', 'third'],
  ])
})

it('of the invented week, what was closed with a picture of both is a pair, newest first, named by its kind alone', () => {
  const pairs = pairsOfDays(week.readerOf('officer'), { from: MONDAY, to: SUNDAY })
  expect(pairs.map(({ category, label }) => label ?? category)).toEqual(['waste', '踢脚线粘补', 'lighting'])
  expect(pairs.every(({ before, after }) => before !== after)).toBe(true)
  expect(pairs.map(({ day }) => day)).toEqual(
    pairs
      .map(({ day }) => day)
      .toSorted()
      .toReversed(),
  )
  expect(pairsOfDays(week.readerOf('officer'), { from: '2020-01-01', to: '2020-01-31' })).toEqual([])
})

it('a page is asked about before it goes where there are pictures, or where one of its matter hangs', () => {
  const reader = week.readerOf('officer')
  const never = { section: 'month', period: '2020-01' } as const
  expect(isAskedBefore(reader, never, [])).toBe(false)
  expect(isAskedBefore(reader, never, ['a picture'])).toBe(true)
})
