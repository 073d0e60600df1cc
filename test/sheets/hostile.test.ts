import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Sheet } from '#domain/roster/sheets.ts'
import { readSheets } from '#sheets/readSheets.ts'
import { oldWorkbookOf, workbookOf } from '#test/support/tableFiles.ts'

const whole = () =>
  unzipSync(new Uint8Array(workbookOf('xlsx', [{ name: '名册', rows: [['房号', '姓名']] }])))
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

function withSheet(inner: string, parts: Readonly<Record<string, string>> = {}, above = ''): ArrayBuffer {
  const sheet = `${above}<worksheet ${MAIN}>${inner}</worksheet>`
  const more = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))
  return zipSync({ ...whole(), 'xl/worksheets/sheet1.xml': strToU8(sheet), ...more }).slice().buffer
}

const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
const HEAD = `<row>${cell('房号')}${cell('姓名')}</row>`
const ROW = `<row><c><v>101</v></c>${cell('周明珍')}</row>`

async function rowsOf(bytes: ArrayBuffer): Promise<Sheet['rows'] | string> {
  const read = await readSheets(bytes)
  return read.ok ? (read.value[0]?.rows ?? []) : read.refused
}

const TRUTH = [
  ['房号', '姓名'],
  ['101', '周明珍'],
]

describe('a file with more in it than values gives its values', () => {
  test('macros, links to other files, queries and pictures are not even unpacked', async () => {
    const parts = {
      'xl/vbaProject.bin': 'Sub Auto_Open()',
      'xl/externalLinks/externalLink1.xml': '<externalLink',
      'xl/queryTables/queryTable1.xml': '<!DOCTYPE x [',
      'xl/media/image1.png': 'no picture',
    }
    expect(await rowsOf(withSheet(`<sheetData>${HEAD}${ROW}</sheetData>`, parts))).toEqual(TRUTH)
  })

  test('a formula, also one that would start a program, is what it gave', async () => {
    const given = `<row><c t="str"><f>CMD|'/C calc'!A0&amp;[1]x!A1</f><v>101</v></c><c t="str"><f>A1</f><v>周明珍</v></c></row>`
    expect(await rowsOf(withSheet(`<sheetData>${HEAD}${given}</sheetData>`))).toEqual(TRUTH)
  })

  test('texts in parts, with their sounds over them, with entities, as they are meant', async () => {
    const rich = `<row><c t="inlineStr"><is><r><t>周</t></r><r><t>明&#x73CD;</t></r><rPh sb="0" eb="1"><t>ZHOU</t></rPh></is></c><c t="inlineStr"><is><t><![CDATA[A<B]]>&amp;&lt;</t></is></c></row>`
    expect(await rowsOf(withSheet(`<sheetData>${rich}</sheetData>`))).toEqual([['周明珍', 'A<B&<']])
  })

  test('parts with names of their own before a colon, cells that do not say where they stand, errors', async () => {
    const strict = `<x:worksheet xmlns:x="x"><x:sheetData><x:row><x:c t="str"><x:v>房号</x:v></x:c><x:c t="str"><x:v>姓名</x:v></x:c><x:c t="e"><x:v>#REF!</x:v></x:c></x:row><x:row r="3"><x:c r="B3" t="str"><x:v>周明珍</x:v></x:c></x:row></x:sheetData></x:worksheet>`
    const bytes = zipSync({ ...whole(), 'xl/worksheets/sheet1.xml': strToU8(strict) }).slice().buffer
    expect(await rowsOf(bytes)).toEqual([['房号', '姓名'], [], ['', '周明珍']])
  })
})

