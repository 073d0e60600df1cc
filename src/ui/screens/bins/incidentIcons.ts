import Battery from '~icons/lucide/battery-warning'
import Bin from '~icons/lucide/trash-2'
import Brush from '~icons/lucide/paintbrush'
import Bug from '~icons/lucide/bug'
import Clock from '~icons/lucide/clock'
import Correct from '~icons/lucide/star'
import Drop from '~icons/lucide/droplet'
import Glass from '~icons/lucide/hand'
import Help from '~icons/lucide/heart-handshake'
import Leaf from '~icons/lucide/leaf'
import Paw from '~icons/lucide/paw-print'
import Sofa from '~icons/lucide/sofa'
import Sign from '~icons/lucide/signpost'
import Store from '~icons/lucide/store'
import Truck from '~icons/lucide/truck'
import User from '~icons/lucide/user-x'
import Wall from '~icons/lucide/brick-wall'
import Warning from '~icons/lucide/triangle-alert'
import Wrench from '~icons/lucide/wrench'
import type { IncidentType } from '#domain/incident.ts'
import type { Icon } from '#ui/parts/icon.ts'
import { Sack } from './signs.tsx'

export const INCIDENT_ICONS: Readonly<Record<IncidentType, Icon>> = {
  mixed_drop: Sack,
  not_debagged: Sack,
  wrong_bin: Bin,
  bag_left_beside: Sack,
  overflow: Bin,
  bin_dirty: Brush,
  bin_broken: Wrench,
  sign_missing: Sign,
  bulky_dump: Sofa,
  construction_dump: Wall,
  garden_waste: Leaf,
  hazardous_mixed: Warning,
  battery_risk: Battery,
  off_hours: Clock,
  refuse: User,
  scavenger_scatter: Sack,
  merchant_dump: Store,
  outsider_dump: User,
  mixed_haul: Truck,
  haul_missed: Truck,
  leachate_odour: Drop,
  pest: Bug,
  pet_waste: Paw,
  injury_risk: Glass,
  elder_needs_help: Help,
  child_praise: Correct,
}
