import type { FeeRate } from '#domain/money/feeRate.ts'
import type { RecordId } from '#domain/ids.ts'
import { isLivedIn, type Place } from '#domain/places.ts'
import type { Reader } from './reader.ts'

/** Paid of payable, cents; `percent` is whole and absent where nothing was due. */
export interface Collected {
  readonly paid: number
  readonly payable: number
  readonly percent?: number
}

export interface BuildingFees {
  readonly building: RecordId
  readonly label: string
  readonly homes: number
  /** Absent: nobody typed it in. */
  readonly typed?: FeeRate | undefined
  readonly current?: Collected | undefined
  /** What is left of earlier years, never in one number with this year's. */
  readonly arrears?: Collected | undefined
}

/** Every building in the compound's order with what was typed in for a month. */
export function feesOf(reader: Reader, month: string): readonly BuildingFees[] {
  const rates = new Map(
    reader
      .all<FeeRate>('feeRate')
      .filter((one) => one.month === month)
      .map((one) => [one.place, one]),
  )
  const places = reader.all<Place>('place')
  return places
    .filter((one) => one.what === 'building')
    .sort((a, b) => a.order - b.order)
    .map((one): BuildingFees => {
      const typed = rates.get(one.id)
      return {
        building: one.id,
        label: one.label,
        homes: places.filter((place) => isLivedIn(place) && reader.tree.below(place.id, one.id)).length,
        typed,
        current: typed && collected(typed.paid, typed.payable),
        arrears:
          typed?.arrearsPayable === undefined
            ? undefined
            : collected(typed.arrearsPaid ?? 0, typed.arrearsPayable),
      }
    })
}

/** Fewer homes than this are told one by one by a rate: it stays inside. */
export const FEWEST_HOMES = 5

/** What may be told outside: rates of buildings with enough homes in them. */
export function feesForWall(reader: Reader, month: string): readonly BuildingFees[] {
  return feesOf(reader, month).filter((one) => one.current && one.homes >= FEWEST_HOMES)
}

function collected(paid: number, payable: number): Collected {
  return { paid, payable, ...(payable > 0 && { percent: Math.round((paid / payable) * 100) }) }
}
