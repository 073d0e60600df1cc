import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '#domain/catalogue.ts'
import { dueStanding } from '#domain/ledger/due.ts'
import type { RecordId } from '#domain/ids.ts'
import { type Order, orderId } from '#domain/ledger/order.ts'
import { order } from '#domain/ledger/orderVerbs.ts'
import { agreementOf, clockOf } from '#domain/ledger/orderClock.ts'
import { aLedger, did, type Ledger, ordered } from '#test/support/ledger.ts'

const AFTER = 'a'.repeat(64)
const close = (by = 'li', text = '换好 LED 灯', photos: string[] = []) =>
  did('o1', 'order.close', { text, photos }, by)
const answer = (result: string) => did('o1', 'order.callback', { result })
const due = (ledger: Ledger, now: string) => dueStanding(clockOf(ledger.get<Order>('o1')), now)

describe('an order', () => {
  it('takes its id from its remark: two people who open it make one', () => {
    expect(orderId('f1' as RecordId)).toBe(orderId('f1' as RecordId))
    const ledger = aLedger()
    ledger.receive(ordered())
    expect(ledger.receive(ordered('o1', {}, 'chen'))).toEqual({ is: 'already' })
    expect(ledger.receive(ordered('o1', { track: 'act_soon' }, 'chen'))).toMatchObject({
      is: 'merged',
      lost: { track: 'act_soon' },
    })
    expect(ledger.get<Order>('o1')).toMatchObject({ track: 'fix_now', author: 'zhou', no: 1 })
  })

  it('fixed on the spot is opened and closed in one, and counts as 立即改', () => {
    const ledger = aLedger()
    ledger.receive(ordered('o1', { fixed: { text: '拧紧了', photos: [AFTER] } }))
    const record = ledger.get<Order>('o1')
    expect([record.status, record.track, record.after, record.closedAt]).toEqual([
      'done',
      'fix_now',
      [AFTER],
      '2024-03-04T12:00:00.000Z',
    ])
  })

  it('fixed on the spot by one while another had opened it: it is closed', () => {
    const ledger = aLedger()
    ledger.receive(ordered('o1', {}, 'chen'))
    expect(ledger.receive(ordered('o1', { fixed: { photos: [AFTER] } })).is).toBe('applied')
    expect(ledger.get<Order>('o1').status).toBe('done')
  })

  it('goes from open over 接了 and 在办 to done', () => {
    const ledger = aLedger()
    const to = (status: string) => did('o1', 'order.progress', { to: status, photos: [] }, 'li')
    ledger.receive(ordered(), did('o1', 'order.assign', { assignee: 'li' }, 'chen'))
    expect(
      [ledger.receive(to('accepted')), ledger.receive(to('working')), ledger.receive(close())].map(
        (one) => one.is,
      ),
    ).toEqual(['applied', 'applied', 'applied'])
    expect(ledger.get<Order>('o1').events.map((one) => one.is)).toEqual([
      'assigned',
      'accepted',
      'working',
      'closed',
    ])
  })

  it('an invalid jump is held, not folded', () => {
    const ledger = aLedger()
    ledger.receive(ordered(), close())
    const jumps = [
      did('o1', 'order.progress', { to: 'working', photos: [] }),
      did('o1', 'order.hold', { reason: 'parts', until: '2024-03-08' }),
      did('o1', 'order.assign', { assignee: 'zhao' }),
    ]
    expect(jumps.map((jump) => ledger.receive(jump))).toEqual(
      jumps.map(() => ({ is: 'held', why: 'wrongState' })),
    )
    const fresh = aLedger()
    expect(fresh.receive(ordered(), answer('satisfied'))).toEqual({ is: 'held', why: 'wrongState' })
  })

  it('closing what is closed is merged: the first stands, words and photos of the second stay', () => {
    const ledger = aLedger()
    ledger.receive(ordered(), close('li'))
    ledger.at('2024-03-04T12:01:00.000Z')
    expect(ledger.receive(close('zhao', '我也去看了，亮了', [AFTER])).is).toBe('merged')
    const record = ledger.get<Order>('o1')
    expect(record.closedAt).toBe('2024-03-04T12:00:00.000Z')
    expect(record.after).toEqual([AFTER])
    expect(record.events.at(-1)).toMatchObject({ is: 'noted', by: 'zhao', text: '我也去看了，亮了' })
  })

  it('is read by its author, and by whose hands it is in while it is open', () => {
    const ledger = aLedger()
    ledger.receive(ordered(), did('o1', 'order.assign', { assignee: 'li' }, 'chen'))
    expect(order.scopeOf(ledger.get('o1'))).toEqual({
      place: 'floor-9',
      group: 'orders',
      people: ['zhou', 'li'],
    })
    ledger.receive(close())
    expect(order.scopeOf(ledger.get('o1')).people).toEqual(['zhou'])
  })

  it('dissatisfied opens it again, with 24 hours from the server’s receipt', () => {
    const ledger = aLedger()
    ledger.receive(ordered('o1', { track: 'visible_plan', urgency: 'u4' }), close())
    ledger.at('2024-03-06T01:00:00.000Z')
    expect(ledger.receive(answer('dissatisfied')).is).toBe('applied')
    expect(ledger.get<Order>('o1')).toMatchObject({ status: 'open' })
    expect(ledger.get<Order>('o1').closedAt).toBeUndefined()
    expect(due(ledger, '2024-03-06T01:00:00.000Z').at).toBe('2024-03-07T01:00:00.000Z')
  })

  it('satisfied, basically and unreachable leave it handled; only the asker’s last word since then counts', () => {
    const ledger = aLedger()
    ledger.receive(ordered(), close(), answer('unreachable'), answer('satisfied'))
    expect(agreementOf(ledger.get('o1'))?.result).toBe('satisfied')
    ledger.receive(answer('dissatisfied'), close())
    expect(agreementOf(ledger.get('o1'))).toBeUndefined()
  })

  it('held with a reason and a next date the clock stands still, until then or until work goes on', () => {
    const ledger = aLedger()
    ledger.receive(ordered())
    ledger.at('2024-03-04T14:00:00.000Z')
    ledger.receive(did('o1', 'order.hold', { reason: 'parts', until: '2024-03-06' }, 'li'))
    expect(due(ledger, '2024-03-05T00:00:00.000Z').standing).toBe('onHold')
    expect(due(ledger, '2024-03-05T00:00:00.000Z').at).toBe('2024-03-07T14:00:00.000Z')
    ledger.at('2024-03-05T14:00:00.000Z')
    ledger.receive(did('o1', 'order.progress', { to: 'working', photos: [] }, 'li'))
    expect(due(ledger, '2024-03-05T15:00:00.000Z').at).toBe('2024-03-06T12:00:00.000Z')
  })

  it('runs no clock before the server has it', () => {
    const here = fold(undefined, ordered()).record as Order
    expect(dueStanding(clockOf(here), '2024-03-04T12:00:00.000Z').standing).toBe('notReceived')
  })

  it('keeps every event once, whatever is sent again', () => {
    const steps = [
      () => did('o1', 'order.assign', { assignee: 'li' }),
      () => did('o1', 'order.note', { text: '打电话催', photos: [] }),
      () => close(),
      () => answer('dissatisfied'),
      () => did('o1', 'order.hold', { reason: 'vendor', until: '2024-03-09' }),
      () => did('o1', 'order.reopen', { text: '又不亮了' }),
    ]
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(steps.length - 1), fc.boolean()), { maxLength: 20 }), (walk) => {
        const ledger = aLedger()
        ledger.receive(ordered())
        for (const [index, twice] of walk) {
          const change = steps[index]?.() ?? close()
          ledger.receive(change)
          if (twice) ledger.receive(change)
        }
        const record = ledger.get<Order>('o1')
        const ids = record.events.map((one) => one.id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(record.status === 'done').toBe(record.closedAt !== undefined)
      }),
      { numRuns: 300 },
    )
  })
})
