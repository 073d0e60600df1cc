import type { RecordId } from '#domain/ids.ts'
import type { Reporter } from './reporter.ts'

/** By what a resident is known where their remarks are looked for. */
export interface Asker {
  readonly homes: ReadonlySet<RecordId>
  readonly names: ReadonlySet<string>
  /** As digits alone. */
  readonly phones: ReadonlySet<string>
  /** Names of the others who live at these homes. */
  readonly others: readonly string[]
}

/** As digits alone, without the country. */
function digitsOf(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '')
}

/** Whether a remark is theirs, as far as can be told: by the phone; at their door by the name, or by a surname nobody else there has. */
export function isTheirs({ displayName, phone, place }: Reporter, who: Asker): boolean {
  if (phone !== undefined && who.phones.has(digitsOf(phone))) return true
  if (!who.homes.has(place)) return false
  if (who.names.has(displayName)) return true
  const surname = displayName.slice(0, 1)
  return !who.others.some((name) => name.startsWith(surname)) && startsOne(who.names, surname)
}

function startsOne(names: ReadonlySet<string>, surname: string): boolean {
  return [...names].some((name) => name.startsWith(surname))
}
