import { randomUUID } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import type { Place } from '#domain/places.ts'
import { appointmentsOf, type Member, memberId } from '#domain/member.ts'
import type { Order } from '#domain/ledger/order.ts'
import type { Role } from '#domain/roles.ts'
import { addDays, dayOf } from '#domain/workingDays.ts'
import type { Enrolment } from '#wire/office.ts'
import { aPort } from './support/aPort.ts'
import { aCutWire } from '#test/support/aCutWire.ts'
import { Volunteer } from '#test/support/aVolunteer.ts'
import { type Fate, manyMatters } from '#test/support/manyMatters.ts'
import { zh } from '#ui/words/zh/all.ts'
import { records, sent } from './support/onDisk.ts'
import { Profile } from './support/profile.ts'
import { RealServer } from './support/server.ts'
import { enterAs } from './support/walk.ts'
import { goTo } from './support/historySettled.ts'

/** All that is invented here comes of it. */
const SEED = 20_260_302
const OPEN = 10_000
const PORTION = 150
/** Most of them nobody has decided on; one in ten is in somebody's hands. All of them are open. */
const FATES = [...Array<Fate>(9).fill('undecided'), 'given'] as const
const { ledger, feedback } = zh

let server: RealServer
let profile: Profile
/** Another steward than the one who sits at the desk. */
let other: Member

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  test.setTimeout(1_200_000)
  server = await RealServer.prepare(await aPort())
  await server.start('--demo')
  const [writer, handler] = [await entered('officer'), await entered('steward')]
  other = writer.view
    .all<Member>('member')
    .find(
      (one) => one.id !== memberId(handler.me) && appointmentsOf(one).some(({ role }) => role === 'steward'),
    )!
  const places = writer.view.all<Place>('place').filter((one) => !one.voided)
  const matters = manyMatters(SEED, OPEN, {
    fates: FATES,
    writer: writer.me,
    handler: handler.me,
    places: places.filter(({ what }) => what === 'unit' || what === 'floor').map((one) => one.id),
    point: places.find(({ what }) => what === 'binPoint')!.id,
    newId: () => randomUUID(),
    from: addDays(dayOf(new Date().toISOString()), -4),
  })
  // In portions, as a team that is on the line sends it.
  for (let at = 0; at < matters.length; at += PORTION) {
    for (const { changes } of matters.slice(at, at + PORTION)) {
      const done = await writer.commit(
        changes.map(({ record, name, v, args }) => ({ record, name, v, args })),
      )
      if (!done.ok) throw new Error(`${changes[0]!.name}: ${done.refused}`)
    }
    expect(await writer.sync()).toBe('done')
  }
  profile = await Profile.make({ width: 1280, height: 800 })
})
test.afterAll(async () => {
  await profile?.remove()
  await server?.remove()
})

/** A device without a screen that came in by the entrance of the demonstration. */
async function entered(role: Role): Promise<Volunteer> {
  const headers = { 'Content-Type': 'application/json', Origin: server.origin }
  const answer = await fetch(`${server.origin}/api/demo/enter`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ role }),
  })
  if (!answer.ok) throw new Error(`${role}: ${await answer.text()}`)
  const cookie = answer.headers.get('set-cookie')!.split(';')[0]!
  const wire = aCutWire((path, init) =>
    fetch(server.origin + path, {
      ...init,
      headers: { ...(init.headers as object), Cookie: cookie, Origin: server.origin },
    }),
  )
  const one = await Volunteer.joined((await answer.json()) as Enrolment, wire, new Date().toISOString())
  await one.sync()
  return one
}

const rows = (page: Page) => page.locator('.dispatch-row')
const key = (page: Page, name: string | RegExp) =>
  page.locator('button:visible, a:visible, label:visible').filter({ hasText: name }).first()
/** The number that stands on a choice. */
const countOn = async (page: Page, label: string): Promise<number> =>
  Number((await key(page, label).textContent())!.replaceAll(/\D/g, ''))

test('with ten thousand open the desk counts them all, its last row is reached and opened, and few are drawn at a time', async () => {
  const page = await profile.open(`${server.origin}/`)
  await enterAs(page, server.origin, 'steward', zh)
  await goTo(page, `${server.origin}/ledger`)
  await page.getByRole('heading', { name: ledger.mine }).waitFor()
  const mine = page.getByRole('list', { name: ledger.mine })
  await expect(mine.getByRole('listitem').first()).toBeVisible()
  expect(await page.locator('.row').count()).toBeLessThan(400)
  await key(page, ledger.rows.dispatch).click()

  await expect(rows(page).first()).toBeVisible()
  const desk = ledger.desk.desk
  // The first page of records is shown while the others are still on their way.
  await expect
    .poll(async () => (await countOn(page, desk.new)) + (await countOn(page, desk.given)), {
      timeout: 120_000,
    })
    .toBeGreaterThanOrEqual(OPEN)

  // As somebody does who wants the end of it: all the way down, until nothing more comes.
  const list = page.getByRole('list', { name: ledger.desk.list })
  const last = list.locator(':scope > *').last().locator('.dispatch-row').last()
  await expect(async () => {
    await page.keyboard.press('End')
    await list.locator(':scope > *').last().scrollIntoViewIfNeeded()
    await expect(last).toBeInViewport({ timeout: 2000 })
  }).toPass()
  expect(await rows(page).count()).toBeLessThan(400)
  const id = await last.getAttribute('data-row')
  await last.click()
  await key(page, ledger.desk.open).click()
  await expect(page).toHaveURL(new RegExp(`/feedback/${id}`))
  await expect(page.locator('.due-card').first()).toBeVisible()
})

test('one of ten thousand is found by its words, and given to a steward', async () => {
  const { page } = profile
  await goTo(page, `${server.origin}/feedback`)
  await page.getByRole('button', { name: feedback.search }).click()
  const [wanted] = (await records(page)).filter(
    (one) =>
      one.kind === 'feedback' &&
      /（7\d\d\d）$/.test((one as { text?: string }).text ?? '') &&
      !('disposition' in one) &&
      !('duplicateOf' in one),
  )
  const words = (wanted as unknown as { text: string }).text
  await page.getByRole('searchbox').fill(words)
  await expect(page.locator('a.remark')).toHaveCount(1)
  await page.locator('a.remark').click()
  await expect(page.locator('.detail-text')).toContainText(words)
  await goTo(page, `${server.origin}/ledger/dispatch`)
  await expect(rows(page).first()).toBeVisible()
  const before = await countOn(page, ledger.desk.desk.given)
  await rows(page).first().click()
  const chosen = await page.locator('.dispatch-row-current').getAttribute('data-row')
  await page.getByLabel(ledger.desk.who).selectOption({ label: other.name })
  await key(page, ledger.desk.go).click()
  await expect(page.getByText(ledger.desk.given(other.name))).toBeVisible()
  await expect(page.locator(`[data-row="${chosen}"]`)).toHaveCount(0)
  await expect.poll(() => countOn(page, ledger.desk.desk.given)).toBe(before + 1)
  await sent(page)
  const order = (await records(page)).find(
    (one) => one.kind === 'order' && (one as Order).from.includes(chosen as never),
  )
  expect(order).toMatchObject({ assignee: other.id })
})
