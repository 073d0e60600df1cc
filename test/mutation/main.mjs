/**
 * Changes one thing after the other in the source and asks the tests whether they notice.
 *
 *     npm run mutation -- --group queries --part 3/20   # every twentieth file of a room, from the third on
 *     npm run mutation -- --files 'src/queries/freshness.ts'
 *
 * What a run found is put into one summary, file by file, so that the whole can be done in many runs.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { Stryker } from '@stryker-mutator/core'
import { partOf } from '../part.mjs'
import { sourcesOf } from './files.mjs'
import { judged, scored, told } from './score.mjs'
import options, { GROUPS } from './stryker.config.mjs'

/** Below so many of a hundred something is not looked after. */
const ENOUGH = 90

const { values } = parseArgs({
  options: {
    part: { type: 'string', default: '1/1' },
    group: { type: 'string', multiple: true },
    files: { type: 'string', multiple: true },
    summary: { type: 'string', default: 'test-results/mutation.json' },
  },
})
const groups = values.group ?? Object.keys(GROUPS)
const chosen = partOf(
  values.files ? sourcesOf(values.files) : groups.flatMap((one) => sourcesOf(GROUPS[one])),
  values.part,
)
if (chosen.length === 0) throw new Error('no file is meant')
const equivalent = JSON.parse(readFileSync(join(import.meta.dirname, 'equivalent.json'), 'utf8'))
const cache = 'node_modules/.cache/linbian/mutation'
mkdirSync(cache, { recursive: true })
mkdirSync(dirname(values.summary), { recursive: true })
const here = {}
for (const file of chosen) {
  const incrementalFile = `${cache}/${file.replaceAll('/', '+')}.json`
  process.env['MUTATION_ROOM'] = file.split('/')[1]
  // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- its levels are an enum, and in every configuration a word
  const mutants = await new Stryker({ ...options, mutate: [file], incrementalFile }).runMutationTest()
  here[file] = judged(file, mutants, equivalent)
  process.stdout.write(`${told(file, here[file])}\n`)
  // Others write into it too: it is read anew each time.
  const before = existsSync(values.summary) ? JSON.parse(readFileSync(values.summary, 'utf8')).files : {}
  const files = Object.fromEntries(
    Object.entries({ ...before, [file]: here[file] }).sort(([a], [b]) => (a < b ? -1 : 1)),
  )
  const all = Object.values(files)
  writeFileSync(
    values.summary,
    `${JSON.stringify({ score: scored(all), counted: all.length, files }, undefined, 2)}\n`,
  )
}
const score = scored(Object.values(here))
process.stdout.write(`${score} % of ${chosen.length} files\n`)
// What Stryker keeps open must not keep the process.
process.exit(score < ENOUGH || Object.values(here).some(({ gone }) => gone) ? 1 : 0)
