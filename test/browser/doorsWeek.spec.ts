import { expect, type Page, test } from '@playwright/test'
import type { PersonRow } from '#device/office.ts'
import type { Care } from '#domain/doors/care.ts'
import type { Place } from '#domain/places.ts'
import type { Resident } from '#domain/doors/resident.ts'
import type { Visit } from '#domain/doors/visit.ts'
import { goTo } from './support/historySettled.ts'
import { aPort } from './support/aPort.ts'
import { workbookOf } from '#test/support/tableFiles.ts'
import { zh } from '#ui/words/zh/all.ts'
import { answerTo } from './support/asOurPage.ts'
import { kept, onDisk, records, sent as arrived } from './support/onDisk.ts'
import { Profile } from './support/profile.ts'
import { RealServer } from './support/server.ts'
import { enterAs } from './support/walk.ts'
import { Wire } from './support/wire.ts'

const { handedOver, household, people, roster } = zh
const { round } = zh.doors

const port = await aPort()
let wire: Wire
let server: RealServer
let office: Profile
let phone: Profile
let comer: Profile
let desk: Page
let page: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  wire = await Wire.lay(port, port + 1)
  server = await RealServer.prepare(port + 1, wire.origin)
  await server.start('--demo')
  office = await Profile.make({ width: 1280, height: 800 })
  phone = await Profile.make({ width: 390, height: 844 })
  comer = await Profile.make({ width: 390, height: 844 })
  desk = await office.open(`${wire.origin}/`)
  await enterAs(desk, wire.origin, 'officer', zh)
  page = await phone.open(`${wire.origin}/`)
  await enterAs(page, wire.origin, 'gridWorker', zh)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await expect(page.getByText(zh.today.device.readyOffline)).toBeVisible()
})
test.afterAll(async () => {
  for (const profile of [office, phone, comer]) await profile?.remove()
  await wire?.take()
  await server?.remove()
})

const key = (on: Page, name: string) =>
  on
    .getByRole('button', { name, exact: true })
    .or(on.getByRole('link', { name, exact: true }))
    .first()
const sheet = (on: Page) => on.locator('dialog[open]')
const offline = (is: boolean) => page.context().setOffline(is)
const openHome = async (on: Page, home: string) => {
  await goTo(on, `${wire.origin}/doors/home/${home}`)
  await on.locator('.home').waitFor()
}

async function sent(on: Page): Promise<void> {
  await on.evaluate(() => dispatchEvent(new Event('online')))
  await on.locator('.strip').click()
  await on.getByRole('button', { name: zh.sync.now }).click()
  await arrived(on)
  await on.keyboard.press('Escape')
  await expect(sheet(on)).toHaveCount(0)
}

const unsentOn = async (page: Page) => (await onDisk(page))['outbox']?.length
const panel = (page: Page, text: string) => page.locator('.panel').filter({ hasText: text })
const meOn = async (page: Page) => {
  const meta = (await onDisk(page))['meta'] as readonly { readonly person?: string }[]
  return meta.find((row) => row.person !== undefined)?.person
}
const team = async (page: Page) =>
  (await answerTo<{ people: readonly PersonRow[] }>(page, '/api/people')).people

/** Somebody who lives alone behind their door, of whom nothing is written, on the phone's own staircases. */
async function plain(nth: number): Promise<{ readonly name: string; readonly home: string }> {
  const all = await records(page)
  const cared = new Set(all.filter((one) => one.kind === 'care').map((one) => (one as Care).resident))
  const living = all.filter((one): one is Resident => one.kind === 'resident' && !(one as Resident).movedOut)
  const alone = living.filter(
    (one) => !cared.has(one.id) && living.filter(({ place }) => place === one.place).length === 1,
  )
  const { name, place } = alone[nth]!
  return { name, home: place }
}

