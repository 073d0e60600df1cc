import { type Browser, expect, type Page, test } from '@playwright/test'
import type { Role } from '#domain/roles.ts'
import { aPort } from './support/aPort.ts'
import { entered } from './support/entered.ts'
import { sent } from './support/onDisk.ts'
import { barriers, misfits } from './support/eye.ts'
import { RealServer } from './support/server.ts'
import { LANGUAGES } from './support/walk.ts'
import { goTo } from './support/historySettled.ts'

const { zh } = LANGUAGES
const words = zh.whichBin
let server: RealServer

test.beforeAll(async () => {
  server = await RealServer.prepare(await aPort())
  await server.start('--demo')
})
test.afterAll(() => server?.remove())

const somebody = (browser: Browser, role: Role) => entered(browser, server.origin, role)

const numbers = (page: Page) => expect(page.locator('.tally-number'))
/** Three right ones and one of the four beside. */
const COUNTED = ['3', '1', '0', '0', '0']
const field = (page: Page) => page.getByLabel(words.field)
const answer = (page: Page) => page.locator('.answer')
const open = (page: Page, path: string) => goTo(page, new URL(path, page.url()).href)

/** A shift with some taps in it; where it stands. */
async function counted(page: Page): Promise<string> {
  await open(page, '/bins')
  const begin = page.locator('.bottom-bar .key-primary')
  await begin.waitFor()
  if ((await begin.getAttribute('aria-disabled')) === 'true')
    await page.locator('fieldset').first().locator('label').first().click()
  await begin.click()
  for (const _ of [1, 2, 3]) {
    await page.locator('.tally-main').click()
    await page.waitForTimeout(250)
  }
  await page.locator('.shift-four .tally').first().click()
  await numbers(page).toHaveText(COUNTED)
  return page.url()
}

test('from the shift an answer is one touch and three letters away, and back nothing is lost of the count, also after a reload', async ({
  browser,
}) => {
  const page = await somebody(browser, 'supervisor')
  const shift = await counted(page)
  await page.getByRole('link', { name: zh.bins.whichBin }).click()
  await field(page).fill('llk')
  await expect(answer(page)).toContainText('榴莲壳')
  await page.getByRole('button', { name: zh.common.back }).click()
  await expect(page).toHaveURL(shift)
  await numbers(page).toHaveText(COUNTED)

  await page.getByRole('link', { name: zh.bins.whichBin }).click()
  await page.reload()
  await field(page).fill('大骨头')
  await expect(answer(page)).toContainText(words.name.other)
  await page.goBack()
  await expect(page).toHaveURL(shift)
  await page.reload()
  await expect(page.locator('.tally-main')).toBeVisible()
  await numbers(page).toHaveText(COUNTED)

  // In a tab of its own there is nothing to go back to: the way back is the shift that is open.
  const [alone] = await Promise.all([
    page.context().waitForEvent('page'),
    page.evaluate(() => void window.open('/which-bin', '_blank', 'noopener')),
  ])
  await field(alone).fill('llk')
  await expect(answer(alone)).toContainText('榴莲壳')
  expect(await alone.evaluate(() => history.length)).toBe(1)
  await alone.getByRole('button', { name: zh.common.back }).click()
  await expect(alone).toHaveURL(shift)
  await expect(alone.locator('.tally-main')).toBeVisible()
  await numbers(alone).toHaveText(COUNTED)
})

test('a word of several things asks back, also half-typed, and one tap answers', async ({ browser }) => {
  const page = await somebody(browser, 'supervisor')
  await open(page, '/which-bin')
  for (const query of ['骨头', 'gut']) {
    await field(page).fill(query)
    await expect(page.getByRole('heading', { name: words.ask.bone.title })).toBeVisible()
    await page.getByRole('button', { name: /^大骨头/ }).click()
    await expect(answer(page)).toContainText(words.local)
    await expect(answer(page)).toContainText('来源：')
  }
})

test('who does not type finds it by room or by bin, and what goes in no bin stands on ink', async ({
  browser,
}) => {
  const page = await somebody(browser, 'supervisor')
  await open(page, '/which-bin')
  await page.getByRole('button', { name: words.room.bathroom }).click()
  await page.locator('.room-picture').filter({ hasText: '水银温度计' }).click()
  await expect(answer(page)).toHaveClass(/answer-hazardous/)
  await expect(answer(page)).toBeInViewport()
  expect(await barriers(page, 'all')).toEqual([])
  for (const text of ['100%', '200%']) {
    await page.evaluate((size) => void (document.documentElement.style.fontSize = size), text)
    expect(await misfits(page), text).toEqual([])
  }
  await page.evaluate(() => void (document.documentElement.style.fontSize = ''))
  await page.getByRole('button', { name: words.room.living }).click()
  await page.locator('.room-picture').filter({ hasText: '电动车电池' }).click()
  await expect(answer(page)).toContainText(words.notInFour)
  await expect(answer(page)).toHaveClass(/answer-never/)
  await page.getByRole('button', { name: words.rest }).click()
  await page.getByRole('button', { name: /^沙发/ }).click()
  await expect(answer(page)).toHaveClass(/answer-bulky/)
})

