import { expect, type Page } from '@playwright/test'

/**
 * A sheet that was shut takes its entry out of the history only now (src/ui/parts/backCloses.ts). Whoever goes elsewhere
 * meanwhile is taken back, or the browser gives up one of the two ways: `net::ERR_ABORTED`.
 */
export async function historySettled(page: Page): Promise<void> {
  const isOver = () =>
    page
      .evaluate(
        () =>
          document.querySelector('dialog[open]') === null &&
          (history.state as { over?: true } | null)?.over === true,
      )
      // A page that is just going has no such entry.
      .catch(() => false)
  await expect.poll(isOver).toBe(false)
}

/** To an address, from wherever one is. A browser that was asked itself, by its `goto`, gives up now and then after a sheet. */
export async function goTo(page: Page, address: string, options?: Parameters<Page['goto']>[1]) {
  await historySettled(page)
  return page.goto(address, options)
}

/** By a link of the app's own: the page stays, and with it what is in its memory. */
export async function followLink(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    const link = document.createElement('a')
    link.href = to
    document.body.append(link)
    link.click()
    link.remove()
  }, path)
}
