import { expect, test } from '@playwright/test'
import { aPort } from './support/aPort.ts'
import { entered } from './support/entered.ts'
import { barriers, misfits } from './support/eye.ts'
import { RealServer } from './support/server.ts'
import { LANGUAGES } from './support/walk.ts'
import { goTo } from './support/historySettled.ts'

const { zh } = LANGUAGES
const { handedOver, people } = zh
let server: RealServer

test.beforeAll(async () => {
  server = await RealServer.prepare(await aPort())
  await server.start('--demo')
})
test.afterAll(() => server?.remove())

test('the office names somebody who is here already to stand in for some days', async ({ browser }) => {
  const page = await entered(browser, server.origin, 'officer')
  await goTo(page, `${server.origin}/people`)
  await page.getByText(people.devices).waitFor()
  await page.locator('.row').filter({ hasText: people.roles.floorLead }).first().click()
  await page.getByRole('button', { name: handedOver.give }).first().click()
  await page.locator('dialog label').filter({ hasText: handedOver.ways.standIn }).click()
  await expect(page.getByLabel(handedOver.until)).toBeVisible()
  expect(await barriers(page, 'all')).toEqual([])
  expect(await misfits(page)).toEqual([])
  const other = page.locator('dialog .row').first()
  const name = (await other.locator('.row-title').innerText()).trim()
  await other.click()
  await expect(page.locator('dialog.dialog')).toContainText(handedOver.standInText(''))
  await page.getByRole('button', { name: handedOver.go }).click()
  await expect(page.locator('.toast')).toContainText(name)
  await page.context().close()
})
