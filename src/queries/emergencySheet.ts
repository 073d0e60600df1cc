import { type Care, needsCare } from '#domain/doors/care.ts'
import { type Contact, masked } from '#domain/doors/contact.ts'
import { layOut } from '#domain/doors/elevation.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Place } from '#domain/places.ts'
import { careId, contactId, type Resident } from '#domain/doors/resident.ts'
import { peopleByDoor } from './behind.ts'
import type { Reader } from './reader.ts'

/** Somebody to look for, and how to reach them. */
export interface ToFind {
  readonly resident: Resident
  /** Without an agreement there is none, whatever was once known. */
  readonly care?: Care
  /** 80 or more: they are looked for also where nobody asked them about anything else. */
  readonly old: boolean
  readonly contact?: Contact
  readonly phone?: string
  readonly kinPhone?: string
}

export interface HomeToFind {
  readonly door: Place
  readonly people: readonly ToFind[]
}

/** One floor of one unit; floors where nobody is to be looked for are not in it. */
export interface FloorToFind {
  readonly id: RecordId
  readonly unit: string
  readonly label: string
  readonly homes: readonly HomeToFind[]
}

/**
 * 应急名单: who needs help in a building or a part of it, from the top floor down, unit by unit. Only what the reader may
 * read: with care those who agreed to be known, and everybody of 80 or more.
 */
export function emergencySheet(reader: Reader, place: RecordId): readonly FloorToFind[] {
  const building = reader.tree.path(place).find((one) => one.what === 'building')
  if (!building) return []
  const people = peopleByDoor(reader)
  return layOut(reader.tree, building).units.flatMap((unit) =>
    unit.storeys.flatMap((storey) => {
      const homes = storey.doors.flatMap((door) => {
        if (!door || !reader.tree.below(door.id, place)) return []
        const found = (people.get(door.id) ?? []).flatMap((one) => toFind(reader, one) ?? [])
        return found.length > 0 ? [{ door, people: found }] : []
      })
      return homes.length > 0 ? [{ id: storey.id, unit: unit.label, label: storey.label, homes }] : []
    }),
  )
}

function toFind(reader: Reader, resident: Resident): ToFind | undefined {
  const known = reader.get<Care>(careId(resident.id))
  const care = known && !known.voided && needsCare(known) ? known : undefined
  const old = resident.ageBand === '80+'
  if (!care && !old) return undefined
  const contact = reader.get<Contact>(contactId(resident.id))
  return {
    resident,
    old,
    ...(care && { care }),
    ...(contact && { contact }),
    ...(contact?.phone !== undefined && { phone: masked(contact.phone) }),
    ...(contact?.kin && { kinPhone: masked(contact.kin.phone) }),
  }
}

/** How many people are on it. */
export function peopleOn(floors: readonly FloorToFind[]): number {
  return floors.reduce((sum, { homes }) => sum + homes.reduce((all, { people }) => all + people.length, 0), 0)
}
