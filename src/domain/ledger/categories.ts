import type { Track, Urgency } from './due.ts'

/** What a remark is about: twelve roots of the form, and four that are not repairs. */
export const CATEGORIES = [
  'lighting',
  'elevator',
  'plumbing',
  'power_gas',
  'structure',
  'cleaning',
  'waste',
  'order_parking',
  'fire_safety',
  'greening',
  'neighbour',
  'finance_rules',
  'shared_space',
  'care_help',
  'suggestion',
  'praise',
] as const
export type Category = (typeof CATEGORIES)[number]

/** The eight keys of the capture screen and what each may stand for; the words choose among several. */
export const KIND_KEYS = {
  lighting: ['lighting'],
  elevator: ['elevator'],
  leak: ['plumbing'],
  fire: ['fire_safety'],
  noise: ['neighbour', 'order_parking'],
  dirt: ['cleaning', 'waste'],
  help: ['care_help'],
  other: [
    'power_gas',
    'structure',
    'greening',
    'finance_rules',
    'shared_space',
    'suggestion',
    'praise',
    'order_parking',
  ],
} as const satisfies Record<string, readonly Category[]>
export type KindKey = keyof typeof KIND_KEYS

/** Small things that the property does the same day, also when nobody is in a hurry. */
const SAME_DAY: readonly Category[] = ['lighting', 'cleaning', 'neighbour']

/** The track a remark goes on unless somebody says otherwise. */
export function trackFor(category: Category | undefined, urgency: Urgency): Track {
  if (urgency === 'u1' || urgency === 'u2') return 'fix_now'
  if (urgency === 'u4') return 'visible_plan'
  return category && SAME_DAY.includes(category) ? 'fix_now' : 'act_soon'
}
