import { expect, type Page, test } from '@playwright/test'
import { COUNTERS, type Counter } from '#domain/shift.ts'
import { bins } from '#ui/words/zh/bins.ts'
import { common } from '#ui/words/zh/common.ts'
import { join } from '#ui/words/zh/join.ts'
import { people } from '#ui/words/zh/people.ts'
import { setup } from '#ui/words/zh/setup.ts'
import { sync } from '#ui/words/zh/sync.ts'
import { whichBin } from '#ui/words/zh/whichBin.ts'
import { photoWithGps, roster } from './support/papers.ts'
import { Profile } from './support/profile.ts'
import { RealServer } from './support/server.ts'
import { Wire } from './support/wire.ts'

const words = { common }
const PHONE = { width: 390, height: 844 }
const TABLET = { width: 1280, height: 800 }
const PASSPHRASE = '锦江边上慢慢走一走看灯'

const port = 20_000 + Math.floor(Math.random() * 20_000)
let server: RealServer
let wire: Wire
let office: Profile
let tablet: Profile
let phone: Profile

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  wire = await Wire.lay(port, port + 1)
  server = await RealServer.prepare(port + 1, wire.origin)
  await server.start()
  office = await Profile.make(TABLET)
  tablet = await Profile.make(TABLET)
  phone = await Profile.make(PHONE)
})

test.afterAll(async () => {
  for (const profile of [office, tablet, phone]) await profile?.remove()
  await wire?.take()
  await server?.remove()
})

/** A key, whether it does something or leads somewhere. */
const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).or(page.getByRole('link', { name, exact: true })).first().click()

/** Answers stand in labels; the round box itself is for screen readers. */
const choose = (page: Page, name: string) => page.locator('label').filter({ hasText: name }).first().click()

interface Invited {
  readonly link: string
  readonly code: string
}

/** The office makes one invitation and reads it off the card. */
async function invite(page: Page, name: string, role: string, where: string | RegExp, device: string): Promise<Invited> {
  await page.goto(`${wire.origin}/people/invite`)
  await page.getByLabel(people.form.name).fill(name)
  if (!(await page.locator('label').filter({ hasText: role }).isVisible())) await press(page, people.form.moreRoles)
  await choose(page, role)
  const places = page.getByLabel(people.form.place)
  const option = places.locator('option').filter({ hasText: where }).first()
  await places.selectOption((await option.getAttribute('value')) ?? '')
  await choose(page, device)
  await press(page, people.form.make)
  await expect(page.getByRole('img', { name: people.made.qr })).toBeVisible()
  const link = (await page.locator('.invite-print-only').textContent()) ?? ''
  const code = new URL(link).hash.match(/[A-Z0-9]{8}$/)?.[0] ?? ''
  return { link, code }
}

let officePage: Page

test('1–2 the office sets up a compound from a spreadsheet, and sees what was understood before it enters', async () => {
  const table = await roster(19)
  officePage = await office.open(`${wire.origin}/setup#${server.setUpCode}`)
  const page = officePage
  await expect(page.getByLabel(setup.code.label)).toHaveValue(server.setUpCode)
  await press(page, setup.code.go)
  await page.getByLabel(setup.name.label).fill('春和苑')
  await press(page, setup.next)
  await press(page, setup.buildings.import)
  await page.getByLabel(setup.sheet.choose).setInputFiles({ name: '住户.xlsx', mimeType: '', buffer: table.file })
  const main = page.getByRole('main')
  await expect(main).toContainText(`${table.dwellings}`)
  await expect(main).toContainText(setup.sheet.vacant(String(table.vacant)))
  await expect(main).toContainText(setup.sheet.unread('1'))
  await expect(main).toContainText(setup.sheet.row(String(table.unreadRow)))
  await press(page, setup.next)
  await page.getByLabel(setup.points.label).fill('东门投放点')
  await page.getByLabel(setup.points.phones.duty).fill('028-85550101')
  await press(page, setup.next)
  await page.getByLabel(setup.officer.name).fill('林老师')
  await page.getByLabel(setup.officer.passphrase, { exact: true }).fill(PASSPHRASE)
  await page.getByLabel(setup.officer.again).fill(PASSPHRASE)
  await press(page, setup.officer.go)
  await expect(page.getByRole('heading', { name: setup.done.title('春和苑') }).first()).toBeVisible({ timeout: 30_000 })
  await press(page, setup.done.today)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('林老师')
})

