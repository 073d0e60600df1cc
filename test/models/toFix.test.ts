import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { took } from '#domain/change.ts'
import type { RecordId } from '#domain/ids.ts'
import { type Order, sheetOrderId } from '#domain/ledger/order.ts'
import { reopenings } from '#domain/ledger/orderClock.ts'
import { did as someDid, folding, next, stamped } from './history.ts'
import { runs } from './runs.ts'

const OPEN = {
  from: [],
  sheet: { day: '2026-03-04', window: 'morning' as const, item: 'lid' },
  place: 'bin-1',
  text: '桶盖没关好',
  category: 'waste',
  urgency: 'u3',
  track: 'act_soon',
  firstReceiver: 'wang',
  before: [],
}

/** All of it is about the one matter of that item. */
const did = (nth: number, name: string, args: unknown, by: string) =>
  someDid(nth, name, args, by, sheetOrderId(OPEN.place as RecordId, OPEN.sheet))
const PHOTO = ['a', 'b'].map((one) => one.repeat(64))

const move = fc.record({
  verb: fc.constantFrom(
    'open',
    'open',
    'recheck',
    'recheck',
    'close',
    'assign',
    'note',
    'reopen',
    'withdraw',
  ),
  by: fc.constantFrom('wang', 'wang', 'tang', 'chen'),
  good: fc.boolean(),
  words: fc.constantFrom('桶盖没关好', '桶盖没关好（其他垃圾）'),
  photo: fc.nat(3),
})

/** What is known of the matter on paper: what it says, how it stands, who wrote what under it, and how often it came back. */
interface Paper {
  text: string
  status: 'open' | 'done'
  hand: string | undefined
  takenBack: boolean
  before: string[]
  history: { is: string; by: string; good?: boolean }[]
  cameBack: number
}

describe('a matter that rounds at the bins found', () => {
  it('INV-12 is one, whoever finds it again; is taken back by its finder alone and only while it is theirs alone; ends and comes back by what is seen', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 16 }), (moves) => {
        const product = folding()
        next(product, did(1, 'order.open', OPEN, 'wang'), stamped(1))
        const paper: Paper = {
          text: OPEN.text,
          status: 'open',
          hand: undefined,
          takenBack: false,
          before: [],
          history: [],
          cameBack: 0,
        }
        const wrote = (is: string, by: string, good?: boolean) =>
          void paper.history.push({ is, by, ...(good !== undefined && { good }) })
        const back = () => {
          paper.status = 'open'
          paper.cameBack += 1
        }
        for (const [index, { verb, by, good, words, photo }] of moves.entries()) {
          const nth = index + 2
          const picture = PHOTO[photo]
          const photos = picture === undefined ? [] : [picture]
          const isTheirsAlone = paper.status === 'open' && paper.history.every((one) => one.by === 'wang')
          const expected = ((): string => {
            switch (verb) {
              case 'open': {
                if (by === 'wang' && isTheirsAlone) {
                  const isSame = paper.text === words && paper.before.join() === photos.join()
                  if (isSame && !paper.takenBack) return 'already'
                  Object.assign(paper, { text: words, before: [...photos], takenBack: false })
                  return 'applied'
                }
                const added = photos.filter((one) => !paper.before.includes(one))
                if (by === 'wang' && words === paper.text && added.length === 0 && !paper.takenBack)
                  return 'already'
                paper.takenBack = false
                paper.before.push(...added)
                // What is handled meanwhile is not opened by it.
                if (paper.status === 'done') wrote('noted', by)
                else wrote('rechecked', by, false)
                return 'applied'
              }
              case 'recheck':
                wrote('rechecked', by, good)
                if (good) paper.status = 'done'
                else if (paper.status === 'done') back()
                // What is not in order is not taken back either.
                if (!good) paper.takenBack = false
                return 'applied'
              case 'close':
                wrote(paper.status === 'done' ? 'noted' : 'closed', by)
                if (paper.status === 'done') return 'merged'
                paper.status = 'done'
                return 'applied'
              case 'assign':
                if (paper.status === 'done') return 'held'
                if (paper.hand === by) return 'already'
                paper.hand = by
                wrote('assigned', by)
                return 'applied'
              case 'note':
                wrote('noted', by)
                return 'applied'
              case 'reopen':
                if (paper.status !== 'done') {
                  wrote('noted', by)
                  return 'merged'
                }
                wrote('reopened', by)
                back()
                return 'applied'
              default:
                // Who has a word in it takes that back, and not the matter.
                if (by !== 'wang' && paper.history.every((one) => one.by !== by)) return 'held'
                if (paper.takenBack) return 'already'
                if (isTheirsAlone) paper.takenBack = true
                else wrote('noted', by)
                return 'applied'
            }
          })()
          const args: Readonly<Record<string, unknown>> = {
            open: { ...OPEN, text: words, before: photos },
            recheck: { good, photos: [] },
            close: { photos: [] },
            assign: { assignee: by },
            note: { text: words, photos: [] },
            reopen: { text: words },
            withdraw: { reason: '看错了' },
          }
          const before = product.record
          const outcome = next(product, did(nth, `order.${verb}`, args[verb], by), stamped(nth))
          const order = product.record as Order
          expect([verb, outcome.is]).toEqual([verb, expected])
          if (!took(outcome)) expect(order).toBe(before)
          expect({
            author: order.author,
            text: order.text,
            status: order.status,
            closed: order.closedAt !== undefined,
            hand: order.assignee,
            takenBack: order.voided !== undefined,
            before: order.before,
            history: order.events.map((one) => ({
              is: one.is,
              by: one.by,
              ...(one.good !== undefined && { good: one.good }),
            })),
          }).toEqual({
            author: 'wang',
            text: paper.text,
            status: paper.status,
            closed: paper.status === 'done',
            hand: paper.hand,
            takenBack: paper.takenBack,
            before: paper.before,
            history: paper.history,
          })
          expect(reopenings(order)).toHaveLength(paper.cameBack)
        }
      }),
      runs(400),
    )
  })

  it('INV-3 what is sent again changes nothing: neither who saw it too nor what was taken back is there twice', () => {
    const product = folding()
    next(product, did(1, 'order.open', OPEN, 'wang'), stamped(1))
    const again = did(2, 'order.open', OPEN, 'tang')
    const back = did(3, 'order.withdraw', { reason: '看错了' }, 'wang')
    for (const change of [again, back]) next(product, change, stamped(4))
    const kept = product.record
    for (const change of [again, back]) expect(next(product, change, stamped(5)).is).toBe('already')
    expect(product.record).toBe(kept)
    expect((kept as Order).events.map((one) => one.is)).toEqual(['rechecked', 'noted'])
  })

  it('only what a round found can be looked at again', () => {
    const product = folding()
    const { sheet, ...remark } = OPEN
    expect(sheet.item).toBe('lid')
    next(product, did(1, 'order.open', { ...remark, from: ['f1'] }, 'wang'), stamped(1))
    const outcome = next(product, did(2, 'order.recheck', { good: true, photos: [] }, 'tang'), stamped(2))
    expect(outcome).toEqual({ is: 'held', why: 'wrongState' })
  })
})
