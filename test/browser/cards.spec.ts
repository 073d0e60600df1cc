import { expect, type Page, test } from '@playwright/test'
import type { PreviewServer } from 'vite'
import { TALK_CARDS, THANK_CARDS } from '#domain/bins/talkCards.ts'
import { zh } from '#ui/words/zh/all.ts'
import { cardTexts } from '#ui/words/zh/cardTexts.ts'
// @ts-expect-error -- a plain script, also run by hand
import { serveGallery } from './gallery/serve.mjs'
import { followLink, goTo, historySettled } from './support/historySettled.ts'
import { everyBarrier } from './support/eye.ts'

const words = zh.cards
/** Many words, long ones, two rows of pictures, each colour of a bin. */
const LONG = ['takeaway_box', 'broken_glass', 'bulky', 'medicines'] as const
let server: PreviewServer
let base: string

test.beforeAll(async () => {
  server = await serveGallery()
  base = server.resolvedUrls?.local[0] ?? ''
})
test.afterAll(() => server.close())

/** A supervisor in a shift, before the cards; without reloading, so that the shift is still in memory. */
async function cards(page: Page, looks = '') {
  await page.setViewportSize({ width: 390, height: 844 })
  await goTo(page, `${base}bins?as=supervisor&now=2026-11-24T10:05:00.000Z${looks}`)
  await page.locator('.key-primary').click()
  await page.locator('.tally-main').waitFor()
  await followLink(page, `${new URL(page.url()).pathname}/cards`)
  await page.locator('.card-key').first().waitFor()
}

const explained = (page: Page) =>
  page
    .getByRole('button', { name: new RegExp(`^${zh.bins.counter.explained}，现在`) })
    .locator('.tally-number')

test('a card is shown as large as the screen, in forty pixels, with two sentences and a key of 64 to close it', async ({
  page,
}) => {
  await cards(page)
  await expect(page.locator('.card-key')).toHaveCount(TALK_CARDS.length)
  await page.getByRole('button', { name: cardTexts.empty_bag.title }).click()
  const shown = page.locator('dialog[open]')
  await expect.poll(() => shown.boundingBox()).toMatchObject({ x: 0, y: 0, width: 390, height: 844 })
  const sentences = shown.locator('.card-say')
  await expect(sentences).toHaveText([...cardTexts.empty_bag.say])
  const size = await sentences.first().evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize))
  expect(size).toBeGreaterThanOrEqual(40)
  const close = await page.getByRole('button', { name: words.close }).boundingBox()
  expect(close!.height).toBeGreaterThanOrEqual(64)
  await page.goBack()
  await expect(shown).toHaveCount(0)
  await expect(page.locator('.card-key').first()).toBeVisible()
})

test('讲过了 counts one talk, once for a bounce, and the tallies know it', async ({ page }) => {
  await cards(page)
  await page.getByRole('button', { name: cardTexts.milk_tea.title }).click()
  await page.getByRole('button', { name: words.told }).evaluate((key: HTMLElement) => {
    key.click()
    key.click()
  })
  const pressed = Date.now()
  await expect(page.locator('.toast')).toContainText(words.counted(1))
  await expect(page.locator('dialog[open]')).toHaveCount(0)
  await page.getByRole('button', { name: cardTexts.big_bones.title }).click()
  // Whoever shows another card has taken longer than a bounce; a test has not.
  await expect.poll(() => Date.now() - pressed).toBeGreaterThan(150)
  await page.getByRole('button', { name: words.told }).click()
  await expect(page.locator('.toast')).toContainText(words.counted(2))
  await historySettled(page)
  await historySettled(page)
  await page.goBack()
  await expect(explained(page)).toHaveText('2')
})

test('thanks count nothing', async ({ page }) => {
  await cards(page)
  await page.locator('label').filter({ hasText: words.kinds.thanks }).click()
  await expect(page.locator('.card-key')).toHaveCount(THANK_CARDS.length)
  await page.getByRole('button', { name: cardTexts.child.title }).click()
  await expect(page.getByRole('button', { name: words.told })).toHaveCount(0)
  await page.getByRole('button', { name: words.thanked }).click()
  await historySettled(page)
  await historySettled(page)
  await page.goBack()
  await expect(explained(page)).toHaveText('0')
})

test('without a shift of one’s own the cards are there to be read, and say that nothing is counted', async ({
  page,
}) => {
  await goTo(page, `${base}bins/cards?as=supervisor&card=wet_wipes`)
  await expect(page.locator('.card-say').first()).toHaveText(cardTexts.wet_wipes.say[0])
  await expect(page.getByRole('button', { name: words.told })).toHaveCount(0)
  await page.getByRole('button', { name: words.close }).click()
  await expect(page.locator('.header-sub')).toHaveText(words.onlyLook)
})

for (const [width, height] of [
  [360, 800],
  [844, 390],
  [1280, 800],
] as const) {
  test(`the longest cards stand without sideways scrolling at ${width} × ${height}, also with text twice as large`, async ({
    page,
  }) => {
    for (const looks of ['', '&text=200', '&text=200&lang=en']) {
      await cards(page, looks)
      await page.setViewportSize({ width, height })
      for (const card of LONG) {
        await page.locator('.card-key').nth(TALK_CARDS.indexOf(card)).click()
        const over = await page.evaluate(() =>
          [document.documentElement, ...document.querySelectorAll('main, .cover-body, .cover-bar')].map(
            (box) => box.scrollWidth - box.clientWidth,
          ),
        )
        expect(Math.max(...over), `${card} ${looks}`).toBeLessThanOrEqual(0)
        await page.keyboard.press('Escape')
        await expect(page.locator('dialog[open]')).toHaveCount(0)
        await expect
          .poll(() => page.evaluate(() => (history.state as { over?: true } | null)?.over))
          .toBeUndefined()
      }
    }
  })
}

for (const theme of ['day', 'night', 'sun']) {
  test(`cards are readable at 7 to 1 and every key has a name, ${theme}`, async ({ page }) => {
    await cards(page, `&theme=${theme}`)
    const seen = async (what: string) => {
      expect([what, await everyBarrier(page)]).toEqual([what, []])
    }
    await seen('all')
    for (const card of ['empty_bag', 'used_oil', 'medicines', 'old_clothes'] as const) {
      await page.getByRole('button', { name: cardTexts[card].title }).click()
      await seen(card)
      await page.getByRole('button', { name: words.close }).click()
    }
  })
}