describe('a file that means harm, or is careless, costs little', () => {
  test('a million empty rows, and cells that are only coloured, are nothing', async () => {
    const empty = Array.from({ length: 1_000_000 }, (_, at) => `<row r="${at + 3}"/>`).join('')
    const coloured = Array.from({ length: 100_000 }, () => '<row><c s="0"/><c s="0"/></row>').join('')
    for (const below of [empty, coloured])
      expect(await rowsOf(withSheet(`<sheetData>${HEAD}${ROW}${below}</sheetData>`))).toEqual(TRUTH)
  })

  test('all 16,384 columns, or the last one in 50,000 rows, do not count', async () => {
    const wide = '<c><v>1</v></c>'.repeat(16_384)
    const rows = await rowsOf(withSheet(`<sheetData><row>${wide}</row></sheetData>`))
    expect(rows).toEqual([Array.from({ length: 60 }, () => '1')])
    const far = Array.from(
      { length: 50_000 },
      (_, at) =>
        `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c><c r="XFD${at + 1}"><v>1</v></c></row>`,
    )
    expect(await rowsOf(withSheet(`<sheetData>${far.join('')}</sheetData>`))).toHaveLength(50_000)
  })

  test('something below the last row that is read is said, not left out', async () => {
    const last = `<row r="1048576">${cell('周明珍')}</row>`
    expect(await rowsOf(withSheet(`<sheetData>${HEAD}${last}</sheetData>`))).toBe('tooManyRows')
  })

  test('entities that grow, a text without an end, links to a file are never followed', async () => {
    const names = 'abcdefghij'
    const grow = Array.from(
      names.slice(1),
      (name, at) => `<!ENTITY ${name} "${`&${names[at]};`.repeat(10)}">`,
    )
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${grow.join('')}]>`
    const outside = '<!DOCTYPE x [<!ENTITY j SYSTEM "file:///etc/passwd">]>'
    const inner = `<sheetData><row>${cell('&j;')}</row></sheetData>`
    for (const above of [bomb, outside]) expect(await rowsOf(withSheet(inner, {}, above))).toBe('damaged')
    expect(await rowsOf(withSheet(`<sheetData><row>${cell('a'.repeat(5_000_000))}</row>`))).toBe('damaged')
    expect(await rowsOf(withSheet(inner))).toEqual([['&j;']])
  })

  test('half a million merged cells, and elements in each other without an end', async () => {
    const merges = '<mergeCell ref="A1:A1048576"/>'.repeat(500_000)
    expect(
      await rowsOf(withSheet(`<sheetData>${HEAD}${ROW}</sheetData><mergeCells>${merges}</mergeCells>`)),
    ).toEqual(TRUTH)
    expect(await rowsOf(withSheet(`<sheetData>${HEAD}${ROW}${'<row>'.repeat(200_000)}`))).toEqual(TRUTH)
  })

  test('an old .xls that lies about its sizes gives a table or a reason', async () => {
    const old = new Uint8Array(
      workbookOf('xls', [
        {
          name: '名册',
          rows: [
            ['房号', '姓名'],
            ['101', '周明珍'],
          ],
        },
      ]),
    )
    for (const at of [0x1e, 0x2c, 0x30, 0x38, 0x3c, 0x44, 0x4c]) {
      for (const lie of [0, 0x7fffffff, 0xffffffff]) {
        const lying = old.slice()
        new DataView(lying.buffer).setUint32(at, lie, true)
        const read = await rowsOf(lying.buffer)
        if (typeof read === 'string') expect(['damaged', 'noRows']).toContain(read)
      }
    }
  })
})

test('a .xls of Excel 95 holds Chinese in the code page of its machine', async () => {
  const rows = [
    ['楼栋', '单元', '房号', '姓名', '电话'],
    ['1栋', '二单元', 1803, '王秀兰', 13_900_000_846],
    ['1栋', '二单元', 1804, '周明珍', 13_800_002_207],
  ]
  const read = await readSheets(oldWorkbookOf([{ name: '春和苑名册', rows }]))
  expect(read.ok && read.value.map(({ name, rows }) => [name, rows])).toEqual([
    ['春和苑名册', rows.map((row) => row.map((one) => String(one ?? '')))],
  ])
})
