import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { took } from '#domain/change.ts'
import type { Order } from '#domain/ledger/order.ts'
import { did, folding, instant, next, stamped } from './history.ts'
import { runs } from './runs.ts'

const OPEN = {
  from: ['f1'],
  place: 'home',
  text: '楼道灯不亮',
  category: 'lighting',
  urgency: 'u3',
  track: 'act_soon',
  firstReceiver: 'wang',
  before: [],
}
const PHOTO = ['a', 'b', 'c'].map((one) => one.repeat(64))

const move = fc.record({
  verb: fc.constantFrom(
    'open',
    'assign',
    'progress',
    'progress',
    'note',
    'hold',
    'close',
    'close',
    'reopen',
    'callback',
    'withdraw',
  ),
  by: fc.constantFrom('wang', 'tang', 'chen'),
  to: fc.constantFrom('accepted', 'working'),
  result: fc.constantFrom('satisfied', 'basically', 'dissatisfied', 'unreachable'),
  words: fc.boolean(),
  photo: fc.nat(3),
  urgency: fc.constantFrom('u1', 'u2', 'u3', 'u4'),
  track: fc.constantFrom('act_soon', 'fix_now', 'visible_plan'),
})

/** What may follow on what, drawn anew from the paper form. */
const MAY: Readonly<Record<string, string>> = {
  open: 'accepted working onHold done',
  accepted: 'working onHold done',
  working: 'onHold done',
  onHold: 'working done',
  done: '',
}

/** The model: a status, who has it in hand, what was written under it, and which instant closed it. */
interface Sheet {
  status: string
  urgency: string
  hand: string | undefined
  closedAt: string | undefined
  asked: boolean
  voided: string | undefined
  history: string[]
  after: string[]
  before: string[]
}

