import type { Meeting } from '#domain/council/meeting.ts'
import { addDays } from '#domain/workingDays.ts'

/** Days that are said most often when somebody is given something to do, `YYYY-MM-DD`. */
interface UsualDays {
  readonly week: string
  readonly beforeNext: string
  readonly monthEnd: string
}

/**
 * From the day of the sitting, or from today where its minutes are written later. The next sitting is the one that is called; else the
 * one that its rhythm brings. On the last day of a month, and in its last week, "the end of the month" is the next one's.
 */
export function usualDays(meeting: Meeting, all: readonly Meeting[], today: string): UsualDays {
  const from = today > meeting.day ? today : meeting.day
  const called = all
    .map((one) => one.day)
    .filter((day) => day > from)
    .sort()[0]
  return {
    week: addDays(from, 7),
    beforeNext: addDays(called ?? inRhythm(meeting, from), -1),
    monthEnd: monthEnd(addDays(from, 6)),
  }
}

/** The first day after `from` on which a sitting of this kind would be again. */
function inRhythm({ day, meetingKind }: Meeting, from: string): string {
  let next = day
  while (next <= from) next = meetingKind === 'monthly_talk' ? monthLater(next, day) : addDays(next, 7)
  return next
}

function monthLater(day: string, first: string): string {
  const end = monthEnd(addDays(monthEnd(day), 1))
  const same = `${end.slice(0, 8)}${first.slice(8)}`
  return same < end ? same : end
}

function monthEnd(day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}
