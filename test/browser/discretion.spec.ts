import { readFile } from 'node:fs/promises'
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import readByAnother from 'read-excel-file/node'
import type { Role } from '#domain/roles.ts'
import { readSheets } from '#sheets/readSheets.ts'
import { goTo, historySettled } from './support/historySettled.ts'
import { aPort } from './support/aPort.ts'
import { sent } from './support/onDisk.ts'
import { barriers, misfits } from './support/eye.ts'
import { asksBy } from './support/letIn.ts'
import { addOfficer, signedIn } from './support/secondOfficer.ts'
import { RealServer } from './support/server.ts'
import { enterAs, LANGUAGES } from './support/walk.ts'

const { zh } = LANGUAGES
const words = zh.discretion
const WHOLE = /(?<!\d)1\d{10}(?!\d)/g
let server: RealServer

test.beforeAll(async () => {
  server = await RealServer.prepare(await aPort())
  await server.start('--demo')
})
test.afterAll(() => server?.remove())

async function entered(browser: Browser, role: Role): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    reducedMotion: 'reduce',
    acceptDownloads: true,
  })
  await context.addInitScript(() => {
    localStorage.setItem('linbian.language', 'zh')
    // What would ring is written down instead.
    const rung: string[] = []
    Object.assign(window, { rung })
    document.addEventListener(
      'click',
      (event) => {
        const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="tel:"]')
        if (!link) return
        event.preventDefault()
        rung.push(link.href)
      },
      true,
    )
  })
  const page = await context.newPage()
  await enterAs(page, server.origin, role, zh)
  return page
}

const key = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const rung = (page: Page) => page.evaluate(() => (window as unknown as { rung: string[] }).rung)
const wholeNumbers = async (page: Page) => (await page.locator('body').innerText()).match(WHOLE) ?? []
/** Everything the page holds, also what is not drawn: names for the ear, addresses, titles. */
const wholeAnywhere = async (page: Page) => (await page.content()).match(WHOLE) ?? []

/** How many lines the digits of a number are drawn on. */
const linesOfNumber = (words: Locator) =>
  words.evaluate((one) => {
    const text = one.firstChild!
    const digits = /\d{11}/.exec(text.textContent ?? '')!
    const drawn = document.createRange()
    drawn.setStart(text, digits.index)
    drawn.setEnd(text, digits.index + digits[0].length)
    return new Set([...drawn.getClientRects()].map(({ top }) => top)).size
  })

/** 看全号, and what for: one tap more. */
async function show(page: Page, row: Locator, why: string = words.why.check): Promise<void> {
  await row.getByRole('button', { name: zh.doors.home.showNumber }).click()
  await key(page, why).click()
}

/** Opens the home of somebody with next of kin, so that two numbers could stand on one screen. */
async function atHomeWithKin(page: Page): Promise<void> {
  await goTo(page, `${server.origin}/doors/emergency`)
  await key(page, words.why.missing).click()
  const home = page.locator('.emergency-home').filter({ has: page.locator('.emergency-keys .key').nth(2) })
  await expect(page.locator('.emergency-home').first()).toBeVisible()
  const door = await home.first().locator('.emergency-door').textContent()
  const floor = await home.first().locator('xpath=ancestor::section[1]').locator('h2').textContent()
  await goTo(page, `${server.origin}/doors/search`)
  await page.getByLabel(zh.doors.searchFor).fill(`${floor!.split(' ')[0]}${door}`)
  await page.locator('.rows a.row').first().click()
  await expect(page.locator('.home-phone').nth(1)).toBeVisible()
}

test('what a number is wanted for is asked with four keys that a thumb hits, and can be thought better of', async ({
  browser,
}) => {
  const page = await entered(browser, 'gridWorker')
  await atHomeWithKin(page)
  await page.locator('.home-phone').first().getByRole('button', { name: zh.doors.home.showNumber }).click()
  const sheet = page.locator('dialog[open]')
  await expect(sheet).toContainText(words.number.title)
  const keys = sheet.locator('.sheet-body .key')
  await expect(keys).toHaveCount(4)
  for (const box of await keys.all()) expect((await box.boundingBox())!.height).toBeGreaterThanOrEqual(56)
  expect([await misfits(page), await barriers(page, 'all')]).toEqual([[], []])
  await page.screenshot({ path: 'test-results/number-why.png' })
  // Thought better of it: nothing is shown and nothing is noted.
  await sheet.locator('.header-leave').click()
  expect(await wholeAnywhere(page)).toEqual([])
  await goTo(page, `${server.origin}/doors/looks`)
  await expect(page.locator('.row').filter({ hasText: words.what.phone })).toHaveCount(0)
})

