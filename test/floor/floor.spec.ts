import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Shift } from '#domain/bins/shift.ts'
import { aPort } from '#test/browser/support/aPort.ts'
import { type Asks, saysYes } from '#test/browser/support/letIn.ts'
import { RealServer } from '#test/browser/support/server.ts'
import { bins } from '#ui/words/zh/bins.ts'
import { join as joining } from '#ui/words/zh/join.ts'
import { lock } from '#ui/words/zh/lock.ts'
import { sync } from '#ui/words/zh/sync.ts'
import { PROTOCOL } from '#wire/messages.ts'
import type { Enrolment, InvitationReply } from '#wire/office.ts'
import { oldChromium } from './oldChromium.ts'

const TAPS = 12
const TANG = '唐玉珍'
const PIN = '4071'

describe('an old tablet: Chromium 103', () => {
  let server: RealServer
  let profile: string
  let browser: Browser
  let page: Page
  let office: Office
  let code: string

  beforeAll(async () => {
    server = await RealServer.prepare(await aPort())
    await server.start()
    office = await Office.open(server)
    code = await office.invite(TANG)
    profile = await mkdtemp(join(tmpdir(), 'linbian-floor-'))
    browser = await puppeteer.launch({
      executablePath: await oldChromium(),
      userDataDir: profile,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--lang=zh-CN'],
      defaultViewport: { width: 1280, height: 800, hasTouch: true },
    })
    page = (await browser.pages())[0] ?? (await browser.newPage())
    page.on('pageerror', (error) => void process.stderr.write(`${error.stack}\n`))
  })
  afterAll(async () => {
    await browser?.close()
    await server?.remove()
    if (profile) await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  })

  const shows = async (text: string) => {
    const stands = page.waitForFunction(
      // Between two pages there is no body for a moment.
      (text) => document.body?.innerText.includes(text),
      { timeout: 15_000 },
      text,
    )
    await stands.catch(async () => {
      throw new Error(`"${text}" is not on the page: ${await page.evaluate(() => document.body.innerText)}`)
    })
  }
  /** Presses the first thing whose words, or whose name for the ear, begin like this. */
  const press = async (name: string) => {
    const found = await page.waitForFunction(
      (name) =>
        [...document.querySelectorAll<HTMLElement>('button, a, [role=radio], label')].find(
          (one) => one.getAttribute('aria-label')?.startsWith(name) || one.innerText.trim().startsWith(name),
        ),
      { timeout: 15_000 },
      name,
    )
    await found.asElement()?.evaluate((one) => (one as HTMLElement).click())
  }
  const pressPin = async () => {
    for (const digit of PIN)
      await page.evaluate(
        (digit) =>
          [...document.querySelectorAll<HTMLElement>('.pad-key')]
            .find((one) => one.innerText.trim() === digit)
            ?.click(),
        digit,
      )
  }
  /** The vault has its key, and the first walk has come to its end: read past the product, as it lies on the disk. */
  const isWhole = () =>
    page.waitForFunction(
      async () => {
        const settled = <T>(request: IDBRequest<T>) =>
          new Promise<T>((done) => request.addEventListener('success', () => done(request.result)))
        const db = await settled(indexedDB.open('linbian'))
        const meta = (await settled(db.transaction('meta').objectStore('meta').getAll())) as readonly {
          v?: number
          box?: string
          cursor?: string
          scope?: string
          walking?: boolean
        }[]
        db.close()
        const isLocked = meta.some(({ v, box }) => v !== undefined && box !== undefined)
        return isLocked && meta.some(({ cursor, scope, walking }) => cursor && scope && !walking)
      },
      { timeout: 30_000, polling: 500 },
    )
  /** A tablet that goes from hand to hand is locked whenever its page begins anew. */
  const unlock = async () => {
    await shows(lock.enter(TANG, PIN.length))
    await pressPin()
  }

  test('is the browser it says it is', async () => {
    expect(await browser.version()).toContain('/103.')
  })

  test('a supervisor joins, and Today stands again with the office out of reach', async () => {
    await page.goto(`${server.origin}/join`)
    await page.waitForSelector('input')
    await page.type('input', code)
    await press(joining.code.go)
    await press(joining.look.go)
    await page.waitForSelector('.big-digits b')
    const number = await page.$eval('.big-digits b', (shown) => shown.textContent?.replaceAll(/\D/g, ''))
    await saysYes(office.asks, number ?? '')
    await shows(lock.set.title(TANG, PIN.length))
    await pressPin()
    await shows(lock.set.again)
    await pressPin()
    await page.waitForSelector('.today-list', { timeout: 15_000 })
    await shows(TANG)
    await isWhole()
    await page.goto(`${server.origin}/sync`)
    await unlock()
    await shows(sync.ready)
    await server.kill()
    await page.goto(server.origin)
    await unlock()
    await page.waitForSelector('.today-list', { timeout: 15_000 })
    await shows(TANG)
  })

  test('a shift is opened and tapped without the office', async () => {
    await page.goto(`${server.origin}/bins`)
    await unlock()
    await page.waitForSelector('input[type=radio], [role=radio]')
    await press(bins.start.go)
    await shows(bins.counter.right)
    for (let tap = 0; tap < TAPS; tap += 1) {
      await press(`${bins.counter.right}，现在`)
      await page.waitForTimeout(200)
    }
    await page.waitForFunction(
      (taps) => document.querySelector('.tally-number')?.textContent === String(taps),
      {},
      TAPS,
    )
    // What is shown is on the disk: the page may go.
    await page.waitForFunction(() => !document.querySelector('[data-waiting]'))
  })

  test('everything reaches the office once it is back', async () => {
    await server.start()
    await page.goto(server.origin)
    await expect
      .poll(async () => (await office.shifts()).map(({ taps }) => taps.length), { timeout: 60_000 })
      .toEqual([TAPS])
  })
})