test('a clerk’s workbook of two sheets is looked over, a column is put right, and it enters', async () => {
  const heading = ['房号', '姓名', '联系电话', '本人号']
  const file = workbookOf('xlsx', [
    { name: '9栋1单元', rows: [heading, ['101', '宇文夏至', '02885550000', 16_012_340_301]] },
    { name: '9栋2单元', rows: [heading, ['101', '宇文冬至', '02885550000', 16_012_340_302]] },
  ])
  await goTo(desk, `${wire.origin}/roster`)
  await desk.locator('input[type=file]').setInputFiles({
    name: '九栋.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(file),
  })
  await desk.getByText(roster.columns.title).click()
  for (const nth of [0, 1])
    await desk
      .getByLabel(/列 本人号$/)
      .nth(nth)
      .selectOption('phone')
  await desk.locator('.bottom-bar .key-primary').click()
  await expect(desk.locator('.panel-lamp')).toBeVisible()
  await expect.poll(async () => (await kept(desk)).includes('16012340302')).toBe(true)
  expect(await kept(desk)).not.toContain('02885550000')
})

test('with the server killed and the phone started again, three floors are walked, and all of it arrives', async () => {
  await goTo(page, `${wire.origin}/doors`)
  await page.locator('a[href^="/doors/visit/"]').first().click()
  await expect(key(page, round.met)).toBeVisible()
  const way = new URL(page.url()).pathname
  await server.kill()
  // A browser takes half a minute to write down who it is; from then on it may be killed.
  await phone.close()
  page = await phone.open(`${wire.origin}${way}`)
  await expect(key(page, round.met)).toBeVisible()
  const before = (await records(page)).filter((one) => one.kind === 'visit').length

  const places = new Map((await records(page)).map((one) => [one.id as string, one as Place]))
  const floorOf = async () => {
    const label = (await page.locator('.visit-door').textContent()) ?? ''
    return label.slice(0, -2)
  }
  expect(places.size).toBeGreaterThan(100)
  const floors = new Set<string>([await floorOf()])
  let knocked = 0
  for (;;) {
    const door = await page.locator('.visit-door').textContent()
    // A hand is slower than a machine.
    await page.waitForTimeout(450)
    if (knocked % 2 === 0) await key(page, round.noAnswer).click()
    else {
      await key(page, round.met).click()
      await page.waitForTimeout(450)
      await key(page, zh.rounds.door.unchanged).click()
    }
    knocked += 1
    await expect(page.locator('.visit-door')).not.toHaveText(door ?? '')
    floors.add(await floorOf())
    if (floors.size > 3) break
  }
  expect(knocked).toBeGreaterThanOrEqual(6)
  await phone.kill()
  page = await phone.open(`${wire.origin}${way}`)
  await expect(page.locator('.visit-count')).toContainText(`${knocked} /`)
  await server.start('--demo')
  await goTo(page, `${wire.origin}/`)
  await sent(page)
  const visits = (await records(page)).filter((one): one is Visit => one.kind === 'visit')
  expect(visits.length).toBe(before + knocked)
  await sent(desk)
  await expect
    .poll(async () => {
      const there = new Set((await records(desk)).map((one) => one.id))
      return visits.filter(({ id }) => !there.has(id))
    })
    .toEqual([])
})

test('somebody moves out on the phone while the office writes what they need: nothing is lost, and nothing is shown behind the door', async () => {
  const { name, home } = await plain(0)
  await offline(true)
  await openHome(page, home)
  await page.getByRole('button', { name: household.move.out }).click()
  await key(page, household.move.outGo(1)).click()
  await expect(page.getByRole('list', { name: household.gone })).toContainText(name)

  await openHome(desk, home)
  await key(desk, household.care.begin).click()
  await sheet(desk).getByText(household.care.basis.self, { exact: true }).click()
  await sheet(desk).getByText(household.care.how.spoken, { exact: true }).click()
  await key(desk, zh.doors.needs.phoneHelp).click()
  await key(desk, zh.common.save).click()
  await expect(sheet(desk)).toHaveCount(0)
  await sent(desk)

  await offline(false)
  await sent(page)
  await sent(desk)
  for (const on of [page, desk]) {
    await openHome(on, home)
    await expect(on.getByRole('list', { name: household.gone })).toContainText(name)
    await expect(on.locator('.home-top').getByText(zh.doors.needs.phoneHelp)).toHaveCount(0)
  }
  await goTo(desk, `${wire.origin}/doors/tidy`)
  await expect(desk.getByText(household.tidy.away)).toBeVisible()
  await expect(desk.locator('main')).toContainText(name)
})

