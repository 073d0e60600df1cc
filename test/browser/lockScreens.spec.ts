import { letIn } from './support/letIn.ts'
import { expect, test } from '@playwright/test'
import { en } from '#ui/words/en/all.ts'
import { zh } from '#ui/words/zh/all.ts'
import { barriers, misfits } from './support/eye.ts'
import { PIN, pressPin, unlock } from './support/pin.ts'
import { SharedTablet } from './support/sharedTablet.ts'
import { goTo } from './support/historySettled.ts'

const LANGUAGES = { zh, en }
const THEMES = ['day', 'night', 'sun'] as const
const SIZES = [
  [1280, 800],
  [390, 844],
  [360, 640],
] as const
const ZHOU = { name: '周桂芳', pin: PIN }
const TANG = { name: '唐玉珍', pin: '9035' }

let here: SharedTablet

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  here = await SharedTablet.prepare()
  await here.tablet.open(`${here.origin}/`)
})

test.afterAll(() => here?.remove())

/** What is wrong with what stands there now, in every look. */
async function wrongIn(state: string): Promise<readonly string[]> {
  const { page } = here
  const wrong: string[] = []
  const note = (looks: string, found: readonly string[]) =>
    wrong.push(...found.map((one) => `${state}, ${looks}: ${one}`))
  for (const theme of THEMES) {
    await page.evaluate((next) => void (document.documentElement.dataset['theme'] = next), theme)
    note(theme, await barriers(page, theme === 'day' ? 'all' : 'colours'))
  }
  for (const text of ['100%', '200%'])
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height })
      await page.evaluate((size) => void (document.documentElement.style.fontSize = size), text)
      note(`${width} wide, text ${text}`, await misfits(page))
    }
  await page.evaluate(() => {
    document.documentElement.dataset['theme'] = 'day'
    document.documentElement.style.fontSize = ''
  })
  await page.setViewportSize({ width: 1280, height: 800 })
  return wrong
}

test('whoever sets a PIN can read and press everything on the way', async () => {
  const { page } = here
  await goTo(page, await here.invited(ZHOU.name))
  await letIn(page, here.asks)
  await expect(page.getByRole('heading', { name: zh.lock.set.title(ZHOU.name, PIN.length) })).toBeVisible()
  expect(await wrongIn('a new PIN')).toEqual([])
  await pressPin(page, PIN)
  await expect(page.getByRole('heading', { name: zh.lock.set.again })).toBeVisible()
  await pressPin(page, PIN)
  await expect(page.locator('.nav')).toBeVisible()
  expect(await wrongIn('Today, with the key for a change of person')).toEqual([])
  await here.joins(TANG)
  await goTo(page, `${here.origin}/bins`)
  await unlock(page, ZHOU.name)
  await page.getByRole('button', { name: zh.bins.start.go }).click()
  await expect(page.locator('.tally-main')).toBeVisible()
})

for (const language of ['zh', 'en'] as const) {
  test(`a locked tablet can be read and pressed in all its states, ${language}`, async () => {
    const { page } = here
    const words = LANGUAGES[language]
    await page.evaluate((next) => localStorage.setItem('linbian.language', next), language)
    await goTo(page, `${here.origin}/`)
    await expect(page.getByRole('heading', { name: words.lock.who })).toBeVisible()
    await expect(page.getByRole('heading', { name: words.lock.enter(ZHOU.name, 4) })).toBeVisible()
    expect(await wrongIn('locked')).toEqual([])

    await pressPin(page, '8888')
    await expect(page.locator('.pad-says')).toContainText(words.lock.wrong)
    expect(await wrongIn('a wrong PIN')).toEqual([])

    const dialog = page.getByRole('dialog')
    const shut = () => dialog.getByRole('button', { name: words.lock.toLock, exact: true }).click()
    await page.getByRole('button', { name: words.lock.forgot }).click()
    await expect(dialog.getByText(words.lock.forgotText)).toBeVisible()
    expect(await wrongIn('a forgotten PIN')).toEqual([])
    await shut()

    await page.getByRole('button', { name: words.lock.note }).click()
    await expect(dialog.getByRole('button', { name: TANG.name })).toBeVisible()
    expect(await wrongIn('who writes')).toEqual([])
    await dialog.getByRole('button', { name: TANG.name }).click()
    await expect(page.getByRole('button', { name: words.feedback.capture.choose }).first()).toBeVisible()
    expect(await wrongIn('a new remark while locked')).toEqual([])

    await goTo(page, `${here.origin}/`)
    await page.getByRole('button', { name: words.lock.goOn(ZHOU.name) }).click()
    await expect(page.locator('.tally-main')).toBeVisible()
    expect(await wrongIn('counting while locked')).toEqual([])
  })
}

