import type { PersonId, TenantId } from '#domain/ids.ts'
import type { MeReply } from '#wire/office.ts'
import { devicesOf } from './devices.ts'
import type { Office } from './office.ts'

/** When and on what kind of device somebody came in the last times, so that they see where it was not them. */
export async function lastEntries(
  office: Office,
  tenant: TenantId,
  person: PersonId,
): Promise<NonNullable<MeReply['entered']>> {
  const entries = await office.trail.entries(tenant, person)
  const kinds = new Map((await devicesOf(office.db, tenant)).map(({ device, kind }) => [device, kind]))
  return entries.map((one) => {
    const kind = one.device && kinds.get(one.device)
    return { ...one, ...(kind && { deviceKind: kind }) }
  })
}
