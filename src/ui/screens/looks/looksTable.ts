import type { LooksOfDay } from '#queries/looks.ts'
import type { Table } from '#sheets/writeXlsx.ts'
import type { Spoken } from '#ui/screens/binReport/names.ts'

/** One line for each look, newest first. Openly what it was and why: that it is written down may be seen by everybody. */
export function looksTable(
  days: readonly LooksOfDay[],
  internal: boolean,
  { words, formats }: Spoken,
): Omit<Table, 'name'> {
  const { discretion, common, papers } = words
  const { head } = papers.looks
  return {
    head: [
      head.day,
      head.time,
      head.what,
      head.why,
      ...(internal ? [head.who, head.where, head.note, head.count] : []),
    ],
    rows: days.flatMap(({ day, looks }) =>
      looks.map(({ look, who, where }) => [
        day,
        formats.time(look.at),
        discretion.what[look.what],
        discretion.why[look.why],
        ...(internal
          ? [
              who || common.somebody,
              where,
              [look.note, look.lapsed && common.lapsed].filter(Boolean).join('・'),
              look.count,
            ]
          : []),
      ]),
    ),
  }
}