let forTablet: Invited
let forPhone: Invited

test('3 nobody gets in without an invitation; looking uses none up, confirming does, a second use is refused in words', async () => {
  forTablet = await invite(officePage, '唐玉珍', people.roles.supervisor, people.whole, people.form.shared)
  forPhone = await invite(officePage, '何桂英', people.roles.gridWorker, /1单元/, people.form.own)

  const onTablet = await tablet.open(forTablet.link)
  await expect(onTablet.getByRole('heading', { level: 1 })).toContainText('春和苑')
  // Looked at, left, looked at again.
  await onTablet.reload()
  await expect(onTablet.getByLabel(join.code.label)).toBeVisible()
  await onTablet.goto(forTablet.link)
  await press(onTablet, join.look.go)
  await expect(onTablet.getByRole('heading', { level: 1 })).toContainText('唐玉珍')

  const onPhone = await phone.open(`${wire.origin}/join`)
  await onPhone.getByLabel(join.code.label).fill(forTablet.code)
  await press(onPhone, join.code.go)
  await expect(onPhone.getByRole('main')).toContainText(join.refused.invitationUsed)
  await onPhone.getByLabel(join.code.label).fill(forPhone.code.toLowerCase())
  await press(onPhone, join.code.go)
  await press(onPhone, join.look.go)
  await expect(onPhone.getByRole('heading', { level: 1 })).toContainText('何桂英')
})

test('4 both devices restart without a network and show Today from what they keep', async () => {
  // "Ready for offline" is only said when it is true.
  for (const profile of [tablet, phone]) {
    const page = profile.page
    await page.goto(`${wire.origin}/sync`)
    await expect(page.getByText(sync.ready).first()).toBeVisible({ timeout: 30_000 })
    await profile.close()
  }
  wire.cut()
  await expect((await tablet.open(wire.origin)).getByRole('heading', { level: 1 })).toContainText('唐玉珍')
  await expect((await phone.open(wire.origin)).getByRole('heading', { level: 1 })).toContainText('何桂英')
})

const counts: Record<Counter, number> = { right: 0, corrected: 0, unsorted: 0, resorted: 0, explained: 0 }

/** What a tally shows: its number, and how many of it are not on the disk yet. */
async function tally(page: Page, counter: Counter): Promise<{ shown: number; saved: number }> {
  const block = page.getByRole('button', { name: new RegExp(`^${bins.counter[counter]}，现在`) })
  const shown = Number(await block.locator('.tally-number').textContent())
  const waiting = (await block.getAttribute('data-waiting')) === null ? 0 : Number((await block.locator('.tally-plus b').first().textContent())?.replace('+', ''))
  return { shown, saved: shown - waiting }
}

