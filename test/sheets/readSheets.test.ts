import { unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import type { TenantId } from '#domain/ids.ts'
import { planSheets } from '#domain/roster/plan.ts'
import { FILE_BYTES, readSheets } from '#sheets/readSheets.ts'
import { type Cell, springRoster } from '#test/support/springRoster.ts'
import { csvText, gb18030, utf8, workbookOf } from '#test/support/tableFiles.ts'

async function workbook(...sheets: readonly (readonly (readonly Cell[])[])[]): Promise<ArrayBuffer> {
  const made = sheets.map((rows, index) => ({
    sheet: `表${index + 1}`,
    data: rows.map((row) => row.map((value) => (value === null ? null : { value }))),
  }))
  const buffer = await writeExcelFile(made as never).toBuffer()
  return new Uint8Array(buffer).buffer
}

const bytesOf = (text: string) => new TextEncoder().encode(text).buffer

describe('a spreadsheet is read as people made it', () => {
  test('the roster of a whole compound: 151 homes, 142 lived in, 267 residents', async () => {
    const sheet = await readSheets(await workbook(springRoster()))
    if (!sheet.ok) throw new Error(sheet.refused)
    const plan = planSheets(sheet.value, 'spring' as TenantId)
    expect(plan).toMatchObject({
      ok: true,
      value: { buildings: 1, units: 2, dwellings: 151, vacant: 9, residents: 267, notUnderstood: [] },
    })
  })

  test('row numbers stay those of the spreadsheet, also below titles and blank rows', async () => {
    const [head = [], ...rows] = springRoster()
    const sheet = await readSheets(
      await workbook([
        ['春和苑住户名册'],
        [null],
        head,
        [null],
        ['1栋', '1单元', 3, '楼顶', '周明珍'],
        ...rows.slice(0, 3),
      ]),
    )
    if (!sheet.ok) throw new Error(sheet.refused)
    const plan = planSheets(sheet.value, 'spring' as TenantId)
    expect(plan).toMatchObject({
      ok: true,
      value: { notUnderstood: [{ row: 5, why: 'doorUnreadable', text: '楼顶' }] },
    })
  })

  test('of several sheets the one that looks like a roster', async () => {
    const sheet = await readSheets(await workbook([['说明'], ['请按第二张表填']], springRoster()))
    if (!sheet.ok) throw new Error(sheet.refused)
    expect(sheet.value.map(({ name, rows }) => [name, rows[0]?.[3]])).toEqual([
      ['表1', undefined],
      ['表2', '房号'],
    ])
    expect(planSheets(sheet.value, 'spring' as TenantId)).toMatchObject({
      ok: true,
      value: { residents: 267 },
    })
  })

  test('a formula gives what it gave when it was saved, an error gives nothing', async () => {
    for (const kind of ['xlsx', 'xls'] as const) {
      const bytes = workbookOf(kind, [
        {
          name: '名册',
          rows: [
            ['房号', '姓名'],
            [
              { formula: 'A1&"1"', value: '101' },
              { formula: '1/0', error: 7 },
            ],
          ],
        },
      ])
      const sheet = await readSheets(bytes)
      const [head, row] = sheet.ok ? (sheet.value[0]?.rows ?? []) : []
      expect([head, row?.[0], row?.[1] ?? '']).toEqual([['房号', '姓名'], '101', ''])
      expect(JSON.stringify(sheet)).not.toMatch(/A1&|1\/0/)
    }
  })

  test('a phone that is a number keeps all its digits', async () => {
    const sheet = await readSheets(
      await workbook([
        ['房号', '电话'],
        [101, 13_800_002_207],
      ]),
    )
    expect(sheet).toEqual({
      ok: true,
      value: [
        {
          name: '表1',
          hidden: false,
          merged: [],
          rows: [
            ['房号', '电话'],
            ['101', '13800002207'],
          ],
        },
      ],
    })
  })
})

describe('a file that gives no table is refused with its reason', () => {
  test('empty, too large, something else', async () => {
    expect(await readSheets(new ArrayBuffer(0))).toEqual({ ok: false, refused: 'emptyFile' })
    expect(await readSheets(new ArrayBuffer(FILE_BYTES + 1))).toEqual({ ok: false, refused: 'tooLarge' })
    expect(await readSheets(bytesOf('%PDF-1.7'))).toEqual({ ok: false, refused: 'notSpreadsheet' })
    expect(await readSheets(bytesOf('<html>请登录无线网</html>'))).toEqual({
      ok: false,
      refused: 'notSpreadsheet',
    })
  })

  test('cut off anywhere', async () => {
    const whole = await workbook(springRoster())
    for (const part of [0.2, 0.5, 0.9, 0.999]) {
      expect(await readSheets(whole.slice(0, Math.floor(whole.byteLength * part)))).toEqual({
        ok: false,
        refused: 'damaged',
      })
    }
  })

  test('bytes changed in the middle never throw', async () => {
    const whole = new Uint8Array(await workbook(springRoster()))
    for (let at = 40; at < whole.length - 22; at += Math.floor(whole.length / 60)) {
      const broken = whole.slice()
      broken.fill(0xff, at, at + 16)
      const read = await readSheets(broken.buffer)
      if (!read.ok) expect(['damaged', 'notSpreadsheet', 'noRows', 'tooLarge']).toContain(read.refused)
    }
  })

  test('an old container with nothing in it, and one that holds a new workbook with a password', async () => {
    const old = new Uint8Array(2048)
    old.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    expect(await readSheets(old.slice().buffer)).toEqual({ ok: false, refused: 'damaged' })
    old.set(
      Array.from('EncryptedPackage').flatMap((letter) => [letter.charCodeAt(0), 0]),
      1024,
    )
    expect(await readSheets(old.buffer)).toEqual({ ok: false, refused: 'locked' })
  })

  test('a document that is no workbook, and a workbook with nothing in it', async () => {
    const document = new Uint8Array(await workbook(springRoster()))
    const text = new TextDecoder('latin1').decode(document).replaceAll('xl/workbook.xml', 'wd/document.xml')
    expect(await readSheets(Uint8Array.from(text, (letter) => letter.charCodeAt(0)).buffer)).toMatchObject({
      ok: false,
    })
    expect(await readSheets(await workbook([[null]]))).toEqual({ ok: false, refused: 'noRows' })
  })

  test('an archive that would unpack to far more than any roster', async () => {
    const bomb = new Uint8Array(await workbook(springRoster()))
    const view = new DataView(bomb.buffer)
    for (let at = bomb.length - 22; at > 0; at--)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0x7fffffff, true)
    expect(await readSheets(bomb.buffer)).toEqual({ ok: false, refused: 'tooLarge' })
  })

  test('an archive that says it is small and is not', async () => {
    const parts = unzipSync(new Uint8Array(workbookOf('xlsx', [{ name: '名册', rows: [['房号', '姓名']] }])))
    const sheet = 'xl/worksheets/sheet1.xml'
    const bomb = zipSync({ ...parts, [sheet]: new Uint8Array(200 * 1024 * 1024) }, { level: 1 })
    expect(await readSheets(bomb.slice().buffer)).toEqual({ ok: false, refused: 'tooLarge' })
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength)
    for (let at = bomb.length - 22; at > 0; at--)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true)
    expect(await readSheets(bomb.slice().buffer)).toMatchObject({ ok: false })
  })

  test('an old .xls with a password', async () => {
    const whole = new Uint8Array(workbookOf('xls', [{ name: '名册', rows: springRoster() }]))
    // The record that says so stands behind the first of the workbook: its kind, its length, how it is locked.
    const begin = whole.findIndex(
      (_, at) => whole[at] === 0x09 && whole[at + 1] === 0x08 && whole[at + 3] === 0,
    )
    const next = begin + 4 + whole[begin + 2]!
    const locked = whole.slice()
    locked.set([0x2f, 0x00, 54, 0, 1, 0, 1, 0, 1, 0], next)
    expect(await readSheets(locked.buffer)).toEqual({ ok: false, refused: 'locked' })
  })

  test('an old .xls that was cut off or changed gives a reason or a table, and never throws', async () => {
    const whole = new Uint8Array(workbookOf('xls', [{ name: '名册', rows: springRoster() }]))
    for (const part of [0.05, 0.2, 0.5]) {
      const read = await readSheets(whole.slice(0, Math.floor(whole.length * part)).buffer)
      if (!read.ok) expect(['damaged', 'noRows']).toContain(read.refused)
    }
    for (let at = 8; at < whole.length; at += Math.floor(whole.length / 60)) {
      const broken = whole.slice()
      broken.fill(0xff, at, at + 16)
      const read = await readSheets(broken.buffer)
      if (!read.ok) expect(['damaged', 'noRows', 'tooManyRows', 'locked']).toContain(read.refused)
    }
  })

  test('a page of the web or a program that was renamed, and a text without cells', async () => {
    const page = '<html><table><tr><td>房号</td><td>姓名</td></tr></table></html>'
    const texts = [page, `\ufeff<?xml version="1.0"?><Workbook/>`, '{"房号":1,"姓名":2}', '第一行\n第二行\n']
    for (const text of texts)
      expect(await readSheets(utf8(text))).toEqual({ ok: false, refused: 'notSpreadsheet' })
    expect(await readSheets(gb18030(page))).toEqual({ ok: false, refused: 'notSpreadsheet' })
    expect(await readSheets(Uint8Array.of(0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 44, 44).buffer)).toEqual({
      ok: false,
      refused: 'notSpreadsheet',
    })
  })

  test('a .csv whose quotation mark is never closed, and one of blanks', async () => {
    expect(await readSheets(utf8('房号,姓名\n101,"周明珍\n102,何桂英\n'))).toEqual({
      ok: false,
      refused: 'damaged',
    })
    expect(await readSheets(utf8(' \n\n'))).toEqual({ ok: false, refused: 'noRows' })
  })

  test('a .csv between semicolons or tabs, and in the UTF-16 that Excel calls Unicode', async () => {
    const rows = [
      ['房号', '姓名'],
      ['101', '周明珍'],
    ]
    for (const sign of [';', '\t']) {
      const text = rows.map((row) => row.join(sign)).join('\n')
      expect(await readSheets(utf8(text))).toEqual({ ok: true, value: [{ name: '', rows }] })
      const units = new Uint16Array(Array.from(`\ufeff${text}`, (letter) => letter.charCodeAt(0)))
      expect(await readSheets(units.buffer)).toEqual({ ok: true, value: [{ name: '', rows }] })
    }
  })
})

