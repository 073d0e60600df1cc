import type { Category } from '#domain/ledger/categories.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Order } from '#domain/ledger/order.ts'
import { finishedOn, type Works } from '#domain/ledger/works.ts'
import type { AccountLine } from '#domain/money/accountLine.ts'
import { dayOf } from '#domain/workingDays.ts'
import type { MonthAccount } from './accounts.ts'
import { type Days, isIn } from './matters.ts'
import { hangingBeside } from './publications.ts'
import type { Reader } from './reader.ts'

/** Something that was put right in a month, as it was and as it is: pictures of the inside, that nobody has covered yet. */
export interface DonePair {
  readonly of: RecordId
  /** `YYYY-MM-DD` */
  readonly day: string
  readonly before: string
  readonly after: string
  /** Of an order: its kind. What somebody said of it stays inside. */
  readonly category?: Category
  /** Of works: what it is called openly. */
  readonly label?: string
}

/** Orders and works that were closed in these days and have a picture of both, newest first. */
export function pairsOfDays(reader: Reader, days: Days): readonly DonePair[] {
  const orders = reader.all<Order>('order').flatMap((one): readonly DonePair[] => {
    if (one.quiet || one.status !== 'done' || one.closedAt === undefined) return []
    const said = one.from.flatMap((from) => reader.get<Feedback>(from)?.photos ?? [])
    return pairOf([...one.before, ...said], one.after, {
      of: one.id,
      day: dayOf(one.closedAt),
      category: one.category,
    })
  })
  const works = reader.all<Works>('works').flatMap((one): readonly DonePair[] => {
    const day = finishedOn(one)
    if (day === undefined || one.cancelled) return []
    return pairOf(one.before, one.after, { of: one.id, day, label: one.label })
  })
  return [...orders, ...works]
    .filter(({ day }) => isIn(days, day))
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.of < b.of ? -1 : 1))
}

/** The first picture of how it was and the last of how it is. */
function pairOf(
  before: readonly string[],
  after: readonly string[],
  of: Omit<DonePair, 'before' | 'after'>,
): readonly DonePair[] {
  const [first, last] = [before[0], after.at(-1)]
  return first !== undefined && last !== undefined ? [{ ...of, before: first, after: last }] : []
}

/** Whether anything is to be said before a page goes to the desk: pictures to choose from, or why it changes what hangs. */
export function isAskedBefore(
  reader: Reader,
  page: Parameters<typeof hangingBeside>[1],
  pictures: readonly unknown[],
): boolean {
  return pictures.length > 0 || hangingBeside(reader, page) !== undefined
}

export interface Receipt {
  readonly hash: string
  readonly line: AccountLine
}

/** The receipts of a month's lines, in the order of the book; one that stands for two lines is one. */
export function receiptsOf({ lines }: Pick<MonthAccount, 'lines'>): readonly Receipt[] {
  const all = lines.flatMap((line) => line.photos.map((hash) => ({ hash, line })))
  return all.filter((one, index) => all.findIndex((other) => other.hash === one.hash) === index)
}
