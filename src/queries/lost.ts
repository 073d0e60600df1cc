import { type Care, needsCare } from '#domain/doors/care.ts'
import type { Contact } from '#domain/doors/contact.ts'
import type { Resident } from '#domain/doors/resident.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { Reporter } from '#domain/feedback/reporter.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import { scopeOf } from '#domain/kinds.ts'
import { everAppointed, type Member, memberId } from '#domain/member.ts'
import { type Place, whereOf } from '#domain/places.ts'
import type { Reasons } from '#domain/reasons.ts'
import type { Recorded } from '#domain/record.ts'
import { type DeviceKind, mayRead, type Part, partsOf, type Scope, unionOfParts } from '#domain/rights.ts'
import { addDays, dayOf } from '#domain/workingDays.ts'
import type { View } from '#store/view.ts'
import { mayExport } from './exports.ts'
import { standsFor } from './otherRecords.ts'
import type { Reader } from './reader.ts'

/** A device that is not where it should be, as the office's list tells of it. */
export interface Missing {
  readonly deviceKind: DeviceKind
  readonly people: readonly PersonId[]
  readonly enrolledAt: string
  readonly lastContact?: string
}

/** A resident who could have been read on it, and what of them. */
export interface Concerned {
  readonly resident: RecordId
  readonly name: string
  readonly home: RecordId
  readonly where: string
  readonly phone: boolean
  readonly care: boolean
  readonly reasons: boolean
}

/** Of one building, how many people's what. */
export interface HeldAt {
  readonly place: RecordId
  readonly where: string
  readonly names: number
  readonly phones: number
  readonly care: number
  readonly reasons: number
}

/** Who told something, where that could have been read too. */
export interface Teller {
  readonly remark: RecordId
  readonly no?: number
  /** ISO instant. */
  readonly heardAt: string
  readonly name: string
}

/** What could have been seen on a device at most: what its people may read, by the functions by which the server sends it. */
export interface MayHold {
  readonly at: readonly HeldAt[]
  readonly concerned: readonly Concerned[]
  /** Where somebody concerned lives, or told something. */
  readonly homes: number
  readonly tellers: readonly Teller[]
  readonly remarks: number
  readonly colleagues: number
}

/**
 * Undefined where it cannot be counted: for who is not of the office of the whole compound, on a tablet, which holds no names to
 * count, and where one of its people has not come here yet. It was sent what its people might read up to its last contact; the day before counts too, for of that day nobody
 * knows whether an end or the contact came first.
 */
export function mayHold(
  view: View,
  reader: Reader,
  compound: RecordId,
  device: Missing,
): MayHold | undefined {
  if (reader.shared || !mayExport(reader, compound)) return undefined
  if (device.people.some((person) => !view.get<Member>(memberId(person)))) return undefined
  const last = dayOf(device.lastContact ?? device.enrolledAt)
  const parts = unionOfParts(
    device.people.flatMap((person) => {
      const had = everAppointed(view.get<Member>(memberId(person)))
      return [addDays(last, -1), last].map((day) => partsOf(person, had, compound, device.deviceKind, day))
    }),
  )
  const covers = covering(parts, reader, device.deviceKind)
  const held = <R extends Recorded>(kind: string): readonly R[] =>
    reader.all<R>(kind).filter((one) => covers(scopeOf(one)))

  const residents = new Map(held<Resident>('resident').map((one) => [one.id, one]))
  const stands = (id: RecordId) => {
    const one = residents.get(id)
    return one && standsFor(one, (other) => residents.get(other)).id
  }
  const peopleOf = (parted: readonly { readonly resident: RecordId }[]) =>
    new Set(parted.flatMap(({ resident }) => stands(resident) ?? []))
  const phones = peopleOf(held<Contact>('contact').filter(({ phone, kin }) => phone !== undefined || kin))
  const care = peopleOf(held<Care>('care').filter(needsCare))
  const reasons = peopleOf(held<Reasons>('reasons').filter(({ tags }) => tags.length > 0))
  const concerned = [...residents.values()]
    .filter((one) => stands(one.id) === one.id)
    .map(({ id, name, place }): Concerned => ({
      resident: id,
      name,
      home: place,
      where: whereOf(place, reader.tree),
      phone: phones.has(id),
      care: care.has(id),
      reasons: reasons.has(id),
    }))
    .sort(byDoor(reader))
  const remarks = new Map(held<Feedback>('feedback').map((one) => [one.id, one]))
  const told = held<Reporter>('reporter')
  const tellers = told
    .map(({ feedback, displayName, at }): Teller => {
      const remark = remarks.get(feedback) ?? reader.get<Feedback>(feedback)
      return {
        remark: feedback,
        name: displayName,
        heardAt: remark?.heardAt ?? at,
        ...(remark?.no !== undefined && { no: remark.no }),
      }
    })
    .sort((a, b) => (a.heardAt < b.heardAt ? 1 : -1))
  return {
    at: byBuilding(concerned, reader),
    concerned,
    homes: new Set([...concerned.map(({ home }) => home), ...told.map(({ place }) => place)]).size,
    tellers,
    remarks: remarks.size,
    colleagues: held<Member>('member').length,
  }
}

/** Asked of every record of the compound: of one place and group it is worked out once. */
function covering(parts: readonly Part[], { tree }: Reader, device: DeviceKind) {
  const known = new Map<string, boolean>()
  return (scope: Scope | undefined): boolean => {
    if (!scope) return false
    if (scope.people.length > 0) return mayRead(parts, scope, tree.below, device)
    const key = `${scope.place} ${scope.group}`
    let may = known.get(key)
    if (may === undefined) known.set(key, (may = mayRead(parts, scope, tree.below, device)))
    return may
  }
}

function byBuilding(concerned: readonly Concerned[], { tree }: Reader): readonly HeldAt[] {
  const at = new Map<RecordId, Concerned[]>()
  for (const one of concerned) {
    const building = tree.path(one.home).find(({ what }) => what === 'building')?.id ?? one.home
    at.set(building, [...(at.get(building) ?? []), one])
  }
  const count = (there: readonly Concerned[], what: 'phone' | 'care' | 'reasons') =>
    there.filter((one) => one[what]).length
  return [...at].map(([place, there]) => ({
    place,
    where: whereOf(place, tree),
    names: there.length,
    phones: count(there, 'phone'),
    care: count(there, 'care'),
    reasons: count(there, 'reasons'),
  }))
}

/** As one walks: building by building, floor by floor. */
function byDoor({ tree }: Reader): (a: Concerned, b: Concerned) => number {
  const steps = new Map<RecordId, readonly Place[]>()
  const path = (id: RecordId) => {
    let found = steps.get(id)
    if (!found) steps.set(id, (found = tree.path(id)))
    return found
  }
  return (a, b) => {
    const [left, right] = [path(a.home), path(b.home)]
    const at = left.findIndex((one, nth) => one.id !== right[nth]?.id)
    const [one, other] = [left[at], right[at]]
    if (!one || !other) return left.length - right.length || (a.name < b.name ? -1 : 1)
    return one.order - other.order || (one.key < other.key ? -1 : 1)
  }
}
