import { ok, type Result, refused } from './result.ts'

/** Why what somebody typed is no amount. */
export type AmountRefusal =
  | 'empty'
  | 'notNumber'
  | 'comma' // 12,5: a half, or a thousand of which somebody lost a digit
  | 'otherUnit' // 斤 is half a kilogram, and 吨 a thousand: nothing is turned over in silence
  | 'tooSmall'
  | 'tooMuch'

/** What a hand types on a phone for a dot. */
const DOTS = /[。．]/gu
const THOUSANDS = /^\d{1,3}(,\d{3})+(\.\d+)?$/
const NUMBER = /^-?\d+(\.\d*)?$/
const WITH_UNIT = /^(-?[\d.,]+)\s*(\p{L}+)$/u

/**
 * The number that somebody typed: also in full-width digits, with commas between thousands, with the unit behind it where
 * that is one of `units`. What could mean two numbers is asked back, never guessed.
 */
export function amountOf(
  typed: string,
  limits: { readonly least: number; readonly most: number },
  units: readonly string[] = [],
): Result<number, AmountRefusal> {
  // Full-width digits, signs and commas become those of the keyboard.
  let text = typed.replace(DOTS, '.').normalize('NFKC').replace(/−/gu, '-').replace(/、/gu, ',').trim()
  if (text === '') return refused('empty')
  const [, number, unit] = WITH_UNIT.exec(text) ?? []
  if (number !== undefined && unit !== undefined) {
    if (!units.includes(unit.toLowerCase())) return refused('otherUnit')
    text = number
  }
  if (text.includes(',')) {
    if (!THOUSANDS.test(text)) return refused('comma')
    text = text.replaceAll(',', '')
  }
  if (!NUMBER.test(text)) return refused('notNumber')
  // A scale shows no more than two digits behind the dot.
  const amount = Math.round(Number(text) * 100) / 100
  if (amount < limits.least) return refused('tooSmall')
  if (amount > limits.most) return refused('tooMuch')
  return ok(amount)
}
