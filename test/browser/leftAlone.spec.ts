import { expect, type Page, test } from '@playwright/test'
import { zh } from '#ui/words/zh/all.ts'
import { followLink, goTo } from './support/historySettled.ts'
import { photoWithGps } from './support/papers.ts'
import { unlock } from './support/pin.ts'
import { SharedTablet } from './support/sharedTablet.ts'

const ZHOU = { name: '周桂芳', pin: '4071' }
const SECOND = 1000
const MINUTE = 60 * SECOND

let here: SharedTablet

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  here = await SharedTablet.prepare()
  await here.tablet.open(`${here.origin}/`)
  await here.joins(ZHOU)
  await here.isReady()
})

test.afterAll(() => here?.remove())

const isIn = (page: Page) => expect(page.locator('.lock')).toHaveCount(0)
const isLocked = (page: Page) => expect(page.getByRole('heading', { name: zh.lock.who })).toBeVisible()

/** Somebody is in, and from here on time goes by when the test says so. */
async function comesIn(): Promise<Page> {
  const { page } = here
  await page.clock.install()
  await goTo(page, `${here.origin}/`)
  await unlock(page, ZHOU.name, ZHOU.pin)
  await expect(page.locator('.nav')).toBeVisible()
  return page
}

/** As the browser tells a page of it when another app lies over it, and when it is gone. */
const isSeen = (page: Page, is: 'visible' | 'hidden') =>
  page.evaluate((state) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state })
    document.dispatchEvent(new Event('visibilitychange'))
  }, is)

test('SEC-29 three minutes without a touch lock a tablet, and a touch begins them anew', async () => {
  const page = await comesIn()
  await page.clock.fastForward(2 * MINUTE + 50 * SECOND)
  await isIn(page)
  await page.keyboard.press('Shift')
  await page.clock.fastForward(2 * MINUTE + 50 * SECOND)
  await isIn(page)
  await page.clock.fastForward(15 * SECOND)
  await isLocked(page)
})

test('SEC-29 a minute behind another app locks it too, half a minute does not', async () => {
  const page = await comesIn()
  await isSeen(page, 'hidden')
  await page.clock.fastForward(30 * SECOND)
  await isSeen(page, 'visible')
  await isIn(page)
  await isSeen(page, 'hidden')
  await page.clock.fastForward(61 * SECOND)
  await isSeen(page, 'visible')
  await isLocked(page)
})

test('SEC-29 the camera may take as long as it takes; the picture is there, and who leaves afterwards has left', async () => {
  const page = await comesIn()
  await followLink(page, '/feedback/new')
  const chooser = page.waitForEvent('filechooser')
  await page.locator('label:has(input[type=file])').first().click()
  const camera = await chooser
  await isSeen(page, 'hidden')
  await page.clock.fastForward(5 * MINUTE)
  await isSeen(page, 'visible')
  await camera.setFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: await photoWithGps() })
  await isIn(page)
  await page.locator('img.photo').waitFor()

  await isSeen(page, 'hidden')
  await page.clock.fastForward(2 * MINUTE)
  await isSeen(page, 'visible')
  await isLocked(page)
})

test('SEC-29 in a shift the tablet stays with whoever stands there', async () => {
  const page = await comesIn()
  await followLink(page, '/bins')
  const begin = page.getByRole('button', { name: zh.bins.start.go })
  await begin.waitFor()
  if ((await begin.getAttribute('aria-disabled')) === 'true')
    await page.locator('fieldset').first().locator('label').first().click()
  await begin.click()
  await expect(page.locator('.tally-main')).toBeVisible()
  await page.clock.fastForward(20 * MINUTE)
  await isIn(page)
})
