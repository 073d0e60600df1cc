import { parseArgs } from 'node:util'
import { chromiumPath, stracePath } from '#test/machine.mjs'
import { type BrowserHalf, browserHalf } from './browsers.ts'
import { aPackage, cleared } from './package.ts'
import { type ServerHalf, serverHalf } from './servers.ts'

interface Asked {
  readonly serverKills: number
  readonly browserKills: number
  readonly seed: number
  readonly json: boolean
}

const asked = options()
const missing = asked && (await lacking(asked))
if (missing !== undefined) complain(missing, 1)
else if (asked) await run(asked)

function options(): Asked | undefined {
  try {
    const { values } = parseArgs({
      options: {
        'server-kills': { type: 'string', default: '300' },
        'browser-kills': { type: 'string', default: '60' },
        seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
        json: { type: 'boolean', default: false },
      },
    })
    const number = (name: 'server-kills' | 'browser-kills' | 'seed') => {
      const value = Number(values[name])
      if (!Number.isInteger(value) || value < 0) throw new Error(`--${name} takes a whole number.`)
      return value
    }
    return {
      serverKills: number('server-kills'),
      browserKills: number('browser-kills'),
      seed: number('seed'),
      json: values.json,
    }
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error), 2)
    return undefined
  }
}

/** What is not on this machine and could not be got: nothing is left out in silence. */
async function lacking({ serverKills, browserKills }: Asked): Promise<string | undefined> {
  if (serverKills > 0 && stracePath() === undefined)
    return 'Killing a server at chosen writes needs strace with the right to trace, and it could not be had here.'
  if (browserKills > 0 && (await chromiumPath()) === undefined)
    return 'Killing a browser needs a Chromium: run `node test/machine.mjs` first.'
  return undefined
}

async function run({ serverKills, browserKills, seed, json }: Asked): Promise<void> {
  const say = (text: string) => process.stdout.write(`${text}\n`)
  say(`seed ${seed}`)
  const home = await aPackage()
  const clock = () => Math.round(performance.now() / 1000)
  try {
    const begun = clock()
    const servers = serverKills > 0 ? await serverHalf(home, serverKills, seed, say) : undefined
    const between = clock()
    const browsers = browserKills > 0 ? await browserHalf(home, browserKills, seed, say) : undefined
    const seconds = { serverSeconds: between - begun, browserSeconds: clock() - between }
    const sum = { ...summed(servers, browsers), ...seconds, seed }
    if (sum.findings > 0 || sum.maxDraftLossMs > DRAFT_LOSS) process.exitCode = 1
    say(json ? JSON.stringify(sum) : inWords(sum))
  } finally {
    await cleared(home)
  }
}

/** So much of what was typed and not saved may be gone after a kill, ms. */
const DRAFT_LOSS = 1000

function summed(servers: ServerHalf | undefined, browsers: BrowserHalf | undefined) {
  const halves = [servers, browsers].flatMap((half) => half ?? [])
  const total = (key: 'ackedLost' | 'savedLost' | 'doubled') =>
    halves.reduce((sum, half) => sum + half[key], 0)
  return {
    serverKills: servers?.kills ?? 0,
    browserKills: browsers?.kills ?? 0,
    ackedLost: total('ackedLost'),
    savedLost: total('savedLost'),
    doubled: total('doubled'),
    maxDraftLossMs: browsers?.maxDraftLossMs ?? 0,
    findings: halves.reduce((sum, half) => sum + half.findings.length, 0),
    atWrites: servers?.atWrites ?? 0,
    differentWrites: servers?.differentWrites ?? 0,
    slowestStartMs: servers?.slowestStartMs ?? 0,
    browserKillsBy: browsers?.killsBy ?? {},
  }
}

function inWords(sum: object): string {
  return Object.entries(sum)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
    .join('\n')
}

function complain(text: string, code: number): void {
  process.stderr.write(`${text}\n`)
  process.exitCode = code
}
