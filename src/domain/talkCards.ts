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
