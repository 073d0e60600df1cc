import { cp, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { dayOf } from '#domain/workingDays.ts'
import { zh } from '#ui/words/zh/all.ts'
import { goTo } from './support/historySettled.ts'
import { onDisk, sent } from './support/onDisk.ts'
import { letIn } from './support/letIn.ts'
import { choosePin, unlock } from './support/pin.ts'
import { Profile } from './support/profile.ts'
import { Scanner } from '#test/canary/scan.ts'
import { heard, leave, noteLocked, SharedTablet } from './support/sharedTablet.ts'

const HOUR = 3_600_000
const TABLET = { width: 1280, height: 800 }
/** Invented. */
const ZHOU = { name: '周桂芳', pin: '4071' }
/** What was heard, and must be read in no file of a locked tablet. */
const CANARIES = ['朱鹮飞过二单元水表又漏', '川金丝猴蹲在垃圾房门锁', '电话一三九八零七六五四三']

/** Which texts lie in the bytes of a folder, as for somebody who found the tablet. */
const tracesIn = async (folder: string, texts: readonly string[] = CANARIES) => [
  ...(await new Scanner(texts).folder(folder)).found,
]

let here: SharedTablet
const shut = (page: Page) => page.locator('.vault-shut')

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  here = await SharedTablet.prepare()
})

test.afterAll(() => here?.remove())

/** Leaves the tablet and comes back to a page of it, as a person does who opens another link. */
async function comesTo(page: Page, path: string): Promise<void> {
  await goTo(page, `${here.origin}${path}`)
  await unlock(page, ZHOU.name, ZHOU.pin)
}

async function readsFeedback(page: Page): Promise<void> {
  await page.getByRole('link', { name: zh.common.tabs.feedback, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

test('SEC-22 what was heard on a shared tablet lies in none of the browser’s files in clear, from the first word on', async () => {
  const { compound } = await here.asked<{ compound: string }>('/api/me')
  const { link } = await here.asked<{ link: string }>('/api/invitations', {
    name: ZHOU.name,
    role: 'steward',
    place: compound,
    from: dayOf(new Date(Date.now() - 5 * 24 * HOUR).toISOString()),
    deviceKind: 'shared',
  })
  const page = await here.tablet.open(link)
  await letIn(page, here.asks)
  await choosePin(page, ZHOU.name, ZHOU.pin)
  await expect(page.locator('.nav')).toBeVisible()
  // The server has lent its share, and the vault has a key.
  await expect.poll(async () => JSON.stringify((await onDisk(page))['meta'])).toContain('"box":')

  for (const [n, canary] of CANARIES.entries()) {
    await comesTo(page, '/feedback/new')
    await heard(page, canary, n > 0)
    await sent(page)
  }
  await expect.poll(async () => (await onDisk(page))['vaultSingles']?.length).toBeGreaterThan(0)
  await expect(shut(page)).toHaveCount(0)
  await readsFeedback(page)
  for (const canary of CANARIES) await expect(page.getByText(canary).first()).toBeVisible()

  await here.isReady()
  expect(await tracesIn(here.tablet.folder)).toEqual([])
  // The scan would have found them: what is open is found.
  expect(await tracesIn(here.tablet.folder, ['东门投放点'])).not.toEqual([])
  await here.restart('kill')
  expect(await tracesIn(here.tablet.folder)).toEqual([])
})

test('inside its window it opens without a network, also after a restart', async () => {
  here.wire.cut()
  await here.restart('close')
  await unlock(here.page, ZHOU.name, ZHOU.pin)
  await readsFeedback(here.page)
  await expect(here.page.getByText(CANARIES[0]!).first()).toBeVisible()
  await leave(here.page)
})

test('SEC-23 a profile that is copied to another folder opens nothing outside the window, with the right PIN', async () => {
  await here.tablet.close()
  const folder = await mkdtemp(join(tmpdir(), 'linbian-profile-'))
  await cp(here.tablet.folder, folder, { recursive: true })
  const copy = Profile.on(folder, TABLET)
  try {
    const page = await copy.open(`${here.origin}/`)
    await expect(page.getByRole('heading', { name: zh.lock.who })).toBeVisible()
    await page.clock.setSystemTime(Date.now() + 13 * HOUR)
    await page.reload()
    await unlock(page, ZHOU.name, ZHOU.pin)
    await expect(shut(page)).toContainText(zh.common.vault.unchecked)
    await readsFeedback(page)
    await expect(page.getByText(CANARIES[0]!)).toHaveCount(0)
    // A clock that is set back gives nothing back.
    await page.clock.setSystemTime(Date.now())
    await page.reload()
    await unlock(page, ZHOU.name, ZHOU.pin)
    await expect(shut(page)).toContainText(zh.common.vault.unchecked)
    await copy.close()
    expect(await tracesIn(folder)).toEqual([])
  } finally {
    await copy.remove()
  }
})

test('outside its window earlier words are locked, and a shift, its counts and a new remark go on', async () => {
  const page = await here.tablet.open(`${here.origin}/`)
  await expect(page.getByRole('heading', { name: zh.lock.who })).toBeVisible()
  await page.clock.setSystemTime(Date.now() + 13 * HOUR)
  await comesTo(page, '/bins')
  await expect(shut(page)).toContainText(zh.common.vault.unchecked)
  await page.getByRole('button', { name: zh.bins.start.go }).click()
  await page.locator('.tally-main').click()
  await expect(page.locator('.tally-main .tally-number')).toHaveText('1')

  await comesTo(page, '/feedback/new')
  await heard(page, '窗口外面说的一句话')
  await expect.poll(async () => JSON.stringify((await onDisk(page))['outbox'])).toContain('"sealed":')
  await readsFeedback(page)
  await expect(page.getByText(CANARIES[0]!)).toHaveCount(0)
  await leave(page)
  await noteLocked(page, ZHOU.name, '锁着说的一句话')
})

test('with a network everything is sent while it is locked; the PIN opens it again till the shift is over, and nothing is lost', async () => {
  const { page } = here
  here.wire.mend()
  await page.reload()
  await expect.poll(async () => (await onDisk(page))['outbox']).toEqual([])
  expect(JSON.stringify(await onDisk(page))).not.toContain('窗口外面')
  await unlock(page, ZHOU.name, ZHOU.pin)
  await readsFeedback(page)
  for (const text of [CANARIES[0]!, '窗口外面说的一句话', '锁着说的一句话'])
    await expect(page.getByText(text).first()).toBeVisible()
  await expect(shut(page)).toHaveCount(0)

  // What was lent for a shift is given up with it: without a network the PIN opens no earlier word any more.
  await page.getByRole('link', { name: zh.common.tabs.bins, exact: true }).click()
  await page.getByRole('link', { name: zh.bins.start.goOn }).click()
  await expect(page.locator('.tally-main .tally-number')).toHaveText('1')
  await page.getByRole('button', { name: zh.bins.handOver, exact: true }).click()
  await expect(page.locator('.summary')).toBeVisible()
  await sent(page)
  here.wire.cut()
  await leave(page)
  await unlock(page, ZHOU.name, ZHOU.pin)
  await expect(shut(page)).toContainText(zh.common.vault.unchecked)
})
