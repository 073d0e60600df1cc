import { ITEM_LINES } from './whichBin/items.ts'
import type { WasteClass } from './wasteClass.ts'

const CLASSES: Readonly<Record<string, WasteClass>> = {
  K: 'kitchen',
  O: 'other',
  R: 'recyclable',
  H: 'hazardous',
  B: 'bulky',
  C: 'building',
  X: 'never',
}

/** A text in the two languages of the house; empty where the class's own words are enough. */
export interface Both {
  readonly zh: string
  readonly en: string
}

export interface Item {
  /** Its line in the list, from 1. */
  readonly no: number
  readonly waste: WasteClass
  /** Cities differ or the city's text is silent: 以小区公示为准. */
  readonly local: boolean
  readonly label: Both
  readonly tip: Both
  readonly say: Both
  readonly names: readonly Name[]
}

interface Name {
  readonly text: string
  /** Syllables; none for English names. */
  readonly pinyin: readonly string[]
}

export const ITEMS: readonly Item[] = ITEM_LINES.trim().split('\n').map(itemOf)

function itemOf(line: string, index: number): Item {
  const [
    code = '',
    label = '',
    names = '',
    pinyin = '',
    english = '',
    tip = '',
    tipEn = '',
    say = '',
    sayEn = '',
  ] = line.split('|')
  const waste = CLASSES[code.charAt(0)]
  if (!waste) throw new Error(`which bin: line ${index + 1} has no class`)
  const readings = pinyin.split(',')
  const spoken = names
    .split(',')
    .map((text, at) => ({ text: normal(text), pinyin: readings[at]?.split(' ') ?? [] }))
  return {
    no: index + 1,
    waste,
    local: code.endsWith('*'),
    label: { zh: label, en: english.split(',')[0] ?? '' },
    tip: { zh: tip, en: tipEn },
    say: { zh: say, en: sayEn },
    names: [...spoken, ...english.split(',').map((text) => ({ text: normal(text), pinyin: [] }))],
  }
}

/** Words that name several things: the answer is a question back. */
const ASKED = {
  bone: { words: ['骨头', '骨', 'gutou', 'bone', 'bones'], items: [27, 10, 9] },
  battery: { words: ['电池', '废电池', 'dianchi', 'battery', 'batteries'], items: [71, 106, 107, 90, 117] },
  lamp: {
    words: ['灯', '电灯', '灯泡', 'deng', 'dengpao', 'lamp', 'light', 'bulb', 'light bulb'],
    items: [103, 102, 72],
  },
  milkTea: { words: ['奶茶', 'naicha', 'milk tea', 'bubble tea'], items: [26, 49, 50] },
} as const
export type Asked = keyof typeof ASKED

export type Answer =
  | { readonly is: 'found'; readonly item: Item; readonly near: readonly Item[] }
  | { readonly is: 'ask'; readonly asked: Asked; readonly choices: readonly Item[] }
  | { readonly is: 'unknown' }

/** Looks a thing up by Chinese, pinyin (whole or initials) or English. Undefined while nothing was typed. */
export function whichBin(query: string): Answer | undefined {
  const wanted = normal(query)
  if (wanted === '') return undefined
  for (const [asked, { words, items }] of Object.entries(ASKED)) {
    if (words.some((word) => normal(word) === wanted)) {
      return { is: 'ask', asked: asked as Asked, choices: items.flatMap((no) => ITEMS[no - 1] ?? []) }
    }
  }
  const [item, ...near] = ITEMS.map((one) => ({ one, distance: distanceOf(one, wanted) }))
    .filter(({ distance }) => distance < NO_MATCH)
    .sort((a, b) => a.distance - b.distance || a.one.no - b.one.no)
    .map(({ one }) => one)
  return item ? { is: 'found', item, near } : { is: 'unknown' }
}

export function itemsOf(waste: WasteClass): readonly Item[] {
  return ITEMS.filter((item) => item.waste === waste)
}

const NO_MATCH = 100

function distanceOf(item: Item, wanted: string): number {
  return Math.min(...item.names.map((name) => distanceOfName(name, wanted)))
}

/** Lower is nearer: the thing itself, its beginning, a part of it, the same in pinyin, and last a longer query that names it. */
function distanceOfName({ text, pinyin }: Name, wanted: string): number {
  if (text === wanted) return 0
  if (text.startsWith(wanted)) return 10 + length(text)
  if (isLatin(wanted)) {
    const whole = pinyin.join('')
    const initials = pinyin.map((syllable) => syllable.charAt(0)).join('')
    if (whole === wanted) return 1
    if (initials === wanted) return 2
    if (pinyin.length > 0 && whole.startsWith(wanted)) return 12 + length(text)
    if (wanted.length > 1 && initials.startsWith(wanted)) return 14 + length(text)
    if (wanted.length > 2 && startsAtSyllable(pinyin, wanted)) return 40 + length(text)
    if (wanted.length > 2 && text.includes(wanted)) return 50 + length(text)
    return text.length > 3 && wanted.includes(text) ? 60 - length(text) : NO_MATCH
  }
  if (text.includes(wanted)) return 30 + length(text)
  return text.length > 1 && wanted.includes(text) ? 60 - length(text) : NO_MATCH
}

/** Keeps the bands apart, however long a name is. */
function length(text: string): number {
  return Math.min(text.length, 9)
}

function startsAtSyllable(pinyin: readonly string[], wanted: string): boolean {
  return pinyin.some((_, index) => pinyin.slice(index).join('').startsWith(wanted))
}

function isLatin(text: string): boolean {
  return /^[a-z0-9]+$/.test(text)
}

/** Full-width forms, case, spaces and signs do not matter. */
function normal(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
