import { parseArgs } from 'node:util'
import { type Engine, sqlite } from '#test/fuzz/engine.ts'
import { aPostgresEngine } from '#test/fuzz/postgres.ts'
import { askAll } from './askAll.ts'

const HELP = `npm run rights [-- --json] [--engine E]

  Everybody asks for everything: every address, every change and every group of fields, in every role, at the own place, at
  another, in another compound, on a device that was sent away, after the appointment ended, and as nobody. Each answer is held
  against a row that was written by hand (test/rights).

  --engine E  sqlite or postgres (default: sqlite)
  --json      one line: {"cells", "asserted", "leaks"}`

process.exitCode = await main()

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      engine: { type: 'string', default: 'sqlite' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const tell = (line: string) => void process.stdout.write(`${line}\n`)
  if (values.help || !['sqlite', 'postgres'].includes(values.engine)) {
    tell(HELP)
    return values.help ? 0 : 2
  }
  const postgres = values.engine === 'postgres' ? await aPostgresEngine() : undefined
  const engine: Engine = postgres ?? sqlite
  const from = performance.now()
  const { parts, all } = await askAll(engine)
  await postgres?.stop()
  for (const leak of all.leaks) process.stderr.write(`${leak}\n`)
  if (!values.json) {
    for (const [name, { cells, asserted, leaks }] of Object.entries(parts))
      tell(`${name}: ${cells} cells, ${asserted} asserted, ${leaks.length} leaks`)
    tell(`${Math.round((performance.now() - from) / 1000)} s on ${engine.name}`)
  }
  tell(JSON.stringify({ cells: all.cells, asserted: all.asserted, leaks: all.leaks.length }))
  return all.leaks.length === 0 && all.asserted === all.cells ? 0 : 1
}
