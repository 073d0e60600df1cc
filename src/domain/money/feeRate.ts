import { optional, strictObject } from 'valibot'
import { edited } from '#domain/edits.ts'
import { monthOfYear } from './accountWords.ts'
import { derivedId, id, type RecordId } from '#domain/ids.ts'
import { marked, mergeFields } from '#domain/merge.ts'
import { creation, fresh, type Kind, type Recorded } from '#domain/record.ts'
import { centsOrNone } from './yuan.ts'

/**
 * How much of the fees of one building was due and was paid by the end of a month, from the firm's own sheet; this year's
 * and what is left of earlier years apart. Never of one home: who owes what is not in the product.
 */
export interface FeeRate extends Recorded {
  readonly kind: 'feeRate'
  /** The building is its place. */
  readonly month: string
  readonly payable: number
  readonly paid: number
  readonly arrearsPayable?: number
  readonly arrearsPaid?: number
}

/** One record for a building and a month: who types it twice types the same. */
export function feeRateId(building: RecordId, month: string): RecordId {
  return derivedId('feeRate', building, month)
}

const must = strictObject({ was: optional(centsOrNone), now: centsOrNone })
const may = edited(optional(centsOrNone))

export const feeRate: Kind<FeeRate> = {
  kind: 'feeRate',
  // As all money, it is not for a shared tablet, nor while it waits.
  sealed: true,
  scopeOf: (record) => ({ place: record.place, group: 'fees', people: [record.author] }),
  verbs: {
    put: creation({
      v: 1,
      args: strictObject({
        place: id,
        month: monthOfYear,
        payable: must,
        paid: must,
        arrearsPayable: may,
        arrearsPaid: may,
      }),
      act: 'enterMoney',
      create: ({ place, month, payable, paid, arrearsPayable, arrearsPaid }, change, stamp): FeeRate => ({
        ...fresh('feeRate', place as RecordId, change, stamp),
        kind: 'feeRate',
        month,
        payable: payable.now,
        paid: paid.now,
        ...(arrearsPayable?.now !== undefined && { arrearsPayable: arrearsPayable.now }),
        ...(arrearsPaid?.now !== undefined && { arrearsPaid: arrearsPaid.now }),
        ...marked(stamp, 'payable', 'paid', 'arrearsPayable', 'arrearsPaid'),
      }),
      meet: (record: FeeRate, { payable, paid, arrearsPayable, arrearsPaid }, change, stamp) => {
        const edits = { payable, paid, arrearsPayable, arrearsPaid }
        return mergeFields(record, edits as never, change, stamp)
      },
    }),
  },
}
