import { type Care, needsCare } from '#domain/care.ts'
import { type Contact, masked } from '#domain/contact.ts'
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
