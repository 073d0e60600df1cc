import type { DiaryDay, DiaryLine } from '#queries/diary.ts'
import type { Cell, Table } from '#sheets/writeXlsx.ts'
import type { Spoken } from '#ui/screens/binReport/names.ts'
import { doneWords, resultWords } from './says.ts'

interface DiaryLines {
  readonly head: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  /** Lines that are not among the rows: the paper has room for so many. */
  readonly more: number
}

/**
 * The lines of a day for paper: those that still wait for a word first, then the day's own. Where there are more than `most`,
 * the day's own are all there before the oldest of the others: the paper is of this day.
 */
export function diaryLines(diary: DiaryDay, internal: boolean, spoken: Spoken, most: number): DiaryLines {
  const { month, diary: said, feedback } = spoken.words
  const own = diary.lines.slice(0, most)
  const shown = [...diary.carried.slice(0, most - own.length), ...own]
  const what = (one: DiaryLine) => (internal && one.text) || feedback.capture.categories[one.category]
  return {
    head: [month.sheet.head.where, said.said, said.done, said.result],
    rows: shown.map((one) => [
      internal ? `${one.where} ${one.who ?? ''}`.trim() : one.openly,
      what(one),
      doneWords(one, spoken, !internal),
      resultWords(one, spoken),
    ]),
    more: diary.carried.length + diary.lines.length - shown.length,
  }
}

/**
 * All lines of a day for a file. A file goes further than a sheet of paper: residents' names leave in it only by the lists of
 * the exports, where it is written down what for; here are the door and the words.
 */
export function diaryFile(diary: DiaryDay, internal: boolean, spoken: Spoken): Table {
  const { diary: said, feedback, papers } = spoken.words
  const { head } = papers.diary
  return {
    name: said.paperTitle,
    head: [head.day, head.where, head.said, head.done, head.result],
    rows: [...diary.carried, ...diary.lines].map((one) => [
      one.day,
      internal ? one.where : one.openly,
      (internal && one.text) || feedback.capture.categories[one.category],
      doneWords(one, spoken, !internal),
      resultWords(one, spoken),
    ]),
  }
}
