import type { RecordId } from '#domain/ids.ts'
import { codeFrom, type FirmLink, givingOf } from '#domain/ledger/firmLink.ts'
import type { Order } from '#domain/ledger/order.ts'
import { refused } from '#domain/result.ts'
import type { Context, Done } from './context.ts'

/**
 * Makes the way by which the firm that has an order can answer, with a code of its own; it opens once the server has it. The code
 * comes from the same chance as an id, here on the device, so that it can be told on the spot, also without a network.
 */
export function makeFirmLink(ctx: Context, order: Order): Promise<Done> {
  const { vendor, place } = order
  const given = givingOf(order)
  if (vendor === undefined || given === undefined || order.status === 'done')
    return Promise.resolve(refused('notPossible'))
  const args = { place, order: order.id, vendor, given, code: codeFrom(ctx.newId()) }
  return ctx.commit([{ record: ctx.newId() as RecordId, name: 'firmLink.make', v: 1, args }])
}

/** Calls it back: nobody can answer by it any more. */
export function stopFirmLink(ctx: Context, link: FirmLink): Promise<Done> {
  return ctx.commit([{ record: link.id, name: 'firmLink.stop', v: 1, args: {} }])
}
