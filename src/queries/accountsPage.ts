import { FUNDS, type Fund, type Subject } from '#domain/money/accountWords.ts'
import { same } from '#domain/merge.ts'
import { type Content, hanging, type Publication } from '#domain/wall/publication.ts'
import { yuanText } from '#domain/money/yuan.ts'
import type { MonthAccount } from './accounts.ts'
import type { BuildingFees } from './fees.ts'
import type { Reader } from './reader.ts'

/** What a page of the wall says of a month's accounts, in the words of a language. */
export interface AccountsSays {
  readonly title: string
  readonly unit: string
  readonly fund: Readonly<Record<Fund, string>>
  readonly subject: Readonly<Record<Subject, string>>
  readonly opening: (fund: string) => string
  readonly closing: (fund: string) => string
  readonly income: string
  readonly spent: string
  readonly gap: string
  readonly more: string
  readonly head: readonly [string, string, string, string]
  readonly fees: (building: string) => string
  readonly rate: (percent: string, paid: string, payable: string) => string
}

/** More lines than these are put together by what they are for. */
const MOST_ROWS = 150

/**
 * A month's accounts as they may hang: no receipts, no voucher, no note, whose words are for the inside. Fees are told by
 * building with both numbers, where the person who makes the page may read them.
 */
export function accountsContent(
  { funds, lines, income, spent, gap }: MonthAccount,
  fees: readonly BuildingFees[],
  says: AccountsSays,
): Content {
  const used = funds.filter((one) => one.opening !== 0 || one.income !== 0 || one.spent !== 0)
  const figures = [
    ...used.flatMap((one) => [
      { label: says.opening(says.fund[one.fund]), value: yuanText(one.opening) },
      { label: says.closing(says.fund[one.fund]), value: yuanText(one.closing) },
    ]),
    { label: says.income, value: yuanText(income, true) },
    { label: says.spent, value: yuanText(-spent) },
    ...(gap
      ? [{ label: gap.soFar.gap > 0 ? says.gap : says.more, value: yuanText(Math.abs(gap.soFar.gap)) }]
      : []),
    ...fees.slice(0, 20).flatMap(({ label, current }) =>
      current?.percent === undefined
        ? []
        : [
            {
              label: says.fees(label),
              value: says.rate(String(current.percent), yuanText(current.paid), yuanText(current.payable)),
            },
          ],
    ),
  ]
  return {
    title: says.title,
    lines: [says.unit],
    figures,
    table: { head: says.head, rows: rowsOf(lines, says) },
    pictures: [],
  }
}

function rowsOf(lines: MonthAccount['lines'], says: AccountsSays): readonly (readonly string[])[] {
  const rows = new Map<string, { fund: Fund; what: string; in: number; out: number }>()
  for (const one of lines) {
    const subject = says.subject[one.subject]
    const what = one.label && lines.length <= MOST_ROWS ? `${subject}・${one.label}` : subject
    const key = `${one.fund} ${one.direction} ${what}`
    const row = rows.get(key) ?? { fund: one.fund, what, in: 0, out: 0 }
    rows.set(key, { ...row, [one.direction]: row[one.direction] + one.cents })
  }
  return [...rows.values()]
    .sort((a, b) => FUNDS.indexOf(a.fund) - FUNDS.indexOf(b.fund))
    .map((row) => [
      says.fund[row.fund],
      row.what,
      row.in > 0 ? yuanText(row.in) : '',
      row.out > 0 ? yuanText(row.out) : '',
    ])
}

/** Where what would be published stands to what hangs: a printout says which version it is, or that it is none. */
export type SheetVersion =
  | { readonly is: 'never' }
  | { readonly is: 'hangs' | 'differs'; readonly n: number; readonly day: string }

/** `about` or `period` names the page; the content is what the records say now. */
export function versionOf(
  reader: Reader,
  of: { readonly section: 'accounts' | 'works'; readonly about?: string; readonly period?: string },
  now: Content,
  dayOf: (instant: string) => string,
): SheetVersion {
  const page = pageOf(reader, of)
  const version = page && hanging(page)
  if (!version) return { is: 'never' }
  // Pictures on the wall are blurred copies of ours, and not everybody reads every figure: what both have is held together.
  const told = new Set(now.figures.map((one) => one.label))
  const words = ({ title, lines, figures, table }: Content) => [
    title,
    lines,
    figures.filter((one) => told.has(one.label)),
    table ?? null,
  ]
  const is = same(words(version.content), words(now)) ? 'hangs' : 'differs'
  return { is, n: version.n, day: dayOf(version.receivedAt ?? version.at) }
}

/** The page of a matter, the one that hangs before one that waits. */
export function pageOf(
  reader: Reader,
  of: { readonly section: 'accounts' | 'works'; readonly about?: string; readonly period?: string },
): Publication | undefined {
  const pages = reader
    .all<Publication>('publication')
    .filter((one) => one.section === of.section && one.about === of.about && one.period === of.period)
  return pages.find((one) => one.versions.length > 0) ?? pages[0]
}
