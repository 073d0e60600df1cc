import { type Browser, expect, type Page, test } from '@playwright/test'
import { Buffer } from 'node:buffer'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { Order } from '#domain/ledger/order.ts'
import type { Resolution } from '#domain/council/resolution.ts'
import type { Role } from '#domain/roles.ts'
import { addDays, dayOf } from '#domain/workingDays.ts'
import { CAST } from '#server/demo/cast.ts'
import { goTo } from './support/historySettled.ts'
import { aPort } from './support/aPort.ts'
import { bare, pdfText } from '#test/support/pdfText.ts'
import { zh } from '#ui/words/zh/all.ts'
import { Keyboard } from './support/keyboard.ts'
import { records, sent } from './support/onDisk.ts'
import { photoWithGps } from './support/papers.ts'
import { Profile } from './support/profile.ts'
import { RealServer } from './support/server.ts'
import { enterAs } from './support/walk.ts'

const { atCouncil, common, council, doors, feedback, ledger, month, rounds, wall } = zh

/** What an old woman says at her door. It is written down once, there. */
const SENTENCE = '楼道灯不亮，老人怕摔'
/** The only thing that is new after it: what the council decides. */
const DECISION = '换声控的，走廊都换'
const TITLE = wall.story.title(feedback.capture.categories.lighting)
const STEWARD = CAST.order[0]

const PHONE = { width: 390, height: 844 }
const TABLET = { width: 1280, height: 800 }

const server = await RealServer.prepare(await aPort())
const keyboard = new Keyboard()
const people: Profile[] = []
let worker: Page
let manager: Page
let owners: Page
let steward: Page
let officer: Page
let photos: readonly Buffer[] = []
/** Who opened the door; the roster knew. */
let asker = ''
let before: { readonly of: number; readonly n: number }

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  await server.start('--demo')
  photos = [await photoWithGps(2400, 1800), await photoWithGps(1600, 1200)]
  worker = await comes('gridWorker', PHONE)
  manager = await comes('manager', TABLET)
  owners = await comes('owners', TABLET)
  steward = await comes('steward', PHONE)
  officer = await comes('officer', PHONE)
})
test.afterAll(async () => {
  for (const one of people) await one.remove()
  await server.remove()
})

/** Somebody with a device of their own, whose hands are watched from the first screen on. */
async function comes(role: Role, size: { width: number; height: number }): Promise<Page> {
  const profile = await Profile.make(size)
  people.push(profile)
  const page = await profile.open(`${server.origin}/`)
  await enterAs(page, server.origin, role, zh)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await keyboard.watch(page, role)
  await home(page)
  return page
}

/** As it opens when the app is started. */
async function home(page: Page): Promise<void> {
  await goTo(page, `${server.origin}/`)
  await page.locator('.nav').waitFor()
}

const to = (page: Page, path: string) => page.locator(`a[href="${path}"]:visible`).first().click()
const press = (page: Page, name: string | RegExp) =>
  page
    .getByRole('button', { name, exact: true })
    .or(page.getByRole('link', { name, exact: true }))
    .first()
    .click()
const choose = (page: Page, name: string) =>
  page.locator('label:visible').filter({ hasText: name }).first().click()
const takes = (page: Page, nth: number) =>
  page
    .locator('input[type=file]')
    .last()
    .setInputFiles({ name: `DSC_000${nth + 1}.JPG`, mimeType: 'image/jpeg', buffer: photos[nth]! })

/** On the desk it is said to hang, and no longer only on this device. */
async function hangs(page: Page, title: string): Promise<void> {
  const row = page.getByRole('list', { name: wall.hangs }).locator('a.row').filter({ hasText: title })
  await expect(row).toHaveCount(1)
  await sent(page)
  await expect(row).not.toContainText(wall.here)
}

async function known<R extends { readonly kind: string }>(
  page: Page,
  kind: R['kind'],
  is: (one: R) => boolean,
): Promise<R> {
  const [found] = ((await records(page)) as unknown as R[]).filter((one) => one.kind === kind && is(one))
  expect(found).toBeDefined()
  return found!
}
const remark = (page: Page) => known<Feedback>(page, 'feedback', (one) => one.text === SENTENCE)
const order = (page: Page) => known<Order>(page, 'order', (one) => one.text === SENTENCE)

/** How many matters the month has, and how many of them are done, as its screen says. */
async function monthOf(page: Page): Promise<{ of: number; n: number }> {
  await home(page)
  await to(page, '/month')
  await page.locator('.month').waitFor()
  const said = /(\d+) 件事，办完 (\d+) 件/.exec(await page.locator('.month').innerText())
  return { of: Number(said?.[1] ?? 0), n: Number(said?.[2] ?? 0) }
}

