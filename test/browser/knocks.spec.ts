import { type Browser, expect, type Page, test } from '@playwright/test'
import { pdfText } from '#test/support/pdfText.ts'
import type { InvitationReply } from '#wire/office.ts'
import { barriers, misfits } from './support/eye.ts'
import { numberOn, saysYes } from './support/letIn.ts'
import { answersPin, choosePin, pressPin, unlock } from './support/pin.ts'
import { SharedTablet } from './support/sharedTablet.ts'
import { LANGUAGES } from './support/walk.ts'
import { goTo } from './support/historySettled.ts'

const { zh } = LANGUAGES
const PHONE = { width: 390, height: 844 }
const THEMES = ['day', 'night', 'sun'] as const
const SIZES = [
  [360, 800],
  [390, 844],
  [1280, 800],
] as const
const OFFICER = { name: '林老师', pin: '9035' }
const PASSPHRASE = '锦江边上慢慢走一走看灯'

let here: SharedTablet

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  here = await SharedTablet.prepare()
})

test.afterAll(() => here?.remove())

/** A phone of one's own that somebody opens an invitation on, and confirms. */
async function knocks(browser: Browser, { link }: InvitationReply): Promise<Page> {
  const context = await browser.newContext({ viewport: PHONE, reducedMotion: 'reduce', locale: 'zh-CN' })
  await context.addInitScript(() => localStorage.setItem('linbian.language', 'zh'))
  const page = await context.newPage()
  await answersPin(page)
  await goTo(page, link)
  await page.getByRole('button', { name: zh.join.look.go, exact: true }).click()
  await expect(page.locator('.big-digits')).toBeVisible()
  return page
}

const invites = (name: string) => here.invites({ name, role: 'gridWorker', deviceKind: 'own' })
const desk = () => here.office.page
const shownAt = async (page: Page) =>
  (await page.locator('.knock .big-digits b').allTextContents()).map((text) => text.replaceAll(/\D/g, ''))
const answer = (page: Page, number: string, name: string) =>
  page
    .locator('.knock-one')
    .filter({ has: page.locator(`b[aria-label="${[...number].join(' ')}"]`) })
    .getByRole('button', { name })

/** Everything that does not fit, or cannot be read, on what is shown now. */
async function wrongIn(page: Page, what: string): Promise<string[]> {
  const wrong: string[] = []
  for (const theme of THEMES) {
    await page.evaluate((next) => void (document.documentElement.dataset['theme'] = next), theme)
    for (const one of await barriers(page, theme === 'day' ? 'all' : 'colours'))
      wrong.push(`${what}, ${theme}: ${one}`)
  }
  for (const text of ['100%', '200%'])
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height })
      await page.evaluate((size) => void (document.documentElement.style.fontSize = size), text)
      for (const one of await misfits(page)) wrong.push(`${what}, ${width} wide, text ${text}: ${one}`)
    }
  await page.evaluate(() => {
    document.documentElement.dataset['theme'] = 'day'
    document.documentElement.style.fontSize = ''
  })
  return wrong
}

test('the inviter makes an invitation, sees the number that stands on the phone, and says yes: the phone goes on by itself', async ({
  browser,
}) => {
  const page = desk()
  await goTo(page, `${here.origin}/people/invite`)
  await page.getByLabel(zh.people.form.name).fill('何桂英')
  await page.locator('label').filter({ hasText: zh.people.form.own }).first().click()
  await page.getByRole('button', { name: zh.people.form.make }).click()
  await expect(page.getByText(zh.people.knock.waits)).toBeVisible()
  const link = (await page.locator('.invite-print-only').textContent()) ?? ''
  // Its card on paper shows each of them in a picture, the number too, and is one page.
  const { scan, press, read, inside } = zh.people.made.steps
  await expect(page.locator('.invite-steps p')).toHaveText([scan, press, read, inside])
  expect(await pdfText(await page.pdf({ format: 'A4' }))).toHaveLength(1)
  const phone = await knocks(browser, { link } as InvitationReply)
  await expect(phone.getByText(zh.join.wait.read(OFFICER.name))).toBeVisible()
  const number = await numberOn(phone)
  expect(number).toMatch(/^\d{6}$/)
  await expect.poll(() => shownAt(page)).toEqual([number])
  await expect(page.getByRole('heading', { name: zh.people.knock.title('何桂英') })).toBeVisible()

  await answer(page, number, zh.people.knock.yes).click()
  await expect(phone.getByRole('heading', { level: 1 })).toContainText('何桂英')
  await expect(page.locator('.panel').getByText(zh.people.knock.let('何桂英'))).toBeVisible()
  await expect(page.locator('.knock')).toHaveCount(0)
})

