import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromiumPath } from '#test/machine.mjs'

/** What the story wrote down at its end. */
interface Told {
  readonly canaries: number
  readonly found: number
  readonly where: readonly string[]
}

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    json: { type: 'boolean', default: false },
  },
})
if ((await chromiumPath()) === undefined) {
  process.stderr.write('Looking into a browser needs a Chromium: run `node test/machine.mjs` first.\n')
  process.exitCode = 1
} else await run(values.seed, values.json)

async function run(seed: string, json: boolean): Promise<void> {
  process.stdout.write(`seed ${seed}\n`)
  const place = await mkdtemp(join(tmpdir(), 'linbian-canary-'))
  const told = join(place, 'told.json')
  const tool = join(process.cwd(), 'node_modules/@playwright/test/cli.js')
  const child = spawn(process.execPath, [tool, 'test', '-c', 'test/canary/playwright.config.ts'], {
    env: { ...process.env, CANARY_SEED: seed, CANARY_TOLD: told },
    stdio: ['ignore', json ? 'pipe' : 'inherit', 'inherit'],
  })
  let said = ''
  child.stdout?.on('data', (piece) => (said += String(piece)))
  const [code] = (await once(child, 'close')) as [number | null]
  const text = await readFile(told, 'utf8').catch(() => '')
  await rm(place, { recursive: true, force: true })
  if (code !== 0 || text === '') process.exitCode = 1
  if (text === '') return void process.stderr.write(`${said}The story did not come to its end.\n`)
  const { where, ...sums } = JSON.parse(text) as Told
  for (const one of where) process.stderr.write(`FOUND ${one}\n`)
  process.stdout.write(`${JSON.stringify(sums)}\n`)
}
