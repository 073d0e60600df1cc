import { expect, test } from '@playwright/test'
import { aPort } from './support/aPort.ts'
import { entered } from './support/entered.ts'
import { barriers, misfits } from './support/eye.ts'
import { RealServer } from './support/server.ts'
import { LANGUAGES } from './support/walk.ts'
import { goTo } from './support/historySettled.ts'

const { zh } = LANGUAGES
let server: RealServer

test.beforeAll(async () => {
  server = await RealServer.prepare(await aPort())
  await server.start('--demo')
})
test.afterAll(() => server?.remove())

test('the office reads in words who may see and do what, also without a network', async ({ browser }) => {
  const page = await entered(browser, server.origin, 'officer', { width: 360, height: 780 })
  await goTo(page, `${server.origin}/people`)
  await page.getByRole('link', { name: zh.rights.title }).click()
  await expect(page.getByRole('heading', { name: zh.rights.title })).toBeVisible()
  await page.evaluate(() => navigator.serviceWorker.ready)

  await page.context().setOffline(true)
  const section = (title: string) =>
    page.locator('section').filter({ has: page.getByRole('heading', { name: title }) })
  const { sees, does } = zh.rights
  await page.getByLabel(zh.rights.role).selectOption('manager')
  await expect(section(zh.rights.never)).toContainText(sees.names)
  await expect(section(zh.rights.never)).toContainText(sees.sensitive)
  await expect(section(zh.rights.may)).toContainText(does.assignOrder)
  await page.getByLabel(zh.rights.role).selectOption('gridWorker')
  await expect(section(zh.rights.below)).toContainText(sees.names)
  await expect(section(zh.rights.may)).not.toContainText(does.assignOrder)
  expect(await barriers(page, 'all')).toEqual([])
  expect(await misfits(page)).toEqual([])
  await page.context().close()
})
