import { readFile } from 'node:fs/promises'
import { type Browser, expect, type Page, request as requests, test } from '@playwright/test'
import { NUMBERS_A_DAY } from '#queries/bulkReading.ts'
import { readSheets } from '#sheets/readSheets.ts'
import { aPort } from './support/aPort.ts'
import { barriers, misfits } from './support/eye.ts'
import { sent } from './support/onDisk.ts'
import { asksFrom } from './support/letIn.ts'
import { addOfficer, PASSPHRASE, signedIn } from './support/secondOfficer.ts'
import { RealServer } from './support/server.ts'
import { LANGUAGES } from './support/walk.ts'
import { goTo } from './support/historySettled.ts'

const { zh } = LANGUAGES
const words = zh.trace
/** One more than one person may take away alone. */
const HOMES = 51
let server: RealServer

const rows = [
  ['栋', '单元', '房号', '姓名', '电话'],
  ...Array.from({ length: HOMES }, (_, at) => [
    '1',
    '1',
    `${Math.floor(at / 3) + 1}0${(at % 3) + 1}`,
    `住户${String.fromCodePoint(0x4e00 + at)}`,
    `138${String(10_000_000 + at)}`,
  ]),
]

test.describe.configure({ mode: 'serial' })

/** A compound of 51 homes with two officers who sign in by name and passphrase. */
test.beforeAll(async () => {
  server = await RealServer.prepare(await aPort())
  await server.start()
  const first = await requests.newContext()
  const data = {
    code: server.setUpCode,
    compound: '春和苑',
    rows,
    points: [],
    emergency: [],
    officer: { name: '林老师', passphrase: PASSPHRASE },
    deviceKind: 'own',
  }
  expect((await first.post(`${server.origin}/api/setup`, { data })).status()).toBe(200)
  await addOfficer(asksFrom(first, server.origin), server.origin, '罗书记')
  await first.dispose()
})
test.afterAll(() => server?.remove())

const comesIn = (browser: Browser, name: string) => signedIn(browser, server.origin, name)
const key = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

test('SEC-19 whoever signs in reads when they came in the last time, until they say that they have read it', async ({
  browser,
}) => {
  const page = await comesIn(browser, '林老师')
  const panel = page.locator('.panel').filter({ hasText: '上次进来' })
  await expect(panel).toContainText(words.trail.on.own)
  await panel.getByRole('button', { name: words.news.understood }).click()
  await expect(panel).toHaveCount(0)
  await page.reload()
  await expect(page.locator('.nav')).toBeVisible()
  await expect(panel).toHaveCount(0)
  await page.context().close()
})

test('SEC-99 more than fifty homes leave only with the yes of a second officer, who reads it at once; also asked for in the basement', async ({
  browser,
}) => {
  const page = await comesIn(browser, '林老师')
  await goTo(page, `${server.origin}/doors/export`)
  await expect(page.getByText(words.second.need(String(HOMES)))).toBeVisible()
  await expect(key(page, zh.discretion.export.go)).toHaveCount(0)
  await page.getByLabel(zh.discretion.export.note).fill('人口普查')
  await page.context().setOffline(true)
  await key(page, words.second.ask).click()
  await expect(page.getByText(words.second.unsent)).toBeVisible()
  await expect(key(page, words.second.waits)).toHaveAttribute('aria-disabled', 'true')
  await page.reload()
  await expect(page.getByText(words.second.unsent)).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByText(words.second.sent)).toBeVisible()

  const other = await comesIn(browser, '罗书记')
  const asked = other.locator('.panel').filter({ hasText: words.news.asked('林老师', String(HOMES)) })
  await asked.getByRole('link', { name: words.news.look }).click()
  await expect(other.getByText(words.request.wants('林老师', String(HOMES)))).toBeVisible()
  await expect(other.getByText('人口普查')).toBeVisible()
  expect(await misfits(other)).toEqual([])
  expect(await barriers(other, 'all')).toEqual([])
  await key(other, words.request.yes).click()
  await expect(other.locator('h1')).toHaveText(words.watch.title)
  await sent(other)

  await expect(page.getByText(words.second.allowed('罗书记'))).toBeVisible()
  await page.getByLabel(zh.discretion.export.note).fill('人口普查')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    key(page, zh.discretion.export.go).click(),
  ])
  const ours = await readSheets(new Uint8Array(await readFile(await download.path())).slice().buffer)
  if (!ours.ok) throw new Error(ours.refused)
  // The heading, the people, and who took it.
  expect(ours.value[0]!.rows).toHaveLength(HOMES + 2)
  // One yes, one table.
  await expect(page.getByText(words.second.need(String(HOMES)))).toBeVisible()
  await sent(page)

  await goTo(other, `${server.origin}/`)
  const taken = other.locator('.panel').filter({ hasText: words.news.taken('林老师') })
  await taken.getByRole('link', { name: words.news.look }).click()
  const row = other.locator('.row').filter({ hasText: words.watch.takenRow('林老师') })
  await expect(row).toContainText(words.watch.agreed('罗书记'))
  await expect(row).toContainText('人口普查')
  await other.context().close()
  await page.context().close()
})

