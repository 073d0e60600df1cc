import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import config from '../playwright.config.ts'
import { answersPin, OWN_PIN } from './pin.ts'
import { goTo } from './historySettled.ts'

/** One person's device: a browser profile on the disk that can be killed and started again, as a tablet is. */
export class Profile {
  readonly folder: string
  readonly #viewport: { width: number; height: number }
  readonly #args: readonly string[]
  #context: BrowserContext | undefined
  #page: Page | undefined
  #pin: string | undefined

  private constructor(
    folder: string,
    viewport: { width: number; height: number },
    args: readonly string[] = [],
  ) {
    this.folder = folder
    this.#viewport = viewport
    this.#args = args
  }

  /** `args`: what its browser is started with beside the usual. */
  static async make(viewport: { width: number; height: number }, ...args: string[]): Promise<Profile> {
    return new Profile(await mkdtemp(join(tmpdir(), 'linbian-profile-')), viewport, args)
  }

  /** A device that somebody else has used before. */
  static on(folder: string, viewport: { width: number; height: number }): Profile {
    return new Profile(folder, viewport)
  }

  /** Starts the browser and opens an address. */
  async open(address: string): Promise<Page> {
    const { launchOptions, locale, timezoneId } = config.use ?? {}
    this.#context = await chromium.launchPersistentContext(this.folder, {
      ...launchOptions,
      args: [...(launchOptions?.args ?? []), ...this.#args],
      viewport: this.#viewport,
      hasTouch: true,
      ...(locale !== undefined && { locale }),
      ...(timezoneId !== undefined && { timezoneId }),
    })
    const page = this.#context.pages()[0] ?? (await this.#context.newPage())
    this.#page = page
    if (this.#pin !== undefined) await answersPin(page, this.#pin)
    await goTo(page, address, { waitUntil: 'commit' })
    return page
  }

  /** Whoever has it sets its PIN when asked, and enters it whenever it stands locked. */
  answers(pin = OWN_PIN): this {
    this.#pin = pin
    return this
  }

  get page(): Page {
    if (!this.#page) throw new Error('not opened')
    return this.#page
  }

  /** Kills every process of this profile's browser, by id, without warning. */
  async kill(): Promise<void> {
    for (const pid of this.#pids()) {
      try {
        process.kill(pid, 'SIGKILL')
      } catch {
        // It went with its parent.
      }
    }
    await this.#context?.close().catch(() => undefined)
    this.#context = undefined
  }

  async close(): Promise<void> {
    await this.#context?.close()
    this.#context = undefined
  }

  async remove(): Promise<void> {
    await this.close().catch(() => undefined)
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 })
  }

  #pids(): number[] {
    const list = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8', maxBuffer: 1 << 24 })
    return list
      .split('\n')
      .filter((line) => line.includes(`--user-data-dir=${this.folder}`))
      .map((line) => Number.parseInt(line, 10))
  }
}
