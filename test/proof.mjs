/**
 * Every proof in full, however long it takes:
 *
 *     npm run proof                     # all; what this commit has shown already is not done again
 *     npm run proof -- --part 2/5       # every fifth proof, from the second on
 *     npm run proof -- --json           # one line of JSON a proof and nothing else
 *     npm run proof -- --steady 10      # `npm test` ten times, each time in other surroundings
 *
 * Ends with 1 where a proof has found something. What each gave lies in test-results/proof.json.
 */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { partOf } from './part.mjs'
import { steadily } from './steady.mjs'

const KEPT = 'test-results/proof.json'
const COUNTED = 'node_modules/.cache/linbian/counted.json'

/** A suite counts its own tests into a file; every other tool says its sums in its last line. */
const vitest = (more) => `vitest run ${more} --reporter=default --reporter=json --outputFile.json=${COUNTED}`

const PROOFS = [
  ['unit', vitest('')],
  ['unit on PostgreSQL', `ENGINE=postgres ${vitest('test/journeys test/server test/input')}`],
  ['screens', vitest('--config test/screens/vitest.config.ts')],
  [
    'browser',
    `PLAYWRIGHT_JSON_OUTPUT_FILE=${COUNTED} EVERY_SPEC=1 playwright test -c test/browser/playwright.config.ts --reporter=list,json`,
  ],
  ['Chromium 103', vitest('--config test/floor/vitest.config.ts')],
  ['rights', 'npm run rights -- --json'],
  ['rights on PostgreSQL', 'npm run rights -- --engine postgres --json'],
  ['simulated runs', 'npm run sim -- --seeds 300 --from 1 --json'],
  ['simulated runs on real engines', 'npm run sim -- --seeds 20 --from 1 --engines --json'],
  ['seeded faults', 'npm run sim -- --planted --json'],
  ['crash', 'npm run crash -- --server-kills 300 --browser-kills 60 --seed 1 --json'],
  ['canaries', 'npm run canary -- --seed 1 --json'],
  ['fuzz', 'npm run fuzz -- --requests 50000 --seed 7 --json'],
  ['fuzz on both databases', 'npm run fuzz -- --requests 500 --engine both --seed 1 --json'],
  // Two databases once listed the people of a tablet in two orders.
  ['fuzz, a seed that found something', 'npm run fuzz -- --requests 367 --engine both --seed 114036 --json'],
  ['cut photos', 'npm run photos -- --cuts 500 --seed 1 --json'],
  ...Array.from({ length: 20 }, (_, nth) => [
    `mutation ${nth + 1}/20`,
    `npm run mutation -- --part ${nth + 1}/20`,
  ]),
]

const { values } = parseArgs({
  options: {
    part: { type: 'string', default: '1/1' },
    json: { type: 'boolean', default: false },
    steady: { type: 'string' },
  },
})
const fine =
  values.steady === undefined ? await proveAll() : await steadily(Number(values.steady), values.json)
process.exitCode = fine ? 0 : 1

async function proveAll() {
  // A proof of what was built before would be a proof of something else.
  if ((await runs('npm run build')).code !== 0) throw new Error('nothing is proven of what cannot be built')
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  const isClean = execFileSync('git', ['status', '--porcelain'], { encoding: 'utf8' }) === ''
  const kept = existsSync(KEPT) ? JSON.parse(readFileSync(KEPT, 'utf8')) : []
  let allFine = true
  for (const [proof, command] of partOf(PROOFS, values.part)) {
    const known = isClean && kept.find((one) => one.proof === proof && one.commit === commit && one.ok)
    const result = known || {
      proof,
      commit: isClean ? commit : `${commit} and changes`,
      ...(await proved(command)),
    }
    process.stdout.write(`${JSON.stringify(result)}\n`)
    allFine &&= result.ok
    if (known) continue
    const others = kept.filter((one) => one.proof !== proof)
    kept.splice(0, kept.length, ...others, result)
    mkdirSync('test-results', { recursive: true })
    writeFileSync(KEPT, `${JSON.stringify(kept, undefined, 2)}\n`)
  }
  return allFine
}

async function proved(command) {
  rmSync(COUNTED, { force: true })
  const begun = performance.now()
  const { code, text } = await runs(command)
  const seconds = Math.round((performance.now() - begun) / 1000)
  return { ok: code === 0, seconds, ...(existsSync(COUNTED) ? counted() : lastJson(text)) }
}

function counted() {
  const { numTotalTests, numFailedTests, stats } = JSON.parse(readFileSync(COUNTED, 'utf8'))
  return stats
    ? { tests: stats.expected + stats.unexpected + stats.flaky + stats.skipped, failed: stats.unexpected }
    : { tests: numTotalTests, failed: numFailedTests }
}

function lastJson(text) {
  const line = text.split('\n').findLast((one) => one.startsWith('{'))
  return line ? JSON.parse(line) : {}
}

/** What is said is shown, but for whoever asked for JSON alone only where it went wrong. */
async function runs(command) {
  const child = spawn(command, {
    shell: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PATH: `node_modules/.bin:${process.env['PATH']}` },
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece) => {
      text += String(piece)
      if (!values.json) process.stderr.write(piece)
    })
  const [code] = await once(child, 'close')
  if (code !== 0 && values.json) process.stderr.write(text)
  return { code, text }
}
