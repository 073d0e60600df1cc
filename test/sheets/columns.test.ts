import { describe, expect, test } from 'vitest'
import type { TenantId } from '#domain/ids.ts'
import { planSheets, type RosterPlan } from '#domain/roster/plan.ts'
import { type Mapping, mappingFor, readColumns, rememberedOf } from '#domain/roster/columns.ts'
import { columnsOf, tableOf } from '#domain/roster/sheets.ts'

const tenant = 'spring' as TenantId
type Rows = readonly (readonly string[])[]

/** The same two households, with whatever stands over them. */
const HOMES: Rows = [
  ['1', '1-2-1803', '王秀兰', '13900000846', '女'],
  ['2', '1-2-1803', '王志强', '13900000847', '男'],
  ['3', '1-2-1804', '李德福', '02885551234', '男'],
]
const TRUTH = [
  '1-2-18-1803 王秀兰 13900000846',
  '1-2-18-1803 王志强 13900000847',
  '1-2-18-1804 李德福 02885551234',
]

function planOf(rows: Rows, mapping?: Mapping): RosterPlan {
  const plan = planSheets([{ name: '名册', rows }], tenant, undefined, mapping)
  if (!plan.ok) throw new Error(plan.refused)
  return plan.value
}

function peopleIn({ places, intents }: RosterPlan): string[] {
  const keys = new Map(places.map(({ id, key }): [string, string] => [id, key]))
  const contacts = intents
    .filter(({ name }) => name === 'contact.enter')
    .map(({ args }) => args as Readonly<Record<string, string>>)
  return intents
    .filter(({ name }) => name === 'resident.enter')
    .map(({ record, args }) => {
      const { place = '', name } = args as Readonly<Record<string, string>>
      const phone = contacts.find((one) => one['resident'] === record)?.['phone']
      return [keys.get(place), name, phone].filter(Boolean).join(' ')
    })
}

const fieldsOf = (rows: Rows) => readColumns(rows).columns.map(({ field }) => field ?? '-')

describe('what a column is, is told by its heading and by what stands in it', () => {
  test.each<[string, Rows]>([
    ['no headings at all', HOMES],
    ['a title and no headings', [['春和苑二单元名册'], ...HOMES]],
    ['headings nobody has heard of', [['甲', '乙', '丙', '丁', '戊'], ...HOMES]],
    ['headings of which one is known', [['序', '所住之处', '姓名', '打哪个号', '性别'], ...HOMES]],
    [
      'a phone over the names and a name over the phones',
      [['序号', '住址', '电话', '姓名', '性别'], ...HOMES],
    ],
    ['a door over the phones', [['序号', '单元门', '姓名', '房号', '性别'], ...HOMES]],
    [
      'headings in parts or with a word before them',
      [['序号', '楼栋/单元/房号', '租户姓名', '租客手机号', '性别'], ...HOMES],
    ],
  ])('%s', (_, rows) => {
    expect(fieldsOf(rows)).toEqual(['-', 'door', 'name', 'phone', '-'])
    expect(peopleIn(planOf(rows))).toEqual(TRUTH)
  })

  test('it is said of which columns the contents spoke', () => {
    expect(planOf([['序', '所住之处', '姓名', '打哪个号', '性别'], ...HOMES]).warnings).toEqual([
      { sheet: '名册', row: 1, why: 'columnByContents', text: 'B 所住之处' },
      { sheet: '名册', row: 1, why: 'columnByContents', text: 'D 打哪个号' },
    ])
    expect(planOf([['序号', '住址', '姓名', '电话', '性别'], ...HOMES]).warnings).toEqual([])
  })

  test('of two columns with a door over them the one whose cells are doors', () => {
    const rows = [
      ['家庭住址', '房号', '姓名'],
      ['锦绣路甲段', '1-2-1803', '王秀兰'],
      ['锦绣路甲段', '1-2-1804', '李德福'],
    ]
    expect(peopleIn(planOf(rows))).toEqual(['1-2-18-1803 王秀兰', '1-2-18-1804 李德福'])
  })

  test('places in words are known without headings; bare numbers, areas, kin and numbers of papers are none of ours', () => {
    const rows = [
      ['1栋', '2单元', '18楼', '1803', '89.5', '3', '王秀兰', '自住', '510100190001010011'],
      ['1栋', '2单元', '18楼', '1804', '120.5', '2', '李德福', '出租', '510100190001010022'],
    ]
    expect(fieldsOf(rows)).toEqual(['building', 'unit', 'floor', 'door', '-', '-', 'name', 'use', '-'])
    const kin = [
      ['房号', '姓名', '紧急联系人', '联系人电话', '网格员电话'],
      ...rows.map(() => ['1803', '王秀兰', '王志强', '13900000846', '13900000847']),
    ]
    expect(fieldsOf(kin)).toEqual(['door', 'name', '-', '-', '-'])
  })

  test('a sheet of counts and a sheet of instructions stay unread', () => {
    const sheets = [
      {
        name: '统计',
        rows: [
          ['单元', '户数', '人数'],
          ['1单元', '38', '60'],
          ['2单元', '40', '66'],
        ],
      },
      { name: '说明', rows: [['填表说明'], ['1. 一行写一个人'], ['2. 电话写手机']] },
      { name: '名册', rows: HOMES },
    ]
    const plan = planSheets(sheets, tenant)
    expect(plan.ok && plan.value.sheets.map(({ is }) => is)).toEqual(['noHeadings', 'noHeadings', 'read'])
  })
})

