import type { Page } from '@playwright/test'
import { type Asks, letIn } from '#test/browser/support/letIn.ts'
import { wholeness } from '#test/browser/support/wholeness.ts'
import { sync } from '#ui/words/zh/sync.ts'
import type { Device } from './device.ts'

/** How often a device is looked at while its first records come, ms. */
const LOOK = 100
/** A walk over a handful of records that takes longer has come to a stop, ms. */
const LONGEST = 120_000

/**
 * Somebody comes to a device with an invitation, and stays till it can do without a network: that all is sent says nothing of what
 * is still to come, and a robot that is let down by an empty phone would take it for a loss.
 */
export async function joins(device: Device, link: string, inviter: Asks): Promise<Page> {
  const page = await device.open(link)
  await letIn(page, inviter)
  await page.locator('.nav').waitFor()
  await allSent(page)
  await whole(page)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  return page
}

export async function allSent(page: Page): Promise<void> {
  await page.locator('.strip').filter({ hasText: sync.strip.done }).waitFor({ timeout: 120_000 })
}

async function whole(page: Page): Promise<void> {
  const until = Date.now() + LONGEST
  for (;;) {
    const is = await wholeness(page)
    if (is === 'whole') return
    if (Date.now() > until) throw new Error(`the device is not whole: ${is}`)
    await page.waitForTimeout(LOOK)
  }
}
