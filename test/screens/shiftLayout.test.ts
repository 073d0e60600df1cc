import { expect, test } from 'vitest'
import { mounted } from './support/mounted.tsx'
import { drawn, page, waitFor } from './support/page.ts'

const whole = (one: Element) => {
  const { left, right, top, bottom } = one.getBoundingClientRect()
  return [left, right, top, bottom].map(Math.round)
}

/** Where each of the five stands, and where the keys below them begin. */
async function standing() {
  await drawn()
  return {
    tallies: [...document.querySelectorAll('.tally')].map(whole),
    keys: Math.round(document.querySelector('.frame-bar')!.getBoundingClientRect().top),
  }
}

for (const [width, height] of [
  [390, 844],
  [800, 1280],
  [1280, 800],
] as const)
  for (const lang of ['zh', 'en'] as const)
    test(`at ${width} by ${height} all five tallies stand above the keys, and nothing that opens moves them, ${lang}`, async () => {
      await mounted('/bins', { as: 'supervisor', now: '2026-11-24T10:05:00.000Z', lang })
      await page.viewport(width, height)
      await page.css('.bottom-bar .key-primary').click()
      await expect.element(page.css('.tally')).toHaveLength(5)
      const before = await standing()
      for (const [, , , bottom] of before.tallies) expect(bottom).toBeLessThanOrEqual(before.keys)
      if (width === 390) return
      await page.css('.shift-checks .segment-toFix').first().click()
      await waitFor(page.css('.shift-checks .to-fix'))
      expect((await standing()).tallies).toEqual(before.tallies)
    })
