import { describe, expect, test } from 'vitest'
import type { Recorded } from '#domain/record.ts'
import { recordingId } from '#domain/bins/recording.ts'
import type { Checker } from '../check.ts'
import { aHistory, change, GROUND, look, record, row, TENANT, type Told } from './aHistory.ts'
import { handed } from './handed.ts'
import { incidents } from './incidents.ts'
import { lookups } from './lookups.ts'
import { naturalKeys } from './naturalKeys.ts'
import { overwritten } from './overwritten.ts'
import { recordings } from './recordings.ts'

const found = (checker: Checker, of: Told) => checker(aHistory(of)).map(({ is }) => is)

const SLOT = recordingId(TENANT, 'empty_bag', 'sichuan')
const put = (id: string, sound?: string, was?: string) =>
  change(id, 'recording.put', { card: 'empty_bag', dialect: 'sichuan', sound, was }, SLOT)
const slot = (sound?: string): Recorded =>
  record(SLOT, 'recording', { place: 'compound', card: 'empty_bag', dialect: 'sichuan', sound })
const shows = (...records: readonly Recorded[]) => look({ books: [{ records, pending: [] }] })

describe('what is recorded', () => {
  test('W7 what was put there last is heard, on the server and on every device', () => {
    const rows = [row(1, put('a', 'one')), row(2, put('b', 'two', 'one'))]
    const records = [...GROUND, slot('two')]
    expect(found(recordings, { rows, records, looks: [shows(slot('two'))] })).toEqual([])
    expect(found(recordings, { rows, records: [slot('one')] })).toEqual(['overwritten'])
    expect(found(recordings, { rows, records, looks: [shows(slot('one'))] })).toEqual(['diverged'])
    expect(found(recordings, { rows, records, looks: [shows()] })).toEqual(['diverged'])
  })

  test('W7 what comes again after a restore and was put there first is not the last', () => {
    const again = row(
      3,
      put('a', 'one'),
      { is: 'merged', lost: { sound: 'one' } },
      { first: row(1, put('a')) },
    )
    const rows = [row(2, put('b', 'two')), again]
    expect(found(recordings, { rows, records: [slot('two')] })).toEqual([])
    expect(found(recordings, { rows, records: [slot('one')] })).toEqual(['overwritten'])
  })

  test('a device that has something of its own to say of a slot plays that', () => {
    const own = look({ books: [{ records: [slot('mine')], pending: [put('c', 'mine')] }] })
    const rows = [row(1, put('a', 'one'))]
    expect(found(recordings, { rows, records: [...GROUND, slot('one')], looks: [own] })).toEqual([])
  })

  test('INV-12 a sound that takes the place of one its author did not know goes with a word', () => {
    const rows = (outcome: Parameters<typeof row>[2]) => [
      row(1, put('a', 'one')),
      row(2, put('b', 'two'), outcome),
    ]
    const merged = { is: 'merged', lost: { sound: 'one' } } as const
    expect(found(overwritten, { rows: rows(merged) })).toEqual([])
    expect(found(overwritten, { rows: rows({ is: 'applied' }) })).toEqual(['overwritten'])
  })

  test('INV-23 two records of one slot, one word of one person, one thing are twins', () => {
    const rule = (id: string) => record(id, 'wasteRule', { label: '龙舟' })
    const asked = (id: string, word: string) => record(id, 'lookup', { word })
    for (const [one, other] of [
      [slot('one'), { ...slot('two'), id: 'other' as Recorded['id'] }],
      [asked('a', '龙舟'), asked('b', ' 龙 舟')],
      [rule('a'), rule('b')],
    ] as const) {
      expect(found(naturalKeys, { records: [one] })).toEqual([])
      expect(found(naturalKeys, { records: [one, other] })).toEqual(['twins'])
    }
  })
})

describe('W14 bytes', () => {
  const photo = record('i', 'incident', { photos: ['photo'] })
  const records = [
    ...GROUND,
    photo,
    record('j', 'incident', { place: 'west', photos: ['other'] }),
    slot('sound'),
  ]
  const asks = (hash: string, is: boolean) => look({ handed: new Map([[hash, is]]) })

  test('who may read what names them is given them, and nobody else', () => {
    const looks = [asks('photo', true), asks('sound', true), asks('other', false), asks('replaced', false)]
    expect(found(handed, { records, looks })).toEqual([])
    expect(found(handed, { records, looks: [asks('other', true)] })).toEqual(['leaked'])
    expect(found(handed, { records, looks: [asks('replaced', true)] })).toEqual(['leaked'])
    expect(found(handed, { records, looks: [asks('photo', false)] })).toEqual(['diverged'])
  })
})

describe('what happened at the bins', () => {
  const note = (id: string, of: string) => change(id, 'incident.record', {}, of)
  const incident = (id: string, more = {}) => record(id, 'incident', { photos: [], ...more })
  const back = change('w', 'incident.withdraw', {}, 'i')

  test('what was noted once is there once, and what was taken back counts nowhere', () => {
    const rows = [row(1, note('a', 'i')), row(2, note('b', 'j')), row(3, back)]
    const voided = incident('i', { voided: {} })
    expect(found(incidents, { rows, records: [voided, incident('j')] })).toEqual([])
    expect(found(incidents, { rows, records: [incident('i'), incident('j')] })).toEqual(['miscounted'])
  })

  test('one that nobody noted, and one that was noted twice, are one too many', () => {
    const one = row(1, note('a', 'i'))
    expect(found(incidents, { rows: [one], records: [incident('i'), incident('j')] })).toEqual(['doubled'])
    const twice = [one, row(2, note('b', 'i'))]
    expect(found(incidents, { rows: twice, records: [incident('i')] })).toEqual(['doubled'])
  })
})

describe('what is missing in the list', () => {
  const asked = (id: string, author: string, more = {}) =>
    record(id, 'lookup', { word: '龙舟', author, ...more })

  test('a word is missed by as many people as asked for it and were not answered', () => {
    const rule = record('r', 'wasteRule', { label: '龙舟', waste: 'other' })
    for (const records of [
      [asked('a', 'li'), asked('b', 'chen')],
      [asked('a', 'li'), asked('b', 'chen', { settled: true })],
      [asked('a', 'li'), rule],
    ])
      expect(found(lookups, { records })).toEqual([])
  })
})
