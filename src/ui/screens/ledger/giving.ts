import { openOrder, giveOrder } from '#commands/orders.ts'
import type { Context, Done } from '#commands/context.ts'
import type { Track } from '#domain/ledger/due.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { Hands } from '#domain/ledger/hands.ts'
import { type Order, orderId } from '#domain/ledger/order.ts'
import { refused } from '#domain/result.ts'

/** Gives it out; a remark without an order becomes one on the way. */
export async function giveOut(
  ctx: Context,
  what: { readonly record?: Feedback | undefined; readonly order?: Order | undefined },
  { hands, track, why }: { readonly hands: Hands; readonly track: Track; readonly why?: string },
): Promise<Done> {
  const { record } = what
  if (record && !what.order) {
    const opened = await openOrder(ctx, record, track)
    if (!opened.ok) return opened
  }
  const order = what.order ?? (record && ctx.view.get<Order>(orderId(record.id)))
  return order ? giveOrder(ctx, order, hands, why) : refused('notPossible')
}
