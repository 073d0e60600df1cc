import { expect, type Page, test } from '@playwright/test'
import { zh } from '#ui/words/zh/all.ts'
import { goTo, historySettled } from './support/historySettled.ts'
import { aPort } from './support/aPort.ts'
import { sent } from './support/onDisk.ts'
import { photoWithGps } from './support/papers.ts'
import { RealServer } from './support/server.ts'
import { enterAs } from './support/walk.ts'

const { common, feedback } = zh
/** One of the invented week that nobody has in hand yet. */
const WORDS = '公告栏贴的还是去年的。'
const OF_THE_STEWARD = '旧的都撕了，新的贴上去了'
const OF_THE_MANAGER = '公告换成今年的了'

let server: RealServer

test.beforeAll(async () => {
  server = await RealServer.prepare(await aPort())
  await server.start('--demo')
})
test.afterAll(() => server?.remove())

async function atTheMatter(page: Page, role: 'steward' | 'manager'): Promise<void> {
  await enterAs(page, server.origin, role, zh)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await goTo(page, `${server.origin}/feedback`)
  await page.locator('a.remark').filter({ hasText: WORDS }).click()
  await expect(page.locator('.detail-text')).toHaveText(WORDS)
}

async function closes(page: Page, words: string, photo?: Buffer): Promise<void> {
  await page.getByRole('button', { name: feedback.detail.close, exact: true }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel(feedback.detail.closeWords).fill(words)
  if (photo) {
    await sheet
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'DSC_0007.JPG', mimeType: 'image/jpeg', buffer: photo })
    await sheet.locator('img.photo').first().waitFor()
  }
  await sheet.getByRole('button', { name: common.save, exact: true }).click()
  await expect(page.locator('.fact-done')).toHaveText(new RegExp(feedback.detail.facts.handled))
}

test('two close the same matter without a network, one with a picture: both read it handled, with both words and the picture', async ({
  browser,
}) => {
  const [steward, manager] = [await browser.newPage(), await browser.newPage()]
  await atTheMatter(steward, 'steward')
  await atTheMatter(manager, 'manager')
  for (const page of [steward, manager]) await page.context().setOffline(true)
  await closes(steward, OF_THE_STEWARD, await photoWithGps())
  await closes(manager, OF_THE_MANAGER)

  // Whoever wrote later arrives first.
  for (const page of [manager, steward, manager]) {
    await page.context().setOffline(false)
    await historySettled(page)
    await page.reload()
    await sent(page)
  }
  for (const page of [steward, manager]) {
    await expect(page.locator('.fact-done')).toHaveText(new RegExp(feedback.detail.facts.handled))
    await expect(page.locator('.story')).toContainText(OF_THE_STEWARD)
    await expect(page.locator('.story')).toContainText(OF_THE_MANAGER)
    const picture = page.locator('.pair-photo img, .story img').first()
    await expect(picture).toBeVisible()
  }
})
