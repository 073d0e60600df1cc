import { describe, expect, test } from 'vitest'
import readWorkbook from 'read-excel-file/universal'
import { type Cell, workbookOf } from '#sheets/writeXlsx.ts'
import { nameOf } from '#queries/feedback.ts'
import { fileParts, tablesOf } from '#ui/screens/binReport/tables.ts'
import { tableFileName } from '#ui/tableFile.ts'
import { bookOf } from '#test/support/binRecords.ts'
import { aTalkedWeek, reportOn, SPOKEN } from '#test/support/binReports.ts'
import { EAST_GATE } from '#test/support/binSide.ts'

const told = aTalkedWeek()
const { report, reader } = reportOn(told, 'week', '2024-03-04')
const view = bookOf(told.changes)

const tablesFor = (internal: boolean) =>
  tablesOf(report, {
    ...SPOKEN.zh,
    internal,
    nameOf: (person) => nameOf(view, person),
    labelOf: (point) => reader.tree.get(point)?.label ?? '',
  })

/** What WPS would show: name of the sheet → its rows. */
async function readBack(internal: boolean) {
  const bytes = workbookOf(tablesFor(internal))
  const sheets = await readWorkbook(bytes.buffer)
  return new Map(sheets.map((one) => [one.sheet, one.data]))
}

const empty = (cell: Cell) => (cell === undefined || cell === '' ? null : cell)

describe('the table of a report, written and read back', () => {
  test('has five sheets, one row of headings each, and every cell as it was: numbers are numbers, days are texts', async () => {
    const book = await readBack(true)
    expect([...book.keys()]).toEqual(['汇总', '每班', '情况', '开袋', '清运'])
    for (const table of tablesFor(true)) {
      const wide = (row: readonly unknown[]) => table.head.map((_, index) => row[index] ?? null)
      expect(book.get(table.name)?.[0]).toEqual(table.head)
      expect(book.get(table.name)?.slice(1).map(wide)).toEqual(table.rows.map((row) => wide(row.map(empty))))
    }
    const own = book.get('每班')?.find((row) => row.includes('周桂芳'))
    expect(own?.slice(0, 6)).toEqual(['2024-03-04', '早班', '东门投放点', '周桂芳', '07:00', '09:00'])
    expect(own?.slice(6, 13)).toEqual([49, 7, 5, 9, 12, 61, 80])
  })

  test('sums up point by point, and leaves a rate empty where there are too few', async () => {
    const rows = (await readBack(false)).get('汇总')
    expect(rows?.[0]).toContain('准确率（%）')
    expect(rows?.[1]).toEqual(['东门投放点', 14, 1, 60, 7, 5, 9, 12, 72, 83, 12, 11, 91.7, 2])
    expect(rows?.[2]?.slice(0, 10)).toEqual(['西门投放点', 14, 1, 8, 0, 1, 0, 0, 9, null])
    // No bag was opened there: a nought would read like a verdict.
    expect(rows?.[2]?.slice(10, 13)).toEqual([0, 0, null])
    expect(rows?.[3]?.slice(0, 3)).toEqual(['合计', 28, 2])
  })

  test('writes what begins like a formula as a text, and works nothing out', async () => {
    const rows = (await readBack(true)).get('情况')
    const texts = rows?.map((row) => row.at(-1))
    expect(texts).toEqual(
      expect.arrayContaining(['=HYPERLINK("http://x","1栋502王婆婆")', '+86 138 0000 0000']),
    )
    const bytes = workbookOf(tablesFor(true))
    expect(new TextDecoder('latin1').decode(bytes)).not.toContain('<f>')
  })

  test('keeps the noughts that a text begins with', async () => {
    const bytes = workbookOf([
      {
        name: '表',
        head: ['门牌', '次'],
        rows: [
          ['0502', 7],
          ['007', 0],
        ],
      },
    ])
    const [sheet] = await readWorkbook(bytes.buffer)
    expect(sheet?.data.slice(1)).toEqual([
      ['0502', 7],
      ['007', 0],
    ])
  })

  test('says of what happened before eight in the morning the day in Chengdu', async () => {
    const rows = (await readBack(false)).get('情况')?.slice(1)
    expect(report.events.incidents.map(({ at }) => at.slice(0, 10))).toContain('2024-03-03')
    expect(new Set(rows?.map(([day]) => day))).toEqual(new Set(['2024-03-04']))
  })

  test('in its form for the wall names nobody and repeats nobody’s words', async () => {
    const whole = JSON.stringify([...(await readBack(false)).values()])
    expect(whole).not.toMatch(/周桂芳|唐玉珍|王婆婆|138|桶盖松了/)
  })

  test('leaves out signs that no such file can hold', async () => {
    const bytes = workbookOf([
      { name: '表', head: ['头'], rows: [['a\u0000\u0001b\ud800c\uffff'], ['两\n行']] },
    ])
    const [sheet] = await readWorkbook(bytes.buffer)
    expect(sheet?.data).toEqual([['头'], ['abc'], ['两\n行']])
  })
})

describe('the name of the file', () => {
  test('says what, where and when, by week, day and month, and for one point also which', () => {
    const of = (kind: 'day' | 'week' | 'month', point?: typeof EAST_GATE) =>
      tableFileName(fileParts(reportOn(told, kind, '2024-03-04', point).report, '春和苑', SPOKEN.zh))
    expect(of('week')).toBe('桶边督导_春和苑_2024年3月第1周.xlsx')
    expect(of('day')).toBe('桶边督导_春和苑_2024年3月4日.xlsx')
    expect(of('month', EAST_GATE)).toBe('桶边督导_春和苑_东门_2024年3月.xlsx')
  })

  test('has no sign that a file system refuses', () => {
    expect(tableFileName(fileParts(report, '春和/苑:*?"<>|', SPOKEN.zh))).toBe(
      '桶边督导_春和苑_2024年3月第1周.xlsx',
    )
  })
})
