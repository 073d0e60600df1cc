import { SERVER } from '#domain/ids.ts'
import type { Office } from './office.ts'

/**
 * Codes and passphrases were tried so often that nobody may try one for a while. What fits nothing says of no compound whether it
 * was meant, so the trail of each has a line; what was tried stands in none.
 */
export async function noteShut({ db, log, trail }: Office): Promise<void> {
  const line = { actor: SERVER, device: undefined, what: 'door.shut' } as const
  for (const tenant of await log.tenants())
    await db.transaction().execute((tx) => trail.note(tx, tenant, line))
}
