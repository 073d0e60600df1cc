import { read as readBySheetJs, utils } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import type { RecordId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import { careId, contactId } from '#domain/doors/resident.ts'
import type { Role } from '#domain/roles.ts'
import { rosterLines } from '#queries/exports.ts'
import { readXlsx } from '#sheets/xlsx.ts'
import { workbookOf } from '#sheets/writeXlsx.ts'
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
    change('contact.enter', contactId('公式' as RecordId), {
      place: door(2, 501),
      resident: '公式',
      phone: '02887654321',
    }),
    enter('隔壁的', door(1, 502)),
  ],
  springCompound().filter((one) => one.kind === 'place'),
)

const office = (options: object = {}) =>
  aDoorSide(records, { me: OFFICE, appointment: { role: 'officer', place: COMPOUND }, ...options }).reader()
const MARK = '周敏 2024-03-10 18:00 导出，用途：核对门牌。用完请删。'

const textOf = (cell: unknown) => (typeof cell === 'string' ? cell : '')

/** The file as two programs read it that know nothing of each other: rows of texts. */
function rows(place: RecordId, withCare: boolean): readonly (readonly string[])[] {
  const bytes = workbookOf([rosterTable(rosterLines(office(), place, withCare)!, withCare, MARK, zh)])
  const ours = readXlsx(bytes, { lastRow: 10_000, lastColumn: 60, cells: 100_000 })
  if (!ours.ok) throw new Error(ours.refused)
  const theirs = readBySheetJs(bytes, { type: 'array', cellFormula: true })
  const sheet = theirs.Sheets[theirs.SheetNames[0]!]!
  for (const [at, cell] of Object.entries(sheet))
    if (!at.startsWith('!'))
      expect([at, (cell as { t: string }).t, (cell as { f?: string }).f]).toEqual([at, 's', undefined])
  const said = (all: readonly (readonly unknown[])[]) =>
    all.map((row) =>
      row
        .map((cell) => textOf(cell))
        .join('|')
        .replace(/\|+$/, ''),
    )
  const other = utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: '' })
  expect(said(other)).toEqual(said(ours.value[0]!.rows))
  return ours.value[0]!.rows.map((row) => row.map((cell) => textOf(cell)))
}
const file = (place: RecordId, withCare: boolean) =>
  rows(place, withCare)
    .map((row) => row.join('|'))
    .join('\n')

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

  it('keeps every cell a text: noughts in front stay, and nothing is worked out', () => {
    const [head, ...people] = rows(UNIT_2, false)
    expect(head?.slice(0, 5)).toEqual(['楼栋', '单元', '楼层', '门牌', '姓名'])
    const odd = people.find((row) => row[4] === '=1+1')
    expect(odd).toContain('02887654321')
  })

  it('says below the last person who took it, when and what for', () => {
    expect(rows(BUILDING, false).at(-1)?.[0]).toBe(MARK)
    expect(rows(BUILDING, false)).toHaveLength(1 + 4 + 1)
  })
})
