import { expect, type Page, test } from '@playwright/test'
import type { Order } from '#domain/ledger/order.ts'
import { goTo, historySettled } from './support/historySettled.ts'
import { aPort } from './support/aPort.ts'
import { bare, pdfText } from '#test/support/pdfText.ts'
import { zh } from '#ui/words/zh/all.ts'
import { records, sent } from './support/onDisk.ts'
import { photoWithGps } from './support/papers.ts'
import { Profile } from './support/profile.ts'
import { RealServer } from './support/server.ts'
import { enterAs, shut } from './support/walk.ts'
import { Wire } from './support/wire.ts'

const { ledger, feedback, common, crews } = zh
const WORDS = '门厅的灯整夜闪，晃眼睛'
const REPORTER = '何叔叔'

const port = await aPort()
let server: RealServer
let wire: Wire
let desk: Profile
let office: Profile
let item = ''

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  wire = await Wire.lay(port, port + 1)
  server = await RealServer.prepare(port + 1, wire.origin)
  await server.start('--demo')
  // A camera that shows a moving picture, and a person who lets it.
  desk = await Profile.make(
    { width: 1280, height: 800 },
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
  )
  office = await Profile.make({ width: 390, height: 844 })
})
test.afterAll(async () => {
  for (const profile of [desk, office]) await profile?.remove()
  await wire?.take()
  await server?.remove()
})

const key = (page: Page, name: string | RegExp) =>
  page.locator('button:visible, a:visible, label:visible').filter({ hasText: name }).first()
/** What is done seldom lies in a sheet; the next one opens when that has stepped back. */
async function more(page: Page, what: string): Promise<void> {
  await key(page, ledger.more.key).click()
  await key(page, what).click()
}
const order = async (page: Page) =>
  (await records(page)).find(
    (one) => (one as Order).kind === 'order' && (one as Order).text === WORDS,
  ) as Order

test('at 1280 a new one is given out by keyboard alone, and the next one stands ready', async () => {
  const page = await desk.open(`${wire.origin}/`)
  await enterAs(page, wire.origin, 'manager', zh)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  const [known] = (await records(page)).filter((one) => one.kind === 'order')
  await goTo(page, `${wire.origin}/feedback/new?at=${known?.place}`)
  await page.getByRole('button', { name: feedback.capture.keys.lighting }).click()
  await page.getByLabel(feedback.capture.words).fill(WORDS)
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'DSC_0001.JPG', mimeType: 'image/jpeg', buffer: await photoWithGps() })
  await page.locator('img.photo').waitFor()
  await key(page, feedback.capture.swap).click()
  await page.getByLabel(feedback.capture.who).fill(REPORTER)
  await shut(page)
  await key(page, common.save).click()
  await expect(page.getByText(feedback.capture.saved)).toBeVisible()
  await sent(page)

  await goTo(page, `${wire.origin}/ledger/dispatch`)
  const rows = page.locator('.dispatch-row')
  await expect(rows.filter({ hasText: WORDS })).toHaveCount(1)
  const before = await rows.count()
  await rows.first().focus()
  const texts = await rows.allTextContents()
  for (let nth = 1; nth <= texts.findIndex((one) => one.includes(WORDS)); nth += 1) {
    await page.keyboard.press('ArrowDown')
    await expect(rows.nth(nth)).toBeFocused()
  }
  await expect(page.locator('.dispatch-row-current')).toContainText(WORDS)
  await expect(page.locator('.dispatch-row:focus')).toContainText(WORDS)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel(ledger.desk.who)).toBeFocused()
  await page.keyboard.type(ledger.hands.team.engineering)
  await page.getByLabel(ledger.desk.who).selectOption({
    label: `${ledger.hands.team.engineering}（${crews.count(2)}）`,
  })
  for (const field of await page.locator('.dispatch-panel select, .dispatch-panel input').all())
    if (await field.isVisible()) await field.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText(ledger.desk.given(ledger.hands.team.engineering))).toBeVisible()
  await expect(rows).toHaveCount(before - 1)
  await key(page, ledger.desk.desk.given).click()
  await rows.filter({ hasText: WORDS }).click()
  await key(page, ledger.desk.open).click()
  await expect(page.locator('.detail-text')).toContainText(WORDS)
  item = new URL(page.url()).pathname
})

test('it is held with a reason and a next date, and goes outside with a number and what they promised', async () => {
  const page = desk.page
  await more(page, ledger.more.promise)
  await page.getByLabel(ledger.promise.day, { exact: true }).waitFor()
  await key(page, common.save).click()
  await expect(page.locator('.story')).toContainText(feedback.detail.moments.promised)
  await more(page, ledger.more.send)
  await page.getByLabel(ledger.send.reference, { exact: true }).fill('成-0302-118')
  await page.getByLabel(ledger.send.days, { exact: true }).selectOption({ label: ledger.send.term(7) })
  await key(page, ledger.send.go).click()
  await expect(page.locator('.due-card')).toContainText(feedback.due.outside)
  await expect(page.getByRole('main')).toContainText(ledger.outside.reference('成-0302-118'))
  await more(page, ledger.more.reply)
  await page.getByLabel(ledger.reply.words, { exact: true }).fill('路灯所说归物业')
  await key(page, common.save).click()
  await expect(page.locator('.story')).toContainText('路灯所说归物业')
  await expect(page.locator('.due-card')).not.toContainText(feedback.due.outside)
  await sent(page)
  expect((await order(page)).outside).toMatchObject({ reference: '成-0302-118', workingDays: 7 })
})

