import { expect, type Page, test } from '@playwright/test'
import { common } from '#ui/words/zh/common.ts'
import { doors } from '#ui/words/zh/doors.ts'
import { officeDay } from '#ui/words/zh/officeDay.ts'
import { people } from '#ui/words/zh/people.ts'
import { today } from '#ui/words/zh/today.ts'
import { aPort } from './support/aPort.ts'
import { RealServer } from './support/server.ts'
import { goTo } from './support/historySettled.ts'
import { Wire } from './support/wire.ts'

const port = await aPort()
let wire: Wire
let server: RealServer

test.beforeAll(async () => {
  wire = await Wire.lay(port, port + 1)
  server = await RealServer.prepare(port + 1, wire.origin)
  await server.start('--demo')
})

test.afterAll(async () => {
  await server?.remove()
  await wire?.take()
})

test.use({ viewport: { width: 390, height: 844 } })

const key = (page: Page, name: string) =>
  page.getByRole('button', { name }).or(page.getByRole('link', { name })).first()

/** This browser becomes a device of somebody who has the role. */
async function enter(page: Page, role: string): Promise<void> {
  await goTo(page, `${wire.origin}/demo`)
  await page.getByRole('button', { name: `${role} ` }).click()
  await page.waitForURL(`${wire.origin}/`)
}

test('what a person may do stands on a new device as soon as it knows them, without loading anew', async ({
  page,
}) => {
  await enter(page, people.roles.gridWorker)
  await page.evaluate(() => Object.assign(window, { sameLoad: true }))
  await expect(key(page, today.visit)).toBeVisible()
  await expect(key(page, today.feedback)).toBeVisible()
  await expect(key(page, today.bins)).toBeHidden()
  await page.getByRole('link', { name: common.tabs.doors, exact: true }).click()
  await expect(key(page, doors.start)).toBeVisible()
  await key(page, doors.start).click()
  await expect(key(page, doors.round.met)).toBeVisible()
  expect(await page.evaluate(() => 'sameLoad' in window)).toBe(true)
})

test('before anything has come to a new device, it does not say that all is done', async ({ page }) => {
  await page.route('**/api/sync', (route) => route.abort())
  await enter(page, people.roles.officer)
  await expect(page.getByText(today.coming)).toBeVisible()
  await expect(page.getByText(today.allDone)).toHaveCount(0)
  await page.unroute('**/api/sync')
  await page.reload()
  await expect(page.getByRole('heading', { name: officeDay.title })).toBeVisible()
})

test('a steward hears nothing of visits: doors, and what is open', async ({ page }) => {
  await enter(page, people.roles.steward)
  await expect(key(page, today.orders)).toBeVisible()
  const main = page.locator('#app')
  const word = new RegExp([doors.never, doors.filter.toGo, '去过', today.visit].join('|'))
  await expect(main).not.toContainText(word)
  await page.getByRole('link', { name: common.tabs.doors, exact: true }).click()
  await expect(main).toContainText(doors.homes('142'))
  await expect(main).not.toContainText(word)
})

test('loaded anew while its first worker is being installed, a page speaks of no new version', async ({
  page,
}) => {
  await enter(page, people.roles.gridWorker)
  await expect(key(page, today.visit)).toBeVisible()
  await page.addInitScript(() =>
    Object.assign(window, { served: navigator.serviceWorker.controller !== null }),
  )
  // A browser that has no worker yet, and a page that goes before the worker stands.
  await expect(async () => {
    await page.evaluate(async () => {
      for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister()
      for (const name of await caches.keys()) if (name.includes('precache')) await caches.delete(name)
    })
    await page.reload()
    await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.installing)
    await page.reload()
    expect(await page.evaluate(() => Reflect.get(window, 'served'))).toBe(false)
  }).toPass()

  await expect(page.getByText(today.device.readyOffline)).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText(today.device.update)).toBeHidden()
})

test('whose network goes away while the files come has them soon after it is back, without a new start', async ({
  page,
}) => {
  await enter(page, people.roles.gridWorker)
  await expect(key(page, today.visit)).toBeVisible()
  const isComing = () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.installing !== undefined)
  // As a browser that is new here.
  await page.evaluate(async () => {
    for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister()
    for (const name of await caches.keys()) if (name.includes('precache')) await caches.delete(name)
  })
  await page.reload()
  await page.evaluate(() => Object.assign(window, { sameLoad: true }))
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.installing)
  wire.cut()
  await expect.poll(isComing).toBe(false)
  await expect(page.getByText(today.device.readyOffline)).toBeHidden()

  wire.mend()
  await expect(page.getByText(today.device.readyOffline)).toBeVisible()
  expect(await page.evaluate(() => 'sameLoad' in window)).toBe(true)
})

test('loaded past its worker a page is served by it all the same', async ({ page }) => {
  await enter(page, people.roles.gridWorker)
  await expect(page.getByText(today.device.readyOffline)).toBeVisible()
  const devtools = await page.context().newCDPSession(page)
  const loaded = page.waitForEvent('load')
  await devtools.send('Page.reload', { ignoreCache: true })
  await loaded

  await expect(page.getByText(today.device.readyOffline)).toBeVisible()
  await expect(page.getByText(today.device.update)).toBeHidden()
  wire.cut()
  await page.reload()
  await expect(key(page, today.visit)).toBeVisible()
  wire.mend()
})

test('one file that did not come the first time is not missed for ever', async ({ page }) => {
  await page.route(/assets\/behind-/, (route) => route.abort(), { times: 1 })
  await goTo(page, `${wire.origin}/demo`)
  await expect(page.getByRole('button', { name: `${people.roles.gridWorker} ` })).toBeVisible()
  await page.route(/assets\/behind-/, (route) => route.abort(), { times: 1 })
  await page.getByRole('button', { name: `${people.roles.gridWorker} ` }).click()
  await page.waitForURL(`${wire.origin}/`)
  await expect(page.getByText(today.device.readyOffline)).toBeVisible()
})