test('a consent is taken back while the phone is away: next week nothing of it is left on the phone', async () => {
  const { home } = await plain(1)
  await openHome(desk, home)
  await key(desk, household.care.begin).click()
  await sheet(desk).getByText(household.care.basis.family, { exact: true }).click()
  await sheet(desk).getByText(household.care.how.signed, { exact: true }).click()
  await key(desk, zh.doors.needs.lightBulb).click()
  await key(desk, household.care.tags.emptyNest).click()
  await key(desk, zh.common.save).click()
  await expect(sheet(desk)).toHaveCount(0)
  await sent(desk)
  await sent(page)
  const familys = async () =>
    (await records(page)).find(
      (one) => one.kind === 'care' && one.place === home && (one as Care).consent?.basis === 'family',
    ) as Care | undefined
  await expect.poll(async () => (await familys())?.tags).toEqual(['emptyNest'])
  const written = (await familys())!
  const canary = JSON.stringify(written.consent)
  expect(await kept(page)).toContain(canary)

  await offline(true)
  await key(desk, household.care.withdraw).click()
  await key(desk, household.care.withdrawGo).click()
  await sent(desk)
  expect(await kept(page)).toContain(canary)
  await offline(false)
  await sent(page)
  await expect.poll(async () => (await kept(page)).includes(canary)).toBe(false)
  const left = (await records(page)).find(({ id }) => id === written.id) as Care
  expect(left).toMatchObject({ tags: [], needs: [] })
  await expect.poll(async () => (await kept(desk)).includes(canary)).toBe(false)
})

test('a volunteer’s staircases go to another: nothing unsent is stranded, no name stays behind, and both read who has them', async () => {
  const away = page
  const next = await comer.open(`${wire.origin}/`)
  await enterAs(next, wire.origin, 'party', zh)
  await next.waitForFunction(() => navigator.serviceWorker.controller !== null)

  const me = await meOn(away)
  const name = (await team(desk)).find((one) => one.person === me)!.name
  const other = (await team(desk)).find((one) => one.appointments.some(({ role }) => role === 'party'))!.name
  const roster = (await records(away)).filter((one): one is Resident => one.kind === 'resident')
  expect(roster.length).toBeGreaterThan(100)
  const canaries = roster.map((one) => one.name)
  for (const canary of canaries.slice(0, 20)) expect(await kept(away)).toContain(canary)

  // One knock is on the phone only when the office gives her places away, and another is made after the end.
  await offline(true)
  const knock = async () => {
    await goTo(away, `${wire.origin}/doors`)
    await away.locator('a[href^="/doors/visit/"]').first().click()
    const before = (await unsentOn(away))!
    await away.locator('.key').filter({ hasText: zh.doors.outcome.met }).first().click()
    await expect.poll(() => unsentOn(away)).toBeGreaterThan(before)
  }
  await knock()

  const duties = (await team(desk)).find((one) => one.person === me)!.appointments.length
  for (let left = duties; left > 0; left -= 1) {
    await goTo(desk, `${wire.origin}/people`)
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

  await goTo(next, `${wire.origin}/`)
  await expect(panel(next, handedOver.gotText(name))).toHaveCount(duties)
  await expect
    .poll(async () => (await records(next)).filter((one) => one.kind === 'resident').length)
    .toBe(roster.length)

  await knock()
  await offline(false)
  await away.evaluate(() => dispatchEvent(new Event('online')))
  await expect.poll(() => unsentOn(away)).toBe(0)
  await goTo(away, `${wire.origin}/`)
  const told = panel(away, handedOver.givenText)
  await expect(told).toHaveCount(duties)
  await expect(told.first()).toContainText(other)
  await expect.poll(async () => (await records(away)).length).toBe(0)
  const left = await kept(away)
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
