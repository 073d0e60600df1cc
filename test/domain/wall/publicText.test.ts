import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PageWords, tellingIn, tellingInPage, withoutNumbers } from '#domain/wall/publicText.ts'

const found = (text: string, names: readonly string[] = []) =>
  tellingIn(text, names).map(({ what, from, to }) => [what, text.slice(from, to)])

describe('what may not hang where everybody reads it', () => {
  it.each([
    ['3-2-501 漏水', 'door', '3-2-501'],
    ['１－２－１８０３漏水', 'door', '１－２－１８０３'],
    ['1203室的灯', 'door', '1203室'],
    ['五零一室', 'door', '五零一室'],
    ['12楼3号门口', 'door', '12楼3号'],
    ['三单元二号', 'door', '三单元二号'],
    ['3单元501说的', 'door', '3单元501'],
    ['1栋1203那家', 'door', '1栋1203'],
    ['二单元五零一', 'door', '二单元五零一'],
    ['2-501 反映', 'door', '2-501'],
    ['Room 1203 says', 'door', 'Room 1203'],
    ['打 138 0000 0001', 'phone', '138 0000 0001'],
    ['打13800000001', 'phone', '13800000001'],
    ['＋86－13800000001', 'phone', '＋86－13800000001'],
    ['座机 028-8000 0001', 'phone', '028-8000 0001'],
    ['证号 11010519491231002X', 'identity', '11010519491231002X'],
    ['卡 4111 1111 1111 1111', 'card', '4111 1111 1111 1111'],
  ])('%s', (text, what, words) => {
    expect(found(text)).toEqual([[what, words]])
  })

  it.each([
    '12楼的灯亮了，2 户提出，花了 3,860 元',
    '3单元中层换了 36 盏灯',
    '1栋 151 户，30 天内去过 94 户',
    '3栋151户都通了气',
    '2024-03-08 完工，保修到 2025-03-08',
    '118 号，收到 35 件，办完 24 件',
    '参考价 10-200元',
    '收费 12345 热线，119',
    '8:30-11:30 停水，第 2-3 层',
    '活动室、会议室、1号投放点、24 小时',
    '停车位租金 + 18,400 元',
  ])('says nothing of %s', (text) => {
    expect(found(text)).toEqual([])
  })

  it('finds the names of those whom the device knows, and no single sign', () => {
    expect(found('王秀兰说灯坏了', ['王秀兰', '说'])).toEqual([['name', '王秀兰']])
  })

  it('looks at every word of a page, and says each once', () => {
    const page: PageWords = {
      title: '3-2-501 的灯',
      lines: ['王秀兰说的，3-2-501'],
      figures: [{ label: '电话', value: '13800000001' }],
      table: { head: ['谁'], rows: [['1203室']] },
    }
    expect(tellingInPage(page, ['王秀兰'])).toEqual([
      { what: 'door', words: '3-2-501' },
      { what: 'name', words: '王秀兰' },
      { what: 'phone', words: '13800000001' },
      { what: 'door', words: '1203室' },
    ])
  })

  it('blots out phones and cards of what a stranger wrote, and leaves the rest', () => {
    expect(withoutNumbers('灯坏了，打13800000001，证11010519491231002X，住 3-2-501')).toBe(
      '灯坏了，打******，证******，住 3-2-501',
    )
  })

  it('finds a phone and a door in the middle of any words', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const text = `${before}，13812345678，${after}`
        expect(withoutNumbers(text)).not.toContain('13812345678')
        expect(tellingIn(`${before}。3-2-501。${after}`).some(({ what }) => what === 'door')).toBe(true)
      }),
    )
  })
})
