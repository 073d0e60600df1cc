import { SHAPES } from '#domain/kinds.ts'
import type { KeptChange } from '#store/outbox.ts'
import type { Position } from '#store/position.ts'
import type { Asked } from '#store/apply.ts'
import { BATCH_BYTES, BATCH_CHANGES, PAGE_RECORDS } from '#wire/limits.ts'
import { type Envelope, PROTOCOL, type SyncRequest } from '#wire/messages.ts'

/** One place of the queue, as the planner needs it. */
export interface Ready {
  readonly change: KeptChange
  readonly first?: string
}

export interface Plan {
  readonly request: Omit<SyncRequest, 'request'>
  readonly asked: Asked
}

/** How much goes into one request; halved when a proxy says it is too much (W10). */
export interface Batch {
  readonly changes: number
  readonly bytes: number
}

export const FULL_BATCH: Batch = { changes: BATCH_CHANGES, bytes: BATCH_BYTES }

export function halved(batch: Batch): Batch {
  return {
    changes: Math.max(1, Math.floor(batch.changes / 2)),
    bytes: Math.max(1, Math.floor(batch.bytes / 2)),
  }
}

/**
 * What to say next, from what is on the disk and how far this conversation has sent (`after`, the push pointer: a hint,
 * bound to the stream). Pure; the same on every device.
 *
 * @param locked what is personal cannot be put away now: no page is asked for
 */
export function plan(
  position: Position,
  queue: readonly Ready[],
  after: number,
  batch: Batch,
  photos: readonly string[] = [],
  locked = false,
): Plan {
  const pointer = Math.min(Math.max(after, position.acked), position.acked + queue.length)
  const start = pointer - position.acked
  const end = batchEnd(queue, start, batch)
  const changes = queue.slice(start, end).map((row, index) => envelope(row, pointer + 1 + index))
  const unsent = queue.length - end
  return {
    request: {
      protocol: PROTOCOL,
      tenant: position.tenant,
      device: position.device,
      stream: position.stream,
      epoch: position.epoch,
      acked: position.acked,
      cursor: position.cursor,
      changes,
      unsent,
      limit: position.resending || locked ? 0 : PAGE_RECORDS,
      photos: [...photos],
      shapes: SHAPES,
      ...(position.wiped && { wiped: true }),
      ...(position.cursor === '' && position.walk > 0 && { holds: true }),
    },
    asked: {
      stream: position.stream,
      epoch: position.epoch,
      acked: position.acked,
      cursor: position.cursor,
      upTo: pointer + changes.length,
      unsent,
    },
  }
}

const utf8 = new TextEncoder()

/** Whole acts, at least one: an act is never split, so a batch ends before an act it cannot hold. */
function batchEnd(queue: readonly Ready[], start: number, batch: Batch): number {
  let end = start
  let bytes = 0
  while (end < queue.length) {
    const act = queue[end]?.change.act
    let next = end + 1
    if (act !== undefined) while (next < queue.length && queue[next]?.change.act === act) next += 1
    const size = utf8.encode(JSON.stringify(queue.slice(end, next))).length
    if (end > start && (next - start > batch.changes || bytes + size > batch.bytes)) break
    bytes += size
    end = next
  }
  return end
}

function envelope(row: Ready, n: number): Envelope {
  const { id, record, name, v, actor, act, body } = row.change
  return {
    n,
    id,
    record,
    name,
    v,
    actor,
    body,
    ...(act !== undefined && { act }),
    ...(row.first !== undefined && { first: row.first }),
  }
}
