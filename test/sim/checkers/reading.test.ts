import { describe, expect, test } from 'vitest'
import type { ChangeId } from '#domain/ids.ts'
import type { Checker } from '../check.ts'
import { CHECKERS } from '../check.ts'
import {
  aHistory,
  change,
  GROUND,
  look,
  OTHER,
  record,
  reply,
  restored,
  row,
  type Told,
  wrote,
} from './aHistory.ts'
import { draftsKept } from './drafts.ts'
import { leaks } from './leaks.ts'
import { projection } from './projection.ts'
import { readYourWrites } from './readYourWrites.ts'
import { receipts } from './receipts.ts'
import { stuck } from './stuck.ts'

const found = (checker: Checker, of: Told) => checker(aHistory(of)).map(({ is }) => is)

const here = record('i1', 'incident', { text: '§1§' })
const there = record('i2', 'incident', { text: '§2§', place: 'west' })
const words = { '§1§': { record: 'i1' }, '§2§': { record: 'i2' }, '§3§': { record: 'i3', tenant: OTHER } }
const server = [...GROUND, here, there]
const readable = [...GROUND, here]

describe('INV-5 queues drain', () => {
  test('INV-5 a disk that does not come to rest or keeps something is stuck; a defect is named apart', () => {
    expect(found(stuck, { looks: [look()] })).toEqual([])
    expect(found(stuck, { restless: { one: 'noLink' } })).toEqual(['stuck'])
    expect(found(stuck, { restless: { one: 'threw Error: x' } })).toEqual(['threw'])
    expect(found(stuck, { looks: [look({ outbox: ['a' as ChangeId] })] })).toEqual(['stuck'])
  })
})

describe('INV-7 what was saved is shown where it was saved', () => {
  const note = change('a', 'feedback.note', { text: '§1§' }, 'f')
  const shown = (records: readonly ReturnType<typeof record>[], pending = [note]) =>
    look({ outbox: [note.id], books: [{ records, pending }] })
  const remark = record('f', 'feedback', { followUps: [{ id: 'a' }] })

  test('INV-7 words that wait and are not in the record have vanished', () => {
    expect(found(readYourWrites, { looks: [shown([remark])] })).toEqual([])
    expect(found(readYourWrites, { looks: [shown([record('f', 'feedback')])] })).toEqual(['vanished'])
  })
  test('INV-7 a change that waits and that no book knows has vanished, also in the middle of a life', () => {
    expect(found(readYourWrites, { events: [{ is: 'looked', look: shown([remark], []) }] })).toEqual([
      'vanished',
    ])
  })
  test('INV-7 a record that was made and is not shown has vanished', () => {
    const made = change('a', 'incident.record', {}, 'i')
    const of = (records: readonly ReturnType<typeof record>[]) =>
      look({ outbox: [made.id], books: [{ records, pending: [made] }] })
    expect(found(readYourWrites, { looks: [of([record('i', 'incident')])] })).toEqual([])
    expect(found(readYourWrites, { looks: [of([])] })).toEqual(['vanished'])
  })
})

describe('INV-10 a device has exactly what its people may read', () => {
  test('INV-10 equal is well; a record less or another value has diverged; a record more has leaked', () => {
    const of = (bases: readonly ReturnType<typeof record>[]) => ({
      records: server,
      looks: [look({ bases })],
    })
    expect(found(projection, of(readable))).toEqual([])
    expect(found(projection, of(GROUND))).toEqual(['diverged'])
    expect(found(projection, of([...GROUND, { ...here, at: '' }]))).toEqual(['diverged'])
    expect(found(projection, of([...readable, there]))).toEqual(['leaked'])
  })
  test('INV-10 in the middle of a life it is held against the server of that moment', () => {
    const looked = { is: 'looked', look: look({ bases: readable }) } as const
    expect(found(projection, { events: [wrote([], server), looked] })).toEqual([])
    expect(found(projection, { events: [wrote([], server), restored([], GROUND), looked] })).toEqual([
      'leaked',
    ])
  })
})

describe('INV-13 INV-14 no record and no word where it may not be', () => {
  const world = wrote([], server)
  test('INV-13 a record of another place that is sent has leaked, and so has a word of it alone', () => {
    const well = reply({ shows: [here], words: ['§1§'] })
    expect(found(leaks, { words, events: [world, well] })).toEqual([])
    expect(found(leaks, { words, events: [world, reply({ shows: [there] })] })).toEqual(['leaked'])
    expect(found(leaks, { words, events: [world, reply({ words: ['§2§'] })] })).toEqual(['leaked'])
  })
  test('INV-13 rights are those of the moment', () => {
    const ended = record('li', 'member', { place: 'compound', appointments: [] })
    const well = reply({ shows: [here] })
    expect(found(leaks, { words, events: [world, wrote([], [ended]), well] })).toEqual(['leaked'])
  })
  test('INV-14 a word that lies in a table or stands in a book has leaked; what was written there may lie there', () => {
    const at = (more: object) => ({ words, events: [world], looks: [look(more)] })
    expect(found(leaks, at({ raw: { singles: ['§1§'] } }))).toEqual([])
    expect(found(leaks, at({ raw: { singles: ['§2§'] } }))).toEqual(['leaked'])
    expect(found(leaks, at({ books: [{ records: [there], pending: [] }] }))).toEqual(['leaked'])
    expect(found(leaks, at({ raw: { sent: ['§2§'] } }))).toEqual(['leaked'])
    const tried = {
      is: 'tried',
      by: 'li',
      intents: [change('a', 'incident.record', { text: '§2§' })],
    } as never
    expect(found(leaks, { ...at({ raw: { sent: ['§2§'] } }), events: [world, tried] })).toEqual([])
  })
  test('a word of the other compound has leaked wherever it is', () => {
    expect(found(leaks, { words, events: [world, reply({ words: ['§3§'] })] })).toEqual(['leaked'])
  })
})

describe('INV-15 and drafts', () => {
  const told = [['a', { is: 'held', why: 'notAllowed' }]] as const
  const rows = wrote([row(1, change('a', 'shift.tally'))])
  test('INV-15 who was told that something is held finds a receipt', () => {
    const kept = look({ receipts: ['a' as ChangeId] })
    expect(found(receipts, { events: [rows], told, looks: [kept] })).toEqual([])
    expect(found(receipts, { events: [rows], told, looks: [look()] })).toEqual(['unreceipted'])
  })
  test('INV-1 a draft that was kept is found again, as it was or as it was typed on', () => {
    const kept = { is: 'drafted', disk: 'one', key: 'li/form', words: '2 §1§' } as const
    const starts = (...all: [string, string][]) =>
      ({ is: 'draftsFound', disk: 'one', found: new Map(all) }) as const
    expect(found(draftsKept, { events: [kept, starts(['li/form', '3 §1§'])] })).toEqual([])
    expect(found(draftsKept, { events: [kept, starts(['li/form', '1 §1§'])] })).toEqual(['draftLost'])
    expect(found(draftsKept, { events: [kept, starts()] })).toEqual(['draftLost'])
    const gone = { is: 'draftGone', disk: 'one', key: 'li/form' } as const
    expect(found(draftsKept, { events: [kept, gone, starts()] })).toEqual([])
  })
})

test('a history in which nothing happened has nothing wrong with it', () => {
  expect(Object.values(CHECKERS).flatMap((checker) => checker(aHistory({})))).toEqual([])
})