describe('50,000 rows are read below their headings and titles', () => {
  const many = (count: number) => [
    ['栋', '单元', '房号', '姓名'],
    ...Array.from({ length: count }, (_, at) => [
      1 + (at % 60),
      1,
      101 + (Math.floor(at / 60) % 4),
      `周${at}`,
    ]),
  ]

  test.each([
    ['.xlsx', (count: number) => workbookOf('xlsx', [{ name: '名册', rows: many(count) }])],
    ['.xls', (count: number) => workbookOf('xls', [{ name: '名册', rows: many(count) }])],
    ['.csv', (count: number) => utf8(csvText(many(count)))],
  ])('%s', async (_, file) => {
    const read = await readSheets(file(50_000))
    if (!read.ok) throw new Error(read.refused)
    const plan = planSheets(read.value, 'spring' as TenantId)
    expect(plan).toMatchObject({ ok: true, value: { residents: 50_000, notUnderstood: [] } })
  })

  test('more than that are not, in one sheet or in several together', async () => {
    expect(await readSheets(utf8(csvText(many(50_020))))).toEqual({ ok: false, refused: 'tooManyRows' })
    const parts = [1, 2].map((nth) => ({ name: `${nth}单元`, rows: many(25_500) }))
    expect(await readSheets(workbookOf('xlsx', parts))).toEqual({ ok: false, refused: 'tooManyRows' })
  })
})
