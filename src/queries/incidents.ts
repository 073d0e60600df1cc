import type { PersonId, RecordId, TenantId } from '#domain/ids.ts'
import type { Incident } from '#domain/incident.ts'
import { REGULATION, type Regulation, type Settings, settingsId } from '#domain/settings.ts'
import type { View } from '#store/view.ts'

/** Where the words of the ladder come from: as the office entered it, else as it was when this version was made. */
export function regulationIn(view: View, tenant: TenantId): Regulation {
  return view.get<Settings>(settingsId(tenant))?.regulation ?? REGULATION
}

/** Whether a person takes this one back: their own, and it still counts. */
export function mayWithdraw(view: View, me: PersonId, incident: RecordId): boolean {
  const record = view.get<Incident>(incident)
  return record?.kind === 'incident' && record.author === me && !record.voided
}
