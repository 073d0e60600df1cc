import type { FloorToFind, ToFind } from '#queries/emergencySheet.ts'
import type { Table } from '#sheets/writeXlsx.ts'
import type { Words } from '#ui/words.ts'

/**
 * Who is to be looked for, floor by floor, with a box to tick. `whole` numbers only for whoever may take the roster away: on
 * a paper nobody sees who reads them.
 */
export function emergencyTable(
  floors: readonly FloorToFind[],
  whole: boolean,
  { doors, papers }: Words,
): Omit<Table, 'name'> {
  const { emergency } = papers
  const { head } = emergency
  const row = (one: ToFind) => [
    one.resident.name,
    one.old ? emergency.yes : '',
    (one.care?.tags ?? []).map((tag) => doors.tags[tag]).join('、'),
    (one.care?.needs ?? []).map((need) => doors.needs[need]).join('、'),
    (whole ? one.contact?.phone : one.phone) ?? '',
    [one.contact?.kin?.relation, one.contact?.kin?.name].filter(Boolean).join(' '),
    (whole ? one.contact?.kin?.phone : one.kinPhone) ?? '',
    '',
  ]
  return {
    head: [
      head.floor,
      head.door,
      head.name,
      head.old,
      head.care,
      head.needs,
      head.phone,
      head.kin,
      head.kinPhone,
      head.found,
    ],
    rows: floors.flatMap(({ unit, label, homes }) =>
      homes.flatMap(({ door, people }) =>
        people.map((one) => [[unit, label].filter(Boolean).join(' '), door.label, ...row(one)]),
      ),
    ),
  }
}
