import { expect, type Page, test } from '@playwright/test'
import type { PreviewServer } from 'vite'
import { zh } from '#ui/words/zh/all.ts'
// @ts-expect-error -- a plain script, also run by hand
import { serveGallery } from './gallery/serve.mjs'
import { goTo } from './support/historySettled.ts'

const { bags, bins, common, feedback, plan, shift, whichBin } = zh
let server: PreviewServer
let base: string

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })
test.beforeAll(async () => {
  server = await serveGallery()
  base = server.resolvedUrls?.local[0] ?? ''
})
test.afterAll(() => server.close())

const key = (page: Page) => page.locator('.tally-main')
const shows = (page: Page, count: number) =>
  expect(key(page)).toHaveAccessibleName(bins.tallyName(bins.counter.right, count))
const handOver = (page: Page) => page.getByRole('button', { name: bins.handOver, exact: true })

async function begin(page: Page, more = '') {
  await goTo(page, `${base}bins?as=supervisor&now=2026-11-24T10:05:00.000Z${more}`)
  await page.locator('.bottom-bar .key-primary').click()
  await expect(key(page)).toBeVisible()
}

test('a hand-over is one press and is taken back beside what was said, or on the summary later; the count goes on', async ({
  page,
}) => {
  await begin(page)
  await key(page).tap()
  await shows(page, 1)
  await handOver(page).tap()
  await expect(page.locator('.header-sub')).toContainText('18:05 交班')
  await page.locator('.toast').getByRole('button', { name: common.undo }).tap()
  await shows(page, 1)

  await handOver(page).tap()
  await page.getByRole('button', { name: shift.after.goOn }).tap()
  await shows(page, 1)
  await key(page).tap()
  await shows(page, 2)
})

test('a second touch of a wet glove presses nothing of what has come under it', async ({ page }) => {
  await begin(page)
  const box = (await handOver(page).boundingBox())!
  await page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2)
  await expect(page.locator('.header-sub')).toContainText('18:05 交班')
  await expect(page.locator('.summary')).toBeVisible()
})

test('the word for the next shift is said before, with the press, or after it', async ({ page }) => {
  await begin(page)
  await page.getByRole('button', { name: shift.more }).tap()
  await page.getByRole('link', { name: shift.tool.summary }).tap()
  const field = page.getByLabel(bins.summary.note(bins.summary.next.evening))
  await field.fill('桶盖松了')
  await page.getByRole('button', { name: bins.summary.handOver(bins.summary.next.evening) }).tap()
  await expect(page.locator('.summary-note')).toHaveText('桶盖松了')
  await field.fill('水龙头漏')
  await page.getByRole('button', { name: shift.keepNote }).tap()
  await expect(page.locator('.summary-note')).toHaveText('桶盖松了\n水龙头漏')
  await expect(field).toHaveValue('')
})

test('a shared tablet says what the next person does; somebody’s own phone does not', async ({ page }) => {
  await begin(page, '&device=shared')
  await handOver(page).tap()
  await expect(page.locator('.panel', { hasText: shift.after.next })).toContainText(shift.after.nextText)
  await expect(page.getByRole('link', { name: shift.after.nextKey })).toHaveAttribute('href', '/join')
  await begin(page)
  await handOver(page).tap()
  await expect(page.locator('.panel', { hasText: shift.after.title })).toBeVisible()
  await expect(page.locator('.panel', { hasText: shift.after.next })).toHaveCount(0)
})

