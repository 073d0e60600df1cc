/**
 * The disk as this house needs it: a few ordered tables and transactions over them. Two siblings keep the promise,
 * Dexie over IndexedDB and memory; one contract suite runs over both.
 */
export const TABLES = [
  'meta',
  'pages',
  'singles',
  'outbox',
  'sent',
  'drafts',
  'photos',
  'keys',
  // What is personal of `pages` and `singles`, closed; see `vaultDisk.ts`.
  'vaultPages',
  'vaultSingles',
] as const
export type Table = (typeof TABLES)[number]

export type Key = string | number

export interface Row<T> {
  readonly key: Key
  readonly value: T
}

/** Both bounds are included. */
export interface Range {
  readonly from?: Key
  readonly to?: Key
  readonly limit?: number
}

export interface Read {
  /**
   * Personal rows lie behind a key that is not at hand: they are not read, and writing one throws. Told where the
   * transaction has `meta`, `outbox`, `pages` or `singles`.
   */
  readonly locked?: boolean
  get<T>(table: Table, key: Key): Promise<T | undefined>
  /** In order of key; numbers before text. */
  range<T>(table: Table, range?: Range): Promise<readonly Row<T>[]>
}

/** Writes are issued, not awaited: the transaction's own end tells whether they are on the disk. */
export interface Write extends Read {
  put(table: Table, key: Key, value: unknown): void
  /** Puts under the next whole number of the table: numbers only grow, also after rows were deleted. Answers the number. */
  append(table: Table, value: unknown): Promise<number>
  delete(table: Table, key: Key): void
}

/** Numbers before text; text by code unit, as IndexedDB orders it. */
export function compareKeys(a: Key, b: Key): number {
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1
  return a < b ? -1 : a > b ? 1 : 0
}

export interface Disk {
  read<T>(tables: readonly Table[], body: (tx: Read) => Promise<T>): Promise<T>
  /**
   * All or nothing. Resolves only when everything is on stable storage (strict durability); always settles.
   * Nothing but the transaction's own calls may be awaited in the body.
   * @throws DiskTrouble
   */
  write<T>(tables: readonly Table[], body: (tx: Write) => Promise<T>): Promise<T>
  /** Tells of rows that another tab wrote to a table. Answers the way to stop. */
  watch(table: Table, moved: () => void): () => void
  close(): void
}

/** What can go wrong with a disk; each has its sentence on the screen. */
export type Trouble =
  | 'full' // no room
  | 'lost' // the connection went away and did not come back
  | 'blocked' // another tab holds an older version open
  | 'newer' // the data belong to a newer version of the app
  | 'closed' // the disk was closed
  | 'broken' // anything else

export class DiskTrouble extends Error {
  readonly trouble: Trouble
  constructor(trouble: Trouble, cause?: unknown) {
    super(`disk: ${trouble}`, { cause })
    this.name = 'DiskTrouble'
    this.trouble = trouble
  }
}
