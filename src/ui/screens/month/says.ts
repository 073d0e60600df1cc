import type { Matter } from '#queries/matters.ts'
import type { MonthPack } from '#queries/month.ts'
import type { PlaceTree } from '#domain/places.ts'
import type { RecordId } from '#domain/ids.ts'
import { type Spoken, tenthsOf } from '#ui/screens/binReport/names.ts'
import type { SurveyView } from '#queries/survey.ts'

/** 11月; with the year where it is not this one. */
export function monthName(month: string, { words }: Spoken, now: string): string {
  const name = words.sheets.monthNames[Number(month.slice(5)) - 1] ?? ''
  return month.slice(0, 4) === now.slice(0, 4) ? name : words.sheets.inYear(Number(month.slice(0, 4)), name)
}

/** Why a matter is not done yet, in words that blame nobody. */
export function whyOpen({ order, held, due, track }: Matter, { words, formats }: Spoken): string {
  const { month, feedback } = words
  if (held) {
    const reason = feedback.holds[held.reason]
    return held.until === undefined ? reason : month.matters.held(reason, formats.date(held.until))
  }
  if (!order && track === 'visible_plan') return month.matters.plan
  const said = month.matters.why[due.standing] ?? month.matters.dark
  return due.at !== undefined && (due.standing === 'inTime' || due.standing === 'soon')
    ? `${said}，${month.matters.until(formats.date(due.at))}`
    : said
}

/**
 * 1单元中层: as much of a place as may be told to everybody. A home has four neighbours on its floor and thirty in its part of
 * the house.
 */
export function zoneOf(place: RecordId, tree: PlaceTree, { words }: Spoken): string {
  const path = tree.path(place)
  const unit = path.find((one) => one.what === 'unit') ?? path.find((one) => one.what === 'building')
  const space = path.find((one) => one.what === 'space')
  const floor = path.find((one) => one.what === 'floor')
  const number = floor && Number(floor.key.split('-').at(-1))
  const zone =
    number === undefined || Number.isNaN(number)
      ? ''
      : words.month.zone[number <= 6 ? 'low' : number <= 12 ? 'mid' : 'high']
  return [unit?.label, space?.label, zone].filter(Boolean).join('')
}

/** 92.4%, or why it is not said. */
export function headlineWords(view: SurveyView, { words }: Spoken): { figure?: string; why?: string } {
  const headline = view.asks[0]?.headline
  const { result } = words.survey
  if (!headline || headline.is === 'none') return { why: result.none }
  if (headline.is === 'rate') return { figure: tenthsOf(headline.perMille) }
  return { why: result[headline.is] }
}

/** 问了 151，答了 120 …, and how many answered by themselves: they are in no number beside it. */
export function reachWords({ reach, scanned }: SurveyView, { words, formats }: Spoken): readonly string[] {
  const { result, sources } = words.survey
  const n = formats.number
  return [
    result.reach(n(reach.asked), n(reach.answered), n(reach.refused), n(reach.nobody)),
    ...(scanned > 0 ? [sources.more(n(scanned))] : []),
  ]
}

/** 议定 4 件，办完 1 件 · 收入 18,400 元: what there is of it, in sentences. Openly no sums of fees: they are the office's and the committee's. */
export function togetherWords(
  { together }: MonthPack,
  { words, formats }: Spoken,
  openly: boolean,
): readonly string[] {
  const { month } = words
  const { resolutions, worksFinished, money, fees } = together
  const n = formats.number
  const yuan = (cents: number) => formats.money(cents / 100)
  return [
    ...(resolutions ? [month.together.resolutions(n(resolutions.of), n(resolutions.n))] : []),
    ...(worksFinished > 0 ? [month.together.works(n(worksFinished))] : []),
    ...(money ? [month.together.money(yuan(money.income), yuan(money.spent))] : []),
    ...(fees && fees.of > 0
      ? [
          openly
            ? month.together.feesOpenly(formats.percent(fees.n, fees.of))
            : month.together.fees(yuan(fees.n), yuan(fees.of), formats.percent(fees.n, fees.of)),
        ]
      : []),
  ]
}

/** 3月4日 */
export function dayName(day: string, { words }: Spoken): string {
  const [, month = 1, date = 1] = day.split('-').map(Number)
  return words.common.dates.monthDay(month, date)
}

/** Whether anything at all was written down in a month. */
export function isEmpty({ heard, visits, bins, survey }: MonthPack): boolean {
  return (
    (heard?.remarks ?? 0) + (visits?.figures.knocked ?? 0) + (bins?.report.sheets.length ?? 0) === 0 &&
    survey === undefined
  )
}
