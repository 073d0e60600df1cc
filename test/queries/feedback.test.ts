import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PersonId, type RecordId, SERVER } from '#domain/ids.ts'
import { orderId } from '#domain/ledger/order.ts'
import { countsByTrack, feedbackList, myRecentPlaces } from '#queries/feedback.ts'
import { feedbackDetail } from '#queries/feedbackDetail.ts'
import { orderOf, ordersFor } from '#queries/orders.ts'
import { rootOf, voicesOf } from '#queries/voices.ts'
import { openBook } from '#store/book.ts'
import { aLedger, did, type Ledger, ordered, said } from '../support/ledger.ts'

const NOW = '2024-03-05T09:00:00.000Z'
const id = (text: string) => text as RecordId
const o = (feedback: string) => orderId(id(feedback))

function bookOf(ledger: Ledger) {
  const book = openBook()
  book.load(ledger.records(), [])
  return book
}

/** A remark with its order, received at an instant. */
function matter(ledger: Ledger, name: string, at: string, track: string, urgency = 'u3') {
  ledger.at(at)
  ledger.receive(
    said(name, { disposition: 'work_order', urgency }),
    ordered(o(name), { from: [name], track, urgency }),
  )
}

describe('the list of remarks', () => {
  const ledger = aLedger()
  matter(ledger, 'late', '2024-03-03T08:00:00.000Z', 'fix_now')
  matter(ledger, 'soon', '2024-03-04T12:00:00.000Z', 'fix_now')
  matter(ledger, 'calm', '2024-03-04T12:00:00.000Z', 'act_soon')
  matter(ledger, 'plan', '2024-03-04T12:00:00.000Z', 'visible_plan', 'u4')
  matter(ledger, 'done', '2024-03-04T08:00:00.000Z', 'fix_now')
  ledger.receive(did(o('done'), 'order.close', { photos: [] }, 'li'))
  ledger.receive(said('answered', { disposition: 'answered_on_spot', answer: '讲过了' }))
  ledger.receive(said('gone'), did('gone', 'feedback.withdraw', { reason: '记错了' }))
  const book = bookOf(ledger)

  it('shows the soonest due first, overdue on top', () => {
    const rows = feedbackList(book, {}, NOW).filter((row) => row.drawer !== 'done')
    expect(rows.map((row) => [row.id, row.due.standing])).toEqual([
      ['late', 'overdue'],
      ['soon', 'soon'],
      ['calm', 'inTime'],
      ['plan', 'inTime'],
    ])
  })

  it('counts what lies in each drawer; withdrawn remarks lie in none', () => {
    expect(countsByTrack(feedbackList(book, {}, NOW))).toEqual({
      fix_now: 2,
      act_soon: 1,
      visible_plan: 1,
      done: 2,
    })
  })

  it('opens one drawer, and finds words, numbers and places', () => {
    expect(feedbackList(book, { drawer: 'visible_plan' }, NOW).map((row) => row.id)).toEqual(['plan'])
    const no = feedbackList(book, { drawer: 'act_soon' }, NOW)[0]?.no
    expect(feedbackList(book, { search: String(no) }, NOW).map((row) => row.id)).toContain('calm')
    expect(feedbackList(book, { search: '没有这个词' }, NOW)).toEqual([])
  })

  it('says how long a handled one took', () => {
    expect(feedbackDetail(book, id('done'), NOW)?.due).toMatchObject({
      standing: 'done',
      amount: 1,
      unit: 'hours',
    })
  })

  it('puts what nobody has decided where its kind would put it', () => {
    const fresh = aLedger()
    fresh.receive(said('u', { category: 'elevator' }))
    expect(feedbackList(bookOf(fresh), {}, NOW)[0]).toMatchObject({
      drawer: 'act_soon',
      due: { standing: 'inTime' },
    })
  })

  it('what became an order that the reader may not see shows no clock, and is done when its asker was told', () => {
    const passed = aLedger()
    passed.at('2024-03-01T08:00:00.000Z')
    passed.receive(said('passed', { disposition: 'work_order' }), said('told', { disposition: 'work_order' }))
    passed.receive(did('told', 'feedback.tell', {}))
    const rows = [...feedbackList(bookOf(passed), {}, NOW)].reverse()
    expect(rows.map((row) => [row.id, row.due.standing, row.drawer === 'done'])).toEqual([
      ['passed', 'untold', false],
      ['told', 'done', true],
    ])
  })

  it('shows what is only here without a number and without a clock', () => {
    const fresh = openBook()
    fresh.load([], [said('mine'), ordered(o('mine'), { from: ['mine'] })])
    const [row] = feedbackList(fresh, {}, NOW)
    expect([row?.no, row?.standing, row?.due.standing]).toEqual([undefined, 'waiting', 'notReceived'])
  })

  it('puts on top what speaks of danger until somebody says that the call was made', () => {
    const fresh = aLedger()
    matter(fresh, 'late', '2024-03-01T08:00:00.000Z', 'fix_now')
    fresh.at('2024-03-05T08:00:00.000Z')
    fresh.receive(said('gas', { text: '8楼煤气味重得很' }))
    expect(feedbackList(bookOf(fresh), {}, NOW)[0]).toMatchObject({ id: 'gas', ring: true })
    fresh.receive(said('pressed', { text: '', danger: 'lift' }))
    expect(feedbackList(bookOf(fresh), {}, NOW).find((row) => row.id === 'pressed')?.ring).toBe(true)
    fresh.receive(did('gas', 'feedback.call', {}), did('pressed', 'feedback.call', {}))
    expect(feedbackList(bookOf(fresh), {}, NOW)[0]?.id).toBe('late')
  })
})

