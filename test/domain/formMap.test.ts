import { expect, test } from 'vitest'
import { fold } from '#domain/catalogue.ts'
import type { Change, Stamp } from '#domain/change.ts'
import type { FormMap } from '#domain/formMap.ts'
import type { Recorded } from '#domain/record.ts'

let seq = 0
const change = (actor: string, name: string, args: unknown): Change =>
  ({ id: `c${(seq += 1)}`, record: 'form', actor, at: '2024-03-04T01:00:00.000Z', name, v: 1, args }) as never
const stamp = (): Stamp => ({ seq, epoch: 'e', receivedAt: '2024-03-04T01:00:00.000Z' }) as never

const COLUMNS = [
  { heading: '序号', field: 'row' },
  { heading: '诉求内容', field: 'text' },
  { heading: '领导签字' },
]
const saved = () =>
  fold(
    undefined,
    change('zhou', 'formMap.save', {
      place: 'compound',
      title: '诉求统计表',
      list: 'ledger',
      by: 'month',
      columns: COLUMNS,
    }),
    stamp(),
  ).record as FormMap
const folded = (record: Recorded, actor: string, name: string, args: unknown) =>
  fold(record, change(actor, name, args), stamp())

test('a form is kept as it was looked over: its columns in their order, what is left for a pen too', () => {
  expect(saved()).toMatchObject({ kind: 'formMap', title: '诉求统计表', list: 'ledger', columns: COLUMNS })
})

test('W9 two who change different things of a form offline both have their way', () => {
  const one = folded(saved(), 'zhou', 'formMap.edit', { title: { was: '诉求统计表', now: '三月诉求统计表' } })
  const both = folded(one.record!, 'wu', 'formMap.edit', { by: { was: 'month', now: 'week' } })
  expect(both.record).toMatchObject({ title: '三月诉求统计表', by: 'week' })
  expect(both.outcome).toEqual({ is: 'applied' })
})

test('W9 INV-12 of two who put its columns otherwise the later stands, and the other way is kept beside it', () => {
  const mine = [{ heading: '序号', field: 'row' }]
  const yours = [{ heading: '诉求内容', field: 'text' }]
  const one = folded(saved(), 'zhou', 'formMap.edit', { columns: { was: COLUMNS, now: mine } })
  const both = folded(one.record!, 'wu', 'formMap.edit', { columns: { was: COLUMNS, now: yours } })
  expect(both.outcome).toEqual({ is: 'merged', lost: { columns: mine } })
  expect(both.record).toMatchObject({ columns: yours, lost: { field: 'columns', value: mine, by: 'wu' } })
})

test('set aside it stays what it was, and twice is once', () => {
  const one = folded(saved(), 'zhou', 'formMap.setAside', { reason: '上面不要了' })
  expect(one.record).toMatchObject({ voided: { by: 'zhou', reason: '上面不要了' }, columns: COLUMNS })
  expect(folded(one.record!, 'wu', 'formMap.setAside', { reason: '不要了' }).outcome).toEqual({
    is: 'already',
  })
})

test('a field of a later version is taken as it is, a heading may be empty, no form has no column', () => {
  const with_ = (columns: unknown) =>
    folded(saved(), 'zhou', 'formMap.edit', { columns: { was: COLUMNS, now: columns } }).outcome.is
  expect(with_([{ heading: '', field: 'laterField' }])).toBe('applied')
  expect(with_([])).toBe('held')
  expect(with_([{ heading: '甲', field: '__proto__' }])).toBe('held')
})
