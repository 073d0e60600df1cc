import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { took } from '#domain/change.ts'
import { dispositionOf, type Feedback } from '#domain/feedback/feedback.ts'
import { did, folding, instant, next, stamped } from './history.ts'
import { runs } from './runs.ts'

const REMARK = {
  place: 'home',
  text: '楼道灯不亮',
  category: 'lighting',
  urgency: 'u3',
  channel: 'face',
  affected: 1,
  heardAt: '2026-03-04T07:00:00Z',
  photos: [],
  name: 'none',
}
const PHOTO = 'a'.repeat(64)

const move = fc.record({
  verb: fc.constantFrom(
    'note',
    'answer',
    'toOrder',
    'tell',
    'call',
    'assign',
    'link',
    'link',
    'unlink',
    'withdraw',
    'write',
    'edit',
  ),
  by: fc.constantFrom('wang', 'tang', 'chen'),
  to: fc.constantFrom('f2', 'f3', 'r1'),
  hand: fc.constantFrom(undefined, 'li', 'zhao'),
  decided: fc.constantFrom('praise', 'escalated', 'work_order', 'answered_on_spot'),
})

/** The model: where it went, whose word was written under it, and the marks, each set by the first. */
interface Sheet {
  way: string | undefined
  under: string[]
  link: string | undefined
  hand: string | undefined
  told: string | undefined
  called: string | undefined
  voided: string | undefined
}

describe('a remark', () => {
  it('INV-12 whatever several people do to it, every word stays under it, the first mark stands, and a way is not left in silence', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 18 }), (moves) => {
        const product = folding()
        next(product, did(1, 'feedback.write', REMARK, 'wang'), stamped(1))
        const sheet: Sheet = {
          way: undefined,
          under: [],
          link: undefined,
          hand: undefined,
          told: undefined,
          called: undefined,
          voided: undefined,
        }

        for (const [index, { verb, by, to, hand, decided }] of moves.entries()) {
          const nth = index + 2
          const words = `第${nth}句`
          const send = (way: string, text?: string): unknown => {
            if (sheet.voided !== undefined) return { is: 'held', why: 'wrongState' }
            if (text !== undefined) sheet.under.push(`c${nth} ${by} ${text}`)
            if (sheet.way === way) return { is: text === undefined ? 'already' : 'applied' }
            if (sheet.way !== undefined && !(sheet.way === 'answered_on_spot' && way === 'work_order'))
              return { is: 'merged', lost: { disposition: way } }
            sheet.way = way
            return { is: 'applied' }
          }
          const once = (mark: 'told' | 'called'): unknown => {
            if (sheet[mark] !== undefined) return { is: 'already' }
            sheet[mark] = `${by} ${instant(nth)}`
            return { is: 'applied' }
          }
          const expected = ((): unknown => {
            switch (verb) {
              case 'note':
                sheet.under.push(`c${nth} ${by} ${words}`)
                return { is: 'applied' }
              case 'answer':
                return send('answered_on_spot', words)
              case 'toOrder':
                return send('work_order')
              case 'tell':
                return once('told')
              case 'call':
                return once('called')
              case 'assign': {
                const same = sheet.hand === hand
                sheet.hand = hand
                return { is: same ? 'already' : 'applied' }
              }
              case 'link': {
                if (to === 'r1') return { is: 'held', why: 'invalid' }
                const stood = sheet.link
                sheet.link = to
                // Who links anew what is linked so already stands for it.
                if (stood === to) return undefined
                return stood === undefined
                  ? { is: 'applied' }
                  : { is: 'merged', lost: { duplicateOf: stood } }
              }
              case 'unlink': {
                const there = sheet.link === to
                if (there) sheet.link = undefined
                return { is: there ? 'applied' : 'already' }
              }
              case 'withdraw':
                if (by !== 'wang') return { is: 'held', why: 'notAllowed' }
                if (sheet.voided !== undefined) return { is: 'already' }
                sheet.voided = words
                return { is: 'applied' }
              case 'write':
                return { is: 'already' }
              default: {
                // Somebody who saw where it stands sends it another way, also under a withdrawal.
                const same = sheet.way === decided
                sheet.way = decided
                return { is: same ? 'already' : 'applied' }
              }
            }
          })()

          const args: Readonly<Record<string, unknown>> = {
            note: { text: words, photos: [PHOTO] },
            answer: { text: words },
            toOrder: {},
            tell: {},
            call: {},
            assign: hand === undefined ? {} : { assignee: hand },
            link: { to },
            unlink: { from: to },
            withdraw: { reason: words },
            write: { ...REMARK, text: words },
            edit: {
              disposition: {
                ...((product.record as Feedback).disposition && {
                  was: (product.record as Feedback).disposition,
                }),
                now: decided,
              },
            },
          }
          const before = product.record as Feedback
          const outcome = next(product, did(nth, `feedback.${verb}`, args[verb], by), stamped(nth))
          const record = product.record as Feedback

          if (expected !== undefined) expect([verb, outcome]).toEqual([verb, expected])
          else expect(outcome.is).not.toBe('merged')
          if (!took(outcome)) expect(record).toBe(before)
          const deed = (one: Feedback['told']) => one && `${one.by} ${one.at}`
          expect({
            way: record.disposition,
            under: record.followUps.map((one) => `${one.id} ${one.by} ${one.text}`),
            link: record.duplicateOf,
            hand: record.assignee,
            told: deed(record.told),
            called: deed(record.called),
            voided: record.voided?.reason,
          }).toEqual(sheet)
          expect(record.text).toBe(REMARK.text)
          expect(dispositionOf(record)).toBe(
            sheet.voided !== undefined ? 'withdrawn' : sheet.link !== undefined ? 'duplicate_of' : sheet.way,
          )
        }
      }),
      runs(400),
    )
  })

  it('INV-3 the same note, come twice, stands under it once', () => {
    const product = folding()
    next(product, did(1, 'feedback.write', REMARK, 'wang'), stamped(1))
    const note = did(2, 'feedback.note', { text: '又问了', photos: [] }, 'tang')
    expect(next(product, note, stamped(2)).is).toBe('applied')
    expect(next(product, note, stamped(3)).is).toBe('already')
    const answer = did(3, 'feedback.answer', { text: '说过了' }, 'tang')
    next(product, answer, stamped(3))
    next(product, answer, stamped(4))
    expect((product.record as Feedback).followUps.map((one) => one.text)).toEqual(['又问了', '说过了'])
  })
})

