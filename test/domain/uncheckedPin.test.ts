import { expect, test } from 'vitest'
import { KINDS } from '#domain/kinds.ts'
import { waitsForPin } from '#domain/uncheckedPin.ts'

test('before a PIN is checked one writes down what one hears, sees and does, and settles, changes or publishes nothing; whoever adds a verb decides here', () => {
  const all = [...KINDS.values()].flatMap(({ kind, verbs }) =>
    Object.keys(verbs).map((own) => `${kind}.${own}`),
  )
  expect(all.filter((name) => !waitsForPin({ name })).sort()).toMatchInlineSnapshot(`
    [
      "answer.record",
      "answer.withdraw",
      "duty.swap",
      "feedback.answer",
      "feedback.call",
      "feedback.note",
      "feedback.tell",
      "feedback.toOrder",
      "feedback.type",
      "feedback.withdraw",
      "feedback.write",
      "haul.record",
      "haul.withdraw",
      "incident.record",
      "incident.step",
      "incident.withdraw",
      "lookup.ask",
      "order.open",
      "order.recheck",
      "reporter.write",
      "shift.bag",
      "shift.check",
      "shift.close",
      "shift.closeFor",
      "shift.correct",
      "shift.fill",
      "shift.open",
      "shift.reopen",
      "shift.tally",
      "shift.unbag",
      "shift.untally",
      "visit.amend",
      "visit.record",
      "visit.withdraw",
    ]
  `)
})

test('what this version does not know waits', () => {
  expect(waitsForPin({ name: 'feedback.somethingNew' })).toBe(true)
  expect(waitsForPin({ name: 'newKind.write' })).toBe(true)
})
