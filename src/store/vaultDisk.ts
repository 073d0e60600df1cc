import {
  compareKeys,
  type Disk,
  type Key,
  type Range,
  type Read,
  type Row,
  type Table,
  type Write,
} from './disk.ts'
import {
  aboutKeyOf,
  aboutRow,
  aboutWords,
  type Box,
  HALF,
  type Halved,
  type Inside,
  isKeyClosed,
  isKeyOpen,
  joined,
  markIn,
  parted,
  putMark,
  type VaultMark,
  type Waiting,
} from './vault.ts'

/** The key of the read vault, while it is at hand. */
export interface VaultKey {
  box?: Box | undefined
}

/** A key is used up long before chance could give it the same nonce twice. */
const MOST_USES = 2 ** 32
/** Hold something closed within their rows, or say whether there is a vault. */
const BESIDE: readonly Table[] = ['meta', 'photos', 'outbox']
/** Stands in the open table where all of a row is closed, so that numbers go on being counted there. */
const CLOSED = null

/** What a transaction finds. */
interface Found {
  readonly mark: VaultMark | undefined
  readonly box: Box | undefined
  readonly locked: boolean
}

interface Open extends Found {
  readonly mark: VaultMark
  readonly box: Box
}

function isOpen(found: Found): found is Open {
  return found.mark !== undefined && found.box !== undefined
}

function isSame(found: Found, expected: Open): boolean {
  return found.box === expected.box && found.mark?.v === expected.mark.v
}

/**
 * A disk whose personal rows are closed. Where nothing marks the disk as having a vault it is the disk below. With the key at
 * hand it is a disk like any other; without it personal rows are not there, writing one throws, and transactions say so
 * (`locked`). Also for a worker or a tab that never had the key.
 */
export function vaultDisk(disk: Disk, key: VaultKey): Disk {
  const find = async (tx: Read): Promise<Found> => {
    const mark = await markIn(tx)
    const fits = mark?.box !== undefined && key.box?.id === mark.box && (mark.used ?? 0) < MOST_USES
    return { mark, box: fits ? key.box : undefined, locked: mark !== undefined && !fits }
  }
  /** Open, as the last transaction found it. */
  let last: Open | undefined

  const slowly = <T>(wide: readonly Table[], body: (tx: Write) => Promise<T>): Promise<T> =>
    disk.write(wide, async (tx) => {
      const found = await find(tx)
      last = isOpen(found) ? found : undefined
      if (!found.mark) return body(tx)
      const { calls, end } = writing(tx, found)
      const value = await body(calls)
      await end(found.mark)
      return value
    })
  /** The mark is asked for beside the work, and only once something depends on it: whoever tapped waits for less. */
  const quickly = async <T>(
    wide: readonly Table[],
    body: (tx: Write) => Promise<T>,
    expected: Open,
  ): Promise<T> => {
    let isOther = false
    try {
      return await disk.write(wide, async (tx) => {
        let asking: Promise<Found> | undefined
        const ask = () => {
          asking ??= find(tx)
          asking.catch(() => undefined)
        }
        const { calls, end } = writing(tx, {
          mark: expected.mark,
          get locked() {
            ask()
            return expected.locked
          },
          get box() {
            ask()
            return expected.box
          },
        })
        const [done] = await Promise.allSettled([body(calls)])
        const found = await asking
        // What it did under a key of before is taken back, also where it failed for that.
        isOther = found !== undefined && !isSame(found, expected)
        if (isOther) throw new Error('vault: it has another key now')
        if (done.status === 'rejected') throw done.reason
        await end(found?.mark ?? expected.mark)
        return done.value
      })
    } catch (error) {
      if (!isOther) throw error
      return slowly(wide, body)
    }
  }

  return {
    read(tables, body) {
      const wide = widened(tables)
      return disk.read(wide, wide === tables ? body : async (tx) => body(reading(tx, await find(tx))))
    },
    write(tables, body) {
      const wide = widened(tables)
      if (wide === tables) return disk.write(tables, body)
      return last && last.box === key.box ? quickly(wide, body, last) : slowly(wide, body)
    },
    watch: disk.watch,
    close: disk.close,
  }
}

function isHalved(table: Table): table is Halved {
  return table in HALF
}

/** The tables that are needed beside these; the same where none is. */
function widened(tables: readonly Table[]): readonly Table[] {
  const halves = tables.filter(isHalved).map((table) => HALF[table])
  if (halves.length === 0 && !tables.some((table) => BESIDE.includes(table))) return tables
  return [...new Set<Table>([...tables, 'meta', ...halves])]
}

