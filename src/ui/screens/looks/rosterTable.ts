import type { RosterLine } from '#queries/exports.ts'
import type { Table } from '#sheets/writeXlsx.ts'
import type { Words } from '#ui/words.ts'

/** The lines of the roster, one person a line, every cell a text: a phone or a door is no number. Below them who took it. */
export function rosterTable(
  lines: readonly RosterLine[],
  withCare: boolean,
  mark: string,
  { discretion, doors }: Pick<Words, 'discretion' | 'doors'>,
): Table {
  const { head, sheet } = discretion.export
  const care = (line: RosterLine) => [
    line.tags.map((tag) => doors.tags[tag]).join('、'),
    line.needs.map((need) => doors.needs[need]).join('、'),
  ]
  return {
    name: sheet,
    head: [
      head.building,
      head.unit,
      head.floor,
      head.door,
      head.name,
      head.age,
      head.phone,
      head.kin,
      head.kinPhone,
      head.movedIn,
      ...(withCare ? [head.care, head.needs] : []),
    ],
    rows: [
      ...lines.map((line) => [
        line.building,
        line.unit,
        line.floor,
        line.door,
        line.resident.name,
        line.resident.ageBand ? doors.home.age[line.resident.ageBand] : '',
        line.phone ?? '',
        line.kin ? [line.kin.relation, line.kin.name].filter(Boolean).join(' ') : '',
        line.kin?.phone ?? '',
        line.resident.movedIn ?? '',
        ...(withCare ? care(line) : []),
      ]),
      [mark],
    ],
  }
}
