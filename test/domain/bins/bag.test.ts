import { expect, test } from 'vitest'
import { bagRateOf, FAULTS, FAULTS_OF, type Verdict } from '#domain/bins/bag.ts'
import { fold } from '#domain/catalogue.ts'
import type { Change } from '#domain/change.ts'
import type { Shift } from '#domain/bins/shift.ts'
import { STREAMS } from '#domain/bins/streams.ts'

const change = (id: string, name: string, args: unknown) =>
  ({ id, record: 's', name, v: 1, actor: 'zhou', at: '2026-11-24T10:00:00.000Z', args }) as unknown as Change

const opened = fold(
  undefined,
  change('c0', 'shift.open', { place: 'p', day: '2026-11-24', window: 'evening' }),
)
const bag = (id: string) => change(id, 'shift.bag', { stream: 'kitchen', verdict: 'good', faults: [] })

test('a bag counts once, though its change comes twice', () => {
  const once = fold(opened.record, bag('c1'))
  const twice = fold(once.record, bag('c1'))
  expect(twice.outcome).toEqual({ is: 'already' })
  expect((twice.record as Shift).bags).toHaveLength(1)
  expect((fold(twice.record, bag('c2')).record as Shift).bags).toHaveLength(2)
})

test('a bag that was taken back does not come back with a second taking back, and no other goes with it', () => {
  const two = fold(fold(opened.record, bag('c1')).record, bag('c2'))
  const back = fold(two.record, change('c3', 'shift.unbag', { bag: 'c1' }))
  const again = fold(back.record, change('c4', 'shift.unbag', { bag: 'c1' }))
  expect(again.outcome).toEqual({ is: 'already' })
  expect((again.record as Shift).bags?.map((one) => one.id)).toEqual(['c2'])
})

test('only good is good, and below ten bags there is no rate', () => {
  const of = (...verdicts: readonly Verdict[]) => bagRateOf(verdicts.map((verdict) => ({ verdict })))
  expect(of('good', 'minor', 'bad')).toEqual({ good: 1, checked: 3 })
  expect(of()).toEqual({ good: 0, checked: 0 })
  const ten = [...Array<'good'>(7).fill('good'), 'minor', 'minor', 'bad'] as const
  expect(of(...ten)).toEqual({ good: 7, checked: 10, perMille: 700 })
})

test('the faults of a stream are faults, none twice, and a stream is no fault of itself', () => {
  for (const stream of STREAMS) {
    expect(new Set(FAULTS_OF[stream]).size).toBe(FAULTS_OF[stream].length)
    expect(FAULTS_OF[stream]).not.toContain(`${stream}_in`)
  }
  expect(new Set(STREAMS.flatMap((stream) => FAULTS_OF[stream]))).toEqual(new Set(FAULTS))
})
