import { expect, test } from 'vitest'
import { KINDS } from '#domain/catalogue.ts'
import type { Held } from '#domain/held.ts'
import type { HeldAct } from '#queries/heldActs.ts'
import { argsWith, fieldsOf, isSayable } from '#queries/heldFields.ts'
import { choiceWord } from '#ui/screens/held/fieldWords.ts'
import { en } from '#ui/words/en/all.ts'
import { zh } from '#ui/words/zh/all.ts'

function aHeld(name: string, args: unknown, why = 'invalid'): Held {
  return {
    id: 'h',
    author: 'wang',
    change: { name, v: 1 },
    why,
    status: 'open',
    body: { at: '', args },
  } as never
}
const anAct = (...act: Held[]): HeldAct => ({ record: act[0]!, act, before: [] })

/** With something in every argument, so that no field is left out. */
function everyField(name: string): Held {
  const [kind = '', verb = ''] = name.split('.')
  const { args } = KINDS.get(kind)!.verbs[verb] as unknown as { args: { entries?: Record<string, unknown> } }
  return aHeld(
    name,
    Object.fromEntries(Object.keys(args.entries ?? {}).map((field) => [field, { now: 'x' }])),
  )
}

const VERBS = [...KINDS].flatMap(([kind, { verbs }]) => Object.keys(verbs).map((verb) => `${kind}.${verb}`))

test.each(VERBS)('every field of %s has its label, and every choice its word, in both languages', (name) => {
  // The server's own changes are nobody's to put right.
  if (name === 'held.keep') return
  for (const { name: field, options } of fieldsOf(everyField(name))) {
    expect(zh.held.field[field], field).toMatch(/\p{Script=Han}/u)
    expect(en.held.field[field], field).toMatch(/[a-z]/)
    for (const option of options) {
      expect(choiceWord(zh, field, option), `${field} ${option}`).toMatch(/\p{Script=Han}|岁/u)
      expect(choiceWord(en, field, option), `${field} ${option}`).toMatch(/[a-z\d]/)
    }
  }
})

test('an edit shows what it wants, and keeps what it saw', () => {
  const held = aHeld('feedback.edit', { text: { was: '灯坏了', now: '灯不亮' } })
  expect(fieldsOf(held)).toMatchObject([{ name: 'text', kind: 'text', value: '灯不亮', most: 500 }])
  expect(argsWith(held, { text: '灯又亮了' })).toEqual({
    ok: true,
    value: { text: { was: '灯坏了', now: '灯又亮了' } },
  })
})

test('a field that its verb does not have is left out of a correction; what does not fit stays refused', () => {
  const held = aHeld('incident.record', {
    place: 'p',
    type: 'overflow',
    action: 'reported_pm',
    photos: [],
    later: 'a field of another version',
  })
  expect(argsWith(held, {})).toMatchObject({ ok: true })
  expect(argsWith(aHeld('shift.tally', { counter: 'nonsense' }), {})).toEqual({
    ok: false,
    refused: 'invalid',
  })
  expect(argsWith(aHeld('shift.tally', { counter: 'nonsense' }), { counter: 'right' })).toEqual({
    ok: true,
    value: { counter: 'right' },
  })
})

test('what cannot be opened, or is newer than this app, is not made a form of; its words are shown', () => {
  expect(isSayable(anAct(aHeld('shift.tally', { counter: 'right' }, 'unreadable')))).toBe(false)
  const newer = aHeld('shift.sing', { text: '早', score: 3, shift: 'id' }, 'newer')
  expect(isSayable(anAct(newer))).toBe(false)
  expect(fieldsOf(newer)).toMatchObject([{ name: 'text', value: '早', open: false }])
  expect(fieldsOf(aHeld('unreadable', undefined))).toEqual([])
})
