import { describe, expect, test } from 'vitest'
import type { Campaign } from '#domain/bins/campaign.ts'
import type { Meeting } from '#domain/council/meeting.ts'
import type { Contact } from '#domain/doors/contact.ts'
import type { Resident } from '#domain/doors/resident.ts'
import type { Reporter } from '#domain/feedback/reporter.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Look } from '#domain/look.ts'
import { compoundPlace, type Place } from '#domain/places.ts'
import { agendaOf } from '#queries/council.ts'
import type { DiaryLine } from '#queries/diary.ts'
import { diaryDay } from '#queries/diary.ts'
import { emergencySheet, peopleOn } from '#queries/emergencySheet.ts'
import { deskRows } from '#queries/ledger.ts'
import { monthPack } from '#queries/month.ts'
import { CAST, type Who } from '#server/demo/cast.ts'
import type { Table } from '#sheets/writeXlsx.ts'
import { workbookOf } from '#sheets/writeXlsx.ts'
import { readSheets } from '#sheets/readSheets.ts'
import { SPOKEN } from '#test/support/binReports.ts'
import { MONDAY, springWeek, SUNDAY, SUNDAY_NIGHT, TENANT } from '#test/support/springWeek.ts'
import { agendaTable } from '#ui/screens/council/agendaTable.ts'
import { minutesTable } from '#ui/screens/council/minutesTable.ts'
import { diaryFile, diaryLines } from '#ui/screens/diary/diaryTable.ts'
import { emergencyTable } from '#ui/screens/emergency/emergencyTable.ts'
import { dispatchTable } from '#ui/screens/ledger/dispatchTable.ts'
import { looksTable } from '#ui/screens/looks/looksTable.ts'
import { monthTables } from '#ui/screens/month/monthTables.ts'
import { roundTable } from '#ui/screens/rounds/roundTable.ts'
import { zh } from '#ui/words/zh/all.ts'

const week = await springWeek()
const { view } = week
const reader = week.readerOf('officer')
const spoken = SPOKEN.zh
const asking = { view, reader, spoken }
const [meeting] = view.all<Meeting>('meeting').filter((one) => agendaOf(reader, one.id).length > 0)
const pack = monthPack(
  { view, tenant: TENANT, compound: compoundPlace(TENANT), now: SUNDAY_NIGHT },
  reader,
  MONDAY.slice(0, 7),
)
const someDoor = view.all<Place>('place').find((one) => one.what === 'dwelling')!
/** Invented: somebody of the office looked at a door. */
const look = {
  id: 'look-1',
  kind: 'look',
  place: someDoor.id,
  at: SUNDAY_NIGHT,
  what: 'phone',
  why: 'call',
  note: '找1203的何大爷',
} as unknown as Look
/** Invented: two were asked by choices, one answered in own words before there were choices. */
const campaign = {
  id: 'round-1',
  kind: 'campaign',
  title: '防火敲门',
  questions: [
    { id: 'q1', text: '装了烟雾报警器吗', choices: ['装了', '没装'] },
    { id: 'q2', text: '还想说什么' },
  ],
} as unknown as Campaign
const round = {
  campaign,
  all: { n: 2, of: 3 },
  parts: [{ place: 'unit-1' as RecordId, where: '1栋 1单元', n: 2, of: 3 }],
  answers: [
    {
      question: 'q1',
      answered: 3,
      choices: [
        { said: '装了', count: 2 },
        { said: '没装', count: 0 },
        { said: '1203 的大爷说不要', count: 1 },
      ],
    },
    { question: 'q2', answered: 1, choices: [] },
  ],
}
/** Of the first who wrote down something that Monday. */
const diary = (Object.keys(CAST) as Who[])
  .map((who) => diaryDay({ view }, week.readerOf(who), MONDAY))
  .find(({ lines }) => lines.length > 0)!

const LISTS: readonly (readonly [string, (internal: boolean) => readonly Omit<Table, 'name'>[]])[] = [
  ['the agenda', (internal) => [agendaTable(asking, meeting!.id, internal)]],
  ['the minutes', (internal) => [minutesTable(asking, meeting!, internal)]],
  ['the results of a round', (internal) => [roundTable(round, internal, zh)]],
  [
    'the work of the day',
    (internal) => [
      dispatchTable(
        deskRows({ get: reader.get, all: reader.all, standing: (id) => view.standing(id) }, SUNDAY_NIGHT),
        { view, tree: reader.tree, spoken },
        internal,
      ),
    ],
  ],
  [
    'the looks at the roster',
    (internal) => [
      looksTable([{ day: SUNDAY, looks: [{ look, who: '周敏', where: '1栋 1单元 904' }] }], internal, spoken),
    ],
  ],
  ['the month', (internal) => monthTables(pack, { ...spoken, reader, internal, whoOf: () => '罗建军' })],
  ['the diary', (internal) => [diaryFile(diary, internal, spoken)]],
  [
    'the diary on paper',
    (internal) => {
      const { head, rows } = diaryLines(diary, internal, spoken, 400)
      return [{ head, rows }]
    },
  ],
]

