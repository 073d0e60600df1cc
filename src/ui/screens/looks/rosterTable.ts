import type { RosterLine } from '#queries/exports.ts'
import type { Words } from '#ui/words.ts'

/** The lines of the roster with their head, one person a line, every cell a text. */
export function rosterTable(
  lines: readonly RosterLine[],
  withCare: boolean,
  { discretion, doors }: Pick<Words, 'discretion' | 'doors'>,
): readonly (readonly string[])[] {
  const { head } = discretion.export
  const care = (line: RosterLine) => [
    line.tags.map((tag) => doors.tags[tag]).join('、'),
    line.needs.map((need) => doors.needs[need]).join('、'),
  ]
  return [
    [
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
  ]
}
