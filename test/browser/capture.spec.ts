import { expect, type Locator, type Page, test } from '@playwright/test'
import { zh } from '#ui/words/zh/all.ts'
import { aPort } from './support/aPort.ts'
import { sent } from './support/onDisk.ts'
import { Profile } from './support/profile.ts'
import { RealServer } from './support/server.ts'
import { enterAs } from './support/walk.ts'
import { goTo } from './support/historySettled.ts'

const { common, feedback, voices } = zh
const { note } = voices

const server = await RealServer.prepare(await aPort())
let phone: Profile
let office: Profile

test.beforeAll(async () => {
  await server.start('--demo')
  // A microphone that hums, and a browser that asks nobody about it.
  const hums = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']
  phone = await Profile.make({ width: 390, height: 844 }, ...hums)
  office = await Profile.make({ width: 1280, height: 800 }, '--autoplay-policy=no-user-gesture-required')
  const page = await phone.open(`${server.origin}/`)
  await enterAs(page, server.origin, 'gridWorker', zh)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
})
test.afterAll(async () => {
  for (const profile of [office, phone]) await profile?.remove()
  await server.remove()
})

const key = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const words = (page: Page) => page.getByLabel(feedback.capture.words)
const offline = (page: Page, cut: boolean) => page.context().setOffline(cut)
const open = (page: Page, path: string) => goTo(page, `${server.origin}${path}`)
const toast = (page: Page, text: string) => expect(page.locator('.toast')).toContainText(text)

test('without a network three taps keep what was said as a sound, and it is heard after a restart', async () => {
  const page = phone.page
  await open(page, '/feedback/new')
  await offline(page, true)
  let taps = 0
  const tap = async (one: Locator) => {
    taps += 1
    await one.click()
  }
  await tap(key(page, feedback.capture.keys.elevator))
  await tap(key(page, feedback.capture.speak))
  // At least a second of it; on a busy machine it is more.
  await expect(page.getByRole('timer')).toContainText(/还剩 (5[0-8]|[1-4]\d) 秒/)
  await expect(page.getByRole('radio', { name: note.speaker.retold })).toBeChecked()
  // Whoever saves while they speak has said it all.
  await tap(key(page, common.save))
  await toast(page, feedback.capture.saved)
  expect(taps).toBe(3)

  await open(page, '/feedback')
  const row = page.locator('a.remark').filter({ hasText: '有一段录音' })
  await expect(row).toHaveCount(1)
  await row.click()
  await page.getByRole('button', { name: /听录音 \d 秒/ }).click()
  await expect(page.getByRole('button', { name: note.stopPlaying })).toBeVisible()
})

test('somebody else types it later, and the words are everybody’s', async () => {
  const page = phone.page
  await offline(page, false)
  await open(page, '/feedback')
  await sent(page)
  const desk = await office.open(`${server.origin}/`)
  await enterAs(desk, server.origin, 'officer', zh)
  await open(desk, '/feedback')
  await desk.locator('a.remark').filter({ hasText: '有一段录音' }).click()
  await desk.getByRole('button', { name: /听录音/ }).click()
  await expect(desk.getByRole('button', { name: note.stopPlaying })).toBeVisible()
  await key(desk, note.type).click()
  const sheet = desk.getByRole('dialog')
  await sheet.getByLabel(feedback.capture.words).fill('电梯开门的时候抖一下')
  await key(desk, common.save).click()
  await toast(desk, note.typed)
  await expect(desk.locator('.detail-text')).toHaveText('电梯开门的时候抖一下')
  await sent(desk)
  await page.reload()
  await expect(page.locator('a.remark').filter({ hasText: '电梯开门的时候抖一下' })).toHaveCount(1)
})

test('several are begun at once, each goes on where it was left, also after a restart and with a sound in it', async () => {
  const page = phone.page
  await open(page, '/feedback/new')
  await offline(page, true)
  await words(page).fill('楼道灯不亮，晚上看不见')
  await key(page, voices.drafts.another).click()
  await expect(words(page)).toHaveValue('')
  await key(page, feedback.capture.keys.dirt.replace('\n', ' ')).click()
  await key(page, feedback.capture.speak).click()
  await expect(page.getByRole('timer')).toContainText(/还剩 (5[0-8]|[1-4]\d) 秒/)
  await page.locator('.said').getByRole('button', { name: note.stop }).click()
  await expect(page.getByRole('button', { name: /听录音/ })).toBeVisible()

  await page.reload()
  // The latest comes back, the other is listed with its place and its words.
  await expect(page.getByRole('button', { name: /听录音/ })).toBeVisible()
  const other = page.locator('.panel .row').filter({ hasText: '楼道灯不亮' })
  await expect(other).toHaveCount(1)
  await other.click()
  await expect(words(page)).toHaveValue('楼道灯不亮，晚上看不见')
  await expect(page.locator('.panel .row').filter({ hasText: '有一段录音' })).toHaveCount(1)

  // Given up by one press, and taken back by another.
  await key(page, feedback.capture.drop).click()
  await toast(page, voices.drafts.gone)
  await page.locator('.toast-key').click()
  await expect(words(page)).toHaveValue('楼道灯不亮，晚上看不见')
  await key(page, common.save).click()
  await toast(page, feedback.capture.saved)
  await open(page, '/feedback/new')
  await key(page, feedback.capture.drop).click()
  await toast(page, voices.drafts.gone)
})

test('what may be the same is proposed while one writes, joined with one tap, and taken apart again', async () => {
  const page = phone.page
  await open(page, '/feedback/new')
  await words(page).fill('灯又坏了，楼道黑得很')
  const same = page.locator('.panel').filter({ hasText: voices.same.title })
  await expect(same).toContainText('楼道灯不亮，晚上看不见')
  await same.locator('.same-one').filter({ hasText: '楼道灯不亮' }).getByRole('button').click()
  await toast(page, voices.same.joined)

  await open(page, '/feedback')
  const row = page.locator('a.remark').filter({ hasText: '楼道灯不亮，晚上看不见' })
  await expect(row).toContainText(/2 户，\d+月\d+日起/)
  await row.click()
  const heard = page
    .locator('section')
    .filter({ hasText: voices.heard.title(2) })
    .last()
  await expect(heard).toContainText('灯又坏了，楼道黑得很')
  await key(page, voices.same.apart).click()
  await toast(page, voices.same.parted)
  await expect(page.getByText(voices.heard.title(2))).toHaveCount(0)
  await page.locator('.toast-key').click()
  await expect(page.getByText(voices.heard.title(2))).toBeVisible()
  await offline(page, false)
  await page.reload()
  await sent(page)
})

test('a microphone that is not to be had is told in one sentence, and nothing else is lost', async () => {
  const page = phone.page
  await page.addInitScript(
    "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'))",
  )
  await open(page, '/feedback/new')
  await words(page).fill('单元门关不严')
  await key(page, feedback.capture.speak).click()
  await expect(page.getByRole('alert')).toContainText(note.refused.notAllowed)
  await expect(words(page)).toHaveValue('单元门关不严')
})
