import { expect, type Page, test } from '@playwright/test'
import type { Place } from '#domain/places.ts'
import { zh } from '#ui/words/zh/all.ts'
import { goTo, historySettled } from './support/historySettled.ts'
import { aPort } from './support/aPort.ts'
import { records, sent } from './support/onDisk.ts'
import { Profile } from './support/profile.ts'
import { RealServer } from './support/server.ts'
import { enterAs, shut } from './support/walk.ts'

const { crews, feedback, common, heardWhen, ledger, voices } = zh
const FIRST = '三楼转角的声控灯一直不亮，晚上看不见梯坎'
const SECOND = '三楼转角的声控灯不亮了，晚上看不见梯坎'

const port = await aPort()
let server: RealServer
let office: Profile
let house: Profile
let at = ''

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  server = await RealServer.prepare(port)
  await server.start('--demo')
  office = await Profile.make({ width: 390, height: 844 })
  house = await Profile.make({ width: 390, height: 844 })
})
test.afterAll(async () => {
  for (const profile of [office, house]) await profile?.remove()
  await server?.remove()
})

const key = (page: Page, name: string | RegExp) =>
  page.locator('button:visible, a:visible, label:visible').filter({ hasText: name }).first()
const open = async (page: Page, path: string) => {
  await goTo(page, `${server.origin}${path}`)
  await page.locator('h1').first().waitFor()
}

async function write(page: Page, words: string): Promise<void> {
  await key(page, feedback.capture.keys.lighting).click()
  await page.getByLabel(feedback.capture.words).fill(words)
}

test('when it was heard and how many it touches is one line that nobody has to open, and outlasts a restart without a network', async () => {
  const page = await office.open(`${server.origin}/`)
  await enterAs(page, server.origin, 'officer', zh)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  const known = await records(page)
  at = known.find((one) => one.kind === 'place' && (one as Place).what === 'floor')?.id ?? ''
  await open(page, `/feedback/new?at=${at}`)
  await page.context().setOffline(true)
  await write(page, FIRST)
  await key(page, heardWhen.key(heardWhen.heard.now, 1)).click()
  const sheet = page.getByRole('dialog')
  await key(page, heardWhen.heard.yesterday).click()
  await sheet.getByRole('button', { name: heardWhen.more }).click()
  await key(page, heardWhen.done).click()
  await expect(key(page, heardWhen.key(heardWhen.heard.yesterday, 2))).toBeVisible()
  await historySettled(page)
  await page.reload()
  await expect(key(page, heardWhen.key(heardWhen.heard.yesterday, 2))).toBeVisible()
  await key(page, common.save).click()
  await expect(page.getByText(feedback.capture.saved)).toBeVisible()
  await page.context().setOffline(false)
  await open(page, '/feedback')
  await sent(page)
  // Apart from the time that is left, which begins with the receipt.
  const row = page.locator('a.remark').filter({ hasText: FIRST })
  await expect(row).toContainText('说到收：')
  await row.click()
  await expect(page.locator('.detail-top')).toContainText(/说到收：.*(天|小时)/)
  await expect(page.locator('.story')).toContainText(`${common.dates.yesterday} 12:00`)

  await page.getByRole('button', { name: feedback.detail.edit }).click()
  await page.getByRole('dialog').getByRole('button', { name: heardWhen.more }).click()
  await page.getByLabel(heardWhen.clock).fill('08:30')
  await key(page, common.save).click()
  await expect(page.locator('.story')).toContainText(`${common.dates.yesterday} 08:30`)
  await expect(page.locator('.detail-top')).toContainText(/3 户/)
})

test('the office says who is in a team; what it is given waits for each of them, and one takes it', async () => {
  const page = office.page
  const detail = new URL(page.url()).pathname
  await open(page, '/ledger')
  await key(page, crews.row).click()
  await key(page, ledger.hands.team.engineering).click()
  await page.getByLabel(crews.name).fill('水电班')
  await key(page, common.save).click()
  await expect(page.getByText(crews.saved)).toBeVisible()
  await shut(page)
  await expect(page.locator('.rows')).toContainText('水电班')
  await open(page, detail)
  await key(page, feedback.detail.assign).click()
  await page.getByRole('dialog').locator('.row').filter({ hasText: '水电班' }).click()
  await expect(page.locator('.story')).toContainText(feedback.detail.to('水电班'))
  await shut(page)
  await sent(page)

  const steward = await house.open(`${server.origin}/`)
  await enterAs(steward, server.origin, 'steward', zh)
  await open(steward, '/ledger')
  const mine = steward.locator('a.row').filter({ hasText: FIRST })
  await expect(mine).toContainText(crews.ofUs)
  await mine.click()
  // The screen is there before the network goes.
  await expect(key(steward, crews.take)).toBeVisible()
  await steward.context().setOffline(true)
  await key(steward, crews.take).click()
  await expect(key(steward, feedback.detail.close)).toBeVisible()
  await steward.context().setOffline(false)
  await sent(steward)
  await open(steward, '/ledger')
  await expect(mine).not.toContainText(crews.ofUs)
})

test('a second order for the same lamp is proposed for merging: one order with both histories, and two again', async () => {
  const page = office.page
  const detail = new URL(page.url()).pathname
  await open(page, `/feedback/new?at=${at}`)
  await write(page, SECOND)
  await key(page, common.save).click()
  await expect(page.getByText(feedback.capture.saved)).toBeVisible()
  await open(page, '/feedback')
  await page.locator('a.remark').filter({ hasText: SECOND }).click()
  const same = page.locator('.panel').filter({ hasText: voices.same.maybe })
  await same.locator('.same-one').filter({ hasText: FIRST }).getByRole('button').click()
  await expect(page.getByText(voices.same.oneOrder)).toBeVisible()
  await expect(page.locator('.story')).toContainText(feedback.detail.moments.joined)
  await expect(page.locator('.story')).toContainText(feedback.detail.to('水电班'))
  await sent(page)
  await open(page, '/feedback')
  await expect(page.locator('a.remark').filter({ hasText: SECOND })).toHaveCount(0)
  await expect(page.locator('a.remark').filter({ hasText: FIRST })).toContainText(/4 户/)

  await open(page, detail)
  await expect(page.getByText(voices.heard.title(2))).toBeVisible()
  await key(page, voices.same.apart).click()
  await expect(page.getByText(voices.heard.title(2))).toHaveCount(0)
  await open(page, '/feedback')
  await expect(page.locator('a.remark').filter({ hasText: SECOND })).toHaveCount(1)
})
