import { integer, maxValue, minValue, number, pipe } from 'valibot'
import { ok, type Result, refused } from '#domain/result.ts'

/** 1 亿元, in cents (分): more than a compound ever has, and far below what a number holds exactly. */
export const MOST_CENTS = 10_000_000_000

/** Money is whole cents (分) everywhere; a line of an account is more than nothing, which way it goes is said beside it. */
export const cents = pipe(number(), integer(), minValue(1), maxValue(MOST_CENTS))
/** Of what may be nothing: payable, paid, a budget that was struck out. */
export const centsOrNone = pipe(number(), integer(), minValue(0), maxValue(MOST_CENTS))
/** A balance may be owed. */
export const balance = pipe(number(), integer(), minValue(-MOST_CENTS), maxValue(MOST_CENTS))

/** Why what somebody typed is no sum of money. */
export type YuanRefusal =
  | 'empty'
  | 'notNumber'
  | 'comma' // 12,5: a half, or a thousand of which somebody lost a digit
  | 'otherUnit' // 美元, 角
  | 'belowCent' // 12.345: a third digit behind the dot is no money
  | 'minus' // which way it goes is chosen, not typed
  | 'tooSmall'
  | 'tooMuch'

const DOTS = /[。．]/gu
const THOUSANDS = /^\d{1,3}(,\d{3})+(\.\d*)?$/
const NUMBER = /^\d+(\.\d*)?$/
const WITH_UNIT = /^([\d.,]+)\s*(\D+)$/u
/** Ten to this many comes on top. */
const UNITS: Readonly<Record<string, number>> = {
  元: 0,
  块: 0,
  块钱: 0,
  圆: 0,
  yuan: 0,
  rmb: 0,
  万: 4,
  万元: 4,
  万块: 4,
}

/**
 * The cents that somebody typed: also in full-width digits, with commas between thousands, with ¥ before or 元, 块, 万 behind.
 * Digits are moved, never multiplied, so that nothing is rounded. What could mean two sums is asked back.
 */
export function centsOf(typed: string, least = 1): Result<number, YuanRefusal> {
  let text = typed
    .replace(DOTS, '.')
    .normalize('NFKC')
    .replace(/[−－–]/gu, '-')
    .replace(/、/gu, ',')
    .trim()
  text = text.replace(/^[¥￥]\s*/u, '')
  if (text === '') return refused('empty')
  if (text.startsWith('-')) return refused('minus')
  let shift = 0
  const [, figure, unit] = WITH_UNIT.exec(text) ?? []
  if (figure !== undefined && unit !== undefined) {
    const known = UNITS[unit.trim().toLowerCase()]
    if (known === undefined || !Object.hasOwn(UNITS, unit.trim().toLowerCase())) return refused('otherUnit')
    shift = known
    text = figure
  }
  if (text.includes(',')) {
    if (!THOUSANDS.test(text)) return refused('comma')
    text = text.replaceAll(',', '')
  }
  if (!NUMBER.test(text)) return refused('notNumber')
  const [whole = '', part = ''] = text.split('.')
  const behind = shift + 2
  if (/[1-9]/.test(part.slice(behind))) return refused('belowCent')
  const digits = `${whole}${part.slice(0, behind).padEnd(behind, '0')}`.replace(/^0+(?=\d)/, '')
  if (digits.length > String(MOST_CENTS).length) return refused('tooMuch')
  const made = Number(digits)
  if (made > MOST_CENTS) return refused('tooMuch')
  if (made < least) return refused('tooSmall')
  return ok(made)
}

/** 18,400 or 18,400.05: cents as figures in yuan, with a true minus and a thin gap; + only where `signed`. */
export function yuanText(of: number, signed = false): string {
  const digits = String(Math.abs(of)).padStart(3, '0')
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')
  const part = digits.slice(-2)
  const sign = of < 0 ? '−\u2009' : signed && of > 0 ? '+\u2009' : ''
  return `${sign}${whole}${part === '00' ? '' : `.${part}`}`
}

/** As somebody would type it, for a form that is opened again. */
export function yuanTyped(of: number | undefined): string {
  if (of === undefined) return ''
  const digits = String(Math.abs(of)).padStart(3, '0')
  const part = digits.slice(-2)
  return `${of < 0 ? '-' : ''}${digits.slice(0, -2)}${part === '00' ? '' : `.${part}`}`
}
