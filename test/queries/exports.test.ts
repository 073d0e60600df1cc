import fc from 'fast-check'
import papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { asText, csvOf } from '#device/csv.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import { careId, contactId } from '#domain/doors/resident.ts'
import type { Role } from '#domain/rights.ts'
import { rosterLines } from '#queries/exports.ts'
import { rosterTable } from '#ui/screens/looks/rosterTable.ts'
import { zh } from '#ui/words/zh/all.ts'
import {
  aDoorSide,
  BUILDING,
  change,
  COMPOUND,
  door,
  folded,
  OFFICE,
  springCompound,
  UNIT_2,
} from '#test/support/doorSide.ts'

const AT_502 = door(2, 502)
const CONSENT = { basis: 'self', at: '2024-02-01', how: 'spoken' }
const enter = (id: string, place: RecordId, name = id) =>
  change('resident.enter', id as RecordId, { place, name })
const care = (id: string, need: string) =>
  change('care.enter', careId(id as RecordId), {
    place: AT_502,
    resident: id,
    tags: ['livesAlone'],
    needs: [need],
    consent: CONSENT,
  })

const records: readonly Recorded[] = folded(
  [
    enter('住着的', AT_502),
    care('住着的', 'stairs'),
    change('contact.enter', contactId('住着的' as RecordId), {
      place: AT_502,
      resident: '住着的',
      phone: '13800001111',
    }),
    enter('反悔的', AT_502),
    care('反悔的', 'medicine'),
    change('care.withdrawConsent', careId('反悔的' as RecordId), { day: '2024-03-01' }),
    enter('搬走的', AT_502),
    change('resident.moveOut', '搬走的' as RecordId, { day: '2024-03-01' }),
    enter('写错的', AT_502),
    change('resident.retire', '写错的' as RecordId, { reason: '写错了' }),
    enter('公式', door(2, 501), '=1+1'),
    enter('隔壁的', door(1, 502)),
  ],
  springCompound().filter((one) => one.kind === 'place'),
)

const office = (options: object = {}) =>
  aDoorSide(records, { me: OFFICE, appointment: { role: 'officer', place: COMPOUND }, ...options }).reader()
const file = (place: RecordId, withCare: boolean) =>
  csvOf(rosterTable(rosterLines(office(), place, withCare)!, withCare, zh))

describe('the roster that the office takes away', () => {
  it('has who lives there now; nobody who moved out, was entered by mistake or lives elsewhere', () => {
    const text = file(UNIT_2, true)
    for (const there of ['住着的', '反悔的', '13800001111']) expect(text).toContain(there)
    for (const canary of ['搬走的', '写错的', '隔壁的']) expect(text).not.toContain(canary)
    expect(file(COMPOUND, false)).toContain('隔壁的')
    expect(rosterLines(office(), BUILDING, false)).toHaveLength(4)
  })

  it('says nothing of care unless it was ticked, and then only what is agreed to still', () => {
    const plain = file(UNIT_2, false)
    for (const word of [zh.doors.tags.livesAlone, zh.doors.needs.stairs, zh.doors.needs.medicine])
      expect(plain).not.toContain(word)
    const ticked = file(UNIT_2, true)
    expect(ticked).toContain(zh.doors.needs.stairs)
    expect(ticked).not.toContain(zh.doors.needs.medicine)
    expect(ticked.split(zh.doors.tags.livesAlone)).toHaveLength(2)
  })

  it('is the office’s alone, on a device of its own', () => {
    for (const role of [
      'gridWorker',
      'floorLead',
      'steward',
      'manager',
      'supervisor',
      'owners',
      'party',
    ] as Role[])
      expect([
        role,
        rosterLines(office({ appointment: { role, place: COMPOUND } }), BUILDING, false),
      ]).toEqual([role, undefined])
    expect(rosterLines(office({ deviceKind: 'shared' }), BUILDING, false)).toBeUndefined()
  })

  it('opens in a Chinese office program: a mark of its signs, lines as they expect, a formula as a text', () => {
    const text = file(UNIT_2, false)
    expect(text.startsWith('\ufeff楼栋,单元,')).toBe(true)
    expect(text.endsWith('\r\n')).toBe(true)
    expect(text).toContain(",'=1+1,")
  })

  it('no cell is ever worked out, whatever stands in it, and what stands in it stays', () => {
    const start = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '\n',
      ' ',
      '＝',
      '＋',
      '－',
      '＠',
      '|',
      '%',
      '\u200b',
      '',
    )
    const cell = fc.tuple(start, start, fc.string({ unit: 'binary' })).map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const text = csvOf(rows)
        expect(text.startsWith('\ufeff')).toBe(true)
        const back = papa
          .parse<string[]>(text.slice(1), { newline: '\r\n', delimiter: ',' })
          .data.slice(0, -1)
        expect(back).toEqual(rows.map((row) => row.map(asText)))
        for (const value of back.flat()) expect(value).not.toMatch(/^[\s\u200b\ufeff]*[=+\-@|%＝＋－＠]/)
        for (const value of rows.flat()) expect(asText(value).replace(/^'/, '')).toBe(value.replace(/^'/, ''))
      }),
    )
  })
})
