import { literal, number, object, optional, picklist, safeParse, string, union } from 'valibot'
import type { Change, HeldWhy, Outcome } from '#domain/change.ts'
import type { Epoch, TenantId } from '#domain/ids.ts'
import type { First, LogRow } from '#server/log/log.ts'
import type { ServerSeals } from '#server/sealing.ts'

/** What a change became when it was first taken: the device keeps it, sealed, for a server that has forgotten (W7). */
export interface FirstLife {
  readonly first: First
  readonly outcome: Outcome
}

const lifeSchema = object({
  first: object({ epoch: string(), seq: number(), receivedAt: string(), no: optional(number()) }),
  outcome: union([
    object({ is: literal('applied'), lapsed: optional(literal(true)) }),
    object({ is: picklist(['already', 'merged', 'waits', 'erased']) }),
    object({ is: literal('held'), why: string() }),
  ]),
  /** Of the whole change: a stamp never vouches for other words under the same id. */
  digest: string(),
})

/** Seals the first life of a row's change. A row of a change that was sent again hands its first life on. */
export async function sealFirst(seals: ServerSeals, tenant: TenantId, row: LogRow): Promise<string> {
  const first: First = row.first ?? {
    epoch: row.epoch,
    seq: row.seq,
    receivedAt: row.receivedAt,
    ...(row.no !== undefined && { no: row.no }),
  }
  const { outcome: now } = row
  const outcome = now.is === 'held' || now.is === 'applied' ? now : { is: now.is }
  const digest = await seals.digest(wording({ ...row, id: row.change }, row.body))
  return seals.close(about(tenant, row.change), { first, outcome, digest })
}

/** Undefined where the stamp is not ours, not this change's, or the change says something else now: then it is judged as new. */
export async function revealFirst(
  seals: ServerSeals,
  tenant: TenantId,
  change: Change,
  sealed: string,
): Promise<FirstLife | undefined> {
  const parsed = safeParse(lifeSchema, await seals.reveal(about(tenant, change.id), sealed))
  if (!parsed.success) return undefined
  const { first, outcome, digest } = parsed.output
  if (digest !== (await seals.digest(wording(change, { at: change.at, args: change.args })))) return undefined
  return {
    first: {
      epoch: first.epoch as Epoch,
      seq: first.seq,
      receivedAt: first.receivedAt,
      ...(first.no !== undefined && { no: first.no }),
    },
    outcome:
      outcome.is === 'held'
        ? { is: 'held', why: outcome.why as HeldWhy }
        : outcome.is === 'merged'
          ? { is: 'merged', lost: {} }
          : outcome.is === 'applied' && outcome.lapsed
            ? { is: 'applied', lapsed: true }
            : { is: outcome.is },
  }
}

function about(tenant: TenantId, change: string): string {
  return `first|${tenant}|${change}`
}

function wording(change: Pick<Change, 'id' | 'record' | 'name' | 'v' | 'actor'>, body: unknown): string {
  return JSON.stringify([change.id, change.record, change.name, change.v, change.actor, body])
}