describe('voices that say the same', () => {
  it('count through links of links, share the order, and inherit the earliest receipt', () => {
    const ledger = aLedger()
    ledger.at('2024-03-04T01:00:00.000Z')
    ledger.receive(said('early'))
    matter(ledger, 'root', '2024-03-04T12:00:00.000Z', 'fix_now')
    ledger.receive(said('third'))
    ledger.receive(
      did('early', 'feedback.link', { to: 'root' }),
      did('third', 'feedback.link', { to: 'early' }),
    )
    const book = bookOf(ledger)
    expect(voicesOf(book, id('third')).map((one) => one.id)).toEqual(['early', 'root', 'third'])
    expect(orderOf(book, id('third'))?.id).toBe(o('root'))
    expect(feedbackList(book, {}, NOW)).toHaveLength(1)
    expect(feedbackList(book, {}, NOW)[0]).toMatchObject({
      id: 'root',
      voices: 3,
      due: { at: '2024-03-05T01:00:00.000Z' },
    })
  })

  it('a circle resolves to its earliest member, from whichever end one looks', () => {
    const ledger = aLedger()
    ledger.receive(said('a'))
    ledger.at('2024-03-04T13:00:00.000Z')
    ledger.receive(said('b'), said('c'))
    ledger.receive(did('a', 'feedback.link', { to: 'b' }), did('b', 'feedback.link', { to: 'a' }))
    ledger.receive(did('c', 'feedback.link', { to: 'b' }))
    const book = bookOf(ledger)
    expect(['a', 'b', 'c'].map((one) => rootOf(book, id(one)))).toEqual(['a', 'a', 'a'])
    expect(feedbackList(book, {}, NOW).map((row) => [row.id, row.voices])).toEqual([['a', 3]])
  })

  it('any links whatever end, and every remark that stands is counted exactly once', () => {
    const names = ['f0', 'f1', 'f2', 'f3', 'f4', 'f5']
    const link = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names, 'nowhere'))
    fc.assert(
      fc.property(fc.array(link, { maxLength: 12 }), (links) => {
        const ledger = aLedger()
        for (const name of names) ledger.receive(said(name))
        for (const [from, to] of links) ledger.receive(did(from, 'feedback.link', { to }))
        const rows = feedbackList(bookOf(ledger), {}, NOW)
        expect(rows.reduce((sum, row) => sum + row.voices, 0)).toBe(names.length)
      }),
    )
  })

  it('keep their head when the first of them is withdrawn, and the order goes on for the others', () => {
    const ledger = aLedger()
    ledger.at('2024-03-04T01:00:00.000Z')
    matter(ledger, 'root', '2024-03-04T01:00:00.000Z', 'fix_now')
    ledger.at('2024-03-04T02:00:00.000Z')
    ledger.receive(said('b', { sameAs: 'root' }), said('c', { sameAs: 'b' }))
    ledger.receive(did('root', 'feedback.withdraw', { reason: '记错' }))
    const rows = feedbackList(bookOf(ledger), {}, NOW)
    expect(rows).toMatchObject([{ id: 'b', voices: 2, status: 'open' }])
    expect(voicesOf(bookOf(ledger), id('c')).map((one) => one.id)).toEqual(['b', 'c'])
  })

  it('share the order of whichever of them has one', () => {
    const ledger = aLedger()
    ledger.receive(said('first'))
    matter(ledger, 'late', '2024-03-04T12:00:00.000Z', 'fix_now')
    ledger.receive(did('late', 'feedback.link', { to: 'first' }))
    expect(feedbackList(bookOf(ledger), {}, NOW)).toMatchObject([{ id: 'first', status: 'open' }])
    expect(orderOf(bookOf(ledger), id('first'))?.id).toBe(o('late'))
  })

  it('what came by the public page was heard by nobody, and says so beside the others', () => {
    const ledger = aLedger()
    ledger.receive(
      said('root', { channel: 'wall' }, SERVER),
      said('b', { sameAs: 'root' }),
      said('kept', { channel: 'phone' }, SERVER),
    )
    const book = bookOf(ledger)
    const rows = feedbackList(book, {}, NOW).map((row) => [row.id, row.online])
    expect(rows.sort()).toEqual([
      ['kept', undefined],
      ['root', true],
    ])
    const detail = feedbackDetail(book, id('root'), NOW)
    expect(detail?.online).toBe(true)
    expect(Object.fromEntries(detail?.heard.map((one) => [one.record.id, one.online]) ?? [])).toEqual({
      root: true,
      b: undefined,
    })
  })

  it('weigh as many households as they speak for, each once, since the first was heard', () => {
    const ledger = aLedger()
    ledger.receive(
      said('root', { affected: 3, heardAt: '2024-03-03T10:00:00.000Z' }),
      said('b', { affected: 5, heardAt: '2024-03-01T10:00:00.000Z', sameAs: 'root' }),
      said('c', { sameAs: 'b' }),
      did('c', 'feedback.link', { to: 'root' }),
    )
    expect(feedbackList(bookOf(ledger), {}, NOW)).toMatchObject([
      { voices: 3, households: 9, since: '2024-03-01T10:00:00.000Z' },
    ])
  })

  it('each has an asker of its own who is to be told, also of a second repair', () => {
    const ledger = aLedger()
    matter(ledger, 'root', '2024-03-04T12:00:00.000Z', 'fix_now')
    ledger.at('2024-03-04T13:00:00.000Z')
    ledger.receive(said('b', { sameAs: 'root' }, 'tang'))
    const told = () =>
      feedbackDetail(bookOf(ledger), id('root'), NOW)?.heard.map((one) => [one.record.id, one.told])
    ledger.receive(
      did(o('root'), 'order.close', { photos: [] }, 'li'),
      did('b', 'feedback.tell', {}, 'tang', '2024-03-05T01:00:00.000Z'),
    )
    expect(told()).toEqual([
      ['root', false],
      ['b', true],
    ])
    ledger.receive(
      did(o('root'), 'order.callback', { result: 'dissatisfied' }, 'zhou', '2024-03-05T02:00:00.000Z'),
    )
    expect(told()?.[1]).toEqual(['b', false])
    const again = did(
      'b',
      'feedback.tell',
      { was: '2024-03-05T01:00:00.000Z' },
      'tang',
      '2024-03-05T03:00:00.000Z',
    )
    expect(ledger.receive(again).is).toBe('applied')
    expect(told()?.[1]).toEqual(['b', true])
    expect(ledger.receive(did('b', 'feedback.tell', {}, 'zhou')).is).toBe('already')
  })

  it('lose only the one that was withdrawn', () => {
    const ledger = aLedger()
    ledger.receive(
      said('a'),
      said('b'),
      did('b', 'feedback.link', { to: 'a' }),
      did('b', 'feedback.withdraw', { reason: '记错' }),
    )
    expect(voicesOf(bookOf(ledger), id('a')).map((one) => one.id)).toEqual(['a'])
  })
})

