import { type Browser, expect, type Page, test } from '@playwright/test'
import type { TenantId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import type { Role } from '#domain/roles.ts'
import { addDays, dayOf } from '#domain/workingDays.ts'
import { CAST } from '#server/demo/cast.ts'
import { lastWeek } from '#server/demo/clock.ts'
import { homes } from '#server/demo/homes.ts'
import { aPort } from './support/aPort.ts'
import { aPicture } from '#test/support/pictures.ts'
import { bare, pdfText } from '#test/support/pdfText.ts'
import { zh } from '#ui/words/zh/all.ts'
import { enteredForOffline } from './support/entered.ts'
import { records, sent } from './support/onDisk.ts'
import { RealServer } from './support/server.ts'
import { goTo } from './support/historySettled.ts'

const { wall: words, accounts, month: monthWords } = zh
/** The works of the invented week were finished on its Friday at the latest, and most of it on the Wednesday. */
const FINISHED = addDays(lastWeek(dayOf(new Date().toISOString())), 3)
const MONTH = FINISHED.slice(0, 7)
const THIS_MONTH = dayOf(new Date().toISOString()).slice(0, 7)
const RESIDENTS = homes('any' as TenantId).flatMap((home) => home.people.map(({ name }) => name))
const DOORS = homes('any' as TenantId).map(({ key }) => key)
const receipt = { name: 'receipt.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(aPicture()) }

const server = await RealServer.prepare(await aPort())
let steward: Page
let officer: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  await server.start('--demo')
  steward = await enters(browser, 'steward')
  officer = await enters(browser, 'officer')
})
test.afterAll(() => server.remove())

const enters = (browser: Browser, role: Role) => enteredForOffline(browser, server.origin, role)

const key = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const toast = (page: Page, text: string) => page.locator('.toast').filter({ hasText: text })
const waiting = (page: Page) => page.getByRole('list', { name: words.waiting }).locator('a.row')

/** What a resident reads, with a script of nobody. */
async function read(browser: Browser, path: string, see: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' })
  const page = await context.newPage()
  await expect(async () => {
    await goTo(page, server.origin + path)
    await see(page)
  }).toPass()
  await context.close()
}

async function enterLine(page: Page, cents: string, label: string, withReceipt: boolean): Promise<void> {
  await goTo(page, `${server.origin}/accounts/new`)
  await page.getByLabel(accounts.form.cents).fill(cents)
  await page.getByLabel(accounts.form.subject).selectOption('repair_material')
  await page.getByLabel(accounts.form.label).fill(label)
  if (withReceipt) {
    await page.locator('.works-thumbs input[type="file"]').setInputFiles(receipt)
    await expect(page.locator('.works-thumbs .photo')).toHaveCount(1)
  }
  await key(page, '存下来').click()
  await expect(page.locator('.rows a').filter({ hasText: label })).toBeVisible()
}

/** Says of every picture that nothing is to be seen in it. */
async function lookAtAll(page: Page, count: number): Promise<void> {
  await expect(page.locator('.wall-look-photo img')).toHaveCount(count)
  for (let nth = 0; nth < count; nth += 1) await key(page, words.look.none).nth(nth).click()
}

