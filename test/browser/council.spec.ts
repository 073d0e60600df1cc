import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { RealServer } from './support/server.ts'
import { enterAs, LANGUAGES } from './support/walk.ts'

const port = 20_000 + Math.floor(Math.random() * 20_000)
const { zh } = LANGUAGES
const { council } = zh

let demo: RealServer
let context: BrowserContext
let page: Page

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  demo = await RealServer.prepare(port)
  await demo.start('--demo')
  context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  page = await context.newPage()
  await enterAs(page, demo.origin, 'owners', zh)
  // Everything is on the device before the network goes.
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated')
})

test.afterAll(async () => {
  await context?.close()
  await demo?.remove()
})

const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()
const votes = (side: string) => page.getByRole('group', { name: side, exact: true }).locator('output')

test('a sitting is called without a network, and its agenda made in one tap begins with what is left of the last', async () => {
  await page.goto(`${demo.origin}/`)
  await page.locator('a[href="/council"]').click()
  await page.locator('.bottom-bar .key-primary').waitFor()
  await context.setOffline(true)
  await press(council.call)
  await page.locator('dialog').getByRole('button', { name: council.callGo }).click()
  await press(council.build)
  await page.locator('.council-no').first().waitFor()
  const rows = page.locator('.council-list a.row')
  await expect(rows.nth(0)).toContainText('音箱朝花园')
  await expect(rows.nth(0)).toContainText(council.listed.resolution)
  await expect(rows.nth(1)).toContainText('物业量好尺寸')
  // What those two came of is not on the table a second time.
  await expect(page.locator('.council-list')).not.toContainText('广场舞声音太大')
})

test('who came is counted, votes are pressed faster than they are kept, and too many are noted and not refused', async () => {
  await page.locator('.council-list .rows button').first().click()
  const present = page.getByRole('group', { name: council.present, exact: true })
  for (let n = 0; n < 3; n += 1) await present.getByRole('button', { name: zh.common.add }).click()
  await page
    .getByRole('group', { name: council.guests, exact: true })
    .getByRole('button', { name: zh.common.add })
    .click()
  await page.locator('dialog').getByRole('button', { name: zh.common.close, exact: true }).click()
  await expect(page.locator('.header-sub')).toContainText(council.came('4', '3'))

  await page.locator('.council-list a.row').filter({ hasText: '大厅灯太暗了' }).click()
  const yes = page.getByRole('button', { name: council.moreVotes(council.for), exact: true })
  for (let n = 0; n < 4; n += 1) await yes.click()
  await expect(votes(council.for)).toHaveText('4')
  await expect(page.locator('.council-over')).toContainText(council.tooMany('4', '3', '1'))
  await press(council.less(council.for))
  await expect(votes(council.for)).toHaveText('3')
  await expect(page.locator('.council-over')).toHaveCount(0)
})
