import type { RecordId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import { PAGE_BYTES, PAGE_RECORDS } from '#wire/limits.ts'
import type { SyncRequest } from '#wire/messages.ts'
import type { Desk } from './desk.ts'
import { leaving, type Sight } from './scope.ts'

export interface Page {
  readonly records: readonly Recorded[]
  readonly forget: readonly RecordId[]
  /** Where it ends: everything up to here is told. */
  readonly end: number
  readonly more: boolean
}

interface Told {
  readonly seq: number
  readonly record?: Recorded
  readonly forget?: RecordId
}

/** Read at a time: what a page costs does not hang on how long the history is. */
const CHUNK = 250
/** Records looked at for one page; a device that may read little gets short pages, not slow ones. */
const SCAN = 5000
/** Log rows looked at for one page: many may lie between two records that changed. */
const ROWS = 5000

/**
 * A page from `at` on: records that may be read now, in order of `seq`, and word of those that may not be read any more.
 * `limit` counts both. The desk is flushed.
 */
export async function pageOf(
  desk: Desk,
  sight: Sight,
  { at, started }: { readonly at: number; readonly started: number },
  { limit, shapes }: Pick<SyncRequest, 'limit' | 'shapes'>,
): Promise<Page> {
  const head = await desk.tx.head()
  const most = Math.min(limit, PAGE_RECORDS)
  const { found, end: looked } = await readable(desk, sight, at, head, most, shapes)
  const after = Math.max(at, started)
  const scanned = Math.min(looked, after + ROWS)
  const left = await leftSince(desk, sight, after, scanned)

  // Behind `scanned` nobody has looked for what is to be forgotten.
  const told = [...found.filter(({ seq }) => seq <= scanned), ...left].sort((a, b) => a.seq - b.seq)
  const last = told[most - 1]
  const end = told.length > most && last ? last.seq : scanned
  const within = told.filter((one) => one.seq <= end)
  return {
    records: within.flatMap((one) => (one.record ? [one.record] : [])),
    forget: within.flatMap((one) => (one.forget ? [one.forget] : [])),
    end,
    more: end < head,
  }
}

async function readable(
  desk: Desk,
  sight: Sight,
  after: number,
  head: number,
  limit: number,
  shapes: number,
): Promise<{ readonly found: readonly Told[]; readonly end: number }> {
  const found: Told[] = []
  let end = after
  let size = 0
  for (let looked = 0; looked < SCAN; looked += CHUNK) {
    const chunk = await desk.tx.recordsAfter(end, CHUNK)
    for (const { record, seq, size: bytes } of chunk) {
      if (sight.sees(record)) {
        const told = leaving(record, shapes)
        // Only an app that knows no later shape is sent more than is kept.
        size += record.v > told.v ? JSON.stringify(told).length : bytes
        if (found.length > 0 && (found.length >= limit || size > PAGE_BYTES)) return { found, end }
        found.push({ seq, record: told })
      }
      end = seq
    }
    if (chunk.length < CHUNK) return { found, end: head }
  }
  return { found, end }
}

/** Records touched in the range that were readable before a touch and are not now. */
async function leftSince(desk: Desk, sight: Sight, after: number, upTo: number): Promise<readonly Told[]> {
  const left: Told[] = []
  const seen = new Set<RecordId>()
  for (let from = after; from < upTo; from += CHUNK) {
    for (const { record: id, before, seq } of await desk.tx.rows(from, Math.min(from + CHUNK, upTo))) {
      if (!before || seen.has(id) || !sight.saw(before)) continue
      seen.add(id)
      const record = await desk.get(id)
      if (!record || !sight.sees(record)) left.push({ seq, forget: id })
    }
  }
  return left
}
