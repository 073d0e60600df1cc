import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, isSealed, KINDS } from '#domain/catalogue.ts'
import { dispositionOf, type Feedback } from '#domain/feedback/feedback.ts'
import { feedback } from '#domain/feedback/feedbackVerbs.ts'
import { URGENCIES } from '#domain/ledger/due.ts'
import type { Recorded } from '#domain/record.ts'
import type { Reporter } from '#domain/feedback/reporter.ts'
import { reporter } from '#domain/feedback/reporterVerbs.ts'
import { aLedger, did, ordered, said } from '#test/support/ledger.ts'

const edit = (field: string, was: unknown, now: unknown, by = 'zhou') =>
  did('f1', 'feedback.edit', { [field]: { was, now } }, by)

describe('a remark', () => {
  it('keeps the words, its author and when it was said; the number is the server’s', () => {
    const ledger = aLedger()
    ledger.receive(said())
    expect(ledger.get<Feedback>('f1')).toMatchObject({
      text: '楼道灯不亮，晚上看不见',
      author: 'zhou',
      no: 1,
      heardAt: '2024-03-04T11:20:00.000Z',
      receivedAt: '2024-03-04T12:00:00.000Z',
    })
    expect(fold(undefined, said()).record?.no).toBeUndefined()
  })

  describe('that is a sound', () => {
    const SOUND = 'b'.repeat(64)
    const voice = { sound: SOUND, seconds: 12, speaker: 'retold' }
    const spoken = (rest: object = {}) => said('f1', { text: '', voice, ...rest })

    it('is an entry without words; its bytes go where its photos go', () => {
      const ledger = aLedger()
      expect(ledger.receive(spoken()).is).toBe('applied')
      expect(ledger.get<Feedback>('f1')).toMatchObject({ text: '', voice })
      expect(feedback.photosOf?.(ledger.get('f1'))).toEqual([SOUND])
    })

    it('of two who put it into words the first stands, and the other’s words stay under it', () => {
      const ledger = aLedger()
      ledger.receive(spoken())
      const first = did('f1', 'feedback.type', { text: '三楼灯不亮' }, 'tang')
      const second = did('f1', 'feedback.type', { text: '三楼楼道黑' }, 'wang')
      expect(ledger.receive(first).is).toBe('applied')
      expect(ledger.receive(second)).toEqual({ is: 'merged', lost: { text: '三楼楼道黑' } })
      expect(ledger.get<Feedback>('f1')).toMatchObject({
        text: '三楼灯不亮',
        typed: { by: 'tang', id: first.id },
        followUps: [{ by: 'wang', text: '三楼楼道黑' }],
      })
      for (const one of [first, second]) expect(ledger.receive(one).is).toBe('already')
      expect(ledger.get<Feedback>('f1').followUps).toHaveLength(1)
    })

    it('stays on every device that may hear it until it has words and its asker was told', () => {
      const ledger = aLedger()
      const stays = () => (feedback.photosStay as (one: Feedback) => readonly string[])(ledger.get('f1'))
      ledger.receive(spoken())
      expect(stays()).toEqual([SOUND])
      ledger.receive(did('f1', 'feedback.tell', {}))
      expect(stays()).toEqual([SOUND])
      ledger.receive(did('f1', 'feedback.type', { text: '三楼灯不亮' }))
      expect(stays()).toEqual([])
    })

    it('W11 lasts a minute at the most, and what was written without one is not typed', () => {
      const ledger = aLedger()
      expect(ledger.receive(spoken({ voice: { ...voice, seconds: 61 } }))).toEqual({
        is: 'held',
        why: 'invalid',
      })
      ledger.receive(said())
      expect(ledger.receive(did('f1', 'feedback.type', { text: '甲' }))).toEqual({
        is: 'held',
        why: 'invalid',
      })
    })
  })

  it('travels sealed, as does who said it and its order', () => {
    expect(['feedback.write', 'reporter.write', 'order.open'].map(isSealed)).toEqual([true, true, true])
  })

  it('is read by those with the right at its place, its author, and whose hands it is in', () => {
    const ledger = aLedger()
    ledger.receive(said(), did('f1', 'feedback.assign', { assignee: 'li' }, 'chen'))
    expect(feedback.scopeOf(ledger.get('f1'))).toEqual({
      place: 'floor-9',
      group: 'feedback',
      people: ['zhou', 'li'],
    })
    ledger.receive(did('f1', 'feedback.assign', {}, 'li'))
    expect(feedback.scopeOf(ledger.get('f1')).people).toEqual(['zhou'])
  })

  it('W9 merges edits of different fields', () => {
    const ledger = aLedger()
    ledger.receive(
      said(),
      edit('text', '楼道灯不亮，晚上看不见', '9楼楼道灯不亮', 'a'),
      edit('affected', 1, 6, 'b'),
    )
    expect(ledger.get<Feedback>('f1')).toMatchObject({ text: '9楼楼道灯不亮', affected: 6 })
  })

  it('W9 of two words for one field the later in server order stands, the other is kept', () => {
    const ledger = aLedger()
    const before = '楼道灯不亮，晚上看不见'
    ledger.receive(said(), edit('text', before, '甲'))
    expect(ledger.receive(edit('text', before, '乙', 'chen'))).toEqual({ is: 'merged', lost: { text: '甲' } })
    expect(ledger.get<Feedback>('f1')).toMatchObject({
      text: '乙',
      lost: { field: 'text', value: '甲', by: 'chen' },
    })
  })

  it('W9 of two urgencies the higher stands, whoever came last', () => {
    const two = (first: string, second: string) => {
      const ledger = aLedger()
      const outcome = [edit('urgency', 'u3', first, 'a'), edit('urgency', 'u3', second, 'b')]
      ledger.receive(said())
      return [ledger.receive(...outcome).is, ledger.get<Feedback>('f1').urgency]
    }
    expect(two('u1', 'u2')).toEqual(['merged', 'u1'])
    expect(two('u2', 'u1')).toEqual(['merged', 'u1'])
  })

  it('lets somebody who saw it lower the urgency on purpose', () => {
    const ledger = aLedger()
    ledger.receive(said('f1', { urgency: 'u1' }), edit('urgency', 'u1', 'u3', 'chen'))
    expect(ledger.get<Feedback>('f1').urgency).toBe('u3')
  })

  it('adds a note once, also when its change comes twice', () => {
    const ledger = aLedger()
    const note = did('f1', 'feedback.note', { text: '打电话催，说下午来', photos: [] })
    ledger.receive(said(), note)
    expect(ledger.receive(note)).toEqual({ is: 'already' })
    expect(ledger.get<Feedback>('f1').followUps).toHaveLength(1)
  })

  it('that has gone to an order keeps its way when somebody else answers it; the answer is not lost', () => {
    const ledger = aLedger()
    ledger.receive(said(), did('f1', 'feedback.toOrder', {}))
    expect(ledger.receive(did('f1', 'feedback.answer', { text: '已经跟他说了' }, 'chen')).is).toBe('merged')
    const record = ledger.get<Feedback>('f1')
    expect([record.disposition, record.followUps[0]?.text]).toEqual(['work_order', '已经跟他说了'])
  })

  it('that was answered can still become an order', () => {
    const ledger = aLedger()
    ledger.receive(said('f1', { disposition: 'answered_on_spot', answer: '讲过了' }))
    expect(ledger.receive(did('f1', 'feedback.toOrder', {})).is).toBe('applied')
    expect(ledger.get<Feedback>('f1').disposition).toBe('work_order')
  })

  it('notes the first to tell the asker and the first to ring', () => {
    const ledger = aLedger()
    ledger.receive(said(), did('f1', 'feedback.tell', {}, 'a'), did('f1', 'feedback.call', {}, 'b'))
    expect(ledger.receive(did('f1', 'feedback.tell', {}, 'c'))).toEqual({ is: 'already' })
    expect(ledger.get<Feedback>('f1')).toMatchObject({ told: { by: 'a' }, called: { by: 'b' } })
  })

  it('links to another one, never to itself; undoing clears only the link that was meant', () => {
    const ledger = aLedger()
    ledger.receive(said(), said('f2'))
    expect(ledger.receive(did('f1', 'feedback.link', { to: 'f1' })).is).toBe('held')
    ledger.receive(did('f2', 'feedback.link', { to: 'f1' }))
    expect(dispositionOf(ledger.get<Feedback>('f2'))).toBe('duplicate_of')
    expect(ledger.receive(did('f2', 'feedback.unlink', { from: 'f9' })).is).toBe('already')
    expect(ledger.receive(did('f2', 'feedback.unlink', { from: 'f1' })).is).toBe('applied')
    expect(dispositionOf(ledger.get<Feedback>('f2'))).toBeUndefined()
  })

  it('is taken back by its author only, with a reason, and its words stay', () => {
    const ledger = aLedger()
    ledger.receive(said())
    expect(ledger.receive(did('f1', 'feedback.withdraw', { reason: '记错了' }, 'chen'))).toEqual({
      is: 'held',
      why: 'notAllowed',
    })
    ledger.receive(did('f1', 'feedback.withdraw', { reason: '记错了' }))
    const record = ledger.get<Feedback>('f1')
    expect([dispositionOf(record), record.text, record.voided?.reason]).toEqual([
      'withdrawn',
      '楼道灯不亮，晚上看不见',
      '记错了',
    ])
  })

  it('names its photos and those of its notes', () => {
    const [a, b] = ['a'.repeat(64), 'b'.repeat(64)]
    const ledger = aLedger()
    ledger.receive(said('f1', { photos: [a] }), did('f1', 'feedback.note', { text: '', photos: [b] }))
    expect(feedback.photosOf?.(ledger.get('f1'))).toEqual([a, b])
  })
})

