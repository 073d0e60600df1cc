import { type PageWords, tellingIn, textsOf } from './publicText.ts'

/** What a device may read of who lives and works here. */
export interface Known {
  readonly names: readonly string[]
  /** As they are written down, with or without spaces. */
  readonly phones: readonly string[]
  /** What stands on the doors: 501. */
  readonly doors: readonly string[]
}

/** A place of a page that looks like somebody. Whether it is, only a person knows: 高兴 is a name and a word. */
export interface Likeness {
  readonly what: 'name' | 'phone' | 'door'
  readonly words: string
}

/** How people are called by the first sign of their name. */
const CALLED =
  '(?:孃孃|嬢嬢|娘娘|叔叔|阿姨|婆婆|爷爷|奶奶|大爷|大妈|大姐|大哥|伯伯|老师|师傅|先生|女士|太太|老太|老爷子|书记|主任)'
/** A number before one of these counts something, and one before the others is a day or a sum. */
const COUNTS =
  '(?!\\d|[.,，:：/%％\\-－—]\\d|\\s*(?:户|人|件|次|个|盏|元|米|平|万|千|%|％|块|台|套|处|条|年|月|天|分|张|袋|斤|公斤|度|票|页|版|小时|份|遍|位|只|棵|辆|场|期|秒))'
/** A cell that is a figure and nothing else. */
const FIGURE = /^[\s\d.,，+\-−–/%％()（）]*$/u
/** Shorter ones are numbers of services, and pieces of sums. */
const PHONE_DIGITS = 7

/**
 * What in a page looks like a name, a phone or a door out of what the device may read; each once, in the order it stands.
 * It asks and decides nothing: what may never hang is `tellingInPage`, and the server goes by that alone.
 */
export function likenessesIn(page: PageWords, known: Known): readonly Likeness[] {
  const called = calledBy(known.names)
  const door = doorsOf(known.doors)
  const phones = known.phones.map(digitsOf).filter((one) => one.length >= PHONE_DIGITS)
  const found = textsOf(page).flatMap((text) => [
    ...[...named(text, known.names), ...matched(text, called)].map((words) => ({
      what: 'name' as const,
      words,
    })),
    ...calls(text, phones).map((words) => ({ what: 'phone' as const, words })),
    ...(FIGURE.test(text) ? [] : matched(text, door).map((words) => ({ what: 'door' as const, words }))),
  ])
  return found.filter(
    (one, index) =>
      found.findIndex((other) => other.what === one.what && other.words === one.words) === index,
  )
}

function named(text: string, names: readonly string[]): readonly string[] {
  const within = names.filter((name) => text.includes(name))
  return tellingIn(text, within).flatMap(({ what, from, to }) =>
    what === 'name' ? [text.slice(from, to)] : [],
  )
}

/** 刘孃孃, where a 刘 lives here. */
function calledBy(names: readonly string[]): RegExp | undefined {
  const first = new Set(names.flatMap((name) => name.match(/^\p{Script=Han}/u) ?? []))
  return first.size > 0 ? new RegExp(`[${[...first].join('')}]${CALLED}`, 'gu') : undefined
}

/** 501 alone, where there is such a door. */
function doorsOf(doors: readonly string[]): RegExp | undefined {
  const numbers = new Set(doors.filter((one) => /^\d{3,4}$/.test(one)))
  if (numbers.size === 0) return undefined
  return new RegExp(`(?<![\\d.,，:：/\\-－—第No])(?:${[...numbers].join('|')})${COUNTS}`, 'gu')
}

function matched(text: string, what: RegExp | undefined): readonly string[] {
  return what ? [...text.matchAll(what)].map(([hit]) => hit) : []
}

/** A phone of the roster however it is broken up, and without what is dialled before it. */
function calls(text: string, phones: readonly string[]): readonly string[] {
  return [...text.matchAll(/\d(?:[ \-－]?\d){6,}/gu)].flatMap(([hit]) => {
    const digits = digitsOf(hit)
    return phones.some((one) => one.endsWith(digits) || digits.endsWith(one)) ? [hit] : []
  })
}

function digitsOf(text: string): string {
  return text.replace(/\D/gu, '')
}
