import { beforeAll, expect, test } from 'vitest'
import type { Feedback } from '#domain/feedback/feedback.ts'
import { addDays } from '#domain/workingDays.ts'
import { diaryDay } from '#queries/diary.ts'
import { personOf } from '#server/demo/cast.ts'
import { MONDAY, type SpringWeek, springWeek, TENANT } from '#test/support/springWeek.ts'

let week: SpringWeek
beforeAll(async () => {
  week = await springWeek()
})
const diaryOf = (who: 'grid1' | 'grid2' | 'binsEarly', day: string) =>
  diaryDay({ view: week.view }, week.readerOf(who, day), day)
const DAYS = [0, 1, 2, 3, 4, 5, 6].map((nth) => addDays(MONDAY, nth))
const remarksOf = (who: 'grid1' | 'grid2') =>
  week.view
    .all<Feedback>('feedback')
    .filter((one) => one.author === personOf(TENANT, who) && !one.duplicateOf)

test('every remark of a person stands on the day it was written down, once, in the words it was said in', () => {
  const told = DAYS.flatMap((day) => diaryOf('grid1', day).lines)
  const own = remarksOf('grid1')
  expect(told.map((one) => one.id).sort()).toEqual(own.map((one) => one.id).sort())
  expect(told.map((one) => one.text).sort()).toEqual(own.map((one) => one.text).sort())
})

test('lines without a tick come first the next morning, oldest first; answered at once and thanks want none', () => {
  const next = addDays(MONDAY, 7)
  const { carried } = diaryOf('grid1', next)
  expect(carried.length).toBeGreaterThan(0)
  expect(carried.filter((one) => one.day >= next)).toEqual([])
  expect(carried.map((one) => one.at)).toEqual(carried.map((one) => one.at).sort())
  expect(carried.filter(({ went }) => went === 'answered_on_spot' || went === 'praise')).toEqual([])
})

test('a line that was told on a day is not asked about on the next', () => {
  for (const remark of remarksOf('grid1').filter((one) => one.told)) {
    const told = new Date(Date.parse(remark.told!.at) + 8 * 3_600_000).toISOString().slice(0, 10)
    const next = diaryOf('grid1', addDays(told, 1))
    expect(next.carried.map((one) => one.id)).not.toContain(remark.id)
  }
})

test('what hangs on a wall names no door, also where it was said behind one', () => {
  const lines = DAYS.flatMap((day) => diaryOf('grid1', day).lines)
  expect(lines.some((one) => /\d{3,4}$/.test(one.where))).toBe(true)
  expect(lines.filter((one) => /单元\s?\d{3,4}/.test(one.openly))).toEqual([])
})

test('on a shared tablet nobody is named and no note of a door is told', () => {
  const reader = { ...week.readerOf('grid1', MONDAY), shared: true }
  const diary = diaryDay({ view: week.view }, reader, MONDAY)
  expect(diary.lines.filter((one) => one.who !== undefined)).toEqual([])
  expect(diary.visits.notes).toEqual([])
})

test('doors of the day are counted over knocks, and shifts stand in the plan', () => {
  expect(diaryOf('grid1', MONDAY).visits.knocked + diaryOf('grid2', MONDAY).visits.knocked).toBeGreaterThan(0)
  expect(diaryOf('binsEarly', MONDAY).plan.shifts).toEqual(['morning'])
})
