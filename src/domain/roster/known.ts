import type { Contact } from '#domain/doors/contact.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Place } from '#domain/places.ts'
import type { Resident } from '#domain/doors/resident.ts'
import {
  type Did,
  type DidField,
  type ImportPart,
  markOf,
  markOfValue,
  type RosterImport,
  TAKEN_BACK,
} from './import.ts'
import type { Town } from './town.ts'

/** What is known already, all of it: also who moved out, and what was given up. */
export interface RosterRecords {
  readonly places: Iterable<Place>
  readonly residents: Iterable<Resident>
  readonly contacts: Iterable<Contact>
  readonly imports: Iterable<RosterImport>
  readonly parts: Iterable<ImportPart>
}

/** The place behind a key of a roster, as things stand. */
export type Found =
  | { readonly is: 'here'; readonly place: Place }
  /** Given up: by taking an import back, or by a person's word. */
  | { readonly is: 'takenBack' | 'retired'; readonly place: Place }
  /** `had`: a door that has another number now had this one before. */
  | { readonly is: 'absent'; readonly had?: Place }

/** The records, to be asked for a door, for who lives there, for a phone. */
export interface RosterIndex {
  get(place: RecordId): Place | undefined
  find(key: string): Found
  /** Everybody whose record lies there, also those who are gone. */
  at(place: RecordId): readonly Resident[]
  resident(id: RecordId): Resident | undefined
  phoneOf(resident: RecordId): string | undefined
  /** Who has this phone (`plainPhone`), wherever they live. */
  byPhone(phone: string): readonly Resident[]
  /** Whether the value that stands there is not the one that a roster gave: somebody wrote it, or emptied it, by hand. */
  isByHand(record: Place | Resident | Contact | undefined, field: DidField): boolean
  contactOf(resident: RecordId): Contact | undefined
  /** Dwellings that are not given up. */
  homes(): readonly Place[]
}

/** `town` says which keys the roster itself has: a former number counts only where the present one is not named beside it. */
export function rosterIndex(records: RosterRecords, town: Town): RosterIndex {
  const places = new Map<RecordId, Place>()
  const byKey = new Map<string, Place>()
  const byFormer = new Map<string, Place[]>()
  for (const one of records.places) {
    places.set(one.id, one)
    if (goesBefore(one, byKey.get(one.key))) byKey.set(one.key, one)
    if (one.voided) continue
    for (const key of one.former ?? []) put(byFormer, key, one)
  }
  const residents = new Map<RecordId, Resident>()
  const at = new Map<RecordId, Resident[]>()
  for (const one of records.residents) {
    residents.set(one.id, one)
    put(at, one.place, one)
  }
  const contacts = new Map<RecordId, Contact>()
  const byPhone = new Map<string, Resident[]>()
  for (const one of records.contacts) {
    contacts.set(one.resident, one)
    const resident = residents.get(one.resident)
    if (resident && one.phone !== undefined) put(byPhone, plainPhone(one.phone), resident)
  }
  const given = givenBy(records)

  return {
    get: (place) => places.get(place),
    find(key) {
      const place = byKey.get(key)
      if (place && !place.voided) return { is: 'here', place }
      if (place) return { is: isTakenBack(place) ? 'takenBack' : 'retired', place }
      const [had, other] = byFormer.get(key) ?? []
      if (!had) return { is: 'absent' }
      // Of two doors that had it nobody knows which one is meant.
      return other || town.places.has(had.key) ? { is: 'absent', had } : { is: 'here', place: had }
    },
    at: (place) => inOrder(at.get(place)),
    resident: (id) => residents.get(id),
    phoneOf: (resident) => contacts.get(resident)?.phone,
    byPhone: (phone) => inOrder(byPhone.get(phone)),
    contactOf: (resident) => contacts.get(resident),
    isByHand(record, field) {
      if (!record) return false
      const value = (record as unknown as Partial<Record<DidField, string>>)[field]
      const last = given.get(`${record.id} ${field}`)
      if (last !== undefined || value === undefined) return last !== undefined && last !== markOfValue(value)
      const made = given.get(record.id)
      return made === undefined || record.kind === 'contact' || made !== markOf(record.kind, record)
    },
    homes: () => [...places.values()].filter((one) => one.what === 'dwelling' && !one.voided),
  }
}

/** Device and server keep records in orders of their own, and must come to the same. */
function inOrder<R extends { readonly id: string }>(records: readonly R[] = []): readonly R[] {
  return records.length < 2 ? records : [...records].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Of two places with one key the one that is there; else the same on every machine. */
function goesBefore(a: Place, b: Place | undefined): boolean {
  if (!b) return true
  return Boolean(a.voided) === Boolean(b.voided) ? a.id < b.id : !a.voided
}

/** By record, or by record and field: the mark that the last import left there. What was taken back gave nothing. */
function givenBy({ imports, parts }: RosterRecords): ReadonlyMap<string, string> {
  const standing = new Map([...imports].map((one) => [one.id, one]))
  const order = (part: ImportPart) => standing.get(part.of)?.at ?? ''
  const counted = [...parts]
    .filter((part) => standing.get(part.of)?.state !== 'undone')
    .sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : a.n - b.n))
  const given = new Map<string, string>()
  for (const { did } of counted) for (const one of did) given.set(givenKey(one), one.mark)
  return given
}

function givenKey(one: Did): string {
  return 'field' in one ? `${one.record} ${one.field}` : one.record
}

export function isTakenBack({ voided }: Place | Resident): boolean {
  return voided?.reason === TAKEN_BACK
}

/** As phones are compared: digits, without the country. */
export function plainPhone(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '')
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
