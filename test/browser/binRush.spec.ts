import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import type { Recorded } from '#domain/record.ts'
import { type Counter, COUNTERS, rateOf, sumOf } from '#domain/bins/tallies.ts'
import { addDays, dayOf } from '#domain/workingDays.ts'
import { type BinSheet, sheetsIn } from '#queries/sheet.ts'
import { bags } from '#ui/words/zh/bags.ts'
import { bins } from '#ui/words/zh/bins.ts'
import { common } from '#ui/words/zh/common.ts'
import { incident } from '#ui/words/zh/incident.ts'
import { join } from '#ui/words/zh/join.ts'
import { officeDay } from '#ui/words/zh/officeDay.ts'
import { sheets } from '#ui/words/zh/sheets.ts'
import { shift as words } from '#ui/words/zh/shift.ts'
import { sync } from '#ui/words/zh/sync.ts'
import type { Enrolment, InvitationReply } from '#wire/office.ts'
import { aPort } from './support/aPort.ts'
import { letIn } from './support/letIn.ts'
import { countsOfTouches, keyOf, touch, touchesOf } from './support/hands.ts'
import { records } from './support/onDisk.ts'
import { answersPin } from './support/pin.ts'
import { RealServer } from './support/server.ts'
import { goTo } from './support/historySettled.ts'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const TABLET = { viewport: { width: 1280, height: 800 }, hasTouch: true }
const PASSPHRASE = '锦江边上慢慢走一走看灯'
/** A hundred and fifty deliberate touches on each of two devices. */
const TOUCHES = 150

const port = await aPort()
let server: RealServer
let compound: Enrolment
let cookie = ''

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  server = await RealServer.prepare(port)
  await server.start()
  compound = await asked<Enrolment>('/api/setup', {
    code: server.setUpCode,
    compound: '春和苑',
    rows: [
      ['栋', '单元', '房号', '姓名', '电话'],
      ['1', '1', '101', '', ''],
    ],
    points: [
      {
        label: '东门投放点',
        windows: [
          { window: 'morning', from: '07:00', to: '09:00' },
          { window: 'evening', from: '18:00', to: '20:00' },
        ],
      },
    ],
    emergency: [],
    officer: { name: '林老师', passphrase: PASSPHRASE },
    deviceKind: 'own',
  })
})

test.afterAll(() => server.remove())

async function asked<T>(path: string, body?: unknown): Promise<T> {
  const headers = { 'content-type': 'application/json', ...(cookie && { cookie }) }
  const posted = body !== undefined && { method: 'POST', body: JSON.stringify(body) }
  const answer = await fetch(server.origin + path, { headers, ...posted })
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
  cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie
  return (await answer.json()) as T
}

