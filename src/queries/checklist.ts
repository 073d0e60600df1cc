import { type Checklists, listsOf } from '#domain/checklist.ts'
import type { TenantId } from '#domain/ids.ts'
import { type Settings, settingsId } from '#domain/settings.ts'
import type { View } from '#store/view.ts'

/** What a shift that is opened now asks on arrival and on leaving. It keeps these lists, whatever becomes of them. */
export function itemsNow(view: View, tenant: TenantId): Checklists {
  return listsOf(view.get<Settings>(settingsId(tenant)))
}