test('opened bags are put right after the hand-over, by their own person', async ({ page }) => {
  await begin(page)
  await page.getByRole('button', { name: shift.more }).tap()
  await page.getByRole('link', { name: shift.tool.bags }).tap()
  await page.getByRole('button', { name: bins.streamFull.kitchen }).tap()
  await page.getByRole('button', { name: bags.verdict.good }).tap()
  await page.getByRole('link', { name: common.back }).first().tap()
  await handOver(page).tap()
  await expect(page.locator('.summary')).toContainText(bags.few('1', '1'))
  await page.getByRole('button', { name: bins.summary.correct }).tap()
  const list = page.getByRole('list', { name: shift.after.bags })
  await list.getByRole('button').tap()
  const sheet = page.locator('dialog[open]')
  await sheet.getByText(bags.verdict.bad, { exact: true }).tap()
  await sheet.getByRole('button', { name: bags.fault.hazardous_in }).tap()
  await sheet.getByRole('button', { name: common.save }).tap()
  await expect(list).toContainText(`${bins.stream.kitchen}・${bags.verdict.bad}`)
  await expect(list).toContainText(bags.fault.hazardous_in)
  await expect(page.locator('.header-sub')).toContainText(bins.summary.corrected)

  await page.getByRole('button', { name: shift.after.bagAdd }).tap()
  await sheet.getByText(bins.stream.other, { exact: true }).tap()
  await sheet.getByText(bags.verdict.good, { exact: true }).tap()
  await sheet.getByRole('button', { name: common.save }).tap()
  await expect(list.getByRole('button')).toHaveCount(2)
  await list.getByRole('button').first().tap()
  await sheet.getByRole('button', { name: shift.after.bagOut }).tap()
  await expect(list.getByRole('button')).toHaveCount(1)
  await expect(list).toContainText(`${bins.stream.other}・${bags.verdict.good}`)
})

test('the office puts opened bags right, not what somebody counted, and is named for it', async ({
  page,
}) => {
  await goTo(page, `${base}bins/closedForMe/summary?as=officer&closedForMe&now=2026-11-24T10:05:00.000Z`)
  await page.getByRole('button', { name: bins.summary.correct }).tap()
  await expect(page.getByRole('button', { name: bins.summary.more(bins.counter.right) })).toHaveCount(0)
  await page.getByRole('button', { name: shift.after.bagAdd }).tap()
  const sheet = page.locator('dialog[open]')
  await sheet.getByText(bins.stream.other, { exact: true }).tap()
  await sheet.getByText(bags.verdict.minor, { exact: true }).tap()
  await sheet.getByRole('button', { name: common.save }).tap()
  await expect(page.locator('.header-sub')).toContainText(shift.correctedBy('陈敏'))
})

test('a point that was given up comes back; where none is left the officer is given the key to add one', async ({
  page,
}) => {
  await goTo(page, `${base}bins?as=officer`)
  await expect(page.locator('.empty')).toContainText(bins.start.notYours)
  await page.getByRole('link', { name: new RegExp(plan.toHub) }).tap()
  await page.getByRole('link', { name: new RegExp(plan.rows.points) }).tap()
  const point = page.locator('.rows a').first()
  const name = (await point.locator('.row-title').textContent()) ?? ''
  await point.tap()
  await page.getByRole('button', { name: plan.points.retire }).tap()
  await page.locator('dialog[open]').getByRole('button', { name: plan.points.retireGo }).tap()
  const back = page.getByRole('button', { name: plan.points.bringBack })
  await expect(back).toBeVisible()
  for (let n = 0; n < 3; n += 1) await page.getByRole('link', { name: common.back }).first().tap()
  await expect(page.locator('.empty')).toContainText(bins.start.toAdd)
  await expect(page.getByRole('link', { name: plan.points.add })).toHaveAttribute(
    'href',
    '/bins/keep/points/new',
  )
  await page.getByRole('link', { name: new RegExp(plan.toHub) }).tap()
  await page.getByRole('link', { name: new RegExp(plan.rows.points) }).tap()
  await page.getByRole('list', { name: plan.points.gone }).getByRole('link').tap()
  await back.tap()
  await expect(page.getByLabel(plan.points.name)).toHaveValue(name)
})

test('the photo for a word that is not found comes with its place, its kind and the word', async ({
  page,
}) => {
  await begin(page)
  await page.getByRole('link', { name: bins.whichBin }).tap()
  await page.getByLabel(whichBin.field).fill('量子计算机')
  await page.getByRole('button', { name: whichBin.tellPhoto }).tap()
  await expect(page.getByLabel(feedback.capture.words)).toHaveValue(whichBin.askText('量子计算机'))
  await expect(
    page.getByRole('group', { name: feedback.capture.what }).getByRole('button', { pressed: true }),
  ).toHaveText(feedback.capture.keys.dirt)
  await expect(page.locator('.capture')).toContainText('东门投放点')
  await page.getByRole('button', { name: common.save }).tap()
  await expect(key(page)).toBeVisible()
})
