import { describe, expect, it } from 'vitest'
import { formatsIn } from '#ui/formats.ts'
import { common as en } from '#ui/words/en/common.ts'
import { common as zh } from '#ui/words/zh/common.ts'

const chinese = formatsIn('zh', zh.dates)
const english = formatsIn('en', en.dates)
/** 17:35 in Shanghai on Tuesday, 24 November. */
const NOW = '2026-11-24T09:35:00.000Z'

describe('days and times are said as in Shanghai', () => {
  it('an evening in London is the next morning here', () => {
    expect(chinese.date('2026-11-23T16:30:00.000Z')).toBe('11月24日 周二')
    expect(chinese.time('2026-11-23T16:30:00.000Z')).toBe('00:30')
  })

  it('today, yesterday and tomorrow have their words, other days their date', () => {
    expect(chinese.moment('2026-11-24T08:20:00.000Z', NOW)).toBe('今天 16:20')
    expect(chinese.day('2026-11-23', NOW)).toBe('昨天')
    expect(chinese.day('2026-11-25', NOW)).toBe('明天')
    expect(chinese.day('2026-11-20', NOW)).toBe('11月20日 周五')
    expect(english.day('2026-11-20', NOW)).toBe('Fri 20 Nov')
  })

  it('the year is said only when it is another one', () => {
    expect(chinese.day('2025-12-31', NOW)).toBe('2025年12月31日 周三')
    expect(english.day('2025-12-31', NOW)).toBe('Wed 31 Dec 2025')
  })

  it('what comes soon is told in minutes, later in hours', () => {
    expect(chinese.until('2026-11-24T10:00:00.000Z', NOW)).toBe('25 分后')
    expect(chinese.until('2026-11-24T13:35:00.000Z', NOW)).toBe('4 小时后')
    expect(english.until('2026-11-24T11:35:00.000Z', NOW)).toBe('in 2 hours')
  })
})

describe('numbers', () => {
  it('thousands have a comma, money a true minus', () => {
    expect(chinese.number(18400)).toBe('18,400')
    expect(chinese.money(-3860)).toBe('−\u20093,860')
    expect(chinese.money(18400, true)).toBe('+\u200918,400')
  })

  it('a part of nothing is not 0 percent', () => {
    expect(chinese.percent(86, 103)).toBe('83%')
    expect(chinese.percent(0, 0)).toBe('')
  })

  it('what stands in a row is parted as each language parts it', () => {
    expect(chinese.list(['101', '102'])).toBe('101、102')
    expect(english.list(['101', '102'])).toBe('101, 102')
  })

  it('English counts one visit and two visits', () => {
    expect(en.dates.inHours(1)).toBe('in 1 hour')
    expect(en.dates.inHours(3)).toBe('in 3 hours')
  })
})
