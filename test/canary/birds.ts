import { chance } from '#test/sim/random.ts'

/** What must never be found in the open, by what it is in the life of a building. */
export interface Birds {
  readonly names: readonly string[]
  readonly phones: readonly string[]
  /** What volunteers write on the tablet. */
  readonly remarks: readonly string[]
  /** What volunteers write of incidents at the bins. */
  readonly incidents: readonly string[]
  /** What volunteers leave in words for the next shift. */
  readonly words: readonly string[]
  /** What others report, and the office reads. */
  readonly reports: readonly string[]
}

/** Of each kind; together what one building brings. */
const EACH = 40
/** Names of nobody: rare signs, so that none is anybody's and none stands in the product by itself. */
const FROM = 0x7000
const SIGNS = 0x1000

/**
 * Some hundreds of words that stand nowhere else and have nothing in common, so that no packing of a database can take a part of one
 * for a part of another: each lies there whole or not at all.
 */
export function birds(seed: number): Birds {
  const luck = chance(seed)
  const many = (make: () => string) => {
    const made = new Set<string>()
    while (made.size < EACH) made.add(make())
    return [...made]
  }
  const sign = () => String.fromCharCode(FROM + luck.below(SIGNS))
  const digits = (count: number) => Array.from({ length: count }, () => String(luck.below(10))).join('')
  return {
    names: many(() => sign() + sign() + sign()),
    phones: many(() => `1${3 + luck.below(7)}${digits(9)}`),
    remarks: many(() => sign() + sign() + digits(4) + sign()),
    incidents: many(() => digits(3) + sign() + sign() + sign()),
    words: many(() => digits(2) + sign() + sign() + digits(2) + sign()),
    reports: many(() => sign() + digits(5) + sign() + sign()),
  }
}

export function allOf(all: Birds): readonly string[] {
  return [...all.names, ...all.phones, ...all.remarks, ...all.incidents, ...all.words, ...all.reports]
}