describe('what a person says of a column goes before every guess', () => {
  const rows = [
    ['门', '人', '号', '另一个号'],
    ...HOMES.map(([, door = '', name = '', phone = '']) => [door, name, '13700000000', phone]),
  ]

  test('a column is exchanged, left out, or named where nothing was known', () => {
    expect(fieldsOf(rows)).toEqual(['door', 'name', 'phone', '-'])
    expect(peopleIn(planOf(rows, { 名册: { 3: 'phone' } }))).toEqual(TRUTH)
    expect(peopleIn(planOf(rows, { 名册: { 2: 'ignore', 3: 'ignore' } }))).toEqual(
      TRUTH.map((one) => one.replace(/ \d+$/, '')),
    )
    expect(
      planSheets(
        [
          {
            name: '名册',
            rows: [
              ['甲', '乙'],
              ['三〇一', '阿依'],
            ],
          },
        ],
        tenant,
      ).ok,
    ).toBe(false)
    expect(
      peopleIn(
        planOf(
          [
            ['甲', '乙'],
            ['三〇一', '阿依'],
          ],
          { 名册: { 0: 'door', 1: 'name' } },
        ),
      ),
    ).toEqual(['1-1-3-301 阿依'])
  })

  test('it holds for its own sheet, and what is sent to the server says the same', () => {
    const sheets = [
      { name: '1单元', rows },
      { name: '2单元', rows },
    ]
    const mapping: Mapping = { '2单元': { 3: 'phone' } }
    expect(tableOf(sheets, mapping).map((row) => row[5])).toEqual([
      '电话',
      ...HOMES.map(() => '13700000000'),
      '13900000846',
      '13900000847',
      '02885551234',
    ])
  })

  test('each column is shown with its heading, three samples that differ, and the guess', () => {
    const [sheet] = columnsOf([
      { name: '名册', rows: [['住户表'], ['序号', '住址', '姓名'], ...HOMES.map((row) => row.slice(0, 3))] },
    ])
    expect(sheet).toEqual({
      sheet: '名册',
      columns: [
        { column: 0, heading: '序号', samples: ['1', '2', '3'], field: undefined, by: 'nothing' },
        { column: 1, heading: '住址', samples: ['1-2-1803', '1-2-1804'], field: 'door', by: 'heading' },
        { column: 2, heading: '姓名', samples: ['王秀兰', '王志强', '李德福'], field: 'name', by: 'heading' },
      ],
    })
    expect(
      columnsOf([
        { name: '旧', hidden: true, rows },
        { name: '空', rows: [['']] },
      ]),
    ).toEqual([])
  })

  test('it is remembered by the headings, for the same table of next month in another order', () => {
    const { columns } = readColumns(rows)
    const remembered = rememberedOf(columns, { 2: 'ignore', 3: 'phone' })
    expect(remembered).toEqual({ 号: 'ignore', 另一个号: 'phone' })
    expect(mappingFor(['另一个号*', '门', ' 号 '], remembered)).toEqual({ 0: 'phone', 2: 'ignore' })
    expect(rememberedOf(columns, { 2: 'phone' }, remembered)).toEqual({ 号: 'phone', 另一个号: 'phone' })
  })

  test('of two columns with one name nothing is remembered, nor of those without one', () => {
    expect(mappingFor(['号', '号', '', 'constructor'], { 号: 'phone', '': 'name' })).toEqual({})
    expect(rememberedOf(readColumns(HOMES).columns, { 3: 'ignore' })).toEqual({})
  })
})
