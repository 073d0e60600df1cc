import { readFile } from 'node:fs/promises'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import readByAnother from 'read-excel-file/node'
import type { Role } from '#domain/roles.ts'
import { dayOf } from '#domain/workingDays.ts'
import { CAST } from '#server/demo/cast.ts'
import { lastWeek } from '#server/demo/clock.ts'
import { readSheets } from '#sheets/readSheets.ts'
import { aPort } from './support/aPort.ts'
import { bare, pdfText } from '#test/support/pdfText.ts'
import { RealServer } from './support/server.ts'
import { enterAs, LANGUAGES } from './support/walk.ts'
import { goTo } from './support/historySettled.ts'

const port = await aPort()
const { zh } = LANGUAGES
const { papers, paper, exports, discretion } = zh
const MONTH = lastWeek(dayOf(new Date().toISOString())).slice(0, 7)
const NAMES = Object.values(CAST).map(([name]) => name as string)

let demo: RealServer
let context: BrowserContext
let page: Page

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  demo = await RealServer.prepare(port)
  await demo.start('--demo')
  await enter(browser, 'officer')
})

test.afterAll(async () => {
  await context?.close()
  await demo?.remove()
})

async function enter(browser: NonNullable<ReturnType<BrowserContext['browser']>>, role: Role) {
  await context?.close()
  context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  page = await context.newPage()
  await enterAs(page, demo.origin, role, zh)
  // Everything is on the device before the network goes.
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated')
}

const open = async (path: string) => {
  await goTo(page, demo.origin + path)
  await page.locator('h1').first().waitFor()
}

/** What comes out of the printer, once every page that is counted at its foot is drawn. */
async function printed(foot: string): Promise<readonly string[]> {
  let pages = 0
  await expect(async () => {
    pages = await page.locator('.page').count()
    await expect(page.locator('.page').last()).toContainText(paper.page(pages, pages), { timeout: 500 })
  }).toPass()
  await expect(page.locator('.page-foot').last()).toContainText(foot)
  const text = await pdfText(await page.pdf({ preferCSSPageSize: true }))
  expect(text).toHaveLength(pages)
  for (const [nth, one] of text.entries()) {
    expect(one).toContain(bare(paper.page(nth + 1, pages)))
    expect(one).toContain(bare(foot))
  }
  return text
}

/** The file, as two readers that know nothing of each other read it; nothing in it is worked out. */
async function taken() {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: exports.save, exact: true }).click()
  const file = await coming
  const bytes = await readFile(await file.path())
  const ours = await readSheets(new Uint8Array(bytes).slice().buffer)
  if (!ours.ok) throw new Error(ours.refused)
  const said = (rows: readonly (readonly unknown[])[]) =>
    rows.map((row) =>
      row
        .map((cell) => (typeof cell === 'string' || typeof cell === 'number' ? String(cell).trim() : ''))
        .join('|')
        .replace(/\|+$/, ''),
    )
  const [theirs] = await readByAnother(bytes)
  expect(said(ours.value[0]!.rows)).toEqual(said(theirs!.data))
  return {
    name: file.suggestedFilename(),
    rows: ours.value[0]!.rows,
    sheets: ours.value.map((one) => one.name),
  }
}

/** For the wall: nobody of the team, no resident the week knows by name, no door. */
function expectOpenly(text: string) {
  expect(NAMES.filter((name) => text.includes(name))).toEqual([])
  expect(text).not.toMatch(/1203|904|1[3-9]\d{9}/)
}

const inside = () => page.getByText(paper.internal, { exact: true }).click()

test('the month and the diary have their table beside the paper, also without a network', async () => {
  await open(`/month/paper?of=${MONTH}`)
  await context.setOffline(true)
  const month = await taken()
  expect(month.name).toMatch(/^面对面_春和苑_\d{4}年\d+月\.xlsx$/)
  expect(month.sheets).toContain(papers.month.sheet.open)
  expectOpenly(JSON.stringify(month.rows))
  await open('/diary/paper')
  await printed(paper.publicFoot)
  const diary = await taken()
  expect(diary.name).toMatch(/^民情日记_春和苑_\d{4}-\d\d-\d\d\.xlsx$/)
  expect(diary.rows[0]).toEqual(Object.values(papers.diary.head))
  await context.setOffline(false)
})

