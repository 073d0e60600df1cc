import { expect, type Page } from '@playwright/test'
import { zh } from '#ui/words/zh/all.ts'

export const PIN = '4071'
/** Of a phone of one's own. */
export const OWN_PIN = '407158'

/** Presses the digits one after the other. */
export async function pressPin(page: Page, pin = PIN): Promise<void> {
  for (const digit of pin) await page.locator('.pad-key').filter({ hasText: digit }).click()
}

/** What whoever has just joined on a shared tablet is asked for. */
export async function choosePin(page: Page, name: string, pin = PIN): Promise<void> {
  await expect(page.getByRole('heading', { name: zh.lock.set.title(name, pin.length) })).toBeVisible()
  await pressPin(page, pin)
  await expect(page.getByRole('heading', { name: zh.lock.set.again })).toBeVisible()
  await pressPin(page, pin)
}

/** The lock screen of a tablet: who it is, and their PIN. */
export async function unlock(page: Page, name: string, pin = PIN): Promise<void> {
  await page.locator('.lock-card').filter({ hasText: name }).click()
  await expect(page.getByRole('heading', { name: zh.lock.enter(name, pin.length) })).toBeVisible()
  await pressPin(page, pin)
}

/**
 * From here on whoever has this phone sets its PIN when they are asked to, and enters it whenever it stands locked before what they
 * are about to do: each load of a page locks a phone.
 */
export async function answersPin(page: Page, pin = OWN_PIN): Promise<void> {
  // Shut while it opens: then nothing is asked.
  await page.addLocatorHandler(
    page.locator('.lock-own .pad:not([aria-busy=true])'),
    () =>
      // Nobody waits for this promise: what was waited for tells of a browser that fell meanwhile.
      pressPin(page, pin).catch((error: unknown) => {
        if (!page.isClosed()) throw error
      }),
    // A new one is asked for twice.
    { noWaitAfter: true },
  )
}
