import { read as readBySheetJs } from '@e965/xlsx'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import readByAnother from 'read-excel-file/universal'
import { describe, expect, test } from 'vitest'
import { CELL_MOST, type Cell, takenText, type Table, workbookOf } from '#sheets/writeXlsx.ts'
import { readSheets } from '#sheets/readSheets.ts'
import { readXlsx } from '#sheets/xlsx.ts'

const LIMITS = { lastRow: 60_000, lastColumn: 60, cells: 5_000_000 }

/** Rows as three programs read them that know nothing of each other: ours, SheetJS and read-excel-file. */
async function readByThree(tables: readonly Table[]) {
  const bytes = workbookOf(tables)
  const ours = readXlsx(bytes, LIMITS)
  if (!ours.ok) throw new Error(ours.refused)
  const theirs = readBySheetJs(bytes, { type: 'array', cellFormula: true })
  const third = await readByAnother(bytes.buffer, { trim: false })
  return {
    bytes,
    ours: ours.value.map(({ rows }) => rows),
    sheetJs: theirs.SheetNames.map((name) => {
      const sheet = theirs.Sheets[name]!
      const cells = Object.entries(sheet).filter(([at]) => !at.startsWith('!'))
      return {
        cells: new Map(cells.map(([at, cell]) => [at, cell as { t: string; v: unknown; f?: string }])),
        merges: sheet['!merges'] ?? [],
      }
    }),
    third: third.map(({ data }) => data),
  }
}

const asked = (cell: Cell) => (cell === undefined ? '' : takenText(String(cell)))

/** Whether all three read what was asked for, and nothing that is worked out. */
async function expectSame(table: Table): Promise<void> {
  const { ours, sheetJs, third } = await readByThree([table])
  const rows = [table.head, ...table.rows]
  for (const [row, cells] of rows.entries())
    for (const [column, cell] of cells.entries()) {
      const said = asked(cell)
      const at = `${String.fromCharCode(65 + column)}${row + 1}`
      expect(ours[0]?.[row]?.[column] ?? '', at).toBe(said)
      const theirs = sheetJs[0]?.cells.get(at)
      expect(theirs?.v ?? '', at).toBe(typeof cell === 'number' ? cell : said)
      expect(theirs?.f, at).toBeUndefined()
      if (said !== '' && typeof cell !== 'number') expect(theirs?.t, at).toBe('s')
      const other = third[0]?.[row]?.[column] ?? ''
      // It leaves `_x005F_` as it stands in the file, where all others read the sign that is meant.
      if (!/_x[\dA-F]{4}_/i.test(said)) expect(other, at).toBe(typeof cell === 'number' ? cell : said)
    }
  expect(sheetJs[0]?.merges).toEqual([])
}

const NASTY = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '+86 138 0000 2207',
  '-5',
  '@SUM(A1)',
  '\t=1+1',
  '＝１＋１',
  "'0502",
  '0502',
  '013800002207',
  '510104194903070012',
  '1e5',
  '2024-03-04',
  '3-4',
  'TRUE',
  ' 前后有空 ',
  '两\n行',
  '𠮷田·阿依古丽',
  '👨‍👩‍👧‍👦🈶',
  '<b>&amp;"\'</b>',
  ']]>',
  '_x0041_',
  '_x005F_x0041_',
  'constructor',
  '__proto__',
  'toString',
]

describe('a workbook, read by three programs that know nothing of each other', () => {
  test('SEC-57 every text comes back as the same text, whatever it begins with, and nothing is worked out', () =>
    expectSame({
      name: '表',
      head: ['甲', '乙'],
      rows: NASTY.map((text, nth) => [text, NASTY.at(-nth - 1)]),
    }))

  test('SEC-57 any text at all does: control signs are left out, the rest is the same sign by sign', async () => {
    const text = fc.oneof(
      fc.constantFrom(...NASTY),
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      // Halves of a pair, and what no XML can hold.
      fc.string({
        unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
        maxLength: 20,
      }),
    )
    const cell: fc.Arbitrary<Cell> = fc.oneof(
      { weight: 8, arbitrary: text },
      { weight: 1, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.integer({ min: -9999, max: 99_999 }) },
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        (rows) => expectSame({ name: '表', head: ['甲', '乙', '丙', '丁', '戊'], rows }),
      ),
      { numRuns: 150 },
    )
  })

  test('a text longer than a cell is cut where a cell ends, never through a sign, and says that it was', async () => {
    for (const [text, most] of [
      ['长'.repeat(CELL_MOST), CELL_MOST],
      ['长'.repeat(CELL_MOST + 1), CELL_MOST],
      [`${'a'.repeat(CELL_MOST - 2)}𠮷𠮷`, CELL_MOST - 1],
    ] as const) {
      const { ours } = await readByThree([{ name: '表', head: ['话'], rows: [[text]] }])
      const read = String(ours[0]?.[1]?.[0])
      expect(read.length).toBe(most)
      expect(read).not.toMatch(/\p{Surrogate}/u)
      expect(read.endsWith('…')).toBe(text.length > CELL_MOST)
    }
  })

  test('the office reads its own file in again as it reads everybody’s', async () => {
    const bytes = workbookOf([{ name: '名册', head: ['房号', '电话'], rows: [['0502', '013800002207']] }])
    expect(await readSheets(bytes.buffer)).toMatchObject({
      ok: true,
      value: [
        {
          name: '名册',
          hidden: false,
          rows: [
            ['房号', '电话'],
            ['0502', '013800002207'],
          ],
        },
      ],
    })
  })
})

describe('the file', () => {
  const parts = (tables: readonly Table[]) =>
    Object.fromEntries(
      Object.entries(unzipSync(workbookOf(tables))).map(([name, xml]) => [name, strFromU8(xml)]),
    )

  test('has a first row that stays, no merged cells, no formulas, and texts that stay texts when typed over', () => {
    const made = parts([{ name: '台账', head: ['编号'], rows: [['=1'], ['007']] }])
    const sheet = made['xl/worksheets/sheet1.xml']!
    expect(sheet).toContain('ySplit="1"')
    expect(sheet).toContain('state="frozen"')
    expect(sheet).not.toMatch(/<f>|mergeCell/)
    expect(sheet.match(/ s="2" t="s"/g)).toHaveLength(2)
    expect(made['xl/styles.xml']).toContain('numFmtId="49"')
  })

  test('calls its sheets so that every program takes the names', () => {
    const named = ['a/b:c*?[d]', '', "'引号'", '长'.repeat(40), '台账', '台账', '<&">']
    const made = readBySheetJs(workbookOf(named.map((name) => ({ name, head: ['甲'], rows: [] }))))
    expect(made.SheetNames).toEqual(['a b c d', '2', '引号', '长'.repeat(31), '台账', '台账 (6)', '<&">'])
  })

  test('of the same table is the same file, byte by byte', () => {
    const table = { name: '台账', head: ['编号'], rows: [['1'], ['2']] }
    expect(workbookOf([table])).toEqual(workbookOf([table]))
  })

  test('of ten thousand rows of twenty columns is smaller than a photo of a phone', () => {
    const rows = Array.from({ length: 10_000 }, (_, nth) =>
      Array.from({ length: 20 }, (_one, column) =>
        column < 4 ? `春-240304-${nth} ${column}` : `楼道灯又不亮了 ${(nth * 7 + column) % 400}`,
      ),
    )
    expect(workbookOf([{ name: '台账', head: rows[0]!, rows }]).length).toBeLessThan(3_000_000)
  })
})
