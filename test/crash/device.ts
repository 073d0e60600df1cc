import { execFileSync } from 'node:child_process'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { answersPin } from '#test/browser/support/pin.ts'
import { chromiumPath } from '#test/machine.mjs'
import { aPlace, cleared } from './package.ts'

/** Flags under which a Chromium runs as on a device: no window, no talk of its own. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A phone or a tablet: a profile on the disk, and a browser on it that can be killed between two keys. */
export class Device {
  readonly #folder: string
  readonly #viewport: { readonly width: number; readonly height: number }
  #context: BrowserContext | undefined
  /** The browser's own process group. */
  #group: number | undefined
  /** When it was killed last, ms since 1970. */
  fellAt = 0

  private constructor(folder: string, viewport: { readonly width: number; readonly height: number }) {
    this.#folder = folder
    this.#viewport = viewport
  }

  static async make(viewport: { readonly width: number; readonly height: number }): Promise<Device> {
    return new Device(await aPlace('profile'), viewport)
  }

  async open(address: string): Promise<Page> {
    const executablePath = await chromiumPath()
    if (!executablePath) throw new Error('no Chromium: run `node test/machine.mjs` first')
    this.#context = await chromium.launchPersistentContext(this.#folder, {
      executablePath,
      args: FLAGS,
      viewport: this.#viewport,
      hasTouch: true,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    })
    this.#group = this.#found()
    this.#context.setDefaultTimeout(30_000)
    const page = this.#context.pages()[0] ?? (await this.#context.newPage())
    await answersPin(page)
    await page.goto(address, { waitUntil: 'commit' })
    return page
  }

  /** What stands on its page, for whoever has to find out why a robot could not go on. */
  async shows(): Promise<string> {
    const page = this.#context?.pages()[0]
    const shown = await page?.ariaSnapshot({ timeout: 2000 }).catch(String)
    return `${page?.url() ?? 'no page'}\n${shown ?? ''}`
  }

  /** SIGKILL to every process of this browser at once. */
  kill(): void {
    if (this.#group === undefined) return
    this.fellAt = Date.now()
    process.kill(-this.#group, 'SIGKILL')
    this.#group = undefined
  }

  /** After a kill: what the driver still holds is let go. */
  async settled(): Promise<void> {
    await this.#context?.close().catch(() => undefined)
    this.#context = undefined
  }

  /** As a person leaves it. */
  async close(): Promise<void> {
    await this.#context?.close()
    this.#context = undefined
    this.#group = undefined
  }

  async remove(): Promise<void> {
    this.kill()
    await this.settled()
    await cleared(this.#folder)
  }

  /** The driver starts a browser as the leader of a group of its own. */
  #found(): number {
    const list = execFileSync('ps', ['-eo', 'pid=,pgid=,args='], { encoding: 'utf8', maxBuffer: 1 << 24 })
    const own = list.split('\n').find((line) => line.includes(`--user-data-dir=${this.#folder}`))
    const group = Number(own?.trim().split(/\s+/)[1])
    if (!Number.isInteger(group) || group <= 1) throw new Error('the browser is in no group of its own')
    return group
  }
}