/** Reads both halves of a row, the closed one with this key. */
export function reading(tx: Read, found: Found): Read {
  if (!found.mark) return tx
  const insideOf = (table: Halved, key: Key, closed: Uint8Array | undefined): Inside | undefined => {
    const text = closed && found.box?.open(aboutRow(table, key), closed)
    return text === undefined ? undefined : (JSON.parse(text) as Inside)
  }
  /** With the key of a brought photo, or the words that wait, where they can be had. */
  const withKey = (table: Table, key: Key, value: unknown): unknown => {
    if (table === 'outbox') return opening(value as Waiting | undefined)
    if (table !== 'photos' || !isKeyClosed(value)) return value
    const { closed, ...rest } = value
    const opened = found.box?.open(aboutKeyOf(key), closed)
    return opened === undefined ? value : { ...rest, key: opened }
  }
  const opening = (row: Waiting | undefined): Waiting | undefined => {
    const text = row?.closed && found.box?.open(aboutWords(row), row.closed)
    if (!row || text === undefined) return row
    const { closed: _, ...rest } = row
    return { ...rest, inside: JSON.parse(text) as unknown }
  }
  return {
    get locked() {
      return found.locked
    },
    async get<T>(table: Table, key: Key) {
      if (!isHalved(table)) return withKey(table, key, await tx.get<T>(table, key)) as T | undefined
      const [open, closed] = await Promise.all([
        tx.get(table, key),
        found.box && tx.get<Uint8Array>(HALF[table], key),
      ])
      return (joined(open, insideOf(table, key, closed)) ?? undefined) as T | undefined
    },
    async range<T>(table: Table, range: Range = {}) {
      if (table === 'photos' || table === 'outbox')
        return (await tx.range<T>(table, range)).map(({ key, value }) => ({
          key,
          value: withKey(table, key, value) as T,
        }))
      if (!isHalved(table)) return tx.range<T>(table, range)
      const [open, closed] = await Promise.all([
        tx.range(table, range),
        found.box ? tx.range<Uint8Array>(HALF[table], range) : [],
      ])
      const rows = new Map<Key, unknown>()
      for (const { key, value } of open) if (value !== CLOSED) rows.set(key, value)
      for (const { key, value } of closed) {
        const inside = insideOf(table, key, value)
        if (inside) rows.set(key, joined(rows.get(key), inside))
      }
      const both = [...rows].map(([key, value]) => ({ key, value }) as Row<T>)
      both.sort((a, b) => compareKeys(a.key, b.key))
      return range.limit === undefined ? both : both.slice(0, range.limit)
    },
  }
}

/** Writes both halves of a row. `end` before the transaction's own, with the mark as it stands in it. */
export function writing(tx: Write, found: Found): { calls: Write; end(mark: VaultMark): Promise<void> } {
  const appending: Promise<unknown>[] = []
  let used = 0

  const closeInto = (table: Halved, key: Key, text: string | undefined) => {
    const box = text === undefined ? undefined : found.box
    if (text === undefined || !box) {
      tx.delete(HALF[table], key)
      return
    }
    used += 1
    tx.put(HALF[table], key, box.close(aboutRow(table, key), text))
  }
  /** What goes into which half. */
  const halvesOf = (value: unknown): { readonly open: unknown; readonly text: string | undefined } => {
    const { open = CLOSED, inside, wordsOnly } = parted(value)
    if (inside && !wordsOnly && found.locked)
      throw new Error('vault: a personal row is written while it is locked')
    return { open, text: inside && textOf(inside) }
  }

  /** A row of the outbox, its words closed; without the key only its author and the server have them. */
  const closing = (row: unknown): unknown => {
    if (!saysWords(row)) return row
    const { inside, ...rest } = row
    const { box } = found
    if (!box) return rest
    used += 1
    return { ...rest, closed: box.close(aboutWords(row), JSON.stringify(inside)) }
  }

  const { get, range } = reading(tx, found)
  const calls: Write = {
    get locked() {
      return found.locked
    },
    get,
    range,
    put(table, key, value) {
      if (table === 'outbox') return tx.put(table, key, closing(value))
      if (table === 'photos' && isKeyOpen(value)) {
        const { box } = found
        if (!box) throw new Error('vault: a photo that is read is written while it is locked')
        const { key: inside, ...rest } = value
        used += 1
        return tx.put(table, key, { ...rest, closed: box.close(aboutKeyOf(key), inside) })
      }
      if (!isHalved(table)) return tx.put(table, key, value)
      const { open, text } = halvesOf(value)
      if (open === CLOSED && typeof key === 'string') tx.delete(table, key)
      else tx.put(table, key, open)
      if (!found.locked) closeInto(table, key, text)
    },
    append(table, value) {
      if (table === 'outbox') return tx.append(table, closing(value))
      if (!isHalved(table)) return tx.append(table, value)
      const { open, text } = halvesOf(value)
      const appended = tx.append(table, open).then((number) => {
        if (text !== undefined) closeInto(table, number, text)
        return number
      })
      appended.catch(() => undefined)
      appending.push(appended)
      return appended
    },
    delete(table, key) {
      tx.delete(table, key)
      // Of a page of many the closed half may hold what nobody here meant: it goes by the next walk.
      if (isHalved(table) && (!found.locked || table === 'singles')) tx.delete(HALF[table], key)
    },
  }
  return {
    calls,
    async end(mark) {
      await Promise.all(appending)
      if (used > 0) putMark(tx, { ...mark, used: (mark.used ?? 0) + used })
    },
  }
}

function saysWords(row: unknown): row is Waiting {
  return typeof row === 'object' && row !== null && 'inside' in row && 'change' in row
}

function textOf(inside: Inside): string {
  const value = 'whole' in inside ? inside.whole : inside.part
  const text = JSON.stringify(value)
  if (text === undefined) throw new Error('vault: not a value that can be kept')
  return `{"${'whole' in inside ? 'whole' : 'part'}":${text}}`
}
