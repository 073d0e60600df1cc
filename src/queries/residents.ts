import { type Care, CARE_TAGS, needsCare, NEEDS } from '#domain/doors/care.ts'
import { type Contact, masked } from '#domain/doors/contact.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Place } from '#domain/places.ts'
import { contactId, isTiedTo, type Resident } from '#domain/doors/resident.ts'
import type { Visit } from '#domain/doors/visit.ts'
import { allCareParts, type CareParts } from './careParts.ts'
import { peopleBehind, writtenBehind } from './behind.ts'
import { type OpenItem, openItems } from './openItems.ts'
import { otherRecords } from './otherRecords.ts'
import type { Reader } from './reader.ts'
import { nextDate, visitsOf } from './visits.ts'

export interface Person {
  readonly resident: Resident
  readonly contact?: Contact
  /** 138****2207 */
  readonly phone?: string
  readonly kinPhone?: string
  /** Of all their records. Only with consent, and only for a person who may read it. */
  readonly care?: Pick<Care, 'tags' | 'needs'>
  /** What is written of care on each of their records, their own first. */
  readonly parts: readonly CareParts[]
  /** The other records that somebody merged into this one. */
  readonly others: readonly OtherRecord[]
  /** Lives alone, or old and by themselves, and nobody is named to be called. */
  readonly wantsKin: boolean
}

/** Another record of the same person, with what stands on it and not on the first. */
export interface OtherRecord {
  readonly resident: Resident
  readonly contact?: Contact
}

/** One home as one reader may know it; without names it is a door, its visits and how much is open. */
export interface Household {
  readonly dwelling: Place
  readonly unit: string
  readonly people: readonly Person[]
  /** Whose home it is and who live elsewhere: they are nobody of the household. */
  readonly owners: readonly Person[]
  /** Who moved out, the latest first. */
  readonly movedOut: readonly Resident[]
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
  const living = peopleBehind(reader, dwelling)
  const merged = otherRecords(reader)
  const tied = writtenBehind(reader, dwelling).filter((one) => one.mergedInto === undefined)
  return {
    dwelling: place,
    unit: unitLabel(reader, dwelling),
    people: living.map((one) => personOf(reader, one, merged, living.length === 1)),
    owners: tied
      .filter((one) => one.owner === 'elsewhere' && isTiedTo(one))
      .map((one) => personOf(reader, one, merged, false)),
    movedOut: tied
      .filter((one) => one.movedOut !== undefined && one.voided === undefined)
      .sort((a, b) => ((a.movedOut ?? '') < (b.movedOut ?? '') ? 1 : -1)),
    closed: !reader.reads('names', dwelling),
    openCount: open.length,
    open: reader.shared ? [] : open,
    visits,
    ...(next !== undefined && { next }),
  }
}

/** Who is likely to open a door, by name; empty where nobody lives there or the reader may not know. */
export function whoOpens(reader: Reader, dwelling: RecordId): string {
  return peopleBehind(reader, dwelling)[0]?.name ?? ''
}

function withoutWords(visit: Visit): Visit {
  const { note: _, ...rest } = visit
  return rest
}

const OLD = ['60-69', '70-79', '80+']

function personOf(
  reader: Reader,
  resident: Resident,
  merged: ReturnType<typeof otherRecords>,
  alone: boolean,
): Person {
  const contact = reader.get<Contact>(contactId(resident.id))
  const others = merged.get(resident.id) ?? []
  const parts = allCareParts(reader, resident, others)
  const cares = parts.flatMap(({ care }) => (care && needsCare(care) ? [care] : []))
  const care = cares.length > 0 && {
    tags: CARE_TAGS.filter((tag) => cares.some(({ tags }) => tags.includes(tag))),
    needs: NEEDS.filter((need) => cares.some(({ needs }) => needs.includes(need))),
  }
  const byThemselves =
    (alone && resident.ageBand !== undefined && OLD.includes(resident.ageBand)) ||
    (care !== false && care.tags.length > 0)
  return {
    resident,
    ...(contact && { contact }),
    ...(contact?.phone !== undefined && { phone: masked(contact.phone) }),
    ...(contact?.kin && { kinPhone: masked(contact.kin.phone) }),
    ...(care && { care }),
    parts,
    others: others.map((one) => {
      const also = reader.get<Contact>(contactId(one.id))
      return { resident: one, ...(also && { contact: also }) }
    }),
    wantsKin: byThemselves && !contact?.kin && reader.reads('contact', resident.place),
  }
}

function unitLabel(reader: Reader, dwelling: RecordId): string {
  return reader.tree.path(dwelling).find((place) => place.what === 'unit')?.label ?? ''
}
