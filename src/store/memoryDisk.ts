import {
  compareKeys,
  type Disk,
  DiskTrouble,
  type Key,
  type Range,
  type Row,
  type Table,
  TABLES,
  type Write,
} from './disk.ts'

/** A step of the disk, told before it is taken. A hook that throws kills the transaction there. */
export interface Step {
  /** For `commit` and `committed` the first table of the transaction. */
  readonly table: Table
  /** `commit`: nothing is on the disk yet. `committed`: everything is, but the caller does not know. */
  readonly kind: 'get' | 'range' | 'put' | 'append' | 'delete' | 'commit' | 'committed'
  /** Counts all steps of this handle from 0. */
  readonly index: number
}

export interface MemoryDiskOptions {
  readonly before?: (step: Step) => void
}

/** What lies on a memory disk: taken by `snapshot`, opened by `memoryDisk.from`, as often as wanted. */
export interface DiskImage {
  readonly rows: Readonly<Record<Table, ReadonlyMap<Key, unknown>>>
  readonly next: Readonly<Record<Table, number>>
}

export interface MemoryDisk extends Disk {
  /** Everything that is committed now, never half a transaction. */
  snapshot(): DiskImage
  /** Another handle on the same rows, as a second tab has one. */
  tab(options?: MemoryDiskOptions): MemoryDisk
}

interface Shared {
  readonly rows: Record<Table, Map<Key, unknown>>
  readonly next: Record<Table, number>
  readonly tabs: Set<(tables: readonly Table[]) => void>
  /** The end of the last transaction: one runs at a time, in the order they were asked for. */
  last: Promise<unknown>
}

/** Rows of a running transaction that are not committed; undefined stands for a deleted one. */
type Draft = Map<Table, Map<Key, { readonly value: unknown } | undefined>>

export function memoryDisk(options?: MemoryDiskOptions): MemoryDisk {
  return handle(
    sharedOf(
      eachTable(() => new Map()),
      eachTable(() => 1),
    ),
    options,
  )
}

/** A disk that starts with an image's rows: a restart, a cloned profile, a restored backup. */
memoryDisk.from = (image: DiskImage, options?: MemoryDiskOptions): MemoryDisk =>
  handle(
    sharedOf(
      eachTable((table) => new Map(image.rows[table])),
      { ...image.next },
    ),
    options,
  )

function handle(shared: Shared, { before }: MemoryDiskOptions = {}): MemoryDisk {
  const watchers = new Map<() => void, Table>()
  let steps = 0
  let closed = false

  const hear = (tables: readonly Table[]) => {
    for (const [moved, table] of watchers) if (tables.includes(table)) moved()
  }
  shared.tabs.add(hear)

  const run = <T>(tables: readonly Table[], body: (tx: Write) => Promise<T>): Promise<T> => {
    if (closed) return Promise.reject(new DiskTrouble('closed'))
    const step = (table: Table, kind: Step['kind']) => before?.({ table, kind, index: steps++ })
    const result = shared.last.then(async () => {
      const tx = transaction(shared, tables, step)
      try {
        const value = await body(tx.calls)
        const [first] = tables
        if (first) step(first, 'commit')
        const moved = tx.commit()
        for (const tab of shared.tabs) if (tab !== hear && moved.length > 0) tab(moved)
        if (first) step(first, 'committed')
        return value
      } finally {
        tx.end()
      }
    })
    shared.last = result.catch(() => undefined)
    return result
  }

  return {
    read: run,
    write: run,
    watch(table, moved) {
      // A function of its own, so that the same listener may watch twice.
      const told = () => moved()
      watchers.set(told, table)
      return () => void watchers.delete(told)
    },
    close() {
      closed = true
      watchers.clear()
      shared.tabs.delete(hear)
    },
    snapshot: () => ({ rows: eachTable((table) => new Map(shared.rows[table])), next: { ...shared.next } }),
    tab: (other) => handle(shared, other),
  }
}

