import { object, safeParse, string, unknown } from 'valibot'
import type { ChangeId, PersonId, TenantId } from '#domain/ids.ts'
import type { ServerSeals } from '#server/sealing.ts'
import type { Reopen, ReopenReply } from '#wire/drafts.ts'

const inside = object({ at: string(), args: unknown() })

/**
 * Opens half-filled forms for their author. The id is bound to what was sealed and begins with the author's, so nobody is
 * shown another's, and no change can be passed off as a draft: ids of changes have no slash.
 */
export async function reopenDrafts(
  seals: ServerSeals,
  { tenant, person }: { readonly tenant: TenantId; readonly person: PersonId },
  { drafts }: Reopen,
): Promise<ReopenReply> {
  const own = `${encodeURIComponent(person)}/`
  const opened = await Promise.all(
    drafts.map(async ({ id, sealed, key }) => {
      if (!id.startsWith(own)) return []
      const said = safeParse(inside, await seals.open(tenant, id as ChangeId, key, sealed))
      return said.success ? [{ id, inside: said.output }] : []
    }),
  )
  return { drafts: opened.flat() }
}
