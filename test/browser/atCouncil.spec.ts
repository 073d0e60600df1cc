import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { addDays, dayOf } from '#domain/workingDays.ts'
import { goTo } from './support/historySettled.ts'
import { aPort } from './support/aPort.ts'
import { sent } from './support/onDisk.ts'
import { barriers, misfits } from './support/eye.ts'
import { RealServer } from './support/server.ts'
import { enterAs, LANGUAGES } from './support/walk.ts'

const port = await aPort()
const { zh } = LANGUAGES
const { council, atCouncil, feedback, works } = zh
const BOARD = '公告栏贴的还是去年的'
const HOME = '楼上半夜拖板凳'
const DECISION = '公告栏每周换一次'

let demo: RealServer
let context: BrowserContext
let page: Page
let remark: string
let resolution: string
let sitting: string

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  demo = await RealServer.prepare(port)
  await demo.start('--demo')
  context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  page = await context.newPage()
  // She dispatches orders, works on them and holds the council.
  await enterAs(page, demo.origin, 'manager', zh)
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated')
})

test.afterAll(async () => {
  await context?.close()
  await demo?.remove()
})

const button = (name: string | RegExp) => page.getByRole('button', { name })
const toast = (text: string) => expect(page.locator('.toast').last()).toContainText(text)
const open = async (text: string, path = '/feedback') => {
  await goTo(page, demo.origin + path)
  await page.locator('a').filter({ hasText: text }).first().click()
  await page.locator('h1').first().waitFor()
}

test('one press marks a matter for the council without a network, a second takes it back, and it is there after the app was shut', async () => {
  await goTo(page, `${demo.origin}/council`)
  await page.locator('.bottom-bar .key-primary').waitFor()
  await open(BOARD)
  remark = new URL(page.url()).pathname
  await context.setOffline(true)
  await button(new RegExp(`^${atCouncil.mark}`)).click()
  await toast(atCouncil.markedSaid)
  await button(new RegExp(`^${atCouncil.marked}`)).click()
  await toast(atCouncil.unmarkedSaid)
  await button(new RegExp(`^${atCouncil.mark}`)).click()
  await expect(button(new RegExp(`^${atCouncil.marked}`))).toHaveAttribute('aria-pressed', 'true')
  await page.close()
  page = await context.newPage()
  await goTo(page, demo.origin + remark)
  await expect(button(new RegExp(`^${atCouncil.marked}`))).toHaveAttribute('aria-pressed', 'true')
})

test('the agenda made in one tap takes it in, and says how many stay off it because they are about a home', async () => {
  await goTo(page, `${demo.origin}/council`)
  await button(council.call).click()
  await page.locator('dialog').getByRole('button', { name: council.callGo }).click()
  await button(council.build).click()
  await page.locator('.council-no').first().waitFor()
  sitting = new URL(page.url()).pathname
  await expect(page.locator('.council-agenda a.row').filter({ hasText: BOARD })).toBeVisible()
  await expect(page.locator('.council-agenda')).not.toContainText(HOME)
  await page.locator('.council-agenda button.row').filter({ hasText: '说的是家里，不上会' }).click()
  await expect(page.locator('dialog[open]')).toContainText(HOME)
  // She may not edit what residents said, and is told who may.
  await expect(page.locator('dialog[open]')).toContainText(atCouncil.homeOther)
  await page.locator('dialog[open]').getByRole('button', { name: zh.common.close, exact: true }).click()
})

test('the day of a resolution is one press, and the matter shows what was decided, by whom and until when', async () => {
  await page.locator('.council-agenda a.row').filter({ hasText: BOARD }).click()
  await page.getByLabel(council.decision).fill(DECISION)
  await page.getByLabel(council.who).selectOption({ label: council.bodies.property })
  await button(new RegExp(`^${atCouncil.week}`)).click()
  const today = dayOf(new Date().toISOString())
  await expect(page.getByLabel(council.due, { exact: true })).toHaveValue(addDays(today, 7))
  await page.locator('.bottom-bar .key-primary').click()
  await toast(council.ruling.agreed)
  await goTo(page, demo.origin + remark)
  const row = page.locator('.detail a.row').filter({ hasText: DECISION })
  await expect(row).toContainText(council.task.whose(council.bodies.property))
  await expect(row).toContainText(council.task.state.open)
  resolution = (await row.getAttribute('href')) ?? ''
  expect(await misfits(page)).toEqual([])
})

