import { readFile } from 'node:fs/promises'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import readByAnother from 'read-excel-file/node'
import writeXlsxFile from 'write-excel-file/node'
import { dayOf } from '#domain/workingDays.ts'
import { lastWeek } from '#server/demo/clock.ts'
import { readSheets } from '#sheets/readSheets.ts'
import { aPort } from './support/aPort.ts'
import { bare, pdfText } from '#test/support/pdfText.ts'
import { RealServer } from './support/server.ts'
import { enterAs, LANGUAGES } from './support/walk.ts'
import { goTo } from './support/historySettled.ts'
import { everyBarrier } from './support/eye.ts'

const port = await aPort()
const { zh } = LANGUAGES
const { exports, sheets, discretion, held } = zh
/** The invented week always ended last Sunday. */
const MONDAY = lastWeek(dayOf(new Date().toISOString()))
const LEDGER = held.choice['list']!['ledger']!

let demo: RealServer
let context: BrowserContext
let page: Page

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  demo = await RealServer.prepare(port)
  await demo.start('--demo')
  context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  page = await context.newPage()
  await enterAs(page, demo.origin, 'officer', zh)
})

test.afterAll(async () => {
  await context?.close()
  await demo?.remove()
})

const open = async (path: string) => {
  await goTo(page, demo.origin + path)
  await page.locator('h1').first().waitFor()
}

/** A file that comes down, as two readers that know nothing of each other read it. */
async function taken() {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: exports.save, exact: true }).click()
  const file = await coming
  const bytes = await readFile(await file.path())
  const [theirs] = await readByAnother(bytes)
  const ours = await readSheets(new Uint8Array(bytes).slice().buffer)
  if (!ours.ok) throw new Error(ours.refused)
  const said = (rows: readonly (readonly unknown[])[]) =>
    rows.map((row) =>
      row
        .map((cell) => (typeof cell === 'string' || typeof cell === 'number' ? String(cell).trim() : ''))
        .join('|')
        .replace(/\|+$/, ''),
    )
  expect(said(ours.value[0]!.rows)).toEqual(said(theirs!.data))
  expect(bytes.toString('latin1')).not.toContain('<f>')
  return { name: file.suggestedFilename(), rows: ours.value[0]!.rows }
}

const lastWeekOf = async () => {
  await page.getByRole('button', { name: sheets.earlier, exact: true }).click()
}

/** As a street sends its form: a title, who fills it in, the headings, empty rows. */
const street = async () => {
  const rows = [
    ['书院街街道群众诉求办理情况统计表'],
    ['填报单位：', '', '', '填报日期：'],
    ['序号', '小区名称', '受理时间', '诉求人', '联系电话', '诉求内容', '办理情况', '办结时间', '领导签字'],
  ]
  const table = rows.map((row) => row.map((value) => ({ value, type: String })))
  return Buffer.from(await writeXlsxFile(table as never).toBuffer())
}

test('without a network the empty form of the street is read in, looked over and kept', async () => {
  await open('/exports')
  await expect(page.locator('main')).toContainText(exports.formsNone)
  // Everything is on the device before the network goes.
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated')
  await context.setOffline(true)
  await page.getByRole('link', { name: exports.newForm }).click()
  await page.locator('input[type=file]').setInputFiles({
    name: '诉求统计表.xlsx',
    mimeType: 'application/octet-stream',
    buffer: await street(),
  })
  await expect(page.locator('.panel-lamp')).toContainText(exports.edit.found('9', '8'))
  await expect(page.getByLabel(exports.edit.title)).toHaveValue('诉求统计表')
  await expect(page.getByLabel(exports.edit.list)).toHaveValue('ledger')
  await expect(page.getByLabel('6　诉求内容')).toHaveValue('text')
  // 办理情况 may be the state or where it went: somebody says which.
  await page.getByLabel('7　办理情况').selectOption('disposition')
  await page.getByText(exports.kind.week, { exact: true }).click()
  await page.getByRole('button', { name: exports.edit.save }).click()
  await expect(page.locator('.toast')).toContainText(exports.edit.done)
  await expect(page.locator('h1')).toContainText('诉求统计表')
})

