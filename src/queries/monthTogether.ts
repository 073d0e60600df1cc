import type { RecordId } from '#domain/ids.ts'
import type { Resolution } from '#domain/council/resolution.ts'
import { type Works, finishedOn } from '#domain/ledger/works.ts'
import { monthAccount } from './accounts.ts'
import { feesForWall } from './fees.ts'
import { type Days, isIn, type Part, writtenOn } from './matters.ts'
import type { Reader } from './reader.ts'

/** What the compound decided and spent in a month; a part is absent where nothing was written down, or is not this person's. */
export interface Together {
  /** Resolutions of its sittings: done, of all. */
  readonly resolutions?: Part
  readonly worksFinished: number
  /** Cents. */
  readonly money?: { readonly income: number; readonly spent: number }
  /** Cents paid of cents due, this year's fees only, over buildings with enough homes in them. */
  readonly fees?: Part
}

/** `month` is `YYYY-MM`, `days` are its days until today. */
export function togetherOf(reader: Reader, compound: RecordId, month: string, days: Days): Together {
  const resolutions = reader.all<Resolution>('resolution').filter((one) => isIn(days, writtenOn(one)))
  const { lines, income, spent } = monthAccount(reader, month)
  const fees = reader.reads('fees', compound)
    ? feesForWall(reader, month).flatMap(({ current }) => (current ? [current] : []))
    : []
  const sum = (of: 'paid' | 'payable') => fees.reduce((all, one) => all + one[of], 0)
  return {
    worksFinished: reader.all<Works>('works').filter((one) => {
      const day = finishedOn(one)
      return day !== undefined && isIn(days, day)
    }).length,
    ...(resolutions.length > 0 && {
      resolutions: {
        n: resolutions.filter((one) => one.state === 'done').length,
        of: resolutions.length,
      },
    }),
    ...(lines.length > 0 && { money: { income, spent } }),
    ...(fees.length > 0 && { fees: { n: sum('paid'), of: sum('payable') } }),
  }
}
