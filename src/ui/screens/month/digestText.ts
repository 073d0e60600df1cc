import type { Category } from '#domain/ledger/categories.ts'
import type { DayDigest, Mended } from '#queries/digest.ts'
import { GROUP_LENGTH, wholeSentences } from '#ui/screens/binReport/groupText.ts'
import type { Spoken } from '#ui/screens/binReport/names.ts'

/** Of a long list the first few are said; the numbers before it count all. */
const NAMED = 4

/**
 * The day as one message for the group: counts and our own words for kinds. Nothing that somebody typed is in it, so no name
 * and no door can be. Cut at a whole sentence.
 */
export function digestText(day: DayDigest, compound: string, spoken: Spoken): string {
  const { digest } = spoken.words
  const { dates } = spoken.words.common
  const [, month = 1, date = 1] = day.day.split('-').map(Number)
  const head = digest.head(compound, dates.monthDay(month, date))
  // Where to call is said whatever has to go: its room is kept.
  const call = digest.call
  const room = GROUP_LENGTH - [...call].length
  return wholeSentences([head, ...sentencesOf(day, spoken)], room) + call
}

function sentencesOf(day: DayDigest, { words, formats }: Spoken): readonly string[] {
  const { digest, bins, bags, incident, feedback } = words
  const n = formats.number
  const list = (parts: readonly string[]) => {
    const named = parts.slice(0, NAMED).join(digest.and)
    return parts.length > NAMED ? digest.mendedMore(named) : named
  }
  /** Its first word: 吵闹 of 吵闹、邻里. */
  const kind = (one: Category) => feedback.capture.categories[one].split('、')[0] ?? ''
  const mended = (one: Mended) => digest.mendedOne(`${one.where}${kind(one.category)}`)
  return [
    day.area &&
      (day.heard === 0
        ? digest.heardNone
        : day.opened > 0
          ? digest.heard(n(day.heard), n(day.opened))
          : digest.heardOnly(n(day.heard))),
    day.area && day.mended.length > 0 && digest.mended(n(day.mended.length), list(day.mended.map(mended))),
    day.area &&
      (day.open.count > 0
        ? digest.open(n(day.open.count), list(day.open.categories.map(kind)))
        : digest.openNone),
    day.bins && day.bins.sessions > 0 && digest.bins(n(day.bins.sessions)),
    day.bins && day.bins.bags.checked > 0 && digest.bags(n(day.bins.bags.checked), n(day.bins.bags.good)),
    day.bins &&
      day.bins.report.opened.faults.length > 0 &&
      digest.fault(
        list(
          day.bins.report.opened.faults
            .slice(0, 2)
            .map((one) => words.sheets.group.fault(bins.stream[one.stream], bags.fault[one.fault])),
        ),
      ),
    day.visits && day.visits.knocked > 0 && digest.visits(n(day.visits.knocked), n(day.visits.met)),
    day.visits && day.visits.by.phone > 0 && digest.phoned(n(day.visits.by.phone)),
    day.bins &&
      day.bins.report.kinds.length > 0 &&
      digest.incidents(
        n(day.bins.report.events.incidents.length),
        day.bins.report.kinds
          .slice(0, 2)
          .map((one) => incident.type[one.type])
          .join(digest.and),
      ),
  ].filter((one) => typeof one === 'string')
}
