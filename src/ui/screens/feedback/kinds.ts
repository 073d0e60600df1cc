import Bike from '~icons/lucide/motorbike'
import Brush from '~icons/lucide/brush-cleaning'
import Lift from '~icons/lucide/arrow-up-down'
import Drop from '~icons/lucide/droplet'
import More from '~icons/lucide/ellipsis'
import Hand from '~icons/lucide/hand'
import Bulb from '~icons/lucide/lightbulb'
import Loud from '~icons/lucide/volume-2'
import type { KindKey } from '#domain/ledger/categories.ts'
import type { Icon } from '#ui/parts/icon.ts'

/** The eight keys of the capture screen, in the order of the drawing. */
export const KIND_ICONS: readonly (readonly [KindKey, Icon])[] = [
  ['lighting', Bulb],
  ['elevator', Lift],
  ['leak', Drop],
  ['fire', Bike],
  ['noise', Loud],
  ['dirt', Brush],
  ['help', Hand],
  ['other', More],
]
