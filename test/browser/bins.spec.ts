import { expect, type Page, test } from '@playwright/test'
import type { PreviewServer } from 'vite'
// @ts-expect-error -- a plain script, also run by hand
import { serveGallery } from './gallery/serve.mjs'
import { goTo, historySettled } from './support/historySettled.ts'
import { everyBarrier } from './support/eye.ts'

let server: PreviewServer
let base: string

test.beforeAll(async () => {
  server = await serveGallery()
  base = server.resolvedUrls?.local[0] ?? ''
})
test.afterAll(() => server.close())

/** A supervisor on a phone who has just begun the evening shift at the east gate. */
async function begin(page: Page, looks = '') {
  await page.setViewportSize({ width: 390, height: 844 })
  await goTo(page, `${base}bins?as=supervisor&now=2026-11-24T10:05:00.000Z${looks}`)
  await page.locator('.key-primary').click()
  await expect(page.locator('.tally-main')).toBeVisible()
}

const numbers = (page: Page) => expect(page.locator('.tally-number'))

test('a shift begins with one press: point and window are proposed by place and clock', async ({ page }) => {
  await begin(page)
  await expect(page.locator('h1')).toHaveText('东门・晚班')
  await numbers(page).toHaveText(['0', '0', '0', '0', '0'])
})

test('each touch counts, a bounce of the same key does not, and undo steps back naming what it takes', async ({
  page,
}) => {
  await begin(page)
  const main = page.getByRole('button', { name: /^投放正确，现在/ })
  await main.evaluate((key: HTMLElement) => {
    key.click()
    key.click()
  })
  await expect(main).toHaveAccessibleName('投放正确，现在1，按一下加1')
  await page.getByRole('button', { name: /^未分类，现在/ }).click()
  await expect(page.locator('.shift-undo')).toContainText('未分类・18:05')
  await page.locator('.shift-undo button').first().click()
  await expect(page.locator('.shift-undo')).toContainText('投放正确・18:05')
  await numbers(page).toHaveText(['1', '0', '0', '0', '0'])
})

test('an incident is noted in three touches and the tallies wait as they were', async ({ page }) => {
  await begin(page)
  await page.locator('.tally-main').click()
  await page.getByRole('link', { name: '拍照' }).click()
  await page.getByRole('button', { name: '桶满了' }).click()
  await page.getByRole('button', { name: '其他垃圾' }).click()
  await page.getByRole('button', { name: '存下来，回去继续' }).click()
  await expect(page.locator('.toast')).toContainText('桶满了')
  await numbers(page).toHaveText(['1', '0', '0', '0', '0'])
})

test('a shift is handed over with one press; what was not looked at, and that nobody came, is said after it', async ({
  page,
}) => {
  await begin(page)
  await page.getByRole('button', { name: '交班' }).click()
  await expect(page.locator('.header-sub')).toContainText('18:05 交班')
  await expect(page.locator('main')).toContainText('今晚没人来，也记一班')
  await expect(page.locator('.panel', { hasText: '交好了' })).toContainText(
    '到岗还有 5 样没看，走之前还有 4 样没看。不看也行。',
  )
  await expect(page.locator('dialog')).toHaveCount(0)
})

test('which bin asks back, answers with class, tip and a sentence, and owns up to what it does not know', async ({
  page,
}) => {
  await goTo(page, `${base}which-bin?as=supervisor`)
  const field = page.getByLabel('什么东西')
  await field.fill('gutou')
  await page.getByRole('button', { name: /^大骨头/ }).click()
  await expect(page.locator('.answer')).toContainText('其他垃圾')
  await expect(page.locator('.answer')).toContainText('以小区公示为准')
  await field.fill('llk')
  await expect(page.locator('.answer')).toContainText('榴莲壳')
  await field.fill('量子计算机')
  await expect(page.locator('.which-answer')).toContainText('没查到。先放其他垃圾，拍张照问社区')
})

for (const theme of ['day', 'night', 'sun']) {
  test(`the bin screens are readable at 7 to 1 and every key has a name, ${theme}`, async ({ page }) => {
    await begin(page, `&theme=${theme}`)
    const shift = page.url()
    const seen = async (what: string) => {
      expect([what, await everyBarrier(page)]).toEqual([what, []])
    }
    await seen('shift')
    await page.locator('.shift-checks-row button').click()
    await page.locator('dialog .checks-head .key').click()
    await page.locator('dialog .check-row').nth(1).getByText('要改').click()
    await seen('checks')
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: '拍照' }).click()
    await page.locator('.choice').first().click()
    await page.locator('.choice-other').click()
    await seen('incident')
    await historySettled(page)
    await page.goBack()
    await page.getByRole('link', { name: '查垃圾' }).click()
    for (const what of ['剩饭', '榴莲', '手机', '药片', '电瓶']) {
      await page.getByLabel('什么东西').fill(what)
      await seen(what)
    }
    await page.goBack()
    await expect(page).toHaveURL(shift)
    await page.getByRole('button', { name: '交班' }).click()
    await page.getByRole('button', { name: '数不对，改一下' }).click()
    await seen('summary')
  })
}

for (const [width, height] of [
  [360, 800],
  [800, 1280],
  [1280, 800],
] as const) {
  test(`nothing breaks sideways at ${width} wide with text twice as large`, async ({ page }) => {
    for (const language of ['zh', 'en']) {
      await begin(page, `&text=200&lang=${language}`)
      await page.setViewportSize({ width, height })
      const over = () =>
        page.evaluate(() =>
          [document.documentElement, ...document.querySelectorAll('main, .frame-bar')].map(
            (box) => box.scrollWidth - box.clientWidth,
          ),
        )
      expect(Math.max(...(await over())), 'shift').toBeLessThanOrEqual(0)
      await page.locator('.shift-tools .key').nth(1).click()
      await page.locator('.incident').waitFor()
      expect(Math.max(...(await over())), 'incident').toBeLessThanOrEqual(0)
      await page.goBack()
      await page.locator('.shift-tools .key').nth(0).click()
      await page.locator('.which input').fill('battery')
      expect(Math.max(...(await over())), 'which bin').toBeLessThanOrEqual(0)
      await page.goBack()
      await page.locator('.shift-tools .key').nth(2).click()
      await page.locator('.summary').waitFor()
      expect(Math.max(...(await over())), 'summary').toBeLessThanOrEqual(0)
    }
  })
}
