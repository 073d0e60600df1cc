import Broom from '~icons/lucide/brush-cleaning'
import Property from '~icons/lucide/concierge-bell'
import HandOut from '~icons/lucide/hand-helping'
import City from '~icons/lucide/landmark'
import Megaphone from '~icons/lucide/megaphone'
import Note from '~icons/lucide/notebook-pen'
import Speech from '~icons/lucide/speech'
import Truck from '~icons/lucide/truck'
import Resident from '~icons/lucide/user-round-check'
import type { IncidentAction } from '#domain/bins/incident.ts'
import type { Icon } from '#ui/parts/icon.ts'
import { Resort } from './signs.tsx'

/** One picture for each thing that is done about an incident. ✓ is none of them: it says that a key is chosen. */
export const ACTION_ICONS: Readonly<Record<IncidentAction, Icon>> = {
  explained: Megaphone,
  persuaded: Speech,
  helped: HandOut,
  corrected_by_resident: Resident,
  resorted: Resort,
  cleaned: Broom,
  called_haulier: Truck,
  reported_pm: Property,
  reported_urban_mgmt: City,
  none: Note,
}
