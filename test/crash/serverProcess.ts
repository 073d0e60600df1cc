import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** strace looks on while the server runs: it notes the calls, or ends the server in front of one of them. */
export type Under =
  | { readonly trace: string }
  /** SIGKILL before the `nth` call of this name that one thread makes. */
  | { readonly killAt: { readonly call: string; readonly nth: number } }

/** The calls by which something reaches a disk, a socket or a name in a folder. The mark lets a machine lack one of them. */
const WRITE_CLASS = [
  'write',
  'writev',
  'pwrite64',
  'pwritev',
  'fsync',
  'fdatasync',
  'rename',
  'renameat',
  'renameat2',
  'unlink',
  'unlinkat',
  'ftruncate',
  'sendto',
  'sendmsg',
  'mkdir',
  'mkdirat',
  'copy_file_range',
  'sendfile',
]

/** Nobody waits longer for a start: it hangs. */
const PATIENCE = 60_000

/** None of them outlives the tool. */
const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

export type StartEnd = 'up' | 'killed' | 'refused'

/** The built server as a process on a data folder that outlives it. */
export class ServerProcess {
  readonly #home: string
  readonly #port: number
  /** May be replaced between two runs. */
  dataDir: string
  /** Where it listens since its last start. */
  origin = ''
  setUpCode = ''
  /** What it wrote to stderr since its last start. */
  complaints = ''
  #child: ChildProcess | undefined

  constructor(home: string, dataDir: string, port = 0) {
    this.#home = home
    this.dataDir = dataDir
    this.#port = port
  }

  /** `origin`: the address people use, where a wire lies between. */
  async start(under?: Under, origin = ''): Promise<StartEnd> {
    this.complaints = ''
    const node = [process.execPath, join(this.#home, 'dist/server/main.js')]
    const [command = '', ...args] = [...watched(under), ...node]
    const env = {
      ...process.env,
      PORT: String(this.#port),
      HOST: '127.0.0.1',
      DATA_DIR: this.dataDir,
      ORIGIN: origin,
      // Files are written by one thread of their own then, so that the n-th call of a thread is the same at each run.
      ...(under && { UV_THREADPOOL_SIZE: '1' }),
    }
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    this.#child = child
    running.add(child)
    child.once('exit', () => running.delete(child))
    child.stderr.on('data', (text: Buffer) => (this.complaints += text.toString()))
    let said = ''
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        child.kill('SIGKILL')
        reject(new Error(`no word from the server for ${PATIENCE} ms`))
      }, PATIENCE)
      const settle = (end: StartEnd) => {
        clearTimeout(late)
        resolve(end)
      }
      child.once('error', reject)
      child.stdout.on('data', (text: Buffer) => {
        said += text.toString()
        const told = /(https?:\/\/[^\s/]+)\//.exec(said)
        if (!told) return
        this.origin = told[1] ?? ''
        // Set up, it prints none; whoever has not heard the answer asks again with what they have typed.
        this.setUpCode = /set-up code: (\S+)/.exec(said)?.[1] ?? this.setUpCode
        settle('up')
      })
      child.once('exit', (_, signal) => settle(signal === 'SIGKILL' ? 'killed' : 'refused'))
    })
  }

  get isRunning(): boolean {
    const child = this.#child
    return child !== undefined && child.exitCode === null && child.signalCode === null
  }

  /** It did not end by itself. */
  get wasKilled(): boolean {
    return this.#child?.signalCode === 'SIGKILL'
  }

  /** Resolves when the process is gone, however it went. */
  async gone(): Promise<void> {
    if (this.isRunning) await once(this.#child as ChildProcess, 'exit')
  }

  /** As kill -9: no word of warning, nothing tidied up. */
  async kill(): Promise<void> {
    if (!this.isRunning) return
    this.#child?.kill('SIGKILL')
    await this.gone()
  }

  /** The word to stop; resolves at once. */
  askToStop(): void {
    this.#child?.kill('SIGTERM')
  }
}

function watched(under: Under | undefined): readonly string[] {
  if (!under) return []
  // -D: the server is our own child and strace stands beside it.
  const quiet = ['strace', '-D', '-f', '-qq']
  if ('trace' in under) {
    const calls = WRITE_CLASS.map((call) => `?${call}`).join(',')
    return [...quiet, '--seccomp-bpf', '-y', '-s', '0', '-e', `trace=${calls}`, '-o', under.trace]
  }
  // Without --seccomp-bpf: with it, strace counts no further than one.
  const { call, nth } = under.killAt
  return [...quiet, '-e', `trace=${call}`, '-e', `inject=${call}:signal=KILL:when=${nth}`, '-o', '/dev/null']
}
