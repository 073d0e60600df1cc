import { parseArgs } from 'node:util'
import { sqlite } from './engine.ts'
import { aPostgresEngine } from './postgres.ts'
import { type Found, hunt } from './run.ts'

const HELP = `npm run fuzz -- --requests N [--seed S] [--only I] [--json]

  --requests N  how many requests, one after the other (default 2000)
  --seed S      which requests: the same seed, the same ones (default: by the clock)
  --only I      the one with this number alone, on a server that has seen no other
  --engine E    sqlite, postgres, or both: the same requests to two servers, which must answer and keep the same
  --json        the last line is one JSON object`

const OPTIONS = {
  requests: { type: 'string', default: '2000' },
  seed: { type: 'string' },
  only: { type: 'string' },
  engine: { type: 'string', default: 'sqlite' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

process.exitCode = await main()

async function main(): Promise<number> {
  const said = read()
  if (typeof said === 'string') {
    process.stderr.write(`${said}\n`)
    return said === HELP ? 0 : 2
  }
  const { requests, seed, only, engine, json } = said
  const tell = (line: string) => void process.stdout.write(`${line}\n`)
  const from = performance.now()
  const shown = new Map<string, number>()
  const found = (one: Found) => {
    // The first of a sort in full; of the others the count is enough.
    const sort = `${one.kind} ${one.ask.method} ${one.what.split('\n')[0]?.replace(/\d+/g, '#').slice(0, 80)}`
    const times = (shown.get(sort) ?? 0) + 1
    shown.set(sort, times)
    if (times > 3) return
    tell(
      `${one.kind}: --seed ${seed} --only ${one.index} (or --requests ${one.index + 1} with all before it): ${one.what}`,
    )
    tell(`  ${JSON.stringify(one.ask).slice(0, 2000)}`)
  }
  const indexes = only === undefined ? Array.from({ length: requests }, (_, index) => index) : [only]
  const postgres = engine === 'sqlite' ? undefined : await aPostgresEngine()
  const engines =
    engine === 'both' && postgres ? { engine: sqlite, other: postgres } : { engine: postgres ?? sqlite }
  const report = await hunt({ ...engines, seed, indexes, found })
  await postgres?.stop()
  const seconds = (performance.now() - from) / 1000
  const { counts, statuses, ...rest } = report
  if (!json) tell(`statuses: ${JSON.stringify(statuses)}`)
  const line = {
    ...rest,
    engine,
    seed,
    ...counts,
    seconds: Math.round(seconds),
    requestsPerSecond: Math.round(report.requests / seconds),
  }
  tell(JSON.stringify(json ? { ...line, statuses } : line))
  return Object.values(counts).some((count) => count > 0) ? 1 : 0
}

interface Said {
  readonly requests: number
  readonly seed: number
  readonly only: number | undefined
  readonly engine: string
  readonly json: boolean
}

function read(): Said | string {
  let values
  try {
    values = parseArgs({ options: OPTIONS, strict: true, allowPositionals: false }).values
  } catch (error) {
    return `${(error as Error).message}\n\n${HELP}`
  }
  if (values.help) return HELP
  const numbers = {
    requests: values.requests,
    seed: values.seed ?? String(Date.now() % 1_000_000),
    only: values.only ?? '0',
  }
  for (const [name, text] of Object.entries(numbers))
    if (!/^\d{1,9}$/.test(text)) return `--${name} takes a whole number, not ${text}`
  if (!['sqlite', 'postgres', 'both'].includes(values.engine))
    return `--engine takes sqlite, postgres or both, not ${values.engine}`
  return {
    requests: Number(numbers.requests),
    seed: Number(numbers.seed),
    only: values.only === undefined ? undefined : Number(numbers.only),
    engine: values.engine,
    json: values.json,
  }
}
