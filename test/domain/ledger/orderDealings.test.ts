import { describe, expect, it } from 'vitest'
import type { Feedback } from '#domain/feedback/feedback.ts'
import { dueStanding } from '#domain/ledger/due.ts'
import { dueTableOf } from '#domain/ledger/dueTable.ts'
import { longNumber } from '#domain/longNumber.ts'
import type { Order } from '#domain/ledger/order.ts'
import { clockOf } from '#domain/ledger/orderClock.ts'
import { colourOf } from '#domain/ledger/orderColour.ts'
import { aLedger, did, type Ledger, ordered, said } from '#test/support/ledger.ts'

const give = (args: unknown, by = 'chen') => did('o1', 'order.give', args, by)
const send = (args: unknown, by = 'chen') => did('o1', 'order.transfer', args, by)
const due = (ledger: Ledger, now: string) =>
  dueStanding(clockOf(ledger.get<Order>('o1')), now, dueTableOf(undefined))

describe('an order is given', () => {
  it('to a person, a team or a firm, to one at a time', () => {
    const ledger = aLedger()
    ledger.receive(ordered())
    for (const hands of [{ assignee: 'li' }, { team: 'engineering' }, { vendor: '蓉梯电梯' }]) {
      const before = ledger.get<Order>('o1')
      const was = before.assignee ?? before.team ?? before.vendor
      expect(ledger.receive(give({ ...hands, ...(was && { was }) })).is).toBe('applied')
      const { assignee, team, vendor } = ledger.get<Order>('o1')
      expect(JSON.parse(JSON.stringify({ assignee, team, vendor }))).toEqual(hands)
    }
    expect(ledger.receive(give({ assignee: 'li', team: 'cleaning' }))).toEqual({ is: 'held', why: 'invalid' })
    expect(ledger.receive(give({}))).toEqual({ is: 'held', why: 'invalid' })
  })

  it('by two at once: the later has it, the earlier is named and stays in the history with its word', () => {
    const ledger = aLedger()
    ledger.receive(ordered(), give({ assignee: 'li', text: '他熟' }))
    expect(ledger.receive(give({ team: 'engineering', text: '要梯子' }, 'wang'))).toEqual({
      is: 'merged',
      lost: { assignee: 'li' },
    })
    const { assignee, team, events } = ledger.get<Order>('o1')
    expect([assignee, team]).toEqual([undefined, 'engineering'])
    expect(events.map((one) => [one.by, one.text])).toEqual([
      ['chen', '他熟'],
      ['wang', '要梯子'],
    ])
  })

  it('and what is done is given to nobody', () => {
    const ledger = aLedger()
    ledger.receive(ordered(), did('o1', 'order.close', { photos: [] }, 'li'))
    expect(ledger.receive(give({ assignee: 'li' }))).toEqual({ is: 'held', why: 'wrongState' })
  })
})

