import { expect, type Page, test } from '@playwright/test'
import { Buffer } from 'node:buffer'
import type { Incident } from '#domain/bins/incident.ts'
import type { Order } from '#domain/ledger/order.ts'
import { type Shift } from '#domain/bins/shift.ts'
import { COUNTERS, type Counter, countsOf } from '#domain/bins/tallies.ts'
import type { VisitOutcome } from '#domain/doors/visit.ts'
import { bins } from '#ui/words/zh/bins.ts'
import { checks } from '#ui/words/zh/checks.ts'
import { shift } from '#ui/words/zh/shift.ts'
import { incident } from '#ui/words/zh/incident.ts'
import { common } from '#ui/words/zh/common.ts'
import { danger } from '#ui/words/zh/danger.ts'
import { doors } from '#ui/words/zh/doors.ts'
import { feedback } from '#ui/words/zh/feedback.ts'
import { join } from '#ui/words/zh/join.ts'
import { people } from '#ui/words/zh/people.ts'
import { rounds } from '#ui/words/zh/rounds.ts'
import { setup } from '#ui/words/zh/setup.ts'
import { officeDay } from '#ui/words/zh/officeDay.ts'
import { sync } from '#ui/words/zh/sync.ts'
import { whichBin } from '#ui/words/zh/whichBin.ts'
import { goTo, historySettled } from './support/historySettled.ts'
import { aPort } from './support/aPort.ts'
import { asOurPage } from './support/asOurPage.ts'
import { onDisk } from './support/onDisk.ts'
import { asksBy, letIn } from './support/letIn.ts'
import { photoWithGps, roster } from './support/papers.ts'
import { choosePin, PIN, unlock } from './support/pin.ts'
import { Profile } from './support/profile.ts'
import { keepRelease, RELEASE_PORT } from './support/release.ts'
import { RealServer } from './support/server.ts'
import { Wire } from './support/wire.ts'

const words = { common }
const PHONE = { width: 390, height: 844 }
const TABLET = { width: 1280, height: 800 }
const PASSPHRASE = '锦江边上慢慢走一走看灯'

/** A release is kept as `EVERY_SPEC=1 KEEP_RELEASE=0.1.0 npm run test:browser day`: what its devices hold, for the builds after it. */
const KEEP = process.env['KEEP_RELEASE']

const port = KEEP ? RELEASE_PORT : await aPort()
let server: RealServer
let wire: Wire
let office: Profile
let tablet: Profile
let phone: Profile
let steward: Profile

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  wire = await Wire.lay(port, port + 1)
  server = await RealServer.prepare(port + 1, wire.origin)
  await server.start()
  office = (await Profile.make(TABLET)).answers()
  tablet = await Profile.make(TABLET)
  phone = (await Profile.make(PHONE)).answers()
  steward = (await Profile.make(PHONE)).answers()
})

test.afterAll(async () => {
  for (const profile of [office, tablet, phone, steward]) await profile?.remove()
  await wire?.take()
  await server?.remove()
})

/** A key, whether it does something or leads somewhere. */
const press = (page: Page, name: string) =>
  page
    .getByRole('button', { name, exact: true })
    .or(page.getByRole('link', { name, exact: true }))
    .first()
    .click()

/** Answers stand in labels; the round box itself is for screen readers. */
const choose = (page: Page, name: string) => page.locator('label').filter({ hasText: name }).first().click()

interface Invited {
  readonly link: string
  readonly code: string
}

/** A tablet that goes from hand to hand is locked whenever its page begins anew. */
const TANG = '唐玉珍'

