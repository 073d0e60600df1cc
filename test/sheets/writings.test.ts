import { describe, expect, test } from 'vitest'
import type { TenantId } from '#domain/ids.ts'
import { planRoster, planSheets, type RosterPlan } from '#domain/roster/plan.ts'
import { type Sheet, tableOf } from '#domain/roster/sheets.ts'
import { readSheets } from '#sheets/readSheets.ts'
import { csvText, gb18030, type TestSheet, utf8, workbookOf } from '#test/support/tableFiles.ts'

const tenant = 'spring' as TenantId
const HEAD = ['楼栋', '单元', '房号', '姓名', '电话'] as const

/** Where each of them lives: the same in every way of writing it. */
const TRUTH = [
  '1-1-1-101 周明珍 13800002207',
  '1-1-1-101 何建国',
  '1-1-1-102 𠮷田·阿依古丽 02885551234',
  '1-2-18-1803 王秀兰 13900000846',
  '1-2-18-1803 王志强',
  '2-3-3-301 李德福',
]

async function sheetsOf(bytes: ArrayBuffer): Promise<readonly Sheet[]> {
  const read = await readSheets(bytes)
  if (!read.ok) throw new Error(read.refused)
  return read.value
}

function planOf(sheets: readonly Sheet[]): RosterPlan {
  const plan = planSheets(sheets, tenant)
  if (!plan.ok) throw new Error(plan.refused)
  // What is sent to the server makes the same there.
  const sent = planRoster(tableOf(sheets), tenant)
  expect(sent.ok && sent.value.intents).toEqual(plan.value.intents)
  return plan.value
}

function peopleIn({ places, intents }: RosterPlan): string[] {
  const keys = new Map(places.map(({ id, key }): [string, string] => [id, key]))
  const entered = (verb: string) =>
    intents
      .filter((one) => one.name === verb)
      .map(({ record, args }) => ({ record, args: args as Readonly<Record<string, string>> }))
  const phones = new Map(
    entered('contact.enter').map(({ args }): [string, string] => [
      args['resident'] ?? '',
      args['phone'] ?? '',
    ]),
  )
  return entered('resident.enter').map(({ record, args }) =>
    [keys.get(args['place'] ?? ''), args['name'], phones.get(record)].filter(Boolean).join(' '),
  )
}

const PLAIN: readonly TestSheet[] = [
  {
    name: '名册',
    rows: [
      HEAD,
      ['1栋', '1单元', '101', '周明珍', 13_800_002_207],
      ['1', '1', '0101', '何建国', null],
      ['1号楼', '一单元', '102室', '𠮷田·阿依古丽', '028-85551234'],
      ['一栋', '二单元', '１８０３', '王秀兰', '139 0000 0846'],
      ['1幢', 2, 1803, '王志强', null],
      ['2#', '3', '301', '李德福', null],
    ],
  },
]