describe('who said a remark', () => {
  const SAID = { feedback: 'f1', place: 'home', displayName: '李孃孃', agreed: true }
  const step = fc.record({
    verb: fc.constantFrom('agree', 'agree', 'share', 'share', 'write'),
    by: fc.constantFrom('wang', 'tang'),
    agreed: fc.boolean(),
    hand: fc.constantFrom(undefined, 'li', 'zhao'),
  })

  it('INV-13 a name is passed on only while its owner agrees: any no takes it back, whatever order shares and words come in', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const product = folding()
        next(product, did(1, 'reporter.write', SAID, 'wang'), stamped(1))
        let agrees = true
        let shared: string | undefined
        for (const [index, { verb, by, agreed, hand }] of steps.entries()) {
          const nth = index + 2
          const given = hand === undefined ? {} : { with: hand }
          const args =
            verb === 'agree' ? { agreed, ...given } : verb === 'share' ? given : { ...SAID, agreed }
          const outcome = next(product, did(nth, `reporter.${verb}`, args, by), stamped(nth))
          if (verb === 'agree') {
            agrees = agreed
            shared = agreed ? (hand ?? shared) : undefined
          } else if (verb === 'share') {
            if (hand === undefined || agrees) shared = hand
          } else if (!agreed) {
            agrees = false
            shared = undefined
          }
          expect(outcome.is).not.toBe('held')
          const record = product.record as { agreed?: boolean; sharedWith?: string }
          expect([record.agreed, record.sharedWith]).toEqual([agrees, shared])
        }
      }),
      runs(300),
    )
  })

  it('INV-12 of two who wrote down who it was, both names are kept', () => {
    const product = folding()
    next(product, did(1, 'reporter.write', SAID, 'wang'), stamped(1))
    const second = { ...SAID, displayName: '张阿姨', phone: '13800002207' }
    const outcome = next(product, did(2, 'reporter.write', second, 'tang'), stamped(2))
    expect(outcome).toEqual({ is: 'merged', lost: { displayName: '张阿姨' } })
    expect(product.record).toMatchObject({
      displayName: '李孃孃',
      phone: '13800002207',
      lost: { field: 'displayName', value: '张阿姨', by: 'tang' },
    })
  })
})
