import { describe, expect, it } from 'vitest'
import type { Order, OrderEvent } from '#domain/ledger/order.ts'
import { clockOf, reopenings } from '#domain/ledger/orderClock.ts'

/** An order that was received at 10:00 in Shanghai on Monday the 4th of March 2024, and what became of it since. */
const order = (events: readonly Partial<OrderEvent>[], more: Partial<Order> = {}) =>
  ({
    status: 'working',
    track: 'act_soon',
    urgency: 'u3',
    receivedAt: '2024-03-04T02:00:00.000Z',
    events,
    ...more,
  }) as Order
const at = (day: string, hour: string) => `2024-03-${day}T${hour}:00:00.000Z`
const held = (receivedAt: string, until: string) => ({ is: 'held', receivedAt, until }) as const
const then = (is: OrderEvent['is'], receivedAt: string, more: Partial<OrderEvent> = {}) => ({
  is,
  receivedAt,
  ...more,
})
const holds = (...events: readonly Partial<OrderEvent>[]) => clockOf(order(events)).holds

describe('the times in which the clock of an order stands still', () => {
  it('end with the planned day in Shanghai, or before it when work goes on, never after it', () => {
    const from = at('05', '02')
    expect(holds(held(from, '2024-03-06'))).toEqual([{ from, to: at('06', '16') }])
    expect(holds(held(from, '2024-03-06'), then('working', at('05', '08')))).toEqual([
      { from, to: at('05', '08') },
    ])
    expect(holds(held(from, '2024-03-06'), then('working', at('08', '02')))).toEqual([
      { from, to: at('06', '16') },
    ])
    expect(holds(held(from, '2024-03-06'), then('closed', at('05', '03')))).toEqual([
      { from, to: at('05', '03') },
    ])
  })

  it('are none where the planned day was over when the server heard of it, or nobody said until when', () => {
    expect(holds(held(at('05', '16'), '2024-03-05'))).toEqual([])
    expect(holds({ is: 'held', receivedAt: at('05', '02') })).toEqual([])
    expect(holds({ is: 'held', until: '2024-03-06' })).toEqual([])
  })

  it('are counted once where one lies in another, or begins as another ends', () => {
    const outside = [then('transferred', at('05', '04')), then('replied', at('05', '06'))]
    expect(holds(held(at('05', '02'), '2024-03-05'), ...outside)).toEqual([
      { from: at('05', '02'), to: at('05', '16') },
    ])
    expect(holds(held(at('05', '02'), '2024-03-05'), held(at('05', '08'), '2024-03-06'))).toEqual([
      { from: at('05', '02'), to: at('06', '16') },
    ])
    expect(holds(...outside, held(at('06', '02'), '2024-03-06'))).toEqual([
      { from: at('05', '04'), to: at('05', '06') },
      { from: at('06', '02'), to: at('06', '16') },
    ])
  })

  it('are those outside until they answered or it was closed without them', () => {
    const transferred = then('transferred', at('05', '04'))
    expect(holds(transferred)).toEqual([])
    expect(holds(transferred, then('closed', at('07', '04')))).toEqual([
      { from: at('05', '04'), to: at('07', '04') },
    ])
    expect(holds(transferred, then('replied', at('05', '04')))).toEqual([])
  })
})

describe('from when the clock of an order runs', () => {
  it('is the earliest receipt of all that say the same', () => {
    const heard = order([], { heardReceivedAt: at('03', '02') })
    expect(clockOf(heard).receivedAt).toBe(at('03', '02'))
    expect(clockOf(heard, at('02', '02')).receivedAt).toBe(at('02', '02'))
    expect(clockOf(order([], { heardReceivedAt: at('06', '02') })).receivedAt).toBe(at('04', '02'))
  })

  it('is the last reopening that the server has, until it is handled again', () => {
    const events = [
      then('closed', at('05', '02')),
      then('reopened', at('06', '02')),
      then('closed', at('07', '02')),
      then('callback', at('08', '02'), { result: 'dissatisfied' }),
    ]
    expect(clockOf(order(events)).reopenedAt).toBe(at('08', '02'))
    expect(clockOf(order([...events, { is: 'reopened' }])).reopenedAt).toBe(at('08', '02'))
    expect(clockOf(order(events, { status: 'done' })).reopenedAt).toBeUndefined()
    expect(clockOf(order([])).reopenedAt).toBeUndefined()
  })

  it('is not when it is found wanting while it is open: it only hears of it', () => {
    const bad = then('rechecked', at('06', '02'), { good: false })
    expect(reopenings(order([bad]))).toEqual([])
    expect(reopenings(order([then('closed', at('05', '02')), bad]))).toEqual([bad])
    expect(reopenings(order([then('closed', at('05', '02')), bad, bad]))).toHaveLength(1)
    expect(reopenings(order([then('rechecked', at('05', '02'), { good: true }), bad]))).toEqual([bad])
  })
})
