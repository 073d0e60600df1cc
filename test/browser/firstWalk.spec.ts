import { expect, test } from '@playwright/test'
import { SYNC_PATH } from '#wire/office.ts'
import { aPort } from './support/aPort.ts'
import { barriers, misfits } from './support/eye.ts'
import { RealServer } from './support/server.ts'
import { LANGUAGES } from './support/walk.ts'
import { goTo } from './support/historySettled.ts'

let server: RealServer

test.beforeAll(async () => {
  server = await RealServer.prepare(await aPort())
  await server.start('--demo')
})
test.afterAll(() => server?.remove())

for (const language of ['zh', 'en'] as const)
  test(`W8 a new device says that it is still fetching until its first walk has ended, and without a network that it is not whole (${language})`, async ({
    browser,
  }) => {
    const { sync, people } = LANGUAGES[language]
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
    })
    await context.addInitScript((kept) => localStorage.setItem('linbian.language', kept), language)
    const page = await context.newPage()
    // The first answer comes, the next ones are held back.
    let asked = 0
    let goOn = () => undefined as void
    const held = new Promise<void>((resolve) => (goOn = resolve))
    await context.route(`**${SYNC_PATH}`, async (route) => {
      asked += 1
      if (asked > 1) await held
      await route.continue().catch(() => undefined)
    })
    await goTo(page, server.origin)
    await page
      .locator('.demo-roles .key')
      .filter({ has: page.getByText(people.roles.officer, { exact: true }) })
      .click()
    const strip = page.locator('.strip')
    await expect(strip).toContainText(sync.strip.fetching)
    await expect(strip).not.toContainText(sync.strip.done)
    await expect.poll(() => asked).toBeGreaterThan(1)
    await strip.click()
    await expect(page.getByRole('heading', { name: sync.titleFetching })).toBeVisible()
    expect(await barriers(page, 'all')).toEqual([])
    expect(await misfits(page)).toEqual([])
    await page.keyboard.press('Escape')

    // The network is gone before the walk has ended; what was taken stays, and the strip does not call it whole.
    await context.setOffline(true)
    goOn()
    await expect(strip).toContainText(sync.strip.notWhole)
    expect(await misfits(page)).toEqual([])

    await context.setOffline(false)
    await expect(strip).toContainText(sync.strip.done)
    await strip.click()
    await expect(page.getByRole('heading', { name: sync.titleDone })).toBeVisible()
    await context.close()
  })