/** The office, spoken to without a browser. */
class Office {
  readonly #origin: string
  readonly #cookie: string
  readonly #enrolled: Enrolment

  private constructor(origin: string, cookie: string, enrolled: Enrolment) {
    this.#origin = origin
    this.#cookie = cookie
    this.#enrolled = enrolled
  }

  static async open({ origin, setUpCode }: RealServer): Promise<Office> {
    const reply = await posted(`${origin}/api/setup`, '', {
      code: setUpCode,
      compound: '春和苑',
      rows: [],
      points: [{ label: '东门投放点', windows: [{ window: 'morning', from: '06:30', to: '09:00' }] }],
      emergency: [],
      officer: { name: '林老师', passphrase: '锦江边上慢慢走一走看灯' },
      deviceKind: 'own',
    })
    const cookie = reply.headers.get('set-cookie')?.split(';')[0] ?? ''
    return new Office(origin, cookie, (await reply.json()) as Enrolment)
  }

  async invite(name: string): Promise<string> {
    const form = {
      name,
      role: 'supervisor',
      place: this.#enrolled.compound,
      from: '2020-01-01',
      deviceKind: 'shared',
    }
    return (
      (await (await posted(`${this.#origin}/api/invitations`, this.#cookie, form)).json()) as InvitationReply
    ).code
  }

  readonly asks: Asks = async (path, body) => {
    if (body !== undefined) return (await posted(this.#origin + path, this.#cookie, body)).json()
    return (await fetch(this.#origin + path, { headers: { cookie: this.#cookie } })).json()
  }

  /** As the office's own device would get them. */
  async shifts(): Promise<readonly Shift[]> {
    const { tenant, device, epoch } = this.#enrolled
    const stream = crypto.randomUUID()
    const found: Shift[] = []
    for (let cursor = ''; ;) {
      const request = { protocol: PROTOCOL, request: crypto.randomUUID(), tenant, device, stream, epoch }
      const rest = { acked: 0, cursor, changes: [], unsent: 0, limit: 1000, photos: [] }
      const reply = await posted(`${this.#origin}/api/sync`, this.#cookie, { ...request, ...rest })
      const { records, to, more } = (await reply.json()) as {
        records: { kind: string }[]
        to: string
        more: boolean
      }
      for (const record of records) if (record.kind === 'shift') found.push(record as Shift)
      cursor = to
      if (!more) return found
    }
  }
}

async function posted(address: string, cookie: string, body: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...(cookie && { cookie }) }
  const reply = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!reply.ok) throw new Error(`${address}: ${reply.status} ${await reply.text()}`)
  return reply
}
