import { expect, type Page, test } from '@playwright/test'
import { NOTICE } from '#server/wall/noticeWords.ts'
import { aPort } from './support/aPort.ts'
import { enteredForOffline } from './support/entered.ts'
import { sent } from './support/onDisk.ts'
import { misfits } from './support/eye.ts'
import { RealServer } from './support/server.ts'
import { LANGUAGES } from './support/walk.ts'
import { goTo } from './support/historySettled.ts'

const { zh } = LANGUAGES
const words = zh.notice
let server: RealServer

test.beforeAll(async () => {
  server = await RealServer.prepare(await aPort())
  await server.start('--demo')
})
test.afterAll(() => server?.remove())

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })

test('the office says without a network who answers and how long names stay; after a restart it goes out, and every resident reads it', async ({
  browser,
}) => {
  const page = await enteredForOffline(browser, server.origin, 'officer')
  const context = page.context()
  await goTo(page, `${server.origin}/people`)
  await page.locator('.rows a.row').filter({ hasText: words.title }).click()
  await expect(field(page, words.who)).toBeVisible()
  expect(await misfits(page)).toEqual([])
  const save = page.getByRole('button', { name: words.save })

  await context.setOffline(true)
  await field(page, words.who).fill('周敏（虚构）')
  await field(page, words.number).fill('028-8555 0100')
  await field(page, words.after.movedOut).fill('91')
  await expect(page.getByText(words.wrongDays)).toBeVisible()
  await field(page, words.after.movedOut).fill('30')
  await page.reload()
  // What was typed is there still, and so is what was not.
  await expect(field(page, words.after.movedOut)).toHaveValue('30')
  await expect(field(page, words.after.remark)).toHaveValue('730')
  await save.click()
  await expect(page.getByText(words.saved)).toBeVisible()
  await page.reload()
  await context.setOffline(false)
  await goTo(page, `${server.origin}/`)
  await sent(page)

  const visitor = await (
    await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false })
  ).newPage()
  await goTo(visitor, `${server.origin}/gongshi`)
  await visitor.getByRole('link', { name: NOTICE.zh.key }).click()
  await expect(visitor.locator('main')).toContainText('周敏（虚构）　028-8555 0100')
  await expect(visitor.locator('main')).toContainText(NOTICE.zh.keep.whileLivingHere(30))
  for (const width of [320, 390, 1280]) {
    await visitor.setViewportSize({ width, height: 844 })
    const wide = await visitor.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)

    expect(wide).toBe(0)
  }
})