describe('one remark in full', () => {
  it('tells its story newest first, the resident’s words last', () => {
    const ledger = aLedger()
    matter(ledger, 'f', '2024-03-04T12:00:00.000Z', 'fix_now')
    ledger.receive(
      did(o('f'), 'order.assign', { assignee: 'li' }, 'chen', '2024-03-04T12:41:00.000Z'),
      did(
        'f',
        'feedback.note',
        { text: '打电话催，说下午来', photos: [] },
        'zhou',
        '2024-03-05T01:10:00.000Z',
      ),
      did(o('f'), 'order.close', { text: '换好 LED 灯', photos: [] }, 'li', '2024-03-05T06:52:00.000Z'),
    )
    const detail = feedbackDetail(bookOf(ledger), id('f'), NOW)
    expect(detail?.timeline.map((one) => one.is)).toEqual(['closed', 'noted', 'assigned', 'said'])
  })

  it('keeps three facts apart: handled, told, agrees', () => {
    const ledger = aLedger()
    matter(ledger, 'f', '2024-03-04T12:00:00.000Z', 'fix_now')
    const facts = () => feedbackDetail(bookOf(ledger), id('f'), NOW)?.facts
    expect(facts()).toEqual({})
    ledger.receive(did(o('f'), 'order.close', { photos: [] }, 'li'))
    expect(Object.keys(facts() ?? {})).toEqual(['handledAt'])
    ledger.receive(did('f', 'feedback.tell', {}, 'zhou', '2024-03-05T08:00:00.000Z'))
    expect(facts()).toMatchObject({ toldAt: '2024-03-05T08:00:00.000Z' })
    ledger.receive(
      did(o('f'), 'order.callback', { result: 'dissatisfied' }, 'zhou', '2024-03-05T08:10:00.000Z'),
    )
    // Told of the first repair is not told of the second.
    expect(facts()).toEqual({ agrees: 'dissatisfied' })
  })

  it('says how long the word was on its way, apart from the clock, which begins at the receipt', () => {
    const ledger = aLedger()
    ledger.at('2024-03-04T10:30:00.000Z')
    const heardAt = '2024-03-04T08:20:00.000Z'
    ledger.receive(said('f', { disposition: 'work_order', heardAt }), ordered(o('f'), { from: ['f'] }))
    const detail = feedbackDetail(bookOf(ledger), id('f'), NOW)
    expect(detail).toMatchObject({ travelled: 130, due: { at: '2024-03-05T10:30:00.000Z' } })
    const fresh = openBook()
    fresh.load([], [said('mine')])
    expect(feedbackDetail(fresh, id('mine'), NOW)).not.toHaveProperty('travelled')
  })

  it('that is only a sound says how long it is, and is found by that', () => {
    const ledger = aLedger()
    ledger.receive(said('v', { text: '', voice: { sound: 'a'.repeat(64), seconds: 12, speaker: 'retold' } }))
    const book = bookOf(ledger)
    expect(feedbackList(book, { search: '录音' }, NOW)).toMatchObject([{ id: 'v', text: '', voice: 12 }])
    expect(feedbackDetail(book, id('v'), NOW)?.photos).toEqual(['a'.repeat(64)])
  })

  it('shows the name only where this device holds it', () => {
    const ledger = aLedger()
    ledger.receive(said('f', { name: 'kept' }))
    expect(feedbackDetail(bookOf(ledger), id('f'), NOW)?.reporter).toBeUndefined()
  })

  it('is nothing where there is no such remark', () => {
    expect(feedbackDetail(openBook(), id('x'), NOW)).toBeUndefined()
  })
})

describe('what waits', () => {
  it('for me: orders in my hands, soonest first', () => {
    const ledger = aLedger()
    matter(ledger, 'a', '2024-03-04T12:00:00.000Z', 'act_soon')
    matter(ledger, 'b', '2024-03-04T12:00:00.000Z', 'fix_now')
    for (const one of ['a', 'b']) ledger.receive(did(o(one), 'order.assign', { assignee: 'li' }, 'chen'))
    const book = bookOf(ledger)
    expect(ordersFor(book, 'li' as PersonId, NOW).map((one) => one.order.id)).toEqual([o('b'), o('a')])
  })

  it('offers the places where I last wrote something down, each once', () => {
    const ledger = aLedger()
    ledger.receive(said('a', { place: 'p1' }), said('b', { place: 'p2' }), said('c', { place: 'p1' }, 'tang'))
    expect(
      myRecentPlaces(bookOf(ledger), 'zhou' as PersonId)
        .map((one) => one.place)
        .sort(),
    ).toEqual(['p1', 'p2'])
  })
})
