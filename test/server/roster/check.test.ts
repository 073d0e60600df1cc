import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkRoster } from '#server/roster/check.ts'
import { languageOf, REFUSED, told } from '#server/roster/sentences.ts'
import { aFolder } from '#test/support/folder.ts'
import { utf8, workbookOf } from '#test/support/tableFiles.ts'

async function aFile(name: string, bytes: ArrayBuffer): Promise<string> {
  const path = join(await aFolder(), name)
  await writeFile(path, new Uint8Array(bytes))
  return path
}

const BOOK = workbookOf('xlsx', [
  {
    name: '1单元',
    rows: [
      ['房号', '姓名', '电话', '备注'],
      ['101', '周明珍', '13800002207/13900000846', null],
      ['102', null, null, '空置'],
      ['楼顶', '杨某', null, null],
      ['103', '何桂英', '不详', null],
      ['合计', null, null, '3户'],
    ],
  },
  {
    name: '旧表',
    hidden: true,
    rows: [
      ['房号', '姓名'],
      ['901', '杨某'],
    ],
  },
])

describe('an operator looks at a roster before anybody enters it', () => {
  test('what would enter is counted; what would not is named with its sheet, row and why', async () => {
    expect(await checkRoster(await aFile('名册.xlsx', BOOK))).toEqual({
      ok: true,
      value: {
        buildings: 1,
        units: 1,
        dwellings: 3,
        residents: 2,
        vacant: 1,
        withPhone: 1,
        rejected: [{ sheet: '1单元', row: 4, why: 'doorUnreadable', text: '楼顶' }],
        warnings: [
          { sheet: '旧表', row: 0, why: 'hiddenSheet', text: '' },
          { sheet: '1单元', row: 5, why: 'phoneUnreadable', text: '不详' },
          { sheet: '1单元', row: 6, why: 'sum', text: '合计' },
          { sheet: '1单元', row: 2, why: 'fromTitle', text: '1单元' },
          { sheet: '1单元', row: 2, why: 'secondPhone', text: '13900000846' },
        ],
      },
    })
  })

  test('in plain sentences of either language, every line of it', async () => {
    const read = await checkRoster(await aFile('名册.xlsx', BOOK))
    if (!read.ok) throw new Error(read.refused)
    const [chinese, english] = [told(read.value, 0), told(read.value, 1)]
    expect(chinese[0]).toBe('1 栋，1 个单元，3 户（空房 1），2 位住户，其中 1 位有电话。')
    expect(chinese).toContain('  1单元 第 4 行：门牌没看懂 “楼顶”')
    expect(chinese).toContain('  旧表：藏起来的表页，没有读')
    expect(english).toContain('  1单元 row 4: door not understood “楼顶”')
    expect(english).toHaveLength(chinese.length)
  })

  test('the language is that of the terminal, Chinese where it does not say English', () => {
    expect(languageOf({ LANG: 'en_GB.UTF-8' })).toBe(1)
    expect(languageOf({ LANG: 'en_GB.UTF-8', LC_ALL: 'zh_CN.UTF-8' })).toBe(0)
    expect(languageOf({ LANG: 'C' })).toBe(0)
    expect(languageOf({})).toBe(0)
  })

  test('a file that cannot be read has its sentence in both languages', async () => {
    const none = await checkRoster(join(await aFolder(), 'none.xlsx'))
    expect(none).toEqual({ ok: false, refused: 'noFile' })
    expect(await checkRoster(await aFile('a.xls', utf8('<html></html>')))).toEqual({
      ok: false,
      refused: 'notSpreadsheet',
    })
    expect(await checkRoster(await aFile('a.csv', new ArrayBuffer(21 * 1024 * 1024)))).toEqual({
      ok: false,
      refused: 'tooLarge',
    })
    for (const [chinese, english] of Object.values(REFUSED)) {
      expect(chinese).toMatch(/\p{Script=Han}/u)
      expect(english).toMatch(/[a-z]{2}/)
    }
  })
})
