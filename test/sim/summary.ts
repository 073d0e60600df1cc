import type { Finding, Wrong } from './history.ts'
import { type Engines, type Life, live } from './world.ts'

const WRONGS: readonly Wrong[] = [
  'ackedLost',
  'savedLost',
  'doubled',
  'leaked',
  'diverged',
  'stuck',
  'takenBack',
  'miscounted',
  'disordered',
  'altered',
  'overwritten',
  'vanished',
  'draftLost',
  'unreceipted',
  'trusted',
  'forked',
  'twins',
  'gapped',
  'torn',
  'threw',
]

/** Many lives in numbers: how often each fault happened, and in how many lives each thing was wrong. */
export type Summary = Readonly<Record<Wrong, number>> & {
  readonly seeds: number
  readonly acts: number
  readonly saved: number
  readonly replies: number
  readonly faults: Readonly<Record<string, number>>
  readonly bad: readonly { readonly seed: number; readonly findings: readonly Finding[] }[]
}

type Counted = Pick<Life, 'seed' | 'findings' | 'acts' | 'saved' | 'replies' | 'faults'>

export function summaryOf(lives: readonly Counted[]): Summary {
  const sum = (of: (life: Counted) => number) => lives.reduce((all, life) => all + of(life), 0)
  const wrongs = WRONGS.map((is) => [is, sum((life) => Number(life.findings.some((one) => one.is === is)))])
  const names = [...new Set(lives.flatMap(({ faults }) => Object.keys(faults)))].sort()
  return {
    seeds: lives.length,
    acts: sum(({ acts }) => acts),
    faults: Object.fromEntries(names.map((name) => [name, sum(({ faults }) => faults[name] ?? 0)])),
    ...(Object.fromEntries(wrongs) as Record<Wrong, number>),
    saved: sum(({ saved }) => saved),
    replies: sum(({ replies }) => replies),
    bad: lives
      .filter(({ findings }) => findings.length > 0)
      .map(({ seed, findings }) => ({ seed, findings })),
  }
}

/** Lives of these seeds, one after another. A life that throws is one that went wrong. */
export async function shareOf(
  from: number,
  seeds: number,
  newEngines?: () => Promise<Engines & { end(): Promise<void> }>,
): Promise<Summary> {
  const lives: Counted[] = []
  for (let seed = from; seed < from + seeds; seed += 1) {
    const engines = await newEngines?.()
    const { trace: _, ...life } = await live(seed, engines ? { engines } : {}).catch((error: unknown) => ({
      seed,
      acts: 0,
      saved: 0,
      replies: 0,
      faults: {},
      trace: '',
      findings: [{ is: 'threw' as const, what: String(error) }],
    }))
    lives.push(life)
    await engines?.end()
  }
  return summaryOf(lives)
}

export function addedUp(parts: readonly Summary[]): Summary {
  const sum = (of: (part: Summary) => number) => parts.reduce((all, part) => all + of(part), 0)
  const names = [...new Set(parts.flatMap(({ faults }) => Object.keys(faults)))].sort()
  return {
    seeds: sum(({ seeds }) => seeds),
    acts: sum(({ acts }) => acts),
    faults: Object.fromEntries(names.map((name) => [name, sum(({ faults }) => faults[name] ?? 0)])),
    ...(Object.fromEntries(WRONGS.map((is) => [is, sum((part) => part[is])])) as Record<Wrong, number>),
    saved: sum(({ saved }) => saved),
    replies: sum(({ replies }) => replies),
    bad: parts.flatMap(({ bad }) => bad),
  }
}
