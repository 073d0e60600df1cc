import { type Care, type CareTag, type Need, needsCare } from '#domain/doors/care.ts'
import type { Contact } from '#domain/doors/contact.ts'
import { layOut } from '#domain/doors/elevation.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Place } from '#domain/places.ts'
import type { Resident } from '#domain/doors/resident.ts'
import { peopleByDoor } from './behind.ts'
import type { Reader } from './reader.ts'

/** One person of the roster, as a line of a table. */
export interface RosterLine {
  readonly building: string
  readonly unit: string
  readonly floor: string
  readonly door: string
  readonly resident: Resident
  readonly phone?: string
  readonly kin?: NonNullable<Contact['kin']>
  /** Only where it was asked for, and agreed to. */
  readonly tags: readonly CareTag[]
  readonly needs: readonly Need[]
}

/**
 * Who lives in a place now, door by door from the top floor down. Whoever moved out, was merged or entered by mistake is not
 * in it. Undefined: it is the office's alone, and never a shared tablet's.
 *
 * @param withCare what somebody agreed to have known about them, too; the office's own reasons are in no table
 */
export function rosterLines(
  reader: Reader,
  place: RecordId,
  withCare: boolean,
): readonly RosterLine[] | undefined {
  if (!mayExport(reader, place)) return undefined
  const people = peopleByDoor(reader)
  // By resident: to ask each for the id of their parts takes long in a large compound.
  const contacts = new Map(reader.all<Contact>('contact').map((one) => [one.resident, one]))
  const cares = new Map(withCare ? reader.all<Care>('care').map((one) => [one.resident, one]) : [])
  const buildings = reader
    .all<Place>('place')
    .filter(
      (one) =>
        one.what === 'building' && (reader.tree.below(one.id, place) || reader.tree.below(place, one.id)),
    )
    .sort((a, b) => a.order - b.order || (a.key < b.key ? -1 : 1))
  return buildings.flatMap((building) =>
    layOut(reader.tree, building).units.flatMap((unit) =>
      unit.storeys.flatMap((storey) =>
        storey.doors
          .filter((door): door is Place => door !== undefined && reader.tree.below(door.id, place))
          .flatMap((door) =>
            (people.get(door.id) ?? []).map((resident) => ({
              building: building.label,
              unit: unit.label,
              floor: storey.label,
              door: door.label,
              ...lineOf(resident, contacts.get(resident.id), cares.get(resident.id)),
            })),
          ),
      ),
    ),
  )
}

/** Whoever reads what everybody looked at may take the roster away. */
export function mayExport(reader: Reader, place: RecordId): boolean {
  return reader.reads('looks', place)
}

function lineOf(
  resident: Resident,
  contact: Contact | undefined,
  care: Care | undefined,
): Omit<RosterLine, 'building' | 'unit' | 'floor' | 'door'> {
  const agreed = care && needsCare(care) ? care : undefined
  return {
    resident,
    ...(contact?.phone !== undefined && { phone: contact.phone }),
    ...(contact?.kin && { kin: contact.kin }),
    tags: agreed?.tags ?? [],
    needs: agreed?.needs ?? [],
  }
}
