import type { BinReport } from '#queries/binReport.ts'
import { fullPeriodName, type Spoken, tenthsOf } from './names.ts'

/** What one message of a group may hold without being folded away. */
export const GROUP_LENGTH = 500
/** Of a long list the first few are said; the numbers before it count all. */
const NAMED = 5

/**
 * The report as one message for the residents' group. It is made of counts and of our own words for kinds; nothing that
 * somebody typed is in it, so no name and no door can be. Cut at a whole sentence.
 */
export function groupText(report: BinReport, compound: string, spoken: Spoken): string {
  const { sheets } = spoken.words
  const { label } = placeOf(report, spoken)
  const head = sheets.group.head(
    [compound, label].filter(Boolean).join(' '),
    fullPeriodName(report.asked, spoken),
  )
  return wholeSentences([head, ...sentencesOf(report, spoken)], GROUP_LENGTH).trim()
}

function placeOf(report: BinReport, { words }: Spoken): { readonly label: string } {
  const [only] = report.asked.point === undefined ? [] : report.points
  return { label: only ? words.bins.shortPoint(only.point.label) : '' }
}

/** As many of them as fit, in order, none of them cut. Signs are counted as people count them. */
export function wholeSentences(sentences: readonly string[], most: number): string {
  let text = ''
  let length = 0
  for (const sentence of sentences) {
    length += [...sentence].length
    if (length > most) break
    text += sentence
  }
  return text
}

function sentencesOf(report: BinReport, { words, formats }: Spoken): readonly string[] {
  const { group } = words.sheets
  const { sessions, sheets, rate, counts, bags, opened, kinds, events, full, hauled } = report
  const n = formats.number
  const list = (parts: readonly string[]) => parts.slice(0, NAMED).join(group.and)
  if (sheets.length === 0 && events.incidents.length === 0) return [group.stoodNobody]
  return [
    sheets.length > 0 && group.stood(n(sheets.length), n(rate.drops)),
    report.asked.kind !== 'day' &&
      sessions.planned > 0 &&
      group.planned(n(sessions.planned), n(sessions.held)),
    rate.drops > 0 &&
      (rate.percent === undefined
        ? group.rateFew(n(rate.right))
        : group.rate(n(rate.right), `${rate.percent}%`)),
    counts.corrected + counts.resorted + counts.explained > 0 &&
      group.work(n(counts.corrected), n(counts.resorted), n(counts.explained)),
    bags.checked > 0 &&
      (bags.perMille === undefined
        ? group.bagsFew(n(bags.checked), n(bags.good))
        : group.bags(n(bags.checked), n(bags.good), tenthsOf(bags.perMille))),
    opened.faults.length > 0 &&
      group.faults(
        list(
          opened.faults
            .slice(0, 3)
            .map((one) => group.fault(words.bins.stream[one.stream], words.bags.fault[one.fault])),
        ),
      ),
    kinds.length > 0 &&
      group.kinds(
        n(events.incidents.length),
        list(kinds.map((one) => group.kind(words.incident.type[one.type], n(one.count)))),
      ),
    full.length > 0 &&
      group.full(
        list(full.map((one) => group.fullOf(words.bins.stream[one.stream], n(one.arrival + one.leaving)))),
      ),
    hauled.streams.length > 0 &&
      group.hauled(
        list(
          hauled.streams.map((one) =>
            [
              words.bins.stream[one.stream],
              one.litres > 0 && words.hauls.litres(n(one.litres)),
              one.kg > 0 && words.hauls.kg(n(one.kg)),
            ]
              .filter(Boolean)
              .join(' '),
          ),
        ),
      ),
    group.thanks,
  ].filter((one) => one !== false)
}
