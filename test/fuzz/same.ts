import { createHash } from 'node:crypto'
import type { Answer } from './drive.ts'
import type { Held } from './state.ts'

/** Sealed or drawn by chance: another text each time, and the same thing. */
const CHANCE = new Set([
  'from',
  'to',
  'first',
  'code',
  'link',
  'hash',
  'code_hash',
  'secret_hash',
  'passphrase',
  'proof',
  'waiting',
  'digits',
  'let_in',
])
/** What stands on two screens while somebody is let in; a number to call is shorter or longer. */
const MATCHING = /^\d{6}$/
/** What was sealed, also where somebody sent it back in the middle of their words. */
const SEALED = /[A-Za-z0-9+/]{40,}={0,2}/g
/** What a form without a script carries, so that a page sent twice is one post: drawn anew for each reader. */
const DRAWN = /(name="once" value=")[0-9a-f-]{36}"/g
/** A trail is one row after the other as they were read, and what happens at once may be read in two orders. */
const ORDER: ReadonlySet<string> = new Set(['n', 'prev'])
/** Written by the tools that lift tables, with the time of it. */
const APART = /migrations/

/** What two servers that were told the same must answer alike. */
export function said({ status, text, path }: Pick<Answer, 'status' | 'text' | 'path'>): string {
  // What happens at once may be read for the trail in two orders: its rows are compared as they are kept (`kept`).
  if (status === 200 && /^\/api\/audit\b/.test(path)) return `${status} a trail`
  return masked(`${status} ${withoutChance(text)}`)
}

function withoutChance(text: string): string {
  const isChance = (key: string, value: string) =>
    CHANCE.has(key) || (key === 'number' && MATCHING.test(value))
  const blank = (key: string, value: unknown) =>
    typeof value === 'string' && isChance(key, value) ? '…' : value
  try {
    return JSON.stringify(JSON.parse(text), blank)
  } catch {
    return text
  }
}

function masked(text: string): string {
  return text.replace(SEALED, '…').replace(DRAWN, '$1…"')
}

/** What they must keep alike: for each table its rows, in no order, without what is drawn by chance. */
export async function kept({ rows }: Pick<Held, 'rows'>): Promise<ReadonlyMap<string, readonly string[]>> {
  const tables = new Map<string, string[]>()
  for await (const { table, row } of rows()) {
    if (APART.test(table)) continue
    const columns = Object.entries(row)
      .filter(([name]) => table !== 'audit' || !ORDER.has(name))
      .filter(([name, value]) => !(CHANCE.has(name) && typeof value === 'string' && !value.startsWith('{')))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => `${name}=${masked(asText(value))}`)
    const text = columns.join(' ')
    const short =
      text.length < 300 ? text : `${text.slice(0, 200)}… ${createHash('sha256').update(text).digest('hex')}`
    tables.set(table, [...(tables.get(table) ?? []), short])
  }
  return new Map([...tables].map(([table, all]) => [table, all.toSorted()]))
}

/** A whole number is a number in one database and its text in the other. */
function asText(value: unknown): string {
  return value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)
}

/** The first row of each table that one has and the other has not. */
export function otherwise(
  a: ReadonlyMap<string, readonly string[]>,
  b: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((table) => {
    const [one, two] = [a.get(table) ?? [], b.get(table) ?? []]
    const onlyOne = one.filter((row) => !two.includes(row))
    const onlyTwo = two.filter((row) => !one.includes(row))
    if (onlyOne.length + onlyTwo.length === 0 && one.length === two.length) return []
    return [
      `${table}: ${one.length} and ${two.length} rows; ${onlyOne[0] ?? 'none'} <> ${onlyTwo[0] ?? 'none'}`,
    ]
  })
}
