/**
 * Random lives of two compounds, and what the checkers find in them.
 *
 *   node test/run.mjs test/sim/main.ts --seeds 2000 --from 1 [--json]    lives, spread over the cores
 *   node test/run.mjs test/sim/main.ts --seed 17 --trace                 one life, step by step
 *   node test/run.mjs test/sim/main.ts --seeds 50 --engines              the same on IndexedDB and SQLite instead of memory
 *   node test/run.mjs test/sim/main.ts --planted [--json]                mistakes put into the source, each to be found
 */
import { spawn, spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { type Fate, planted } from '#test/planted/run.ts'
import { told } from '#test/planted/told.ts'
import { realEngines } from './engines.ts'
import { shrink } from './shrink.ts'
import { addedUp, shareOf, type Summary, summaryOf } from './summary.ts'
import { HAPPENS } from './swarm.ts'
import { live } from './world.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const options = read()
const code = options.planted
  ? await plantedBugs()
  : options.seed !== undefined
    ? await oneLife(Number(options.seed))
    : options.share !== undefined
      ? await share(Number(options.from), Number(options.seeds))
      : await lives(Number(options.from), Number(options.seeds))
process.exit(code)

function read() {
  try {
    const { values } = parseArgs({
      options: {
        seeds: { type: 'string', default: '200' },
        from: { type: 'string', default: '1' },
        seed: { type: 'string' },
        cores: { type: 'string', default: String(availableParallelism()) },
        trace: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        planted: { type: 'boolean', default: false },
        /** Of the planted ones those whose name or catcher has this in it. */
        only: { type: 'string', default: '' },
        /** Of the planted ones every Nth, from the Kth on: K/N. */
        part: { type: 'string', default: '1/1' },
        /** On IndexedDB and SQLite instead of memory. */
        engines: { type: 'boolean', default: false },
        /** One core's part, told in JSON for the process that adds up. */
        share: { type: 'boolean' },
      },
    })
    const numbers = [values.seeds, values.from, values.seed ?? '0', values.cores]
    if (numbers.some((text) => !/^\d+$/.test(text))) throw new Error('Seeds are whole numbers.')
    return values
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    process.exit(2)
  }
}

async function lives(from: number, seeds: number): Promise<number> {
  const cores = Math.max(1, Math.min(Number(options.cores), seeds))
  const started = performance.now()
  const parts: Promise<Summary>[] = []
  for (let core = 0, at = from; core < cores; core += 1) {
    const many = Math.floor(seeds / cores) + (core < seeds % cores ? 1 : 0)
    parts.push(elsewhere(at, many))
    at += many
  }
  const sum = addedUp(await Promise.all(parts))
  const seconds = (performance.now() - started) / 1000
  for (const bad of sum.bad.slice(0, 3)) await tellOf(bad.seed, bad.findings)
  const { bad, ...counts } = sum
  // A fault that never happens in so many lives proves nothing: then the simulator is wrong.
  const neverHappened = seeds < 100 ? [] : HAPPENS.filter((what) => !sum.faults[what])
  if (neverHappened.length > 0) say(`never happened: ${neverHappened.join(', ')}`)
  const result = {
    ...counts,
    neverHappened: neverHappened.length,
    seedsPerSecond: Number((seeds / seconds).toFixed(1)),
  }
  if (options.json) say(JSON.stringify(result))
  else {
    for (const [what, times] of Object.entries(sum.faults)) say(`${String(times).padStart(8)}  ${what}`)
    say(
      `${sum.seeds} lives from seed ${from}, ${sum.acts} acts, ${result.seedsPerSecond} seeds a second on ${cores} cores; ` +
        (bad.length === 0
          ? 'nothing found'
          : `found in ${bad.length}: ${bad.map(({ seed }) => seed).join(', ')}`),
    )
  }
  return bad.length === 0 && neverHappened.length === 0 ? 0 : 1
}

/** A part of the seeds in a process of its own: this bundle, started again. */
function elsewhere(from: number, seeds: number): Promise<Summary> {
  return new Promise((resolve, reject) => {
    const bundle = process.argv[1] ?? ''
    const engines = options.engines ? ['--engines'] : []
    const args = [bundle, ...engines, '--share', '--from', String(from), '--seeds', String(seeds)]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    child.stdout.on('data', (piece: Buffer) => (text += piece.toString()))
    child.on('error', reject)
    child.on('close', (status) =>
      status === 0 ? resolve(JSON.parse(text) as Summary) : reject(new Error(`a share ended with ${status}`)),
    )
  })
}

async function share(from: number, seeds: number): Promise<number> {
  say(JSON.stringify(await shareOf(from, seeds, options.engines ? realEngines : undefined)))
  return 0
}

async function oneLife(seed: number): Promise<number> {
  const life = await live(seed, options.trace ? { trace: (line) => say(line) } : {})
  for (const { is, what } of life.findings) say(`${is}: ${what}`)
  const { bad: _, ...counts } = summaryOf([life])
  say(JSON.stringify(counts))
  return life.findings.length === 0 ? 0 : 1
}

/** A seed that failed: which it is, of which commit, and the shortest life found that still fails. */
async function tellOf(seed: number, findings: Summary['bad'][number]['findings']): Promise<void> {
  say(`\nseed ${seed}, commit ${commit()}`)
  for (const { is, what } of findings.slice(0, 8)) say(`  ${is}: ${what}`)
  const life = await live(seed).catch((error: unknown) => String(error))
  if (typeof life === 'string') return say(life)
  if (life.findings.length === 0) return say('  in memory nothing is wrong with it: it is the engines')
  const shrunk = await shrink(seed, life.steps)
  say(`shrunk to ${shrunk.trace.length} steps, without the faults ${shrunk.off.join(', ') || 'none'}:`)
  for (const line of shrunk.trace) say(`  ${line}`)
  for (const { is, what } of shrunk.findings.slice(0, 8)) say(`  ${is}: ${what}`)
  say(`again, step by step: npm run sim -- --seed ${seed} --trace\n`)
}

function commit(): string {
  return spawnSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).stdout?.trim() || 'unknown'
}

async function plantedBugs(): Promise<number> {
  const { only, part, cores } = options
  const tell = (fate: Fate) => say(told(fate))
  const { planted: all, caught, milliseconds } = await planted({ only, part, cores: Number(cores), tell })
  say(JSON.stringify({ planted: all, caught, milliseconds }))
  return all === caught ? 0 : 1
}
