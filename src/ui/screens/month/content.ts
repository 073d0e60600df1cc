import type { Content } from '#domain/wall/publication.ts'
import type { MonthPack } from '#queries/month.ts'
import { type Spoken, tenthsOf } from '#ui/screens/binReport/names.ts'
import { ANOTHER_YEAR } from '#ui/formats.ts'
import { headlineWords, monthName, reachWords } from './says.ts'

/**
 * The month for the wall: counts and our own words for kinds, every rate with its two numbers in it. What residents or
 * volunteers typed is not in it, so no name and no door can be.
 */
export function monthContent(pack: MonthPack, compound: string, spoken: Spoken): Content {
  const { words, formats } = spoken
  const { month, feedback } = words
  const { figure } = month
  const n = formats.number
  const { heard, visits, bins, survey } = pack
  const rated = (rate: string | undefined, part: number, of: number) =>
    rate === undefined ? figure.of(n(part), n(of)) : figure.ofRate(rate, n(part), n(of))
  const figures: { label: string; value: string }[] = []
  const add = (label: string, value: string) => figures.push({ label, value })
  if (heard) {
    add(figure.remarks, figure.items(n(heard.remarks)))
    add(figure.matters, figure.of(n(heard.matters.n), n(heard.matters.of)))
    for (const one of heard.tracks) add(feedback.drawers[one.track], figure.of(n(one.n), n(one.of)))
    add(figure.told, figure.of(n(heard.told.n), n(heard.told.of)))
    if (heard.orders) {
      add(figure.onTime, figure.of(n(heard.orders.onTime.n), n(heard.orders.onTime.of)))
      add(figure.reopened, figure.of(n(heard.orders.reopened.n), n(heard.orders.reopened.of)))
    }
  }
  if (visits) {
    add(figure.met, figure.of(n(visits.figures.met), n(visits.figures.knocked)))
    add(figure.lit, figure.of(n(visits.lit.n), n(visits.lit.of)))
  }
  if (bins) {
    const { rate, sessions, bags } = bins.report
    add(figure.sessions, figure.of(n(sessions.held), n(sessions.planned)))
    add(
      figure.rate,
      rated(rate.percent === undefined ? undefined : `${rate.percent}%`, rate.right, rate.drops),
    )
    add(
      figure.bags,
      rated(bags.perMille === undefined ? undefined : tenthsOf(bags.perMille), bags.good, bags.checked),
    )
  }
  const overall = survey?.asks[0]
  const said = survey && headlineWords(survey, spoken)
  if (overall && said) add(figure.satisfied, rated(said.figure, overall.good, overall.valid))
  const { resolutions, fees } = pack.together
  if (resolutions) add(figure.resolved, figure.of(n(resolutions.n), n(resolutions.of)))
  // Shares only: sums of fees are for the owners' committee and the office.
  if (fees && fees.of > 0) add(figure.fees, formats.percent(fees.n, fees.of))
  const areas = [heard?.area, visits?.area].flatMap((area) => (area && !area.whole ? area.where : []))
  return {
    title: month.sheet.title(compound, monthName(pack.month, spoken, ANOTHER_YEAR)),
    lines: [
      month.content.line(formats.date(pack.from), formats.date(pack.to)),
      ...(areas.length > 0 ? [month.ofArea(formats.list([...new Set(areas)]))] : []),
      ...(survey ? reachWords(survey, spoken) : []),
      ...(said?.why ? [said.why] : []),
    ],
    figures,
    ...(heard &&
      heard.categories.length > 0 && {
        table: {
          head: [month.matters.categories, month.figure.remarks],
          rows: heard.categories.map((one) => [feedback.capture.categories[one.category], n(one.count)]),
        },
      }),
    pictures: [],
  }
}
