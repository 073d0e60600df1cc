import { expect, type Page, test } from '@playwright/test'
import type { PersonRow } from '#device/office.ts'
import type { Resident } from '#domain/resident.ts'
import type { Visit } from '#domain/visit.ts'
import { zh } from '#ui/words/zh/all.ts'
import { onDisk, records } from './support/onDisk.ts'
import { Profile } from './support/profile.ts'
import { RealServer } from './support/server.ts'
import { enterAs } from './support/walk.ts'

const PHONE = { width: 390, height: 844 }
const { handedOver, people } = zh

const server = await RealServer.prepare(20_000 + Math.floor(Math.random() * 20_000))
let office: Profile
let leaver: Profile
let comer: Profile

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  await server.start('--demo')
  office = await Profile.make({ width: 1280, height: 800 })
  leaver = await Profile.make(PHONE)
  comer = await Profile.make(PHONE)
})
test.afterAll(async () => {
  for (const profile of [office, leaver, comer]) await profile?.remove()
  await server.remove()
})

/** Everything this browser keeps for the product: all of IndexedDB, and every text in Cache Storage. */
async function keptIn(page: Page): Promise<string> {
  const cached = await page.evaluate(async () => {
    const texts: string[] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const answer = await cache.match(request)
        texts.push(request.url, (await answer?.text()) ?? '')
      }
    }
    return texts.join('\n')
  })
  const here = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))
  return `${JSON.stringify(await onDisk(page))}\n${cached}\n${here}`
}

const offline = (page: Page, is: boolean) => page.context().setOffline(is)
const unsentOn = async (page: Page) => (await onDisk(page))['outbox']?.length
const panel = (page: Page, text: string) => page.locator('.panel').filter({ hasText: text })
const meOn = async (page: Page) => {
  const meta = (await onDisk(page))['meta'] as readonly { readonly person?: string }[]
  return meta.find((row) => row.person !== undefined)?.person
}
const team = async (page: Page) =>
  (
    (await page.evaluate(async () => (await fetch('/api/people')).json())) as {
      people: readonly PersonRow[]
    }
  ).people

test('a volunteer’s staircases go to another: nothing unsent is stranded, no name stays behind, and both read who has them', async () => {
  const away = await leaver.open(`${server.origin}/`)
  await enterAs(away, server.origin, 'gridWorker', zh)
  await away.waitForFunction(() => navigator.serviceWorker.controller !== null)
  const next = await comer.open(`${server.origin}/`)
  await enterAs(next, server.origin, 'party', zh)
  await next.waitForFunction(() => navigator.serviceWorker.controller !== null)
  const desk = await office.open(`${server.origin}/`)
  await enterAs(desk, server.origin, 'officer', zh)

  const me = await meOn(away)
  const name = (await team(desk)).find((one) => one.person === me)!.name
  const other = (await team(desk)).find((one) => one.appointments.some(({ role }) => role === 'party'))!.name
  const roster = (await records(away)).filter((one): one is Resident => one.kind === 'resident')
  expect(roster.length).toBeGreaterThan(100)
  const canaries = roster.map((one) => one.name)
  for (const canary of canaries.slice(0, 20)) expect(await keptIn(away)).toContain(canary)

  // One knock is on the phone only when the office gives her places away, and another is made after the end.
  await offline(away, true)
  const knock = async () => {
    await away.goto(`${server.origin}/doors`)
    await away.locator('a[href^="/doors/visit/"]').first().click()
    const before = (await unsentOn(away))!
    await away.locator('.key').filter({ hasText: zh.doors.outcome.met }).first().click()
    await expect.poll(() => unsentOn(away)).toBeGreaterThan(before)
  }
  await knock()

  const duties = (await team(desk)).find((one) => one.person === me)!.appointments.length
  for (let left = duties; left > 0; left -= 1) {
    await desk.goto(`${server.origin}/people`)
    await desk.getByText(people.devices).waitFor()
    await desk.locator('.row').filter({ hasText: name }).first().click()
    await desk.getByRole('button', { name: handedOver.give }).first().click()
    await desk.locator('dialog label').filter({ hasText: handedOver.days.today }).click()
    await desk.locator('dialog .row').filter({ hasText: other }).click()
    await expect(desk.locator('dialog.dialog')).toContainText(handedOver.askText(name))
    await desk.getByRole('button', { name: handedOver.go }).click()
    await desk.locator('.toast').waitFor()
  }
  await expect(desk.locator('.row').filter({ hasText: name }).first()).toContainText(people.away)

  await next.goto(`${server.origin}/`)
  await expect(panel(next, handedOver.gotText(name))).toHaveCount(duties)
  await expect
    .poll(async () => (await records(next)).filter((one) => one.kind === 'resident').length)
    .toBe(roster.length)

  await knock()
  await offline(away, false)
  await away.evaluate(() => dispatchEvent(new Event('online')))
  await expect.poll(() => unsentOn(away)).toBe(0)
  await away.goto(`${server.origin}/`)
  const told = panel(away, handedOver.givenText)
  await expect(told).toHaveCount(duties)
  await expect(told.first()).toContainText(other)
  await expect.poll(async () => (await records(away)).length).toBe(0)
  const left = await keptIn(away)
  expect(canaries.filter((canary) => left.includes(canary))).toEqual([])

  // Read once is read: on either phone, also after a reload.
  for (const page of [away, next]) {
    for (let count = duties; count > 0; count -= 1) {
      await page.locator('.panel').getByRole('button', { name: handedOver.understood }).first().click()
      await expect(page.locator('.panel').getByRole('button', { name: handedOver.understood })).toHaveCount(
        count - 1,
      )
    }
    // Whoever has nothing to do here any more is told by the server, so the answer has to be there.
    const answered = page === away ? page.waitForResponse((one) => one.url().endsWith('/api/me')) : undefined
    await page.reload()
    await page.locator('h1').waitFor()
    await answered
    const read = await page.evaluate(() => localStorage.getItem('linbian.handedOver'))
    expect(read?.split(' ')).toHaveLength(duties)
    await expect(page.getByRole('button', { name: handedOver.understood })).toHaveCount(0)
  }
  // The office has both knocks; the one of after the end with its mark, or both.
  await desk.reload()
  await expect
    .poll(
      async () =>
        (await records(desk)).filter(
          (one): one is Visit => one.kind === 'visit' && one.author === me && one.lapsed === true,
        ).length,
    )
    .toBe(2)
})
