import { describe, expect, test } from 'vitest'
import { dueStanding } from '#domain/ledger/due.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import { fold } from '#domain/catalogue.ts'
import { type Order, orderId, sheetOrderId } from '#domain/ledger/order.ts'
import { clockOf } from '#domain/ledger/orderClock.ts'
import { order as orders } from '#domain/ledger/orderVerbs.ts'
import { askedAgain, isOfRound, isSeenGood, matterOf, saidAgain } from '#domain/bins/toFix.ts'
import { aLedger, did, type Ledger } from '#test/support/ledger.ts'

const PLACE = 'bin-1' as RecordId
const SHEET = { day: '2024-03-04', window: 'morning', item: 'lid' } as const
const ID = sheetOrderId(PLACE, SHEET)

const round = (day: string, window: 'morning' | 'evening', at: string, author = 'tang') => ({
  place: PLACE,
  day,
  window,
  author: author as PersonId,
  at,
})
const EVENING = round('2024-03-04', 'evening', '2024-03-04T10:00:00.000Z')

const OPENED = {
  from: [],
  place: PLACE,
  text: '桶盖没关好',
  category: 'waste',
  urgency: 'u3',
  track: 'act_soon',
  firstReceiver: 'zhou',
  before: [],
}

function found(sheet: Record<string, unknown> = SHEET, id: string = ID): Ledger {
  const ledger = aLedger('2024-03-04T01:00:00.000Z')
  const args = { ...OPENED, sheet }
  ledger.receive(did(id, 'order.open', args, 'zhou', '2024-03-04T00:30:00.000Z'))
  return ledger
}
const recheck = (good: boolean, at = '2024-03-04T10:05:00.000Z') =>
  did(ID, 'order.recheck', { good, photos: [] }, 'tang', at)
const closing = () => did(ID, 'order.close', { photos: [] }, 'li', '2024-03-04T06:00:00.000Z')

describe('the matter that a word on an item is about', () => {
  test('is one for an item of a sheet, the same on every device', () => {
    expect(sheetOrderId(PLACE, { ...SHEET })).toBe(ID)
    expect(sheetOrderId(PLACE, { ...SHEET, item: 'sign' })).not.toBe(ID)
    expect(sheetOrderId(PLACE, { ...SHEET, window: 'evening' })).not.toBe(ID)
  })

  test('is held as invalid under an id that does not follow from its sheet, whoever was first; what has no sheet opens as ever', () => {
    const at = '2024-03-04T00:30:00.000Z'
    const opening = (id: string, args: object) => did(id, 'order.open', args, 'zhou', at)
    const invalid = { is: 'held', why: 'invalid' }
    const sheet = { ...OPENED, sheet: SHEET }
    expect(fold(undefined, opening('o1', sheet))).toEqual({ record: undefined, outcome: invalid })
    expect(fold(undefined, opening(ID, { ...sheet, place: 'bin-2' })).outcome).toEqual(invalid)
    const open = found().get<Order>(ID)
    expect(fold(open, opening(ID, { ...sheet, sheet: { ...SHEET, item: 'sign' } }))).toEqual({
      record: open,
      outcome: invalid,
    })
    expect(fold(undefined, opening(ID, sheet)).outcome).toEqual({ is: 'applied' })
    for (const id of ['o1', orderId('f1' as RecordId)])
      expect(fold(undefined, opening(id, { ...OPENED, from: ['f1'] })).outcome).toEqual({ is: 'applied' })
  })

  test('is the own sheet’s, else the one an earlier round left; what was taken back and what is elsewhere is none', () => {
    const open = found().get<Order>(ID)
    expect(matterOf([open], EVENING, 'lid')).toBe(open)
    expect(matterOf([open], EVENING, 'sign')).toBeUndefined()
    expect(matterOf([open], { ...EVENING, place: 'bin-2' as RecordId }, 'lid')).toBeUndefined()
    expect(isOfRound(open, EVENING)).toBe(false)
    expect(isOfRound(open, round('2024-03-04', 'morning', '2024-03-04T00:10:00.000Z'))).toBe(true)
    const ledger = found()
    ledger.receive(did(ID, 'order.withdraw', { reason: '看错了' }))
    expect(matterOf([ledger.get(ID)], EVENING, 'lid')).toBeUndefined()
  })

  test('stands again when a later round, which had not heard that it was taken back, says that it is not in order', () => {
    const ledger = found()
    ledger.receive(did(ID, 'order.withdraw', { reason: '看错了' }, 'zhou', '2024-03-04T00:40:00.000Z'))
    expect(matterOf([ledger.get<Order>(ID)], EVENING, 'lid')).toBeUndefined()
    ledger.receive(recheck(false))
    expect(matterOf([ledger.get<Order>(ID)], EVENING, 'lid')).toMatchObject({ id: ID, status: 'open' })
  })

  test('of several that stand it is the latest', () => {
    const other = sheetOrderId(PLACE, { ...SHEET, day: '2024-03-03' })
    const older = {
      ...found({ ...SHEET, day: '2024-03-03' }, other).get<Order>(other),
      at: '2024-03-03T00:30:00.000Z',
    }
    const open = found().get<Order>(ID)
    expect(matterOf([open, older], EVENING, 'lid')).toBe(open)
    expect(askedAgain([open, older], EVENING)).toEqual([older, open])
  })

  test('is read by those who go round there, not by those who read orders', () => {
    expect(orders.scopeOf(found().get(ID))).toEqual({ place: PLACE, group: 'bins', people: ['zhou'] })
  })
})

