import type { Chance } from './random.ts'

/** What can go wrong in a life. Each seed has a random half of it, so that rare pairs meet too. */
export const FAULTS = [
  // the network
  'drop',
  'double',
  'reorder',
  'delay',
  'corrupt',
  'portal',
  'proxy',
  // a device
  'kill',
  'quota',
  'lostConnection',
  'blocked',
  'evict',
  'brokenDisk',
  'clone',
  'oldImage',
  'clock',
  'tabs',
  'builds',
  // the server
  'fall',
  'restore',
  'unnoticed',
  // people
  'rights',
  'revoke',
  'turns',
  'moves',
  'erase',
] as const
export type Fault = (typeof FAULTS)[number]
export type Faults = Readonly<Record<Fault, boolean>>

export function swarm(chance: Chance, off: ReadonlySet<string> = new Set()): Faults {
  // Drawn for all of them, so that one switched off changes nothing in the others.
  return Object.fromEntries(
    FAULTS.map((fault) => [fault, chance.once(2) && !off.has(fault)]),
  ) as unknown as Faults
}

/** What must have happened somewhere in a hundred lives, by the names it is counted under. */
export const HAPPENS: readonly string[] = [
  ...FAULTS.filter((fault) => fault !== 'builds' && fault !== 'fall'),
  'kill at a step',
  'two syncers',
  'newer change',
  'upgrade',
  'rollback',
  'fell',
  'readmit',
  'days',
  'look',
  'handed over',
  'deputy',
  'ran out',
]

export const CALM = Object.fromEntries(FAULTS.map((fault) => [fault, false])) as unknown as Faults

/** One thing that happens in a life. It has chance of its own, so that leaving it out changes no other. */
export interface Step {
  readonly at: number
  readonly is: StepKind
  /** Which device, point or message: taken modulo what there is. */
  readonly who: number
  readonly seed: number
}

type StepKind = keyof typeof WEIGHTS

/** How often, in a thousand. */
const WEIGHTS = {
  act: 440,
  draft: 20,
  office: 16,
  erase: 14,
  sync: 120,
  net: 330,
  tab: 8,
  kill: 16,
  trouble: 14,
  wipe: 3,
  copy: 5,
  clock: 4,
  turn: 4,
  readmit: 3,
  build: 2,
  backUp: 6,
  restore: 4,
  fall: 7,
  days: 5,
  look: 7,
} as const

/** What somebody does; the rest is what befalls them. */
export const ACTS: readonly StepKind[] = ['act', 'draft', 'office', 'sync', 'turn', 'readmit', 'tab']

/** The life of a seed: as many steps as it takes for so many acts. */
export function stepsOf(chance: Chance): readonly Step[] {
  const acts = 200 + chance.below(401)
  const kinds = Object.keys(WEIGHTS) as StepKind[]
  const total = kinds.reduce((sum, kind) => sum + WEIGHTS[kind], 0)
  const steps: Step[] = []
  for (let left = acts, at = 1; left > 0; at += 1) {
    let draw = chance.below(total)
    const is = kinds.find((kind) => (draw -= WEIGHTS[kind]) < 0) ?? 'net'
    if (ACTS.includes(is)) left -= 1
    steps.push({ at, is, who: chance.below(5040), seed: chance.below(2 ** 31) })
  }
  return steps
}
