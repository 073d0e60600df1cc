import { expect, type Page, test } from '@playwright/test'
import type { Feedback } from '#domain/feedback/feedback.ts'
import { zh } from '#ui/words/zh/all.ts'
import { goTo, historySettled } from './support/historySettled.ts'
import { onDisk } from './support/onDisk.ts'
import { letIn } from './support/letIn.ts'
import { choosePin, pressPin, unlock } from './support/pin.ts'
import { heard, leave, noteLocked, SharedTablet } from './support/sharedTablet.ts'

const words = zh.lock
const ZHOU = { name: '周桂芳', pin: '4071' }
const TANG = { name: '唐玉珍', pin: '9035' }
const HALF = '三楼的灯从上个星期开始'

let here: SharedTablet

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  here = await SharedTablet.prepare()
})

test.afterAll(() => here?.remove())

const outbox = async () => (await onDisk(here.page))['outbox']
const says = () => here.page.locator('.pad-says')
const choose = (name: string) => here.page.locator('.lock-card').filter({ hasText: name }).click()

test('who joins on a shared tablet sets a PIN that nobody guesses first; the second person joins beside them', async () => {
  const page = await here.tablet.open(await here.invited(ZHOU.name))
  await letIn(page, here.asks)
  await expect(page.getByRole('heading', { name: words.set.title(ZHOU.name, 4) })).toBeVisible()
  await pressPin(page, '1234')
  await expect(says()).toContainText(words.set.refused.pinTrivial)
  await pressPin(page, ZHOU.pin)
  await expect(page.getByRole('heading', { name: words.set.again })).toBeVisible()
  await pressPin(page, '4072')
  await expect(says()).toContainText(words.set.differ)
  await choosePin(page, ZHOU.name, ZHOU.pin)
  await here.isWhole()

  await here.joins(TANG)
  await here.isReady()
})

test('without a network one leaves and the other comes: each finds their own half-written words, and nothing of the other’s', async () => {
  here.wire.cut()
  const { page } = here
  await goTo(page, `${here.origin}/feedback/new`)
  await unlock(page, ZHOU.name, ZHOU.pin)
  await page.locator('.capture textarea').first().fill(HALF)
  await expect.poll(async () => (await onDisk(page))['drafts']?.length).toBe(1)
  expect(JSON.stringify(await onDisk(page))).not.toContain(HALF)

  await goTo(page, `${here.origin}/`)
  await expect(page.getByRole('heading', { name: words.who })).toBeVisible()
  await unlock(page, TANG.name, TANG.pin)
  await page.getByRole('link', { name: zh.common.tabs.feedback, exact: true }).click()
  await expect(page.locator('.screen-title, h1').first()).toBeVisible()
  await expect(page.getByText(HALF)).toHaveCount(0)

  await leave(page)
  await goTo(page, `${here.origin}/feedback/new`)
  await unlock(page, ZHOU.name, ZHOU.pin)
  await expect(page.locator('.capture textarea').first()).toHaveValue(HALF)
})

test('SEC-19 without a network too one reads when one’s own PIN opened the tablet the last time, and not when another’s did', async () => {
  const { page } = here
  const reads = async ({ name, pin }: typeof ZHOU) => {
    await unlock(page, name, pin)
    const line = page.locator('.today-device').getByText(zh.today.device.lastOpened(''))
    const text = await line.textContent()
    await leave(page)
    return text
  }
  await goTo(page, `${here.origin}/`)
  await page.clock.setSystemTime(Date.now() + 2 * 3_600_000)
  const [before, now] = [await reads(ZHOU), await reads(ZHOU)]
  expect(now).not.toBe(before)
  expect(await reads(TANG)).not.toBe(now)
  await page.clock.setSystemTime(Date.now())
})

