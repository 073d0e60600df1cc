import { describe, expect, it } from 'vitest'
import type { Order } from '#domain/ledger/order.ts'
import { order } from '#domain/ledger/orderVerbs.ts'
import { aLedger, did, ordered } from '#test/support/ledger.ts'

const FIRST = '2024-03-04T08:00:00.000Z'
const PHOTO = 'c'.repeat(64)

/** Two orders; `a` was written down first. */
function two() {
  const ledger = aLedger()
  ledger.receive({ ...ordered('a', { from: ['fa'] }), at: FIRST }, ordered('b', { from: ['fb'] }))
  return ledger
}
const join = (record: string, to: string, earlierAt: string, by = 'tang') =>
  did(record, 'order.join', { to, earlierAt }, by)
const merge = (by?: string) => join('b', 'a', FIRST, by)

describe('two orders for one thing', () => {
  it('the later ends in the earlier, with its history, and what it was is there again when it is taken apart', () => {
    const ledger = two()
    ledger.receive(did('b', 'order.give', { team: 'engineering' }, 'wang'))
    const before = ledger.get<Order>('b')
    expect(ledger.receive(merge())).toEqual({ is: 'applied' })
    const ended = ledger.get<Order>('b')
    expect(ended).toMatchObject({ mergedInto: 'a', voided: { by: 'tang' }, status: 'open' })
    expect(ended.events.map(({ is }) => is)).toEqual(['assigned', 'joined'])
    expect(ledger.get<Order>('a').events).toEqual([])
    expect(ledger.receive(merge('wang'))).toEqual({ is: 'already' })

    expect(ledger.receive(did('b', 'order.part', { from: 'a' }))).toEqual({ is: 'applied' })
    const { events, won: _, ...apart } = ledger.get<Order>('b')
    expect(apart).toEqual({ ...before, events: undefined, won: undefined })
    expect(events.map(({ is }) => is)).toEqual(['assigned', 'joined', 'parted'])
    expect(ledger.receive(did('b', 'order.part', { from: 'a' }))).toEqual({ is: 'already' })
  })

  it('goes one way only: two who merge crosswise say the same thing, and no order ends in itself', () => {
    const ledger = two()
    const later = ledger.get<Order>('b').at
    expect(ledger.receive(join('a', 'b', later))).toEqual({ is: 'held', why: 'invalid' })
    expect(ledger.receive(join('b', 'b', later))).toEqual({ is: 'held', why: 'invalid' })
  })

  it('what is handled or taken back is not merged: a person decides', () => {
    const ledger = two()
    ledger.receive(did('b', 'order.close', { photos: [] }, 'li'))
    expect(ledger.receive(merge())).toEqual({ is: 'held', why: 'wrongState' })
    const other = two()
    other.receive(did('b', 'order.withdraw', { reason: '记错了' }, other.get<Order>('b').author))
    expect(other.receive(merge())).toEqual({ is: 'held', why: 'wrongState' })
  })

  it('a duplicate of a duplicate: merged into two at once, the later stands and the earlier is named', () => {
    const ledger = two()
    ledger.receive(merge(), did('c', 'x', {}))
    const again = join('b', 'c', '2024-03-04T09:00:00.000Z', 'wang')
    expect(ledger.receive(again)).toEqual({ is: 'merged', lost: { mergedInto: 'a' } })
    expect(ledger.get<Order>('b').mergedInto).toBe('c')
    // Whoever parts it from the first meant that one.
    expect(ledger.receive(did('b', 'order.part', { from: 'a' }))).toEqual({ is: 'already' })
  })

  it('a closing that meets the merge is in its history with words and picture, and moves nothing', () => {
    const ledger = two()
    ledger.receive(merge())
    const closing = did('b', 'order.close', { text: '换好了', photos: [PHOTO] }, 'li')
    expect(ledger.receive(closing)).toEqual({ is: 'merged', lost: { status: 'done' }, into: 'a' })
    const kept = ledger.get<Order>('b')
    expect(kept).toMatchObject({ status: 'open', mergedInto: 'a' })
    expect(kept.events.at(-1)).toMatchObject({ is: 'closed', text: '换好了', photos: [PHOTO], by: 'li' })
    expect(order.photosOf?.(kept)).toContain(PHOTO)
    expect(ledger.receive(closing).is).toBe('merged')
    expect(ledger.get<Order>('b').events).toHaveLength(2)
  })

  it('what else was done to it meanwhile is kept beside it too', () => {
    for (const [name, args] of [
      ['order.give', { vendor: '蓉城水电行' }],
      ['order.hold', { reason: 'parts', until: '2024-03-08' }],
      ['order.progress', { to: 'working', photos: [] }],
      ['order.promise', { until: '2024-03-08' }],
      ['order.transfer', { body: 'hotline12345', reference: '1' }],
    ] as const) {
      const ledger = two()
      ledger.receive(merge())
      const { events: _, ...before } = ledger.get<Order>('b')
      expect(ledger.receive(did('b', name, args, 'li'))).toMatchObject({ is: 'merged', into: 'a' })
      const { events, ...after } = ledger.get<Order>('b')
      expect(after).toEqual(before)
      expect(events).toHaveLength(2)
    }
  })
})
