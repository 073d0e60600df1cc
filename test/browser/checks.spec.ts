import { expect, type Page, test } from '@playwright/test'
import { zh } from '#ui/words/zh/all.ts'
import { goTo } from './support/historySettled.ts'
import { aPort } from './support/aPort.ts'
import { sent } from './support/onDisk.ts'
import { photoWithGps } from './support/papers.ts'
import { Profile } from './support/profile.ts'
import { RealServer } from './support/server.ts'
import { enterAs } from './support/walk.ts'

const { bins, checks, common, feedback, shift } = zh
/** As the ledger says it. */
const text = checks.matter(checks.problem['odour']!, bins.streamFull.other, '盖一掀一窝')
const server = await RealServer.prepare(await aPort())
let tablet: Profile
let office: Profile

test.beforeAll(async () => {
  await server.start('--demo')
  tablet = await Profile.make({ width: 390, height: 844 })
  office = await Profile.make({ width: 1280, height: 800 })
})
test.afterAll(async () => {
  for (const profile of [tablet, office]) await profile?.remove()
  await server.remove()
})

/** Begins a shift of a window at the first point, from the page that lists them. */
async function begin(page: Page, window: string) {
  await goTo(page, `${server.origin}/bins`)
  await page.locator('h1').first().waitFor()
  const go = page.locator('.bottom-bar .key-primary')
  if ((await go.getAttribute('aria-disabled')) === 'true')
    await page.locator('fieldset').first().locator('label').first().click()
  await page.locator('label').filter({ hasText: window }).first().click()
  await go.click()
  await page.locator('.tally-main').waitFor()
}

/** An item's answers, where they are to be seen. */
const row = (page: Page, item: string) =>
  page.locator('dialog .check-row').filter({ hasText: checks.item[item]! })
const answer = (page: Page, item: string, state: string) =>
  row(page, item).locator('label').filter({ hasText: state }).click()
const file = (buffer: Buffer) => ({ name: 'DSC_1.JPG', mimeType: 'image/jpeg', buffer })

test('offline: a lid to fix is asked in place, a photo that is no photo takes no word away, and it is all there after a restart', async () => {
  const page = await tablet.open(`${server.origin}/`)
  await enterAs(page, server.origin, 'supervisor', zh)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await page.context().setOffline(true)
  await begin(page, bins.window.extra)
  await page.locator('.shift-checks-row button').click()
  await answer(page, 'odour', common.tri.toFix)
  const fix = page.getByRole('group', { name: checks.fix.title(checks.item['odour']!) })
  await fix.getByRole('button', { name: bins.streamFull.other }).click()
  await fix.getByLabel(checks.fix.note).fill('盖一掀一窝')

  // What is no picture is refused in words; the bin and the sentence stand where they stood.
  await fix.locator('input[type=file]').setInputFiles(file(Buffer.from('not a picture')))
  await expect(page.locator('.toast')).toContainText('写的都在')
  await expect(fix.getByLabel(checks.fix.note)).toHaveValue('盖一掀一窝')
  // A sentence needs no key: leaving the field keeps it.
  await fix.getByLabel(checks.fix.note).blur()
  await fix.locator('input[type=file]').setInputFiles(file(await photoWithGps()))
  await expect(fix.locator('img.photo')).toBeVisible()
  await expect(row(page, 'odour')).toContainText(`${bins.stream.other}・盖一掀一窝・${checks.fix.photos(1)}`)
  await page.locator('dialog .checks-head .key').click()
  await expect(row(page, 'floor').getByRole('radio', { name: common.tri.good })).toBeChecked()
  await tablet.close()

  const again = await tablet.open(`${server.origin}/bins`)
  await again.context().setOffline(true)
  await again.locator('.bottom-bar .key-primary').click()
  await again.locator('.shift-checks-row button').click()
  await expect(row(again, 'odour').getByRole('radio', { name: common.tri.toFix })).toBeChecked()
  await expect(row(again, 'odour')).toContainText(`${bins.stream.other}・盖一掀一窝・${checks.fix.photos(1)}`)
  await expect(row(again, 'lid').getByRole('radio', { name: common.tri.good })).toBeChecked()
})

