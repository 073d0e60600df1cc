import { expect, test } from 'vitest'
import type { RecordId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import type { ErasedEvent } from '../history.ts'
import { withoutThem } from '../erasing.ts'
import {
  aHistory,
  change,
  GROUND,
  look,
  record,
  reply,
  row,
  saved,
  TENANT,
  type Told,
  wrote,
} from './aHistory.ts'
import { erasedWord } from './erasedWord.ts'
import { erasure } from './erasure.ts'
import { payloads } from './payloads.ts'

const found = (of: Told) => erasure(aHistory(of)).map(({ what }) => what)

const ids = (...all: string[]) => new Set(all as RecordId[])
const gone: ErasedEvent = {
  is: 'erased',
  tenant: TENANT,
  own: ids('her', 'her phone'),
  homes: ids('101'),
  alone: true,
  remarks: ids(),
  texts: ['陈§1§', '19900000002'],
  words: new Set(['§1§', '19900000002']),
}
const stone = (id: string) => record(id, 'tombstone', { place: 'compound' })
const visit = (place: string, note: string): Recorded => record(`v ${place}`, 'visit', { place, note })
const emptied = (id: string) => row(1, change(id, 'resident.enter', null, 'her'))

test('INV-24 a tombstone and rows without words are well; the record or its words that still stand are not', () => {
  const well = { events: [gone], records: [stone('her')], rows: [emptied('a')] }
  expect(found(well)).toEqual([])
  expect(found({ ...well, records: [record('her', 'resident', { name: '陈§1§' })] })).toHaveLength(2)
  const told = row(1, change('a', 'resident.enter', { name: '陈§1§' }, 'her'))
  expect(found({ ...well, rows: [told] })).toEqual([expect.stringContaining('stands in the row of')])
})

test('INV-24 her name in what was written at her door is found; the one that stands elsewhere is not known there', () => {
  expect(found({ events: [gone], records: [visit('101', '陈§1§ 不在')] })).toHaveLength(1)
  expect(found({ events: [gone], records: [visit('101', '某 不在')] })).toEqual([])
  expect(found({ events: [gone], records: [visit('102', '问 陈§1§')] })).toEqual([])
})

test('INV-24 no reply that follows says it, no table of a device holds it, no book shows it', () => {
  const said = reply({ words: ['§1§'] })
  expect(found({ events: [said, gone] })).toEqual([])
  expect(found({ events: [gone, said] })).toHaveLength(1)
  expect(
    found({ events: [gone, { is: 'looked', look: look({ raw: { pages: ['19900000002'] } }) }] }),
  ).toHaveLength(1)
  const shown = { books: [{ records: [visit('101', '陈§1§')], pending: [] }] }
  expect(found({ events: [gone], looks: [look(shown)] })).toHaveLength(1)
})

test('INV-12 INV-24 what is not hers stays word for word but for her name; at her own door what was said goes whole', () => {
  const at = (place: string, note: string, left: unknown) => {
    const one = change('a', 'visit.record', { place, outcome: 'met', note }, `v ${place}`)
    const kept = row(1, one, { is: 'applied' }, { body: { at: one.at, args: left } })
    const of = { events: [saved(one), gone], rows: [kept], records: [visit(place, '')] }
    return payloads(aHistory(of)).length
  }
  expect(at('102', '灯坏了', { place: '102', outcome: 'met', note: '灯坏了' })).toBe(0)
  expect(at('102', '灯坏了', { place: '102', outcome: 'met' })).toBe(1)
  expect(at('101', '陈§1§ 说', { place: '101', outcome: 'met', note: '某 说' })).toBe(0)
  expect(at('101', '陈§1§ 说', { place: '101', outcome: 'met' })).toBe(0)
  expect(at('101', '陈§1§ 说', { place: '101', note: '某 说' })).toBe(1)
  expect(
    withoutThem({ name: 'visit.amend', record: 'v' as RecordId, args: { note: '19900000002' } }, undefined, [
      gone,
    ]),
  ).toContainEqual({ note: '****' })
})

test('INV-13 INV-24 that something was erased is said of what is a tombstone, and to whom could read today what stood there', () => {
  const heard = (of: Told) => erasedWord(aHistory(of)).map(({ what }) => what)
  const at = (place: string) => wrote([], [...GROUND, record('theirs', 'shift', { place })])
  const buried = wrote([], [stone('theirs')])
  const said = reply({ erased: ['theirs' as RecordId] })
  expect(heard({ events: [at('east'), buried, said] })).toEqual([])
  expect(heard({ events: [at('west'), buried, said] })).toEqual([expect.stringContaining('hears that shift')])
  expect(heard({ events: [at('east'), said] })).toEqual([expect.stringContaining('is there')])
})
