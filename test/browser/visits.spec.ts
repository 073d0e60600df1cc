import { expect, type Page, test } from '@playwright/test'
import type { Campaign } from '#domain/bins/campaign.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import { type Visit, quietAfter } from '#domain/doors/visit.ts'
import { dayOf } from '#domain/workingDays.ts'
import { aPort } from './support/aPort.ts'
import { records, sent } from './support/onDisk.ts'
import { Profile } from './support/profile.ts'
import { RealServer } from './support/server.ts'
import { enterAs, LANGUAGES } from './support/walk.ts'
import { Wire } from './support/wire.ts'
import { goTo } from './support/historySettled.ts'

const { zh } = LANGUAGES
const { round, outcome } = zh.doors
const words = zh.rounds
const PHONE = { width: 390, height: 844 }

const port = await aPort()
let server: RealServer
let wire: Wire
let phone: Profile
let page: Page
/** How often the glass was touched since it was last asked. */
let taps = 0

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  wire = await Wire.lay(port, port + 1)
  server = await RealServer.prepare(port + 1, wire.origin)
  await server.start('--demo')
  phone = await Profile.make(PHONE)
  page = await phone.open(`${wire.origin}/`)
  await enterAs(page, wire.origin, 'gridWorker', zh)
  // From here on everything the app needs is on the phone.
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await expect(page.getByText(zh.today.device.readyOffline)).toBeVisible()
})

test.afterAll(async () => {
  await phone?.remove()
  await wire?.take()
  await server?.remove()
})

const key = (name: string) =>
  page
    .getByRole('button', { name, exact: true })
    .or(page.getByRole('link', { name, exact: true }))
    .first()

/** A hand is slower than a machine: what comes sooner than this is taken for a shaking one. */
const HAND_MS = 450

async function tap(name: string): Promise<void> {
  await page.waitForTimeout(HAND_MS)
  await key(name).click()
  taps += 1
}

/** One of several answers beside each other. */
async function choose(name: string): Promise<void> {
  await page.locator('label.segment').filter({ hasText: name }).first().click()
  taps += 1
}

function counted(): number {
  const count = taps
  taps = 0
  return count
}

const here = () => page.locator('.visit-door').textContent()
const atAnother = (door: string | null) => expect(page.locator('.visit-door')).not.toHaveText(door ?? '')

/** The app is put away and opened again, without a network. */
async function restarted(path: string): Promise<void> {
  await phone.close()
  page = await phone.open(`${wire.origin}${path}`)
}

async function allUp(): Promise<void> {
  wire.mend()
  await goTo(page, `${wire.origin}/`)
  await sent(page)
}

let walk = ''
let refused = ''
/** The day of the round, also when midnight passes meanwhile. */
let began = ''

