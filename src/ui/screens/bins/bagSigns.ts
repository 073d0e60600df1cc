import Good from '~icons/lucide/circle-check'
import Minor from '~icons/lucide/circle-minus'
import Bad from '~icons/lucide/circle-x'
import Drops from '~icons/lucide/droplets'
import Bag from '~icons/lucide/shopping-bag'
import Bulky from '~icons/lucide/sofa'
import Bubbles from '~icons/lucide/bubbles'
import Broken from '~icons/lucide/wine-off'
import type { Fault, Verdict } from '#domain/bins/bag.ts'
import type { Icon } from '#ui/parts/icon.ts'
import { SIGNS } from './signs.tsx'

export const VERDICT_ICONS: Readonly<Record<Verdict, Icon>> = { good: Good, minor: Minor, bad: Bad }

export const FAULT_ICONS: Readonly<Record<Fault, Icon>> = {
  with_bag: Bag,
  liquid: Drops,
  dirty: Bubbles,
  broken: Broken,
  kitchen_in: SIGNS.kitchen,
  other_in: SIGNS.other,
  recyclable_in: SIGNS.recyclable,
  hazardous_in: SIGNS.hazardous,
  bulky_in: Bulky,
}
