import type { DeviceId, PersonId, TenantId } from '#domain/ids.ts'
import type { PeopleDb } from '#server/people/schema.ts'
import type { Traced } from '#domain/traced.ts'
import type { TrailReply, TrailRow } from '#wire/audit.ts'
import type { AuditDb } from './tables.ts'

const AT_ONCE = 60

/** Some lines of a compound, newest first, with what kind of device each was done on. */
export async function trailPage(
  people: PeopleDb,
  tenant: TenantId,
  before = Number.MAX_SAFE_INTEGER,
): Promise<TrailReply> {
  const rows = await (people as unknown as AuditDb)
    .selectFrom('audit')
    .select(['n', 'at', 'actor', 'device', 'what', 'object'])
    .where('tenant', '=', tenant)
    .where('n', '<', before)
    .orderBy('n', 'desc')
    .limit(AT_ONCE + 1)
    .execute()
  const shown = rows.slice(0, AT_ONCE)
  const devices = [...new Set(shown.flatMap(({ device }) => (device === null ? [] : [device as DeviceId])))]
  const known =
    devices.length === 0
      ? []
      : await people.selectFrom('devices').select(['id', 'kind']).where('id', 'in', devices).execute()
  const kinds = new Map(known.map(({ id, kind }) => [id as string, kind]))
  return {
    rows: shown.map((row): TrailRow => {
      const kind = row.device === null ? undefined : kinds.get(row.device)
      return {
        n: row.n,
        at: row.at,
        actor: row.actor as PersonId | '',
        ...(row.device !== null && { device: row.device as DeviceId }),
        ...(kind !== undefined && { deviceKind: kind }),
        what: row.what as Traced,
        ...(row.object !== null && { object: row.object }),
      }
    }),
    more: rows.length > AT_ONCE,
  }
}
