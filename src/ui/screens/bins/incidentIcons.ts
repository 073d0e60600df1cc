import Battery from '~icons/lucide/battery-warning'
import Brush from '~icons/lucide/paintbrush'
import Bug from '~icons/lucide/bug'
import Clock from '~icons/lucide/clock'
import Correct from '~icons/lucide/star'
import Droplets from '~icons/lucide/droplets'
import Flask from '~icons/lucide/flask-conical'
import Help from '~icons/lucide/heart-handshake'
import Leaf from '~icons/lucide/leaf'
import Missed from '~icons/lucide/calendar-x'
import Mixed from '~icons/lucide/shuffle'
import NotHeard from '~icons/lucide/ear-off'
import Outside from '~icons/lucide/log-in'
import Paw from '~icons/lucide/paw-print'
import Sofa from '~icons/lucide/sofa'
import Sign from '~icons/lucide/signpost'
import Store from '~icons/lucide/store'
import Truck from '~icons/lucide/truck'
import Wall from '~icons/lucide/brick-wall'
import Wrench from '~icons/lucide/wrench'
import type { IncidentType } from '#domain/bins/incident.ts'
import type { Icon } from '#ui/parts/icon.ts'
import { BesideBin, Heaped, Scattered, Shards, WrongBin } from './incidentSigns.tsx'
import { Sack } from './signs.tsx'

/** One picture for each kind, no two alike: who cannot read the word finds it by the picture. */
export const INCIDENT_ICONS: Readonly<Record<IncidentType, Icon>> = {
  mixed_drop: Mixed,
  not_debagged: Sack,
  wrong_bin: WrongBin,
  bag_left_beside: BesideBin,
  overflow: Heaped,
  bin_dirty: Brush,
  bin_broken: Wrench,
  sign_missing: Sign,
  bulky_dump: Sofa,
  construction_dump: Wall,
  garden_waste: Leaf,
  hazardous_mixed: Flask,
  battery_risk: Battery,
  off_hours: Clock,
  refuse: NotHeard,
  scavenger_scatter: Scattered,
  merchant_dump: Store,
  outsider_dump: Outside,
  mixed_haul: Truck,
  haul_missed: Missed,
  leachate_odour: Droplets,
  pest: Bug,
  pet_waste: Paw,
  injury_risk: Shards,
  elder_needs_help: Help,
  child_praise: Correct,
}
