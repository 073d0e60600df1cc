import type { ChangeId } from '#domain/ids.ts'
import { KINDS, wordsOf } from '#domain/kinds.ts'
import type { Key, Read, Table, Write } from './disk.ts'
import { ALL_PHOTOS, type KeptPhoto, removePhoto } from './photoRows.ts'

/** Closes and opens texts under one key. Synchronous: a transaction waits for nothing but its own calls. */
export interface Box {
  /** Names the key; stands in every closed text. */
  readonly id: string
  /** @param about is bound to it and not in it */
  close(about: string, text: string): Uint8Array
  /** Undefined for what this key did not close about this. */
  open(about: string, closed: Uint8Array): string | undefined
}

/** Goes up when a kind or a field becomes personal. 2: incidents at the bins. 3: the words of a shift. */
export const PERSONAL_V = 3

/** Says on the disk that personal rows are closed, and under which key; without a key none was made yet. */
export interface VaultMark {
  /** What counts as personal; of a lower one something lies open yet. */
  readonly v: number
  readonly box?: string
  /** How often the key was used. */
  readonly used?: number
}

/** Half of a table: what is personal of it. */
export const HALF = { pages: 'vaultPages', singles: 'vaultSingles' } as const
export type Halved = keyof typeof HALF
export const VAULT: readonly Table[] = Object.values(HALF)

const MARK = 'vault'
/** Where the keys lie that open it, among those of people. */
export const KEYS = 'vault/'

export function markIn(tx: Read): Promise<VaultMark | undefined> {
  return tx.get<VaultMark>('meta', MARK)
}

export function putMark(tx: Write, mark: VaultMark): void {
  tx.put('meta', MARK, mark)
}

/** Takes the vault away with everything in it, and every way to open it. */
export async function dropVault(tx: Write): Promise<void> {
  tx.delete('meta', MARK)
  await emptyVault(tx)
  for (const { value } of await tx.range<KeptPhoto>('photos', ALL_PHOTOS))
    if (isKeyClosed(value)) await removePhoto(tx, value.hash)
  for (const { key } of await tx.range('keys', { from: KEYS, to: `${KEYS}\uffff` })) tx.delete('keys', key)
}

/** Everything closed goes; what is open stays. It comes again by a walk. */
export async function emptyVault(tx: Write): Promise<void> {
  for (const table of VAULT) for (const { key } of await tx.range(table)) tx.delete(table, key)
}

/** Whether records of a kind are personal: those that travel sealed, what was kept of them, and what nobody here knows. */
export function isPersonal(kind: string): boolean {
  return kind === 'held' || (KINDS.get(kind)?.sealed ?? true)
}

/** What stands in the closed half of a row. */
export type Inside = { readonly whole: unknown } | { readonly part: PageLike }

interface Recordlike {
  readonly id: string
  readonly kind: string
}

interface PageLike {
  readonly records: readonly Recordlike[]
}

interface Parted {
  readonly open?: unknown
  readonly inside?: Inside
  /** Nothing is inside but words of records that lie open: without the key these are written, and the words come again. */
  readonly wordsOnly?: boolean
}

/**
 * A row of many records is parted, any other is open or closed as a whole. A record with words lies open without them, and closed as it
 * is: so an app of before reads it too.
 */
export function parted(value: unknown): Parted {
  if (isPage(value)) {
    const open = { ...value, records: value.records.flatMap((one) => withoutWords(one) ?? []) }
    const records = value.records.filter((one) => withoutWords(one) !== one)
    if (records.length === 0) return { open }
    const wordsOnly = !records.some(({ kind }) => isPersonal(kind))
    return { open, inside: { part: { ...value, records } }, wordsOnly }
  }
  const record = isSingle(value) ? withoutWords(value.record) : undefined
  if (!isSingle(value) || !record) return { inside: { whole: value } }
  if (record === value.record) return { open: value }
  return { open: { ...value, record }, inside: { whole: value }, wordsOnly: true }
}

/** What lies open of a record; the very same where nothing of it is personal. */
function withoutWords(record: Recordlike): Recordlike | undefined {
  if (isPersonal(record.kind)) return undefined
  const words = wordsOf(record.kind).filter((field) => field in record)
  if (words.length === 0) return record
  return Object.fromEntries(
    Object.entries(record).filter(([field]) => !words.includes(field)),
  ) as unknown as Recordlike
}

/** The two halves as the row they were. The open one may be newer than the words: it was written while they were locked. */
export function joined(open: unknown, inside: Inside | undefined): unknown {
  if (!inside) return open
  if ('whole' in inside) {
    if (!isSingle(open) || !isSingle(inside.whole) || wordsOf(open.record.kind).length === 0)
      return inside.whole
    return { ...open, record: worded(open.record, inside.whole.record) }
  }
  const { records } = inside.part
  const personal = records.filter(({ kind }) => wordsOf(kind).length === 0)
  if (!isPage(open)) return { ...inside.part, records: personal }
  const closed = new Map(records.map((one) => [one.id, one]))
  const there = open.records.map((one) => worded(one, closed.get(one.id)))
  return { ...inside.part, records: [...there, ...personal] }
}

function worded(open: Recordlike, closed: Recordlike | undefined): Recordlike {
  if (!closed) return open
  const words = Object.entries(closed).filter(([field]) => wordsOf(open.kind).includes(field))
  return { ...open, ...Object.fromEntries(words) }
}

/** Words that wait to be sent, for whoever comes next: they lie in their row, closed where there is a vault. */
export interface Waiting {
  readonly change: { readonly id: ChangeId }
  readonly inside?: unknown
  readonly closed?: Uint8Array
}

export function aboutWords({ change }: Waiting): string {
  return JSON.stringify(['outbox', change.id])
}

/** Of a photo that was brought from the server: its key lies in its row, closed where there is a vault. */
export function isKeyOpen(value: unknown): value is { readonly key: string } {
  return typeof value === 'object' && value !== null && 'key' in value && typeof value.key === 'string'
}

export function isKeyClosed(value: unknown): value is { readonly closed: Uint8Array } {
  return typeof value === 'object' && value !== null && 'closed' in value
}

export function aboutKeyOf(key: Key): string {
  return JSON.stringify(['photos', key])
}

export function aboutRow(table: Halved, key: Key): string {
  return JSON.stringify([table, key])
}

function isPage(value: unknown): value is PageLike {
  return typeof value === 'object' && value !== null && 'records' in value && Array.isArray(value.records)
}

function isSingle(value: unknown): value is { readonly record: Recordlike } {
  return typeof value === 'object' && value !== null && 'record' in value && isRecord(value.record)
}

function isRecord(value: unknown): value is Recordlike {
  return typeof value === 'object' && value !== null && 'kind' in value
}
