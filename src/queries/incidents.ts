import type { PersonId, RecordId, TenantId } from '#domain/ids.ts'
import type { Incident } from '#domain/bins/incident.ts'
import type { Appointment } from '#domain/rights.ts'
import { REGULATION, type Regulation, type Settings, settingsId } from '#domain/settings.ts'
import type { View } from '#store/view.ts'
import { mayDo } from './mayDo.ts'

/** Where the words of the ladder come from: as the office entered it, else as it was when this version was made. */
export function regulationIn(view: View, tenant: TenantId): Regulation {
  return view.get<Settings>(settingsId(tenant))?.regulation ?? REGULATION
}

/** Whether a person takes this one back: their own, and it still counts. */
export function mayWithdraw(view: View, me: PersonId, incident: RecordId): boolean {
  const record = view.get<Incident>(incident)
  return record?.kind === 'incident' && record.author === me && !record.voided
}

/** Whether a person may say what was done about this one since: whoever may note one there, while it counts. */
export function mayStep(
  view: View,
  who: { readonly me: PersonId; readonly appointments: readonly Appointment[] },
  { place, author, voided }: Incident,
  day: string,
): boolean {
  return !voided && mayDo(view, who, 'recordIncident', place, day, author)
}
