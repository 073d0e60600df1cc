import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { type Bug } from './bug.ts'
import { BUGS } from './bugs.ts'
import type { Hunted } from './hunt.ts'
import { plant } from './plant.ts'
import { partOf } from '#test/part.mjs'

export interface PlantedOptions {
  /** The root of the checkout. */
  readonly root?: string
  /** How many seeds a bug may live through before it counts as a hole in the proof. */
  readonly seeds?: number
  /** How many processes at once. */
  readonly cores?: number
  /** Only bugs whose name or catcher has this in it. */
  readonly only?: string
  /** 'K/N': every Nth of them, from the Kth on. */
  readonly part?: string
  /** Told of each bug as soon as it is known. */
  readonly tell?: (fate: Fate) => void
}

export interface Fate {
  readonly name: string
  readonly caughtBy: string
  readonly caught: boolean
  /** What was found, and where: a finding and its seed, or the title of the first test that failed. */
  readonly found?: string
  readonly seed?: number
  readonly seeds?: number
  readonly milliseconds: number
  /** Why it proves nothing: its place has moved, it is no code, or the product without it is found guilty too. */
  readonly broken?: string
}

export interface Planted {
  readonly planted: number
  readonly caught: number
  readonly milliseconds: number
  readonly bugs: readonly Fate[]
}

/** A bug that is planted lives this many seeds at most; the slowest one known needs a tenth of them. */
const SEEDS = 2000
/** Ends what hangs; a hunt that finds takes seconds. */
const HANGS = 600_000

/** Plants every bug in a bundle of its own and lets the proof look for it. A bug that is not caught is a hole in the proof. */
export async function planted({
  root = process.cwd(),
  seeds = SEEDS,
  cores = availableParallelism(),
  only = '',
  part = '1/1',
  tell = () => {},
}: PlantedOptions = {}): Promise<Planted> {
  const started = performance.now()
  const cache = join(root, 'node_modules', '.cache', 'linbian')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'planted-'))
  const meant = BUGS.filter(({ name, caughtBy }) => name.includes(only) || caughtBy.includes(only))
  const chosen: Bug[] = partOf(meant, part)
  try {
    const at: At = { root, folder, seeds, isSound: soundness(() => bundled('clean', { root, folder })) }
    const fates = new Map<Bug, Fate>()
    const known = (bug: Bug, fate: Fate) => {
      fates.set(bug, fate)
      tell(fate)
    }
    // Those that take longest first, so that no core waits for the last one.
    const inOrder = [...chosen].sort((a, b) => Number(b.caughtBy === 'sim') - Number(a.caughtBy === 'sim'))
    await shared(inOrder, cores, async (bug) => known(bug, await fateOf(bug, at)))
    for (const [bug, fate] of await failingWithout(fates, at)) known(bug, fate)
    const bugs = chosen.map((bug) => fates.get(bug)!)
    return {
      planted: bugs.length,
      caught: bugs.filter((fate) => fate.caught).length,
      milliseconds: Math.round(performance.now() - started),
      bugs,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface At {
  readonly root: string
  readonly folder: string
  readonly seeds: number
  isSound(seed: number): Promise<boolean>
}

async function fateOf(bug: Bug, at: At): Promise<Fate> {
  const started = performance.now()
  const { name, caughtBy } = bug
  const rest = await (caughtBy === 'sim' ? hunted(bug, at) : tested(bug, caughtBy, at)).catch(
    (error: unknown) => ({ caught: false, broken: error instanceof Error ? error.message : String(error) }),
  )
  return { name, caughtBy, milliseconds: Math.round(performance.now() - started), ...rest }
}

type Rest = Omit<Fate, 'name' | 'caughtBy' | 'milliseconds'>

/** A seed that is bad without the bug too proves nothing of it: the hunt goes on behind it. */
async function hunted(bug: Bug, at: At): Promise<Rest> {
  const bundle = await bundled(`hunt-${BUGS.indexOf(bug)}`, at, bug)
  for (let from = 1; from <= at.seeds;) {
    const { found, broken } = await hunt(bundle, from, at.seeds - from + 1)
    if (broken !== undefined) return { caught: false, broken }
    if (!found) break
    if (await at.isSound(found.seed))
      return { caught: true, found: `${found.is}: ${found.what}`, seed: found.seed }
    from = found.seed + 1
  }
  return { caught: false, seeds: at.seeds }
}

/** Whether a life without any bug has nothing against it. Asked once for each seed. */
function soundness(bundle: () => Promise<string>): At['isSound'] {
  const clean = bundle()
  clean.catch(() => undefined)
  const known = new Map<number, Promise<boolean>>()
  return (seed) => {
    const answer =
      known.get(seed) ?? clean.then(async (one) => (await hunt(one, seed, 1)).found === undefined)
    known.set(seed, answer)
    return answer
  }
}

/** The hunter in one file, with the product as it is or with a mistake in it. */
async function bundled(
  name: string,
  { root, folder }: Pick<At, 'root' | 'folder'>,
  bug?: Bug,
): Promise<string> {
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    plugins: bug ? [plant(bug, root)] : [],
    build: {
      ssr: join(root, 'test/planted/hunt.ts'),
      outDir: join(folder, name),
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'main.js', codeSplitting: false } },
    },
  })
  return join(folder, name, 'main.js')
}