test('1 at the door, without a network: the sentence, its place and a picture are kept, and are there after a reload', async () => {
  keyboard.step = 'before'
  before = await monthOf(officer)

  await worker.context().setOffline(true)
  keyboard.step = '1 at the door'
  await to(worker, '/doors')
  await press(worker, doors.start)
  await press(worker, doors.round.met)
  await press(worker, rounds.door.remark)
  // It was said at a door, and is about the corridor before it.
  await press(worker, feedback.capture.swap)
  await press(worker, new RegExp(`^${feedback.capture.here}`))
  const place = worker.locator('.place-row')
  await expect(place).toContainText(feedback.capture.said(''))
  asker = /(\p{Script=Han}{2,3})说的/u.exec(await place.locator('button').first().innerText())?.[1] ?? ''
  expect(asker).not.toBe('')
  await press(worker, feedback.capture.keys.lighting)
  await worker.getByLabel(feedback.capture.words).pressSequentially(SENTENCE)
  await takes(worker, 0)
  await choose(worker, feedback.drawers.visible_plan)
  await press(worker, common.save)
  await expect(worker.getByText(feedback.capture.saved)).toBeVisible()
  expect(keyboard.typed()).toEqual([
    { who: 'gridWorker', step: '1 at the door', field: feedback.capture.words, text: SENTENCE },
  ])
  keyboard.theFirstSentenceIsSaved()

  keyboard.step = 'looking'
  await goTo(worker, `${server.origin}/feedback`)
  const row = worker.locator('a.remark').filter({ hasText: SENTENCE })
  await expect(row).toHaveCount(1)
  await worker.reload()
  await expect(row).toHaveCount(1)
  await row.click()
  await expect(worker.locator('.pair-photo img')).toBeVisible()
  await worker.context().setOffline(false)
  await sent(worker)
  expect((await remark(worker)).photos).toHaveLength(1)
  expect(await order(worker)).toMatchObject({ track: 'visible_plan', status: 'open' })
})

test('2 the manager finds it in the ledger and gives it to a steward', async () => {
  keyboard.step = '2 the ledger'
  await to(manager, '/ledger')
  await to(manager, '/ledger/dispatch')
  await manager.locator('.dispatch-row').filter({ hasText: SENTENCE }).click()
  await manager.getByLabel(ledger.desk.who).selectOption({ label: STEWARD })
  await press(manager, ledger.desk.go)
  await expect(manager.getByText(ledger.desk.given(STEWARD))).toBeVisible()
  await sent(manager)
})

test('3 the council: the agenda made in one tap has it in its own words; what is decided is given to him with a day', async () => {
  keyboard.step = '3 the council'
  await to(owners, '/council')
  await press(owners, council.call)
  await owners.locator('dialog').getByRole('button', { name: council.callGo }).click()
  await press(owners, council.build)
  const item = owners.locator('.council-list a.row').filter({ hasText: SENTENCE })
  await expect(item).toHaveCount(1)
  await item.click()
  await expect(owners.locator('.council-head h2')).toHaveText(SENTENCE)
  await owners.getByLabel(council.decision).pressSequentially(DECISION)
  const who = owners.getByLabel(council.who)
  await who.selectOption(await who.locator('option').filter({ hasText: STEWARD }).getAttribute('value'))
  const day = addDays(dayOf(new Date().toISOString()), 7)
  await owners.getByLabel(council.due).fill(day)
  await owners.locator('.bottom-bar .key-primary').click()
  await expect(owners.getByText(council.ruling.agreed).first()).toBeVisible()
  await sent(owners)
  expect(await known<Resolution>(owners, 'resolution', (one) => one.text === DECISION)).toMatchObject({
    due: day,
    assignee: (await order(owners)).assignee,
  })
})

test('4 the steward repairs it: the picture afterwards stands beside the first one, and the resolution is done with it', async () => {
  keyboard.step = '4 the repair'
  await expect(steward.locator('a.row').filter({ hasText: DECISION })).toBeVisible()
  await to(steward, '/feedback')
  await choose(steward, feedback.drawers.visible_plan)
  await steward.locator('a.remark').filter({ hasText: SENTENCE }).click()
  await expect(steward.locator('.detail-text')).toHaveText(SENTENCE)
  // She did not say that he may know who she is.
  await expect(steward.getByRole('main')).not.toContainText(asker)
  await press(steward, feedback.detail.close)
  await takes(steward, 1)
  // What was decided of it is said in the same breath, unless he takes it out.
  await expect(
    steward.locator('dialog').getByRole('button', { name: atCouncil.alsoDone(DECISION), pressed: true }),
  ).toBeVisible()
  // Saved right after the shutter: the picture is in it all the same.
  await steward.locator('dialog').getByRole('button', { name: common.save, exact: true }).click()
  await expect(steward.locator('.pair-photo img')).toHaveCount(2)
  await expect(steward.locator('.fact-done')).toHaveText(new RegExp(feedback.detail.facts.handled))

  await home(steward)
  await expect(steward.locator('a.row').filter({ hasText: DECISION })).toHaveCount(0)
  await sent(steward)
  expect(await known<Resolution>(steward, 'resolution', (one) => one.text === DECISION)).toMatchObject({
    state: 'done',
  })
})

