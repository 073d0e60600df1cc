import type { AccountLine } from './accountLine.ts'
import { type AccountYear, type BudgetLine, OPENING_FIELD } from './accountYear.ts'
import { type Fund, FUNDS } from './accountWords.ts'

/** Cents of one fund over some time; `closing` is exactly `opening` + `income` − `spent`. */
export interface FundSums {
  readonly fund: Fund
  readonly opening: number
  /** Where the opening comes from: written for this year, carried from before, or from nowhere. */
  readonly from: 'written' | 'carried' | 'nowhere'
  /** By how much what was written for January differs from what December left; only where both are known. */
  readonly drift?: number
  readonly income: number
  readonly spent: number
  readonly closing: number
}

type Lines = readonly Pick<AccountLine, 'month' | 'direction' | 'fund' | 'cents' | 'voided'>[]
type Years = readonly AccountYear[]

/** What came in less what went out; withdrawn lines do not count, order does not matter. */
export function netOf(lines: Lines): number {
  return lines.reduce(
    (sum, one) => sum + (one.voided ? 0 : one.direction === 'in' ? one.cents : -one.cents),
    0,
  )
}

export function totalOf(lines: Lines, direction: 'in' | 'out'): number {
  return lines.reduce((sum, one) => sum + (!one.voided && one.direction === direction ? one.cents : 0), 0)
}

/** A month of one fund, with what it began with. */
export function monthOf(lines: Lines, years: Years, fund: Fund, month: string): FundSums {
  const own = lines.filter((one) => one.fund === fund)
  const inMonth = own.filter((one) => one.month === month)
  const begun = openingAt(own, years, fund, month)
  const income = totalOf(inMonth, 'in')
  const spent = totalOf(inMonth, 'out')
  return { fund, ...begun, income, spent, closing: begun.opening + income - spent }
}

export function fundsIn(lines: Lines, years: Years, month: string): readonly FundSums[] {
  return FUNDS.map((fund) => monthOf(lines, years, fund, month))
}

function openingAt(
  own: Lines,
  years: Years,
  fund: Fund,
  month: string,
): Pick<FundSums, 'opening' | 'from' | 'drift'> {
  const year = month.slice(0, 4)
  const written = years
    .filter((one) => one.year <= year && one[OPENING_FIELD[fund]] !== undefined)
    .sort((a, b) => (a.year < b.year ? 1 : -1))
  const [last, before] = written
  const since = last && `${last.year}-01`
  const between = own.filter((one) => (since === undefined || one.month >= since) && one.month < month)
  const opening = (last?.[OPENING_FIELD[fund]] ?? 0) + netOf(between)
  if (!last) return { opening, from: between.some((one) => !one.voided) ? 'carried' : 'nowhere' }
  const from = last.year === year ? 'written' : 'carried'
  if (!before) return { opening, from }
  const left =
    (before[OPENING_FIELD[fund]] ?? 0) +
    netOf(own.filter((one) => one.month >= `${before.year}-01` && one.month < `${last.year}-01`))
  const drift = (last[OPENING_FIELD[fund]] ?? 0) - left
  return { opening, from, ...(drift !== 0 && { drift }) }
}

/** What a year plans to spend, what can be collected for it, and what is missing; cents. */
export interface Gap {
  readonly spending: number
  /** Fees that are due, and the rest of the planned income. */
  readonly fees: number
  readonly otherIncome: number
  readonly rate: number
  /** Fees × rate + the rest: rounded down to the cent, nobody collects half of one. */
  readonly collectable: number
  /** Above nothing: so much is missing. */
  readonly gap: number
}

/** Of the service fund, which the fees are for. Without an expected rate all of the fees are counted. */
export function gapOf(
  budget: readonly Pick<BudgetLine, 'fund' | 'direction' | 'subject' | 'cents'>[],
  rate = 100,
): Gap {
  const own = budget.filter((one) => one.fund === 'service')
  const sum = (lines: typeof own) => lines.reduce((all, one) => all + one.cents, 0)
  const spending = sum(own.filter((one) => one.direction === 'out'))
  const fees = sum(own.filter((one) => one.subject === 'property_fee'))
  const otherIncome = sum(own.filter((one) => one.direction === 'in' && one.subject !== 'property_fee'))
  const collectable = Math.floor((fees * rate) / 100) + otherIncome
  return { spending, fees, otherIncome, rate, collectable, gap: spending - collectable }
}

/** From the month in which the year's books begin up to and with another: what should be spent, what came in, what is missing. */
export interface GapSoFar {
  /** January, or the month of the first line of the year where the books were begun later. */
  readonly since: string
  readonly due: number
  readonly income: number
  readonly gap: number
}

/** A twelfth of the year's spending for each month, rounded down to the cent, less what came in. */
export function gapUpTo(lines: Lines, { spending }: Pick<Gap, 'spending'>, month: string): GapSoFar {
  const own = lines.filter(
    (one) =>
      !one.voided && one.fund === 'service' && one.month >= `${month.slice(0, 4)}-01` && one.month <= month,
  )
  const since = own.reduce((first, one) => (one.month < first ? one.month : first), month)
  const months = Number(month.slice(5)) - Number(since.slice(5)) + 1
  const due = Math.floor((spending * months) / 12)
  const income = totalOf(own, 'in')
  return { since, due, income, gap: due - income }
}