test('SEC-64 a firm without an account takes half a page along, without anybody’s name; that it was printed stands in the trail', async () => {
  const page = desk.page
  await key(page, feedback.detail.reassign).click()
  await page.getByLabel(ledger.hands.firmName, { exact: true }).fill('蓉城水电行')
  await key(page, ledger.hands.firmGo).click()
  await expect(page.locator('.story')).toContainText('蓉城水电行')
  await more(page, ledger.more.slip)
  await page.locator('.slip').waitFor()
  const pages = await pdfText(await page.pdf({ preferCSSPageSize: true }))
  expect(pages).toHaveLength(1)
  for (const said of ['蓉城水电行', WORDS, ledger.slip.sign, ledger.slip.contact])
    expect(pages[0]).toContain(bare(said))
  expect(pages[0]).not.toContain(REPORTER)
  await key(page, zh.paper.print).click()
  await goTo(page, `${wire.origin}/doors/looks`)
  await expect(page.locator('.row').filter({ hasText: zh.discretion.what.slip })).toContainText(
    ledger.slip.title,
  )
  await goTo(page, `${wire.origin}${item}`)
})

test('the picture afterwards is framed under the first one; three digits behind the dot get a sentence', async () => {
  const page = desk.page
  await key(page, feedback.detail.close).click()
  await key(page, ledger.ghost.key).click()
  const over = page.locator('.ghost-over')
  await expect(over.locator('img')).toBeVisible()
  await expect(over).toHaveCSS('opacity', '0.4')
  await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0)
  await page.getByLabel(ledger.ghost.overlay).uncheck()
  await expect(over).toHaveCount(0)
  await page.getByLabel(ledger.ghost.overlay).check()
  await key(page, ledger.ghost.shoot).click()
  await expect(page.locator('video')).toHaveCount(0)
  await expect(page.locator('dialog .pair img.photo')).toBeVisible()

  await key(page, ledger.bill.optional).click()
  await page.getByLabel(ledger.bill.amount, { exact: true }).fill('128.505')
  await expect(page.getByText(zh.accounts.form.wrong.belowCent).first()).toBeVisible()
  await page.getByLabel(ledger.bill.amount, { exact: true }).fill('128.5')
  await page.getByLabel(ledger.bill.payer).selectOption({ label: ledger.bill.payers.trust_fund })
  await key(page, common.save).click()
  await expect(page.locator('.pair-photo img')).toHaveCount(2)
  await expect(page.getByRole('main')).toContainText(ledger.bill.is('128.50'))
  await sent(page)
  expect(await order(page)).toMatchObject({ status: 'done', costCents: 12_850, payer: 'trust_fund' })
})

test('not content opens it again without a question, with the shorter clock', async () => {
  const page = await office.open(`${wire.origin}/`)
  await enterAs(page, wire.origin, 'officer', zh)
  await goTo(page, `${wire.origin}${item}`)
  await key(page, feedback.detail.results.dissatisfied).click()
  await expect(page.getByText(feedback.detail.again)).toBeVisible()
  await expect(page.locator('dialog[open]')).toHaveCount(0)
  await sent(page)
  await expect(desk.page.locator('.due-card')).toContainText(feedback.due.left)
  await expect(desk.page.locator('.story')).toContainText(feedback.detail.results.dissatisfied)
})

test('without a network a hold is kept over a reload, and goes out by itself', async () => {
  const page = desk.page
  await key(page, feedback.detail.reassign).click()
  await key(page, ledger.hands.mine).click()
  await expect(page.locator('.story')).toContainText(feedback.detail.moments.closed)
  await sent(page)
  wire.cut()
  await key(page, feedback.detail.hold).click()
  await page
    .getByLabel(feedback.detail.holdWhy, { exact: true })
    .selectOption({ label: feedback.holds.parts })
  await key(page, common.save).click()
  await expect(page.locator('.story')).toContainText(feedback.holds.parts)
  await historySettled(page)
  await page.reload()
  await expect(page.locator('.story')).toContainText(feedback.holds.parts)
  await goTo(page, `${wire.origin}/ledger`)
  await expect(page.getByRole('list', { name: ledger.promised })).toContainText(WORDS)
  wire.mend()
  await page.reload()
  await sent(page)
  expect((await order(page)).status).toBe('onHold')
  // The clock stands still from the moment the office has heard of it.
  await goTo(page, `${wire.origin}${item}`)
  await expect(page.locator('.due-card')).toContainText(feedback.due.held)
})
