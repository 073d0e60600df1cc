import { type BrowserContext, expect, type Page, type Request, test } from '@playwright/test'
import type { Feedback } from '#domain/feedback/feedback.ts'
import { common } from '#ui/words/zh/common.ts'
import { feedback } from '#ui/words/zh/feedback.ts'
import { people } from '#ui/words/zh/people.ts'
import { sync } from '#ui/words/zh/sync.ts'
import { today } from '#ui/words/zh/today.ts'
import { aPort } from './support/aPort.ts'
import { onDisk, records } from './support/onDisk.ts'
import { RealServer } from './support/server.ts'
import { Wire } from './support/wire.ts'
import { goTo } from './support/historySettled.ts'

const TABS = 4

let server: RealServer
let wire: Wire

test.beforeAll(async () => {
  const port = await aPort()
  wire = await Wire.lay(port, port + 1)
  server = await RealServer.prepare(port + 1, wire.origin)
  await server.start('--demo')
})

test.afterAll(async () => {
  await wire.take()
  await server.remove()
})

/** A lock that a tab keeps for as long as it lives: by it the browser says which tab another lock belongs to. */
const isTab = (page: Page, index: number) =>
  page.evaluate((name) => {
    void navigator.locks.request(name, () => new Promise(() => undefined))
  }, `tab ${index}`)

/** Which tab has its turn to speak now, as the browser knows it; undefined: none. */
const speaker = (page: Page) =>
  page.evaluate(async () => {
    const { held = [] } = await navigator.locks.query()
    const owner = held.find(({ name }) => name === 'sync')?.clientId
    const tab = held.find(({ name, clientId }) => clientId === owner && name?.startsWith('tab '))?.name
    return tab === undefined ? undefined : Number(tab.slice('tab '.length))
  })

async function writes(page: Page, text: string): Promise<void> {
  await goTo(page, `${wire.origin}/feedback/new`)
  await page.getByRole('button', { name: feedback.capture.keys.lighting }).click()
  await page.getByLabel(feedback.capture.words).fill(text)
  await page.getByRole('button', { name: common.save, exact: true }).click()
  await expect(page.getByText(feedback.capture.saved)).toBeVisible()
}

const mine = async (page: Page) =>
  (await records(page)).filter(
    (one): one is Feedback => one.kind === 'feedback' && /^第\d张/.test((one as Feedback).text),
  )

async function crash(context: BrowserContext, page: Page): Promise<void> {
  const gone = page.waitForEvent('crash')
  const session = await context.newCDPSession(page)
  session.send('Page.crash').catch(() => undefined)
  await gone
}

test('one tab speaks at a time; when it dies in the middle another goes on, and everything arrives once', async ({
  context,
  page: first,
}) => {
  let speaking = 0
  let together = 0
  const isSync = (request: Request) => request.method() === 'POST' && request.url().endsWith('/api/sync')
  context.on('request', (request) => {
    if (isSync(request)) together = Math.max(together, (speaking += 1))
  })
  const isOver = (request: Request) => void (isSync(request) && (speaking -= 1))
  context.on('requestfinished', isOver)
  context.on('requestfailed', isOver)

  await goTo(first, wire.origin)
  await first.getByRole('button', { name: people.roles.gridWorker }).click()
  await expect(first.getByText(today.device.people).first()).toBeVisible()
  await first.evaluate(() => navigator.serviceWorker.ready)
  await expect(first.getByRole('status').filter({ hasText: sync.strip.done })).toBeVisible()

  const tabs = [first]
  while (tabs.length < TABS) {
    const tab = await context.newPage()
    await goTo(tab, wire.origin)
    tabs.push(tab)
  }
  wire.cut()
  for (const [index, tab] of tabs.entries()) await writes(tab, `第${index}张桌子旁听来的`)

  // The line is half open: whoever has the turn waits for an answer that does not come. That tab dies.
  wire.stall()
  wire.stall()
  for (const [index, tab] of tabs.entries()) await isTab(tab, index)
  await expect.poll(() => speaker(first), { timeout: 60_000 }).toBeDefined()
  const dying = tabs[(await speaker(first))!]!
  await crash(context, dying)
  speaking = 0
  wire.mend()

  const left = tabs.filter((tab) => tab !== dying)
  for (const tab of left)
    await expect.poll(async () => (await onDisk(tab))['outbox']?.length, { timeout: 90_000 }).toBe(0)
  await expect.poll(async () => (await mine(left[0]!)).length).toBe(TABS)
  const told = await mine(left[0]!)
  expect(new Set(told.map((one) => one.no)).size).toBe(TABS)
  expect(told.every((one) => one.no !== undefined)).toBe(true)
  expect(together).toBe(1)
})
