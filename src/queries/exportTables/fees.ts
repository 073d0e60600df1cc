import { type BuildingFees, feesOf, FEWEST_HOMES } from '#queries/fees.ts'
import { type Asking, column, exportTable } from './table.ts'

interface FeeRow {
  readonly month: string
  readonly of: BuildingFees
}

const open = column('open')

/** A rate of very few homes tells of each of them: it stays inside. */
const sum = (id: string, of: (one: BuildingFees) => number | undefined) =>
  open<FeeRow>(id, (row, { internal }) => (internal || row.of.homes >= FEWEST_HOMES ? of(row.of) : undefined))

const yuan = (cents: number | undefined) => (cents === undefined ? undefined : cents / 100)

/** 物业费: what was due and what was paid, one row for each building and month. */
export const fees = exportTable<FeeRow>(
  'fees',
  'fees',
  [
    open('month', ({ month }) => month),
    open('building', ({ of }) => of.label),
    open('homes', ({ of }) => of.homes),
    sum('payable', ({ current }) => yuan(current?.payable)),
    sum('paid', ({ current }) => yuan(current?.paid)),
    sum('collected', ({ current }) => current?.percent),
    sum('arrearsPayable', ({ arrears }) => yuan(arrears?.payable)),
    sum('arrearsPaid', ({ arrears }) => yuan(arrears?.paid)),
  ],
  ({ reader, from, to }: Asking) =>
    monthsOf(from, to).flatMap((month) =>
      feesOf(reader, month)
        .filter((of) => of.typed !== undefined)
        .map((of): FeeRow => ({ month, of })),
    ),
)

/** `YYYY-MM` of all months that some days lie in. */
function monthsOf(from: string, to: string): readonly string[] {
  const months: string[] = []
  let [year = 0, month = 1] = from.split('-').map(Number)
  for (;;) {
    const name = `${year}-${String(month).padStart(2, '0')}`
    if (name > to.slice(0, 7)) return months
    months.push(name)
    ;[year, month] = month === 12 ? [year + 1, 1] : [year, month + 1]
  }
}
