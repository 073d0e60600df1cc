import { expect, test } from 'vitest'
import { TALK_CARDS, THANK_CARDS } from '#domain/bins/talkCards.ts'
import { userEvent } from 'vitest/browser'
import { zh } from '#ui/words/zh/all.ts'
import { cardTexts } from '#ui/words/zh/cardTexts.ts'
import { later } from './support/clock.ts'
import { everyBarrier } from './support/eye.ts'
import { type Asked, mounted } from './support/mounted.tsx'
import {
  boxOf,
  goBack,
  goTo,
  historySettled,
  page,
  pressTwice,
  reads,
  sideways,
  waitFor,
} from './support/page.ts'

const words = zh.cards
/** Many words, long ones, two rows of pictures, each colour of a bin. */
const LONG = ['takeaway_box', 'broken_glass', 'bulky', 'medicines'] as const

/** A supervisor in a shift, before the cards. */
async function cards(looks: Asked = {}) {
  await mounted('/bins', { as: 'supervisor', now: '2026-11-24T10:05:00.000Z', ...looks })
  await page.css('.key-primary').click()
  await waitFor(page.css('.tally-main'))
  await goTo(`${location.pathname}/cards`)
  await waitFor(page.css('.card-key').first())
}

const explained = () =>
  page.getByRole('button', { name: new RegExp(`^${zh.bins.counter.explained}，现在`) }).css('.tally-number')

test('a card is shown as large as the screen, in forty pixels, with two sentences and a key of 64 to close it', async () => {
  await cards()
  await expect.element(page.css('.card-key')).toHaveLength(TALK_CARDS.length)
  await page.getByRole('button', { name: cardTexts.empty_bag.title }).click()
  const shown = page.css('dialog[open]')
  await expect
    .poll(() => shown.element().getBoundingClientRect())
    .toMatchObject({ x: 0, y: 0, width: 390, height: 844 })
  const sentences = shown.css('.card-say')
  await reads(sentences, [...cardTexts.empty_bag.say])
  const size = getComputedStyle(sentences.first().element()).fontSize
  expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(40)
  const close = await boxOf(page.getByRole('button', { name: words.close }))
  expect(close.height).toBeGreaterThanOrEqual(64)
  goBack()
  await expect.element(shown).toHaveLength(0)
  await expect.element(page.css('.card-key').first()).toBeVisible()
})

test('讲过了 counts one talk, once for a bounce, and the tallies know it', async () => {
  await cards()
  await page.getByRole('button', { name: cardTexts.milk_tea.title }).click()
  await pressTwice(page.getByRole('button', { name: words.told }))
  await expect.element(page.css('.toast')).toHaveTextContent(words.counted(1))
  await expect.element(page.css('dialog[open]')).toHaveLength(0)
  await page.getByRole('button', { name: cardTexts.big_bones.title }).click()
  // Whoever shows another card has taken longer than a bounce.
  later()
  await page.getByRole('button', { name: words.told }).click()
  await expect.element(page.css('.toast')).toHaveTextContent(words.counted(2))
  await historySettled()
  await historySettled()
  goBack()
  await reads(explained(), '2')
})

test('thanks count nothing', async () => {
  await cards()
  await page.css('label').filter({ hasText: words.kinds.thanks }).click()
  await expect.element(page.css('.card-key')).toHaveLength(THANK_CARDS.length)
  await page.getByRole('button', { name: cardTexts.child.title }).click()
  await expect.element(page.getByRole('button', { name: words.told })).toHaveLength(0)
  await page.getByRole('button', { name: words.thanked }).click()
  await historySettled()
  await historySettled()
  goBack()
  await reads(explained(), '0')
})

test('without a shift of one’s own the cards are there to be read, and say that nothing is counted', async () => {
  await mounted('/bins/cards?card=wet_wipes', { as: 'supervisor' })
  await reads(page.css('.card-say').first(), cardTexts.wet_wipes.say[0])
  await expect.element(page.getByRole('button', { name: words.told })).toHaveLength(0)
  await page.getByRole('button', { name: words.close }).click()
  await reads(page.css('.header-sub'), words.onlyLook)
})

for (const [width, height] of [
  [360, 800],
  [844, 390],
  [1280, 800],
] as const) {
  test(`the longest cards stand without sideways scrolling at ${width} × ${height}, also with text twice as large`, async () => {
    for (const looks of [{}, { text: 200 }, { text: 200, lang: 'en' }] as const) {
      await cards(looks)
      await page.viewport(width, height)
      for (const card of LONG) {
        await page.css('.card-key').nth(TALK_CARDS.indexOf(card)).click()
        const over = await sideways('main, .cover-body, .cover-bar')
        expect(over, `${card} ${JSON.stringify(looks)}`).toBeLessThanOrEqual(0)
        await userEvent.keyboard('{Escape}')
        await expect.element(page.css('dialog[open]')).toHaveLength(0)
        await historySettled()
      }
    }
  })
}

for (const theme of ['day', 'night', 'sun'] as const) {
  test(`cards are readable at 7 to 1 and every key has a name, ${theme}`, async () => {
    await cards({ theme })
    const seen = async (what: string) => {
      expect([what, await everyBarrier()]).toEqual([what, []])
    }
    await seen('all')
    for (const card of ['empty_bag', 'used_oil', 'medicines', 'old_clothes'] as const) {
      await page.getByRole('button', { name: cardTexts[card].title }).click()
      await seen(card)
      await page.getByRole('button', { name: words.close }).click()
    }
  })
}
