import type { List } from '#domain/formMap.ts'
import { type Appointment, inForce } from '#domain/rights.ts'
import type { Reader } from '#queries/reader.ts'
import { bags, hauls, incidents, shifts } from './bins.ts'
import { resolutions } from './council.ts'
import { fees } from './fees.ts'
import { ledger } from './ledger.ts'
import { accounts, works } from './money.ts'
import { rota } from './rota.ts'
import { surveys } from './surveys.ts'
import type { ExportTable } from './table.ts'
import { topics } from './topics.ts'
import { visits } from './visits.ts'

/** Every list that can be taken away as a table, in the order in which it is asked for most. */
const TABLES: readonly ExportTable[] = [
  ledger,
  visits,
  shifts,
  incidents,
  bags,
  hauls,
  resolutions,
  works,
  accounts,
  surveys,
  rota,
  topics,
  fees,
]

export function tableFor(list: List): ExportTable | undefined {
  return TABLES.find((one) => one.list === list)
}

/** The lists a person may read something of on a day (`YYYY-MM-DD`), at one of the places they hold. */
export function tablesFor(
  reader: Reader,
  appointments: readonly Appointment[],
  day: string,
): readonly ExportTable[] {
  return TABLES.filter(({ group }) =>
    appointments.some((one) => inForce(one, day) && reader.reads(group, one.place)),
  )
}
