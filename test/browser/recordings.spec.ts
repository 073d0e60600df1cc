import { expect, type Page, test } from '@playwright/test'
import type { PreviewServer } from 'vite'
import { chromiumPath } from '../machine.mjs'
import { zh } from '#ui/words/zh/all.ts'
// @ts-expect-error -- a plain script, also run by hand
import { serveGallery } from './gallery/serve.mjs'
import { goTo } from './support/historySettled.ts'

const words = zh.cards.recording

const chromium = await chromiumPath()

// A microphone that hums, and a browser that asks nobody about it.
test.use({
  launchOptions: {
    ...(chromium !== undefined && { executablePath: chromium }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ],
  },
})

let server: PreviewServer
let base: string

test.beforeAll(async () => {
  server = await serveGallery()
  base = server.resolvedUrls?.local[0] ?? ''
})
test.afterAll(() => server.close())

async function slots(page: Page) {
  await page.setViewportSize({ width: 390, height: 844 })
  await goTo(page, `${base}bins/cards?as=officer&card=empty_bag`)
  await page.getByRole('button', { name: words.open }).click()
}

const sichuan = (page: Page) => page.getByRole('region', { name: words.name.sichuan })

test('the office records a card in a dialect, and it can be played, said again and taken away', async ({
  page,
}) => {
  await slots(page)
  await expect(sichuan(page)).toContainText(words.none)
  await sichuan(page).getByRole('button', { name: words.record }).click()
  const left = async () => Number(/还剩 (\d+) 秒/.exec((await sichuan(page).textContent()) ?? '')?.[1])
  await expect.poll(left).toBeGreaterThan(0)
  const whole = await left()
  await expect.poll(left).toBeLessThan(whole)
  await page.getByRole('button', { name: words.stop }).click()
  await expect(page.locator('.toast')).toContainText(words.saved)
  await expect(sichuan(page)).toContainText(words.kept)
  await page.goBack()
  // Back closes what lies on top: the card itself is still there.
  await expect(page.locator('.card-say').first()).toBeVisible()
  await page.getByRole('button', { name: words.play.sichuan }).click()
  // The gallery has no office to bring the bytes from, and the card says so.
  await expect(page.locator('.card-trouble')).toHaveText(words.notHeard.noWay)
  await page.getByRole('button', { name: words.open }).click()
  await sichuan(page).getByRole('button', { name: words.remove }).click()
  await expect(sichuan(page)).toContainText(words.none)
})

test('who stops half-way keeps nothing', async ({ page }) => {
  await slots(page)
  await sichuan(page).getByRole('button', { name: words.record }).click()
  await page.getByRole('button', { name: words.stop }).waitFor()
  await page.getByRole('button', { name: words.cancel }).click()
  await expect(sichuan(page)).toContainText(words.none)
})

for (const [why, spoil] of [
  [
    'notAllowed',
    "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'))",
  ],
  [
    'noMicrophone',
    "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotFoundError'))",
  ],
  ['cannotRecord', 'delete window.MediaRecorder'],
] as const) {
  test(`a microphone that is not to be had is told in one sentence, ${why}`, async ({ page }) => {
    await page.addInitScript(spoil)
    await slots(page)
    await sichuan(page).getByRole('button', { name: words.record }).click()
    await expect(page.getByRole('alert')).toContainText(words.refused[why])
    await expect(sichuan(page).getByRole('button', { name: words.record })).toBeVisible()
  })
}

test('a supervisor hears recordings and makes none', async ({ page }) => {
  await goTo(page, `${base}bins/cards?as=supervisor&card=empty_bag`)
  await expect(page.locator('.card-say').first()).toBeVisible()
  await expect(page.getByRole('button', { name: words.open })).toHaveCount(0)
})
