import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskNumbers, numbersInText } from '#domain/numbersInText.ts'

/** The check sign written down once more, apart from the product. All numbers here are invented. */
function withCheck(seventeen: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  let sum = 0
  for (const [at, weight] of weights.entries()) sum += weight * Number(seventeen[at])
  return seventeen + '10X98765432'[sum % 11]
}

function withLuhn(digits: string): string {
  for (let last = 0; last < 10; last += 1) {
    const all = `${digits}${last}`
    let sum = 0
    for (let back = 0; back < all.length; back += 1) {
      const digit = Number(all[all.length - 1 - back])
      const twice = digit * 2
      sum += back % 2 === 0 ? digit : twice > 9 ? twice - 9 : twice
    }
    if (sum % 10 === 0) return all
  }
  throw new Error('no sum')
}

test('a phone is found where it is asked for, and nowhere else', () => {
  const said = '找我打 13800002207，18楼 1804'
  expect(numbersInText(said)).toEqual([])
  expect(numbersInText(said, true)).toEqual([{ from: 4, to: 15, what: 'phone' }])
  expect(maskNumbers(said, true)).toBe('找我打 ******，18楼 1804')
  expect(maskNumbers(said)).toBe(said)
})

const two = (n: number) => String(n).padStart(2, '0')
const identity = fc
  .record({
    area: fc.constantFrom('510104', '510122', '110101', '440305', '650102'),
    year: fc.integer({ min: 1920, max: 2024 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    nth: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ area, year, month, day, nth }) =>
    withCheck(`${area}${year}${two(month)}${two(day)}${String(nth).padStart(3, '0')}`),
  )
const card = fc
  .record({
    bank: fc.constantFrom('622848', '622202', '436742', '955880', '512466'),
    rest: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 12 }),
  })
  .map(({ bank, rest }) => withLuhn(bank + rest.join('')))
const phone = fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }).map(String)

const wide = (text: string) =>
  text.replace(/[0-9X]/g, (one) => String.fromCodePoint(one.codePointAt(0)! + 0xfee0))
const inGroups = (text: string, gap: string) => text.match(/.{1,4}/g)!.join(gap)
const written = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.toLowerCase(),
  wide,
  (text: string) => inGroups(text, ' '),
  (text: string) => inGroups(text, '　'),
  (text: string) => inGroups(text, '-'),
  (text: string) => `${text.slice(0, 6)} ${text.slice(6)}`,
)
const around = fc.constantFrom('', '他说身份证是', '王淑芬 ', '卡号：', '，电话 13800138000，', '502。')

describe('a number that nobody may write down here', () => {
  test('is found however it is written, and nothing of it is left when it is blotted out', () => {
    fc.assert(
      fc.property(fc.oneof(identity, card), written, around, around, (number, write, before, after) => {
        const shown = write(number)
        // Five digits and a phone are five digits and a phone, whatever their sum.
        fc.pre(!/(?:^|\D)1[3-9]\d{9}(?:\D|$)/.test(shown.normalize('NFKC')))
        const text = `${before}${shown}${after === '502。' ? `，${after}` : after}`
        const found = numbersInText(text)
        expect(found).toHaveLength(1)
        expect(text.slice(found[0]!.from, found[0]!.to)).toBe(shown)
        const masked = maskNumbers(text)
        expect(masked).toBe(text.replace(shown, '******'))
        expect(numbersInText(masked)).toEqual([])
      }),
    )
  })

  test('stands beside others: all are found', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(identity, card), { minLength: 1, maxLength: 4 }), (numbers) => {
        const text = numbers.join('和')
        expect(numbersInText(text).map(({ from, to }) => text.slice(from, to))).toEqual(numbers)
      }),
    )
  })

  test.each([
    ['510104194903070024', '一位写错的号码不算'],
    ['13800138000', 'a phone'],
    ['13800138000 13900139000', 'two phones'],
    ['028-8555 1234', 'a landline'],
    ['118 号、1203、1-2-18-1803', 'an order and doors'],
    ['2026-03-02 2026-03-09', 'days'],
    ['202603021830001', 'a running number of fifteen digits'],
    ['0000000000000000', 'a row of zeros'],
    ['XX单元Ｘ栋', 'letters'],
  ])('%s is none (%s)', (text) => {
    expect(numbersInText(text)).toEqual([])
    expect(maskNumbers(text)).toBe(text)
  })

  test('of the old kind has fifteen digits and a day of birth in it', () => {
    expect(numbersInText('老证 510104490307002')).toMatchObject([{ what: 'identity' }])
    expect(numbersInText('510104491307002')).toEqual([])
  })

  test('phones alone are never taken for one', () => {
    fc.assert(
      fc.property(fc.array(phone, { minLength: 1, maxLength: 3 }), (phones) => {
        expect(numbersInText(phones.join(' '))).toEqual([])
      }),
    )
  })

  test('any text comes back as it is where nothing is found, and masking twice is masking once', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        const masked = maskNumbers(text)
        expect(maskNumbers(masked)).toBe(masked)
        if (numbersInText(text).length === 0) expect(masked).toBe(text)
      }),
    )
  })
})