test('in two tabs one person is at the tablet: who comes in in one, or leaves there, has left the other', async () => {
  const { page } = here
  const isLocked = (tab: Page) => expect(tab.getByRole('heading', { name: words.who })).toBeVisible()
  const isIn = (tab: Page) => expect(tab.locator('.nav')).toBeVisible()
  await goTo(page, `${here.origin}/`)
  await unlock(page, ZHOU.name, ZHOU.pin)
  await isIn(page)
  const beside = await page.context().newPage()
  await goTo(beside, `${here.origin}/`)
  await unlock(beside, TANG.name, TANG.pin)
  await isIn(beside)
  await isLocked(page)

  await unlock(page, TANG.name, TANG.pin)
  await isIn(page)
  await isIn(beside)
  await leave(beside)
  await isLocked(page)
  await beside.close()
})

test('who is sent out by another tab in the middle of coming in enters the PIN again', async () => {
  const { page } = here
  await goTo(page, `${here.origin}/`)
  await page.locator('.lock').evaluate((lock) => lock.setAttribute('data-before', ''))
  const stop = await page.evaluateHandle(() => {
    const another = new BroadcastChannel('seat ')
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other origin to speak to
    const leaving = setInterval(() => another.postMessage(''), 1)
    return () => clearInterval(leaving)
  })
  await unlock(page, ZHOU.name, ZHOU.pin)
  await expect(page.locator('.lock:not([data-before])')).toBeVisible()
  await stop.evaluate((end) => end())

  await expect(page.locator('.lock')).toBeVisible()
  await unlock(page, ZHOU.name, ZHOU.pin)
  await expect(page.locator('.nav')).toBeVisible()
})

test('a new remark is written while it is locked, in the name of whoever says who they are; the office has it, the tablet shows it to nobody', async () => {
  await here.restart('kill')
  await noteLocked(here.page, TANG.name, '锁着的时候说的一句话')
  expect(JSON.stringify(await onDisk(here.page))).not.toContain('锁着的时候')
  here.wire.mend()
  await historySettled(here.page)
  await here.page.reload()
  await expect.poll(outbox).toEqual([])
  const desk = here.office.page
  await goTo(desk, `${here.origin}/feedback`)
  await expect(desk.getByText('锁着的时候说的一句话').first()).toBeVisible()
  await expect
    .poll(() => {
      const all = here.server.records()
      const remark = all.find((one) => (one as Feedback).text === '锁着的时候说的一句话')
      const member = all.find(({ id }) => (id as string) === remark?.author)
      return (member as { name?: string } | undefined)?.name
    })
    .toBe(TANG.name)
})

test('five wrong ones cost a minute: a restart gives none back, a clock set back neither, and nobody else waits for it', async () => {
  here.wire.cut()
  await noteLocked(here.page, ZHOU.name, '没传的一句')
  await choose(ZHOU.name)
  for (const n of [1, 2, 3, 4]) {
    await pressPin(here.page, '8888')
    await expect(says(), String(n)).toContainText(words.wrong)
  }
  await pressPin(here.page, '8888')
  await expect(says()).toContainText(/歇 1 分钟，还有/)

  await here.restart('kill')
  await choose(ZHOU.name)
  await expect(says()).toContainText(/歇 1 分钟，还有/)

  await here.page.clock.setSystemTime(Date.now() - 24 * 3_600_000)
  await here.page.reload()
  await choose(ZHOU.name)
  // A minute by the clock as it is now: neither over nor a day long.
  await expect(says()).toContainText(/歇 1 分钟，还有 (60|[1-5]?\d) 秒/)

  await unlock(here.page, TANG.name, TANG.pin)
  await expect(here.page.locator('.nav')).toBeVisible()
  expect(await outbox()).not.toEqual([])
  await leave(here.page)
})

