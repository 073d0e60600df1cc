import { numbersInText } from '#domain/numbersInText.ts'

/** What may not hang where everybody reads it, and where it stands in a text. */
export interface Telling {
  readonly what: 'phone' | 'identity' | 'card' | 'door' | 'name'
  readonly from: number
  /** Behind its last sign. */
  readonly to: number
}

/** The words of a page: plain text, cell by cell. */
export interface PageWords {
  readonly title: string
  readonly lines: readonly string[]
  /** 收到 35 件: a label and a value, each rate with its two numbers in it. */
  readonly figures: readonly { readonly label: string; readonly value: string }[]
  readonly table?:
    | { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
    | undefined
  /** What stands under pictures. */
  readonly pairs?: readonly { readonly label: string }[] | undefined
}

/** One place of a page where it stands, in the page's own words. */
export interface TellingWords {
  readonly what: Telling['what']
  readonly words: string
}

/** Mobile and fixed lines, in groups too. Short numbers of services (12345, 119) are no phone of anybody. */
const PHONE =
  /(?<!\d)(?:\+?86[ -]?)?(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|0(?:10|2\d|[3-9]\d{2})[ -]?\d{3,4}[ -]?\d{3,4})(?!\d)/gu

const N = '[0-9A-Za-z〇零一二两三四五六七八九十百]'
/** A number behind a building or a unit that counts something is no door: 3栋151户, 2024年. */
const COUNTS = '(?!\\s*(?:户|人|件|次|个|盏|元|米|平|万|%|块|台|套|处|条|年|月|天|[0-9.,，:：]))'

/** Doors as people write them. A floor (12楼) or a unit (3单元) alone is nobody's door. */
const DOORS: readonly RegExp[] = [
  // 3-2-501, 1-12-3-2; no date: its first number has four digits.
  /(?<![\d.-])\d{1,3}[-－—#]\d{1,2}[-－—](?:\d{1,2}[-－—])?\d{3,4}(?![\d.-])/gu,
  /(?<![\d.-])\d{1,3}-\d{1,2}-\d{1,2}-\d{1,2}(?![\d.-])/gu,
  // 2-501, but no span of amounts.
  new RegExp(`(?<![\\d.-])\\d{1,2}-\\d{3,4}${COUNTS}(?![\\d.-])`, 'gu'),
  // 1203室, 五零一室
  new RegExp(`${N}{3,5}\\s*[室房](?![间子])`, 'gu'),
  // 12楼3号, 3单元2室, 二单元五号
  new RegExp(`${N}{0,4}(?:单元|栋|幢|号楼|楼|层|梯)\\s*${N}{1,5}\\s*[号室房](?![间子楼线])`, 'gu'),
  // 3单元501, 1栋1203
  new RegExp(
    `${N}{0,4}(?:单元|栋|幢|号楼)\\s*(?:\\d{3,4}|[〇零一二两三四五六七八九]{3,4})(?![\\d号室房])${COUNTS}`,
    'gu',
  ),
  /\b(?:room|flat|apartment|apt\.?)\s*#?\d{2,4}\b/giu,
]

/**
 * Phones, numbers of identity and bank cards, doors, and those of the `names` that stand in a text; in order. Pure, so that the
 * device that publishes and the server that hangs it say the same.
 */
export function tellingIn(text: string, names: readonly string[] = []): readonly Telling[] {
  const plain = asRead(text)
  const found: Telling[] = numbersInText(text).map(({ from, to, what }) => ({ what, from, to }))
  const add = (what: Telling['what'], from: number, to: number) => {
    if (!found.some((one) => from < one.to && one.from < to)) found.push({ what, from, to })
  }
  for (const { index, 0: hit } of plain.matchAll(PHONE)) add('phone', index, index + hit.length)
  for (const door of DOORS)
    for (const { index, 0: hit } of plain.matchAll(door)) add('door', index, index + hit.length)
  for (const name of names) {
    if (name.length < 2) continue
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
      add('name', at, at + name.length)
  }
  return found.sort((a, b) => a.from - b.from)
}

/** All that may not hang in a page, each once, in the words that stand there. */
export function tellingInPage(page: PageWords, names: readonly string[] = []): readonly TellingWords[] {
  const found = textsOf(page).flatMap((text) =>
    tellingIn(text, names).map(({ what, from, to }) => ({ what, words: text.slice(from, to) })),
  )
  return found.filter(
    (one, index) =>
      found.findIndex((other) => other.what === one.what && other.words === one.words) === index,
  )
}

const MASK = '******'

/** The same text without phones and numbers of cards: what somebody nobody knows wrote is kept like this. */
export function withoutNumbers(text: string): string {
  let masked = text
  for (const { what, from, to } of [...tellingIn(text)].reverse())
    if (what !== 'door' && what !== 'name') masked = masked.slice(0, from) + MASK + masked.slice(to)
  return masked
}

/** Every text of a page by itself. */
export function textsOf({ title, lines, figures, table, pairs }: PageWords): readonly string[] {
  return [
    title,
    ...lines,
    ...figures.flatMap(({ label, value }) => [label, value]),
    ...(table ? [...table.head, ...table.rows.flat()] : []),
    ...(pairs ?? []).map(({ label }) => label),
  ]
}

/** Wide digits and signs as narrow ones, sign for sign, so that places stay what they are. */
function asRead(text: string): string {
  return text.replace(/[！-～　]/gu, (sign) =>
    sign === '　' ? ' ' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  )
}
