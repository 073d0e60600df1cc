import { expect, test } from '@playwright/test'
import { aPort } from './support/aPort.ts'
import { RealServer } from './support/server.ts'
import { enterAs, LANGUAGES } from './support/walk.ts'
import { goTo } from './support/historySettled.ts'

const { zh } = LANGUAGES
const words = zh.people
let server: RealServer

test.beforeAll(async () => {
  server = await RealServer.prepare(await aPort())
  await server.start('--demo')
})
test.afterAll(() => server?.remove())

test('the office gives a tablet a name, finds it by it after a restart, and takes it back', async ({
  browser,
}) => {
  const tablet = await (await browser.newContext()).newPage()
  await enterAs(tablet, server.origin, 'supervisor', zh)
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
  await enterAs(page, server.origin, 'officer', zh)
  await goTo(page, `${server.origin}/people`)
  const row = page
    .locator('.people .row')
    .filter({ hasText: /^平板，/ })
    .first()
  await expect(row).toBeVisible()
  await row.getByRole('button', { name: words.nameTitle }).click()
  await page.getByLabel(words.nameLabel).fill('东门那台')
  await page.getByRole('dialog').getByRole('button', { name: zh.common.save }).click()
  const named = page.locator('.people .row').filter({ hasText: '东门那台' })
  await expect(named).toContainText('平板，')

  await server.kill()
  await server.start('--demo')
  await page.reload()
  await expect(named).toBeVisible()
  await named.getByRole('button', { name: words.nameTitle }).click()
  await page.getByLabel(words.nameLabel).fill('')
  await page.getByRole('dialog').getByRole('button', { name: zh.common.save }).click()
  await expect(row).toBeVisible()
  await expect(named).toHaveCount(0)
})