test('a receipt goes with the accounts when it was ticked, looked at and covered, and not as it was taken', async ({
  browser,
}) => {
  await enterLine(steward, '1296', '楼道换灯', true)
  await sent(steward)
  await steward.getByRole('link', { name: accounts.publish, exact: true }).click()
  const offered = steward.locator('.wall-choice')
  await expect(offered).toHaveCount(1)
  await expect(offered.locator('img')).toBeVisible()
  await offered.getByRole('button').click()
  // What was ticked is still ticked after the page was closed, and without a network it is sent later.
  await steward.context().setOffline(true)
  await steward.reload()
  await expect(offered.getByRole('button', { name: words.choose.taken })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await key(steward, words.page.propose).click()
  await expect(steward.getByText(words.page.as)).toBeVisible()
  await expect(steward.getByText(words.look.receipts)).toBeVisible()
  await steward.context().setOffline(false)
  await sent(steward)

  await goTo(officer, `${server.origin}/wall`)
  await waiting(officer)
    .filter({ hasText: words.pictures(1) })
    .click()
  await expect(key(officer, words.page.lookFirst)).toHaveAttribute('aria-disabled', 'true')
  await expect(officer.locator('.wall-look-photo img')).toHaveCount(1)
  await key(officer, words.look.some).click()
  await officer.getByText(words.blur.cells).click()
  await officer.getByRole('button', { name: words.blur.cell(1, 2) }).click()
  await key(officer, words.blur.done).click()
  await expect(officer.locator('.wall-painted')).toHaveCount(0)
  await lookAtAll(officer, 1)
  await key(officer, words.page.publishLooked).click()
  await expect(toast(officer, words.page.published)).toBeVisible()
  await sent(officer)

  await read(browser, '/gongshi', async (page) => {
    const shown = page.getByRole('img', { name: /^票据 1：/ })
    await expect(shown).toBeVisible({ timeout: 500 })
    await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(64)
  })
  await read(browser, '/gongshi/a4', async (page) => {
    await expect(page.getByRole('img', { name: /^票据 1：/ })).toBeVisible({ timeout: 500 })
  })
  // As it was taken it is for the inside.
  const [line] = ((await records(steward)) as readonly (Recorded & { photos?: readonly string[] })[]).filter(
    (one) => one.kind === 'accountLine' && (one.photos?.length ?? 0) > 0,
  )
  const asTaken = await steward.request.get(`${server.origin}/gongshi/picture/${line!.photos![0]!}`)
  expect(asTaken.status()).toBe(404)
  await goTo(officer, `${server.origin}/accounts/paper?month=${THIS_MONTH}`)
  await expect(officer.locator('.page').getByRole('img', { name: words.choose.receipt(1) })).toBeVisible()
})

test('accounts that hang are put right by the next version with its reason; there is no second page', async ({
  browser,
}) => {
  await enterLine(steward, '88', '换了把锁', false)
  await steward.getByRole('link', { name: accounts.publish, exact: true }).click()
  await expect(steward.getByText(words.page.nextOf(1))).toBeVisible()
  // What hangs goes along as it hangs, covered.
  const hangs = steward.locator('.wall-choice').filter({ hasText: words.choose.already })
  await expect(hangs.getByRole('button', { name: words.choose.taken })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(key(steward, words.page.reasonFirst)).toHaveAttribute('aria-disabled', 'true')
  await steward.getByLabel(words.page.reason).fill('漏了一把锁')
  await key(steward, words.page.correct).click()
  await expect(steward.getByText(words.page.nextOf(1))).toBeVisible()
  await sent(steward)

  await goTo(officer, `${server.origin}/wall`)
  await waiting(officer)
    .filter({ hasText: words.becomes(2) })
    .click()
  await expect(officer.getByLabel(words.page.reason)).toHaveValue('漏了一把锁')
  await lookAtAll(officer, 1)
  await key(officer, words.page.replace).click()
  await expect(toast(officer, words.page.published)).toBeVisible()
  await expect(officer.getByText(words.version(2)).first()).toBeVisible()
  await sent(officer)
  await goTo(officer, `${server.origin}/wall`)
  await expect(officer.getByRole('list', { name: words.hangs })).toBeVisible()
  await expect(waiting(officer)).toHaveCount(0)
  await expect(officer.getByRole('list', { name: words.back })).toHaveCount(0)
  await read(browser, '/gongshi', async (page) => {
    await expect(page.getByText('换了把锁')).toHaveCount(1, { timeout: 500 })
    await expect(page.locator('section[aria-labelledby="accounts"] article')).toHaveCount(1)
  })
})

test('a month goes to the wall with a pair of pictures, and what looks like a name is answered first', async ({
  browser,
}) => {
  const name = RESIDENTS[0]!
  await goTo(officer, `${server.origin}/month?of=${MONTH}`)
  await officer.getByRole('link', { name: words.choose.pick }).click()
  const offered = officer.locator('.wall-choice')
  await offered.first().getByRole('button').click()
  await key(officer, words.page.propose).click()
  await expect(officer.getByText(words.page.as)).toBeVisible()
  await lookAtAll(officer, 2)
  await key(officer, words.page.edit).click()
  const lines = officer.getByLabel(words.page.lines)
  const before = await lines.inputValue()
  await lines.fill(`${before}\n${name}和902的都说好`)
  const alike = officer.getByRole('group').filter({ has: officer.getByText(words.alike.none) })
  await expect(alike).toHaveCount(2)
  await expect(key(officer, words.page.answerFirst)).toHaveAttribute('aria-disabled', 'true')
  // One is changed, the other one is none.
  await alike.filter({ hasText: name }).getByRole('button', { name: words.alike.change }).click()
  await expect(lines).toBeFocused()
  await expect
    .poll(() => lines.evaluate((area: HTMLTextAreaElement) => getSelection()?.toString() ?? area.value))
    .toBe(name)
  await officer.keyboard.type('二楼')
  await expect(alike).toHaveCount(1)
  await alike.getByRole('button', { name: words.alike.none }).click()
  await expect(alike).toHaveCount(0)
  await lines.fill(before)
  await key(officer, words.page.publishLooked).click()
  await expect(toast(officer, words.page.published)).toBeVisible()
  await sent(officer)
  await read(browser, '/gongshi', async (page) => {
    const section = page.locator('section[aria-labelledby="month"]')
    await expect(section.getByRole('img', { name: /^改之前：/ })).toHaveCount(1, { timeout: 500 })
    await expect(section.getByRole('img', { name: /^改之后：/ })).toHaveCount(1)
  })
  await goTo(officer, `${server.origin}/month/paper?of=${MONTH}`)
  await expect(officer.locator('.page').last().getByRole('img', { name: words.page.after })).toBeVisible()
})

test('a month that hangs is put right by its next version, from the same key', async ({ browser }) => {
  await goTo(officer, `${server.origin}/month/paper?of=${MONTH}`)
  await officer.getByRole('link', { name: monthWords.publish, exact: true }).click()
  await expect(officer.getByText(words.page.nextOf(1))).toBeVisible()
  // Nothing is different yet: there is nothing to send.
  await expect(key(officer, words.choose.same)).toHaveAttribute('aria-disabled', 'true')
  const hangs = officer.locator('.wall-choice').filter({ hasText: words.choose.already })
  await hangs.getByRole('button', { name: words.choose.taken }).click()
  await officer.getByLabel(words.page.reason).fill('照片拍糊了')
  await key(officer, words.page.correct).click()
  await expect(officer.getByText(words.page.as)).toBeVisible()
  await key(officer, words.page.replace).click()
  await expect(toast(officer, words.page.published)).toBeVisible()
  await sent(officer)
  await read(browser, '/gongshi', async (page) => {
    const section = page.locator('section[aria-labelledby="month"]')
    await expect(section.locator('article')).toHaveCount(1, { timeout: 500 })
    await expect(section.getByText(/第 2 版/)).toBeVisible({ timeout: 500 })
    await expect(section.getByRole('img', { name: /^改之前：/ })).toHaveCount(0)
  })
})

test('INV-24 on the wall, its pages, their versions and its A4 there is no name, no phone and no door', async ({
  browser,
}) => {
  const people = [...RESIDENTS, ...Object.values(CAST).map(([name]) => name)]
  expect(people.length).toBeGreaterThan(200)
  const context = await browser.newContext({ locale: 'zh-CN' })
  const page = await context.newPage()
  const open = ['/gongshi', '/gongshi?lang=en', '/gongshi/a4']
  const seen = new Set<string>()
  while (open.length > 0) {
    const path = open.pop()!
    if (seen.has(path)) continue
    seen.add(path)
    await goTo(page, server.origin + path)
    const said = bare(await page.locator('body').innerText())
    const alts = await page
      .locator('img')
      .evaluateAll((all) => all.map((one) => (one as HTMLImageElement).alt))
    const paper = path.includes('/a4') ? (await pdfText(await page.pdf())).join('') : ''
    for (const text of [said, bare(alts.join(' ')), paper]) {
      expect([path, people.filter((name) => text.includes(name))]).toEqual([path, []])
      expect([path, DOORS.filter((door) => text.includes(door))]).toEqual([path, []])
      expect([path, text.match(/1[3-9]\d{9}|单元\d{3,4}/g)]).toEqual([path, null])
    }
    const links = await page
      .locator('a[href^="/gongshi"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')!))
    open.push(...links.filter((link) => /^\/gongshi(\?|\/p\/|\/a4|$)/.test(link)))
  }
  // The accounts and the month with both versions of each, and what hung before.
  expect([...seen].filter((path) => /\/p\/[^/]+\/1/.test(path)).length).toBeGreaterThanOrEqual(3)
  await context.close()
})