async function tap(page: Page, counter: Counter): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${bins.counter[counter]}，现在`) }).click()
}

test('5 at the bins: a shift with everything in it, the browser killed in the middle, nothing shown as saved is gone', async () => {
  let page = tablet.page
  await page.goto(`${wire.origin}/bins`)
  await choose(page, bins.window.morning)
  await press(page, bins.start.go)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('东门')

  // The arrival checklist: one to fix, one not checked, the rest good.
  const check = (item: string, state: string) => page.getByRole('radiogroup', { name: bins.checks.item[item]! }).locator('label').filter({ hasText: state }).click()
  await check('lid', words.common.tri.toFix)
  await check('odour', words.common.tri.unchecked)
  await press(page, bins.checks.allGood)
  for (const stream of ['kitchen', 'other'] as const) {
    await page.getByRole('button', { name: new RegExp(`^${bins.streamFull[stream]}，`) }).click()
    await page.getByRole('button', { name: new RegExp(`^${bins.streamFull[stream]}，${bins.fill.empty}`) }).click()
  }

  const order: Counter[] = ['right', 'corrected', 'right', 'unsorted', 'right', 'resorted', 'right', 'explained']
  for (let index = 0; index < 60; index += 1) {
    const counter = order[index % order.length]!
    await tap(page, counter)
    // The same key twice within 150 ms is a wet glove; a person is slower.
    await page.waitForTimeout(90)
    counts[counter] += 1
  }

  // Killed at once: what was shown as saved must be there, what was not may be.
  const before = {} as Record<Counter, number>
  for (const counter of COUNTERS) before[counter] = (await tally(page, counter)).saved
  await tablet.kill()
  page = await tablet.open(`${wire.origin}/bins`)
  await press(page, bins.start.goOn)
  for (const counter of COUNTERS) {
    await expect(page.getByRole('button', { name: new RegExp(`^${bins.counter[counter]}，现在`) })).toBeVisible()
    const after = await tally(page, counter)
    expect(after.shown, counter).toBeGreaterThanOrEqual(before[counter])
    expect(after.shown, counter).toBeLessThanOrEqual(counts[counter])
    counts[counter] = after.shown
  }
  await expect(page.getByRole('radiogroup', { name: bins.checks.item['lid']! }).getByRole('radio', { name: words.common.tri.toFix })).toBeChecked()

  for (let index = 0; index < 60; index += 1) {
    const counter = order[index % order.length]!
    await tap(page, counter)
    await page.waitForTimeout(90)
    counts[counter] += 1
  }
  await page.getByRole('button', { name: bins.undo }).click()
  counts.unsorted -= 1
  await tap(page, 'right')
  counts.right += 1
  for (const counter of COUNTERS) await expect.poll(async () => (await tally(page, counter)).saved, { message: counter }).toBe(counts[counter])

  // Three incidents, one with a photo that says where it was taken.
  for (const [type, photo] of [['overflow', true], ['not_debagged', false], ['bag_left_beside', false]] as const) {
    await press(page, bins.photo)
    const kind = page.getByRole('button', { name: bins.incident.type[type] })
    if (!(await kind.isVisible())) await press(page, bins.incident.more)
    await kind.click()
    if (photo) {
      await page.locator('input[type=file]').setInputFiles({ name: 'DSC_0001.JPG', mimeType: 'image/jpeg', buffer: await photoWithGps() })
      await expect(page.getByRole('img', { name: bins.incident.photoOf })).toBeVisible()
    }
    await press(page, bins.incident.save)
    await expect(page.getByRole('button', { name: bins.undo })).toBeVisible()
  }

  await press(page, bins.whichBin)
  await page.getByLabel(whichBin.field).fill('榴莲')
  await expect(page.getByRole('main')).toContainText(whichBin.name.other)
  await page.goBack()

  await press(page, bins.handOver)
  const drops = counts.right + counts.corrected + counts.unsorted
  const percent = Math.round((counts.right / drops) * 100)
  await expect(page.getByRole('main')).toContainText(bins.summary.rateOf(drops))
  await expect(page.getByRole('main')).toContainText(`${percent}`)
  await page.getByLabel(bins.summary.note(bins.summary.next.morning)).fill('桶盖松了，记得看一眼')
  await press(page, bins.summary.handOver(bins.summary.next.morning))
  await press(page, bins.summary.yes)
  await expect(page.getByRole('main')).not.toContainText(bins.summary.yes)
  await page.screenshot({ path: '/tmp/try/summary.png' })
})