test('5 whoever heard it tells the asker, who is content', async () => {
  keyboard.step = '5 the callback'
  await home(worker)
  await to(worker, '/ledger')
  await worker.locator('a.row').filter({ hasText: SENTENCE }).click()
  await press(worker, feedback.detail.told(asker))
  await press(worker, feedback.detail.results.satisfied)
  await expect(worker.locator('.fact-done')).toHaveCount(2)
  await expect(worker.locator('.story')).toContainText(feedback.detail.results.satisfied)
  await sent(worker)
})

test('6 the month counts it, on the screen, on A4 and in what goes to the wall', async () => {
  keyboard.step = '6 the month'
  // Her device hears of it when it hears of it.
  await expect(async () => {
    expect(await monthOf(officer)).toEqual({ of: before.of + 1, n: before.n + 1 })
  }).toPass()
  await press(officer, month.paper)
  await officer.locator('.page').waitFor()
  const [page] = await pdfText(await officer.pdf({ preferCSSPageSize: true }))
  expect(page).toContain(bare(month.sheet.two(String(before.of + 1), String(before.n + 1))))
  expect(page).not.toContain(bare(SENTENCE))
  await press(officer, month.publish)
  // The order that was closed has a picture of before and after; none goes along.
  await expect(
    officer.getByRole('group', { name: feedback.capture.categories.lighting }).first(),
  ).toBeVisible()
  await press(officer, wall.page.propose)
  await expect(officer.getByRole('main')).toContainText(
    month.figure.of(String(before.n + 1), String(before.of + 1)),
  )
  await press(officer, wall.page.publish)
  await hangs(officer, month.sheet.title('', '').trim())
})

test('7 the steward sends it to the wall, the office looks at both pictures and hangs it', async () => {
  keyboard.step = '7 the wall'
  await home(steward)
  await to(steward, '/feedback')
  await choose(steward, feedback.drawers.done)
  await steward.locator('a.remark').filter({ hasText: SENTENCE }).click()
  await press(steward, wall.page.propose)
  await expect(steward.getByText(wall.page.as)).toBeVisible()
  await sent(steward)

  await home(officer)
  await to(officer, '/wall')
  await officer.getByRole('list', { name: wall.waiting }).getByText(TITLE).click()
  await expect(officer.locator('.wall-look-photo img')).toHaveCount(2)
  for (const nth of [0, 1])
    await officer.getByRole('button', { name: wall.look.none, exact: true }).nth(nth).click()
  await press(officer, wall.page.publishLooked)
  await hangs(officer, TITLE)
})

test('8 everybody reads it without a script, and on the A4 by the door: no name, no door, not what was said', async ({
  browser,
}) => {
  const page = await aPasserBy(browser)
  await goTo(page, `${server.origin}/gongshi`)
  await expect(page.getByText(TITLE).first()).toBeVisible()
  const pictures = [
    page.getByRole('img', { name: `${wall.page.before}：${TITLE}` }),
    page.getByRole('img', { name: `${wall.page.after}：${TITLE}` }),
  ]
  for (const [nth, picture] of pictures.entries()) {
    await expect.poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(0)
    const src = await picture.getAttribute('src')
    const bytes = Buffer.from(await (await page.request.get(new URL(src!, page.url()).href)).body())
    expect(photos[nth]!.includes('Exif')).toBe(true)
    expect(bytes.includes('Exif')).toBe(false)
  }
  const shown = bare(await page.locator('body').innerText())
  await goTo(page, `${server.origin}/gongshi/a4`)
  const paper = (await pdfText(await page.pdf({ preferCSSPageSize: true }))).join('')
  for (const [where, said] of [
    ['on the phone', shown],
    ['on paper', paper],
  ] as const) {
    expect(said, where).toContain(bare(TITLE))
    expect(said, where).toContain(
      bare(`${month.figure.matters}${month.figure.of(String(before.n + 1), String(before.of + 1))}`),
    )
    for (const name of [asker, ...Object.values(CAST).map(([one]) => one)])
      expect(said, where).not.toContain(name)
    expect(said, where).not.toMatch(/单元\d{3,4}/)
    expect(runsOf(SENTENCE).filter((run) => said.includes(run))).toEqual([])
  }
  await page.context().close()
})

test('after the first sentence one thing was typed in all: what the council decided, and nothing of the sentence', async () => {
  expect(keyboard.typed()).toEqual([
    { who: 'owners', step: '3 the council', field: council.decision, text: DECISION },
  ])
  const typed = keyboard
    .typed()
    .map((one) => one.text)
    .join('\n')
  expect(runsOf(SENTENCE).filter((run) => typed.includes(run))).toEqual([])
  for (const [step, { presses, characters, keys }] of keyboard.steps())
    test.info().annotations.push({
      type: step,
      description: `${presses} presses, ${characters} characters, ${keys} keys of a keyboard`,
    })
})

/** Every four signs in a row. */
function runsOf(text: string): readonly string[] {
  const signs = [...text]
  return signs.slice(3).map((_, at) => signs.slice(at, at + 4).join(''))
}

async function aPasserBy(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false, locale: 'zh-CN' })
  return context.newPage()
}