/** The office makes one invitation and reads it off the card. */
async function invite(
  page: Page,
  name: string,
  role: string,
  where: string | RegExp,
  device: string,
): Promise<Invited> {
  await goTo(page, `${wire.origin}/people/invite`)
  await page.getByLabel(people.form.name).fill(name)
  if (!(await page.locator('label').filter({ hasText: role }).isVisible()))
    await press(page, people.form.moreRoles)
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
const inviter = () => asksBy(officePage)

let names: readonly string[] = []

test('1–2 the office sets up a compound from a spreadsheet, and sees what was understood before it enters', async () => {
  const table = await roster(19)
  names = table.names
  officePage = await office.open(`${wire.origin}/setup#${server.setUpCode}`)
  const page = officePage
  await expect(page.getByLabel(setup.code.label)).toHaveValue(server.setUpCode)
  await press(page, setup.code.go)
  await page.getByLabel(setup.name.label).fill('春和苑')
  await press(page, setup.next)
  await press(page, setup.buildings.import)
  await page
    .getByLabel(setup.sheet.choose)
    .setInputFiles({ name: '住户.xlsx', mimeType: '', buffer: table.file })
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
  await expect(page.getByRole('heading', { name: setup.done.title('春和苑') }).first()).toBeVisible({
    timeout: 30_000,
  })
  await press(page, setup.done.today)
  // As soon as the first sync says who they are; till then it greets them by name.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(officeDay.title)
})

let forTablet: Invited
let forPhone: Invited
let forSteward: Invited

test('3 nobody gets in without an invitation; looking uses none up, confirming does, a second use is refused in words', async () => {
  forTablet = await invite(officePage, '唐玉珍', people.roles.supervisor, people.whole, people.form.shared)
  forPhone = await invite(officePage, '何桂英', people.roles.gridWorker, /1单元/, people.form.own)

  forSteward = await invite(officePage, '李师傅', people.roles.steward, people.whole, people.form.own)

  const onTablet = await tablet.open(forTablet.link)
  await expect(onTablet.getByRole('heading', { level: 1 })).toContainText('春和苑')
  // Looked at, left, looked at again.
  await onTablet.reload()
  await expect(onTablet.getByLabel(join.code.label)).toBeVisible()
  await goTo(onTablet, forTablet.link)
  await letIn(onTablet, inviter())
  await choosePin(onTablet, TANG)
  await expect(onTablet.getByRole('heading', { level: 1 })).toContainText('唐玉珍')

  const onPhone = await phone.open(`${wire.origin}/join`)
  await onPhone.getByLabel(join.code.label).fill(forTablet.code)
  await press(onPhone, join.code.go)
  await expect(onPhone.getByRole('main')).toContainText(join.refused.invitationUsed)
  await onPhone.getByLabel(join.code.label).fill(forPhone.code.toLowerCase())
  await press(onPhone, join.code.go)
  await letIn(onPhone, inviter())
  await expect(onPhone.getByRole('heading', { level: 1 })).toContainText('何桂英')
})

test('4 both devices restart without a network and show Today from what they keep', async () => {
  // "Ready for offline" is only said when it is true.
  for (const profile of [tablet, phone]) {
    const page = profile.page
    await goTo(page, `${wire.origin}/sync`)
    if (profile === tablet) await unlock(page, TANG)
    await expect(page.getByText(sync.ready).first()).toBeVisible({ timeout: 30_000 })
    await profile.close()
  }
  wire.cut()
  const locked = await tablet.open(wire.origin)
  await unlock(locked, TANG)
  await expect(locked.getByRole('heading', { level: 1 })).toContainText(TANG)
  await expect((await phone.open(wire.origin)).getByRole('heading', { level: 1 })).toContainText('何桂英')
})

const counts: Record<Counter, number> = { right: 0, corrected: 0, unsorted: 0, resorted: 0, explained: 0 }

/** What a tally shows: its number, and how many of it are not on the disk yet. */
async function tally(page: Page, counter: Counter): Promise<{ shown: number; saved: number }> {
  const block = page.getByRole('button', { name: new RegExp(`^${bins.counter[counter]}，现在`) })
  const shown = Number(await block.locator('.tally-number').textContent())
  const waiting =
    (await block.getAttribute('data-waiting')) === null
      ? 0
      : Number((await block.locator('.tally-plus b').first().textContent())?.replace('+', ''))
  return { shown, saved: shown - waiting }
}

async function tap(page: Page, counter: Counter): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${bins.counter[counter]}，现在`) }).click()
}

test('5 at the bins: a shift with everything in it, the browser killed in the middle, nothing shown as saved is gone', async () => {
  let page = tablet.page
  await goTo(page, `${wire.origin}/bins`)
  await unlock(page, TANG)
  await choose(page, bins.window.morning)
  await press(page, bins.start.go)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('东门')

  // The arrival checklist: one to fix, one not checked, the rest good.
  const check = (item: string, state: string) =>
    page
      .getByRole('radiogroup', { name: checks.item[item]! })
      .locator('label')
      .filter({ hasText: state })
      .click()
  await check('lid', words.common.tri.toFix)
  await check('odour', words.common.tri.unchecked)
  await press(page, checks.allGood)
  for (const stream of ['kitchen', 'other'] as const) {
    await page.getByRole('button', { name: new RegExp(`^${bins.streamFull[stream]}，`) }).click()
    await page
      .getByRole('button', { name: new RegExp(`^${bins.streamFull[stream]}，${bins.fill.empty}`) })
      .click()
  }

  const order: Counter[] = [
    'right',
    'corrected',
    'right',
    'unsorted',
    'right',
    'resorted',
    'right',
    'explained',
  ]
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
  await unlock(page, TANG)
  await press(page, bins.start.goOn)
  for (const counter of COUNTERS) {
    await expect(
      page.getByRole('button', { name: new RegExp(`^${bins.counter[counter]}，现在`) }),
    ).toBeVisible()
    await expect
      .poll(async () => (await tally(page, counter)).shown, { message: counter })
      .toBeGreaterThanOrEqual(before[counter])
    const after = await tally(page, counter)
    expect(after.shown, counter).toBeLessThanOrEqual(counts[counter])
    counts[counter] = after.shown
  }
  await expect(
    page
      .getByRole('radiogroup', { name: checks.item['lid']! })
      .getByRole('radio', { name: words.common.tri.toFix }),
  ).toBeChecked()

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
  for (const counter of COUNTERS)
    await expect
      .poll(async () => (await tally(page, counter)).saved, { message: counter })
      .toBe(counts[counter])

  // Three incidents, one with a photo that says where it was taken.
  for (const [type, photo] of [
    ['overflow', true],
    ['not_debagged', false],
    ['bag_left_beside', false],
  ] as const) {
    await press(page, bins.photo)
    const kind = page.getByRole('button', { name: incident.type[type] })
    await expect(page.getByRole('button', { name: incident.more, exact: true })).toBeVisible()
    if (!(await kind.isVisible())) await press(page, incident.more)
    await kind.click()
    if (photo) {
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'DSC_0001.JPG', mimeType: 'image/jpeg', buffer: await photoWithGps() })
      await expect(page.getByRole('img', { name: incident.photoOf })).toBeVisible()
    }
    await press(page, incident.save)
    await expect(page.getByRole('button', { name: bins.undo })).toBeVisible()
  }

  await press(page, bins.whichBin)
  await page.getByLabel(whichBin.field).fill('榴莲')
  await expect(page.getByRole('main')).toContainText(whichBin.name.other)
  await historySettled(page)
  await page.goBack()

  await press(page, bins.handOver)
  const drops = counts.right + counts.corrected + counts.unsorted
  const percent = Math.round((counts.right / drops) * 100)
  await expect(page.getByRole('main')).toContainText(bins.summary.rateOf(drops))
  await expect(page.getByRole('main')).toContainText(`${percent}`)
  await page.getByLabel(bins.summary.note(bins.summary.next.morning)).fill('桶盖松了，记得看一眼')
  await press(page, shift.keepNote)
  await expect(page.locator('.summary-note')).toHaveText('桶盖松了，记得看一眼')
})

const OUTCOMES = [
  ['met', 'noAnswer', 'met', 'appointment', 'met', 'noAnswer'],
  ['phone', 'met', 'leftNote', 'noAnswer', 'refused', 'met'],
].flat() as VisitOutcome[]

/** One remark: kind, words, and what else; answers nothing until it is kept. */
async function remark(page: Page, kind: string, text: string, more?: () => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: kind }).click()
  await page.getByLabel(feedback.capture.words).fill(text)
  await more?.()
  await press(page, common.save)
  await expect(page.getByText(feedback.capture.saved)).toBeVisible()
}

test('6 at the doors: twelve doors, five remarks, one closed on the spot, one that is phoned first; the windows light up', async () => {
  const page = phone.page
  await goTo(page, `${wire.origin}/doors`)
  await press(page, doors.start)
  // A second touch within 400 ms is a shaking hand.
  const touch = async (name: string) => {
    await page.waitForTimeout(450)
    await press(page, name)
  }
  /** What is asked once somebody was reached, or wants nobody, or somebody another time. */
  const then: Partial<Record<VisitOutcome, string>> = {
    met: rounds.door.unchanged,
    phone: rounds.door.unchanged,
    appointment: rounds.door.next,
    refused: rounds.door.quietNone,
  }
  for (const [nth, outcome] of OUTCOMES.entries()) {
    const door = (await page.locator('.visit-door').textContent()) ?? ''
    if (outcome === 'met' || outcome === 'noAnswer') await touch(doors.round[outcome])
    else {
      await touch(doors.round.other)
      await touch(doors.outcome[outcome])
    }
    const more = then[outcome]
    if (nth + 1 === OUTCOMES.length) {
      await touch(rounds.door.remark)
      await remark(page, feedback.capture.keys.lighting, '灯不亮，晚上看不见，老人怕摔')
    } else if (more) await touch(more)
    await expect(page.locator('.visit-door')).not.toHaveText(door)
  }
  await expect(page.locator('.visit-count b')).toHaveText(String(OUTCOMES.length))

  const another = () => goTo(page, `${wire.origin}/feedback/new`)
  await another()
  await remark(
    page,
    feedback.capture.keys.noise.replace('\n', ' '),
    '楼上半夜拖板凳，我妈睡不着',
    async () => {
      await press(page, feedback.capture.swap)
      await page.getByLabel(feedback.capture.who).fill('何叔叔')
      await page.getByRole('dialog').getByRole('button', { name: common.close, exact: true }).click()
    },
  )
  await another()
  await remark(page, feedback.capture.keys.dirt.replace('\n', ' '), '门厅有脏水，踩得到处都是', () =>
    choose(page, feedback.capture.fixed),
  )
  await another()
  await remark(page, feedback.capture.keys.elevator, '电梯按钮按不动，要按几次')

  await another()
  await page.getByLabel(feedback.capture.words).fill('2单元8楼过道煤气味重得很')
  const alarm = page.getByRole('alert').filter({ hasText: danger.title })
  await expect(alarm).toBeVisible()
  await expect(alarm.getByRole('link', { name: /119/ })).toHaveAttribute('href', 'tel:119')
  await expect(alarm.getByRole('link', { name: /028-85550101/ })).toBeVisible()
  // Above everything: nothing of the form stands higher.
  const top = (await alarm.boundingBox())?.y ?? Infinity
  expect(top).toBeLessThan((await page.getByLabel(feedback.capture.words).boundingBox())?.y ?? 0)
  await press(page, danger.made)
  await expect(alarm).toBeHidden()
  await press(page, common.save)
  await expect(page.getByText(feedback.capture.saved)).toBeVisible()

  await goTo(page, `${wire.origin}/doors`)
  const lit = OUTCOMES.filter((outcome) => outcome === 'met' || outcome === 'phone').length
  await expect(page.getByText(doors.reached(String(lit), '74')).first()).toBeVisible()
})

if (KEEP) {
  test('what this build leaves on its devices is kept for the builds after it', async () => {
    const draft = '五楼的灯，写到一半'
    await goTo(phone.page, `${wire.origin}/feedback/new`)
    await phone.page.getByLabel(feedback.capture.words).fill(draft)
    await goTo(phone.page, wire.origin)
    await tablet.close()
    await phone.close()
    await server.kill()
    await keepRelease(
      KEEP,
      server.dataDir,
      { tablet: tablet.folder, phone: phone.folder },
      {
        sums: { counts, incidents: 3, visits: OUTCOMES.length, remarks: 5, closed: 1 },
        draft,
        officer: { name: '林老师', passphrase: PASSPHRASE },
        tablet: { name: TANG, pin: PIN },
      },
    )
    await server.start()
    await unlock(await tablet.open(wire.origin), TANG)
    await phone.open(wire.origin)
  })
}

/** The number that stands over the rows of one block of the office's day. */
/** Waits: a page may be shown while the last records are still on their way to it. */
async function figureIs(page: Page, block: string, count: number): Promise<void> {
  const section = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: block, exact: true }) })
  await expect
    .poll(async () => Number((await section.locator('.figure-value').textContent())?.replace(/\D/g, '')))
    .toBe(count)
}

test('7 back online: both sync by themselves though the server falls in the middle; each sees what they may', async () => {
  test.setTimeout(300_000)
  wire.mend()
  wire.breakAfter(8_000)
  await expect.poll(() => wire.isCut, { timeout: 90_000 }).toBe(true)
  await server.kill()
  await server.start()
  wire.mend()
  for (const page of [tablet.page, phone.page]) {
    await expect(page.getByRole('status').filter({ hasText: sync.strip.done })).toBeVisible({
      timeout: 120_000,
    })
  }

  const page = officePage
  await goTo(page, wire.origin)
  await expect(page.getByRole('main')).toContainText('灯不亮，晚上看不见，老人怕摔')
  const main = page.getByRole('main')
  for (const said of ['楼上半夜拖板凳', '门厅有脏水', '电梯按钮按不动', '煤气味重得很']) {
    await expect(main.getByText(said)).toHaveCount(said === '门厅有脏水' ? 2 : 1)
  }
  await expect(main).toContainText('唐玉珍')
  await expect(main).toContainText('何桂英')

  // The photo came through, and what it said of where it was taken did not.
  const photos = () =>
    server.records().flatMap((one) => (one.kind === 'incident' ? (one as Incident).photos : []))
  await expect.poll(photos).toHaveLength(1)
  const photo = photos()
  await expect
    .poll(() => bytesOf(page, `/api/photos/${photo[0]}`).then((bytes) => bytes.length))
    .toBeGreaterThan(1000)
  const bytes = await bytesOf(page, `/api/photos/${photo[0]}`)
  expect(bytes.subarray(0, 2).toString('hex')).toBe('ffd8')
  expect(bytes.includes('Exif')).toBe(false)
  expect(bytes.length).toBeLessThanOrEqual(300 * 1024)

  // The steward sees what is given to them, without who said it.
  const fixer = await steward.open(forSteward.link)
  await letIn(fixer, inviter())
  await expect(fixer.getByRole('heading', { level: 1 })).toContainText('李师傅')
  await page.reload()
  await main.getByText('楼上半夜拖板凳').click()
  await press(page, feedback.detail.assign)
  await page.getByRole('dialog').getByText('李师傅').click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await goTo(fixer, `${wire.origin}/feedback`)
  await expect(fixer.getByText('楼上半夜拖板凳').first()).toBeVisible({ timeout: 90_000 })
  await expect
    .poll(
      () => server.records().some((one) => one.kind === 'order' && (one as Order).assignee !== undefined),
      { timeout: 90_000 },
    )
    .toBe(true)
  expect(JSON.stringify(await onDisk(fixer))).not.toContain('何叔叔')
  // Who wrote it down can read it, and nobody who finds the phone.
  expect(JSON.stringify(await onDisk(phone.page))).not.toContain('何叔叔')
  expect(JSON.stringify(server.records())).toContain('何叔叔')

  // The shared tablet has never received a resident's name.
  const kept = JSON.stringify(await onDisk(tablet.page))
  expect(kept).toContain('东门投放点')
  expect(names.filter((name) => kept.includes(name))).toEqual([])
})

async function bytesOf(page: Page, path: string): Promise<Buffer> {
  const { status, bytes } = await asOurPage(page, path)
  return status === 200 ? Buffer.from(bytes, 'base64') : Buffer.alloc(0)
}

test('8 the trace: every number on the office’s page is the sum of the records below it', async () => {
  const page = officePage
  await goTo(page, wire.origin)
  await expect(page.getByRole('main')).toContainText('唐玉珍')
  let all: ReturnType<RealServer['records']> = []
  await expect(() => {
    all = server.records()
    const shifts = all.filter((one): one is Shift => one.kind === 'shift')
    expect(shifts).toHaveLength(1)
    const tapped = Object.fromEntries(
      COUNTERS.map((counter) => [counter, shifts.reduce((sum, one) => sum + countsOf(one)[counter], 0)]),
    )
    expect(tapped).toEqual(counts)
  }).toPass()

  const office = officeDay
  const drops = counts.right + counts.corrected + counts.unsorted
  await figureIs(page, office.shifts, drops)
  await expect(page.getByRole('main')).toContainText(
    office.dropsSub(counts.right, counts.corrected, counts.unsorted),
  )
  await expect(page.getByRole('main')).toContainText(`${Math.round((counts.right / drops) * 100)}%`)
  await figureIs(page, office.incidents, all.filter((one) => one.kind === 'incident' && !one.voided).length)
  await figureIs(page, office.visits, all.filter((one) => one.kind === 'visit' && !one.voided).length)
  await figureIs(page, office.remarks, all.filter((one) => one.kind === 'feedback' && !one.voided).length)
  await figureIs(
    page,
    office.orders,
    all.filter((one) => one.kind === 'order' && (one as Order).closedAt !== undefined).length,
  )
  // And the day itself: twelve doors, five remarks, three incidents, one order closed on the spot.
  await figureIs(page, office.visits, OUTCOMES.length)
  await figureIs(page, office.remarks, 5)
  await figureIs(page, office.incidents, 3)
  await figureIs(page, office.orders, 1)
})