test('one number at a time stands in full; it goes behind its mask when another is shown, when the page goes out of sight and when it is left', async ({
  browser,
}) => {
  const page = await entered(browser, 'gridWorker')
  await atHomeWithKin(page)
  const phones = page.locator('.home-phone')
  expect(await wholeAnywhere(page)).toEqual([])
  await show(page, phones.nth(0))
  await expect(phones.nth(0)).toContainText(WHOLE)
  expect(await wholeNumbers(page)).toHaveLength(1)
  await show(page, phones.nth(1))
  await expect(phones.nth(1)).toContainText(WHOLE)
  expect(await wholeAnywhere(page)).toHaveLength(1)

  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
    Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true })
  })
  await expect.poll(() => wholeAnywhere(page)).toEqual([])

  await show(page, phones.nth(0))
  await expect(phones.nth(0)).toContainText(WHOLE)
  await page.locator('.header-leave').first().click()
  await expect(page.locator('.home')).toHaveCount(0)
  await historySettled(page)
  await page.goBack()
  await expect(phones.nth(0)).toBeVisible()
  expect(await wholeAnywhere(page)).toEqual([])

  await phones.nth(1).getByRole('button', { name: zh.doors.callShort, exact: true }).click()
  expect(await rung(page)).toEqual([expect.stringMatching(/^tel:1\d{10}$/)])
  expect(await wholeAnywhere(page)).toEqual([])
  await goTo(page, `${server.origin}/doors/looks`)
  await expect(page.locator('.row').filter({ hasText: words.what.phone })).toHaveCount(4)
  // What each was for stands beside it: three were looked at to check them, one was called.
  await expect(page.locator('.row').filter({ hasText: words.why.check })).toHaveCount(3)
  await expect(page.locator('.row').filter({ hasText: words.why.call })).toHaveCount(1)
  expect([page.url(), await page.title()].join(' ')).not.toMatch(WHOLE)
})

test('a number that is shown is drawn on one line, whatever the width and the text', async ({ browser }) => {
  const page = await entered(browser, 'gridWorker')
  await atHomeWithKin(page)
  const row = page.locator('.home-phone').first()
  await show(page, row)
  await expect(row).toContainText(WHOLE)
  for (const [width, text] of [
    [390, '100%'],
    [360, '100%'],
    [390, '200%'],
  ] as const) {
    await page.setViewportSize({ width, height: 844 })
    await page.evaluate((size) => void (document.documentElement.style.fontSize = size), text)
    expect(await linesOfNumber(row.locator('b')), `${width} wide, text ${text}`).toBe(1)
    expect(await misfits(page)).toEqual([])
  }
})

test('after half a minute a number hides by itself', async ({ browser }) => {
  const page = await entered(browser, 'gridWorker')
  await atHomeWithKin(page)
  await page.clock.install()
  await show(page, page.locator('.home-phone').first())
  await expect(page.locator('.home-phone').first()).toContainText(WHOLE)
  // The clock of the test goes on by itself beside: a slow machine has ten seconds to look.
  await page.clock.runFor(20_000)
  expect(await wholeNumbers(page)).toHaveLength(1)
  await page.clock.runFor(11_000)
  await expect.poll(() => wholeNumbers(page)).toEqual([])
})

test('the emergency sheet opens after a cold start without a network, asks why, keeps the ticks and says so to the office first', async ({
  browser,
}) => {
  const page = await entered(browser, 'gridWorker')
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.context().setOffline(true)
  await goTo(page, `${server.origin}/`)
  await page.getByRole('link', { name: new RegExp(zh.today.emergency) }).click()
  await expect(page.getByRole('link', { name: zh.danger.ring(zh.danger.calls.fire, '119') })).toBeVisible()
  await expect(key(page, words.why.powerOrWater)).toBeVisible()
  await expect(page.locator('.emergency-home')).toHaveCount(0)
  await key(page, words.why.powerOrWater).click()
  await expect(page.locator('.emergency-home').first()).toBeVisible()
  expect(await wholeAnywhere(page)).toEqual([])
  await expect(page.locator('.watermark')).toBeVisible()
  expect([await misfits(page), await barriers(page, 'all')]).toEqual([[], []])
  const people = await page.locator('.emergency-person').count()
  await key(page, words.emergency.found).first().click()
  await expect(page.getByText(words.emergency.left(people - 1, people))).toBeVisible()

  // The battery dies, and there is still no network.
  await goTo(page, `${server.origin}/doors/emergency`)
  await expect(key(page, words.why.powerOrWater)).toBeVisible()
  await expect(page.locator('.emergency-home')).toHaveCount(0)
  await key(page, words.why.powerOrWater).click()
  await expect(page.getByText(words.emergency.left(people - 1, people))).toBeVisible()
  const kept = await page.evaluate(() => JSON.stringify(localStorage))
  const name = await page.locator('.emergency-name').first().textContent()
  expect(kept).not.toContain(name)

  await key(page, words.emergency.end).click()
  await page.locator('dialog[open]').getByRole('button', { name: words.emergency.end, exact: true }).click()
  await key(page, words.why.fire).click()
  await expect(page.getByText(words.emergency.left(people, people))).toBeVisible()
  await page.context().setOffline(false)
  await goTo(page, `${server.origin}/`)
  await sent(page)

  const office = await entered(browser, 'officer')
  await goTo(office, `${server.origin}/doors/looks`)
  for (const why of ['fire', 'powerOrWater'] as const)
    await expect(
      office
        .locator('.row')
        .filter({ hasText: words.what.emergencySheet })
        .filter({ hasText: words.why[why] })
        .first(),
    ).toContainText(words.looks.count(String(people)))
})