/** All of them in a file with one sheet, so that a .csv can hold it. */
const WRITINGS: Readonly<Record<string, readonly TestSheet[]>> = {
  'a row says all of itself': PLAIN,
  'the whole address in one cell': [
    {
      name: '名册',
      rows: [
        ['住址', '姓名', '电话'],
        ['1-1-101', '周明珍', '13800002207.0'],
        ['1栋1单元101室', '何建国', null],
        ['春和苑1栋一单元102', '𠮷田·阿依古丽', '028-85551234'],
        ['1-2-1803', '王秀兰', '+86 139-0000-0846'],
        ['1号楼2单元18楼1803号', '王志强', null],
        ['2－3－301', '李德福', null],
      ],
    },
  ],
  'a title, blank rows, sums, headings again on the next page': [
    {
      name: '名册',
      rows: [
        ['春和苑住户名册', null, null, null, null],
        [null, null, null, '填表人：林老师', '2024年3月'],
        HEAD,
        ['1栋', '1单元', '101', '周明珍', '13800002207'],
        ['1栋', '1单元', '101', '何建国', null],
        ['1栋', '1单元', '102', '𠮷田·阿依古丽', '02885551234'],
        ['1单元小计', null, null, '3人', null],
        [null, null, null, null, null],
        HEAD,
        ['1栋', '2单元', '1803', '王秀兰', '13900000846'],
        ['1栋', '2单元', '1803', '王志强', null],
        ['2栋', '3单元', '301', '李德福', null],
        ['合计', null, null, '6人', null],
      ],
    },
  ],
  'a block names its place in its first row only': [
    {
      name: '名册',
      rows: [
        HEAD,
        ['1栋', '1单元', '101', '周明珍', '13800002207'],
        [null, null, null, '何建国', null],
        [null, null, '102', '𠮷田·阿依古丽', '02885551234'],
        [null, '2单元', '1803', '王秀兰', '13900000846'],
        [null, null, null, '王志强', null],
        ['2栋', '3单元', '301', '李德福', null],
      ],
    },
  ],
  'a band of its own over each unit': [
    {
      name: '名册',
      rows: [
        ['房号', '姓名', '电话'],
        ['1栋1单元', null, null],
        ['101', '周明珍', '13800002207'],
        ['101', '何建国', null],
        ['102', '𠮷田·阿依古丽', '02885551234'],
        ['二单元', null, null],
        ['1803', '王秀兰', '13900000846'],
        ['1803', '王志强', null],
        ['2栋3单元', null, null],
        ['301', '李德福', null],
      ],
    },
  ],
  'two rows of headings, a group over its parts, the kin beside': [
    {
      name: '名册',
      rows: [
        ['春和苑', null, null, null, null, null, null],
        ['序号', '房屋', null, null, '住户', null, '紧急联系人'],
        [null, '栋', '单元', '房号', '姓名', '电话', '电话'],
        [1, '1', '1', '101', '周明珍', '13800002207', '13700000001'],
        [2, '1', '1', '101', '何建国', null, '13700000002'],
        [3, '1', '1', '102', '𠮷田·阿依古丽', '02885551234', null],
        [4, '1', '2', '1803', '王秀兰', '13900000846', null],
        [5, '1', '2', '1803', '王志强', null, null],
        [6, '2', '3', '301', '李德福', null, null],
      ],
    },
  ],
  'floors as words, doors counted within them': [
    {
      name: '名册',
      rows: [
        ['楼栋', '单元', '楼层', '房号', '姓名', '电话'],
        ['1', '1', '底楼', '1', '周明珍', '13800002207'],
        [null, null, null, null, '何建国', null],
        ['1', '1', '一楼', '02', '𠮷田·阿依古丽', '02885551234'],
        ['1', '2', '十八楼', 3, '王秀兰', '13900000846'],
        ['1', '2', '18层', '3', '王志强', null],
        ['2', '3', '三层', '301', '李德福', null],
      ],
    },
  ],
}

const FILES: Readonly<Record<string, (sheets: readonly TestSheet[]) => ArrayBuffer>> = {
  '.xlsx': (sheets) => workbookOf('xlsx', sheets),
  '.xls': (sheets) => workbookOf('xls', sheets),
  '.csv in UTF-8': ([sheet]) => utf8(csvText(sheet!.rows)),
  '.csv in UTF-8 with its mark': ([sheet]) => utf8(csvText(sheet!.rows), true),
  '.csv in GB18030': ([sheet]) => gb18030(csvText(sheet!.rows)),
}

describe.each(Object.entries(WRITINGS))('%s', (_, sheets) => {
  test.each(Object.entries(FILES))('%s', async (__, file) => {
    const plan = planOf(await sheetsOf(file(sheets)))
    expect(peopleIn(plan)).toEqual(TRUTH)
    expect(plan.notUnderstood.filter(({ why }) => why !== 'sum')).toEqual([])
  })
})