test('closing the order finishes the resolution in the same act, without a network', async () => {
  await button(feedback.detail.close).click()
  const also = page.locator('dialog[open]').getByRole('button', { name: atCouncil.alsoDone(DECISION) })
  await expect(also).toHaveAttribute('aria-pressed', 'true')
  await page.locator('dialog[open] textarea').first().fill('新的贴上去了')
  await page.locator('dialog[open] .key-primary').click()
  await expect(page.locator('.detail a.row').filter({ hasText: DECISION })).toContainText(
    council.task.state.done,
  )
  await page.close()
  page = await context.newPage()
  await goTo(page, demo.origin + resolution)
  await expect(page.locator('.council-home')).toContainText('新的贴上去了')
  await expect(page.locator('.council-home')).toContainText(atCouncil.step)
})

test('a work that the council decided names the resolution, and the resolution names the work', async () => {
  await goTo(page, `${demo.origin}/works`)
  const work = page.locator('a.row[href^="/works/"]').first()
  const label = (await work.locator('.row-title').textContent()) ?? ''
  await work.click()
  await button(works.approvals.add).last().click()
  const sheet = page.locator('dialog[open]')
  await sheet.getByText(works.approvals.how.council).click()
  await sheet.getByLabel(atCouncil.cause).selectOption({ index: 1 })
  await sheet.locator('.key-primary').click()
  await expect(sheet).toHaveCount(0)
  await page.locator('a.row[href^="/council/resolutions/"]').last().click()
  await expect(page.locator('.council-home')).toContainText(atCouncil.works)
  await expect(page.locator('.council-home')).toContainText(label)
})

test('with the network back the asker is not content, and what was resolved is open again with the order', async ({
  browser,
}) => {
  await context.setOffline(false)
  await goTo(page, `${demo.origin}/council`)
  await sent(page)
  await context.close()
  context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  page = await context.newPage()
  await enterAs(page, demo.origin, 'officer', zh)
  await goTo(page, demo.origin + remark)
  await expect(page.locator('.detail a.row').filter({ hasText: DECISION })).toContainText(
    council.task.state.done,
  )
  await button(feedback.detail.results.dissatisfied).click()
  await expect(page.locator('.detail a.row').filter({ hasText: DECISION })).toContainText(
    council.task.state.open,
  )
  await goTo(page, demo.origin + resolution)
  await expect(page.locator('.council-home')).toContainText(atCouncil.reopenReason)
})

test('what is about a home says so on its page, and said of the stairwell it may go to the council', async () => {
  await open(HOME)
  await expect(page.locator('.detail')).toContainText(atCouncil.home)
  await button(atCouncil.ofFloor).click()
  await toast(atCouncil.moved)
  await expect(button(new RegExp(`^${atCouncil.mark}`))).toBeVisible()
  await expect(page.locator('.detail')).not.toContainText(atCouncil.home)
})

test('a matter becomes a topic in its own words, and each leads to the other', async () => {
  await page.locator('a').filter({ hasText: atCouncil.toTopic }).click()
  await expect(page.getByLabel(council.topics.question)).toHaveValue(new RegExp(HOME))
  await page.locator('.bottom-bar .key-primary').click()
  await page.locator(`.council-home a.row`).filter({ hasText: HOME }).click()
  await expect(page.locator('.detail a.row').filter({ hasText: HOME })).toContainText(atCouncil.talked)
})

for (const theme of ['day', 'night', 'sun'] as const)
  test(`what the ledger and the council know of each other is readable and can be pressed, ${theme}`, async () => {
    for (const [width, height] of [
      [360, 800],
      [1280, 800],
    ] as const) {
      await page.setViewportSize({ width, height })
      for (const path of [remark, resolution, sitting]) {
        await goTo(page, demo.origin + path)
        await page.locator('h1').first().waitFor()
        await page.evaluate((of) => {
          document.documentElement.dataset['theme'] = of
        }, theme)
        expect(await misfits(page), `${path} ${width}`).toEqual([])
        expect(await barriers(page, theme === 'day' ? 'all' : 'colours'), `${path} ${width}`).toEqual([])
      }
    }
  })
