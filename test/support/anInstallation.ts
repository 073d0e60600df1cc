import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { aFolder } from './folder.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const built = join(
  ROOT,
  'node_modules',
  '.cache',
  `linbian-server-${process.pid}-${Math.random().toString(36).slice(2)}`,
)

/** Builds the server once for a file of tests, as it is installed. */
export function builtServer(): void {
  beforeAll(async () => {
    await build({
      root: ROOT,
      configFile: join(ROOT, 'vite.server.config.ts'),
      logLevel: 'error',
      build: { outDir: built, emptyOutDir: true },
    })
  })
  afterAll(() => rm(built, { recursive: true, force: true }))
}

/** An installed server: its package, its built halves, and an empty place for data. */
export async function anInstallation(): Promise<{ home: string; data: string }> {
  const home = await aFolder()
  await mkdir(join(home, 'dist', 'client'), { recursive: true })
  await writeFile(join(home, 'dist', 'client', 'index.html'), '<title>邻边</title>')
  await writeFile(join(home, 'package.json'), '{"type":"module","version":"9.9.9"}')
  await cp(built, join(home, 'dist', 'server'), { recursive: true })
  await symlink(join(ROOT, 'node_modules'), join(home, 'node_modules'))
  return { home, data: join(home, 'data') }
}

export interface Running {
  readonly process: ChildProcess
  out(): string
  err(): string
  /** The first line, when the server is up. */
  ready(): Promise<{ address: string; code: string | undefined }>
  ended(): Promise<number | null>
}

export function run(
  { home, data }: { home: string; data: string },
  env: Record<string, string> = {},
  args: string[] = [],
): Running {
  const child = spawn(process.execPath, [join(home, 'dist', 'server', 'main.js'), ...args], {
    cwd: home,
    env: { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: '0', DATA_DIR: data, ...env },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let out = ''
  let err = ''
  child.stdout.on('data', (text: Buffer) => (out += text.toString()))
  child.stderr.on('data', (text: Buffer) => (err += text.toString()))
  const exit = once(child, 'exit')
  return {
    process: child,
    out: () => out,
    err: () => err,
    async ready() {
      while (!out.includes('\n')) {
        const next = await Promise.race([once(child.stdout, 'data'), exit.then(() => 'ended')])
        if (next === 'ended') throw new Error(`did not start: ${err}`)
      }
      const found = /(https?:\/\/[^\s/]+)\//.exec(out)
      return { address: found![1]!, code: /code: (\w{8})/.exec(out)?.[1] }
    },
    async ended() {
      const [code] = (await exit) as [number | null]
      return code
    },
  }
}