test('after five nothing here says which PIN is right: without a network whoever enters one writes down what they see and reads nothing; the server sends them out, and what they wrote is kept', async () => {
  const { page } = here
  await page.clock.setSystemTime(Date.now() + 61_000)
  await choose(TANG.name)
  await choose(ZHOU.name)
  await pressPin(page, '8888')
  await expect(page.locator('.nav')).toBeVisible()
  await expect(page.locator('.vault-shut')).toContainText(zh.common.vault.unchecked)
  const drafts = async () => JSON.stringify((await onDisk(page))['drafts'])
  const before = await drafts()
  await page.getByRole('link', { name: zh.common.tabs.feedback, exact: true }).click()
  await page.getByRole('link', { name: zh.feedback.write }).click()
  await expect(page.locator('.capture textarea').first()).toHaveValue('')
  await expect(page.getByText(HALF)).toHaveCount(0)
  await heard(page, '没人核对的时候说的')
  expect(await drafts()).toBe(before)

  here.wire.mend()
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await expect(page.getByRole('heading', { name: words.who })).toBeVisible()
  await choose(ZHOU.name)
  // It counts as the sixth.
  await expect(says()).toContainText(/歇 1 分钟，还有/)
  await expect.poll(outbox).toEqual([])
  const desk = here.office.page
  await goTo(desk, `${here.origin}/feedback`)
  await expect(desk.getByText('没人核对的时候说的').first()).toBeVisible()
})

test('after ten only whoever invites can help; what was not sent still goes, and the right PIN does not open any more', async () => {
  const { page } = here
  // It would take five minutes; the clock is put on by one each time.
  let at = Date.now() + 61_000
  for (const n of [7, 8, 9, 10]) {
    at += 61_000
    await page.clock.setSystemTime(at)
    await choose(TANG.name)
    await choose(ZHOU.name)
    await expect(page.locator('.pad-key').first(), String(n)).not.toHaveAttribute('aria-disabled', 'true')
    await pressPin(page, '8888')
    await expect(says()).toContainText(n === 10 ? words.inviter : /歇 1 分钟，还有/)
    await expect(page.locator('.pad-key').first()).toHaveAttribute('aria-disabled', 'true')
  }
  here.wire.cut()
  await noteLocked(page, TANG.name, '还没传的一句')
  await choose(ZHOU.name)
  await expect(says()).toContainText(words.inviter)
  await page.clock.setSystemTime(at + 3_600_000)
  await page.reload()
  await choose(ZHOU.name)
  await expect(says()).toContainText(words.inviter)
  await expect(page.locator('.pad-key').first()).toHaveAttribute('aria-disabled', 'true')

  here.wire.mend()
  await page.clock.setSystemTime(Date.now())
  await page.reload()
  await expect.poll(outbox).toEqual([])
  const desk = here.office.page
  await goTo(desk, `${here.origin}/feedback`)
  await expect(desk.getByText('没传的一句').first()).toBeVisible()
  await expect(desk.getByText('还没传的一句').first()).toBeVisible()
})

test('whoever is invited anew sets another PIN and finds what they had half written', async () => {
  const { people } = await here.asked<{ people: readonly { person: string; name: string }[] }>('/api/people')
  const zhou = people.find(({ name }) => name === ZHOU.name)!
  await choose(ZHOU.name)
  await here.page.getByRole('button', { name: words.forgot }).click()
  await here.page.getByRole('dialog').getByRole('button', { name: words.haveInvitation }).click()
  await expect(here.page.getByLabel(zh.join.code.label)).toBeVisible()

  const half = async () => (await onDisk(here.page))['drafts'] as { own: string }[]
  const [before] = await half()
  await here.joins({ ...ZHOU, pin: '2749' }, zhou.person)
  // The office opens it for its author; then it lies there for the new PIN.
  await expect.poll(async () => (await half())[0]?.own).not.toBe(before?.own)
  await goTo(here.page, `${here.origin}/feedback/new`)
  await unlock(here.page, ZHOU.name, '2749')
  // It stands there, or is offered beside what is begun where they wrote last.
  const offered = here.page.getByRole('button', { name: HALF })
  await expect(async () => {
    if (await offered.isVisible()) await offered.click()
    await expect(here.page.locator('.capture textarea').first()).toHaveValue(HALF, { timeout: 1_000 })
  }).toPass()
})