test('the sheet opens though this device can keep nothing more, and says so', async ({ browser }) => {
  const page = await entered(browser, 'gridWorker')
  await goTo(page, `${server.origin}/doors/emergency`)
  await key(page, words.why.fire).waitFor()
  await page.evaluate(() => {
    const add = IDBObjectStore.prototype.add
    const put = IDBObjectStore.prototype.put
    const full = function (): never {
      throw new DOMException('no room', 'QuotaExceededError')
    }
    IDBObjectStore.prototype.add = full
    IDBObjectStore.prototype.put = full
    Object.assign(window, {
      roomAgain() {
        IDBObjectStore.prototype.add = add
        IDBObjectStore.prototype.put = put
      },
    })
  })
  await key(page, words.why.fire).click()
  await expect(page.locator('.emergency-home').first()).toBeVisible()
  await expect(page.getByText(words.emergency.notNoted)).toBeVisible()
  await page.evaluate(() => (window as unknown as { roomAgain(): void }).roomAgain())
  await key(page, words.emergency.noteAgain).click()
  await expect(page.getByText(words.emergency.notNoted)).toHaveCount(0)
})

test('a floor of doors is typed back from paper in a few taps, is not typed twice and is taken back', async ({
  browser,
}) => {
  const page = await entered(browser, 'gridWorker')
  let taps = 0
  const tap = async (target: ReturnType<Page['locator']>) => {
    taps += 1
    await target.click()
  }
  await goTo(page, `${server.origin}/doors/sheet/back`)
  const doors = page.locator('.typed-door')
  await doors.first().waitFor()
  const count = await doors.count()
  await tap(page.locator('label').filter({ hasText: zh.common.dates.yesterday }))
  await tap(doors.nth(0).getByText(words.outcome.met, { exact: true }))
  await tap(doors.nth(1).getByText(words.outcome.leftNote, { exact: true }))
  await tap(key(page, words.typing.rest))
  const floor = (await page.getByLabel(words.typing.floors).locator('option').first().textContent())!
  await tap(key(page, words.typing.save(floor, count)))
  await expect(page.getByText(words.typing.saved(floor, count))).toBeVisible()
  // The day, a tap for each of the two that opened or got a note, one for the rest, one to keep it.
  expect(taps).toBe(5)
  await expect(page.getByLabel(words.typing.floors)).not.toHaveValue('')

  await page.getByLabel(words.typing.floors).selectOption({ label: floor })
  await expect(page.getByText(words.typing.typed, { exact: true })).toBeVisible()
  await expect(page.locator('.typed-kept')).toHaveCount(count)
  expect([await misfits(page), await barriers(page, 'all')]).toEqual([[], []])
  await key(page, words.typing.takeBack).click()
  await expect(page.locator('.typed-door')).toHaveCount(count)

  // Half a floor survives the page.
  await page.locator('.typed-door').nth(1).getByText(words.outcome.refused, { exact: true }).click()
  await page.reload()
  await page.locator('label').filter({ hasText: zh.common.dates.yesterday }).click()
  await expect(
    page.locator('.typed-door').nth(1).getByRole('radio', { name: words.outcome.refused }),
  ).toBeChecked()
})

