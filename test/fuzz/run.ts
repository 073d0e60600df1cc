import { type Ask, makeBombs } from './ask.ts'
import { askAt } from './askAt.ts'
import { type Answer, isOddlyFramed, send } from './drive.ts'
import type { Engine } from './engine.ts'
import { FINDINGS, type Finding, type FindingKind, judged } from './judge.ts'
import { lostPayloads } from './payloads.ts'
import { kept, otherwise, said } from './same.ts'
import { changedParts } from './state.ts'
import { aWorld, type World } from './world.ts'

export interface Found extends Finding {
  readonly index: number
  readonly ask: Ask
}

export interface Report {
  readonly requests: number
  readonly counts: Readonly<Record<FindingKind, number>>
  readonly statuses: Readonly<Record<string, number>>
  readonly overSocket: number
  readonly slow: number
  readonly slowestMs: number
  readonly accepted: number
  readonly peakRssMb: number
  /** The highest in the first and in the last third of the requests. */
  readonly rssMbByThird: readonly [number, number, number]
  readonly bombRiseMb: number
}

/** Longer than this is told, not judged. */
const SLOW = 8000
/** A server lives so long; then another begins, so that what was accepted does not pile up. */
export const LIFE = 4000
/** So often the whole database is read, to prove that the cheap look at it misses nothing. */
const LOOK = 1000
const MB = 1024 * 1024

export interface Hunt {
  readonly engine: Engine
  /** The same requests go to this one too, and what it answers and keeps must be the same. */
  readonly other?: Engine
  readonly seed: number
  readonly indexes: Iterable<number>
  found(one: Found): void
}

/** Sends the requests one after the other and looks at everything after each. */
export async function hunt(asked: Hunt): Promise<Report> {
  const threw: string[] = []
  const uncaught = (error: unknown) => void threw.push(String((error as Error)?.stack ?? error))
  process.on('uncaughtException', uncaught)
  process.on('unhandledRejection', uncaught)
  try {
    return await hunting(asked, threw)
  } finally {
    process.off('uncaughtException', uncaught)
    process.off('unhandledRejection', uncaught)
  }
}

async function hunting({ engine, other, seed, indexes, found }: Hunt, threw: string[]): Promise<Report> {
  const counts = Object.fromEntries(FINDINGS.map((kind) => [kind, 0])) as Record<FindingKind, number>
  const statuses: Record<string, number> = {}
  const rss: number[] = []
  await makeBombs()
  const worlds = await aPair(engine)
  const others = other && (await aPair(other))
  let last: { readonly index: number; readonly ask: Ask } | undefined
  let [requests, overSocket, slow, slowest, accepted, bombRise] = [0, 0, 0, 0, 0, 0]
  for (const index of indexes) {
    if (requests > 0 && requests % LIFE === 0)
      for (const pair of [worlds, others]) await pair?.renew('compound')
    const ask = other ? calm(askAt(seed, index)) : askAt(seed, index)
    if (!ask) continue
    const before = process.memoryUsage.rss()
    if (ask.at === 'compound') last = { index, ask }
    const looked = requests % LOOK === LOOK - 1
    const { answer, findings } = await one(worlds, ask, threw, looked)
    if (others) findings.push(...(await compared(worlds, others, ask, answer, threw, looked)))
    const after = process.memoryUsage.rss()
    rss.push(Math.round(after / MB))
    if (ask.body && 'bomb' in ask.body && requests > 500)
      bombRise = Math.max(bombRise, Math.round((after - before) / MB))
    requests += 1
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
    if (answer.way === 'socket') overSocket += 1
    if (answer.took > SLOW) slow += 1
    if (answer.status === 200 && answer.path === '/api/sync') accepted += 1
    slowest = Math.max(slowest, Math.round(answer.took))
    for (const finding of findings) {
      counts[finding.kind] += 1
      found({ ...finding, index, ask })
    }
  }
  if (others && last) {
    const [one, two] = [await worlds.of(last.ask), await others.of(last.ask)]
    for (const what of otherwise(await kept(one.held), await kept(two.held))) {
      counts.differing += 1
      found({ kind: 'differing', what, ...last })
    }
  }
  for (const pair of [worlds, others]) await pair?.stop()
  const third = Math.ceil(rss.length / 3)
  const most = (from: number) => Math.max(0, ...rss.slice(from * third, (from + 1) * third))
  return {
    requests,
    counts,
    statuses,
    overSocket,
    slow,
    slowestMs: slowest,
    accepted,
    peakRssMb: Math.max(most(0), most(1), most(2)),
    rssMbByThird: [most(0), most(1), most(2)],
    bombRiseMb: bombRise,
  }
}

