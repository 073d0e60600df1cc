import { type Browser, expect, type Page, test } from '@playwright/test'
import type { Role } from '#domain/roles.ts'
import { aPort } from './support/aPort.ts'
import { barriers, misfits } from './support/eye.ts'
import { RealServer } from './support/server.ts'
import { enterAs, LANGUAGES } from './support/walk.ts'
import { goTo } from './support/historySettled.ts'

const { zh } = LANGUAGES
const words = zh.doors
let server: RealServer

test.beforeAll(async () => {
  server = await RealServer.prepare(await aPort())
  await server.start('--demo')
})
test.afterAll(() => server?.remove())

async function searching(browser: Browser, role: Role): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true })
  await context.addInitScript(() => localStorage.setItem('linbian.language', 'zh'))
  const page = await context.newPage()
  await enterAs(page, server.origin, role, zh)
  await goTo(page, `${server.origin}/doors/search`)
  await expect(field(page)).toBeFocused()
  return page
}

const field = (page: Page) => page.getByLabel(words.searchFor)
const rows = (page: Page) => page.locator('.rows a.row')
const recent = (page: Page) => page.locator('.doors-recent a')

test('a home is found by its door and its people by name, pinyin, first letters and phone, with the window and never the whole phone', async ({
  browser,
}) => {
  const page = await searching(browser, 'gridWorker')
  await field(page).fill('2单元502')
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page).locator('.doors-row-window')).toBeVisible()
  await field(page).fill('5')
  await expect(rows(page).first()).toBeVisible()

  // Somebody of two characters with a phone, as the screen tells of them.
  await field(page).fill('1栋')
  await expect(page.getByText(words.searchMore('').slice(-8))).toBeVisible()
  const told = rows(page)
    .filter({ hasText: /尾号 \d{4}/ })
    .first()
  const name = (await told.locator('.row-title [aria-hidden]').textContent())!
  const tail = /尾号 (\d{4})/.exec((await told.textContent())!)![1]!
  const href = (await told.getAttribute('href'))!
  for (const text of [name, ` ${name} `, name.slice(1), tail, tail.slice(1)]) {
    await field(page).fill(text)
    await expect(page.locator(`.rows a.row[href="${href}"]`)).toBeVisible()
  }
  await expect(page.locator('.rows')).not.toContainText(/\d{7}/)
  for (const tag of Object.values(words.tags)) await expect(page.locator('.rows')).not.toContainText(tag)

  const before = page.url()
  for (const text of ['wang', 'ＷＡＮＧ', 'w']) {
    await field(page).fill(text)
    await expect(rows(page).filter({ hasText: '王' }).first()).toBeVisible()
  }
  expect([page.url(), await page.title()]).toEqual([before, expect.not.stringContaining('王')])
  expect([await misfits(page), await barriers(page, 'all')]).toEqual([[], []])
})

test('arrows go through what was found, Enter opens it, and it is among the last seen, also after a reload', async ({
  browser,
}) => {
  const page = await searching(browser, 'gridWorker')
  await expect(recent(page)).toHaveCount(0)
  await field(page).fill('502')
  await expect(rows(page)).toHaveCount(2)
  await page.keyboard.press('ArrowDown')
  await expect(rows(page).first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(rows(page).nth(1)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(field(page)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.locator('h1')).toHaveText('2单元 502')
  await goTo(page, `${server.origin}/doors/search`)
  await field(page).fill('2-601')
  await expect(rows(page)).toHaveCount(1)
  await field(page).press('Enter')
  await expect(page.locator('h1')).toHaveText('2单元 601')
  await goTo(page, `${server.origin}/doors/search`)
  await page.reload()
  await expect(recent(page)).toHaveText(['2单元 601', '2单元 502'])
  expect(await page.evaluate(() => localStorage.getItem('linbian.recent-homes'))).not.toMatch(/[一-龥]/)
  await page.evaluate(() => {
    const kept = localStorage.getItem('linbian.recent-homes')!
    localStorage.setItem('linbian.recent-homes', kept.replace(/"person":"[^"]+"/, '"person":"another"'))
  })
  await page.reload()
  await expect(field(page)).toBeFocused()
  await expect(recent(page)).toHaveCount(0)
})

test('where nothing is found it says so; who may can enter the home that is missing', async ({ browser }) => {
  const worker = await searching(browser, 'gridWorker')
  await field(worker).fill('2单元1809')
  await expect(worker.locator('.field-help')).toHaveText(words.notFound)
  await expect(worker.getByRole('button', { name: words.addHome('') })).toHaveCount(0)

  const office = await searching(browser, 'officer')
  await field(office).fill('没有这个人')
  await expect(office.locator('.field-help')).toHaveText(words.notFound)
  await expect(office.getByText(words.addHomeHow)).toBeVisible()
  await field(office).fill('1-2-1809')
  expect([await misfits(office), await barriers(office, 'all')]).toEqual([[], []])
  await office.getByRole('button', { name: words.addHome('1-2-1809') }).click()
  await expect(office.locator('h1')).toHaveText('2单元 1809')
  await goTo(office, `${server.origin}/doors/search`)
  await field(office).fill('1-2-1809')
  await expect(rows(office)).toHaveCount(1)
})

test('a supervisor, who reads no names, finds nobody', async ({ browser }) => {
  const page = await searching(browser, 'supervisor')
  await field(page).fill('wang')
  await expect(page.locator('.field-help')).toHaveText(words.notFound)
})
