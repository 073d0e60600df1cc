import { randomUUID } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { pino } from 'pino'
import type { Epoch } from '#domain/ids.ts'
import { type Config, readConfig } from './config.ts'
import { keepBuilds } from './http/earlierBuilds.ts'
import { listen } from './listen.ts'
import { type Refusal, SENTENCES } from './sentences.ts'
import { start } from './start.ts'
import { openStore } from './store.ts'
import { withoutPersons } from './withoutPersons.ts'

/** How long running requests may go on after the word to stop. */
const PATIENCE = 10_000

/** The package's folder: two above this file, as source and as built. */
const HOME = fileURLToPath(new URL('../..', import.meta.url))
const CLIENT = join(HOME, 'dist', 'client')

const config = readConfig(process.env, process.argv.slice(2))
const refusal = config.ok ? await run(config.value) : config.refused
if (refusal) {
  process.stderr.write(`${SENTENCES[refusal].join('\n')}\n`)
  process.exitCode = config.ok ? 1 : 2
}

/** Runs until it is told to stop; answers why it does not. */
async function run(config: Config): Promise<Refusal | undefined> {
  if (!(await stat(join(CLIENT, 'index.html')).catch(() => undefined))) return 'notBuilt'
  const store = await openStore(config, () => `${new Date().toISOString()} ${randomUUID()}` as Epoch)
  if (!store.ok) return store.refused

  const log = pino({ level: config.logLevel, base: null }, pino.destination(2))
  const https = config.tls !== undefined || config.origin?.startsWith('https:') === true
  const { version } = JSON.parse(await readFile(join(HOME, 'package.json'), 'utf8')) as { version: string }
  const started = await start(store.value, {
    dataDir: config.dataDir,
    origin: config.origin,
    https,
    client: { folder: CLIENT, earlier: await keepBuilds(CLIENT, join(config.dataDir, 'assets-kept')) },
    version,
    restore: config.restore,
    demo: config.demo,
    backups: { into: config.backupDir, sealTo: config.sealTo, databaseUrl: config.databaseUrl },
    ...(config.demo && { seed: (await import('./demo/seed.ts')).seedDemo }),
    now: () => new Date(),
    newId: randomUUID,
    addressOf,
    failed: ({ route, error }) => log.error({ route, ...withoutPersons(error) }, 'failed'),
  })
  if (!started.ok) {
    await store.value.close()
    return started.refused
  }
  const { app, setUpCode, hangUp, close } = started.value
  const listening = await listen(app.fetch, config)
  if (!listening.ok) {
    await close()
    await store.value.close()
    return listening.refused
  }

  const address =
    config.origin ?? `${https ? 'https' : 'http'}://${config.host ?? 'localhost'}:${listening.value.port}`
  // The address leads straight in; the code also stands alone, for another screen than the one that shows the link.
  const [way, code] =
    setUpCode === undefined ? ['', ''] : [`setup#${setUpCode}`, `  ·  首次设置码 set-up code: ${setUpCode}`]
  process.stdout.write(`邻边 Linbian  ${address}/${way}${code}\n`)

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    hangUp()
    await listening.value.close(PATIENCE)
    await close()
    await store.value.close()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop())
  return undefined
}

/** Behind a proxy on this machine the visitor stands in the header that it adds; anybody else could write it themselves. */
function addressOf(c: Context): string | undefined {
  const { address } = getConnInfo(c).remote
  const isProxy = address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1'
  return (isProxy ? c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() : undefined) ?? address
}
