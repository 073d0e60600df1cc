import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, KINDS } from '#domain/catalogue.ts'
import type { Incident } from '#domain/bins/incident.ts'
import { lights, type Visit } from '#domain/doors/visit.ts'
import { did, fieldsOf, folding, type Folding, instant, next, stamped } from './history.ts'
import { runs } from './runs.ts'

const BEGIN: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  incident: { place: 'home', type: 'overflow', action: 'none', photos: ['a'.repeat(64)], text: '满了' },
  visit: { place: 'home', outcome: 'met', note: '说水管漏' },
}

const CREATE: Readonly<Record<string, string>> = { incident: 'incident.record', visit: 'visit.record' }

const move = fc.record({
  verb: fc.constantFrom('begin', 'begin', 'withdraw', 'withdraw', 'amend', 'step', 'step'),
  by: fc.constantFrom('wang', 'tang', 'chen'),
  record: fc.constantFrom('r1', 'r2', 'r3'),
})

describe.each(Object.keys(BEGIN))('what is only ever added: %s', (kind) => {
  it('INV-12 is never taken away: a withdrawal is a mark with the reason of the first who made it, and later words stay visible under it', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 20 }), (moves) => {
        const folded = new Map<string, Folding>()
        const model = new Map<string, { by: string; voided?: string; note?: unknown; steps: string[] }>()
        for (const [index, { verb, by, record }] of moves.entries()) {
          const nth = index + 1
          if (verb === 'amend' && kind !== 'visit') continue
          if (verb === 'step' && kind !== 'incident') continue
          const product = folded.get(record) ?? folding()
          folded.set(record, product)
          const known = model.get(record)
          const name = verb === 'begin' ? (CREATE[kind] ?? '') : `${kind}.${verb}`
          const note = { was: known?.note, now: `第${nth}句` }
          const args = {
            begin: BEGIN[kind],
            withdraw: { reason: `${nth}` },
            step: { action: 'reported_pm', note: `第${nth}句` },
            amend: { note },
          }[verb]
          const outcome = next(product, did(nth, name, args, by, record), stamped(nth))

          if (verb === 'begin') {
            expect(outcome.is).toBe(known ? 'already' : 'applied')
            if (!known) model.set(record, { by, note: BEGIN[kind]?.['note'], steps: [] })
          } else if (!known) expect(outcome).toEqual({ is: 'waits' })
          else if (verb === 'withdraw') {
            expect(outcome.is).toBe(known.voided === undefined ? 'applied' : 'already')
            known.voided ??= `${by} ${instant(nth)} ${nth}`
          } else if (verb === 'step') {
            // What comes under a withdrawal waits for a person; what was there before it stays.
            expect(outcome.is).toBe(known.voided === undefined ? 'applied' : 'held')
            if (known.voided === undefined) known.steps.push(`${by} ${instant(nth)} 第${nth}句`)
          } else {
            expect(outcome.is).toBe('applied')
            known.note = `第${nth}句`
          }

          for (const [id, one] of model) {
            const there = folded.get(id)?.record
            const { voided } = there ?? {}
            expect([there?.author, voided && `${voided.by} ${voided.at} ${voided.reason}`]).toEqual([
              one.by,
              one.voided,
            ])
            const own = fieldsOf(there)
            for (const [field, value] of Object.entries(BEGIN[kind] ?? {}))
              expect(own[field]).toEqual(field === 'note' ? one.note : value)
            if (kind === 'incident') {
              const steps = (there as Incident).steps ?? []
              expect(steps.map((step) => `${step.by} ${step.at} ${step.note}`)).toEqual(one.steps)
            }
            if (kind === 'visit') expect(lights(there as Visit)).toBe(one.voided === undefined)
          }
        }
      }),
      runs(200),
    )
  })

  it('INV-12 a reason is asked for: a withdrawal without one is held', () => {
    const record = fold(undefined, did(1, CREATE[kind] ?? '', BEGIN[kind], 'wang')).record
    expect(fold(record, did(2, `${kind}.withdraw`, {}, 'wang')).outcome).toEqual({
      is: 'held',
      why: 'invalid',
    })
  })
})

describe('no kind of the catalogue', () => {
  it('INV-12 has a verb that deletes: what anybody withdraws stays as it was beside the mark', () => {
    for (const kind of KINDS.values())
      for (const verb of Object.keys(kind.verbs)) expect(verb).not.toMatch(/delete|remove|erase|drop/)
  })

  it('INV-12 a decision on what was held is the first one in the order of the server', () => {
    const keep = {
      place: 'home',
      change: { id: 'c0', record: 'r0', name: 'feedback.note', v: 1, actor: 'wang' },
      personal: true,
      device: 'd1',
      why: 'notAllowed',
      body: { at: instant(0), args: { text: '又问了', photos: [] } },
    }
    const step = fc.record({
      verb: fc.constantFrom('release', 'giveUp', 'correct', 'keep'),
      by: fc.constantFrom('wang', 'tang'),
      why: fc.constantFrom('notAllowed', 'recordMissing', 'wrongState'),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const product = folding()
        next(product, did(1, 'held.keep', keep, 'server'), stamped(1))
        let decided: { status: string; by: string; at: string } | undefined
        let why = keep.why
        for (const [index, { verb, by, why: other }] of steps.entries()) {
          const nth = index + 2
          const args = verb === 'keep' ? { ...keep, why: other } : verb === 'correct' ? { instead: 'c9' } : {}
          const outcome = next(product, did(nth, `held.${verb}`, args, by), stamped(nth))
          const moves = decided === undefined && (verb !== 'keep' || other !== why)
          expect(outcome.is).toBe(moves ? 'applied' : 'already')
          const status = { release: 'released', giveUp: 'givenUp', correct: 'corrected' }[verb as 'release']
          if (verb === 'keep' && moves) why = other
          if (verb !== 'keep') decided ??= { status, by, at: instant(nth) }
          expect(fieldsOf(product.record)).toMatchObject({
            change: keep.change,
            body: keep.body,
            why,
            status: decided?.status ?? 'open',
          })
          expect(fieldsOf(product.record)['decided']).toEqual(decided && { by: decided.by, at: decided.at })
          expect(product.record?.author).toBe('wang')
        }
      }),
      runs(150),
    )
  })
})