test('it is in the ledger by itself: on the tablet at once, at the office once there is a signal, with place and photo', async () => {
  const page = tablet.page
  await goTo(page, `${server.origin}/feedback`)
  await page.locator('.remark').filter({ hasText: text }).click()
  await expect(page.locator('.detail-text')).toContainText(text)
  await page.context().setOffline(false)
  await page.reload()
  await expect(page.locator('.strip')).toContainText(zh.sync.strip.done)

  const desk = await office.open(`${server.origin}/`)
  await enterAs(desk, server.origin, 'officer', zh)
  await goTo(desk, `${server.origin}/feedback`)
  await desk.locator('.segment').filter({ hasText: feedback.drawers.fix_now }).click()
  await desk.locator('.remark').filter({ hasText: text }).click()
  await expect(desk.locator('.pair img').first()).toBeVisible()
  await expect(desk.locator('.facts')).toContainText(feedback.detail.facts.seen)
})

test('before one goes the round stands once more, and at the next shift the matter is asked again', async () => {
  const page = tablet.page
  await page.context().setOffline(true)
  await goTo(page, `${server.origin}/bins`)
  await page.locator('.bottom-bar .key-primary').click()
  await page.getByRole('button', { name: shift.more, exact: true }).click()
  await page.getByRole('link', { name: shift.tool.leaving }).click()
  await expect(page.locator('h1')).toHaveText(checks.title.leaving)
  await page.locator('.checks-head .key').click()
  await page.getByRole('link', { name: checks.leaving.go }).click()
  await expect(page.locator('.sheet-checks').first()).toContainText(checks.item['odour']!)
  await page.locator('.bottom-bar .key-primary').click()
  await expect(page.locator('.header-sub')).toContainText('交班')

  await begin(page, bins.window.morning)
  await page.locator('.shift-checks-row button').click()
  await page.locator('dialog .checks-head .key').click()
  // 都好 answers everything but what is asked by itself.
  await expect(row(page, 'lid').getByRole('radio', { name: common.tri.good })).toBeChecked()
  await expect(row(page, 'odour').getByRole('radio', { name: common.tri.good })).not.toBeChecked()
  const again = page.locator('dialog .again-row').filter({ hasText: text })
  await again.locator('label').filter({ hasText: checks.again.good }).first().click()
  await expect(row(page, 'odour').getByRole('radio', { name: common.tri.good })).toBeChecked()
  await goTo(page, `${server.origin}/feedback`)
  await page.locator('.segment').filter({ hasText: feedback.drawers.done }).click()
  await expect(page.locator('.remark').filter({ hasText: text })).toBeVisible()
  await page.context().setOffline(false)
})

test('the office makes the list its own by keys alone; the shift that is open keeps the one it has', async () => {
  const desk = office.page
  await goTo(desk, `${server.origin}/bins/keep/checklist`)
  const name = (n: number) => desk.locator('.checklist-name').nth(n)
  const first = checks.item['body']!
  await expect(name(0)).toHaveText(first)
  await desk.getByRole('button', { name: checks.keep.down(first) }).click()
  await expect(name(1)).toHaveText(first)
  await desk.getByRole('button', { name: checks.keep.add }).click()
  await desk.getByLabel(checks.keep.words).fill('洗手池有水')
  await desk.getByRole('button', { name: checks.keep.keep, exact: true }).click()
  await expect(desk.locator('.checklist-name').last()).toHaveText('洗手池有水')
  await desk.getByRole('button', { name: checks.keep.edit(checks.item['odour']!) }).click()
  await desk.getByRole('button', { name: checks.keep.retireKey }).click()
  await expect(desk.locator('.checklist-name').filter({ hasText: checks.item['odour']! })).toHaveCount(0)
  await sent(desk)

  const page = tablet.page
  await goTo(page, `${server.origin}/bins`)
  await page.locator('.bottom-bar .key-primary').click()
  await expect(page.locator('.strip')).toContainText(zh.sync.strip.done)
  await page.locator('.shift-checks-row button').click()
  await expect(row(page, 'odour')).toBeVisible()
  await expect(page.locator('dialog .check-row').filter({ hasText: '洗手池有水' })).toHaveCount(0)
})