test('a round that was planned has its results on paper: counts, and its units only inside', async () => {
  await open('/rounds/new')
  await page.getByLabel(zh.rounds.form.name).fill('防火敲门')
  await page.getByRole('button', { name: zh.rounds.form.addQuestion }).click()
  await page.getByLabel(zh.rounds.form.question(1)).fill('装了烟雾报警器吗')
  await page.getByLabel(zh.rounds.form.choices).fill('装了、没装')
  await page.locator('.bottom-bar .key-primary').click()
  await page.getByRole('link', { name: papers.round.key }).click()
  const openly = (await printed(paper.publicFoot)).join('')
  expectOpenly(openly)
  expect(openly).toContain(bare('装了烟雾报警器吗'))
  expect(openly).not.toContain(bare(papers.round.parts))
  await inside()
  expect((await printed(paper.internalFoot)).join('')).toContain(bare(papers.round.parts))
  const { name, rows } = await taken()
  expect(name).toBe('走访结果_春和苑_防火敲门.xlsx')
  expect(rows[0]).toEqual(Object.values(papers.round.head))
})

test('the emergency list has a paper for the inside only, with who printed it; that it was is seen by the office', async () => {
  await open('/doors/emergency')
  await page.getByRole('button', { name: discretion.why.powerOrWater }).click()
  await page.getByRole('button', { name: papers.emergency.key }).click()
  await expect(page.getByText(paper.public, { exact: true })).toHaveCount(0)
  const text = (await printed(paper.internalFoot)).join('')
  expect(text).toContain(bare(discretion.why.powerOrWater))
  expect(text).toContain('周敏')
  const { name, rows } = await taken()
  expect(name).toMatch(/^应急名单_.*\.xlsx$/)
  expect(rows.length).toBeGreaterThan(2)
  expect(rows.at(-1)?.[0]).toContain('周敏')
  // That names were looked at is itself a list.
  await open('/doors/looks')
  await expect(page.locator('main')).toContainText(papers.emergency.saved)
  await page.getByRole('link', { name: papers.looks.key }).click()
  const openly = (await printed(paper.publicFoot)).join('')
  expectOpenly(openly)
  expect(openly).toContain(bare(discretion.why.powerOrWater))
  await inside()
  expect((await printed(paper.internalFoot)).join('')).toContain('周敏')
  expect((await taken()).rows[0]).toEqual(Object.values(papers.looks.head))
})

test('the work of the day goes out on paper: for the wall by kinds, inside with the words and who has it', async ({
  browser,
}) => {
  await enter(browser, 'manager')
  await open('/ledger/dispatch')
  await page.getByRole('link', { name: papers.dispatch.key }).click()
  expectOpenly((await printed(paper.publicFoot)).join(''))
  const openly = await taken()
  await inside()
  await printed(paper.internalFoot)
  const { rows } = await taken()
  expect(rows[0]).toEqual(Object.values(papers.dispatch.head))
  expect(rows).toHaveLength(openly.rows.length)
  expectOpenly(JSON.stringify(openly.rows))
})

test('the agenda hangs before the sitting, and the minutes have their table after it', async ({
  browser,
}) => {
  await enter(browser, 'owners')
  await open('/council')
  await page.locator('.rows a').filter({ hasText: '19:30–' }).last().click()
  await page.getByRole('link', { name: papers.agenda.key }).click()
  expectOpenly((await printed(paper.publicFoot)).join(''))
  const { name, rows } = await taken()
  expect(name).toMatch(/^议程_春和苑_.*\.xlsx$/)
  expect(rows.length).toBeGreaterThan(3)
  await page.goBack()
  await page.locator('a.key[href$="/paper"]').click()
  await page.locator('.minutes .page').first().waitFor()
  const minutes = await taken()
  expect(minutes.name).toMatch(/^纪要_春和苑_.*\.xlsx$/)
  expectOpenly(JSON.stringify(minutes.rows))
})

test('SEC-64 whatever leaves has its line in what the office reads, printed and as a table, for the inside and for the wall', async ({
  browser,
}) => {
  await inside()
  await page.getByRole('button', { name: paper.print, exact: true }).click()
  expect((await taken()).name).toMatch(/^纪要_/)
  await expect(page.locator('.strip').first()).toContainText(zh.sync.strip.done)
  await enter(browser, 'officer')
  await open('/doors/looks')
  const lines = page.locator('.row').filter({ hasText: discretion.what.paper })
  // The work of the day as a table, the minutes printed, and as a table.
  await expect(lines.filter({ hasText: zh.council.minutes })).toHaveCount(2)
  await expect(lines.filter({ hasText: papers.dispatch.title })).toHaveCount(1)
  const onWall = page.locator('.row').filter({ hasText: discretion.what.wall })
  for (const openly of [papers.agenda.title, papers.dispatch.title, zh.council.minutes])
    await expect(onWall.filter({ hasText: openly })).toHaveCount(1)
})
