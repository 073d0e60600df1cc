import { readFile } from 'node:fs/promises'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import readWorkbook from 'read-excel-file/node'
import { weekInMonth } from '#domain/period.ts'
import { addDays, dayOf } from '#domain/workingDays.ts'
import { lastWeek } from '#server/demo/clock.ts'
import { goTo } from './support/historySettled.ts'
import { aPort } from './support/aPort.ts'
import { bare, pdfText } from '#test/support/pdfText.ts'
import { enterAs, LANGUAGES } from './support/walk.ts'
import { RealServer } from './support/server.ts'
import { everyBarrier } from './support/eye.ts'

const port = await aPort()
const { zh } = LANGUAGES
const { sheets, bins } = zh
/** The invented week always ended last Sunday. */
const MONDAY = lastWeek(dayOf(new Date().toISOString()))
const SATURDAY = addDays(MONDAY, 5)
/** 11月第3周 */
const weekOf = (monday: string) => {
  const { month, week } = weekInMonth(monday)
  return sheets.week(sheets.monthNames[month - 1] ?? '', week)
}

let demo: RealServer
let context: BrowserContext
let page: Page

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  demo = await RealServer.prepare(port)
  await demo.start('--demo')
  context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  page = await context.newPage()
  await enterAs(page, demo.origin, 'supervisor', zh)
})

test.afterAll(async () => {
  await context?.close()
  await demo?.remove()
})

const open = async (path: string) => {
  await goTo(page, demo.origin + path)
  await page.locator('.report, .paper').waitFor()
}
const sideways = () =>
  page.evaluate(() =>
    Math.max(
      ...[document.documentElement, ...document.querySelectorAll('main, .frame-bar, dialog[open]')].map(
        (box) => box.scrollWidth - box.clientWidth,
      ),
    ),
  )
const lightness = (of: 'day' | 'night' | 'sun') =>
  page.evaluate((theme) => {
    document.documentElement.dataset['theme'] = theme
  }, of)

test('after a shift without a network the report has it, and the text for the group is copied whole', async () => {
  await goTo(page, `${demo.origin}/bins`)
  await page.locator('.bottom-bar .key-primary').waitFor()
  // Everything is on the device before the network goes.
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated')
  await context.setOffline(true)
  if ((await page.locator('.bottom-bar .key-primary').getAttribute('aria-disabled')) === 'true')
    await page.locator('fieldset').first().locator('label').first().click()
  await page.locator('.bottom-bar .key-primary').click()
  const main = page.locator('.tally-main')
  for (let n = 0; n < 12; n += 1) {
    await main.click()
    await page.waitForTimeout(170)
  }
  await expect(main).toHaveAccessibleName(bins.tallyName(bins.counter.right, 12))
  await page.getByRole('button', { name: bins.handOver, exact: true }).click()
  await expect(page.locator('.toast')).toContainText(bins.summary.done)
  await expect(page.locator('.summary')).toContainText(bins.summary.rateOf(12))

  await page.getByRole('link', { name: new RegExp(sheets.ofDay) }).click()
  await expect(page.locator('.report-figure').first()).toContainText('100%')
  await expect(page.locator('.report')).toContainText(sheets.rate.of('12', '12'))
  await page.getByRole('button', { name: sheets.group.copy }).click()
  const text = await page.locator('.group-text').textContent()
  await page.getByRole('button', { name: sheets.group.copyNow }).click()
  await expect(page.locator('.toast')).toContainText(sheets.group.copied)
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text)
  expect(text).toContain('投放正确率100%')
  expect([...(text ?? '')].length).toBeLessThanOrEqual(500)
  await context.setOffline(false)
})

