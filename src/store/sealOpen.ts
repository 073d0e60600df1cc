import { isInWords, isSealed } from '#domain/kinds.ts'
import type { Change } from '#domain/change.ts'
import type { TenantId } from '#domain/ids.ts'
import type { Disk, Key } from './disk.ts'
import { type KeptChange, type OutboxRow, type Seals, sealed, type SentRow } from './outbox.ts'

export interface SealOpenOn {
  readonly disk: Disk
  readonly seals: Seals
  readonly tenant: TenantId
}

/**
 * Seals what an app of before left lying open of kinds that are personal now: in the outbox as it would be written today, in the
 * sent log to the server alone. Of each the change stays what it was. All kinds have to be known. Answers whether there was any.
 */
export async function sealOpenBodies({ disk, seals, tenant }: SealOpenOn): Promise<boolean> {
  const { outbox, sent } = await disk.read(['outbox', 'sent'], async (tx) => ({
    outbox: await tx.range<OutboxRow>('outbox'),
    sent: await tx.range<SentRow>('sent'),
  }))
  let any = false
  for (const { key, value } of outbox) {
    const change = openBody(value.change)
    if (!change) continue
    const row = await sealed(seals, tenant, change)
    any = (await putInstead(disk, 'outbox', key, change, () => row)) || any
  }
  for (const { key, value } of sent) {
    const change = openBody(value.change)
    if (!change) continue
    const { at, args, ...rest } = change
    const kept = { ...rest, body: await seals.toServer(tenant, change.id, { at, args }) }
    any = (await putInstead<SentRow>(disk, 'sent', key, change, (row) => ({ ...row, change: kept }))) || any
  }
  return any
}

function openBody({ body, ...rest }: KeptChange): Change | undefined {
  if (!('open' in body)) return undefined
  const change = { ...rest, ...body.open }
  return isSealed(change.name) || isInWords(change) ? change : undefined
}

/** Where it still lies there: it may have been acknowledged meanwhile. */
function putInstead<T extends { readonly change: KeptChange }>(
  disk: Disk,
  table: 'outbox' | 'sent',
  key: Key,
  { id }: Change,
  next: (row: T) => T,
): Promise<boolean> {
  return disk.write([table], async (tx) => {
    const row = await tx.get<T>(table, key)
    if (row?.change.id !== id || !('open' in row.change.body)) return false
    tx.put(table, key, next(row))
    return true
  })
}