test('a no says why, and whoever asked reads it', async ({ browser }) => {
  const page = await comesIn(browser, '林老师')
  await goTo(page, `${server.origin}/doors/export`)
  await page.getByLabel(zh.discretion.export.note).fill('再要一份')
  await key(page, words.second.ask).click()
  await expect(page.getByText(words.second.sent)).toBeVisible()

  const other = await comesIn(browser, '罗书记')
  await goTo(other, `${server.origin}/doors/watch`)
  await other.getByRole('link', { name: /想导出/ }).click()
  await key(other, words.request.no).click()
  const sheet = other.locator('dialog')
  await expect(sheet.getByRole('button', { name: words.request.needWhy })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await sheet.getByLabel(words.request.noWhy).fill('已经有一份了')
  await sheet.getByRole('button', { name: words.request.noGo }).click()
  await expect(other.locator('h1')).toHaveText(words.watch.title)
  await sent(other)
  await expect(page.getByText(words.second.said('已经有一份了'))).toBeVisible()
  await expect(key(page, words.second.ask)).toBeVisible()
  await other.context().close()
  await page.context().close()
})

test('SEC-64 the office reads what it did, and that every line still stands as it was written; without a network it says so', async ({
  browser,
}) => {
  const page = await comesIn(browser, '罗书记')
  await goTo(page, `${server.origin}/people`)
  await page.getByRole('link', { name: words.trail.title }).click()
  await expect(page.getByText(/\d+ 条都对得上/)).toBeVisible()
  const line = (who: string, what: string) =>
    page
      .locator('.row')
      .filter({ hasText: `${who}・${what}` })
      .first()
  await expect(line('林老师', words.trail.what['export.asked'](''))).toBeVisible()
  await expect(line('罗书记', words.trail.what['export.allowed'](''))).toBeVisible()
  await expect(line('罗书记', words.trail.what['export.refused'](''))).toBeVisible()
  await expect(line('林老师', words.trail.what['look.export'](''))).toBeVisible()
  await expect(line('罗书记', words.trail.what.login(''))).toContainText(words.trail.on.own)
  expect(await misfits(page)).toEqual([])
  expect(await barriers(page, 'all')).toEqual([])
  await page.context().setOffline(true)
  await page.reload()
  await expect(page.getByText(words.trail.offline)).toBeVisible()
  await page.context().close()
})

test('SEC-41 thirty numbers are shown in a day; after that it says who can help, and calling goes on', async ({
  browser,
}) => {
  const page = await comesIn(browser, '林老师')
  await goTo(page, `${server.origin}/doors/search`)
  await page.getByLabel(zh.doors.searchFor).fill('101')
  await page.locator('.rows a.row').first().click()
  const phone = page.locator('.home-phone').first()
  for (let shown = 0; shown < NUMBERS_A_DAY; shown += 1) {
    await phone.getByRole('button', { name: zh.doors.home.showNumber }).click()
    await page.getByRole('button', { name: zh.discretion.why.round, exact: true }).click()
    await phone.getByRole('button', { name: zh.doors.home.hideNumber }).click()
  }
  await phone.getByRole('button', { name: zh.doors.home.showNumber }).click()
  await expect(page.getByText(words.limit(String(NUMBERS_A_DAY)))).toBeVisible()
  await expect(phone).toContainText('****')
  await expect(phone.getByRole('button', { name: zh.doors.callShort })).toBeEnabled()
  await page.context().close()
})