test('the office takes a table away with a reason in its last line, and nobody who moved out in it', async ({
  browser,
}) => {
  const page = await entered(browser, 'officer')
  await goTo(page, `${server.origin}/doors/search`)
  await page.getByLabel(zh.doors.searchFor).fill('2单元502')
  await page.locator('.rows a.row').first().click()
  const gone = (await page.locator('.home-name').textContent())!
  await goTo(page, `${server.origin}/doors/export`)
  await expect(key(page, words.export.needNote)).toHaveAttribute('aria-disabled', 'true')
  await page.getByLabel(words.export.note).fill('=核对门牌')
  // So many names leave with the yes of a second officer only.
  await key(page, zh.trace.second.ask).click()
  await addOfficer(asksBy(page), server.origin, '罗书记')
  const other = await signedIn(browser, server.origin, '罗书记')
  await goTo(other, `${server.origin}/doors/watch`)
  await other.getByRole('link', { name: /核对门牌/ }).click()
  await key(other, zh.trace.request.yes).click()
  await expect(other.locator('h1')).toHaveText(zh.trace.watch.title)
  await sent(other)
  await expect(page.getByText(zh.trace.second.allowed('罗书记'))).toBeVisible()
  const [download] = await Promise.all([page.waitForEvent('download'), key(page, words.export.go).click()])
  const bytes = await readFile(await download.path())
  expect(download.suggestedFilename()).toMatch(/^名册-\S+-\d{4}-\d\d-\d\d\.xlsx$/)
  const ours = await readSheets(new Uint8Array(bytes).slice().buffer)
  if (!ours.ok) throw new Error(ours.refused)
  const [theirs] = await readByAnother(bytes)
  const { rows } = ours.value[0]!
  expect(theirs!.data.map((row) => row[4] ?? '')).toEqual(rows.map((row) => row[4] ?? ''))
  expect(rows[0]!.slice(0, 5)).toEqual(['楼栋', '单元', '楼层', '门牌', '姓名'])
  const people = rows.slice(1, -1)
  expect(people.length).toBeGreaterThan(200)
  expect(people.some((row) => row[4] === gone)).toBe(true)
  expect(rows.at(-1)![0]).toContain('核对门牌')
  for (const word of [...Object.values(zh.doors.tags), ...Object.values(zh.doors.needs)])
    expect(rows.flat().join('\n')).not.toContain(word)
  expect(bytes.toString('latin1')).not.toContain('<f>')
  await goTo(page, `${server.origin}/doors/looks`)
  await expect(page.locator('.row').first()).toContainText(words.what.export)
  await expect(page.locator('.row').first()).toContainText('核对门牌')
})

test('names come onto paper for the office only, after it said what for and a second officer said yes to so many; each page says who printed it and which it is', async ({
  browser,
}) => {
  const page = await entered(browser, 'officer')
  await goTo(page, `${server.origin}/doors/sheet`)
  await expect(page.locator('.door-page-names')).toHaveCount(0)
  await page.locator('label').filter({ hasText: words.paper.withNames }).click()
  // A staircase has more than fifty homes.
  await expect(key(page, words.paper.go)).toHaveCount(0)
  await page.getByLabel(words.paper.noteLabel).fill('停水通知')
  await key(page, zh.trace.second.ask).click()
  await expect(key(page, zh.trace.second.waits)).toHaveAttribute('aria-disabled', 'true')
  expect([await misfits(page), await barriers(page, 'all')]).toEqual([[], []])
  const other = await signedIn(browser, server.origin, '罗书记')
  await goTo(other, `${server.origin}/doors/watch`)
  await other.getByRole('link', { name: /停水通知/ }).click()
  await key(other, zh.trace.request.yes).click()
  await sent(other)
  await expect(page.getByText(zh.trace.second.allowed('罗书记'))).toBeVisible()
  await key(page, words.paper.go).click()
  await expect(page.locator('td.door-page-names').first()).toBeVisible()
  let pages = 0
  // Pages are made of what was measured, and may become more.
  await expect(async () => {
    pages = await page.locator('.page').count()
    const feet = await page.locator('.page-foot').allTextContents()
    expect(feet).toHaveLength(pages)
    for (const [index, foot] of feet.entries()) {
      expect(foot).toContain(zh.paper.page(index + 1, pages))
      expect(foot).toMatch(/\S+ 打印.*\d{4}年/)
    }
  }).toPass()
  await page.emulateMedia({ media: 'print' })
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
  // One sheet of the printer for each page of the list.
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(pages)

  const grid = await entered(browser, 'gridWorker')
  await goTo(grid, `${server.origin}/doors/sheet`)
  await expect(grid.locator('.page').first()).toBeVisible()
  await expect(grid.getByText(words.paper.withNames)).toHaveCount(0)
})

test('a steward and a shared tablet get none of it', async ({ browser }) => {
  for (const role of ['steward', 'supervisor'] as const) {
    const page = await entered(browser, role)
    await goTo(page, `${server.origin}/`)
    await expect(page.locator('a[href="/doors/emergency"]')).toHaveCount(0)
    for (const path of ['emergency', 'sheet', 'sheet/back', 'export', 'looks']) {
      await goTo(page, `${server.origin}/doors/${path}`)
      await expect(page.locator('h1').first()).toBeVisible()
      await expect(
        page.locator('.emergency-reasons, .page, .typed-door, .bottom-bar .key-primary, .row'),
      ).toHaveCount(0)
    }
  }
})