test('a word that is not found reaches the office by a key; its rule is the answer at the bins, without a network too', async ({
  browser,
}) => {
  const page = await somebody(browser, 'supervisor')
  await open(page, '/which-bin')
  await field(page).pressSequentially('量子计算机')
  await expect(page.getByRole('heading', { name: words.unknown })).toBeVisible()
  await page.getByRole('button', { name: words.tell }).click()
  await expect(page.getByText(words.toldAlready)).toBeVisible()
  await sent(page)

  const office = await somebody(browser, 'officer')
  await open(office, '/bins/keep')
  await office.getByRole('link', { name: words.keep.title }).click()
  const missed = office.locator('.card').filter({ hasText: '量子计算机' })
  await expect(missed).toContainText(words.keep.people(1))
  // What was only half typed on the way was nobody's question.
  await expect(office.locator('.missed-word').filter({ hasText: /^量/ })).toHaveCount(1)
  await missed.getByRole('link', { name: words.keep.answer }).click()
  const save = office.locator('.bottom-bar .key-primary')
  await expect(save).toHaveText(words.keep.sayWhere)
  await office.getByRole('button', { name: words.name.never, exact: true }).click()
  await expect(save).toHaveText(words.keep.sayWhy)
  await office.getByLabel(words.keep.why).fill('交回厂里')
  for (const theme of ['day', 'night', 'sun']) {
    await office.evaluate((next) => void (document.documentElement.dataset['theme'] = next), theme)
    expect(await barriers(office, theme === 'day' ? 'all' : 'colours')).toEqual([])
  }
  for (const width of [360, 1280]) {
    await office.setViewportSize({ width, height: 800 })
    for (const text of ['100%', '200%']) {
      await office.evaluate((size) => void (document.documentElement.style.fontSize = size), text)
      expect(await misfits(office), `${width} wide, ${text}`).toEqual([])
    }
  }
  await office.evaluate(() => void (document.documentElement.style.fontSize = ''))
  await save.click()
  await expect(office.locator('.rows').filter({ hasText: '量子计算机' })).toContainText('交回厂里')
  await expect(missed).toHaveCount(0)
  expect(await barriers(office, 'all')).toEqual([])
  expect(await misfits(office)).toEqual([])
  await sent(office)

  await expect(async () => {
    await page.reload()
    await field(page).fill('量子')
    await expect(answer(page)).toContainText('交回厂里', { timeout: 2_000 })
  }).toPass()
  await page.context().setOffline(true)
  await field(page).fill('量子计算')
  await expect(answer(page)).toContainText(words.here(words.name.never))
})

test('a word that is not found is answered with one press on the thing it means; a rule that begins later stands beside today’s', async ({
  browser,
}) => {
  const page = await somebody(browser, 'supervisor')
  await open(page, '/which-bin')
  await field(page).fill('大刺果')
  await page.getByRole('button', { name: words.tell }).click()
  await expect(page.getByText(words.toldAlready)).toBeVisible()
  await sent(page)

  const office = await somebody(browser, 'officer')
  await open(office, '/bins/keep/which-bin')
  const missed = office.locator('.card').filter({ hasText: '大刺果' })
  await missed.getByRole('button', { name: words.keep.sameAs }).click()
  const sheet = office.locator('dialog[open]')
  await sheet.getByLabel(words.keep.thing).fill('llk')
  expect(await barriers(office, 'all')).toEqual([])
  expect(await misfits(office)).toEqual([])
  await sheet.getByRole('button', { name: /^榴莲壳/ }).click()
  await expect(missed).toHaveCount(0)
  await expect(office.locator('.rows').filter({ hasText: '大刺果' })).toContainText(
    words.keep.means('榴莲壳'),
  )

  await open(office, '/bins/keep/which-bin/rule?item=28')
  await office.getByRole('button', { name: words.name.kitchen, exact: true }).click()
  await office.getByLabel(words.keep.why).fill('厂里换了机器')
  await office.getByLabel(words.keep.day).fill('2099-03-09')
  await expect(office.getByText(words.keep.until(words.name.other))).toBeVisible()
  expect(await misfits(office)).toEqual([])
  await office.locator('.bottom-bar .key-primary').click()
  const row = office.locator('.rows a').filter({ hasText: '榴莲壳' }).filter({ hasText: '3月9日' })
  await expect(row).toContainText(words.name.kitchen)
  expect(await barriers(office, 'all')).toEqual([])
  expect(await misfits(office)).toEqual([])
  await sent(office)

  await expect(async () => {
    await page.reload()
    await field(page).fill('dcg')
    await expect(answer(page)).toContainText(words.alsoCalled('大刺果'), { timeout: 2_000 })
  }).toPass()
  await expect(answer(page)).toHaveClass(/answer-other/)
  await expect(answer(page)).toContainText(/3月9日.*起：厨余垃圾/)
  expect(await barriers(page, 'all')).toEqual([])
  expect(await misfits(page)).toEqual([])
})