async function hunt(bundle: string, from: number, seeds: number): Promise<Hunted> {
  const { out, err } = await run(process.execPath, [bundle, `--from=${from}`, `--seeds=${seeds}`], {})
  const last = out.trim().split('\n').at(-1) ?? ''
  if (!last.startsWith('{')) throw new Error(`the hunter said nothing: ${err.trim().slice(-400)}`)
  return JSON.parse(last) as Hunted
}

/** The tests of the file must fail, and as tests: a file that cannot even be read proves nothing. */
async function tested(bug: Bug, file: string, at: At): Promise<Rest> {
  const report = await tests([file], at, bug)
  const failed = report.testResults
    .flatMap((one) => one.assertionResults)
    .find((one) => one.status === 'failed')
  if (failed) return { caught: true, found: failed.fullName }
  const unread = report.testResults.find((one) => one.status === 'failed')
  return unread ? { caught: false, broken: unread.message.slice(0, 400) } : { caught: false }
}

interface Report {
  readonly success: boolean
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

async function tests(files: readonly string[], { root, folder }: At, bug?: Bug): Promise<Report> {
  const report = join(folder, `report-${bug ? BUGS.indexOf(bug) : 'clean'}.json`)
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const { err } = await run(
    process.execPath,
    [
      vitest,
      'run',
      '--config',
      'test/planted/vitest.config.ts',
      '--reporter=json',
      `--outputFile=${report}`,
      ...files,
    ],
    { cwd: root, env: { PLANTED_MODULES: join(folder, 'modules'), ...(bug && { PLANTED: bug.name }) } },
  )
  try {
    return JSON.parse(readFileSync(report, 'utf8')) as Report
  } catch {
    throw new Error(`the tests said nothing: ${err.trim().slice(-400)}`)
  }
}

/** What failed with a bug in the source must pass without it: then it was the bug that was caught. */
async function failingWithout(fates: ReadonlyMap<Bug, Fate>, at: At): Promise<readonly [Bug, Fate][]> {
  const tried = [...fates].filter(([{ caughtBy }, { caught }]) => caught && caughtBy !== 'sim')
  const files = new Set(tried.map(([{ caughtBy }]) => caughtBy))
  if (files.size === 0) return []
  const { testResults } = await tests([...files], at)
  const failing = testResults.filter(({ status }) => status === 'failed').map(({ name }) => name)
  return tried
    .filter(([{ caughtBy }]) => failing.some((name) => name.endsWith(caughtBy)))
    .map(([bug, fate]) => [bug, { ...fate, caught: false, broken: 'its tests fail without it too' }])
}

interface Ran {
  readonly out: string
  readonly err: string
}

function run(
  command: string,
  args: readonly string[],
  { cwd, env }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> },
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const heard = { out: '', err: '' }
    child.stdout.on('data', (text) => (heard.out += String(text)))
    child.stderr.on('data', (text) => (heard.err += String(text)))
    const late = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`it hung for ${HANGS / 1000} seconds`))
    }, HANGS)
    child.on('error', reject)
    child.on('close', () => {
      clearTimeout(late)
      resolve(heard)
    })
  })
}

/** Works through a list with so many at once. */
async function shared<T>(all: readonly T[], cores: number, work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all]
  const worker = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one)
  }
  await Promise.all(Array.from({ length: cores }, worker))
}
