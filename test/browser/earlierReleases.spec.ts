import { readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { type Shift } from '#domain/bins/shift.ts'
import { countsOf, sumOf } from '#domain/bins/tallies.ts'
import type { Order } from '#domain/ledger/order.ts'
import type { Recorded } from '#domain/record.ts'
import { feedback } from '#ui/words/zh/feedback.ts'
import { join } from '#ui/words/zh/join.ts'
import { lock } from '#ui/words/zh/lock.ts'
import { sync } from '#ui/words/zh/sync.ts'
import { onDisk, records } from './support/onDisk.ts'
import { unlock } from './support/pin.ts'
import { Profile } from './support/profile.ts'
import { type Golden, golden, laidOut, RELEASE_PORT, RELEASES, type Sums } from './support/release.ts'
import { RealServer } from './support/server.ts'
import { goTo } from './support/historySettled.ts'

const PHONE = { width: 390, height: 844 }
const TABLET = { width: 1280, height: 800 }

/** Full outboxes in real browsers and a real server's folder, each left behind by the build of its name. */
for (const release of readdirSync(RELEASES)) {
  test(`W11 what devices of ${release} had not sent goes through this version, once, and half-written words are there`, async () => {
    test.setTimeout(300_000)
    const kept = await golden(release)
    const server = RealServer.on(await laidOut(release, 'data', 'linbian-'), RELEASE_PORT)
    const phone = Profile.on(await laidOut(release, 'phone', 'linbian-profile-'), PHONE).answers()
    const tablet = Profile.on(await laidOut(release, 'tablet', 'linbian-profile-'), TABLET)
    const office = (await Profile.make(TABLET)).answers()
    try {
      await server.start()
      for (const device of [phone, tablet]) {
        const page = await device.open(`${server.origin}/sync`)
        if (device === tablet) await comeIn(page, kept.tablet)
        await expect(page.getByRole('status').filter({ hasText: sync.strip.done })).toBeVisible({
          timeout: 120_000,
        })
        // This version may take the page over at the very moment it is read.
        await expect(async () => {
          const { outbox, photos } = await onDisk(page)
          expect({ outbox, photos }).toEqual({ outbox: [], photos: [] })
        }).toPass({ timeout: 120_000 })
      }
      await goTo(phone.page, `${server.origin}/feedback/new`)
      await expect(phone.page.getByLabel(feedback.capture.words)).toHaveValue(kept.draft)

      const page = await office.open(`${server.origin}/login`)
      await page.getByLabel(join.signIn.name).fill(kept.officer.name)
      await page.getByLabel(join.signIn.passphrase, { exact: true }).fill(kept.officer.passphrase)
      await page.getByRole('button', { name: join.signIn.go }).click()
      await expect(page.locator('.nav')).toBeVisible()
      await expect(() => expect(sums(server.records())).toEqual(kept.sums)).toPass({ timeout: 60_000 })

      // What lay open on the phone lies behind its PIN now.
      await expect
        .poll(async () => {
          const open = await records(phone.page)
          return open.filter(({ kind }) => ['resident', 'contact', 'care', 'reporter'].includes(kind)).length
        })
        .toBe(0)
      expect((await onDisk(phone.page))['vaultPages']).not.toEqual([])
    } finally {
      for (const one of [phone, tablet, office]) await one.remove()
      await server.remove()
      await rm(server.dataDir, { recursive: true, force: true })
    }
  })
}

/** Whoever used it before there were PINs may set one later. */
async function comeIn(page: Page, who: Golden['tablet']): Promise<void> {
  if (who) return unlock(page, who.name, who.pin)
  await page.getByRole('button', { name: lock.set.later, exact: true }).click()
}

function sums(all: readonly Recorded[]): Sums {
  const standing = (kind: string) => all.filter((one) => one.kind === kind && !one.voided)
  return {
    counts: sumOf((standing('shift') as Shift[]).map(countsOf)),
    incidents: standing('incident').length,
    visits: standing('visit').length,
    remarks: standing('feedback').length,
    closed: (standing('order') as Order[]).filter((one) => one.closedAt !== undefined).length,
  }
}