test('W12 the inviter’s Today says that somebody waits, leads to the number, and is quiet without a network and after the answer', async ({
  browser,
}) => {
  const { knock: words } = zh.officeDay
  const page = desk()
  await goTo(page, here.origin)
  const line = page.locator('.panel').filter({ hasText: words.title(1) })
  await expect(page.locator('.strip')).toBeVisible()
  await expect(line).toHaveCount(0)
  const phone = await knocks(browser, await invites('江秀琼'))
  const number = await numberOn(phone)
  await expect(line).toBeVisible()
  expect(await wrongIn(page, 'somebody waits')).toEqual([])
  await page.context().setOffline(true)
  await page.evaluate(() => dispatchEvent(new Event('offline')))
  await page.locator('.strip').click()
  await page.getByRole('button', { name: zh.sync.now }).click()
  await page.keyboard.press('Escape')
  await expect(line).toHaveCount(0)
  await page.context().setOffline(false)
  await expect(line).toBeVisible()

  await line.getByRole('link', { name: words.go }).click()
  await answer(page, number, zh.people.knock.yes).click()
  await expect(phone.getByRole('heading', { level: 1 })).toContainText('江秀琼')
  await goTo(page, here.origin)
  await expect(page.locator('.strip')).toContainText(zh.sync.strip.done)
  await expect(line).toHaveCount(0)
})

test('a no is asked about once, ends the invitation, and is read on the phone in words', async ({
  browser,
}) => {
  const invitation = await invites('廖姐')
  const phone = await knocks(browser, invitation)
  const number = await numberOn(phone)
  const page = desk()
  await goTo(page, `${here.origin}/people`)
  await answer(page, number, zh.people.knock.no).click()
  await expect(page.getByRole('dialog')).toContainText(zh.people.knock.noText)
  await page.getByRole('dialog').getByRole('button', { name: zh.common.cancel }).click()
  await answer(page, number, zh.people.knock.no).click()
  await page.getByRole('button', { name: zh.people.knock.noGo }).click()
  await expect(phone.getByText(zh.join.refused.invitationDeclined)).toBeVisible()
  await expect(page.locator('.knock')).toHaveCount(0)
  // Opened again it says the same, and waits for nothing.
  await goTo(phone, invitation.link)
  await expect(phone.getByText(zh.join.refused.invitationDeclined)).toBeVisible()
})

test('an invitation that was forwarded shows both numbers; one is let in, the other hears that it is used, and the office that it was tried', async ({
  browser,
}) => {
  const invitation = await invites('唐玉珍')
  const [theirs, stranger] = [await knocks(browser, invitation), await knocks(browser, invitation)]
  const [number, other] = [await numberOn(theirs), await numberOn(stranger)]
  const page = desk()
  await goTo(page, `${here.origin}/people`)
  await expect(page.locator('.knock').first()).toBeVisible()
  await expect.poll(async () => (await shownAt(page)).toSorted()).toEqual([number, other].toSorted())
  await expect(page.getByText(zh.people.knock.several(2))).toBeVisible()
  await answer(page, number, zh.people.knock.yes).click()
  await expect(theirs.getByRole('heading', { level: 1 })).toContainText('唐玉珍')
  await expect(stranger.getByText(zh.join.refused.invitationUsed)).toBeVisible()

  const late = await (await browser.newContext({ viewport: PHONE, locale: 'zh-CN' })).newPage()
  await goTo(late, invitation.link)
  await expect(late.getByText(zh.join.refused.invitationUsed)).toBeVisible()
  await page.reload()
  const row = page.locator('.row').filter({ hasText: zh.people.knock.vain(1) })
  await expect(row).toContainText('唐玉珍')
})

test('whoever waits loses the network, closes the page and comes back: the same number still stands, and the yes finds them', async ({
  browser,
}) => {
  const phone = await knocks(browser, await invites('李师傅'))
  const number = await numberOn(phone)
  await phone.context().setOffline(true)
  await expect(phone.getByText(zh.join.wait.offline)).toBeVisible({ timeout: 15_000 })
  expect(await numberOn(phone)).toBe(number)
  const page = desk()
  await goTo(page, `${here.origin}/people`)
  await expect(page.locator('.knock').first()).toBeVisible()
  await expect.poll(() => shownAt(page)).toEqual([number])
  await phone.context().setOffline(false)
  await expect(phone.getByText(zh.join.wait.offline)).toBeHidden({ timeout: 15_000 })

  await goTo(phone, 'about:blank')
  await goTo(phone, `${here.origin}/`)
  await phone.getByRole('link', { name: zh.join.welcome.haveInvitation }).click()
  await expect(phone.locator('.big-digits')).toBeVisible()
  expect(await numberOn(phone)).toBe(number)
  await phone.context().setOffline(true)
  await answer(page, number, zh.people.knock.yes).click()
  await expect(page.locator('.knock')).toHaveCount(0)
  await phone.context().setOffline(false)
  await expect(phone.getByRole('heading', { level: 1 })).toContainText('李师傅')
})

