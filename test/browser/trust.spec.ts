import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import type { PersonRow } from '#device/office.ts'
import type { Held } from '#domain/held.ts'
import { type Shift } from '#domain/bins/shift.ts'
import { countsOf } from '#domain/bins/tallies.ts'
import { readRescue } from '#domain/rescueFile.ts'
import { zh } from '#ui/words/zh/all.ts'
import { goTo } from './support/historySettled.ts'
import { aPort } from './support/aPort.ts'
import { answerTo } from './support/asOurPage.ts'
import { saysYes } from './support/letIn.ts'
import { onDisk, records } from './support/onDisk.ts'
import { Profile } from './support/profile.ts'
import { RealServer } from './support/server.ts'
import { enterAs, shut } from './support/walk.ts'

const PHONE = { width: 390, height: 844 }
const WORDS = '三楼的灯又坏了，晚上看不见'

const server = await RealServer.prepare(await aPort())
let office: Profile
let tablet: Profile
let phone: Profile

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  await server.start('--demo')
  office = await Profile.make({ width: 1280, height: 800 })
  tablet = await Profile.make(PHONE)
  phone = await Profile.make(PHONE)
})
test.afterAll(async () => {
  for (const profile of [office, tablet, phone]) await profile?.remove()
  await server.remove()
})

const key = (page: Page, name: string | RegExp) =>
  page.locator('button:visible, a:visible, label:visible').filter({ hasText: name }).first()
const tray = (page: Page) => page.locator('dialog.sheet')
const openTray = async (page: Page) => {
  await page.locator('.strip').click()
  await tray(page).waitFor()
}
/** Something only the office does online, from its own page. */
const ask = (page: Page, path: string, body?: unknown) => answerTo<unknown>(page, path, body)
const offline = (page: Page, is: boolean) => page.context().setOffline(is)
const unsentOn = async (page: Page) => (await onDisk(page))['outbox']?.length

test('the tray names every unsent thing with its reason and one thing to do, also after the browser was closed', async () => {
  const page = await tablet.open(`${server.origin}/`)
  await enterAs(page, server.origin, 'supervisor', zh)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await openTray(page)
  await expect(tray(page)).toContainText(zh.sync.titleDone)
  await shut(page)

  await goTo(page, `${server.origin}/bins`)
  const begin = page.locator('.bottom-bar .key-primary')
  if ((await begin.getAttribute('aria-disabled')) === 'true')
    await page.locator('fieldset').first().locator('label').first().click()
  await begin.click()
  await page.locator('.tally-main').waitFor()
  // The beginning of the shift has arrived; what is counted from here on has not.
  await expect.poll(() => unsentOn(page)).toBe(0)
  await server.kill()
  for (let tap = 0; tap < 3; tap += 1) {
    await page.locator('.tally-main').click()
    await page.waitForTimeout(250)
  }
  await expect(page.locator('.tally-main .tally-number')).toHaveText('3')
  await page
    .locator('.strip')
    .filter({ hasText: zh.sync.strip.waiting(1) })
    .waitFor()

  const look = async (shown: Page) => {
    await openTray(shown)
    const row = tray(shown).locator('.rows .row')
    await expect(row).toHaveCount(1)
    await expect(row).toContainText(zh.tray.why.noNetwork)
    await expect(row).toContainText(zh.tray.todo.open)
    await expect(tray(shown)).toContainText(zh.sync.changes(3))
  }
  await look(page)
  await key(page, zh.sync.now).click()
  await expect(page.getByText(zh.tray.answer.noWay)).toBeVisible()

  // Not killed: a browser keeps a new cookie in memory for half a minute, and without it nobody is known.
  await tablet.close()
  await look(await tablet.open(`${server.origin}/`))
})

