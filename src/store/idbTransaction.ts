import {
  compareKeys,
  DiskTrouble,
  type Key,
  type Range,
  type Row,
  type Table,
  type Trouble,
  type Write,
} from './disk.ts'

/** A row that an attempt appended whose end nobody saw. */
export interface Appended {
  readonly table: Table
  readonly value: unknown
  readonly number: number
}

export interface Attempt<T> {
  /** Settles with the transaction's own end, never with a request's. */
  readonly end: Promise<T>
  readonly appended: readonly Appended[]
  /** Tables that were written to. */
  readonly moved: ReadonlySet<Table>
  abandon(): void
}

/**
 * One transaction on the bare connection: half the time of one through Dexie (performance of a tap).
 *
 * A connection may die after the commit and before its end is told. `earlier` has what such an attempt appended: a row
 * that is found where that attempt put it is not appended twice.
 * @throws what `IDBDatabase.transaction` throws; see `troubleOf`
 */
export function attempt<T>(
  connection: IDBDatabase,
  mode: 'readonly' | 'readwrite',
  tables: readonly Table[],
  body: (tx: Write) => Promise<T>,
  earlier: readonly Appended[],
): Attempt<T> {
  const transaction = connection.transaction([...tables], mode, { durability: 'strict' })
  const appended: Appended[] = []
  const moved = new Set<Table>()
  /** The first request that failed: more telling than the abort that follows. */
  let failure: DOMException | null = null
  /** Our own fault: the body threw, or a call could not be made. */
  let fault: { readonly error: unknown } | undefined
  let abortedByUs = false

  const over = new Promise<'complete' | 'abort'>((resolve) => {
    transaction.addEventListener('complete', () => resolve('complete'))
    transaction.addEventListener('abort', () => resolve('abort'))
    transaction.addEventListener('error', (event) => {
      const { error } = event.target as IDBRequest
      // Requests that an abort takes along say only that; why there was one is the transaction's to tell.
      if (error?.name !== 'AbortError') failure ??= error
    })
  })
  const abandon = () => {
    try {
      transaction.abort()
      abortedByUs = true
    } catch {
      // It has ended already, and its end is told by `over`.
    }
  }
  const store = (table: Table): IDBObjectStore => transaction.objectStore(table)
  /** A call that cannot be made fails the transaction also where nobody awaits it. */
  const issue = <R>(call: () => R): R => {
    try {
      return call()
    } catch (error) {
      fault ??= { error }
      throw error
    }
  }

  const add = async (table: Table, value: unknown): Promise<number> => {
    const number = (await promised(issue(() => store(table).add(value)))) as number
    appended.push({ table, value, number })
    return number
  }
  const appendOnce = async (table: Table, value: unknown): Promise<number> => {
    const before = earlier.find((row) => row.table === table && same(row.value, value))
    if (!before) return add(table, value)
    const kept = await promised(issue(() => store(table).get(before.number)))
    if (!same(kept, value)) return add(table, value)
    appended.push(before)
    return before.number
  }

  const calls: Write = {
    get: async <V>(table: Table, key: Key) => promised<V | undefined>(issue(() => store(table).get(key))),
    range: async <V>(table: Table, range: Range = {}) => issue(() => rangeOf<V>(store(table), range)),
    put(table, key, value) {
      issue(() => store(table).put(value, key))
      moved.add(table)
    },
    append(table, value) {
      moved.add(table)
      const number = appendOnce(table, value)
      number.catch(() => undefined)
      return number
    },
    delete(table, key) {
      issue(() => store(table).delete(key))
      moved.add(table)
    },
  }

  const ended = async (): Promise<T> => {
    let value: T | undefined
    try {
      value = await body(calls)
    } catch (error) {
      fault ??= { error }
    }
    if (fault) abandon()
    const how = await over
    if (failure) throw new DiskTrouble(troubleOf(failure), failure)
    if (how === 'abort' && !abortedByUs)
      throw new DiskTrouble(troubleOf(transaction.error), transaction.error)
    if (fault) throw fault.error
    if (how === 'abort') throw new DiskTrouble('lost')
    return value as T
  }

  return { end: ended(), appended, moved, abandon }
}

/** What an error of IndexedDB (or of Dexie, which keeps the names) means to a person; none stands for a lost connection. */
export function troubleOf(error: { readonly name: string; readonly message: string } | null): Trouble {
  if (!error) return 'lost'
  if (error.name === 'QuotaExceededError' || /full disk|disk is full|no space|quota/i.test(error.message))
    return 'full'
  if (error.name === 'VersionError') return 'newer'
  return LOST.has(error.name) ? 'lost' : 'broken'
}

const LOST = new Set([
  'AbortError',
  'DatabaseClosedError',
  'InvalidStateError',
  'NetworkError',
  'OpenFailedError',
  'TimeoutError',
  'UnknownError',
])

async function rangeOf<V>(store: IDBObjectStore, { from, to, limit }: Range): Promise<readonly Row<V>[]> {
  // IndexedDB takes a limit of 0 for none, and throws at bounds that cross.
  if (limit === 0) return []
  if (from !== undefined && to !== undefined && compareKeys(from, to) > 0) return []
  const bounds =
    from === undefined
      ? to === undefined
        ? null
        : IDBKeyRange.upperBound(to)
      : to === undefined
        ? IDBKeyRange.lowerBound(from)
        : IDBKeyRange.bound(from, to)
  const [keys, values] = await Promise.all([
    promised(store.getAllKeys(bounds, limit)),
    promised<V[]>(store.getAll(bounds, limit)),
  ])
  return values.map((value, index) => ({ key: keys[index] as Key, value }))
}

function promised<V>(request: IDBRequest<V>): Promise<V> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
