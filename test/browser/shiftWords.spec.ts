import { expect, type Page, test } from '@playwright/test'
import { zh } from '#ui/words/zh/all.ts'
import { Scanner } from '#test/canary/scan.ts'
import { letIn } from './support/letIn.ts'
import { onDisk, sent } from './support/onDisk.ts'
import { choosePin, OWN_PIN, pressPin, unlock } from './support/pin.ts'
import { Profile } from './support/profile.ts'
import { leave, SharedTablet, type Volunteer } from './support/sharedTablet.ts'
import { goTo } from './support/historySettled.ts'

const { bins } = zh
/** Invented. */
const ZHOU = { name: '周桂芳', pin: '4071' }
const TANG = { name: '唐玉珍', pin: '9035' }
const LIAO = '廖素芬'
const WORD = '三楼穿灰褂子的又来翻桶'
const PHONE = { width: 390, height: 844 }

let here: SharedTablet
let summary: string

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  here = await SharedTablet.prepare()
})

test.afterAll(() => here?.remove())

const tracesIn = async (folder: string) => [...(await new Scanner([WORD]).folder(folder)).found]

/** Begins at the east gate. */
async function begins(page: Page): Promise<void> {
  const begin = page.getByRole('button', { name: bins.start.go })
  await begin.waitFor()
  if ((await begin.getAttribute('aria-disabled')) === 'true')
    await page.locator('fieldset').first().locator('label').first().click()
  await begin.click()
  await page.locator('.tally-main').click()
  await expect(page.locator('.tally-main .tally-number')).toHaveText('1')
}

async function comesTo({ name, pin }: Volunteer, path: string): Promise<void> {
  await goTo(here.page, new URL(path, here.origin).href)
  await unlock(here.page, name, pin)
}

test('SEC-22 a word for the next shift is read by whoever comes next with their PIN, without a network, and lies in no file in clear', async () => {
  await here.tablet.open(`${here.origin}/`)
  await here.joins(ZHOU)
  await here.joins(TANG)
  await here.isReady()
  here.wire.cut()
  await comesTo(ZHOU, '/bins')
  await begins(here.page)
  summary = `${new URL(here.page.url()).pathname}/summary`
  await comesTo(ZHOU, summary)
  await here.page.locator('.summary textarea').first().fill(WORD)
  await here.page.locator('.bottom-bar .key-primary').click()
  await expect(here.page.locator('.summary-note')).toHaveText(WORD)
  await leave(here.page)
  // It is over, also for a tablet that nobody has opened and that has not sent it.
  await expect(here.page.getByRole('button', { name: zh.lock.goOn(ZHOU.name) })).toHaveCount(0)
  await here.restart('kill')
  await expect(here.page.getByRole('button', { name: zh.lock.goOn(ZHOU.name) })).toHaveCount(0)
  expect(await tracesIn(here.tablet.folder)).toEqual([])

  await comesTo(TANG, summary)
  await expect(here.page.locator('.summary-note')).toHaveText(WORD)
  here.wire.mend()
  await sent(here.page)
  await here.restart('close')
  expect(await tracesIn(here.tablet.folder)).toEqual([])
  await comesTo(TANG, summary)
  await expect(here.page.locator('.summary-note')).toHaveText(WORD)
})

test('a supervisor’s own phone is opened with six digits, and counts of a running shift go on while it is locked', async () => {
  const phone = await Profile.make(PHONE)
  try {
    const { link } = await here.invites({ name: LIAO, role: 'supervisor', deviceKind: 'own' })
    const page = await phone.open(link)
    await letIn(page, here.asks)
    await choosePin(page, LIAO, OWN_PIN)
    await expect(page.locator('.nav')).toBeVisible()
    await expect.poll(async () => (await onDisk(page))['vaultPages']?.length).toBeGreaterThan(0)
    await sent(page)
    // What the colleague of the shift before left for them is what they come for.
    await goTo(page, new URL(summary, here.origin).href)
    await pressPin(page, OWN_PIN)
    await expect(page.locator('.summary-note')).toHaveText(WORD)
    await page.getByRole('link', { name: zh.common.back }).first().click()
    await begins(page)
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)

    here.wire.cut()
    await goTo(page, `${here.origin}/bins`)
    await expect(page.getByRole('heading', { name: zh.lock.own })).toBeVisible()
    await page.getByRole('button', { name: zh.lock.goOn(LIAO) }).click()
    await page.locator('.tally-main').click()
    await expect(page.locator('.tally-main .tally-number')).toHaveText('1')
    await goTo(page, new URL(summary, here.origin).href)
    await pressPin(page, OWN_PIN)
    await expect(page.locator('.summary-note')).toHaveText(WORD)
    await phone.kill()
    expect(await tracesIn(phone.folder)).toEqual([])
  } finally {
    here.wire.mend()
    await phone.remove()
  }
})
