import { type Care, needsCare } from '#domain/care.ts'
import { type Contact, masked } from '#domain/contact.ts'
import { readDoor } from '#domain/doorKey.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Place } from '#domain/places.ts'
import { careId, contactId, type Resident } from '#domain/resident.ts'
import type { Visit } from '#domain/visit.ts'
import { peopleByDoor } from './doors.ts'
import { type OpenItem, openItems } from './openItems.ts'
import type { Reader } from './reader.ts'
import { nextDate, visitsOf } from './visits.ts'

export interface Person {
  readonly resident: Resident
  readonly contact?: Contact
  /** 138****2207 */
  readonly phone?: string
  readonly kinPhone?: string
  /** Only with consent, and only for a person who may read it. */
  readonly care?: Care
}

/** One home as one reader may know it; without names it is a door, its visits and how much is open. */
export interface Household {
  readonly dwelling: Place
  readonly unit: string
  readonly people: readonly Person[]
  /** The reader may not know who lives here. */
  readonly closed: boolean
  readonly openCount: number
  /** Empty on a shared tablet: there the count is all. */
  readonly open: readonly OpenItem[]
  /** Newest first; on a shared tablet without what was written. */
  readonly visits: readonly Visit[]
  /** When somebody wants to come back, `YYYY-MM-DDTHH:MM`. */
  readonly next?: string
}

export function household(reader: Reader, dwelling: RecordId, today: string): Household | undefined {
  const place = reader.get<Place>(dwelling)
  if (place?.what !== 'dwelling') return undefined
  const all = visitsOf(reader, dwelling)
  const visits = reader.shared ? all.map(withoutWords) : all
  const open = openItems(reader).get(dwelling) ?? []
  const next = nextDate(visits, today)
  return {
    dwelling: place,
    unit: unitLabel(reader, dwelling),
    people: (peopleByDoor(reader).get(dwelling) ?? []).map((one) => personOf(reader, one)),
    closed: !reader.reads('names', dwelling),
    openCount: open.length,
    open: reader.shared ? [] : open,
    visits,
    ...(next !== undefined && { next }),
  }
}

function withoutWords(visit: Visit): Visit {
  const { note: _, ...rest } = visit
  return rest
}

function personOf(reader: Reader, resident: Resident): Person {
  const contact = reader.get<Contact>(contactId(resident.id))
  const care = reader.get<Care>(careId(resident.id))
  return {
    resident,
    ...(contact && { contact }),
    ...(contact?.phone !== undefined && { phone: masked(contact.phone) }),
    ...(contact?.kin && { kinPhone: masked(contact.kin.phone) }),
    ...(care && needsCare(care) && { care }),
  }
}

function unitLabel(reader: Reader, dwelling: RecordId): string {
  return reader.tree.path(dwelling).find((place) => place.what === 'unit')?.label ?? ''
}

export interface Match {
  readonly dwelling: Place
  readonly building: string
  readonly unit: string
  /** Absent where the reader may not read names, or nobody is entered. */
  readonly name?: string
  /** Last four digits. */
  readonly tail?: string
}

/** A tail of fewer digits is no tail: half the compound would match. */
const SHORTEST_TAIL = 3

/**
 * Finds homes by door (502, 1-502, 1单元502), name, pinyin or its first letters, and the tail of a phone. Best fit first (0 is exact); only what
 * the reader may read is searched, so nobody finds out a name by trying.
 */
export function searchResidents(reader: Reader, text: string, limit = 20): readonly Match[] {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return []
  const digits = /^\d+$/.test(wanted)
  const door = readDoor(wanted, 'building')
  const found: { match: Match; fit: number }[] = []
  const residents = peopleByDoor(reader)

  for (const dwelling of reader.all<Place>('place')) {
    if (dwelling.what !== 'dwelling') continue
    const path = reader.tree.path(dwelling.id)
    const unit = path.find((place) => place.what === 'unit')
    const people = residents.get(dwelling.id) ?? []
    const fitOfDoor = doorFit(dwelling, unit, wanted, door.ok ? door.value : undefined)
    let best: { person: Resident | undefined; fit: number } = { person: people[0], fit: fitOfDoor }
    for (const person of people) {
      const tail = digits && wanted.length >= SHORTEST_TAIL && phoneOf(reader, person)?.endsWith(wanted)
      const fit = Math.min(nameFit(person, wanted), tail ? 3 : Infinity)
      if (fit < best.fit) best = { person, fit }
    }
    if (best.fit === Infinity) continue
    const phone = best.person && phoneOf(reader, best.person)
    found.push({
      fit: best.fit,
      match: {
        dwelling,
        building: path.find((place) => place.what === 'building')?.label ?? '',
        unit: unit?.label ?? '',
        ...(best.person && { name: best.person.name }),
        ...(phone !== undefined && { tail: phone.slice(-4) }),
      },
    })
  }
  return found
    .sort((a, b) => a.fit - b.fit || (a.match.dwelling.key < b.match.dwelling.key ? -1 : 1))
    .slice(0, limit)
    .map(({ match }) => match)
}

function phoneOf(reader: Reader, person: Resident): string | undefined {
  return reader.get<Contact>(contactId(person.id))?.phone?.replace(/\D/g, '')
}

function doorFit(
  dwelling: Place,
  unit: Place | undefined,
  wanted: string,
  read: { unit?: string; door?: string } | undefined,
): number {
  const label = dwelling.label.toLowerCase()
  if (label === wanted) return 0
  if (read?.door === dwelling.label && (read.unit === undefined || unit?.key.split('-').at(-1) === read.unit))
    return 0
  return label.startsWith(wanted) ? 4 : Infinity
}

function nameFit(person: Resident, wanted: string): number {
  const name = person.name.toLowerCase()
  if (name === wanted) return 0
  if (person.keys?.includes(wanted) || name.startsWith(wanted)) return 1
  if (name.includes(wanted) || person.keys?.some((key) => key.startsWith(wanted))) return 2
  return Infinity
}