describe.each(['xlsx', 'xls'] as const)('a workbook as .%s', (kind) => {
  test('merged cells hold for all the rows they cover, and it is said', async () => {
    const sheets: readonly TestSheet[] = [
      {
        name: '名册',
        merged: ['A1:E1', 'A3:A7', 'B3:B5', 'C3:C4', 'B6:B7', 'C6:C7'],
        rows: [
          ['春和苑住户名册', null, null, null, null],
          HEAD,
          ['1栋', '1单元', '101', '周明珍', '13800002207'],
          [null, null, null, '何建国', null],
          [null, null, '102', '𠮷田·阿依古丽', '02885551234'],
          [null, '2单元', '1803', '王秀兰', '13900000846'],
          [null, null, null, '王志强', null],
          ['2栋', '3单元', '301', '李德福', null],
        ],
      },
    ]
    const plan = planOf(await sheetsOf(workbookOf(kind, sheets)))
    expect(peopleIn(plan)).toEqual(TRUTH)
    expect(plan.warnings).toEqual([
      { sheet: '名册', row: 4, why: 'filledDown', text: '1栋 1单元 101' },
      { sheet: '名册', row: 5, why: 'filledDown', text: '1栋 1单元' },
      { sheet: '名册', row: 6, why: 'filledDown', text: '1栋' },
      { sheet: '名册', row: 7, why: 'filledDown', text: '1栋 2单元 1803' },
    ])
  })

  test('merged doors count also where every row says its building and unit', async () => {
    const rows = [HEAD, ['1', '1', '101', '周明珍', null], ['1', '1', null, '何建国', null]]
    const merged = await sheetsOf(workbookOf(kind, [{ name: '名册', rows, merged: ['C2:C3'] }]))
    expect(planOf(merged)).toMatchObject({ residents: 2, dwellings: 1, notUnderstood: [] })
    // Not merged, it is a door that somebody forgot.
    const forgotten = await sheetsOf(workbookOf(kind, [{ name: '名册', rows }]))
    expect(planOf(forgotten)).toMatchObject({ residents: 1, notUnderstood: [{ row: 3, why: 'noDoor' }] })
  })

  test('a sheet for each unit names it; hidden sheets are left alone, others without headings are said', async () => {
    const sheets: readonly TestSheet[] = [
      { name: '说明', rows: [['请按单元填写']] },
      {
        name: '1栋1单元',
        rows: [
          ['房号', '姓名', '电话'],
          ['101', '周明珍', '13800002207'],
          ['101', '何建国', null],
          ['102', '𠮷田·阿依古丽', '02885551234'],
        ],
      },
      { name: '旧表', hidden: true, rows: [HEAD, ['9', '9', '901', '杨某', null]] },
      {
        name: '1栋二单元',
        rows: [
          ['门牌号', '住户姓名', '手机'],
          ['1803', '王秀兰', 13_900_000_846],
          ['1803', '王志强', null],
          ['楼顶', '杨某', null],
        ],
      },
      {
        name: '2栋3单元',
        rows: [
          ['房号', '姓名'],
          ['301', '李德福'],
        ],
      },
    ]
    const plan = planOf(await sheetsOf(workbookOf(kind, sheets)))
    expect(peopleIn(plan)).toEqual(TRUTH)
    expect(plan.sheets).toEqual([
      { name: '说明', is: 'noHeadings', rows: 0 },
      { name: '1栋1单元', is: 'read', rows: 3 },
      { name: '旧表', is: 'hidden', rows: 0 },
      { name: '1栋二单元', is: 'read', rows: 3 },
      { name: '2栋3单元', is: 'read', rows: 1 },
    ])
    expect(plan.notUnderstood).toEqual([{ sheet: '1栋二单元', row: 4, why: 'doorUnreadable', text: '楼顶' }])
    expect(plan.warnings).toEqual([
      { sheet: '1栋1单元', row: 2, why: 'fromTitle', text: '1栋 1单元' },
      { sheet: '1栋二单元', row: 2, why: 'fromTitle', text: '1栋 二单元' },
      { sheet: '2栋3单元', row: 2, why: 'fromTitle', text: '2栋 3单元' },
    ])
  })

  test('a sheet of a unit does not say of which building a row is that names another', async () => {
    const sheets = [
      {
        name: '2栋3单元',
        rows: [
          ['栋', '房号', '姓名'],
          ['1', '301', '李德福'],
          [null, '302', '何某'],
        ],
      },
    ]
    const plan = planOf(
      await sheetsOf(
        workbookOf(kind, [
          ...sheets,
          {
            name: '4栋',
            rows: [
              ['单元', '房号'],
              ['1', '101'],
            ],
          },
        ]),
      ),
    )
    expect(plan.places.filter(({ what }) => what === 'dwelling').map(({ key }) => key)).toEqual([
      '1-1-3-301',
      '1-1-3-302',
      '4-1-1-101',
    ])
  })

  test('a door that became a day is not guessed at', async () => {
    const rows = [HEAD, ['1', '1', new Date('2024-05-02'), '周明珍', null], ['1', '1', '101', '何建国', null]]
    expect(planOf(await sheetsOf(workbookOf(kind, [{ name: '名册', rows }])))).toMatchObject({
      residents: 1,
      notUnderstood: [{ row: 2, why: 'doorIsDate', text: '2024-05-02' }],
    })
  })
})

