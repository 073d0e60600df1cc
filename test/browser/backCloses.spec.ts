import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { aPort } from './support/aPort.ts'
import { RealServer } from './support/server.ts'
import { enterAs, LANGUAGES } from './support/walk.ts'
import { goTo } from './support/historySettled.ts'

const port = await aPort()
const { zh } = LANGUAGES

let demo: RealServer
let context: BrowserContext
let page: Page

test.beforeAll(async ({ browser }) => {
  demo = await RealServer.prepare(port)
  await demo.start('--demo')
  context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  page = await context.newPage()
  await enterAs(page, demo.origin, 'manager', zh)
})

test.afterAll(async () => {
  await context?.close()
  await demo?.remove()
})

const sheet = () => page.locator('dialog[open]')
const detail = () => page.locator('.detail-keys')
const list = () => page.locator('a.remark').first()

/** From Today by its links to one matter: two steps of history lie below it. */
async function atOneMatter() {
  await goTo(page, `${demo.origin}/`)
  await page.locator('.nav a[href="/feedback"]').click()
  await page.locator('a.remark').filter({ hasText: '公告栏贴的还是去年的' }).first().click()
  await detail().waitFor()
}

/** Nothing lies over the screen, and nothing is on its way out of the history. */
async function settled() {
  await expect(sheet()).toHaveCount(0)
  await expect.poll(() => page.evaluate(() => history.state?.over)).toBeUndefined()
}

const more = () => page.getByRole('button', { name: zh.ledger.more.key, exact: true })

/** Whatever was done before, one Back leads from the matter to the list. */
async function oneBackLeaves() {
  await settled()
  await expect(detail()).toBeVisible()
  await page.goBack()
  await expect(list()).toBeVisible()
  await expect(detail()).toHaveCount(0)
}

test('Back closes a sheet and nothing else, and the next one leaves the screen', async () => {
  await atOneMatter()
  await more().click()
  await sheet().waitFor()
  await expect.poll(() => page.evaluate(() => history.state?.over)).toBe(true)
  await page.goBack()
  await oneBackLeaves()
})

test('a sheet that makes room for another leaves one step of history, whichever way it closes', async () => {
  for (const close of ['Back', 'Escape'] as const) {
    await atOneMatter()
    await more().click()
    await sheet()
      .getByRole('button', { name: new RegExp(zh.ledger.more.bill) })
      .click()
    await expect(sheet()).toHaveAttribute('aria-label', new RegExp(zh.ledger.bill.title))
    // It stays: the step that the first one took back does not take it along.
    await expect.poll(() => page.evaluate(() => history.state?.over)).toBe(true)
    await expect(sheet()).toHaveCount(1)
    if (close === 'Back') await page.goBack()
    else await page.keyboard.press('Escape')
    await oneBackLeaves()
  }
})

test('a link in a sheet leads on, and Back from there stands on the screen with nothing over it', async () => {
  await atOneMatter()
  const at = page.url()
  await more().click()
  await sheet()
    .getByRole('link', { name: new RegExp(zh.ledger.more.slip) })
    .click()
  await page.locator('.slip').waitFor()
  await page.goBack()
  await expect(page).toHaveURL(at)
  await oneBackLeaves()
})

test('a page loaded anew with a sheet over it has none, and one Back leaves it', async () => {
  await atOneMatter()
  await more().click()
  await sheet().waitFor()
  await expect.poll(() => page.evaluate(() => history.state?.over)).toBe(true)
  await page.reload()
  await detail().waitFor()
  await oneBackLeaves()
})

test('a sheet that is shut before it is drawn leaves no step behind', async () => {
  await atOneMatter()
  await more().evaluate(async (key: HTMLElement) => {
    key.click()
    const shown = () => document.querySelector('dialog[open]')
    while (!shown()) await Promise.resolve()
    shown()?.dispatchEvent(new Event('cancel', { cancelable: true }))
  })
  await oneBackLeaves()
})

test('Back in the moment in which a sheet opens leaves the screen, and the sheet goes with it', async () => {
  await atOneMatter()
  await more().evaluate((key: HTMLElement) => {
    key.click()
    history.back()
  })
  await expect(list()).toBeVisible()
  await settled()
  await page.goBack()
  await expect(page).toHaveURL(`${demo.origin}/`)
})

