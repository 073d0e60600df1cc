import { expect, type Page, test } from '@playwright/test'
import { zh } from '#ui/words/zh/all.ts'
import { aPort } from './support/aPort.ts'
import { photoWithGps } from './support/papers.ts'
import { Profile } from './support/profile.ts'
import { RealServer } from './support/server.ts'
import { enterAs } from './support/walk.ts'
import { goTo } from './support/historySettled.ts'

const server = await RealServer.prepare(await aPort())
let office: Profile
let phone: Profile

test.beforeAll(async () => {
  await server.start('--demo')
  office = await Profile.make({ width: 1280, height: 800 })
  phone = await Profile.make({ width: 390, height: 844 })
})
test.afterAll(async () => {
  for (const profile of [office, phone]) await profile?.remove()
  await server.remove()
})

const key = (page: Page, name: string | RegExp) =>
  page.locator('button:visible, a:visible, label:visible').filter({ hasText: name }).first()
const stand = (page: Page) => page.locator('.photos-stand')

test('INV-21 a photo that has not arrived says so: its author reads that it is still here, the office that it is to come', async () => {
  const page = await phone.open(`${server.origin}/`)
  await enterAs(page, server.origin, 'supervisor', zh)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await goTo(page, `${server.origin}/bins`)
  const begin = page.locator('.bottom-bar .key-primary')
  if ((await begin.getAttribute('aria-disabled')) === 'true')
    await page.locator('fieldset').first().locator('label').first().click()
  await begin.click()
  await page.locator('.tally-main').waitFor()

  // The words go through, the photo does not.
  await page.context().route('**/api/photos*', (route) => route.abort())
  await page.context().route('**/api/photos/**', (route) => route.abort())
  await page.locator('.shift-tools a').nth(1).click()
  await key(page, zh.incident.type.overflow).click()
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'DSC_0001.JPG', mimeType: 'image/jpeg', buffer: await photoWithGps() })
  await page.locator('img.photo').waitFor()
  await page.locator('.bottom-bar .key-primary').click()
  await page.locator('.tally-main').waitFor()
  await goTo(page, `${page.url()}/summary`)
  await expect(stand(page)).toHaveText(zh.common.photo.waiting(1))
  await expect(page.locator('.strip')).toContainText(zh.sync.strip.photos(1))
  await stand(page).scrollIntoViewIfNeeded()
  await look(page, 'photos-author')

  const desk = await office.open(`${server.origin}/`)
  await enterAs(desk, server.origin, 'officer', zh)
  await expect(stand(desk).first()).toHaveText(zh.common.photo.arrived(0, 1))
  await expect(desk.locator(`[aria-label*="${zh.common.photo.coming}"]`).first()).toBeVisible()
  await look(desk, 'photos-office')
  await desk.setViewportSize({ width: 390, height: 844 })
  await look(desk, 'photos-office-phone')
  await desk.setViewportSize({ width: 1280, height: 800 })

  // The network is whole again: the photo arrives, and nothing is said any more.
  await page.context().unroute('**/api/photos*')
  await page.context().unroute('**/api/photos/**')
  await page.reload()
  await expect(stand(page)).toHaveCount(0)
  await expect(page.locator('.strip')).toContainText(zh.sync.strip.done)
  await expect(page.locator('.incident-list-photo img')).toBeVisible()
  await desk.reload()
  await expect(desk.locator('.office-photos img').first()).toBeVisible()
  await expect(stand(desk).filter({ hasText: zh.common.photo.arrived(0, 1) })).toHaveCount(0)
})

/** Looked at by day, at night, in the sun and with text twice as large, in two languages, when `LOOK` names a folder. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['LOOK']
  if (folder === undefined) return
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
  for (const theme of ['night', 'sun']) {
    await page.evaluate((to) => document.documentElement.setAttribute('data-theme', to), theme)
    await page.screenshot({ path: `${folder}/${name}-${theme}.png`, fullPage: true })
  }
  await page.evaluate(() => {
    document.documentElement.removeAttribute('data-theme')
    document.documentElement.style.fontSize = '200%'
  })
  await page.screenshot({ path: `${folder}/${name}-200.png`, fullPage: true })
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
}
