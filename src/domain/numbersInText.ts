/** A number that nobody may write down here, and where it stands in the text. */
export interface FoundNumber {
  readonly from: number
  /** Behind its last sign. */
  readonly to: number
  readonly what: 'identity' | 'card' | 'phone'
}

/** Signs of a number: digits, also wide ones, and the X that may end an identity number. */
const SIGN = /[0-9０-９XxＸｘ]/u
/** People write long numbers in groups. */
const GAP = /[\s\-－—]/u
const MASK = '******'

/**
 * Numbers of identity cards (18 signs with their check sign, or 15) and of bank cards (16–19 digits with theirs), also in wide
 * digits and in groups. No doors, no numbers of orders, and phones only where they are asked for: a person is warned of what is
 * found and goes on. In order, none inside another.
 */
export function numbersInText(text: string, phones = false): readonly FoundNumber[] {
  const found: FoundNumber[] = []
  for (const run of runsIn(text)) {
    for (let first = 0; first < run.length;) {
      const last = longest(run, first) ?? (phones && isPhone(run[first]!.text) ? first : undefined)
      if (last === undefined) {
        first += 1
        continue
      }
      const number = joined(run, first, last)
      const what = kindOf(number) ?? (isPhone(number) ? 'phone' : undefined)
      if (what) found.push({ from: run[first]!.from, to: run[last]!.to, what })
      first = last + 1
    }
  }
  return found
}

/** The same text with every such number blotted out; nothing of it is left to guess from. */
export function maskNumbers(text: string, phones = false): string {
  let masked = text
  for (const { from, to } of [...numbersInText(text, phones)].reverse())
    masked = masked.slice(0, from) + MASK + masked.slice(to)
  return masked
}

interface Digits {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** Groups of signs that stand one gap apart. */
function runsIn(text: string): readonly (readonly Digits[])[] {
  const runs: Digits[][] = []
  let at = 0
  let run: Digits[] = []
  while (at < text.length) {
    if (!SIGN.test(text[at]!)) {
      const gapped = run.length > 0 && GAP.test(text[at]!) && run.at(-1)!.to === at
      if (!gapped && run.length > 0) {
        runs.push(run)
        run = []
      }
      at += 1
      continue
    }
    const from = at
    while (at < text.length && SIGN.test(text[at]!)) at += 1
    run.push({ from, to: at, text: text.slice(from, at).normalize('NFKC').toUpperCase() })
  }
  if (run.length > 0) runs.push(run)
  return runs
}

const LONGEST = 19

/** The last group of the longest number that begins with this one. */
function longest(run: readonly Digits[], first: number): number | undefined {
  let end: number | undefined
  for (let last = first; last < run.length; last += 1) {
    const text = joined(run, first, last)
    if (text.length > LONGEST) break
    // A phone beside another number is a phone.
    if (last > first && (isPhone(run[last]!.text) || isPhone(run[first]!.text))) break
    if (kindOf(text)) end = last
  }
  return end
}

function joined(run: readonly Digits[], first: number, last: number): string {
  return run
    .slice(first, last + 1)
    .map(({ text }) => text)
    .join('')
}

function isPhone(text: string): boolean {
  return /^1[3-9]\d{9}$/.test(text)
}

function kindOf(text: string): FoundNumber['what'] | undefined {
  if (isIdentity(text)) return 'identity'
  return isCard(text) ? 'card' : undefined
}

/** The first two digits are a province. */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_SIGNS = '10X98765432'

function isIdentity(text: string): boolean {
  if (!PROVINCE.test(text)) return false
  if (/^\d{15}$/.test(text)) return isDay(`19${text.slice(6, 12)}`)
  if (!/^\d{17}[\dX]$/.test(text) || !isDay(text.slice(6, 14))) return false
  const sum = WEIGHTS.reduce((all, weight, at) => all + weight * Number(text[at]), 0)
  return CHECK_SIGNS[sum % 11] === text[17]
}

/** `YYYYMMDD` of somebody who may be alive. */
function isDay(text: string): boolean {
  const [year, month, day] = [text.slice(0, 4), text.slice(4, 6), text.slice(6, 8)].map(Number)
  if (year === undefined || year < 1900 || year > 2099) return false
  const there = new Date(Date.UTC(year, (month ?? 0) - 1, day))
  return there.getUTCMonth() === (month ?? 0) - 1 && there.getUTCDate() === day
}

/** By Luhn's sum; the first digits are those of banks, so that a row of zeros or a count is none. */
function isCard(text: string): boolean {
  if (!/^(?:3[57]|[4569])\d+$/.test(text) || text.length < 16 || text.length > LONGEST) return false
  let sum = 0
  for (const [at, sign] of Array.from(text).reverse().entries()) {
    const digit = Number(sign) * (at % 2 === 1 ? 2 : 1)
    sum += digit > 9 ? digit - 9 : digit
  }
  return sum % 10 === 0
}
