import type { PersonId, RecordId } from './ids.ts'
import { type Act, EVERYBODY, type Group, type Role, ROLES } from './roles.ts'

/** Who may read a record: those with the group's right at the place, and the people named. */
export interface Scope {
  readonly place: RecordId
  readonly group: Group
  readonly people: readonly PersonId[]
}

/** Role × place × from–to. A person has several at once. */
export interface Appointment {
  readonly role: Role
  readonly place: RecordId
  /** Days in Asia/Shanghai, both included, `YYYY-MM-DD`; without `to` it has no end yet. */
  readonly from: string
  readonly to?: string
}

/** One thing a device may read: a group below a place, or whatever names a person. */
export type Part = { readonly place: RecordId; readonly group: Group } | { readonly person: PersonId }

/** What a shared tablet may not hold, whoever is enrolled on it. */
const NOT_ON_SHARED: readonly Group[] = [
  'names',
  'contact',
  'care',
  'reasons',
  'sensitive',
  'reporter',
  'heldPersonal',
  'imports',
  'looks',
  'money',
  'books',
  'fees',
  'surveys',
  'wallDraft',
  'firmLinks',
]

export type DeviceKind = 'own' | 'shared'

/** Whether an appointment is in force on a day (`YYYY-MM-DD`, Asia/Shanghai). A claimed day gives no right: pass the server's. */
export function inForce(appointment: Appointment, day: string): boolean {
  return appointment.from <= day && (appointment.to === undefined || day <= appointment.to)
}

/** Where appointments give the right to an act on a day: nowhere is an empty list. The server judges it at the very place. */
export function placesTo(act: Act, appointments: readonly Appointment[], day: string): readonly RecordId[] {
  return appointments
    .filter((one) => inForce(one, day) && ROLES[one.role].act.includes(act))
    .map(({ place }) => place)
}

/** Of those places the compound, where it is one, else the first; nowhere is undefined. */
export function placeTo(
  act: Act,
  appointments: readonly Appointment[],
  compound: RecordId,
  day: string,
): RecordId | undefined {
  const places = placesTo(act, appointments, day)
  return places.find((one) => one === compound) ?? places[0]
}

/** The parts one person may read on a device of this kind, sorted, without doubles. */
export function partsOf(
  person: PersonId,
  appointments: readonly Appointment[],
  compound: RecordId,
  device: DeviceKind,
  day: string,
): readonly Part[] {
  const parts = new Map<string, Part>()
  const add = (part: Part) => parts.set(partKey(part), part)
  for (const appointment of appointments) {
    if (!inForce(appointment, day)) continue
    add({ person })
    const holds = (group: Group) => device === 'own' || !NOT_ON_SHARED.includes(group)
    const { read, outside } = ROLES[appointment.role]
    for (const group of outside ? [] : EVERYBODY.filter(holds)) add({ place: compound, group })
    for (const group of read.filter(holds)) {
      add({ place: group === 'council' ? compound : appointment.place, group })
    }
  }
  return [...parts.values()].sort(byKey)
}

/** The union of what several people may read: the scope of a device. */
export function unionOfParts(lists: readonly (readonly Part[])[]): readonly Part[] {
  const parts = new Map<string, Part>()
  for (const part of lists.flat()) parts.set(partKey(part), part)
  return [...parts.values()].sort(byKey)
}

function partKey(part: Part): string {
  return 'person' in part ? `person ${part.person}` : `${part.place} ${part.group}`
}

function byKey(a: Part, b: Part): number {
  const left = partKey(a)
  const right = partKey(b)
  return left < right ? -1 : left > right ? 1 : 0
}

/** Answers whether `place` is `above` or lies below it. The place tree gives one; it is handed in. */
export type Below = (place: RecordId, above: RecordId) => boolean

/** Whether one of the parts covers a scope. People named in a scope read it too, except on a shared device what it may not hold. */
export function mayRead(
  parts: readonly Part[],
  scope: Scope,
  below: Below,
  device: DeviceKind = 'own',
): boolean {
  if (device === 'shared' && NOT_ON_SHARED.includes(scope.group)) return false
  return parts.some((part) =>
    'person' in part
      ? scope.people.includes(part.person)
      : part.group === scope.group && below(scope.place, part.place),
  )
}

/** The places of a compound, as far as rights ask. */
export interface Ground {
  readonly below: Below
  /** Whether everybody of the compound reads this place: 大厅, 屋面, a building, a bin point; no floor and no dwelling. */
  isSite(place: RecordId): boolean
}

/**
 * Acts reach below the place of an appointment. Three only add words, and on one's own records they reach further: whoever
 * stands at a bin or in a stairwell hears of the whole compound, so a remark may be written down about any place of it,
 * an order may be opened also for the places that everybody shares, and what is answered to a survey names
 * no place but it. What others wrote is changed below one's place only.
 */
const OWN_REACH: Readonly<Partial<Record<Act, 'compound' | 'site'>>> = {
  recordFeedback: 'compound',
  openOrder: 'site',
  recordSurvey: 'compound',
}

/** There is one council for the compound: whoever may read it or have a say in it may, wherever the doors are that they look after. */
const WHOLE_REACH: readonly Act[] = ['putTopic']

/**
 * Whether somebody may do an act on a record as it stands; for a change both as it was and as it would be. One of their
 * appointments must have the act and reach the record's place.
 */
export function mayAct(
  actor: PersonId,
  appointments: readonly Appointment[],
  act: Act,
  record: { readonly place: RecordId; readonly author: PersonId },
  ground: Ground,
  day: string,
): boolean {
  const reach = record.author === actor ? OWN_REACH[act] : undefined
  const anywhere =
    WHOLE_REACH.includes(act) || reach === 'compound' || (reach === 'site' && ground.isSite(record.place))
  return appointments.some(
    (appointment) =>
      inForce(appointment, day) &&
      ROLES[appointment.role].act.includes(act) &&
      (anywhere || ground.below(record.place, appointment.place)),
  )
}