test('the week is told with its bases, every drawing has its sentence and its numbers', async () => {
  await open(`/bins/report?by=week&day=${SATURDAY}`)
  await expect(page.locator('.report-period')).toContainText(weekOf(MONDAY))
  const report = page.locator('.report')
  await expect(report).toContainText(sheets.rate.of('686', '854'))
  await expect(report).toContainText(sheets.sessions.text('14', '14'))
  await expect(report).toContainText(sheets.drawn.tooSoon)
  await expect(page.locator('.report .chart').first()).toBeVisible()
  const charts = await page.locator('.report .chart').all()
  for (const chart of charts)
    await expect(chart.locator('xpath=following-sibling::p').first()).toContainText('次投放')
  const tables = page.locator('.numbers')
  await expect.poll(() => tables.count()).toBeGreaterThanOrEqual(4)
  await page.getByRole('button', { name: sheets.earlier }).click()
  await expect(page.locator('.report-period')).toContainText(weekOf(addDays(MONDAY, -7)))
  await expect(page.locator('main')).toContainText(sheets.nothing)
})

test('paper is one A4 a shift, for the wall without a name and for the office with them', async () => {
  await open(`/bins/report/paper?by=day&day=${SATURDAY}`)
  const printed = async () => pdfText(await page.pdf({ preferCSSPageSize: true }))
  const onWall = await printed()
  expect(onWall).toHaveLength(2)
  const names = /廖世全|陈素芬/
  await expect(page.locator('.paper')).not.toContainText(names)
  for (const one of onWall) {
    expect(one).toContain(bare(sheets.paper.sheetName))
    expect(one).not.toMatch(names)
  }
  await page.getByText(zh.paper.internal, { exact: true }).click()
  await expect(page.locator('.paper')).toContainText(names)
  expect(await printed()).toHaveLength(2)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.paper-screen-only').first()).toBeHidden()
  await expect(page.locator('.bottom-bar')).toBeHidden()
  await expect(page.locator('.page').first()).toBeVisible()
  await page.emulateMedia({ media: null })
})

test('the table is saved under its name and reads back with the week’s sums', async () => {
  await open(`/bins/report/paper?by=week&day=${SATURDAY}`)
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: zh.exports.save, exact: true }).click()
  const file = await coming
  expect(file.suggestedFilename()).toMatch(
    new RegExp(`^桶边督导_春和苑_.*${weekInMonth(MONDAY).year}年${weekOf(MONDAY)}\\.xlsx$`),
  )
  const book = await readWorkbook(await readFile(await file.path()))
  const sums = book.find((one) => one.sheet === sheets.table.sheet.sum)?.data.at(-1)
  expect(sums?.slice(0, 10)).toEqual([sheets.table.all, 14, 14, 686, 98, 70, 126, 168, 854, 80])
  const shifts = book.find((one) => one.sheet === sheets.table.sheet.shifts)?.data ?? []
  expect(shifts[0]).not.toContain(sheets.table.who)
  expect(shifts[1]?.[0]).toBe(MONDAY)
})

test('nothing breaks sideways with text twice as large, on a phone and on a tablet', async () => {
  for (const [width, height] of [
    [360, 800],
    [800, 1280],
    [1280, 800],
  ] as const) {
    await page.setViewportSize({ width, height })
    for (const path of [
      `/bins/report?by=month&day=${SATURDAY}`,
      `/bins/report/paper?by=week&day=${SATURDAY}`,
    ]) {
      await open(path)
      await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
      for (const numbers of await page.locator('.numbers summary').all()) await numbers.click()
      expect(await sideways(), `${path} at ${width}`).toBeLessThanOrEqual(0)
    }
  }
})

for (const theme of ['day', 'night', 'sun'] as const) {
  test(`the report is readable at 7 to 1 and every key has a name, ${theme}`, async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    for (const path of [
      `/bins/report?by=week&day=${SATURDAY}`,
      `/bins/report/paper?by=day&day=${SATURDAY}`,
    ]) {
      await open(path)
      await lightness(theme)
      expect([path, await everyBarrier(page, ['.frame-sign'])]).toEqual([path, []])
    }
  })
}
