import type { PersonId } from '#domain/ids.ts'
import type { Meeting } from '#domain/council/meeting.ts'
import { appointmentsOf, type Member, memberId } from '#domain/member.ts'
import { periodOf } from '#domain/period.ts'
import type { Resolution } from '#domain/council/resolution.ts'
import { inForce } from '#domain/rights.ts'
import { nameOf } from '#queries/feedback.ts'
import { ownNamesIn } from '#queries/ownNames.ts'
import type { Formats } from '#ui/formats.ts'
import { fullPeriodName, periodName } from '#ui/screens/binReport/names.ts'
import type { View } from '#ui/state/view.ts'
import type { Words } from '#ui/words.ts'

export interface Spoken {
  readonly words: Words
  readonly formats: Formats
}

/** 11月第4周 周议会; of a meeting that is not weekly its day. `now` leaves out this year. */
export function meetingTitle(meeting: Meeting, spoken: Spoken, now?: string): string {
  const { council } = spoken.words
  const period = periodOf(meeting.meetingKind === 'weekly' ? 'week' : 'day', meeting.day)
  const when = now === undefined ? fullPeriodName(period, spoken) : periodName(period, spoken, now)
  const title = council.head(council.kind[meeting.meetingKind], when)
  return meeting.circle === undefined ? title : `${title} ${meeting.circle}`
}

/** 11月25日 周三 19:30・小区活动室 */
export function meetingWhen(meeting: Meeting, { formats }: Spoken, now: string): string {
  const time = meeting.ends === undefined ? meeting.time : `${meeting.time}–${meeting.ends}`
  return [`${formats.date(meeting.day, now)} ${time}`, meeting.placeText].filter(Boolean).join('・')
}

/** 到会 13 人，11 人表决 */
export function cameWords({ present, guests = 0 }: Meeting, { words, formats }: Spoken): string {
  return present === undefined
    ? words.council.cameUnknown
    : words.council.came(formats.number(present + guests), formats.number(present))
}

/** As what somebody of the team is known to everybody: 业委会, 楼层长; without a name. */
export function roleOf(view: View, person: PersonId | undefined, day: string, words: Words): string {
  if (person === undefined) return ''
  const [first] = appointmentsOf(view.get<Member>(memberId(person))).filter((one) => inForce(one, day))
  return first
    ? (ownNamesIn(view)[first.role] ?? words.people.roles[first.role])
    : words.council.paper.resident
}

/** Whose task it is: a name, or inside `public` the role; what was written in words stays. */
export function whoseTask(
  view: View,
  { assignee, whose }: Pick<Resolution, 'assignee' | 'whose'>,
  words: Words,
  by: { readonly public: boolean; readonly day: string },
): string {
  if (by.public) return whose ?? roleOf(view, assignee, by.day, words)
  return [whose, nameOf(view, assignee)].filter(Boolean).join(' ')
}