function transaction(
  shared: Shared,
  tables: readonly Table[],
  step: (table: Table, kind: Step['kind']) => void,
) {
  const draft: Draft = new Map()
  const next = { ...shared.next }
  let failure: { readonly error: unknown } | undefined
  let ended = false

  /** A failed step fails the transaction also where nobody awaits it, as a failed request does in a browser. */
  const take = <T>(table: Table, kind: Step['kind'], act: () => T): T => {
    if (ended) throw new Error('disk: the transaction is over')
    if (!tables.includes(table)) throw new Error(`disk: ${table} is not part of this transaction`)
    try {
      step(table, kind)
      return act()
    } catch (error) {
      failure ??= { error }
      throw error
    }
  }
  const lay = (table: Table, key: Key, entry: { readonly value: unknown } | undefined) => {
    const rows = draft.get(table) ?? new Map<Key, { readonly value: unknown } | undefined>()
    draft.set(table, rows.set(key, entry))
  }

  const calls: Write = {
    get: async <T>(table: Table, key: Key) =>
      take(table, 'get', () => {
        const laid = draft.get(table)
        return copied(laid?.has(key) ? laid.get(key)?.value : shared.rows[table].get(key)) as T | undefined
      }),
    range: async <T>(table: Table, range: Range = {}) =>
      take(table, 'range', () => copied(ranged(shared.rows[table], draft.get(table), range)) as Row<T>[]),
    put: (table, key, value) =>
      take(table, 'put', () => {
        if (Number.isNaN(key)) throw new Error('disk: not a key')
        lay(table, key, { value: copied(value) })
        if (typeof key === 'number') next[table] = Math.max(next[table], Math.floor(key) + 1)
      }),
    append(table, value) {
      const number = new Promise<number>((resolve) =>
        resolve(
          take(table, 'append', () => {
            lay(table, next[table], { value: copied(value) })
            return next[table]++
          }),
        ),
      )
      number.catch(() => undefined)
      return number
    },
    delete: (table, key) => take(table, 'delete', () => lay(table, key, undefined)),
  }

  return {
    calls,
    end: () => void (ended = true),
    commit(): readonly Table[] {
      if (failure) throw failure.error
      for (const [table, rows] of draft) {
        for (const [key, entry] of rows) {
          if (entry) shared.rows[table].set(key, entry.value)
          else shared.rows[table].delete(key)
        }
      }
      Object.assign(shared.next, next)
      return [...draft.keys()]
    },
  }
}

/** A copy as a database gives it. Rows are JSON nearly always, and a loop over that is ten times quicker than the full algorithm. */
function copied(value: unknown): unknown {
  // What cannot be kept at all fails here as it fails in a database.
  if (typeof value === 'function' || typeof value === 'symbol') return structuredClone(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(copied)
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return structuredClone(value)
  const copy: Record<string, unknown> = {}
  for (const key of Object.keys(value)) copy[key] = copied((value as Record<string, unknown>)[key])
  return copy
}

function ranged(
  rows: ReadonlyMap<Key, unknown>,
  laid: ReadonlyMap<Key, { readonly value: unknown } | undefined> | undefined,
  { from, to, limit = Infinity }: Range,
): readonly Row<unknown>[] {
  const within = (key: Key) =>
    (from === undefined || compareKeys(from, key) <= 0) && (to === undefined || compareKeys(key, to) <= 0)
  const found: Row<unknown>[] = []
  for (const [key, value] of rows) if (within(key) && !laid?.has(key)) found.push({ key, value })
  for (const [key, entry] of laid ?? []) if (entry && within(key)) found.push({ key, value: entry.value })
  // Rows that were appended lie in order already.
  const inOrder = found.every((row, at) => at === 0 || compareKeys(found[at - 1]!.key, row.key) < 0)
  if (!inOrder) found.sort((a, b) => compareKeys(a.key, b.key))
  return found.length > limit ? found.slice(0, limit) : found
}

function sharedOf(rows: Record<Table, Map<Key, unknown>>, next: Record<Table, number>): Shared {
  return { rows, next, tabs: new Set(), last: Promise.resolve() }
}

function eachTable<T>(make: (table: Table) => T): Record<Table, T> {
  return Object.fromEntries(TABLES.map((table) => [table, make(table)])) as Record<Table, T>
}