const names = [
  ...Object.values(CAST).map(([name]) => name as string),
  ...view.all<Resident>('resident').map((one) => one.name),
  ...view.all<Reporter>('reporter').map((one) => one.displayName),
].filter((name) => name.length > 1)
const phones = view
  .all<Contact>('contact')
  .flatMap((one) => [one.phone, one.kin?.phone])
  .filter((one) => one !== undefined)

describe('a list that may hang on a wall', () => {
  test.each(LISTS)('%s names nobody, no door and no phone', (_name, listOf) => {
    const said = JSON.stringify(listOf(false).map(({ head, rows }) => [head, rows]))
    expect(names.filter((name) => said.includes(name))).toEqual([])
    expect(phones.filter((phone) => said.includes(phone))).toEqual([])
    expect(said).not.toMatch(/\d{3,4}(?:室|号房)|[12]单元 \d+楼 \d{3,4}|1203|904/)
  })

  test.each(LISTS)('%s has as many rows as inside, but for the parts of a round', (name, listOf) => {
    const count = (internal: boolean) => listOf(internal).map(({ rows }) => rows.length)
    expect(count(true)[0]!).toBeGreaterThan(0)
    if (name === 'the results of a round') expect(count(true)[0]).toBe(count(false)[0]! + 1)
    else if (name === 'the month') expect(count(true).slice(1)).toEqual(count(false).slice(1))
    else expect(count(true)).toEqual(count(false))
  })

  test('of a round counts what was typed at a door without its words', () => {
    expect(roundTable(round, false, zh).rows).toEqual([
      ['这一轮见到', '走的这一片', 2, 3],
      ['装了烟雾报警器吗', '装了', 2, 3],
      ['装了烟雾报警器吗', '没装', 0, 3],
      ['装了烟雾报警器吗', '别的说法', 1, 3],
      ['还想说什么', '各说各的，不上表', 1, 1],
    ])
  })
})

describe('inside', () => {
  test('the work of the day says in whose hands it is, and where to the door', () => {
    const [, work] = LISTS.find(([name]) => name === 'the work of the day')!
    const said = JSON.stringify(work(true)[0]!.rows)
    expect(said).toContain('1栋')
    expect(names.some((name) => said.includes(name))).toBe(true)
  })

  test('the emergency list has whole numbers only for whoever may take the roster away', () => {
    const building = view.all<Place>('place').find((one) => one.what === 'building')!
    const floors = emergencySheet(reader, building.id)
    expect(peopleOn(floors)).toBeGreaterThan(0)
    const said = (whole: boolean) => JSON.stringify(emergencyTable(floors, whole, zh).rows)
    expect(emergencyTable(floors, false, zh).rows).toHaveLength(peopleOn(floors))
    expect(phones.filter((phone) => said(false).includes(phone))).toEqual([])
    expect(phones.some((phone) => said(true).includes(phone))).toBe(true)
  })
})

describe('the file', () => {
  test.each(LISTS)('of %s has text cells, numbers only where they are added up', async (_name, listOf) => {
    const added = new Set([
      ...Object.values(zh.papers.month.head),
      zh.papers.round.head.homes,
      zh.papers.round.head.of,
      zh.papers.looks.head.count,
      zh.council.for,
      zh.council.against,
      zh.council.abstain,
    ])
    for (const { head, rows } of listOf(true))
      for (const row of rows)
        for (const [column, cell] of row.entries())
          if (typeof cell === 'number') expect(added, head[column]).toContain(head[column])
    const bytes = workbookOf(listOf(true).map((table, nth) => ({ name: String(nth), ...table })))
    const read = await readSheets(bytes.buffer)
    expect(read.ok && read.value[0]!.rows).toHaveLength(listOf(true)[0]!.rows.length + 1)
  })
})

describe('a day of thousands of lines', () => {
  const line = (nth: number) => ({ ...diary.lines[0]!, id: `line-${nth}` as RecordId }) satisfies DiaryLine
  const many = {
    ...diary,
    carried: Array.from({ length: 3000 }, (_, nth) => line(nth)),
    lines: Array.from({ length: 30 }, (_, nth) => ({ ...line(nth), text: '当天的' })),
  }

  test('has all lines of the day and the oldest of those that wait on paper, and says how many more there are', () => {
    const { rows, more } = diaryLines(many, true, spoken, 400)
    expect(rows).toHaveLength(400)
    expect(rows.filter((row) => row[1] === '当天的')).toHaveLength(30)
    expect(more).toBe(2630)
  })

  test('has all of them in its file', () => {
    expect(diaryFile(many, true, spoken).rows).toHaveLength(3030)
  })
})