describe('who said it', () => {
  const named = (agreed: boolean) =>
    did('r1', 'reporter.write', { feedback: 'f1', place: 'floor-9', displayName: '何叔叔', agreed })
  const share = (who?: string) => did('r1', 'reporter.share', who === undefined ? {} : { with: who }, 'chen')

  it('is a part of the remark and follows its place', () => {
    const ledger = aLedger()
    ledger.receive(named(false))
    expect(reporter.headOf?.(ledger.get<Reporter>('r1'))).toBe('f1')
    expect(reporter.scopeOf(ledger.get('r1'))).toEqual({
      place: 'floor-9',
      group: 'reporter',
      people: ['zhou'],
    })
  })

  it('is not passed on without agreement, and that does not stop the assignment', () => {
    const ledger = aLedger()
    expect(ledger.receive(named(false), share('li'))).toEqual({ is: 'already' })
    expect(reporter.scopeOf(ledger.get('r1')).people).not.toContain('li')
  })

  it('is passed on to whose hands it is in where they agreed, and taken back when it is done', () => {
    const ledger = aLedger()
    ledger.receive(named(true), share('li'))
    expect(reporter.scopeOf(ledger.get('r1')).people).toEqual(['zhou', 'li'])
    ledger.receive(share())
    expect(reporter.scopeOf(ledger.get('r1')).people).toEqual(['zhou'])
  })

  it('who says no afterwards takes their name back at once', () => {
    const ledger = aLedger()
    ledger.receive(named(true), share('li'), did('r1', 'reporter.agree', { agreed: false }))
    expect(reporter.scopeOf(ledger.get('r1')).people).toEqual(['zhou'])
    ledger.receive(did('r1', 'reporter.agree', { agreed: true, with: 'li' }))
    expect(reporter.scopeOf(ledger.get('r1')).people).toEqual(['zhou', 'li'])
  })

  it('is a 称呼 of at most 12 characters', () => {
    const long = did('r1', 'reporter.write', {
      feedback: 'f1',
      place: 'p',
      displayName: '何'.repeat(13),
      agreed: false,
    })
    expect(fold(undefined, long).outcome).toEqual({ is: 'held', why: 'invalid' })
  })
})

