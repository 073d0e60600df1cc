import { describe, expect, test } from 'vitest'
import { guessColumns, guessList, headingsOf } from '#domain/formHeadings.ts'

const LEDGER = [
  'no',
  'day',
  'time',
  'where',
  'text',
  'category',
  'status',
  'closedDay',
  'reporter',
  'phone',
  'assignee',
  'result',
]
const VISITS = ['day', 'time', 'building', 'unit', 'door', 'outcome', 'text', 'by']
const lists = [
  { list: 'ledger', columns: LEDGER.map((id) => ({ id })) },
  { list: 'visits', columns: VISITS.map((id) => ({ id })) },
] as const

/** As a street sends them: a title over all columns, who fills it in, then the headings, then empty rows. */
const STREET = [
  ['书院街街道 2024 年 3 月群众诉求办理情况统计表（样表）'],
  ['填报单位：', '', '', '填报日期：'],
  [
    '序号',
    '受理时间*',
    '诉求人',
    '联系电话',
    '详细地址',
    '诉求内容（简要）',
    '办理情况',
    '办结时间',
    '是否满意',
    '备注2',
  ],
  [''],
]

describe('an empty form of the street', () => {
  test('its headings are the row that says something of ours, below title and instructions', () => {
    expect(headingsOf(STREET)).toEqual(STREET[2])
  })

  test('its columns are filled from our fields, each once; what nobody knows is left for a pen', () => {
    const filled = guessColumns(headingsOf(STREET), LEDGER)
    expect(filled.map(({ field }) => field)).toEqual([
      'row',
      'day',
      'reporter',
      'phone',
      'where',
      'text',
      'status',
      'closedDay',
      'result',
      undefined,
    ])
    expect(filled.map(({ heading }) => heading)).toEqual(STREET[2])
  })

  test('it is filled from the list that fills most of it', () => {
    expect(guessList(headingsOf(STREET), lists)).toBe('ledger')
    expect(guessList(['日期', '楼栋', '单元', '户号', '走访结果', '走访人'], lists)).toBe('visits')
    expect(guessList(['甲', '乙'], lists)).toBeUndefined()
  })

  test('a heading that stands twice is filled once', () => {
    expect(guessColumns(['联系电话', '联系电话'], LEDGER).map(({ field }) => field)).toEqual([
      'phone',
      undefined,
    ])
  })

  test('of a form without any heading of ours the fullest row is taken, blanks at its end are not', () => {
    expect(headingsOf([['表'], ['甲', '乙', '', '丁', '', ''], ['1']])).toEqual(['甲', '乙', '', '丁'])
    expect(headingsOf([])).toEqual([])
  })
})
