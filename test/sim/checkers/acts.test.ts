import { describe, expect, test } from 'vitest'
import { aHistory, answer, change, record, reply, restored, row, type Told, wrote } from './aHistory.ts'
import { durable } from './durable.ts'
import { waiting } from './waiting.ts'
import { wholeActs } from './wholeActs.ts'

const is = (findings: readonly { readonly is: string }[]) => findings.map((one) => one.is)
const tap = change('a', 'shift.tally', { counter: 'right' }, 's')
const close = change('b', 'shift.close', {}, 's')
const HELD = { is: 'held', why: 'actHeld' } as const
const WAITS = { is: 'waits' } as const

describe('W3 an act is whole', () => {
  const acted = (...outcomes: Parameters<typeof row>[2][]): Told => ({
    events: [wrote([tap, close].map((one, at) => row(at + 1, one, outcomes[at], { act: 'act' })))],
  })
  test('W3 folded, held, or waiting in part', () => {
    expect(wholeActs(aHistory(acted({ is: 'applied' }, { is: 'already' })))).toEqual([])
    expect(wholeActs(aHistory(acted(HELD, HELD)))).toEqual([])
    expect(wholeActs(aHistory(acted(WAITS, { is: 'applied' })))).toEqual([])
  })
  test('W3 half of it held is torn', () => {
    expect(is(wholeActs(aHistory(acted({ is: 'applied' }, HELD))))).toEqual(['torn'])
  })
})

describe('W4 an acknowledgement is durable', () => {
  const answered = reply({ outcomes: [answer(1, 'a')] })
  test('INV-25 W4 a row that was written, or that a backup has, may be acknowledged', () => {
    expect(durable(aHistory({ events: [wrote([row(1, tap)]), answered] }))).toEqual([])
    expect(durable(aHistory({ events: [restored([row(1, tap)]), answered] }))).toEqual([])
  })
  test('INV-25 W4 one whose transaction has not ended, or that a backup has forgotten, may not', () => {
    expect(is(durable(aHistory({ events: [answered, wrote([row(1, tap)])] })))).toEqual(['ackedLost'])
    expect(is(durable(aHistory({ events: [wrote([row(1, tap)]), restored(), answered] })))).toEqual([
      'ackedLost',
    ])
  })
})

test('W3 nothing waits for a record that is here', () => {
  const rows = [row(1, tap, WAITS)]
  expect(waiting(aHistory({ rows }))).toEqual([])
  expect(is(waiting(aHistory({ rows, records: [record('s', 'shift')] })))).toEqual(['stuck'])
})
