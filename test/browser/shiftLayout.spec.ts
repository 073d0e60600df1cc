import { expect, type Page, test } from '@playwright/test'
import type { PreviewServer } from 'vite'
// @ts-expect-error -- a plain script, also run by hand
import { serveGallery } from './gallery/serve.mjs'
import { goTo } from './support/historySettled.ts'

let server: PreviewServer
let base: string

test.beforeAll(async () => {
  server = await serveGallery()
  base = server.resolvedUrls?.local[0] ?? ''
})
test.afterAll(() => server.close())

/** Where each of the five stands, and where the keys below them begin. */
const standing = (page: Page) =>
  page.evaluate(() => {
    const whole = (one: Element) => {
      const { left, right, top, bottom } = one.getBoundingClientRect()
      return [left, right, top, bottom].map(Math.round)
    }
    return {
      tallies: [...document.querySelectorAll('.tally')].map(whole),
      keys: Math.round(document.querySelector('.frame-bar')!.getBoundingClientRect().top),
    }
  })

for (const [width, height] of [
  [390, 844],
  [800, 1280],
  [1280, 800],
] as const)
  for (const language of ['zh', 'en'])
    test(`at ${width} by ${height} all five tallies stand above the keys, and nothing that opens moves them, ${language}`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height })
      await goTo(page, `${base}bins?as=supervisor&now=2026-11-24T10:05:00.000Z&lang=${language}`)
      await page.locator('.bottom-bar .key-primary').click()
      await expect(page.locator('.tally')).toHaveCount(5)
      const before = await standing(page)
      for (const [, , , bottom] of before.tallies) expect(bottom).toBeLessThanOrEqual(before.keys)
      if (width === 390) return
      await page.locator('.shift-checks .segment-toFix').first().click()
      await expect(page.locator('.shift-checks .to-fix')).toBeVisible()
      expect((await standing(page)).tallies).toEqual(before.tallies)
    })
