import { expect, type Page } from '@playwright/test'
import { onDisk } from '#test/browser/support/onDisk.ts'

/** The field for what was said, on the screen for a new remark. */
export const wordsOn = (page: Page) => page.locator('.capture textarea').first()

/** Words in an empty form, as they lie on the disk: only what lies there outlives a fall. */
export async function begin(page: Page, text: string): Promise<void> {
  const drafts = async () => (await onDisk(page))['drafts']?.length ?? 0
  const before = await drafts()
  await wordsOn(page).fill(text)
  await expect(wordsOn(page)).toHaveValue(text)
  await expect.poll(drafts).toBeGreaterThan(before)
}

/** Other words in the place of those that were begun, once these have come back: they would come in between the choosing and the typing. */
export async function writeOver(page: Page, begun: string, text: string): Promise<void> {
  await expect(wordsOn(page)).toHaveValue(begun)
  await wordsOn(page).fill(text)
  await expect(wordsOn(page)).toHaveValue(text)
}