test('on the shared tablet the inviter’s own PIN says yes there and then; a wrong one does not', async () => {
  const page = await here.tablet.open(`${here.origin}/login`)
  const { signIn } = zh.join
  await page.getByLabel(signIn.name).fill(OFFICER.name)
  await page.getByLabel(signIn.passphrase, { exact: true }).fill(PASSPHRASE)
  await page.locator('label').filter({ hasText: zh.setup.officer.shared }).first().click()
  await page.getByRole('button', { name: signIn.go }).click()
  await choosePin(page, OFFICER.name, OFFICER.pin)
  await expect(page.locator('.nav')).toBeVisible()
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)

  await goTo(page, await here.invited('周桂芳'))
  await page.getByRole('button', { name: zh.join.look.go, exact: true }).click()
  await expect(page.getByText(zh.join.wait.byPin(OFFICER.name))).toBeVisible()
  expect(await wrongIn(page, 'the inviter’s PIN')).toEqual([])
  await pressPin(page, '1357')
  await expect(page.locator('.pad-says')).toContainText(zh.lock.wrong)
  await pressPin(page, OFFICER.pin)
  await choosePin(page, '周桂芳')
  await expect(page.locator('.nav')).toBeVisible()

  // They are elsewhere: the number does it, as on a phone.
  await goTo(page, await here.invited('廖世全'))
  await page.getByRole('button', { name: zh.join.look.go, exact: true }).click()
  await page.getByRole('button', { name: zh.join.wait.notHere(OFFICER.name) }).click()
  const number = await numberOn(page)
  await goTo(desk(), `${here.origin}/people`)
  await answer(desk(), number, zh.people.knock.yes).click()
  await choosePin(page, '廖世全', '2749')
  await goTo(page, `${here.origin}/`)
  await unlock(page, '周桂芳')
  await expect(page.locator('.nav')).toBeVisible()
})

for (const language of ['zh', 'en'] as const)
  test(`both screens can be read and pressed, also with large text, ${language}`, async ({ browser }) => {
    const words = LANGUAGES[language]
    const invitation = await invites(`王秀兰${language}`)
    const context = await browser.newContext({ viewport: PHONE, reducedMotion: 'reduce' })
    await context.addInitScript((next) => localStorage.setItem('linbian.language', next), language)
    const phone = await context.newPage()
    await goTo(phone, invitation.link)
    await phone.getByRole('button', { name: words.join.look.go, exact: true }).click()
    await expect(phone.locator('.big-digits')).toBeVisible()
    expect(await wrongIn(phone, 'waiting')).toEqual([])
    const second = await knocks(browser, invitation)
    const page = desk()
    await page.evaluate((next) => localStorage.setItem('linbian.language', next), language)
    await goTo(page, `${here.origin}/people`)
    const both = page
      .locator('.knock')
      .filter({ hasText: `王秀兰${language}` })
      .locator('.knock-one')
    await expect(both).toHaveCount(2)
    expect(await wrongIn(page, 'two who wait')).toEqual([])
    await second.close()
    await page.evaluate(() => localStorage.setItem('linbian.language', 'zh'))
  })

test('whoever sees numbers only finds the way back to them where the app begins', async ({ browser }) => {
  const phone = await knocks(
    browser,
    await here.invites({ name: '街道老秦', role: 'overseer', deviceKind: 'own' }),
  )
  await saysYes(here.asks, await numberOn(phone))
  await phone.waitForURL(/\/gongshi\/counts/)
  // Without a bookmark: by the address that everybody knows.
  await goTo(phone, here.origin)
  const way = phone.getByRole('button', { name: zh.join.welcome.counts })
  await expect(way).toBeVisible()
  expect(await wrongIn(phone, 'the way to the numbers')).toEqual([])
  await way.click()
  await phone.waitForURL(/\/gongshi\/counts/)
  await expect(phone.locator('main h2')).toHaveText(['春和苑'])
})
