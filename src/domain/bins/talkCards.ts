import type { WasteClass } from './wasteClass.ts'

/** What one shows a resident at the bins, in the order of how often it comes up. The words are the screen's. */
export const TALK_CARDS = [
  'empty_bag',
  'tied_bag',
  'big_bones',
  'wet_wipes',
  'takeaway_box',
  'milk_tea',
  'used_oil',
  'medicines',
  'batteries',
  'power_bank',
  'broken_glass',
  'old_clothes',
  'carton',
  'lamp',
  'hard_shell',
  'bulky',
  'building_waste',
  'pet_waste',
  'off_hours',
  'own_truck',
] as const
export type TalkCard = (typeof TALK_CARDS)[number]

/** What one shows to thank somebody. It counts nothing: thanks are not work. */
export const THANK_CARDS = ['well_sorted', 'opened_bag', 'put_right', 'child', 'on_time'] as const
export type ThankCard = (typeof THANK_CARDS)[number]

export type Card = TalkCard | ThankCard

export function isThanks(card: Card): card is ThankCard {
  return (THANK_CARDS as readonly string[]).includes(card)
}

/** Where what the card speaks of belongs; absent where it is about how, not where. */
export const CARD_WASTE: Readonly<Partial<Record<Card, WasteClass>>> = {
  empty_bag: 'kitchen',
  big_bones: 'other',
  wet_wipes: 'other',
  takeaway_box: 'other',
  milk_tea: 'kitchen',
  used_oil: 'never',
  medicines: 'hazardous',
  batteries: 'other',
  power_bank: 'never',
  broken_glass: 'recyclable',
  old_clothes: 'recyclable',
  carton: 'recyclable',
  lamp: 'hazardous',
  hard_shell: 'other',
  bulky: 'bulky',
  building_waste: 'building',
  pet_waste: 'never',
}

/** Things of the list, by their number, that a card speaks of. */
const THINGS: Readonly<Record<number, TalkCard>> = {
  10: 'big_bones',
  20: 'used_oil',
  26: 'milk_tea',
  27: 'big_bones',
  28: 'hard_shell',
  29: 'hard_shell',
  36: 'wet_wipes',
  47: 'takeaway_box',
  49: 'milk_tea',
  71: 'batteries',
  74: 'carton',
  80: 'broken_glass',
  84: 'old_clothes',
  90: 'power_bank',
  100: 'medicines',
  102: 'lamp',
  103: 'lamp',
  106: 'batteries',
  114: 'bulky',
  115: 'building_waste',
  117: 'power_bank',
  118: 'pet_waste',
}

/** The card to show about a thing; a thing of the compound's own has none. */
export function cardOf(thing: number | string): TalkCard | undefined {
  return typeof thing === 'number' ? THINGS[thing] : undefined
}
