import { type Browser, expect, type Page, test } from '@playwright/test'
import { zh } from '#ui/words/zh/all.ts'
import { aPort } from './support/aPort.ts'
import { RealServer } from './support/server.ts'
import { enterAs } from './support/walk.ts'
import { goTo } from './support/historySettled.ts'
import { axe } from './support/eye.ts'

const PHONE = { width: 390, height: 844 }
const { survey: words } = zh

const server = await RealServer.prepare(await aPort())
test.beforeAll(() => server.start('--demo'))
test.afterAll(() => server.remove())

const key = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** The office plans a survey and opens it to residents; answers its screen and the path of the form. */
async function anOpenSurvey(browser: Browser, title: string) {
  const context = await browser.newContext({ viewport: PHONE })
  const page = await context.newPage()
  await enterAs(page, server.origin, 'officer', zh)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await goTo(page, `${server.origin}/survey/new`)
  await page.getByLabel(words.plan.name).fill(title)
  await key(page, zh.common.save).click()
  await key(page, words.residents.open).click()
  const code = page.getByRole('img', { name: words.residents.qr })
  await expect(code).toBeVisible()
  const path = (await page.getByRole('link', { name: words.residents.page }).getAttribute('href'))!
  await expect(async () => {
    expect((await fetch(server.origin + path)).status).toBe(200)
  }).toPass()
  return { context, page, path }
}

test('a resident answers by the code without a script; the office sees it by its source, also without a network', async ({
  browser,
}) => {
  const title = '扫码试一试'
  const { context, page, path } = await anOpenSurvey(browser, title)

  const outside = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false, locale: 'zh-CN' })
  const resident = await outside.newPage()
  // From the board, as somebody comes who saw no code.
  await expect(async () => {
    await goTo(resident, `${server.origin}/gongshi`)
    await resident.getByRole('link', { name: title }).click({ timeout: 500 })
  }).toPass()
  expect(new URL(resident.url()).pathname).toBe(path.split('?')[0])
  await expect(resident.getByRole('heading', { level: 1 })).toHaveText(title)
  // Nothing chosen: it says so.
  await resident.getByRole('button', { name: '交给社区' }).click()
  await expect(resident.getByRole('alert')).toContainText('还没选')
  const overall = resident.getByRole('group', { name: words.ask.overall })
  await overall.getByText('不满意', { exact: true }).click()
  await resident.getByRole('group', { name: words.ask.order }).getByText('满意', { exact: true }).click()
  await resident.getByLabel(words.wish).fill('树下多放把椅子，打13800000001')
  await resident.getByRole('button', { name: '交给社区' }).click()
  await expect(resident.getByRole('heading', { level: 1 })).toHaveText('收到了，谢谢您')
  await expect(resident.getByRole('status')).toContainText('有 3 题空着')
  expect(await outside.cookies()).toEqual([])
  await outside.close()

  const main = page.locator('main')
  await expect(main).toContainText(words.sources.scanned('1'))
  await expect(main).toContainText(words.sources.noAsked)
  await expect(main).toContainText(words.sources.onlyScanned)
  await expect(main).toContainText(words.sources.marks('0', '1'))
  await expect(main).toContainText('树下多放把椅子，打******')
  await context.setOffline(true)
  await page.reload()
  await expect(main).toContainText(words.sources.scanned('1'))
  await expect(page.getByRole('img', { name: words.residents.qr })).toBeVisible()
  await context.setOffline(false)
  await context.close()
})

for (const [colorScheme, daylight] of [
  ['light', 'by day'],
  ['dark', 'by night'],
] as const)
  test(`the form has no barrier ${daylight}, in both languages, at 200 % and 360 wide`, async ({
    browser,
  }) => {
    const { context: office, path } = await anOpenSurvey(browser, '看得清试一试')
    await office.close()
    // The checker is a script of its own; the page has none and would run none.
    const context = await browser.newContext({ viewport: PHONE, colorScheme, bypassCSP: true })
    const page = await context.newPage()
    for (const at of [path, `${path}&lang=en`, path.replace('?', '/a4?')]) {
      await goTo(page, server.origin + at)
      const { violations } = await axe(page)
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze()
      expect([at, violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)]).toEqual([at, []])
      for (const [width, size] of [
        [360, '100%'],
        [390, '200%'],
      ] as const) {
        await page.setViewportSize({ width, height: 800 })
        await page.evaluate((text) => void (document.documentElement.style.fontSize = text), size)
        const wide = await page.evaluate(() => document.documentElement.scrollWidth)
        expect([at, size, wide]).toEqual([at, size, width])
      }
      await page.setViewportSize(PHONE)
    }
    await context.close()
  })

test('stopped by its office it says that it is over', async ({ browser }) => {
  const { context: office, page: hers, path } = await anOpenSurvey(browser, '停一停试一试')
  await key(hers, words.residents.stop).click()
  await expect(key(hers, words.residents.open)).toBeVisible()
  const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false, locale: 'zh-CN' })
  const page = await context.newPage()
  await expect(async () => {
    await goTo(page, server.origin + path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('这份问完了', { timeout: 500 })
  }).toPass()
  await context.close()
  await office.close()
})