describe('the fold is total', () => {
  const text = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('f1', 'f2', 'li', ''))
  const verbs = ['feedback', 'reporter', 'order'].flatMap((kind) =>
    Object.keys(KINDS.get(kind)?.verbs ?? {}).map((verb) => `${kind}.${verb}`),
  )
  const args = fc.oneof(
    fc.record(
      { text, to: text, from: text, assignee: text, with: text, reason: text, agreed: fc.boolean() },
      { requiredKeys: [] },
    ),
    fc.constantFrom(
      {},
      { to: 'f2' },
      { text: 'x', photos: [] },
      { to: 'working', photos: [] },
      { assignee: 'li' },
      { photos: [] },
    ),
    fc.constantFrom(
      { result: 'dissatisfied' },
      { result: 'satisfied' },
      { reason: 'parts', until: '2024-03-08' },
      { text: 'x' },
    ),
    fc.record({
      urgency: fc.record({ was: fc.constantFrom(...URGENCIES), now: fc.constantFrom(...URGENCIES) }),
    }),
    fc.anything(),
  )
  const starts: readonly (Recorded | undefined)[] = [
    undefined,
    fold(undefined, said()).record,
    fold(undefined, ordered()).record,
    fold(undefined, ordered('o1', { fixed: { photos: [] } })).record,
  ]

  it('any change on any record, also on none, gives an outcome, and what is not taken changes nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.array(fc.tuple(fc.constantFrom(...verbs), args, fc.constantFrom('zhou', 'li')), { maxLength: 12 }),
        (start, steps) => {
          let record = start
          for (const [name, given, by] of steps) {
            const next = fold(record, did('f1', name, given, by))
            expect(['applied', 'already', 'merged', 'held', 'waits']).toContain(next.outcome.is)
            if (next.outcome.is !== 'applied' && next.outcome.is !== 'merged')
              expect(next.record).toBe(record)
            record = next.record
          }
        },
      ),
      { numRuns: 400 },
    )
  })

  it('urgency never sinks by two edits of the same sight, in whatever order they come', () => {
    const urgency = fc.constantFrom(...URGENCIES)
    fc.assert(
      fc.property(urgency, urgency, urgency, (was, a, b) => {
        fc.pre(a !== was && b !== was)
        const ledger = aLedger()
        ledger.receive(
          said('f1', { urgency: was }),
          edit('urgency', was, a, 'a'),
          edit('urgency', was, b, 'b'),
        )
        expect(ledger.get<Feedback>('f1').urgency).toBe(a < b ? a : b)
      }),
    )
  })
})
