import { expect, test } from 'vitest'
import { fold } from '#domain/catalogue.ts'
import type { Change, Stamp } from '#domain/change.ts'
import type { Epoch } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import { lineOn, type WasteRule } from '#domain/bins/wasteRule.ts'

interface Told {
  readonly nth: number
  readonly waste?: string
  readonly since: string
  readonly was?: string
  readonly means?: number
  readonly meant?: number
}

function told({ nth, ...said }: Told): readonly [Change, Stamp] {
  const args = { place: 'home', label: '榴莲壳', item: 28, reason: `第 ${nth} 次定的`, ...said }
  const change = { id: `c${nth}`, record: 'r', name: 'wasteRule.put', v: 1, actor: 'p', at: '', args }
  const stamp = { epoch: 'e1' as Epoch, seq: nth, receivedAt: '2026-11-24T00:00:00.000Z' }
  return [change as unknown as Change, stamp]
}

function end(...all: readonly Told[]) {
  let record: Recorded | undefined
  const outcomes: string[] = []
  for (const one of all) {
    const folded = fold(record, ...told(one))
    record = folded.record
    outcomes.push(folded.outcome.is)
  }
  return { rule: record as WasteRule, outcomes }
}

const KITCHEN: Told = { nth: 1, waste: 'kitchen', since: '2026-11-03' }
const NEVER: Told = { nth: 2, waste: 'never', since: '2027-03-09', was: 'kitchen' }
const BULKY: Told = { nth: 3, waste: 'bulky', since: '2027-01-01', was: 'never' }

test('a rule says on each day what was decided last of all that had begun by then', () => {
  const { rule } = end(KITCHEN, NEVER)
  expect(
    ['2026-11-02', '2026-11-03', '2027-03-08', '2027-03-09'].map((day) => lineOn(rule, day)?.waste),
  ).toEqual([undefined, 'kitchen', 'kitchen', 'never'])
})

test('W7 sent again after a restore in whatever order, the rule says the same on every day', () => {
  const days = ['2026-11-02', '2026-11-10', '2027-01-01', '2027-03-08', '2027-03-09']
  const said = (...all: readonly Told[]) => days.map((day) => lineOn(end(...all).rule, day)?.waste)
  for (const [first, second, third] of [
    [KITCHEN, NEVER, BULKY],
    [
      { ...BULKY, nth: 1, was: undefined },
      { ...NEVER, was: 'bulky' },
      { ...KITCHEN, nth: 3, was: 'never' },
    ],
    [KITCHEN, BULKY, { ...NEVER, nth: 4, was: 'bulky' }],
  ].map((all) => all.map(({ was, ...one }) => ({ ...one, ...(was !== undefined && { was }) })))) {
    if (!first || !second || !third) throw new Error('three were told')
    const asTold = said(first, second, third)
    for (const order of [
      [first, third, second],
      [second, first, third],
      [second, third, first],
      [third, first, second],
      [third, second, first],
    ])
      expect(said(...order)).toEqual(asTold)
  }
})

test('W9 of two who decide at the same time what a word means the later stands, and the first is told', () => {
  const word = (nth: number, means: number, meant?: number): Told => ({
    nth,
    means,
    since: '2026-11-24',
    ...(meant !== undefined && { meant }),
  })
  const { rule, outcomes } = end(word(1, 28), word(2, 17), word(3, 18, 17))
  expect(outcomes).toEqual(['applied', 'merged', 'applied'])
  expect([rule.means, rule.waste, rule.before, rule.lost?.value]).toEqual([18, undefined, undefined, 28])
})
