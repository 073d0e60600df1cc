import { type Browser, expect, type Page, test } from '@playwright/test'
import { zh } from '#ui/words/zh/all.ts'
import { goTo } from './support/historySettled.ts'
import { aPort } from './support/aPort.ts'
import { RealServer } from './support/server.ts'
import { enterAs } from './support/walk.ts'
import { axe } from './support/eye.ts'

const PHONE = { width: 390, height: 844 }
const FIRM = '云锋电梯（虚构）'
const { firmLink: words, ledger, feedback } = zh

const server = await RealServer.prepare(await aPort())
test.beforeAll(() => server.start('--demo'))
test.afterAll(() => server.remove())

const key = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** The property gives an order to a firm and makes the link, all without a network; then it is sent. */
async function aLink(browser: Browser, to = FIRM) {
  const context = await browser.newContext({ viewport: PHONE })
  const page = await context.newPage()
  await enterAs(page, server.origin, 'manager', zh)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await goTo(page, `${server.origin}/ledger/dispatch`)
  await page.locator('label').filter({ hasText: ledger.desk.desk.given }).click()
  await page.locator('.dispatch-row').first().click()
  await expect(key(page, ledger.more.key)).toBeVisible()
  await context.setOffline(true)
  await key(page, feedback.detail.reassign).click()
  await page.getByLabel(ledger.hands.firmName, { exact: true }).fill(to)
  await key(page, ledger.hands.firmGo).click()
  await expect(page.locator('.story')).toContainText(to)
  await key(page, ledger.more.key).click()
  await page.getByRole('button', { name: words.row }).click()
  await key(page, words.make).click()
  const message = page.getByRole('group', { name: words.messageName })
  await expect(message).toBeVisible()
  await expect(page.getByText(words.notYet)).toBeVisible()
  await expect(page.getByRole('img', { name: words.qr })).toBeVisible()
  const said = await message.innerText()
  const address = /https?:\S+/.exec(said)![0]
  const code = /\d{6}$/.exec(said.trim())![0]
  await context.setOffline(false)
  await expect(async () => {
    expect((await fetch(address)).status).toBe(200)
  }).toPass()
  return { context, page, address, code }
}

test('made without a network; the firm answers without a script, the property sees it, and the order stays open', async ({
  browser,
}) => {
  const { context, page, address, code } = await aLink(browser)
  const outside = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false, locale: 'zh-CN' })
  const firm = await outside.newPage()
  await goTo(firm, address)
  await firm.getByLabel('6 位口令').fill(code === '000000' ? '000001' : '000000')
  await firm.getByRole('button', { name: '看这张单' }).click()
  await expect(firm.getByRole('alert')).toContainText('口令不对')
  await firm.getByLabel('6 位口令').fill(code)
  await firm.getByRole('button', { name: '看这张单' }).click()
  await expect(firm.locator('dl')).toContainText(FIRM)
  await firm.getByRole('button', { name: '我接了' }).click()
  await expect(firm.getByRole('status')).toContainText('您接了')
  await firm.getByRole('region', { name: '修完了' }).getByRole('textbox').fill('换了门机，打13800000001')
  await firm.getByRole('button', { name: '修好了' }).click()
  await expect(firm.getByRole('status')).toContainText('看过才算办完')
  const [cookie] = await outside.cookies()
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: new URL(address).pathname })
  await outside.close()

  await page.keyboard.press('Escape')
  const main = page.getByRole('main')
  await expect(main).toContainText(words.look.fixed)
  await expect(main).toContainText('换了门机，打******')
  await context.setOffline(true)
  await goTo(page, `${server.origin}/ledger`)
  await page.getByRole('link', { name: words.look.fixed }).click()
  await expect(main).toContainText('换了门机，打******')
  await expect(key(page, ledger.more.key)).toBeVisible()
  await context.setOffline(false)
  await context.close()
})

test('the firm’s page has no barrier by day and by night, in both languages, at 200 % and 360 wide', async ({
  browser,
}) => {
  const { context: office, page: hers, address, code } = await aLink(browser, '青羊管道（虚构）')
  await key(hers, words.slip)
    .or(hers.getByRole('link', { name: words.slip }))
    .click()
  await expect(hers.locator('.slip')).toContainText(code)
  await expect(hers.locator('.slip').getByRole('img', { name: words.qr })).toBeVisible()
  await office.close()
  for (const colorScheme of ['light', 'dark'] as const) {
    // The checker is a script of its own; the page has none and would run none.
    const context = await browser.newContext({ viewport: PHONE, colorScheme, bypassCSP: true })
    const page = await context.newPage()
    for (const at of [address, `${address}&lang=en`]) {
      await goTo(page, at)
      for (const shown of ['code', 'job']) {
        if (shown === 'job' && (await page.locator('.code').count()) > 0) {
          await page.locator('.code').fill(code)
          await page.locator('button[type=submit]').click()
        }
        if (shown === 'job') await expect(page.locator('.job')).toBeVisible()
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
          expect([at, shown, size, wide]).toEqual([at, shown, size, width])
        }
        await page.evaluate(() => void (document.documentElement.style.fontSize = ''))
        await page.setViewportSize(PHONE)
      }
    }
    await context.close()
  }
})
