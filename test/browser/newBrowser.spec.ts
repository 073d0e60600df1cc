import { expect, type Page, test } from '@playwright/test'
import { common } from '#ui/words/zh/common.ts'
import { doors } from '#ui/words/zh/doors.ts'
import { officeDay } from '#ui/words/zh/officeDay.ts'
import { people } from '#ui/words/zh/people.ts'
import { today } from '#ui/words/zh/today.ts'
import { RealServer } from './support/server.ts'

const port = 20_000 + Math.floor(Math.random() * 20_000)
let server: RealServer

test.beforeAll(async () => {
  server = await RealServer.prepare(port)
  await server.start('--demo')
})

test.afterAll(() => server?.remove())

test.use({ viewport: { width: 390, height: 844 } })

const key = (page: Page, name: string) =>
  page.getByRole('button', { name }).or(page.getByRole('link', { name })).first()

/** This browser becomes a device of somebody who has the role. */
async function enter(page: Page, role: string): Promise<void> {
  await page.goto(`${server.origin}/demo`)
  await page.getByRole('button', { name: `${role} ` }).click()
  await page.waitForURL(`${server.origin}/`)
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