test('without a network a floor is walked: nobody at home in one tap and another evening in one more, met and unchanged in two', async () => {
  await goTo(page, `${wire.origin}/doors`)
  await page.locator('.frame-bar .key-primary').first().click()
  await expect(key(round.met)).toBeVisible()
  walk = new URL(page.url()).pathname
  began = dayOf(new Date().toISOString())
  wire.cut()

  const first = await here()
  await tap(round.noAnswer)
  expect(counted()).toBe(1)
  await atAnother(first)
  const again = page.locator('.visit-again')
  await expect(again).toContainText(`${first} ${outcome.noAnswer}`)
  await expect(again).toContainText(words.door.again('').trim())
  await choose(words.door.retry.tomorrow)
  expect(counted()).toBe(1)
  await expect(again).toContainText(`${zh.common.dates.tomorrow} 19:00`)

  const second = await here()
  await tap(round.met)
  await tap(words.door.unchanged)
  expect(counted()).toBe(2)
  await atAnother(second)

  refused = (await here()) ?? ''
  await tap(round.other)
  await tap(outcome.refused)
  await tap(words.door.quietFor[1] ?? '')
  expect(counted()).toBe(3)
  await atAnother(refused)
  await expect(page.locator('.visit-count')).toHaveText(/^3 \//)

  await restarted(walk)
  await expect(page.locator('.visit-count')).toContainText('3 /')
  for (const door of [first, second, refused]) await atAnother(door)
  await allUp()
  const kept = (await records(page)).filter((one): one is Visit => one.kind === 'visit')
  const mine = kept.filter((one) => dayOf(one.at) >= began || one.quietUntil !== undefined)
  expect(mine.map((one) => one.outcome)).toEqual(expect.arrayContaining(['noAnswer', 'met', 'refused']))
  expect(kept.filter((one) => one.quietUntil === quietAfter(began, 1))).toHaveLength(1)
})

test('the next time nobody is sent to the door that said no: it says until when, and asks before one knocks all the same', async () => {
  const home = (await records(page)).find((one) => (one as Visit).quietUntil !== undefined)!.place
  wire.cut()
  await phone.close()
  page = await phone.open('about:blank')
  await page.clock.setSystemTime(Date.now() + 24 * 3_600_000)
  await goTo(page, `${wire.origin}${walk}?door=${home}`)
  await expect(page.locator('.visit-door')).toHaveText(refused)
  const [, month = 0, date = 0] = quietAfter(began, 1).split('-').map(Number)
  const until = zh.common.dates.monthDay(month, date)
  await expect(page.locator('.visit-here')).toContainText(words.door.quiet(until))
  await expect(key(round.met)).toHaveCount(0)
  await tap(words.door.quietKnock)
  await expect(key(round.met)).toBeVisible()
  expect(counted()).toBe(1)

  await goTo(page, `${wire.origin}${walk}?door=${home}`)
  await tap(words.door.next)
  counted()
  await atAnother(refused)
  await expect(key(round.met)).toBeVisible()
  await phone.close()
  page = await phone.open(`${wire.origin}${walk}`)
})

test('a remark and a need are written where they were said, with the door and who lives there, and lead to the next door', async () => {
  await expect(key(round.met)).toBeVisible()
  wire.cut()
  const began = new Date().toISOString()
  const first = (await here()) ?? ''
  await tap(round.met)
  await tap(words.door.remark)
  const form = page.locator('.capture')
  await expect(form.locator('.place-row')).toContainText(first)
  const who = zh.feedback.capture.said('').trim()
  await expect(form.locator('.place-row')).toContainText(who)
  await page.locator('.capture textarea').first().fill('楼道灯一闪一闪')
  await tap(zh.common.save)
  await expect(key(round.met)).toBeVisible()
  await atAnother(first)
  expect(counted()).toBe(3)

  const second = (await here()) ?? ''
  await tap(round.met)
  await tap(words.door.help)
  await expect(form.locator('.place-row')).toContainText(second)
  await tap(zh.common.save)
  await expect(key(round.met)).toBeVisible()
  await atAnother(second)
  expect(counted()).toBe(3)

  await allUp()
  const all = await records(page)
  const said = all.filter((one): one is Feedback => one.kind === 'feedback' && one.at >= began)
  expect(said).toHaveLength(2)
  const help = said.find((one) => one.category === 'care_help')
  expect(said.find((one) => one.text === '楼道灯一闪一闪')).toMatchObject({ channel: 'door_visit' })
  expect(help).toMatchObject({ channel: 'door_visit' })
  for (const one of said) {
    const visit = all.find(({ id }) => id === one.visit)
    expect(visit?.place).toBe(one.place)
  }
})

test('a round the office plans is on the phones, is answered without a network, and its counts are the office’s after the next sync', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const office = await context.newPage()
  await enterAs(office, wire.origin, 'officer', zh)
  const press = (name: string) =>
    office
      .getByRole('button', { name, exact: true })
      .or(office.getByRole('link', { name, exact: true }))
      .first()
      .click()
  await office.locator('a[href="/rounds"]').click()
  await press(words.plan)
  await office.getByLabel(words.form.name).fill('防火敲门')
  await press(words.form.addQuestion)
  await office.getByLabel(words.form.question(1)).fill('装了烟雾报警器吗')
  await office.getByLabel(words.form.choices).fill('装了、没装')
  await press(zh.common.save)
  await expect(office.locator('.figure')).toContainText('0')
  await sent(office)

  await goTo(page, `${wire.origin}/sync`)
  await goTo(page, `${wire.origin}/`)
  const row = page.locator('a[href^="/rounds/"]')
  await expect(row).toContainText('防火敲门')
  wire.cut()
  await row.click()
  await tap(words.start)
  await expect(key(round.met)).toBeVisible()
  counted()
  const first = await here()
  await tap(round.met)
  await choose('没装')
  await choose('装了')
  await tap(words.door.unchanged)
  // One changed their mind; a door with one question is three taps.
  expect(counted()).toBe(4)
  await atAnother(first)
  await tap(round.met)
  await choose('没装')
  await tap(words.door.unchanged)
  expect(counted()).toBe(3)

  await restarted(new URL(page.url()).pathname + new URL(page.url()).search)
  await expect(page.locator('.visit-count')).toContainText('2 /')
  await allUp()
  await office.reload()
  await expect(office.locator('.figure')).toContainText('2')
  const answers = office.locator('.rounds-choices > div')
  await expect(answers.filter({ hasText: '装了' }).first()).toContainText(words.ofDoors('1'))
  await expect(answers.filter({ hasText: '没装' })).toContainText(words.ofDoors('1'))
  const campaign = (await records(office)).find((one): one is Campaign => one.kind === 'campaign')
  expect(campaign).toMatchObject({ title: '防火敲门', questions: [{ choices: ['装了', '没装'] }] })

  await press(words.end)
  await office.getByRole('dialog').getByRole('button', { name: words.endGo }).click()
  await expect(office.getByText(words.ended).first()).toBeVisible()
  await context.close()
})
