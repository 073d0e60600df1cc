import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import type { Enrolment, InvitationReply, Invite } from '#wire/office.ts'
import { aCutWire, type CutWire } from '#test/support/aCutWire.ts'
import { aSetUp } from '#test/support/aServer.ts'
import { Volunteer } from '#test/support/aVolunteer.ts'
import { enters } from '#test/support/enters.ts'
import { aFolder } from '#test/support/folder.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const built = join(ROOT, 'node_modules', '.cache', `linbian-operator-${process.pid}`)

/** Builds the server and the operator's commands once for the tests of a file. */
export function builtOnce(): void {
  beforeAll(() =>
    build({
      root: ROOT,
      configFile: join(ROOT, 'vite.server.config.ts'),
      logLevel: 'error',
      build: { outDir: built, emptyOutDir: true },
    }),
  )
  afterAll(() => rm(built, { recursive: true, force: true }))
}

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** A machine with an installed server, its data and its backups; what an operator types runs as processes of its own. */
export interface Operator {
  readonly data: string
  readonly shelf: string
  run(command: 'backup' | 'restore' | 'roster', ...args: readonly string[]): Promise<Ran>
  start(): Promise<void>
  stop(): Promise<void>
  /** As by a power cut. */
  kill(): Promise<void>
  /** Answers as the server's desk does. */
  desk(path: string, body: unknown): Promise<Response>
  readonly office: Volunteer
  joins(invite: Partial<Invite>, on?: Volunteer): Promise<Volunteer>
}

export async function anOperator(env: Record<string, string> = {}): Promise<Operator> {
  const home = await aFolder()
  const data = join(home, 'data')
  await mkdir(join(home, 'dist', 'client'), { recursive: true })
  await writeFile(join(home, 'dist', 'client', 'index.html'), '<title>邻边</title>')
  await writeFile(join(home, 'package.json'), '{"type":"module","version":"9.9.9"}')
  await cp(built, join(home, 'dist', 'server'), { recursive: true })
  await symlink(join(ROOT, 'node_modules'), join(home, 'node_modules'))

  const spawned = (name: string, args: readonly string[]): ChildProcess => {
    const child = spawn(process.execPath, [join(home, 'dist', 'server', `${name}.js`), ...args], {
      cwd: home,
      env: { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: '0', DATA_DIR: data, ...env },
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    return child
  }
  const run = async (name: string, ...args: readonly string[]): Promise<Ran> => {
    const child = spawned(name, args)
    let [out, err] = ['', '']
    child.stdout!.on('data', (text: Buffer) => (out += text.toString()))
    child.stderr!.on('data', (text: Buffer) => (err += text.toString()))
    const [code] = (await once(child, 'close')) as [number | null]
    return { code, out, err }
  }

  let server: ChildProcess | undefined
  let address = ''
  let code = ''
  const start = async () => {
    const child = spawned('main', [])
    let [out, err] = ['', '']
    child.stderr!.on('data', (text: Buffer) => (err += text.toString()))
    child.stdout!.on('data', (text: Buffer) => (out += text.toString()))
    const ended = once(child, 'exit').then(() => 'ended')
    while (!out.includes('\n')) {
      if ((await Promise.race([once(child.stdout!, 'data'), ended])) === 'ended')
        throw new Error(`did not start: ${err}`)
    }
    address = /(http:\/\/[^\s/]+)\//.exec(out)![1]!
    code = /code: (\w{8})/.exec(out)?.[1] ?? ''
    server = child
  }
  const end = (signal: NodeJS.Signals) => async () => {
    const ended = once(server!, 'exit')
    server!.kill(signal)
    await ended
    server = undefined
  }

  const cookies = new Map<CutWire, string>()
  const aWire = (): CutWire => {
    const wire: CutWire = aCutWire(async (path, init) => {
      const headers = new Headers(init?.headers)
      const cookie = cookies.get(wire)
      if (cookie !== undefined) headers.set('Cookie', cookie)
      if (!server) throw new TypeError('failed to fetch')
      const answer = await fetch(`${address}${path}`, { ...init, headers })
      const set = answer.headers.get('Set-Cookie')?.split(';')[0]
      if (set !== undefined) cookies.set(wire, set)
      return answer
    })
    return wire
  }
  const post = (wire: CutWire, path: string, body: unknown) =>
    wire.send(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
  const enrolled = async (answer: Response) => {
    if (!answer.ok) throw new Error(`refused: ${await answer.text()}`)
    return (await answer.json()) as Enrolment
  }
  const now = () => new Date().toISOString()

  await start()
  const officeWire = aWire()
  const founded = await enrolled(await post(officeWire, '/api/setup', aSetUp(code)))
  const office = await Volunteer.joined(founded, officeWire, now())
  await office.sync()
  return {
    data,
    shelf: `${data}-backups`,
    run,
    start,
    stop: end('SIGTERM'),
    kill: end('SIGKILL'),
    desk: (path, body) => post(officeWire, path, body),
    office,
    async joins(other, on) {
      const form = { role: 'gridWorker', place: founded.compound, from: '2020-01-01', deviceKind: 'own' }
      const made = await post(officeWire, '/api/invitations', { ...form, ...other })
      if (!made.ok) throw new Error(`refused: ${await made.text()}`)
      const wire = on?.wire ?? aWire()
      const from = (line: CutWire) => (path: string, body: unknown) => post(line, path, body)
      const invitation = (await made.json()) as InvitationReply
      const deviceKind = other.deviceKind ?? 'own'
      const told = await enrolled(await enters(from(wire), from(officeWire), invitation, { deviceKind }))
      const one = await Volunteer.joined(told, wire, now(), on?.storage)
      await one.sync()
      return one
    },
  }
}