describe('a work order', () => {
  it('INV-12 goes only where its form lets it go; what cannot be is held, what was done already keeps its words and photos', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 18 }), (moves) => {
        const product = folding()
        next(product, did(1, 'order.open', OPEN, 'wang'), stamped(1))
        const sheet: Sheet = {
          status: 'open',
          urgency: 'u3',
          hand: undefined,
          closedAt: undefined,
          asked: false,
          voided: undefined,
          history: [],
          after: [],
          before: [],
        }

        for (const [index, { verb, by, to, result, words, photo, urgency, track }] of moves.entries()) {
          const nth = index + 2
          const text = words ? `第${nth}句` : undefined
          const picture = PHOTO[photo]
          const photos = picture === undefined ? [] : [picture]
          const saying = { ...(text !== undefined && { text }), photos }
          const line = (is: string) => `${nth} ${is} ${by} ${text ?? ''} ${is === 'callback' ? result : ''}`
          const wrote = text !== undefined || photos.length > 0
          const expected = ((): string => {
            const may = (status: string) => (MAY[sheet.status] ?? '').split(' ').includes(status)
            const closing = (): string => {
              sheet.after = [...new Set([...sheet.after, ...photos])]
              if (sheet.status === 'done') {
                sheet.history.push(line('noted'))
                return 'merged'
              }
              sheet.history.push(line('closed'))
              sheet.status = 'done'
              sheet.closedAt = instant(nth)
              return 'applied'
            }
            const opening = (is: string): string => {
              sheet.history.push(line(is))
              sheet.status = 'open'
              sheet.closedAt = undefined
              return 'applied'
            }
            switch (verb) {
              case 'open': {
                const other = track !== 'act_soon' || urgency !== sheet.urgency
                sheet.urgency = [sheet.urgency, urgency].sort()[0] ?? urgency
                const grown = photos.some((one) => !sheet.before.includes(one))
                sheet.before = [...new Set([...sheet.before, ...photos])]
                return other ? 'merged' : grown ? 'applied' : 'already'
              }
              case 'assign':
                if (sheet.status === 'done') return 'held'
                if (sheet.hand === by) return 'already'
                sheet.hand = by
                sheet.history.push(`${nth} assigned ${by}  `)
                return 'applied'
              case 'progress':
                if (sheet.status === to) {
                  if (wrote) sheet.history.push(line('noted'))
                  return wrote ? 'merged' : 'already'
                }
                if (!may(to)) return 'held'
                sheet.status = to
                sheet.history.push(line(to))
                return 'applied'
              case 'note':
                sheet.history.push(line('noted'))
                return 'applied'
              case 'hold':
                if (sheet.status !== 'onHold' && !may('onHold')) return 'held'
                sheet.status = 'onHold'
                sheet.history.push(line('held'))
                return 'applied'
              case 'close':
                return closing()
              case 'reopen':
                if (sheet.status === 'done') return opening('reopened')
                if (text !== undefined) sheet.history.push(line('noted'))
                return text === undefined ? 'already' : 'merged'
              case 'callback':
                if (sheet.status !== 'done' && !sheet.asked) return 'held'
                sheet.asked = true
                if (sheet.status === 'done' && result === 'dissatisfied') return opening('callback')
                sheet.history.push(line('callback'))
                return 'applied'
              default:
                if (by !== 'wang') return 'held'
                if (sheet.voided !== undefined) return 'already'
                sheet.voided = `${nth}`
                return 'applied'
            }
          })()

          const args: Readonly<Record<string, unknown>> = {
            open: { ...OPEN, urgency, track, before: photos },
            assign: { assignee: by },
            progress: { to, ...saying },
            note: { text: text ?? '', photos },
            hold: { reason: 'parts', until: '2026-03-09', ...(text !== undefined && { text }) },
            close: saying,
            reopen: { text: text ?? '' },
            callback: { result, ...(text !== undefined && { text }) },
            withdraw: { reason: `${nth}` },
          }
          const before = product.record
          const outcome = next(product, did(nth, `order.${verb}`, args[verb], by), stamped(nth))
          const order = product.record as Order

          expect([verb, outcome.is]).toEqual([verb, expected])
          if (!took(outcome)) expect(order).toBe(before)
          if (outcome.is === 'held')
            expect(outcome.why).toBe(verb === 'withdraw' ? 'notAllowed' : 'wrongState')
          expect({
            status: order.status,
            urgency: order.urgency,
            track: order.track,
            hand: order.assignee,
            closedAt: order.closedAt,
            voided: order.voided?.reason,
            before: order.before,
          }).toEqual({
            status: sheet.status,
            urgency: sheet.urgency,
            track: 'act_soon',
            hand: sheet.hand,
            closedAt: sheet.closedAt,
            voided: sheet.voided,
            before: sheet.before,
          })
          expect(order.after).toEqual(sheet.after)
          expect(
            order.events.map((one) =>
              one.is === 'assigned'
                ? `${one.id.slice(1)} assigned ${one.assignee}  `
                : `${one.id.slice(1)} ${one.is} ${one.by} ${one.text ?? ''} ${one.result ?? ''}`,
            ),
          ).toEqual(sheet.history)
          // No picture that was taken in is named nowhere.
          if (outcome.is !== 'held' && ['progress', 'note', 'close'].includes(verb))
            expect(order.events.flatMap((one) => one.photos ?? [])).toEqual(expect.arrayContaining(photos))
        }
      }),
      runs(400),
    )
  })

  it('INV-12 of two who open it the first stands, the higher urgency counts, and what the second chose otherwise is named', () => {
    const product = folding()
    next(product, did(1, 'order.open', OPEN, 'wang'), stamped(1))
    const second = { ...OPEN, from: ['f2'], urgency: 'u1', track: 'fix_now', firstReceiver: 'tang' }
    const outcome = next(product, did(2, 'order.open', second, 'tang'), stamped(2))
    expect(outcome).toEqual({ is: 'merged', lost: { urgency: 'u3', track: 'fix_now' }, into: 'r1' })
    expect(product.record).toMatchObject({
      author: 'wang',
      firstReceiver: 'wang',
      track: 'act_soon',
      urgency: 'u1',
      from: ['f1', 'f2'],
    })
  })

  it('INV-12 who fixed it on the spot closes it, whoever opened it, and of two who did both are in its history', () => {
    const product = folding()
    const fixed = (text: string) => ({ ...OPEN, fixed: { text, photos: [PHOTO[0]] } })
    next(product, did(1, 'order.open', OPEN, 'wang'), stamped(1))
    expect(next(product, did(2, 'order.open', fixed('拧紧了'), 'tang'), stamped(2)).is).toBe('applied')
    expect(product.record).toMatchObject({ status: 'done', closedAt: instant(2), after: [PHOTO[0]] })
    expect(next(product, did(3, 'order.open', fixed('我也去了'), 'chen'), stamped(3)).is).toBe('merged')
    expect(product.record).toMatchObject({ status: 'done', closedAt: instant(2) })
    expect((product.record as Order).events.map((one) => [one.is, one.by, one.text])).toEqual([
      ['closed', 'tang', '拧紧了'],
      ['noted', 'chen', '我也去了'],
    ])
  })
})
