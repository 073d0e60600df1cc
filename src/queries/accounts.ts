import { type AccountCheck, stateOf } from '#domain/money/accountCheck.ts'
import type { AccountLine } from '#domain/money/accountLine.ts'
import {
  type FundSums,
  fundsIn,
  type Gap,
  gapOf,
  type GapSoFar,
  gapUpTo,
  totalOf,
} from '#domain/money/accountSums.ts'
import { type Fund, FUNDS, type Subject, SUBJECTS } from '#domain/money/accountWords.ts'
import type { AccountYear, BudgetLine, Stage } from '#domain/money/accountYear.ts'
import type { RecordId } from '#domain/ids.ts'
import { dayOf } from '#domain/workingDays.ts'
import type { View } from '#store/view.ts'
import type { Reader } from './reader.ts'

export interface MonthAccount {
  readonly month: string
  /** Income first, then expense, each in the order of the subjects; withdrawn ones are not among them. */
  readonly lines: readonly AccountLine[]
  readonly funds: readonly FundSums[]
  readonly income: number
  readonly spent: number
  readonly opening: number
  readonly closing: number
  /** Of the service fund, where the year has a budget. */
  readonly gap?: (Gap & { readonly soFar: GapSoFar }) | undefined
  readonly stage?: Stage | undefined
  readonly check: Checked
}

/** Whether somebody of the owners looked it over, and whether it is still what they saw. */
export type Checked =
  | { readonly is: 'never' }
  | { readonly is: 'stands' | 'changedSince'; readonly last: AccountCheck; readonly times: number }

export function linesOf(reader: Reader): readonly AccountLine[] {
  return reader.all<AccountLine>('accountLine')
}

export function monthAccount(reader: Reader, month: string): MonthAccount {
  const all = linesOf(reader)
  const years = reader.all<AccountYear>('accountYear')
  const lines = all.filter((one) => one.month === month).sort(byBook)
  const funds = fundsIn(all, years, month)
  const sum = (of: (fund: FundSums) => number) => funds.reduce((total, one) => total + of(one), 0)
  const year = years.find((one) => one.year === month.slice(0, 4))
  const budget = budgetOf(reader, month.slice(0, 4))
  const gap = budget.length > 0 ? gapOf(budget, year?.rate) : undefined
  return {
    month,
    lines,
    funds,
    income: totalOf(lines, 'in'),
    spent: totalOf(lines, 'out'),
    opening: sum((one) => one.opening),
    closing: sum((one) => one.closing),
    gap: gap && { ...gap, soFar: gapUpTo(all, gap, month) },
    stage: year?.stage,
    check: checkOf(reader, month, lines),
  }
}

function byBook(a: AccountLine, b: AccountLine): number {
  const turn = (one: AccountLine) => SUBJECTS.indexOf(one.subject)
  return turn(a) - turn(b) || (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1)
}

function checkOf(reader: Reader, month: string, lines: readonly AccountLine[]): Checked {
  const checks = reader.all<AccountCheck>('accountCheck').filter((one) => one.month === month)
  const last = [...checks].sort((a, b) => (arrived(a) < arrived(b) ? -1 : 1)).at(-1)
  if (!last) return { is: 'never' }
  return { is: last.seen === stateOf(lines) ? 'stands' : 'changedSince', last, times: checks.length }
}

function arrived(one: { readonly receivedAt?: string; readonly at: string }): string {
  return one.receivedAt ?? `~${one.at}`
}

/** Lines that somebody took out of a month, with their reasons: they are shown below it. */
export function withdrawnIn(view: View, month: string): readonly AccountLine[] {
  return view
    .all<AccountLine>('accountLine')
    .filter((one) => one.voided && one.month === month)
    .sort(byBook)
}

/** Day of the last change to any line, `YYYY-MM-DD`, and how many days that is ago; undefined: there is none yet. */
export function lastUpdate(
  view: View,
  today: string,
): { readonly day: string; readonly days: number } | undefined {
  const days = view
    .all<AccountLine>('accountLine')
    .flatMap((one) => [one.receivedAt ?? one.at, one.touched?.at ?? one.at])
    .map(dayOf)
    // A device whose clock runs ahead does not make the books newer than today.
    .map((day) => (day > today ? today : day))
  const day = days.sort().at(-1)
  if (day === undefined) return undefined
  return { day, days: Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000) }
}

export function budgetOf(reader: Reader, year: string): readonly BudgetLine[] {
  return reader.all<BudgetLine>('budgetLine').filter((one) => one.year === year && one.cents > 0)
}

export interface BudgetRow {
  readonly fund: Fund
  readonly subject: Subject
  readonly planned: number
  readonly booked: number
}

export interface BudgetView {
  readonly year: string
  readonly of: AccountYear | undefined
  readonly rows: readonly BudgetRow[]
  readonly gap: Gap
}

/** A year's budget beside what was booked so far; what was booked without a budget has a row too. */
export function budgetView(reader: Reader, year: string): BudgetView {
  const lines = linesOf(reader).filter((one) => one.month.startsWith(`${year}-`))
  const budget = budgetOf(reader, year)
  const rows = FUNDS.flatMap((fund) =>
    SUBJECTS.flatMap((subject): readonly BudgetRow[] => {
      const planned = budget.find((one) => one.fund === fund && one.subject === subject)?.cents ?? 0
      const booked = lines
        .filter((one) => one.fund === fund && one.subject === subject)
        .reduce((sum, one) => sum + one.cents, 0)
      return planned > 0 || booked > 0 ? [{ fund, subject, planned, booked }] : []
    }),
  )
  const of = reader.all<AccountYear>('accountYear').find((one) => one.year === year)
  return { year, of, rows, gap: gapOf(budget, of?.rate) }
}

/** What the accounts say about one works: lines that name it. */
export function linesOfWorks(reader: Reader, works: RecordId): readonly AccountLine[] {
  return linesOf(reader)
    .filter((one) => one.works === works)
    .sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : byBook(a, b)))
}
