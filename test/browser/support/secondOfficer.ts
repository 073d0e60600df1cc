import { type Browser, expect, type Page, request as requests } from '@playwright/test'
import type { Waiting } from '#wire/invitations.ts'
import type { InvitationReply } from '#wire/office.ts'
import { type Asks, saysYes } from './letIn.ts'
import { answersPin } from './pin.ts'
import { LANGUAGES } from './walk.ts'
import { goTo } from './historySettled.ts'

const { zh } = LANGUAGES
export const PASSPHRASE = '锦江边上慢慢走一走看灯'

/** Another officer, who signs in by name and passphrase; invited by one who is here. */
export async function addOfficer(inviter: Asks, origin: string, name: string): Promise<void> {
  const me = (await inviter('/api/me')) as { compound: string }
  const form = { name, role: 'officer', place: me.compound, from: '2024-01-01', deviceKind: 'own' }
  const { code: key } = (await inviter('/api/invitations', form)) as InvitationReply
  // A browser of its own, without anybody's cookie.
  const theirs = await requests.newContext()
  const data = { key, deviceKind: 'own', passphrase: PASSPHRASE, attempt: crypto.randomUUID() }
  const knocked = await theirs.post(`${origin}/api/join`, { data })
  await saysYes(inviter, ((await knocked.json()) as Waiting).waiting)
  expect((await theirs.post(`${origin}/api/join`, { data })).status()).toBe(200)
  await theirs.dispose()
}

/** A phone on which an officer has just signed in and set a PIN where one is asked for, and which opens without a network from here on. */
export async function signedIn(browser: Browser, origin: string, name: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    reducedMotion: 'reduce',
    acceptDownloads: true,
  })
  await context.addInitScript(() => localStorage.setItem('linbian.language', 'zh'))
  const page = await context.newPage()
  await answersPin(page)
  await goTo(page, `${origin}/login`)
  await page.getByLabel(zh.join.signIn.name).fill(name)
  await page.getByLabel(zh.join.signIn.passphrase).fill(PASSPHRASE)
  await page.getByRole('button', { name: zh.join.signIn.go, exact: true }).click()
  await expect(page.locator('.strip').filter({ hasText: zh.sync.strip.done })).toBeVisible()
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  return page
}
