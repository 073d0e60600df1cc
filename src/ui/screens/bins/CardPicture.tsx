import Arrow from '~icons/lucide/arrow-right'
import Battery from '~icons/lucide/battery'
import Bone from '~icons/lucide/bone'
import Box from '~icons/lucide/package'
import Bulb from '~icons/lucide/lightbulb'
import Call from '~icons/lucide/phone'
import CheckMark from '~icons/lucide/check'
import Child from '~icons/lucide/baby'
import Clock from '~icons/lucide/clock'
import Cup from '~icons/lucide/cup-soda'
import Fish from '~icons/lucide/fish'
import Heart from '~icons/lucide/heart'
import Paw from '~icons/lucide/paw-print'
import Pill from '~icons/lucide/pill'
import PowerBank from '~icons/lucide/battery-warning'
import Shirt from '~icons/lucide/shirt'
import Sofa from '~icons/lucide/sofa'
import Star from '~icons/lucide/star'
import Truck from '~icons/lucide/truck'
import Wall from '~icons/lucide/brick-wall'
import type { Stream } from '#domain/bins/streams.ts'
import type { Card } from '#domain/bins/talkCards.ts'
import type { Icon } from '#ui/parts/icon.ts'
import {
  Bottle,
  Bowl,
  ButtonCell,
  ClothesBox,
  EmptyBag,
  Pearls,
  Shell,
  ThumbsUp,
  TiedBag,
  Tipping,
  Wipe,
} from './cardSigns.tsx'
import { Shards } from './incidentSigns.tsx'
import { BinDrawing, NoBin, Resort, SIGNS } from './signs.tsx'

/** One thing and where it goes: into a bin, to a sign, or nowhere further. */
type Step = readonly [thing: Icon, into?: Stream | Icon]

const STEPS: Readonly<Record<Card, readonly Step[]>> = {
  empty_bag: [
    [Tipping, 'kitchen'],
    [EmptyBag, 'other'],
  ],
  tied_bag: [
    [TiedBag, Tipping],
    [Tipping, 'kitchen'],
  ],
  big_bones: [
    [Bone, 'other'],
    [Fish, 'kitchen'],
  ],
  wet_wipes: [[Wipe, 'other']],
  takeaway_box: [
    [Bowl, 'kitchen'],
    [Box, 'other'],
  ],
  milk_tea: [
    [Pearls, 'kitchen'],
    [Cup, 'other'],
  ],
  used_oil: [
    [Bottle, NoBin],
    [Bottle, Call],
  ],
  medicines: [
    [Pill, 'hazardous'],
    [Box, 'recyclable'],
  ],
  batteries: [
    [Battery, 'other'],
    [ButtonCell, 'hazardous'],
  ],
  power_bank: [
    [PowerBank, NoBin],
    [PowerBank, Call],
  ],
  broken_glass: [[Shards, 'recyclable']],
  old_clothes: [[Shirt, ClothesBox]],
  carton: [[Box, 'recyclable']],
  lamp: [[Bulb, 'hazardous']],
  hard_shell: [[Shell, 'other']],
  bulky: [
    [Sofa, NoBin],
    [Sofa, Call],
  ],
  building_waste: [
    [Wall, NoBin],
    [Wall, Call],
  ],
  pet_waste: [[Paw, NoBin]],
  off_hours: [[Clock, NoBin]],
  own_truck: [
    [Truck, 'kitchen'],
    [Truck, 'other'],
  ],
  well_sorted: [[ThumbsUp], [Star]],
  opened_bag: [[Tipping, CheckMark]],
  put_right: [[Resort, CheckMark]],
  child: [[Child], [Star]],
  on_time: [[Clock, Heart]],
}

/** The card without its words: things, arrows and bins in their colours. What it says stands beside it. */
export function CardPicture({ card }: { card: Card }) {
  return (
    <span class="card-picture" aria-hidden="true">
      {STEPS[card].map(([Thing, into], index) => (
        <span class="card-step" key={index}>
          <Thing class="icon" />
          {into && (
            <>
              <Arrow class="icon card-arrow" />
              <Into into={into} />
            </>
          )}
        </span>
      ))}
    </span>
  )
}

/** A bin is known by its colour and by its sign. */
function Into({ into }: { into: Stream | Icon }) {
  if (typeof into !== 'string') {
    const Sign = into
    return <Sign class="icon" />
  }
  const Sign = SIGNS[into]
  return (
    <span class="card-bin">
      <BinDrawing stream={into} fill="empty" />
      <Sign class="icon" />
    </span>
  )
}
