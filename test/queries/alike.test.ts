import { describe, expect, it } from 'vitest'
import type { RecordId } from '#domain/ids.ts'
import { orderId } from '#domain/ledger/order.ts'
import type { Recorded } from '#domain/record.ts'
import { likelyTheSame } from '#queries/alike.ts'
import { openBook } from '#store/book.ts'
import { aLedger, did, type Ledger, ordered, said } from '../support/ledger.ts'

const NOW = '2024-03-20T09:00:00.000Z'
const id = (text: string) => text as RecordId

const places = [
  { id: 'floor-8', what: 'floor', parent: 'unit', order: 8 },
  { id: 'floor-9', what: 'floor', parent: 'unit', order: 9 },
  { id: 'floor-2', what: 'floor', parent: 'unit', order: 2 },
  { id: 'unit', what: 'unit', order: 1 },
].map((one) => ({ kind: 'place', key: one.id, label: one.id, ...one }) as unknown as Recorded)

function bookOf(ledger: Ledger) {
  const book = openBook()
  book.load([...places, ...ledger.records()], [])
  return book
}

const typing = (text: string, rest: object = {}) => ({
  place: id('floor-9'),
  text,
  category: 'lighting' as const,
  ...rest,
})
const found = (ledger: Ledger, ...asked: Parameters<typeof typing>) =>
  likelyTheSame(bookOf(ledger), typing(...asked), NOW).map(({ row }) => row.id)

describe('while somebody writes, what may be the same is proposed', () => {
  it('with enough to tell by: words, place, since when, how many homes, where it stands', () => {
    const ledger = aLedger('2024-03-14T12:00:00.000Z')
    ledger.receive(
      said('old', { heardAt: '2024-03-14T11:00:00.000Z', affected: 4, disposition: 'work_order' }),
      ordered(orderId(id('old')), { from: ['old'] }),
      said('second', { affected: 5, heardAt: '2024-03-15T11:00:00.000Z', sameAs: 'old' }),
    )
    expect(likelyTheSame(bookOf(ledger), typing('灯又不亮了'), NOW)).toMatchObject([
      {
        row: { id: 'old', text: '楼道灯不亮，晚上看不见', where: 'unit floor-9', status: 'open', voices: 2 },
        households: 9,
        since: '2024-03-14T11:00:00.000Z',
      },
    ])
  })

  it('what a second voice says leads to the matter, once', () => {
    const ledger = aLedger()
    ledger.receive(
      said('old', { text: '灯的事' }),
      said('second', { sameAs: 'old' }),
      said('third', { sameAs: 'second' }),
    )
    expect(found(ledger, '楼道灯不亮')).toEqual(['old'])
  })

  it('here and next door, not two floors away', () => {
    const ledger = aLedger()
    ledger.receive(said('here'), said('above', { place: 'floor-8' }), said('far', { place: 'floor-2' }))
    expect(found(ledger, '楼道灯不亮')).toEqual(['here', 'above'])
  })

  it('open, or closed no longer than fourteen days ago', () => {
    const ledger = aLedger()
    for (const [name, day] of [
      ['long', '2024-03-01'],
      ['lately', '2024-03-08'],
    ]) {
      ledger.at(`${day}T08:00:00.000Z`)
      ledger.receive(
        said(name, { disposition: 'work_order' }),
        ordered(orderId(id(name!)), { from: [name] }),
        did(orderId(id(name!)), 'order.close', { photos: [] }, 'li', `${day}T09:00:00.000Z`),
      )
    }
    expect(found(ledger, '楼道灯不亮')).toEqual(['lately'])
  })

  it('by the days of Chengdu: closed there on the fourteenth day before, though a day earlier is written in the instant', () => {
    const ledger = aLedger('2024-03-05T16:40:00.000Z')
    ledger.receive(
      said('early', { disposition: 'work_order' }),
      ordered(orderId(id('early')), { from: ['early'] }),
      // 00:30 on the 6th in Chengdu.
      did(orderId(id('early')), 'order.close', { photos: [] }, 'li', '2024-03-05T16:30:00.000Z'),
    )
    expect(found(ledger, '楼道灯不亮')).toEqual(['early'])
  })

  it('not what was withdrawn, not itself, and nothing where nothing was said', () => {
    const ledger = aLedger()
    ledger.receive(said('gone'), did('gone', 'feedback.withdraw', { reason: '记错了' }), said('self'))
    expect(found(ledger, '楼道灯不亮', { id: id('self') })).toEqual([])
    expect(found(ledger, '电梯有人抽烟', { category: 'elevator' })).toEqual([])
  })

  it('three at the most, the likeliest first', () => {
    const ledger = aLedger()
    ledger.receive(
      said('a', { text: '灯坏了' }),
      said('b', { text: '9楼楼道灯不亮，看不见' }),
      said('c', { text: '灯闪' }),
      said('d', { text: '灯暗' }),
    )
    const shown = found(ledger, '楼道灯不亮，晚上看不见')
    expect(shown).toHaveLength(3)
    expect(shown[0]).toBe('b')
  })

  it('over ten thousand remarks a key reads only those close by', () => {
    const ledger = aLedger()
    const many = Array.from({ length: 10_000 }, (_, nth) => said(`m${nth}`, { place: `p${nth % 500}` }))
    ledger.receive(...many, said('here'))
    const book = bookOf(ledger)
    expect(likelyTheSame(book, typing('楼道灯'), NOW).map(({ row }) => row.id)).toEqual(['here'])
    // The second key asks nobody for the list again: what the first sorted is at hand.
    let reads = 0
    const counted = {
      ...book,
      get: <R extends Recorded>(one: RecordId) => {
        reads += 1
        return book.get<R>(one)
      },
    }
    expect(likelyTheSame(counted, typing('楼道灯不'), NOW).map(({ row }) => row.id)).toEqual(['here'])
    expect(reads).toBeLessThan(20)
  })
})
