import { expect, test } from '@playwright/test'
import type { PreviewServer } from 'vite'
// @ts-expect-error -- a plain script, also run by hand
import { serveGallery } from './gallery/serve.mjs'
import { goTo } from './support/historySettled.ts'
import { everyBarrier } from './support/eye.ts'

let server: PreviewServer
let base: string

test.beforeAll(async () => {
  server = await serveGallery()
  base = server.resolvedUrls?.local[0] ?? ''
})
test.afterAll(() => server.close())

const THEMES = ['day', 'night', 'sun']

for (const theme of THEMES) {
  test(`text is readable at 7 to 1 and every key has a name, ${theme}`, async ({ page }) => {
    for (const path of ['parts.html?', '?waiting&', '?as=officer&', '?as=steward&lang=en&']) {
      await goTo(page, `${base}${path}theme=${theme}`)
      await page.waitForSelector('h1')
      expect([path, await everyBarrier(page)]).toEqual([path, []])
    }
  })
}

for (const [width, height] of [
  [360, 800],
  [800, 1280],
  [1280, 800],
] as const) {
  test(`nothing breaks sideways at ${width} wide with text twice as large`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    for (const path of ['parts.html?', '?waiting&', '?waiting&lang=en&', '?as=officer&']) {
      await goTo(page, `${base}${path}text=200`)
      await page.waitForSelector('h1')
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(over, path).toBeLessThanOrEqual(0)
    }
  })
}

test('Back closes the tray and leaves the screen below as it was', async ({ page }) => {
  await goTo(page, `${base}?waiting`)
  await page.locator('.nav-item[href="/bins"]').click()
  await expect(page.locator('h1')).toBeFocused()
  await page.locator('.strip').click()
  await expect(page.locator('dialog[open]')).toHaveCount(1)
  await page.goBack()
  await expect(page.locator('dialog[open]')).toHaveCount(0)
  await expect(page).toHaveURL(`${base}bins`)
  await expect(page.locator('.strip')).toBeFocused()
  await page.goBack()
  await expect(page).toHaveURL(`${base}?waiting`)
})

test('an address nobody knows leads to Today, /sync to Today with the tray open', async ({ page }) => {
  await goTo(page, `${base}nowhere`)
  await expect(page).toHaveURL(base)
  await goTo(page, `${base}sync`)
  await expect(page).toHaveURL(base)
  await expect(page.locator('dialog[open]')).toHaveCount(1)
})

test('of two values of a phone the chosen one stands and nothing waits for a decision', async ({ page }) => {
  await goTo(page, base)
  await page.locator('.strip-decide').click()
  await page.getByRole('button', { name: '138****2270' }).click()
  await expect(page.locator('.panel-alert')).toHaveCount(0)
  await expect(page.locator('.strip-decide')).toHaveCount(0)
})

test('a record that no screen can draw takes one page and says so; the way back to Today is a press', async ({
  page,
}) => {
  const thrown: string[] = []
  page.on('pageerror', (defect) => thrown.push(defect.message))
  await goTo(page, `${base}bins/odd?odd&as=supervisor`)
  await expect(page.getByRole('alert')).toContainText('这一页出了点岔子')
  expect(thrown.length).toBeGreaterThan(0)
  expect(thrown.join()).not.toContain('Illegal invocation')
  await page.getByRole('button', { name: '回到今天' }).click()
  await expect(page.locator('.nav-item[aria-current="page"]')).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})
