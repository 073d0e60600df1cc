import { expect, type Page, test } from '@playwright/test'
import { aPort } from './support/aPort.ts'
import { misfits } from './support/eye.ts'
import { answersPin } from './support/pin.ts'
import { RealServer } from './support/server.ts'
import { LANGUAGES } from './support/walk.ts'
import { goTo } from './support/historySettled.ts'

const { zh } = LANGUAGES
const words = zh.backups
const PASSPHRASE = '锦江边上慢慢走一走看灯'
let server: RealServer
let page: Page

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  server = await RealServer.prepare(await aPort())
  await server.start()
  const answer = await fetch(`${server.origin}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      code: server.setUpCode,
      compound: '春和苑',
      rows: [
        ['栋', '单元', '房号', '姓名', '电话'],
        ['1', '1', '101', '', ''],
      ],
      points: [],
      emergency: [],
      officer: { name: '林老师', passphrase: PASSPHRASE },
      deviceKind: 'own',
    }),
  })
  expect(answer.status).toBe(200)
  page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
  await answersPin(page)
  await goTo(page, `${server.origin}/login`)
  await page.getByLabel(zh.join.signIn.name).fill('林老师')
  await page.getByLabel(zh.join.signIn.passphrase).fill(PASSPHRASE)
  await page.getByRole('button', { name: zh.join.signIn.go }).click()
  await page.locator('.strip').filter({ hasText: zh.sync.strip.done }).waitFor()
})
test.afterAll(async () => {
  await page?.context().close()
  await server?.remove()
})

test('the office sees that nothing was copied yet, makes a backup, tries it out, and knows after a restart when', async () => {
  await goTo(page, `${server.origin}/people`)
  await page.getByRole('link', { name: words.title }).click()
  await expect(page.locator('h1')).toHaveText(words.title)
  await expect(page.getByText(words.none)).toBeVisible()
  await page.getByRole('button', { name: words.make }).click()
  await expect(page.getByText(words.untried)).toBeVisible()
  await page.getByRole('button', { name: words.tryOut }).click()
  await expect(page.getByText(/试过，恢复得了/)).toBeVisible()
  await expect(page.getByText(words.sameDisk)).toBeVisible()

  await server.kill()
  await server.start()
  await page.reload()
  await expect(page.getByText(/试过，恢复得了/)).toBeVisible()
  for (const [width, height] of [
    [360, 800],
    [1280, 800],
  ] as const) {
    await page.setViewportSize({ width, height })
    for (const size of ['100%', '200%']) {
      await page.evaluate((text) => void (document.documentElement.style.fontSize = text), size)
      expect(await misfits(page)).toEqual([])
    }
  }
  await page.evaluate(() => void (document.documentElement.style.fontSize = ''))
})

test('without the server the page says that backups are seen with a network, and the way back is open', async () => {
  await server.kill()
  await page.reload()
  await expect(page.getByText(words.offline)).toBeVisible()
  await server.start()
})
