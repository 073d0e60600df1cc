import type { PersonId } from '#domain/ids.ts'
import { type Appointment, inForce } from '#domain/rights.ts'
import type { Role } from '#domain/roles.ts'
import type { LookTold } from '#queries/looks.ts'
import type { HeldAt, MayHold } from '#queries/lost.ts'
import type { TrailRow } from '#device/trailRows.ts'
import { dayOf } from '#domain/workingDays.ts'
import { ANOTHER_YEAR, type Formats } from '#ui/formats.ts'
import type { ShownDevice } from '#ui/screens/people/shownDevices.ts'
import type { Words } from '#ui/words.ts'
import type { Lost } from './useLost.ts'

/** What the sentences about a lost device are made with. */
export interface Saying {
  readonly words: Words
  readonly formats: Formats
  /** ISO instant. */
  readonly now: string
  readonly roles: Readonly<Record<Role, string>>
  nameOf(person: PersonId): string
  appointments(person: PersonId): readonly Appointment[]
  whereOf(place: Appointment['place']): string
  /** On paper a day is told with its year. */
  readonly paper?: true
}

export function momentIn({ formats, now, paper }: Saying, at: string): string {
  return paper ? `${formats.date(at, ANOTHER_YEAR)} ${formats.time(at)}` : formats.moment(at, now)
}

export function deviceName({ words }: Saying, one: ShownDevice): string {
  return one.name ?? (one.deviceKind === 'own' ? words.people.ofOwn : words.people.ofShared)(one.names)
}

/** Who uses it, and as what. */
export function whose(say: Saying, { people }: ShownDevice): readonly { name: string; duties: string }[] {
  const { people: words } = say.words
  const day = dayOf(say.now)
  return people.map((person) => ({
    name: say.nameOf(person),
    duties: say.formats.list(
      say
        .appointments(person)
        .filter((one) => inForce(one, day) || one.to === undefined || one.to >= day)
        .map(({ role, place }) => `${say.roles[role]}・${say.whereOf(place) || words.whole}`),
    ),
  }))
}

/** Whether what it holds can be opened now, and what comes of it. */
export function standing(say: Saying, { device, trail }: Lost): readonly string[] {
  const words = say.words.lost
  const { wipedAt, opensUntil, revoked } = device
  if (wipedAt !== undefined) return [words.opens.emptied(momentIn(say, wipedAt))]
  const stopped = revoked
    ? trail?.stoppedAt
      ? words.opens.stoppedAt(momentIn(say, trail.stoppedAt))
      : words.opens.stopped
    : words.opens.going
  if (opensUntil === undefined) return [words.opens.none, words.opens.noneText, stopped]
  const at = momentIn(say, opensUntil)
  const opens = say.now >= opensUntil ? words.opens.over(at) : words.opens.until(at)
  return [opens, stopped, words.opens.experts]
}

export function contact(say: Saying, { lastContact, enrolledAt, unsent }: ShownDevice): readonly string[] {
  const words = say.words.lost
  return [
    words.since(momentIn(say, enrolledAt)),
    lastContact === undefined ? words.neverHeard : words.last(momentIn(say, lastContact)),
    unsent > 0 ? words.unsent(unsent) : words.allSent,
  ]
}

export function countsAt({ words, formats }: Saying, one: Omit<HeldAt, 'place' | 'where'>): string {
  const { held } = words.lost
  const said = (count: number, say: (count: string) => string) =>
    count > 0 ? say(formats.number(count)) : ''
  return [
    said(one.names, held.names),
    said(one.phones, held.phones),
    said(one.care, held.care),
    said(one.reasons, held.reasons),
  ]
    .filter(Boolean)
    .join('・')
}

/** Beside residents: remarks, colleagues, doors. */
export function alsoHeld({ words, formats }: Saying, hold: MayHold): readonly string[] {
  const { held } = words.lost
  return [
    ...(hold.tellers.length > 0 ? [held.tellers(formats.number(hold.tellers.length))] : []),
    ...(hold.remarks > 0 ? [held.remarks(formats.number(hold.remarks))] : []),
    ...(hold.colleagues > 0 ? [held.colleagues(formats.number(hold.colleagues))] : []),
    held.doors,
  ]
}

export function noNames({ words }: Saying, { deviceKind }: ShownDevice): string {
  const { held } = words.lost
  return deviceKind === 'shared' ? held.noNamesShared : held.noNamesOwn
}

export function lookSaid(say: Saying, { look, who, where }: LookTold): string {
  const { discretion, lost } = say.words
  const many =
    look.count !== undefined && look.count > 1 ? lost.looked.many(say.formats.number(look.count)) : ''
  return [who, discretion.what[look.what], where, many, discretion.why[look.why], look.note]
    .filter(Boolean)
    .join('・')
}

export function trailSaid(say: Saying, { actor, what, object }: TrailRow): string {
  const { trail } = say.words.trace
  const whom = what.startsWith('appointment.') ? say.nameOf(object as PersonId) : ''
  return [say.nameOf(actor as PersonId) || trail.nobody, (trail.what[what] ?? trail.unknown)(whom)].join('・')
}
