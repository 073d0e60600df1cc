import { type FeeRate, feeRateId } from '#domain/money/feeRate.ts'
import type { RecordId } from '#domain/ids.ts'
import { same } from '#domain/merge.ts'
import { refused } from '#domain/result.ts'
import type { Context, Done } from './context.ts'

/** Cents; what is left of earlier years stands apart. */
export type FeeFigures = Pick<FeeRate, 'payable' | 'paid' | 'arrearsPayable' | 'arrearsPaid'>

/** How much of a building's fees was due and was paid by the end of a month. W9: with what was on the screen. */
export async function putFees(
  ctx: Context,
  building: RecordId,
  month: string,
  wanted: { readonly [F in keyof FeeFigures]: FeeFigures[F] | undefined },
): Promise<Done> {
  const record = feeRateId(building, month)
  const shown = ctx.view.get<FeeRate>(record)
  const fields = ['payable', 'paid', 'arrearsPayable', 'arrearsPaid'] as const
  if (shown && fields.every((field) => same(shown[field], wanted[field]))) return refused('nothingToDo')
  const args = Object.fromEntries(
    fields.flatMap((field) => {
      const was = shown?.[field]
      const now = wanted[field]
      if (was === undefined && now === undefined) return []
      return [[field, { ...(was !== undefined && { was }), ...(now !== undefined && { now }) }]]
    }),
  )
  return ctx.commit([{ record, name: 'feeRate.put', v: 1, args: { place: building, month, ...args } }])
}