test('everything unsent is saved as a file; the office takes it in, the tablet sends it too, the office takes it in again: each tap once', async () => {
  const page = tablet.page
  const [download] = await Promise.all([page.waitForEvent('download'), key(page, zh.sync.toFile).click()])
  await expect(page.getByText(zh.tray.filed)).toBeVisible()
  const path = await download.path()
  expect(download.suggestedFilename()).toMatch(/^linbian-.*\.txt$/)
  expect(readRescue(await readFile(path, 'utf8'))).toMatchObject({
    ok: true,
    value: { count: 3, damaged: [] },
  })

  // The tablet is without a network while the office has one.
  await offline(page, true)
  await server.start('--demo')
  const desk = await office.open(`${server.origin}/`)
  await enterAs(desk, server.origin, 'officer', zh)
  const bring = async () => {
    await goTo(desk, `${server.origin}/people`)
    await key(desk, zh.rescue.title).click()
    await desk.locator('input[type=file]').setInputFiles(path)
  }
  const taps = async () => {
    await expect.poll(async () => (await unsentOn(desk)) ?? 0).toBe(0)
    const shifts = (await records(desk)).filter((one): one is Shift => one.kind === 'shift')
    return Math.max(
      ...shifts.filter(({ closedAt }) => closedAt === undefined).map((one) => countsOf(one).right),
    )
  }
  await bring()
  await expect(desk.getByText(zh.rescue.taken(3))).toBeVisible()
  await expect.poll(taps).toBe(3)

  await offline(page, false)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await expect(tray(page)).toContainText(zh.sync.titleDone)
  await expect.poll(() => unsentOn(page)).toBe(0)
  await shut(page)

  await bring()
  await expect(desk.getByText(zh.rescue.here(3))).toBeVisible()
  await expect(desk.getByText(zh.rescue.taken(0))).toBeVisible()
  await expect.poll(taps).toBe(3)
})

test('the browser’s database is broken: the second copy still makes the file, and the office has every tap', async () => {
  const page = tablet.page
  await goTo(page, `${server.origin}/bins`)
  await page.locator('.bottom-bar .key-primary').click()
  await server.kill()
  await page.locator('.tally-main').click()
  await page
    .locator('.strip')
    .filter({ hasText: zh.sync.strip.waiting(1) })
    .waitFor()
  const copies = () => page.evaluate(async () => (await (await caches.open('copy linbian')).keys()).length)
  await expect.poll(copies).toBe(1)
  await page.context().addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('broken', 'UnknownError')
    }
  })
  await goTo(page, `${server.origin}/`)
  await expect(page.getByText(zh.start.notOpened.title)).toBeVisible()
  const [download] = await Promise.all([page.waitForEvent('download'), key(page, zh.start.toFile).click()])
  const path = await download.path()
  expect(readRescue(await readFile(path, 'utf8'))).toMatchObject({ ok: true, value: { count: 1 } })

  await server.start('--demo')
  const desk = office.page
  await goTo(desk, `${server.origin}/people/rescue`)
  await desk.locator('input[type=file]').setInputFiles(path)
  await expect(desk.getByText(zh.rescue.taken(1))).toBeVisible()
})

test('a file that is damaged, or not ours, is said so in one sentence', async () => {
  const desk = office.page
  const give = (text: string) =>
    desk
      .locator('input[type=file]')
      .setInputFiles({ name: 'linbian.txt', mimeType: 'text/plain', buffer: Buffer.from(text) })
  await give('会议记录')
  await expect(desk.getByText(zh.join.refused.rescueNotOurs)).toBeVisible()
  await give('{"linbian":"unsent","v":2')
  await expect(desk.getByText(zh.join.refused.rescueDamaged)).toBeVisible()
})

test('the office sees its tablets, when each was heard of, and that a file of one was taken in', async () => {
  const desk = office.page
  await goTo(desk, `${server.origin}/people`)
  const row = desk.locator('.people .rows .row').filter({ hasText: zh.people.rescued('', 1).trim() })
  await expect(row).toHaveCount(1)
  await expect(row).toContainText(
    zh.people.lastContact(zh.common.dates.today).split(zh.common.dates.today)[1] ?? '',
  )
})

