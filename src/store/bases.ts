import { KINDS } from '#domain/kinds.ts'
import type { RecordId } from '#domain/ids.ts'
import { type Place, placeTree } from '#domain/places.ts'
import type { Recorded } from '#domain/record.ts'
import { type DeviceKind, mayRead, type Part } from '#domain/rights.ts'
import type { Read, Write } from './disk.ts'

/**
 * Bases arrive in pages and are kept as pages, many records a row; single rows lie over them for what came since.
 * A later page wins over an earlier one, a single over all pages.
 */
interface PageRow {
  readonly walk: number
  readonly records: readonly Recorded[]
}

interface SingleRow {
  readonly walk: number
  readonly record: Recorded
}

const RECORDS_A_ROW = 100

export async function basesIn(tx: Read): Promise<ReadonlyMap<RecordId, Recorded>> {
  const [pages, singles] = await Promise.all([tx.range<PageRow>('pages'), tx.range<SingleRow>('singles')])
  const bases = new Map<RecordId, Recorded>()
  for (const { value } of pages) for (const record of value.records) bases.set(record.id, record)
  for (const { value } of singles) bases.set(value.record.id, value.record)
  return bases
}

/** A page of a walk: rows of many records. Singles of the same records are older and go. */
export async function putPage(tx: Write, walk: number, records: readonly Recorded[]): Promise<void> {
  // A first walk finds none, and a thousand deletions of nothing would be half of its time.
  if ((await tx.range('singles', { limit: 1 })).length > 0)
    for (const record of records) tx.delete('singles', record.id)
  for (let at = 0; at < records.length; at += RECORDS_A_ROW) {
    void tx.append('pages', { walk, records: records.slice(at, at + RECORDS_A_ROW) } satisfies PageRow)
  }
}

export async function putSingles(tx: Write, walk: number, records: readonly Recorded[]): Promise<void> {
  // A page below would go on holding what somebody took back, or the name of somebody who is erased.
  const overwritten = records.filter(({ kind, cut }) => cut ?? KINDS.get(kind)?.takenBack)
  await forget(tx, new Set(overwritten.map(({ id }) => id)))
  for (const record of records) tx.put('singles', record.id, { walk, record } satisfies SingleRow)
}

/** Forgets for good: the rows themselves are rewritten, no mark is laid over them. */
export async function forget(tx: Write, gone: ReadonlySet<RecordId>): Promise<void> {
  if (gone.size === 0) return
  for (const id of gone) tx.delete('singles', id)
  for (const { key, value } of await tx.range<PageRow>('pages')) {
    const kept = value.records.filter((record) => !gone.has(record.id))
    if (kept.length === value.records.length) continue
    if (kept.length === 0) tx.delete('pages', key)
    else tx.put('pages', key, { walk: value.walk, records: kept } satisfies PageRow)
  }
}

/** The bases that none of the parts covers, judged by the tree this device holds. */
export async function uncovered(
  tx: Read,
  parts: readonly Part[],
  device: DeviceKind,
): Promise<ReadonlySet<RecordId>> {
  const bases = await basesIn(tx)
  const places: Place[] = []
  for (const record of bases.values()) if (record.kind === 'place') places.push(record as Place)
  const { below } = placeTree(places)
  const gone = new Set<RecordId>()
  for (const record of bases.values()) {
    const kind = KINDS.get(record.kind)
    // A kind this version does not know cannot be judged: it goes, and comes again if it may.
    if (!kind || !mayRead(parts, kind.scopeOf(record), below, device)) gone.add(record.id)
  }
  return gone
}

/**
 * The end of a walk: what did not come with it goes, except the records with pending own changes, which stay until
 * those are acknowledged. Answers what went.
 */
export async function sweep(
  tx: Write,
  walk: number,
  pending: ReadonlySet<RecordId>,
): Promise<ReadonlySet<RecordId>> {
  // Nothing lies here from before a first walk: it need not read back what it just wrote.
  if (walk === 1) return new Set()
  const [pages, singles] = await Promise.all([tx.range<PageRow>('pages'), tx.range<SingleRow>('singles')])
  const arrived = new Set<RecordId>()
  const before = new Map<RecordId, Recorded>()
  for (const { value } of pages)
    for (const record of value.records)
      if (value.walk === walk) arrived.add(record.id)
      else before.set(record.id, record)
  for (const { value } of singles)
    if (value.walk === walk) arrived.add(value.record.id)
    else before.set(value.record.id, value.record)

  const gone = new Set<RecordId>()
  for (const [id, record] of before) {
    if (arrived.has(id)) continue
    if (pending.has(id)) tx.put('singles', id, { walk, record } satisfies SingleRow)
    else gone.add(id)
  }
  for (const { key, value } of pages) if (value.walk !== walk) tx.delete('pages', key)
  for (const { key, value } of singles)
    if (value.walk !== walk && !pending.has(value.record.id)) tx.delete('singles', key)
  return gone
}
