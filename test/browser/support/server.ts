import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import type { Recorded } from '#domain/record.ts'

const HOME = join(import.meta.dirname, '../../..')

/** The built server as a process of its own, on a data folder that outlives it: it can be killed and started again. */
export class RealServer {
  readonly dataDir: string
  readonly port: number
  readonly origin: string
  /** What it printed since it was started last. */
  said = ''
  /** What it logged, in all its lives. */
  logged = ''
  readonly #main: string
  #process: ChildProcess | undefined

  private constructor(dataDir: string, port: number, origin: string, home: string) {
    this.#main = join(home, 'dist/server/main.js')
    this.dataDir = dataDir
    this.port = port
    this.origin = origin
  }

  /**
   * @param origin the address people use, when a wire lies between
   * @param home the built package
   */
  static async prepare(port: number, origin = `http://localhost:${port}`, home = HOME): Promise<RealServer> {
    return new RealServer(await mkdtemp(join(tmpdir(), 'linbian-')), port, origin, home)
  }

  /** On a folder that is there already. */
  static on(dataDir: string, port: number): RealServer {
    return new RealServer(dataDir, port, `http://localhost:${port}`, HOME)
  }

  async start(...args: string[]): Promise<void> {
    this.said = ''
    const env = { ...process.env, PORT: String(this.port), DATA_DIR: this.dataDir, ORIGIN: this.origin }
    const child = spawn(process.execPath, [this.#main, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    this.#process = child
    child.stderr.on('data', (text: Buffer) => {
      this.logged += text.toString()
      process.stderr.write(text)
    })
    await new Promise<void>((started, failed) => {
      child.stdout.on('data', (text: Buffer) => {
        this.said += text.toString()
        if (this.said.includes('\n')) started()
      })
      child.once('exit', (code) => failed(new Error(`the server ended with ${code}: ${this.said}`)))
    })
  }

  /** All that the office knows now, read past the product: on its own phones it lies behind a PIN. */
  records(): readonly Recorded[] {
    const database = new DatabaseSync(join(this.dataDir, 'linbian.sqlite'), { readOnly: true })
    try {
      const rows = database.prepare('select json from records').all() as { json: string }[]
      return rows.map(({ json }) => JSON.parse(json) as Recorded)
    } finally {
      database.close()
    }
  }

  get setUpCode(): string {
    return /set-up code: (\S+)/.exec(this.said)?.[1] ?? ''
  }

  /** As a power cut does it: no word of warning, nothing tidied up. */
  async kill(): Promise<void> {
    const child = this.#process
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }

  async remove(): Promise<void> {
    await this.kill()
    // A demonstration keeps its own folder beside it.
    for (const folder of [this.dataDir, `${this.dataDir}-demo`])
      await rm(folder, { recursive: true, force: true })
  }
}
