import { describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import type { TenantId } from '#domain/ids.ts'
import { planRoster } from '#domain/roster.ts'
import { FILE_BYTES, readSheet } from '#ui/screens/setup/readSheet.ts'
import { type Cell, springRoster } from '#test/support/springRoster.ts'

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
    const sheet = await readSheet(await workbook(springRoster()))
    if (!sheet.ok) throw new Error(sheet.refused)
    const plan = planRoster(sheet.value, 'spring' as TenantId)
    expect(plan).toMatchObject({
      ok: true,
      value: { buildings: 1, units: 2, dwellings: 151, vacant: 9, residents: 267, notUnderstood: [] },
    })
  })

  test('row numbers stay those of the spreadsheet, also below titles and blank rows', async () => {
    const [head = [], ...rows] = springRoster()
    const sheet = await readSheet(
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
    const plan = planRoster(sheet.value, 'spring' as TenantId)
    expect(plan).toMatchObject({
      ok: true,
      value: { notUnderstood: [{ row: 5, why: 'doorUnreadable', text: '楼顶' }] },
    })
  })

  test('of several sheets the one that looks like a roster', async () => {
    const sheet = await readSheet(await workbook([['说明'], ['请按第二张表填']], springRoster()))
    expect(sheet.ok && sheet.value[0]?.[3]).toBe('房号')
  })

  test('a phone that is a number keeps all its digits', async () => {
    const sheet = await readSheet(
      await workbook([
        ['房号', '电话'],
        [101, 13_800_002_207],
      ]),
    )
    expect(sheet).toEqual({
      ok: true,
      value: [
        ['房号', '电话'],
        ['101', '13800002207'],
      ],
    })
  })
})

describe('a file that gives no table is refused with its reason', () => {
  test('empty, too large, something else', async () => {
    expect(await readSheet(new ArrayBuffer(0))).toEqual({ ok: false, refused: 'emptyFile' })
    expect(await readSheet(new ArrayBuffer(FILE_BYTES + 1))).toEqual({ ok: false, refused: 'tooLarge' })
    expect(await readSheet(bytesOf('%PDF-1.7'))).toEqual({ ok: false, refused: 'notSpreadsheet' })
    expect(await readSheet(bytesOf('<html>请登录无线网</html>'))).toEqual({
      ok: false,
      refused: 'notSpreadsheet',
    })
  })

  test('cut off anywhere', async () => {
    const whole = await workbook(springRoster())
    for (const part of [0.2, 0.5, 0.9, 0.999]) {
      expect(await readSheet(whole.slice(0, Math.floor(whole.byteLength * part)))).toEqual({
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
      const read = await readSheet(broken.buffer)
      if (!read.ok) expect(['damaged', 'notSpreadsheet', 'noRows', 'tooLarge']).toContain(read.refused)
    }
  })

  test('an old .xls, and a new one with a password', async () => {
    const old = new Uint8Array(2048)
    old.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    expect(await readSheet(old.slice().buffer)).toEqual({ ok: false, refused: 'oldExcel' })
    old.set(
      Array.from('EncryptedPackage').flatMap((letter) => [letter.charCodeAt(0), 0]),
      1024,
    )
    expect(await readSheet(old.buffer)).toEqual({ ok: false, refused: 'locked' })
  })

  test('a document that is no workbook, and a workbook with nothing in it', async () => {
    const document = new Uint8Array(await workbook(springRoster()))
    const text = new TextDecoder('latin1').decode(document).replaceAll('xl/workbook.xml', 'wd/document.xml')
    expect(await readSheet(Uint8Array.from(text, (letter) => letter.charCodeAt(0)).buffer)).toMatchObject({
      ok: false,
    })
    expect(await readSheet(await workbook([[null]]))).toEqual({ ok: false, refused: 'noRows' })
  })

  test('an archive that would unpack to far more than any roster', async () => {
    const bomb = new Uint8Array(await workbook(springRoster()))
    const view = new DataView(bomb.buffer)
    for (let at = bomb.length - 22; at > 0; at--)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0x7fffffff, true)
    expect(await readSheet(bomb.buffer)).toEqual({ ok: false, refused: 'tooLarge' })
  })
})