test('a screen that goes back by itself does so in one press, also while a sheet is on its way out', async () => {
  await goTo(page, `${demo.origin}/`)
  await page.locator('.nav a[href="/bins"]').click()
  const begin = page.locator('.bottom-bar .key-primary')
  await begin.waitFor()
  if ((await begin.getAttribute('aria-disabled')) === 'true')
    await page.locator('fieldset').first().locator('label').first().click()
  await begin.click()
  await page.locator('.tally-main').waitFor()
  await page.locator('.shift-tools a').nth(1).click()
  const other = page.getByRole('button', { name: zh.incident.more, exact: true })
  for (const over of ['shut', 'open'] as const) {
    await other.waitFor()
    await other.click()
    await sheet().waitFor()
    await expect.poll(() => page.evaluate(() => history.state?.over)).toBe(true)
    // One finger after the other, faster than the browser walks through its history.
    await page.evaluate(async (before) => {
      const press = (name: string) => document.querySelector<HTMLElement>(name)?.click()
      const open = () => document.querySelector('dialog[open]')
      if (before === 'shut') {
        press('dialog[open] .header-leave')
        while (open()) await Promise.resolve()
      }
      press('header .header-leave')
    }, over)
    await expect(page.locator('.tally-main')).toBeVisible()
    await settled()
    if (over === 'shut') await page.locator('.shift-tools a').nth(1).click()
  }
})

test('what was opened by its address alone leads to its own place, also after a sheet lay over it', async () => {
  const other = await context.newPage()
  await goTo(other, `${demo.origin}/which-bin`)
  await other.locator('h1').waitFor()
  await other.locator('.strip').click()
  await other.locator('dialog[open]').waitFor()
  await other.keyboard.press('Escape')
  await expect(other.locator('dialog[open]')).toHaveCount(0)
  await expect.poll(() => other.evaluate(() => history.state?.over)).toBeUndefined()
  await other.locator('header .header-leave').click()
  await expect(other).toHaveURL(new RegExp(`^${demo.origin}/(bins/.+)?$`))
  await expect(other.locator('h1')).toBeVisible()
  await other.close()
})

test('what is taken off the agenda from its sheet leads to the sitting, and one Back from there to the sittings', async ({
  browser,
}) => {
  const own = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const hall = await own.newPage()
  await enterAs(hall, demo.origin, 'owners', zh)
  await goTo(hall, `${demo.origin}/council`)
  await hall.getByRole('button', { name: zh.council.call }).click()
  await hall.locator('dialog[open] .key-primary').click()
  await hall.locator('.council-agenda').waitFor()
  const sitting = hall.url()
  for (const title of ['楼道堆了纸箱', '门禁不灵了']) {
    await hall.getByRole('button', { name: zh.council.add, exact: true }).click()
    await hall.getByLabel(zh.council.addTitle).fill(title)
    await hall.locator('dialog[open] .key-primary').click()
    await expect(hall.locator('dialog[open]')).toHaveCount(0)
    await expect.poll(() => hall.evaluate(() => history.state?.over)).toBeUndefined()
  }
  const item = hall.locator('.council-agenda a.row').filter({ hasText: '楼道堆了纸箱' })
  await item.click()
  await hall.getByRole('button', { name: zh.council.item, exact: true }).click()
  await hall.getByRole('button', { name: zh.council.takeOff, exact: true }).click()
  await expect(hall).toHaveURL(sitting)
  await expect(item).toHaveCount(0)
  await expect(hall.locator('.council-agenda a.row').first()).toBeVisible()
  await hall.goBack()
  await expect(hall).toHaveURL(`${demo.origin}/council`)
  await expect(hall.getByRole('button', { name: zh.council.call })).toBeVisible()
  await own.close()
})

/** Shuts the sheet and presses what leads elsewhere: a finger is faster than the browser walks through its history. */
async function shutAndPress(name: string, when: 'as it shuts' | 'while history goes back') {
  await page.locator('.strip').click()
  await sheet().waitFor()
  await expect.poll(() => page.evaluate(() => history.state?.over)).toBe(true)
  await page.evaluate(
    ([name, when]) => {
      const press = (key: string) => document.querySelector<HTMLElement>(key)!.click()
      const goes = history.back.bind(history)
      if (when === 'while history goes back')
        history.back = () => {
          history.back = goes
          goes()
          press(name)
        }
      press('dialog[open] .header-leave')
      if (when === 'as it shuts') press(name)
    },
    [name, when] as const,
  )
}

test('what is pressed while a sheet is on its way out leads on, a link as well as a key, and one Back from there to where the sheet lay', async () => {
  for (const when of ['as it shuts', 'while history goes back'] as const) {
    await goTo(page, `${demo.origin}/`)
    await page.locator('.nav a[href="/feedback"]').click()
    await expect(list()).toBeVisible()
    await shutAndPress('.nav a[href="/doors"]', when)
    await expect(page, when).toHaveURL(`${demo.origin}/doors`)
    await settled()
    await page.goBack()
    await expect(page, when).toHaveURL(`${demo.origin}/feedback`)
    await oneBackLeadsToToday()

    await page.locator('a[href="/bins/report"]').click()
    await page.locator('.report-when').waitFor()
    await shutAndPress('.report-when button', when)
    await expect(page, when).toHaveURL(/[?&]day=/)
    await oneBackLeadsToToday()
  }
})

async function oneBackLeadsToToday() {
  await settled()
  await page.goBack()
  await expect(page).toHaveURL(`${demo.origin}/`)
}