/** The volunteer’s duty ends while their phone has no network; another one goes on, so that they still read their own. */
async function dutyEnds(desk: Page): Promise<void> {
  const meta = (await onDisk(phone.page))['meta'] as readonly { readonly person?: string }[]
  const me = meta.find((row) => row.person !== undefined)?.person
  const { people } = (await ask(desk, '/api/people')) as { people: readonly PersonRow[] }
  const person = people.find((one) => one.person === me)!
  const duties = person.appointments
  const { place, from } = duties[0]!
  const form = { name: person.name, role: 'party', place, from, deviceKind: 'own', person: person.person }
  const made = (await ask(desk, '/api/invitations', form)) as { code: string }
  const second = await Profile.make(PHONE)
  const there = await second.open(server.origin)
  const joins = { key: made.code, deviceKind: 'own', attempt: crypto.randomUUID() }
  const { waiting } = (await ask(there, '/api/join', joins)) as { waiting: string }
  await saysYes((path, body) => ask(desk, path, body), waiting)
  await ask(there, '/api/join', joins)
  await second.remove()
  for (const { role, place: where } of duties)
    await ask(desk, '/api/appointments/end', { person: person.person, role, place: where, to: '2020-01-01' })
}

test('what was not taken is read in its own words, corrected offline over a restart, and taken by the office', async () => {
  const page = await phone.open(`${server.origin}/`)
  await enterAs(page, server.origin, 'gridWorker', zh)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await goTo(page, `${server.origin}/feedback`)
  await page.locator('a.remark').first().click()
  const remark = page.url()
  await offline(page, true)
  await key(page, zh.feedback.detail.note).click()
  await page.locator('dialog textarea').fill(WORDS)
  await key(page, zh.common.save).click()
  await page
    .locator('.strip')
    .filter({ hasText: zh.sync.strip.waiting(1) })
    .waitFor()

  await dutyEnds(office.page)
  await offline(page, false)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await page.locator('.strip').filter({ hasText: zh.sync.strip.decide }).click()
  await key(page, zh.held.look).click()
  await expect(page.locator('.held')).toContainText(WORDS)
  await expect(page.locator('.held')).toContainText(zh.sync.held.notAllowed)
  expect(remark).toContain('/feedback/')

  await offline(page, true)
  await key(page, zh.held.again).click()
  const began = await page.evaluate(() => new Date().toISOString())
  await page.getByLabel(zh.held.field['text']!).first().fill(`${WORDS}，麻烦快点`)
  // What is half-written is kept a moment after the last letter.
  await expect
    .poll(async () => ((await onDisk(page))['drafts'] as { at: string }[]).some(({ at }) => at >= began))
    .toBe(true)
  const at = page.url()
  await server.kill()
  await phone.close()
  const back = await phone.open(at)
  await key(back, zh.held.again).click()
  await expect(back.getByLabel(zh.held.field['text']!).first()).toHaveValue(`${WORDS}，麻烦快点`)
  await key(back, zh.held.send).click()
  await expect(back.getByText(zh.held.sent)).toBeVisible()
  await server.start('--demo')
  await back.evaluate(() => dispatchEvent(new Event('online')))
  await expect.poll(() => unsentOn(back)).toBe(0)

  const desk = office.page
  await goTo(desk, `${server.origin}/`)
  await desk.locator('.strip').filter({ hasText: zh.sync.strip.decide }).click()
  await expect(tray(desk)).toContainText(`${WORDS}，麻烦快点`)
  await key(desk, zh.held.look).click()
  await key(desk, zh.held.take).click()
  await expect(desk.getByText(zh.held.taken, { exact: true })).toBeVisible()
  // A note stands at the remark, or at the order that came of it.
  const told = async () =>
    (await records(desk))
      .filter(({ kind }) => kind !== 'held')
      .flatMap((one) => JSON.stringify(one).match(new RegExp(`${WORDS}[^"]*`, 'g')) ?? [])
  await expect.poll(told).toEqual([`${WORDS}，麻烦快点`])
  const kept = (await records(desk)).filter((one): one is Held => one.kind === 'held')
  expect(kept.filter(({ status }) => status === 'open')).toEqual([])
})