/** Without what hangs on who is quicker: where a request breaks off, one engine may have answered and the other not yet. */
export function calm(ask: Ask): Ask | undefined {
  return ask.cut !== undefined || isOddlyFramed(ask) ? undefined : { ...ask, way: 'app' }
}

/** The same request on the other engine: its own findings, and what is not the same. Rows are compared now and then. */
export async function compared(
  worlds: Pair,
  others: Pair,
  ask: Ask,
  answer: Answer,
  threw: string[],
  rowsToo: boolean,
): Promise<readonly Finding[]> {
  const second = await one(others, ask, threw)
  const findings = [...second.findings]
  const [a, b] = [said(answer), said(second.answer)]
  if (a !== b) {
    const at = [...a].findIndex((sign, index) => sign !== b[index])
    const from = Math.max(0, at - 60)
    findings.push({ kind: 'differing', what: `…${a.slice(from, at + 120)} <> …${b.slice(from, at + 120)}` })
  }
  if (rowsToo) {
    const [one, two] = [await worlds.of(ask), await others.of(ask)]
    for (const what of otherwise(await kept(one.held), await kept(two.held)))
      findings.push({ kind: 'differing', what })
  }
  return findings
}

interface Pair {
  of(ask: Ask): Promise<World>
  readonly known: Set<string>
  renew(kind: Ask['at']): Promise<void>
  stop(): Promise<void>
}

/** A server with a compound and one where nothing is set up; the second begins anew once it is. */
export async function aPair(engine: Engine): Promise<Pair> {
  const worlds: Partial<Record<Ask['at'], World>> = {}
  const known = new Set<string>()
  return {
    known,
    of: async ({ at }) => (worlds[at] ??= await aWorld(engine, at)),
    async renew(kind) {
      await worlds[kind]?.stop()
      delete worlds[kind]
      if (kind === 'compound') known.clear()
    },
    async stop() {
      for (const world of Object.values(worlds)) await world.stop()
    },
  }
}

/** One request to its server, and what there is to say about it. */
export async function one(
  worlds: Pair,
  ask: Ask,
  threw: string[],
  deep = false,
): Promise<{ readonly answer: Answer; readonly findings: Finding[] }> {
  const world = await worlds.of(ask)
  const before = await world.held.state()
  const digest = deep ? await world.held.digest() : ''
  let answer: Answer
  try {
    answer = await send(world, ask)
  } catch (error) {
    threw.push(String((error as Error).stack ?? error))
    answer = { status: 0, type: '', text: '', took: 0, way: 'app', sent: '', path: ask.path }
  }
  const changed = changedParts(before, await world.held.state())
  const told = world.failures
    .splice(0)
    .map(({ route, error }) => `${route}: ${String((error as Error)?.stack ?? error)}`)
  const findings = [...judged(ask, answer, changed, [...threw.splice(0), ...told])]
  if (deep && !changed.includes('database') && digest !== (await world.held.digest()))
    findings.push({ kind: 'changedOnRefusal', what: 'the database changed and its version did not' })
  if (ask.at === 'compound' && ask.who !== 'nobody') {
    const tenant = world.meaning(ask.who)('tenant', undefined) as never
    for (const what of await lostPayloads(world, tenant, answer, worlds.known))
      findings.push({ kind: 'lostPayloads', what })
  }
  await world.heard(ask.who, answer.path, answer.sent, answer.status, answer.text)
  if (ask.at === 'fresh' && answer.status === 200 && answer.path === '/api/setup') await worlds.renew('fresh')
  return { answer, findings }
}