describe('an order goes outside', () => {
  it('with the number they keep it under; our clock stands still until they answer', () => {
    const ledger = aLedger('2024-03-04T02:00:00.000Z')
    ledger.receive(ordered('o1', { track: 'act_soon' }))
    ledger.receive(send({ body: 'hotline12345', reference: '240304-1187', workingDays: 3 }))
    expect(due(ledger, '2024-03-05T02:00:00.000Z')).toMatchObject({
      standing: 'outside',
      at: '2024-03-07T16:00:00.000Z',
    })
    expect(due(ledger, '2024-03-08T02:00:00.000Z')).toMatchObject({ standing: 'outside', late: true })
    ledger.at('2024-03-11T02:00:00.000Z')
    expect(ledger.receive(did('o1', 'order.reply', { text: '市政周三来修', photos: [] }, 'chen')).is).toBe(
      'applied',
    )
    // Seven days it was with them: three working days became ten.
    expect(due(ledger, '2024-03-11T03:00:00.000Z')).toMatchObject({
      standing: 'inTime',
      at: '2024-03-14T16:00:00.000Z',
    })
  })

  it('by two at once: what one left open the other fills; other numbers are named, never lost in silence', () => {
    const ledger = aLedger()
    ledger.receive(ordered(), send({ body: 'hotline12345' }))
    expect(ledger.receive(send({ body: 'hotline12345', reference: 'A-1' }, 'wang')).is).toBe('applied')
    expect(ledger.receive(send({ body: 'hotline12345', reference: 'B-2' }, 'zhao'))).toEqual({
      is: 'merged',
      lost: { reference: 'A-1' },
    })
    expect(ledger.get<Order>('o1').events.map((one) => one.reference)).toEqual([undefined, 'A-1', 'B-2'])
  })

  it('and an answer to what nobody sent is held', () => {
    const ledger = aLedger()
    ledger.receive(ordered())
    expect(ledger.receive(did('o1', 'order.reply', { text: '好', photos: [] }))).toEqual({
      is: 'held',
      why: 'wrongState',
    })
  })

  it('as a remark without an order too: it is escalated, with the same number', () => {
    const ledger = aLedger()
    ledger.receive(said())
    const out = (args: unknown) => did('f1', 'feedback.sendOut', args, 'chen')
    expect(ledger.receive(out({ body: 'street', reference: '街-77', workingDays: 7, text: '路面' })).is).toBe(
      'applied',
    )
    expect(ledger.get<Feedback>('f1')).toMatchObject({
      disposition: 'escalated',
      outside: { body: 'street', reference: '街-77', workingDays: 7 },
      followUps: [{ text: '路面' }],
    })
    const other = aLedger()
    other.receive(said('f1', { disposition: 'council_topic' }))
    expect(other.receive(out({ body: 'street' })).is).toBe('merged')
    expect(other.get<Feedback>('f1')).not.toHaveProperty('outside')
  })
})

describe('what it cost', () => {
  const account = (args: unknown, by = 'li') => did('o1', 'order.account', args, by)

  it('is whole cents, by field, also after it was closed', () => {
    const ledger = aLedger()
    ledger.receive(ordered(), did('o1', 'order.close', { photos: [] }, 'li'))
    ledger.receive(account({ costCents: { now: 12_850 }, payer: { now: 'maintenance_fund' } }))
    ledger.receive(account({ materials: { now: 'LED 灯一盏' } }, 'chen'))
    expect(ledger.get<Order>('o1')).toMatchObject({
      costCents: 12_850,
      payer: 'maintenance_fund',
      materials: 'LED 灯一盏',
    })
    expect(ledger.receive(account({ costCents: { now: 0.5 } }))).toEqual({ is: 'held', why: 'invalid' })
    expect(ledger.receive(account({ costCents: { now: 9_900 } }, 'chen'))).toEqual({
      is: 'merged',
      lost: { costCents: 12_850 },
    })
  })
})

describe('for exports', () => {
  it('a number is the compound’s first character, the day of receipt in Shanghai and the spoken number', () => {
    const received = { no: 7, receivedAt: '2024-03-03T16:30:00.000Z' }
    expect(longNumber('春和苑', { kind: 'feedback', ...received })).toBe('春-240304-007')
    expect(longNumber('春和苑', { kind: 'feedback', ...received, no: 1184 })).toBe('春-240304-1184')
    expect(longNumber('春和苑', { kind: 'order', ...received })).toBe('春-240304-桶007')
    expect(longNumber('春和苑', { kind: 'feedback' })).toBeUndefined()
  })

  it('a colour is green, yellow with a quarter of the time left, red when it is over or was opened again twice', () => {
    const ledger = aLedger('2024-03-04T02:00:00.000Z')
    ledger.receive(ordered())
    const colour = (now: string) => colourOf(due(ledger, now), ledger.get<Order>('o1'))
    expect(colour('2024-03-04T19:59:00.000Z')).toBe('green')
    expect(colour('2024-03-04T20:00:00.000Z')).toBe('yellow')
    expect(colour('2024-03-05T02:00:01.000Z')).toBe('red')
    const close = () => did('o1', 'order.close', { photos: [] }, 'li')
    const refuse = () => did('o1', 'order.callback', { result: 'dissatisfied' })
    ledger.receive(close())
    expect(colour('2024-03-04T19:00:00.000Z')).toBeUndefined()
    ledger.receive(refuse())
    expect(colour('2024-03-04T03:00:00.000Z')).toBe('green')
    ledger.receive(close(), refuse())
    expect(colour('2024-03-04T03:00:00.000Z')).toBe('red')
  })
})