test('after a restart, still without a network, one tap fills it for a week, for the wall without a name', async () => {
  await open('/exports')
  await page.getByRole('link', { name: /诉求统计表/ }).click()
  await lastWeekOf()
  await expect(page.locator('main')).toContainText(exports.count('39'))
  await expect(page.locator('main')).toContainText('诉求人')
  const { name, rows } = await taken()
  expect(name).toMatch(/^诉求统计表_春和苑_\d{4}年\d+月第\d周\.xlsx$/)
  expect(rows[0]).toEqual([
    '序号',
    '小区名称',
    '受理时间',
    '诉求人',
    '联系电话',
    '诉求内容',
    '办理情况',
    '办结时间',
    '领导签字',
  ])
  expect(rows).toHaveLength(1 + 39)
  expect(rows[1]?.slice(0, 6)).toEqual(['1', '春和苑', MONDAY, '', '', ''])
  expect(new Set(rows.slice(1).map((row) => row[6]))).toContain(zh.feedback.dispositions.work_order)
})

test('with names it asks what for, writes that on the table, and the office sees who took it', async () => {
  await page.getByText(zh.paper.internal, { exact: true }).click()
  await expect(page.getByRole('button', { name: exports.needNote }).last()).toBeVisible()
  await page.getByLabel(exports.note).fill('街道三月统计')
  const { rows } = await taken()
  await expect(page.locator('.toast')).toContainText(exports.savedNames)
  expect(rows.some((row) => row[3] === '1203 的大爷')).toBe(true)
  expect(rows.some((row) => row[5]?.startsWith('1单元12楼的灯'))).toBe(true)
  expect(rows.at(-1)?.[0]).toContain('街道三月统计')
  await open('/doors/looks')
  await expect(page.locator('main')).toContainText(discretion.what.export)
  await expect(page.locator('main')).toContainText('街道三月统计')
  await context.setOffline(false)
})

test('it prints on A4 that lies on its side, every page with its number and which form it is', async () => {
  await open('/exports')
  await page.getByRole('link', { name: /诉求统计表/ }).click()
  await lastWeekOf()
  await expect(page.locator('.page').first()).toBeVisible()
  let pages = 0
  await expect(async () => {
    pages = await page.locator('.page').count()
    await expect(page.locator('.page').last()).toContainText(zh.paper.page(pages, pages), { timeout: 500 })
  }).toPass()
  const printed = await pdfText(await page.pdf({ preferCSSPageSize: true }))
  expect(printed).toHaveLength(pages)
  for (const [nth, text] of printed.entries()) {
    expect(text).toContain(bare('诉求统计表'))
    expect(text).toContain(bare(zh.paper.page(nth + 1, pages)))
    expect(text).toContain(bare(zh.paper.publicFoot))
    expect(text).not.toContain(bare('1203 的大爷'))
  }
})

test('a list of our own comes with all its columns', async () => {
  await open('/exports')
  await page.getByRole('link', { name: LEDGER, exact: true }).click()
  await lastWeekOf()
  await expect(page.locator('main')).toContainText(exports.count('39'))
  const { name, rows } = await taken()
  expect(name).toMatch(/^报事台账_春和苑_/)
  expect(rows[0]?.slice(0, 4)).toEqual(['序号', '编号', '日期', '时间'])
  expect(rows[0]).not.toContain(exports.column['text'])
  expect(rows[1]?.[1]).toMatch(/^春-\d{6}-\d{3,}$/)
})

test('nothing breaks sideways with text twice as large, and every screen is readable', async () => {
  for (const path of ['/exports', '/exports/forms/new', '/exports/lists/ledger']) {
    await open(path)
    for (const theme of ['day', 'night', 'sun']) {
      await page.evaluate((next) => void (document.documentElement.dataset['theme'] = next), theme)
      expect([path, await everyBarrier(page, ['.frame-sign'])]).toEqual([path, []])
    }
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
    await page.setViewportSize({ width: 360, height: 800 })
    const over = await page.evaluate(() =>
      Math.max(
        ...[document.documentElement, ...document.querySelectorAll('main, .frame-bar')].map(
          (box) => box.scrollWidth - box.clientWidth,
        ),
      ),
    )
    expect(over, path).toBeLessThanOrEqual(0)
    await page.setViewportSize({ width: 390, height: 844 })
  }
})
