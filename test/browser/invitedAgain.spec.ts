import { expect, test } from '@playwright/test'
import type { Member } from '#domain/member.ts'
import { zh } from '#ui/words/zh/all.ts'
import { barriers, misfits } from './support/eye.ts'
import { goTo } from './support/historySettled.ts'
import { letIn } from './support/letIn.ts'
import { onDisk } from './support/onDisk.ts'
import { choosePin, unlock } from './support/pin.ts'
import { leave, SharedTablet } from './support/sharedTablet.ts'

const { again, form } = zh.people
const ZHOU = { name: '周桂芳', pin: '4071', next: '2749' }
const HALF = '三楼的灯从上个星期开始'
const SIZES = [
  [360, 800],
  [390, 844],
  [1280, 800],
] as const

let here: SharedTablet

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  here = await SharedTablet.prepare()
  await here.tablet.open(`${here.origin}/`)
  await here.joins(ZHOU)
  await here.isReady()
})

test.afterAll(() => here?.remove())

const desk = () => here.office.page
const named = () =>
  here.server
    .records()
    .filter((one): one is Member => one.kind === 'member' && (one as Member).name === ZHOU.name)
/** In the list of the team, as the office's own page shows it. */
const row = () => desk().locator('.row').filter({ hasText: ZHOU.name }).first()

async function opensSheet(): Promise<void> {
  await goTo(desk(), `${here.origin}/people`)
  await desk().getByText(zh.people.devices).waitFor()
  await row().click()
  await expect(desk().getByRole('dialog')).toContainText(again.text)
}

/** From the name in the list to the form. */
async function invitesAgain(): Promise<void> {
  await opensSheet()
  await desk().getByRole('dialog').getByRole('link', { name: again.key }).click()
  await expect(desk().getByRole('heading', { level: 1, name: again.key })).toBeVisible()
  await expect(desk().locator('.invite-form .row').first()).toContainText(ZHOU.name)
  await expect(desk().getByLabel(form.name)).toHaveCount(0)
}

/** Makes it, and answers the link that stands on its card. */
async function makes(): Promise<string> {
  await desk().getByRole('button', { name: form.make }).click()
  await desk().locator('.invite-qr svg').waitFor()
  return (await desk().locator('.invite-print-only').first().textContent()) ?? ''
}

/** What does not fit, or cannot be read, on what the office sees now. */
async function wrongAtDesk(): Promise<string[]> {
  const page = desk()
  const wrong = [...(await barriers(page, 'all'))]
  for (const text of ['100%', '200%'])
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height })
      await page.evaluate((size) => void (document.documentElement.style.fontSize = size), text)
      for (const one of await misfits(page)) wrong.push(`${width} wide, text ${text}: ${one}`)
    }
  await page.evaluate(() => void (document.documentElement.style.fontSize = ''))
  return wrong
}

test('who has forgotten their PIN is invited again from the list of the team, as the same person with the same duty, and finds what they had half written under another PIN', async () => {
  const { page } = here
  await goTo(page, `${here.origin}/feedback/new`)
  await unlock(page, ZHOU.name, ZHOU.pin)
  await page.locator('.capture textarea').first().fill(HALF)
  const drafts = async () => (await onDisk(page))['drafts'] as { own: string }[] | undefined
  await expect.poll(async () => (await drafts())?.length).toBe(1)
  // Everything typed is under the old PIN by then, and nothing but the office's opening changes it.
  await leave(page)
  const before = (await drafts())?.[0]?.own
  const duties = named()[0]?.appointments

  await invitesAgain()
  await expect(desk().getByText(again.same)).toBeVisible()
  await goTo(page, await makes())
  await letIn(page, here.asks)
  await choosePin(page, ZHOU.name, ZHOU.next)
  await here.isWhole()
  await expect.poll(async () => (await drafts())?.[0]?.own).not.toBe(before)
  await goTo(page, `${here.origin}/feedback/new`)
  await unlock(page, ZHOU.name, ZHOU.next)
  const offered = page.getByRole('button', { name: HALF })
  await expect(async () => {
    if (await offered.isVisible()) await offered.click()
    await expect(page.locator('.capture textarea').first()).toHaveValue(HALF, { timeout: 1_000 })
  }).toPass()
  expect(named().map(({ appointments }) => appointments)).toEqual([duties])
})

test('the name’s sheet and the form can be read and fit, at 200 per cent too', async () => {
  await opensSheet()
  expect(await wrongAtDesk()).toEqual([])
  await invitesAgain()
  await desk().getByRole('button', { name: form.moreRoles }).click()
  await desk().locator('label').filter({ hasText: zh.people.roles.steward }).first().click()
  await expect(desk().getByLabel(again.from)).toBeVisible()
  expect(await wrongAtDesk()).toEqual([])
})

test('another duty comes by the same form: both stand under one name in the list, and the next invitation is for somebody new', async () => {
  await invitesAgain()
  await desk().getByRole('button', { name: form.moreRoles }).click()
  await desk().locator('label').filter({ hasText: zh.people.roles.steward }).first().click()
  await expect(desk().getByText(again.added)).toBeVisible()
  await expect(desk().getByLabel(again.from)).toBeVisible()
  const link = await makes()
  await goTo(here.page, link)
  await letIn(here.page, here.asks)
  await choosePin(here.page, ZHOU.name, ZHOU.next)
  await here.isWhole()

  await desk().getByRole('button', { name: zh.people.made.next }).click()
  await expect(desk().getByLabel(form.name)).toHaveValue('')
  // Whoever types the name of somebody who is here is shown the way to them.
  await desk().getByLabel(form.name).fill(ZHOU.name)
  await expect(desk().getByRole('link', { name: again.known(ZHOU.name) })).toBeVisible()
  await goTo(desk(), `${here.origin}/people`)
  await expect(row()).toContainText(zh.people.roles.supervisor)
  await expect(row()).toContainText(zh.people.roles.steward)
  expect(named().map(({ appointments }) => appointments.map(({ role }) => role))).toEqual([
    ['supervisor', 'steward'],
  ])
})

test('who has no duty any more is invited again as who they are, and without a network it is said that it needs one', async () => {
  for (const { role, place } of named()[0]!.appointments)
    await here.asked('/api/appointments/end', { person: named()[0]!.id, role, place, to: '2000-01-01' })
  await goTo(desk(), `${here.origin}/people`)
  await expect(row()).toContainText(zh.people.away)
  await invitesAgain()
  await expect(desk().locator('.invite-form .row').first()).toContainText(zh.people.away)

  here.wire.cut()
  await desk().context().setOffline(true)
  await goTo(desk(), `${here.origin}/people`)
  await row().click()
  await desk().getByRole('dialog').getByRole('link', { name: again.key }).click()
  await expect(desk().getByText(zh.people.offline.title)).toBeVisible()
  here.wire.mend()
  await desk().context().setOffline(false)
})
