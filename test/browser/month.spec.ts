import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import { addDays, dayOf } from '#domain/workingDays.ts'
import { CAST } from '#server/demo/cast.ts'
import { lastWeek } from '#server/demo/clock.ts'
import { aPort } from './support/aPort.ts'
import { bare, pdfText } from '#test/support/pdfText.ts'
import { enterAs, LANGUAGES } from './support/walk.ts'
import { RealServer } from './support/server.ts'
import { goTo } from './support/historySettled.ts'

const port = await aPort()
const { zh } = LANGUAGES
const { month, digest, diary, survey } = zh
/** The invented week always ended last Sunday; its survey was asked on the Saturday. */
const SATURDAY = addDays(lastWeek(dayOf(new Date().toISOString())), 5)
const ASKED = `/month?of=${SATURDAY.slice(0, 7)}`
const NAMES = new RegExp(
  Object.values(CAST)
    .map(([name]) => name)
    .join('|'),
)

let demo: RealServer

test.beforeAll(async () => {
  demo = await RealServer.prepare(port)
  await demo.start('--demo')
})
test.afterAll(async () => {
  await demo?.remove()
})

async function person(
  browser: Browser,
  role: Parameters<typeof enterAs>[2],
): Promise<[BrowserContext, Page]> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const page = await context.newPage()
  await enterAs(page, demo.origin, role, zh)
  // Everything is on the device before the network goes.
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated')
  return [context, page]
}

test('the month is told from the device: without a network and after a reload it says the same', async ({
  browser,
}) => {
  const [context, page] = await person(browser, 'officer')
  await goTo(page, demo.origin + ASKED)
  const main = page.locator('main')
  await expect(main).toContainText('92.4%')
  await expect(main).toContainText(survey.result.of('109', '118'))
  await expect(main).toContainText(survey.result.reach('151', '120', '5', '26'))
  await expect(main).toContainText(month.bins.tooSoon)
  await expect(main).toContainText(month.visits.of('142'))
  // A picture that never was on this device says where it is; all else says the same.
  const cards = async () =>
    (await page.locator('.month-cards').innerText())
      .split('\n')
      .filter((line) => line.trim() !== '' && line !== zh.common.photo.noWay)
  const said = await cards()
  await context.setOffline(true)
  await page.reload()
  await expect(page.locator('.month-cards')).toBeVisible()
  await expect.poll(cards).toEqual(said)
  await context.close()
})

test('on paper the month hangs without a name, a door or a word that somebody said; inside it has them', async ({
  browser,
}) => {
  const [context, page] = await person(browser, 'officer')
  await goTo(page, demo.origin + ASKED.replace('/month', '/month/paper'))
  await expect(page.locator('.page')).toHaveCount(1)
  const openly = await pdfText(await page.pdf({ preferCSSPageSize: true }))
  expect(openly).toHaveLength(1)
  expect(openly[0]).toContain(bare(zh.paper.page(1, 1)))
  expect(openly[0]).toContain(bare(zh.paper.publicFoot))
  expect(openly[0]).toContain(bare(survey.result.of('109', '118')))
  expect(openly[0]).not.toMatch(NAMES)
  expect(openly[0]).not.toMatch(/单元\d{3,4}/)
  await page.getByText(zh.paper.internal, { exact: true }).click()
  await expect(page.locator('.page')).toHaveCount(2)
  const inside = await pdfText(await page.pdf({ preferCSSPageSize: true }))
  expect(inside).toHaveLength(2)
  expect(inside[1]).toContain(bare(zh.paper.page(2, 2)))
  expect(inside.join('')).toContain(bare(zh.paper.internalFoot))
  expect(inside.join('')).toMatch(NAMES)
  await context.close()
})

test('SEC-64 the day in short is copied whole without a network, and leaves a line that it was', async ({
  browser,
}) => {
  const [context, page] = await person(browser, 'officer')
  await goTo(page, `${demo.origin}/digest`)
  await context.setOffline(true)
  await page.reload()
  const message = page.locator('.month-message')
  await expect(message).toContainText(digest.call)
  await page.getByRole('button', { name: digest.copy }).click()
  await expect(page.locator('.toast')).toContainText(digest.copied)
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toBe(await message.textContent())
  expect([...copied].length).toBeLessThanOrEqual(500)
  await goTo(page, `${demo.origin}/doors/looks`)
  await expect(page.locator('.row').filter({ hasText: zh.discretion.what.copied })).toContainText(
    digest.title,
  )
  await context.close()
})

test('the notebook asks to answer first, and on paper it has two forms', async ({ browser }) => {
  const [context, page] = await person(browser, 'gridWorker')
  await goTo(page, `${demo.origin}/diary`)
  await expect(page.locator('main')).toContainText(diary.plan)
  await expect(page.locator('main')).toContainText(/前几天还有 \d+ 条没打勾/)
  await goTo(page, `${demo.origin}/diary/paper`)
  await expect(page.locator('.page').first()).toBeVisible()
  const openly = await pdfText(await page.pdf({ preferCSSPageSize: true }))
  expect(openly.join('')).toContain(bare(zh.paper.publicFoot))
  expect(openly.join('')).not.toMatch(NAMES)
  expect(openly.join('')).not.toMatch(/单元\d{3,4}/)
  await context.close()
})

const SHEETS = 6

test('sheets are typed in by keys without a network; the count is there after a restart, and one is taken back', async ({
  browser,
}) => {
  const [context, page] = await person(browser, 'owners')
  await goTo(page, `${demo.origin}/survey`)
  await page.locator('.row').first().click()
  await page.getByRole('link', { name: survey.enter }).click()
  const count = page.locator('.survey-count')
  const answered = async () => Number(/答了 (\d+) 张/.exec((await count.textContent()) ?? '')?.[1])
  await expect(count).toContainText('答了')
  const before = await answered()
  await context.setOffline(true)
  for (let nth = 1; nth <= SHEETS; nth += 1) {
    for (let question = 0; question < 6; question += 1) await page.keyboard.press('1')
    await page.keyboard.press('Enter')
    await expect.poll(answered).toBe(before + nth)
  }
  await page.getByRole('button', { name: survey.pad.undo }).click()
  await expect.poll(answered).toBe(before + SHEETS - 1)
  await page.reload()
  await expect(count).toContainText('答了')
  await expect.poll(answered).toBe(before + SHEETS - 1)
  await context.close()
})

test('a small base gets its numbers and the reason, and no percentage', async ({ browser }) => {
  const [context, page] = await person(browser, 'officer')
  await goTo(page, `${demo.origin}/survey/new`)
  await page.getByLabel(survey.plan.name).fill('试一试')
  for (const ask of ['cleaning', 'order', 'repairSpeed', 'repairResult'] as const)
    await page.getByRole('button', { name: survey.ask[ask] }).click()
  await page.locator('.bottom-bar .key-primary').click()
  await page.getByRole('link', { name: survey.enter }).click()
  for (let nth = 1; nth <= 3; nth += 1) {
    await page.getByRole('button', { name: survey.step.very, exact: false }).first().click()
    await page.locator('.bottom-bar .key-primary').click()
    await expect(page.locator('.survey-count')).toContainText(`答了 ${nth} 张`)
  }
  await page.goBack()
  const main = page.locator('main')
  await expect(main).toContainText(survey.result.of('3', '3'))
  await expect(main).toContainText(survey.result.fewMarks)
  await expect(main).not.toContainText('%')
  await context.close()
})
