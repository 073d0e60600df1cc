import type { ChangeId, TenantId } from '#domain/ids.ts'
import type { Envelope, SyncReply } from '#wire/messages.ts'
import type { Answer } from './drive.ts'
import type { World } from './world.ts'

/**
 * Looks at every change of an accepted batch: each has an outcome, and the log keeps what it said. `known` are the ids
 * that were here before: they keep what came first.
 */
export async function lostPayloads(
  world: World,
  tenant: TenantId,
  answer: Answer,
  known: Set<string>,
): Promise<readonly string[]> {
  if (answer.path !== '/api/sync' || answer.status !== 200) return []
  const reply = JSON.parse(answer.text) as SyncReply
  let request: { readonly changes: readonly unknown[]; readonly acked: number; readonly unsent: number }
  try {
    // A mark at the beginning is no part of the text.
    request = JSON.parse(answer.sent.replace(/^\ufeff/, '')) as typeof request
  } catch {
    return ['an answer to what is no JSON']
  }
  const lost: string[] = []
  for (const raw of request.changes) {
    const { n, id } = (raw ?? {}) as { n?: unknown; id?: unknown }
    const taken =
      reply.turn === undefined &&
      typeof n === 'number' &&
      typeof id === 'string' &&
      n > request.acked &&
      n <= reply.acked
    if (!taken) continue
    const row = await world.started.office.log.transact(tenant, (tx) => tx.row(id as ChangeId))
    if (!row) {
      lost.push(`${id} is acknowledged, and not here`)
      continue
    }
    const last = Math.max(...request.changes.map((one) => numberIn(one)))
    if (
      request.unsent === 0 &&
      reply.acked >= last &&
      !reply.outcomes.some((one) => one.n === n && one.id === id)
    )
      lost.push(`${id} has no outcome`)
    if (known.has(id)) continue
    known.add(id)
    const said = keptOf(raw as Envelope, row.body)
    if (said !== undefined) lost.push(`${id}: ${said}`)
  }
  return lost
}

function numberIn(raw: unknown): number {
  const n = (raw as { n?: unknown } | null)?.n
  return typeof n === 'number' ? n : 0
}

/** What is kept is what was said in clear, or all that came when it could not be read. */
function keptOf(raw: Envelope, body: unknown): string | undefined {
  const kept = body as { readonly raw?: unknown; readonly at?: unknown; readonly args?: unknown }
  if (kept.raw !== undefined)
    return same(kept.raw, raw) ? undefined : `kept ${JSON.stringify(kept.raw).slice(0, 200)}`
  if (!('open' in raw.body)) return kept.at === undefined ? 'a sealed body is not kept' : undefined
  return same(kept, { at: raw.body.open.at, args: raw.body.open.args ?? null })
    ? undefined
    : `kept ${JSON.stringify(kept).slice(0, 200)}`
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
