import { normal } from './text.ts'
import { type Asked, QUESTIONS } from './whichBin/asked.ts'
import { type Item, itemNo, ITEMS, type Name } from './whichBin/list.ts'
import { BEGINS, nearness, NO_MATCH, type Ready, ready, wantedAs } from './whichBin/nearness.ts'
import { isLatin, softened } from './whichBin/spelling.ts'

export type Answer =
  | {
      readonly is: 'found'
      readonly item: Item
      readonly near: readonly Item[]
      /** What was typed is the beginning of its name; else it may well be another thing. */
      readonly sure: boolean
    }
  | {
      readonly is: 'ask'
      readonly asked: Asked
      readonly choices: readonly Item[]
      readonly near: readonly Item[]
    }
  | { readonly is: 'unknown' }

/** A word of the compound's own for a thing of the list. */
export interface Alias {
  readonly word: string
  readonly item: Item
}

interface Entry<T> {
  readonly of: T
  readonly names: readonly Ready[]
}

const THINGS: readonly Entry<Item>[] = ITEMS.map(entry)
const ASKED = QUESTIONS.map((of) => ({ of, names: of.names.map(ready) }))

/**
 * Looks a thing up by Chinese, pinyin (whole, begun or initials) or English, the compound's own things and words before the
 * list. Undefined while nothing was typed.
 */
export function whichBin(
  query: string,
  own: readonly Item[] = [],
  aliases: readonly Alias[] = [],
): Answer | undefined {
  const wanted = normal(query)
  if (wanted === '') return undefined
  const words = aliases.map(({ word, item }) => ({ of: item, names: [ready(nameOf(word))] }))
  const mine = [...own.map(entry), ...words]
  const all = mine.length > 0 ? [...mine, ...THINGS] : THINGS
  const found = sorted(all, nearestTo(wanted))
  const [first, ...near] = found
  const question = askedBy(wanted, first, first !== undefined && first.at < mine.length)
  if (question) {
    const choices = question.items.flatMap((no) => itemNo(no) ?? [])
    const others = found.map(({ of }) => of).filter((item) => !choices.includes(item))
    return { is: 'ask', asked: question.asked, choices, near: others }
  }
  if (first)
    return { is: 'found', item: first.of, near: near.map(({ of }) => of), sure: first.away <= BEGINS }
  return asItSounds(all, wanted)
}

/** The thing whose own name this is, in whatever way it is written. */
export function namedBy(query: string): Item | undefined {
  const wanted = normal(query)
  return THINGS.find(({ names }) => names.some(({ text }) => text === wanted))?.of
}

function entry(of: Item): Entry<Item> {
  return { of, names: of.names.map(ready) }
}

interface Hit {
  readonly of: Item
  readonly away: number
  /** Its place among all that was looked through. */
  readonly at: number
}

/** The nearest first. A thing that is found by several of its words is found once. */
function sorted(all: readonly Entry<Item>[], measure: (names: readonly Ready[]) => number): readonly Hit[] {
  const hits: Hit[] = []
  for (const [at, { of, names }] of all.entries()) {
    const away = measure(names)
    if (away < NO_MATCH) hits.push({ of, away, at })
  }
  hits.sort((a, b) => a.away - b.away || a.at - b.at)
  if (all.length === THINGS.length) return hits
  const seen = new Set<Item>()
  return hits.filter(({ of }) => !seen.has(of) && seen.add(of))
}

function nearestTo(text: string): (names: readonly Ready[]) => number {
  const wanted = wantedAs(text)
  return (names) => {
    let best = NO_MATCH
    for (const name of names) {
      const away = nearness(name, wanted)
      if (away < best) best = away
    }
    return best
  }
}

/** A word of several things, also one that is only begun; never where a thing of the list is nearer or the compound's own is as near. */
function askedBy(
  wanted: string,
  first: Hit | undefined,
  isOwn: boolean,
): (typeof QUESTIONS)[number] | undefined {
  // One letter begins everything.
  if (isLatin(wanted) && wanted.length < 2) return undefined
  let best: (typeof QUESTIONS)[number] | undefined
  let least = first ? first.away + (isOwn ? 0 : 1) : NO_MATCH
  const nearest = nearestTo(wanted)
  for (const { of, names } of ASKED) {
    const away = nearest(names)
    if (away > BEGINS || away >= least) continue
    least = away
    best = of
  }
  return best
}

/** Nothing is written like this; what sounds like it in Sichuan may be meant. */
function asItSounds(all: readonly Entry<Item>[], wanted: string): Answer {
  if (!isLatin(wanted) || wanted.length < 3) return { is: 'unknown' }
  const heard = softened(wanted)
  const [first, ...near] = sorted(all, (names) => {
    let best = NO_MATCH
    for (const name of names) if (name.length < best && soundOf(name).startsWith(heard)) best = name.length
    return best
  })
  return first
    ? { is: 'found', item: first.of, near: near.map(({ of }) => of), sure: false }
    : { is: 'unknown' }
}

const sounds = new WeakMap<Ready, string>()

/** Worked out when it is first asked for: most look-ups never do. */
function soundOf(name: Ready): string {
  const known = sounds.get(name)
  if (known !== undefined) return known
  const sound = softened(name.whole)
  sounds.set(name, sound)
  return sound
}

const SOUNDS: ReadonlyMap<string, string> = new Map(
  ITEMS.flatMap(({ names }) =>
    names.flatMap(({ text, pinyin }) => {
      const signs = [...text]
      return signs.length === pinyin.length ? signs.map((sign, at) => [sign, pinyin[at] ?? ''] as const) : []
    }),
  ),
)

/** How a word of the compound's own is read: by the signs that the list reads; one that it does not know leaves it unread. */
export function nameOf(word: string): Name {
  const text = normal(word)
  const pinyin = [...text].map((sign) => SOUNDS.get(sign) ?? (isLatin(sign) ? sign : ''))
  return { text, pinyin: pinyin.includes('') ? [] : pinyin }
}
