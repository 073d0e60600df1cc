import { type Browser, expect, type Page, test } from '@playwright/test'
import type { Role } from '#domain/roles.ts'
import { historySettled } from './support/historySettled.ts'
import { aPort } from './support/aPort.ts'
import { enteredForOffline } from './support/entered.ts'
import { onDisk, sent } from './support/onDisk.ts'
import { RealServer } from './support/server.ts'

const port = await aPort()
let demo: RealServer

test.beforeAll(async () => {
  demo = await RealServer.prepare(port)
  await demo.start('--demo')
})
test.afterAll(() => demo?.remove())

const enters = (browser: Browser, role: Role) => enteredForOffline(browser, demo.origin, role)

const goTo = async (page: Page, path: string) => {
  await page.evaluate((to) => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)
}
/** Where a window stands in two weeks: from tomorrow on none of them is over. */
const cell = (page: Page, day: number, nth: number) =>
  page.locator('.rota-day').nth(day).locator('.rota-keys button').nth(nth)

test('the office plans a week in four presses; the supervisor sees their turn and hands it over without a signal', async ({
  browser,
}) => {
  const office = await enters(browser, 'officer')
  await office.locator('.nav a[href="/bins"]').click()
  await office.getByText('桶点、时段、排班').click()
  await office.locator('a[href="/bins/keep/rota"]').click()
  const plan = async (nth: number, who: string) => {
    await office.locator('.rota-keys button').nth(nth).click()
    await office.getByText('每天这一班').click()
    await office.locator('dialog').getByText(who, { exact: true }).click()
    await expect(office.locator('dialog')).toHaveCount(0)
  }
  await plan(0, '陈素芬')
  await plan(1, '廖世全')
  await expect(office.locator('.rota-day').nth(6)).toContainText('陈素芬')
  // One day of tomorrow is nobody's.
  await office.getByText('这两周').click()
  await cell(office, 1, 1).click()
  await office.locator('dialog').getByText('不排人').click()
  await expect(cell(office, 1, 1)).toContainText('还没人')
  await sent(office)
  await goTo(office, '/')
  await expect(office.getByRole('link', { name: /晚班还没人/ })).toContainText('明天')

  const page = await enters(browser, 'supervisor')
  await expect(page.locator('.today-keys .key').first()).toContainText(/\d\d:00 1号投放点/)
  await expect(page.locator('.today-list')).toContainText('还没人')
  await page.locator('.nav a[href="/bins"]').click()
  const mine = page.locator('section').filter({ has: page.getByRole('heading', { name: '我的班' }) })
  const tomorrow = mine.locator('li').filter({ hasText: '明天' })
  await expect(tomorrow).toContainText('早班')

  await page.context().setOffline(true)
  await tomorrow.getByRole('button', { name: '换班' }).click()
  await page.locator('dialog').getByText('廖世全', { exact: true }).click()
  await expect(page.locator('.toast')).toContainText('明天早班换给了廖世全')
  await expect(tomorrow).toHaveCount(0)
  await page.getByRole('button', { name: '我来' }).click()
  await expect(tomorrow).toContainText('晚班')
  // Without a signal it outlives the page, and Today tells it.
  await historySettled(page)
  await page.reload()
  await goTo(page, '/')
  await expect(page.locator('.today-list')).toContainText('明天早班换给了廖世全')
  await page.context().setOffline(false)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await sent(page)

  await expect(office.locator('.frame-main, main').first()).toContainText('明天早班换给了廖世全')
  await expect(office.getByRole('link', { name: /晚班还没人/ })).toHaveCount(0)
})

test('a bin point gets its name, its bins, its haulier and its windows, also without a signal', async ({
  browser,
}) => {
  const office = await enters(browser, 'officer')
  await office.context().setOffline(true)
  await goTo(office, '/bins/keep/points/new')
  await office.getByLabel('叫什么').fill('北门投放点')
  await office.getByRole('button', { name: '存下来' }).click()
  await expect(office.locator('h1')).toHaveText('北门投放点')
  await office.getByRole('button', { name: '加一' }).first().click()
  await office.getByText('660 升').first().click()
  await office.getByLabel('清运单位').fill('环卫站')
  await expect(office.getByRole('button', { name: '名字和电话都要写' })).toBeVisible()
  const began = await office.evaluate(() => new Date().toISOString())
  await office.getByLabel('电话').fill('028 0000 0000')
  // What is half-filled is still there after the page was closed.
  await expect
    .poll(async () => ((await onDisk(office))['drafts'] as { at: string }[]).some(({ at }) => at >= began))
    .toBe(true)
  await office.reload()
  await expect(office.getByLabel('电话')).toHaveValue('028 0000 0000')
  await office.getByRole('button', { name: '存下来' }).click()
  const row = office.locator('.rows a').filter({ hasText: '北门投放点' })
  await expect(row).toContainText('9 个桶・环卫站')

  await goTo(office, '/bins/keep/windows')
  await office.locator('.rows a').filter({ hasText: '北门投放点' }).click()
  const [first] = [office.locator('section.card').first()]
  await first.getByLabel('几点止').fill('06:00')
  await expect(office.getByRole('button', { name: '止要晚过起' })).toBeVisible()
  await first.getByLabel('几点止').fill('09:30')
  await first.getByText('上班日').click()
  await office.getByRole('button', { name: '存下来' }).click()
  await expect(office.locator('.rows a').filter({ hasText: '北门投放点' })).toContainText(
    '早班 07:00–09:30・上班日',
  )
  await office.context().setOffline(false)
  await office.evaluate(() => dispatchEvent(new Event('online')))
  await sent(office)
})
