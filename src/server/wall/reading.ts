import type { TenantId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import type { Settings } from '#domain/settings.ts'
import type { Survey } from '#domain/survey/survey.ts'
import type { Publication } from '#domain/wall/publication.ts'
import { upgraded } from '#domain/catalogue.ts'
import type { Log } from '#server/log/log.ts'
import type { PeopleDb } from '#server/people/schema.ts'

/** The compounds of a server, as a visitor may know them: a name and a short key for the address. */
export interface Compound {
  readonly tenant: TenantId
  readonly name: string
  readonly key: string
}

/** The first signs of a tenant's id: enough to tell the compounds of one server apart. */
const KEY_LETTERS = 8

export async function compoundsOf(db: PeopleDb): Promise<readonly Compound[]> {
  const rows = await db
    .selectFrom('compounds')
    .select(['tenant', 'name'])
    .orderBy('made_at')
    .orderBy('tenant')
    .execute()
  return rows.map(({ tenant, name }) => ({
    tenant,
    name,
    key: tenant.slice(0, KEY_LETTERS),
  }))
}

export interface Wall {
  /** The publications of a compound; of what they tell of nothing is ever read for a public page. */
  publications(tenant: TenantId): Promise<readonly Publication[]>
  /** What it asks, also what is not for residents: whoever shows one looks at `standsForResidents`. No answer is ever read. */
  surveys(tenant: TenantId): Promise<readonly Survey[]>
  /** Its deadlines, and who answers residents: for the notice alone. */
  settings(tenant: TenantId): Promise<Settings | undefined>
  /** Something of the wall or of what is asked moved: what was read before is not shown again. */
  moved(tenant: TenantId): void
}

/** How long what another process has written may stay unseen here. */
const KEPT_MS = 5_000

/**
 * Transactions of a compound wait for one another, and a page in a group chat is opened by hundreds at once: so it is read
 * once, and again when something moved.
 */
export function openWall(log: Log, now: () => number): Wall {
  const publications = keptRecords<Publication>(log, 'publication', now)
  const surveys = keptRecords<Survey>(log, 'survey', now)
  const settings = keptRecords<Settings>(log, 'settings', now)
  return {
    publications: publications.read,
    surveys: surveys.read,
    settings: async (tenant) => (await settings.read(tenant))[0],
    moved(tenant) {
      publications.drop(tenant)
      surveys.drop(tenant)
      settings.drop(tenant)
    },
  }
}

function keptRecords<R extends Recorded>(log: Log, kind: string, now: () => number) {
  const known = new Map<TenantId, { readonly at: number; readonly read: Promise<readonly R[]> }>()
  return {
    read(tenant: TenantId): Promise<readonly R[]> {
      const kept = known.get(tenant)
      if (kept && kept.at > now() - KEPT_MS) return kept.read
      const read = log.transact(tenant, async (tx) =>
        (await tx.recordsOf(kind)).map((one) => upgraded(one) as R),
      )
      known.set(tenant, { at: now(), read })
      // What could not be read is asked for again.
      read.catch(() => known.delete(tenant))
      return read
    },
    drop: (tenant: TenantId) => void known.delete(tenant),
  }
}
