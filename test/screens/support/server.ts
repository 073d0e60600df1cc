import { cp, mkdtemp, rm } from 'node:fs/promises'
import { rmSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import type { Epoch } from '#domain/ids.ts'
import { seedDemo } from '#server/demo/seed.ts'
import { type Started, start } from '#server/start.ts'
import { openStore, type Store } from '#server/store.ts'

/** What a developer would have to look at. */
type Failed = (what: { readonly route: string; readonly error: unknown }) => void

/** The server of the product in this process, on a demonstration of its own. Its clock runs on from an instant that is given. */
export class Demonstration {
  readonly #folder: string
  readonly #store: Store
  readonly #started: Started
  readonly listener: (request: IncomingMessage, response: ServerResponse) => void

  private constructor(folder: string, store: Store, started: Started) {
    this.#folder = folder
    this.#store = store
    this.#started = started
    this.listener = getRequestListener(started.app.fetch)
  }

  /** On a folder that was filled once for all that begin at this instant. */
  static async from(instant: string, failed: Failed): Promise<Demonstration> {
    const filled = await filledAt(instant)
    const folder = await aFolder()
    await cp(filled, folder, { recursive: true })
    return Demonstration.on(folder, instant, failed)
  }

  static async on(folder: string, instant: string, failed: Failed): Promise<Demonstration> {
    const began = performance.now()
    const now = () => new Date(Date.parse(instant) + performance.now() - began)
    const store = await openStore({ dataDir: folder }, () => `${instant} screens` as Epoch)
    if (!store.ok) throw new Error(`store: ${store.refused}`)
    const started = await start(store.value, {
      dataDir: folder,
      origin: undefined,
      https: false,
      client: undefined,
      version: 'test',
      restore: false,
      demo: true,
      seed: seedDemo,
      now,
      newId: () => crypto.randomUUID(),
      addressOf: () => '192.0.2.1',
      failed,
    })
    if (!started.ok) throw new Error(`start: ${started.refused}`)
    return new Demonstration(folder, store.value, started.value)
  }

  async stop(): Promise<void> {
    this.#started.hangUp()
    await this.#started.close()
    await this.#store.close()
  }

  async remove(): Promise<void> {
    await this.stop()
    await rm(this.#folder, { recursive: true, force: true })
  }
}

const filled = new Map<string, Promise<string>>()

/** A demonstration is the same for all who begin at one instant: it is written once, and copied. */
function filledAt(instant: string): Promise<string> {
  const known = filled.get(instant)
  if (known) return known
  const made = fill(instant)
  filled.set(instant, made)
  return made
}

async function fill(instant: string): Promise<string> {
  const folder = await aFolder()
  const demonstration = await Demonstration.on(folder, instant, ({ route, error }) => {
    throw new Error(route, { cause: error })
  })
  await demonstration.stop()
  return folder
}

const folders: string[] = []

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'linbian-screens-'))
  folders.push(folder)
  return folder
}

process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})