describe('what is asked again', () => {
  test('is what is open, and what is said to be handled until somebody at the bins has seen it', () => {
    const ledger = found()
    expect(askedAgain([ledger.get(ID)], EVENING)).toHaveLength(1)
    ledger.receive(closing())
    expect([askedAgain([ledger.get(ID)], EVENING).length, isSeenGood(ledger.get(ID))]).toEqual([1, false])
    ledger.receive(recheck(true))
    expect(isSeenGood(ledger.get(ID))).toBe(true)
    // Who said so sees their answer to the end of the round; the next one is asked nothing.
    expect([askedAgain([ledger.get(ID)], EVENING).length, saidAgain(ledger.get(ID), EVENING)]).toEqual([
      1,
      true,
    ])
    const next = round('2024-03-05', 'morning', '2024-03-04T23:00:00.000Z')
    expect(askedAgain([ledger.get(ID)], next)).toEqual([])
    // It is the same matter for a week all the same.
    expect(matterOf([ledger.get(ID)], next, 'lid')?.id).toBe(ID)
    const later = round('2024-03-12', 'morning', '2024-03-11T23:00:00.000Z')
    expect(matterOf([ledger.get(ID)], later, 'lid')).toBeUndefined()
  })

  test('seen good and opened again is asked again', () => {
    const ledger = found()
    ledger.receive(recheck(true), did(ID, 'order.reopen', { text: '又坏了' }, 'chen'))
    expect(isSeenGood(ledger.get(ID))).toBe(false)
    const next = round('2024-03-05', 'morning', '2024-03-04T23:00:00.000Z')
    expect(askedAgain([ledger.get(ID)], next)).toHaveLength(1)
  })
})

describe('the clock of what a round found', () => {
  const due = (ledger: Ledger) => dueStanding(clockOf(ledger.get<Order>(ID)), '2024-03-04T12:00:00.000Z')

  test('goes on when it is found again while it is open, and starts anew when it comes back', () => {
    const ledger = found()
    const first = due(ledger).at
    ledger.at('2024-03-04T10:06:00.000Z')
    ledger.receive(recheck(false))
    expect(due(ledger).at).toBe(first)
    ledger.receive(closing())
    expect(due(ledger).standing).toBe('done')
    ledger.at('2024-03-04T11:00:00.000Z')
    ledger.receive(recheck(false, '2024-03-04T10:30:00.000Z'))
    expect(due(ledger).at).toBe('2024-03-05T11:00:00.000Z')
  })

  test('ends at the receipt of the word that it is in order', () => {
    const ledger = found()
    ledger.at('2024-03-04T10:06:00.000Z')
    ledger.receive(recheck(true))
    expect(ledger.get<Order>(ID)).toMatchObject({ status: 'done', closedAt: '2024-03-04T10:06:00.000Z' })
  })
})