test('a tablet that rests, or that only whoever invites can open, says so where it can be read', async () => {
  const { page } = here
  await page.evaluate(() => localStorage.setItem('linbian.language', 'zh'))
  await goTo(page, `${here.origin}/`)
  const card = (name: string) => page.locator('.lock-card').filter({ hasText: name })
  // Two were wrong before.
  for (const n of [3, 4, 5]) {
    await card(ZHOU.name).click()
    await pressPin(page, '8888')
    if (n < 5) await expect(page.locator('.pad-says')).toContainText(zh.lock.wrong)
  }
  await expect(page.locator('.pad-says')).toContainText(/歇 1 分钟，还有/)
  expect(await wrongIn('a minute of rest')).toEqual([])

  let at = Date.now()
  for (const n of [6, 7, 8, 9, 10]) {
    at += 61_000
    await page.clock.setSystemTime(at)
    await card(TANG.name).click()
    await card(ZHOU.name).click()
    await expect(page.locator('.pad-key').first(), String(n)).not.toHaveAttribute('aria-disabled', 'true')
    await pressPin(page, '8888')
    await expect(page.locator('.pad-says')).toContainText(n === 10 ? zh.lock.inviter : /歇 1 分钟，还有/)
    await expect(page.locator('.pad-key').first()).toHaveAttribute('aria-disabled', 'true')
  }
  expect(await wrongIn('only whoever invites')).toEqual([])
})

test('an officer on it says their passphrase before the office’s work, and again after it was locked', async () => {
  const { page } = here
  await goTo(page, `${here.origin}/login`)
  const { signIn } = zh.join
  await page.getByLabel(signIn.name).fill('林老师')
  await page.getByLabel(signIn.passphrase, { exact: true }).fill('锦江边上慢慢走一走看灯')
  await page.getByRole('button', { name: signIn.go }).click()
  await expect(page.getByRole('heading', { name: zh.lock.set.title('林老师', 4) })).toBeVisible()
  await pressPin(page, '2749')
  await expect(page.getByRole('heading', { name: zh.lock.set.again })).toBeVisible()
  await pressPin(page, '2749')
  await expect(page.locator('.nav')).toBeVisible()

  const toPeople = () => page.locator('.nav-person').click()
  const says = async () => {
    await expect(page.getByText(zh.lock.office.text)).toBeVisible()
    await page.getByLabel(signIn.passphrase, { exact: true }).fill('锦江边上慢慢走一走看灯')
    await page.getByRole('button', { name: signIn.go }).click()
    await expect(page.getByRole('link', { name: zh.people.invite })).toBeVisible()
  }
  await toPeople()
  await expect(page.getByText(zh.lock.office.text)).toBeVisible()
  expect(await wrongIn('a passphrase for the office')).toEqual([])
  // What each field is for stands apart from what is above it.
  const boxes = await Promise.all(
    [page.getByText(zh.lock.office.text), ...(await page.locator('main .field').all())].map((one) =>
      one.boundingBox(),
    ),
  )
  for (const [at, box] of boxes.entries())
    if (at > 0) expect(box!.y - (boxes[at - 1]!.y + boxes[at - 1]!.height)).toBeGreaterThanOrEqual(8)
  await says()
  await page.getByRole('button', { name: zh.common.changePerson, exact: true }).click()
  await unlock(page, '林老师', '2749')
  await toPeople()
  await says()
})
