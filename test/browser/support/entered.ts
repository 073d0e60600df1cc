import type { Browser, Page } from '@playwright/test'
import type { Role } from '#domain/roles.ts'
import { enterAs, LANGUAGES } from './walk.ts'

const PHONE = { width: 390, height: 844 }

/** A phone of an invented person of the demonstration, in Chinese, with everything on it that they may read. */
export async function entered(
  browser: Browser,
  origin: string,
  role: Role,
  viewport: { readonly width: number; readonly height: number } = PHONE,
): Promise<Page> {
  const context = await browser.newContext({ viewport, hasTouch: true, reducedMotion: 'reduce' })
  await context.addInitScript(() => localStorage.setItem('linbian.language', 'zh'))
  const page = await context.newPage()
  await enterAs(page, origin, role, LANGUAGES.zh)
  return page
}

/** The same, and it opens without a network from here on. */
export async function enteredForOffline(browser: Browser, origin: string, role: Role): Promise<Page> {
  const page = await entered(browser, origin, role)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  return page
}
