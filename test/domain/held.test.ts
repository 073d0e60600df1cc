import { describe, expect, it } from 'vitest'
import { fold, KINDS } from '#domain/catalogue.ts'
import type { Change } from '#domain/change.ts'
import { type Held, heldId } from '#domain/held.ts'
import { type ChangeId, type PersonId, type RecordId, SERVER } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'

const COMPOUND = 'compound' as RecordId
const WANG = 'wang' as PersonId
const CHEN = 'chen' as PersonId
const KEPT = { id: 'c1', record: 's1', name: 'shift.tally', v: 1, actor: WANG, act: 'a1' }
const OF = heldId('c1' as ChangeId)
const BODY = { at: '2026-03-04T07:00:00.000Z', args: { counter: 'right' } }

function change(verb: string, args: unknown, actor: PersonId = CHEN): Change {
  return {
    id: `held.${verb}` as ChangeId,
    record: OF,
    name: `held.${verb}`,
    v: 1,
    actor,
    at: '2026-03-05T07:00:00.000Z',
    args,
  }
}

const keep = (why: string, personal = false) =>
  change('keep', { place: COMPOUND, change: KEPT, personal, device: 'tablet', why, body: BODY }, SERVER)

function after(...changes: readonly Change[]) {
  let record: Recorded | undefined
  let outcome: unknown
  for (const one of changes) {
    const folded = fold(record, one)
    record = folded.record
    outcome = folded.outcome
  }
  return { held: record as Held, outcome }
}

describe('a change that is kept for a decision', () => {
  it('W3 keeps everything of it: who, what, which words, and why', () => {
    expect(after(keep('notAllowed')).held).toMatchObject({
      author: WANG,
      place: COMPOUND,
      change: KEPT,
      device: 'tablet',
      why: 'notAllowed',
      body: BODY,
      status: 'open',
    })
  })

  it('is read by its author and the office, and of a personal kind not on a shared tablet', () => {
    const scopeOf = (held: Held) => KINDS.get('held')?.scopeOf(held)
    expect(scopeOf(after(keep('notAllowed')).held)).toEqual({
      place: COMPOUND,
      group: 'held',
      people: [WANG],
    })
    expect(scopeOf(after(keep('notAllowed', true)).held)).toMatchObject({ group: 'heldPersonal' })
  })

  it.each([
    ['release', {}, 'released'],
    ['giveUp', {}, 'givenUp'],
    ['correct', { instead: 'c2' }, 'corrected'],
  ])('%s decides it, once', (verb, args, status) => {
    const { held, outcome } = after(keep('invalid'), change(verb, args))
    expect(outcome).toEqual({ is: 'applied' })
    expect(held).toMatchObject({ status, decided: { by: CHEN, at: '2026-03-05T07:00:00.000Z' } })
    for (const later of [change('release', {}), change('giveUp', {}), change('correct', { instead: 'c3' })]) {
      const again = fold(held, later)
      expect([again.outcome, again.record]).toEqual([{ is: 'already' }, held])
    }
  })

  it('a correction names the change that says it better', () => {
    expect(after(keep('invalid'), change('correct', { instead: 'c2' })).held.instead).toBe('c2')
    expect(after(keep('invalid'), change('correct', {})).outcome).toEqual({ is: 'held', why: 'invalid' })
  })

  it('W3 what waited for its record may be kept for another reason, while nobody has decided', () => {
    expect(after(keep('recordMissing'), keep('notAllowed')).held.why).toBe('notAllowed')
    expect(after(keep('recordMissing'), change('giveUp', {}), keep('notAllowed')).held).toMatchObject({
      status: 'givenUp',
      why: 'recordMissing',
    })
  })
})
