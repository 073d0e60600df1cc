import { expect, type Page, test } from '@playwright/test'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { Shift } from '#domain/bins/shift.ts'
import { countsOf } from '#domain/bins/tallies.ts'
import { zh } from '#ui/words/zh/all.ts'
import { goTo } from './support/historySettled.ts'
import { onDisk } from './support/onDisk.ts'
import { unlock } from './support/pin.ts'
import { heard, leave, noteLocked, SharedTablet } from './support/sharedTablet.ts'

const words = zh.lock
const ZHOU = { name: '周桂芳', pin: '4071' }
const TANG = { name: '唐玉珍', pin: '9035' }
const ZHOUS = '门口的地砖松了一块'
const TANGS = '有人说清运来晚了'
const LOCKED = '锁着的时候听来的'
const HALF = '三楼的灯从上个星期开始'

let here: SharedTablet

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  here = await SharedTablet.prepare()
  await here.tablet.open(`${here.origin}/`)
  await here.joins(ZHOU)
  await here.joins(TANG)
  await here.isReady()
  await here.server.kill()
})

test.afterAll(() => here?.remove())

const counted = (page: Page) => page.locator('.tally-main .tally-number')
const saved = (page: Page) => expect(page.locator('.tally-main')).not.toHaveAttribute('data-waiting', '')
const to = (page: Page, tab: keyof typeof zh.common.tabs) =>
  page.getByRole('link', { name: zh.common.tabs[tab], exact: true }).first().click()

async function counts(page: Page, from: number, upTo: number): Promise<void> {
  for (let n = from + 1; n <= upTo; n += 1) {
    await page.locator('.tally-main').click()
    await expect(counted(page)).toHaveText(String(n))
    // The same key twice within 150 ms is a wet glove; a person is slower.
    await page.waitForTimeout(200)
  }
  await saved(page)
}

async function begins(page: Page): Promise<void> {
  await to(page, 'bins')
  await page
    .getByRole('button', { name: zh.bins.start.go })
    .or(page.getByRole('button', { name: zh.bins.start.goOn }))
    .first()
    .click()
}

test('with the server down one counts, is locked out in the middle of the shift, and the keys go on counting', async () => {
  const { page } = here
  await unlock(page, ZHOU.name, ZHOU.pin)
  await begins(page)
  await counts(page, 0, 3)
  await here.restart('kill')
  await here.page.getByRole('button', { name: words.goOn(ZHOU.name) }).click()
  await expect(counted(here.page)).toHaveText('0')
  await counts(here.page, 0, 1)
  await here.page.getByRole('button', { name: words.toLock }).click()
  await noteLocked(here.page, TANG.name, LOCKED)
})

test('the shift goes from hand to hand: a key, a name, four digits; each finds their own words and nobody else’s', async () => {
  const { page } = here
  await unlock(page, ZHOU.name, ZHOU.pin)
  await goTo(page, `${here.origin}/feedback/new`)
  await unlock(page, ZHOU.name, ZHOU.pin)
  await heard(page, ZHOUS)
  await goTo(page, `${here.origin}/feedback/new`)
  await unlock(page, ZHOU.name, ZHOU.pin)
  await page.locator('.capture textarea').first().fill(HALF)
  await expect.poll(async () => (await onDisk(page))['drafts']?.length).toBe(1)

  await goTo(page, `${here.origin}/bins`)
  await unlock(page, ZHOU.name, ZHOU.pin)
  await page.getByRole('link', { name: zh.bins.start.goOn }).click()
  await expect(counted(page)).toHaveText('4')

  await leave(page)
  await unlock(page, TANG.name, TANG.pin)
  await to(page, 'feedback')
  await expect(page.getByText(LOCKED).first()).toBeVisible()
  for (const other of [ZHOUS, HALF]) await expect(page.getByText(other)).toHaveCount(0)
  await goTo(page, `${here.origin}/feedback/new`)
  await unlock(page, TANG.name, TANG.pin)
  await expect(page.locator('.capture textarea').first()).toHaveValue('')
  await heard(page, TANGS, true)

  await goTo(page, `${here.origin}/feedback`)
  await unlock(page, ZHOU.name, ZHOU.pin)
  await expect(page.getByText(ZHOUS).first()).toBeVisible()
  for (const other of [TANGS, LOCKED]) await expect(page.getByText(other)).toHaveCount(0)
  await goTo(page, `${here.origin}/feedback/new`)
  await unlock(page, ZHOU.name, ZHOU.pin)
  await expect(page.locator('.capture textarea').first()).toHaveValue(HALF)
  await leave(page)
})

test('nothing of it lies readable on the tablet, and all of it arrives from the locked tablet, each under its own author', async () => {
  const { page } = here
  const lying = JSON.stringify(await onDisk(page))
  for (const text of [ZHOUS, TANGS, LOCKED, HALF]) expect(lying).not.toContain(text)

  await here.server.start()
  await page.reload()
  await expect.poll(async () => (await onDisk(page))['outbox']).toEqual([])
  await expect(page.getByRole('heading', { name: words.who })).toBeVisible()

  const desk = here.office.page
  await goTo(desk, `${here.origin}/feedback`)
  await expect
    .poll(() => {
      const all = here.server.records()
      const nameOf = (id: string | undefined) =>
        (all.find((one) => one.id === id) as { name?: string } | undefined)?.name
      const said = [ZHOUS, TANGS, LOCKED].map((text) =>
        nameOf(all.find((one) => (one as Feedback).text === text)?.author),
      )
      const shifts = all.filter((one): one is Shift => one.kind === 'shift')
      return { said, shifts: shifts.map((one) => [nameOf(one.author), countsOf(one).right]) }
    })
    .toEqual({ said: [ZHOU.name, TANG.name, TANG.name], shifts: [[ZHOU.name, 4]] })
})
