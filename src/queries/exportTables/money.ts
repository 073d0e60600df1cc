import type { AccountLine } from '#domain/money/accountLine.ts'
import { tellingIn } from '#domain/wall/publicText.ts'
import { finishedOn, stateOfWorks, type Works } from '#domain/ledger/works.ts'
import { dayOf } from '#domain/workingDays.ts'
import { linesOf } from '#queries/accounts.ts'
import { nameOf } from '#queries/feedback.ts'
import { column, exportTable } from './table.ts'

const open = column('open')
const inside = column('inside')

/** Cents as yuan, a number that can be added up. */
const yuan = (cents: number | undefined) => (cents === undefined ? undefined : cents / 100)

/** 收支账: every sum of the months that some days lie in. */
export const accounts = exportTable<AccountLine>(
  'accounts',
  'money',
  [
    open('month', (one) => one.month),
    open('direction', (one) => ({ of: 'direction', value: one.direction })),
    open('subject', (one) => ({ of: 'subject', value: one.subject })),
    inside('label', (one) => one.label),
    open('yuan', (one) => yuan(one.cents)),
    open('fund', (one) => ({ of: 'fund', value: one.fund })),
    inside('voucher', (one) => one.voucher),
    inside('text', (one) => one.note),
    open('receipts', (one) => one.photos.length),
    inside('by', (one, { view }) => nameOf(view, one.author)),
  ],
  ({ reader, from, to }) =>
    linesOf(reader)
      .filter(({ month }) => from.slice(0, 7) <= month && month <= to.slice(0, 7))
      .sort((a, b) =>
        a.month === b.month
          ? a.at < b.at || (a.at === b.at && a.id < b.id)
            ? -1
            : 1
          : a.month < b.month
            ? -1
            : 1,
      ),
)

/** 工程: what is built or repaired for everybody and was not over before these days. */
export const works = exportTable<Works>(
  'works',
  'money',
  [
    // What a thing is called hangs on the wall, unless it tells of somebody's door or phone.
    open('label', (one, { internal }) =>
      internal || tellingIn(one.label).length === 0 ? one.label : undefined,
    ),
    open('worksState', (one) => ({ of: 'worksState', value: stateOfWorks(one) })),
    open('budget', (one) => yuan(one.budget)),
    open('cost', (one) => yuan(one.cost)),
    open('fund', (one) => one.fund && { of: 'fund', value: one.fund }),
    open('vendor', (one) => one.vendor),
    open('quotes', (one) => one.quotes.length),
    open('finishedDay', finishedOn),
    open('warrantyDay', (one) => one.warrantyUntil),
    inside('text', (one) => one.need),
  ],
  ({ reader, from, to }) =>
    reader
      .all<Works>('works')
      .filter((one) => dayOf(one.at) <= to && (finishedOn(one) ?? to) >= from)
      .sort((a, b) => (a.at < b.at || (a.at === b.at && a.id < b.id) ? -1 : 1)),
)