describe('cells as people write them', () => {
  test.each(['2024-05-02', '2024/5/2', '2024.5.2', '5月2日', '2024年5月2日'])(
    '%s was 5-2 before a program read it, and is not guessed at',
    async (door) => {
      const text = csvText([HEAD, ['1', '1', door, '周明珍', ''], ['1', '1', '101', '何建国', '']])
      expect(planOf(await sheetsOf(utf8(text)))).toMatchObject({
        residents: 1,
        notUnderstood: [{ row: 2, why: 'doorIsDate', text: door }],
      })
    },
  )

  const one = async (...row: readonly string[]) =>
    planOf(await sheetsOf(utf8(csvText([['楼栋', '单元', '楼层', '房号', '姓名', '电话'], row]))))

  test('of two phones the first enters and the second is said', async () => {
    for (const both of ['13800002207/13900000846', '13800002207 13900000846', '13800002207、13900000846']) {
      const plan = await one('1', '1', '', '101', '周明珍', both)
      expect(peopleIn(plan)).toEqual(['1-1-1-101 周明珍 13800002207'])
      expect(plan.warnings).toEqual([{ row: 2, why: 'secondPhone', text: '13900000846' }])
    }
  })

  test('a phone in the writing of large numbers counts only where no digit was lost', async () => {
    expect(peopleIn(await one('1', '1', '', '101', '周明珍', '1.3800002207E+10'))).toEqual([
      '1-1-1-101 周明珍 13800002207',
    ])
    expect(await one('1', '1', '', '101', '周明珍', '1.38E+10')).toMatchObject({
      notUnderstood: [{ row: 2, why: 'phoneUnreadable' }],
    })
  })

  test('basements are below the ground, however they are written', async () => {
    for (const [floor, door] of [
      ['负一楼', 'B101'],
      ['-1', '01'],
      ['地下一层', '1'],
      ['', '-101'],
    ] as const)
      expect(peopleIn(await one('1', '1', floor, door, '周明珍', ''))).toEqual(['1-1-B1-B101 周明珍'])
  })

  test('signs that nobody sees are taken out and said; rare characters stay', async () => {
    const plan = await one('1', '1', '', '101', '\u202e周\u200b明珍\u0007', '\u200e13800002207')
    expect(peopleIn(plan)).toEqual(['1-1-1-101 周明珍 13800002207'])
    expect(plan.warnings).toEqual([{ row: 2, why: 'signsRemoved', text: '周明珍' }])
    expect(peopleIn(await one('1', '1', '', '101', '𠮷󠄀·㐱', ''))).toEqual(['1-1-1-101 𠮷󠄀·㐱'])
  })

  test('the same name at the same door enters once, and a phone at nobody enters nowhere', async () => {
    const rows = [
      HEAD,
      ['1', '1', '101', '周明珍', ''],
      ['1', '1', '101', '周明珍', ''],
      ['1', '1', '102', '', '13800002207'],
    ]
    expect(planOf(await sheetsOf(utf8(csvText(rows))))).toMatchObject({
      residents: 1,
      dwellings: 2,
      notUnderstood: [{ row: 3, why: 'sameAgain' }],
    })
  })

  test('who made the table, below it, lives nowhere', async () => {
    const rows = [HEAD, ['1', '1', '101', '周明珍', ''], ['', '', '', '制表：林老师', '']]
    expect(planOf(await sheetsOf(utf8(csvText(rows))))).toMatchObject({
      residents: 1,
      notUnderstood: [{ row: 3, why: 'noDoor' }],
    })
  })
})
