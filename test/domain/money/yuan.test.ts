import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { centsOf, MOST_CENTS, yuanText, yuanTyped } from '#domain/money/yuan.ts'

const read = (typed: string, least?: number) => {
  const done = centsOf(typed, least)
  return done.ok ? done.value : done.refused
}

describe('a sum that somebody types', () => {
  it.each([
    ['3860', 386_000],
    ['3,860', 386_000],
    ['3860.5', 386_050],
    ['3860.50', 386_050],
    ['0.05', 5],
    ['３８６０．５', 386_050],
    ['3860元', 386_000],
    ['¥3860', 386_000],
    ['￥ 3,860.00', 386_000],
    ['3860 块', 386_000],
    ['1.2万', 1_200_000],
    ['1.23456万元', 1_234_560],
    ['0.0001万', 100],
    ['12.500', 1250],
    ['007', 700],
    ['100000000', MOST_CENTS],
    ['1,234,567.89', 123_456_789],
    ['1万', 1_000_000],
  ])('%s is understood', (typed, cents) => {
    expect(read(typed)).toBe(cents)
  })

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['12.345', 'belowCent'],
    ['0.0000001万', 'belowCent'],
    ['-5', 'minus'],
    ['−5', 'minus'],
    ['－５', 'minus'],
    ['0', 'tooSmall'],
    ['0.00', 'tooSmall'],
    ['100000000.01', 'tooMuch'],
    ['10001万', 'tooMuch'],
    ['9'.repeat(24), 'tooMuch'],
    ['12,5', 'comma'],
    ['1,2,3', 'comma'],
    ['5美元', 'otherUnit'],
    ['5角', 'otherUnit'],
    ['5 constructor', 'otherUnit'],
    ['一千二', 'notNumber'],
    ['1.2.3', 'notNumber'],
    ['1e5', 'notNumber'],
    ['+5', 'notNumber'],
  ])('%s is told back: %s', (typed, refused) => {
    expect(read(typed)).toBe(refused)
  })

  it('may be nothing where nothing is an answer', () => {
    expect(read('0', 0)).toBe(0)
  })

  it('comes back as the very cents, however it was written, and never rounded', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MOST_CENTS }), (cents) => {
        expect(read(yuanTyped(cents))).toBe(cents)
        expect(read(yuanText(cents))).toBe(cents)
        expect(read(`${yuanText(cents)}元`)).toBe(cents)
      }),
    )
  })

  it('is shown with thousands, two digits or none behind the dot, and a true minus', () => {
    expect([
      yuanText(1_924_400),
      yuanText(-386_005, true),
      yuanText(5),
      yuanText(1_840_000, true),
      yuanText(0, true),
    ]).toEqual(['19,244', '−\u20093,860.05', '0.05', '+\u200918,400', '0'])
  })
})
