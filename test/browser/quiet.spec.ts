import { type Browser, expect, type Page, test } from '@playwright/test'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { Role } from '#domain/roles.ts'
import { aPort } from './support/aPort.ts'
import { enteredForOffline } from './support/entered.ts'
import { kept, records, sent } from './support/onDisk.ts'
import { misfits } from './support/eye.ts'
import { RealServer } from './support/server.ts'
import { LANGUAGES } from './support/walk.ts'
import { goTo } from './support/historySettled.ts'

const { zh } = LANGUAGES
const words = zh.feedback
let server: RealServer

test.beforeAll(async () => {
  server = await RealServer.prepare(await aPort())
  await server.start('--demo')
})
test.afterAll(() => server?.remove())

const entered = (browser: Browser, role: Role) => enteredForOffline(browser, server.origin, role)

const remarksOf = async (page: Page) =>
  (await records(page)).filter((one): one is Feedback => one.kind === 'feedback')

/** The office says on the page of a remark who sees it. */
async function says(page: Page, id: string, quietly: boolean): Promise<void> {
  await goTo(page, `${server.origin}/feedback/${id}`)
  await page.getByRole('button', { name: words.detail.edit, exact: true }).click()
  const sheet = page.locator('dialog[open]')
  await sheet
    .locator('label.segment')
    .filter({ hasText: quietly ? words.capture.quietly : words.capture.openly })
    .click()
  if (quietly) await expect(sheet).toContainText(words.capture.quietText)
  expect(await misfits(page)).toEqual([])
  await sheet.getByRole('button', { name: zh.common.save, exact: true }).click()
  await expect(sheet).toHaveCount(0)
  await sent(page)
}

test('a mark that the office sets takes a remark off the others’ devices, from their lists and their disks; without a network and after a restart too', async ({
  browser,
}) => {
  const [officer, grid, steward] = [
    await entered(browser, 'officer'),
    await entered(browser, 'gridWorker'),
    await entered(browser, 'steward'),
  ]
  const here = new Set((await remarksOf(grid)).map(({ id }) => id))
  const theirs = await remarksOf(steward)
  const remark = theirs.find((one) => here.has(one.id) && !one.quiet && one.text.length > 4)!
  expect(remark).toBeDefined()
  await goTo(steward, `${server.origin}/feedback/${remark.id}`)
  await expect(steward.locator('.detail-text')).toContainText(remark.text.slice(0, 4))

  await says(officer, remark.id, true)
  await expect(officer.locator('.detail-what')).toContainText(words.capture.quietly)
  // It stands before the steward while it goes: the page says so, and nothing of it is left.
  await expect(steward.getByText(words.detail.gone)).toBeVisible()
  await expect.poll(() => kept(steward)).not.toContain(remark.text)
  await goTo(steward, `${server.origin}/feedback`)
  await expect(steward.locator('.remark').first()).toBeVisible()
  expect(await steward.content()).not.toContain(remark.text)
  await steward.context().setOffline(true)
  await steward.reload()
  await expect(steward.locator('.remark').first()).toBeVisible()
  expect(await steward.content()).not.toContain(remark.text)
  await steward.context().setOffline(false)

  // Whoever looks after the place goes on reading it; the council is not offered what is settled quietly.
  await goTo(grid, `${server.origin}/feedback/${remark.id}`)
  await expect(grid.locator('.detail-what')).toContainText(words.capture.quietly)
  await expect(officer.getByText(zh.atCouncil.mark, { exact: true })).toHaveCount(0)
  await expect(officer.getByText(zh.atCouncil.toTopic, { exact: true })).toHaveCount(0)

  await says(officer, remark.id, false)
  await goTo(steward, `${server.origin}/feedback/${remark.id}`)
  await expect(steward.locator('.detail-text')).toContainText(remark.text.slice(0, 4))
})