/** Somebody is invited by the office and joins on a device of their own. */
async function joins(browser: Browser, name: string, role: 'supervisor' | 'officer', device: object) {
  const from = addDays(dayOf(new Date().toISOString()), -1)
  const form = { name, role, place: compound.compound, from, deviceKind: 'own' }
  const { code } = await asked<InvitationReply>('/api/invitations', form)
  const context = await browser.newContext({ ...device, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  await answersPin(page)
  await goTo(page, `${server.origin}/join`)
  await page.getByLabel(join.code.label).fill(code)
  await page.getByRole('button', { name: join.code.go, exact: true }).click()
  if (role === 'officer') await page.getByLabel(join.look.passphrase).fill(PASSPHRASE)
  await letIn(page, asked)
  // Who is of the office has another Today as soon as the device knows it.
  const greeted = role === 'officer' ? officeDay.title : name
  await expect(page.getByRole('heading', { level: 1 })).toContainText(greeted)
  // What is opened without a network has to be here.
  await goTo(page, `${server.origin}/sync`)
  await expect(page.getByText(sync.ready).first()).toBeVisible({ timeout: 60_000 })
  return { context, page }
}

interface Stands {
  readonly context: BrowserContext
  page: Page
  readonly seed: number
  readonly meant: Record<Counter, number>
}

const devices: Stands[] = []
let office: { readonly context: BrowserContext; readonly page: Page }

/** The network comes and goes until somebody says that it is over, and is there at the end. */
function flapping(context: BrowserContext): () => Promise<void> {
  const over = new AbortController()
  const flaps = (async () => {
    for (let away = true; !over.signal.aborted; away = !away) {
      await context.setOffline(away)
      await new Promise((resolve) => setTimeout(resolve, away ? 1700 : 900))
    }
    await context.setOffline(false)
  })()
  return () => {
    over.abort()
    return flaps
  }
}

async function shown(page: Page): Promise<Record<Counter, number>> {
  const numbers = await Promise.all(
    COUNTERS.map(async (counter) =>
      Number(await keyOf(page, counter).locator('.tally-number').textContent()),
    ),
  )
  return Object.fromEntries(COUNTERS.map((counter, at) => [counter, numbers[at]])) as Record<Counter, number>
}

const allSaved = (page: Page) => expect(page.locator('.tally[data-waiting]')).toHaveCount(0)

const whole = (a: Record<Counter, number>, b: Record<Counter, number>) => sumOf([a, b])

test('two phones open a shift at one point, each its own', async ({ browser }) => {
  test.setTimeout(240_000)
  office = await joins(browser, '周敏', 'officer', TABLET)
  for (const [index, name] of ['唐玉珍', '廖世全'].entries()) {
    const seed = 11 + index
    const { context, page } = await joins(browser, name, 'supervisor', PHONE)
    const touches = touchesOf(seed, TOUCHES)
    expect(touches.filter(({ bounce }) => bounce).length).toBeGreaterThan(20)
    devices.push({ context, page, seed, meant: countsOfTouches(touches) })
    await goTo(page, `${server.origin}/bins`)
    await page.locator('label').filter({ hasText: bins.window.morning }).first().tap()
    await page.getByRole('button', { name: bins.start.go }).tap()
    await expect(keyOf(page, 'right')).toBeVisible()
  }
})

test('300 touches at up to six a second, bounces among them, while the network comes and goes and one page dies: each counts once', async () => {
  test.setTimeout(360_000)
  await Promise.all(
    devices.map(async (device, index) => {
      const touches = touchesOf(device.seed, TOUCHES)
      const half = touches.findIndex((one, at) => at > touches.length / 2 && !one.bounce)
      let over = flapping(device.context)
      await touch(device.page, touches.slice(0, half))
      if (index === 0) {
        await over()
        await device.context.setOffline(true)
        // What is shown as saved is what a page that dies leaves behind.
        const before = countsOfTouches(touches.slice(0, half))
        await expect.poll(() => shown(device.page)).toEqual(before)
        await allSaved(device.page)
        device.page = await killed(device)
        await expect.poll(() => shown(device.page)).toEqual(before)
        over = flapping(device.context)
      }
      await touch(device.page, touches.slice(half))
      await over()
    }),
  )
  for (const { page, meant } of devices) {
    await expect.poll(() => shown(page)).toEqual(meant)
    await allSaved(page)
  }
})

/** The page dies without a word; the shift goes on from what is on the disk. */
async function killed({ context, page }: Stands): Promise<Page> {
  const gone = page.waitForEvent('crash')
  const session = await context.newCDPSession(page)
  session.send('Page.crash').catch(() => undefined)
  await gone
  const next = await context.newPage()
  await answersPin(next)
  await page.close()
  // Without a network the app opens from what it keeps.
  await goTo(next, `${server.origin}/bins`, { waitUntil: 'commit' })
  await next.getByRole('link', { name: bins.start.goOn }).tap()
  await expect(keyOf(next, 'right')).toBeVisible()
  return next
}

test('an incident is three touches from the tallies, twelve bags are opened, and the counts stay as they were', async () => {
  test.setTimeout(180_000)
  for (const { page, meant } of devices) {
    await page.getByRole('link', { name: bins.photo, exact: true }).tap()
    await page.getByRole('button', { name: incident.type.overflow }).tap()
    await page.getByRole('button', { name: incident.save, exact: true }).tap()
    await expect(keyOf(page, 'right')).toBeVisible()

    await page.getByRole('button', { name: words.more, exact: true }).tap()
    await page.getByRole('link', { name: words.tool.bags }).tap()
    await page.locator('.stream-keys button').first().tap()
    for (let bag = 1; bag <= 6; bag += 1) {
      const verdict = bag === 6 ? 'minor' : 'good'
      await page.locator('.bag-verdict').filter({ hasText: bags.verdict[verdict] }).tap()
      // Fingers take a moment from bag to bag.
      await page.waitForTimeout(200)
    }
    await page.getByRole('link', { name: common.back }).first().tap()
    await expect(keyOf(page, 'right')).toBeVisible()
    await expect.poll(() => shown(page)).toEqual(meant)
  }
})

test('both hand over; both phones and the office read one sheet with the same sums, on the screen and on paper', async () => {
  test.setTimeout(240_000)
  for (const { page } of devices) {
    await page.getByRole('button', { name: bins.handOver, exact: true }).tap()
    await expect(page.getByText(bins.summary.done).first()).toBeVisible()
  }
  const [one, other] = devices as [Stands, Stands]
  const sum = whole(one.meant, other.meant)
  const { percent, drops } = rateOf(sum)
  const pages = [office.page, one.page, other.page]
  // What a phone holds of incidents lies behind its PIN.
  const incidents = () => server.records().filter(({ kind }) => kind === 'incident')
  const kept = async (page: Page) =>
    page === office.page ? server.records() : [...(await records(page)), ...incidents()]
  for (const page of pages) {
    await expect(async () => {
      // The app syncs by itself when it is opened.
      await goTo(page, `${server.origin}/bins/report?by=day`)
      await expect(page.getByRole('main')).toContainText(sheets.rate.base(String(drops)))
      expect(sheetsOn(await kept(page))).toMatchObject([
        { counts: sum, bags: { good: 10, checked: 12 }, open: false },
      ])
    }).toPass({ timeout: 90_000 })
    const [sheet] = sheetsOn(await kept(page)) as [BinSheet]
    expect(sheet.shares.map(({ counts }) => counts).sort(byRight)).toEqual(
      [one.meant, other.meant].sort(byRight),
    )
    expect(sheet.incidents.map(({ type }) => type)).toEqual(['overflow', 'overflow'])
    const main = page.getByRole('main')
    await expect(main).toContainText(`${percent}%`)
    await expect(main).toContainText(sheets.rate.base(String(drops)))
    await expect(main).toContainText(sheets.bags.of('10', '12'))
  }
  const paper = office.page
  await paper.getByRole('link', { name: sheets.paper.open }).click()
  await paper.emulateMedia({ media: 'print' })
  const page = paper.locator('main')
  for (const counter of COUNTERS) await expect(page).toContainText(String(sum[counter]))
  await expect(page).toContainText(`${percent}%`)
  await expect(page).toContainText(sheets.bags.of('10', '12'))
  const broad = await paper.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(broad).toBeLessThanOrEqual(0)
})

function sheetsOn(all: readonly Recorded[]): readonly BinSheet[] {
  const view = { all: <R extends Recorded>(kind: string) => all.filter((one) => one.kind === kind) as R[] }
  return sheetsIn(view, { from: '0000-01-01', to: '9999-12-31' })
}

function byRight(a: Record<Counter, number>, b: typeof a): number {
  return a.right - b.right
}
