import { readFile } from 'node:fs/promises'
import { expect, type Page, request as requests, test } from '@playwright/test'
import type { TenantId } from '#domain/ids.ts'
import { placeId } from '#domain/places.ts'
import { bare, pdfText } from '#test/support/pdfText.ts'
import { zh } from '#ui/words/zh/all.ts'
import type { Waiting } from '#wire/invitations.ts'
import { barriers, misfits } from './support/eye.ts'
import { letIn, saysYes } from './support/letIn.ts'
import { sent } from './support/onDisk.ts'
import { answersPin, choosePin, PIN, unlock } from './support/pin.ts'
import { Profile } from './support/profile.ts'
import { addOfficer, signedIn } from './support/secondOfficer.ts'
import { OFFICER, PASSPHRASE, SharedTablet } from './support/sharedTablet.ts'
import { goTo } from './support/historySettled.ts'

const words = zh.lost
const { second } = zh.trace
const looked = zh.discretion.what
const DAY = 24 * 3_600_000
/** Invented. */
const TANG = { name: '唐玉珍', pin: '4071' }
const MO = { name: '莫小兰', pin: '6382' }
const LUO = '罗书记'
const HE = '何桂英'
const ALL = '柯全'
const IN_ONE = ['郑巧云', '欧阳正祥']
const IN_TWO = Array.from({ length: 50 }, (_, at) => `石${String.fromCodePoint(0x6800 + at)}`)
const ROWS = [
  ['栋', '单元', '房号', '姓名', '电话'],
  ...IN_ONE.map((name, at) => ['1', '1', `10${at + 1}`, name, `1380076543${at}`]),
  ...IN_TWO.map((name, at) => ['2', '1', `${Math.floor(at / 3) + 1}0${(at % 3) + 1}`, name, '']),
]

let here: SharedTablet
let page: Page

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  here = await SharedTablet.prepare({ rows: ROWS })
  page = here.office.page
  await answersPin(page)
  await printsNothing(page)
  await here.tablet.open('about:blank')
  await here.joins(TANG)
  await sent(here.page)
  // From here on nobody has it in their hands: it empties itself as soon as it hears that it was stopped.
  await here.tablet.kill()
  const { tenant } = await here.asked<{ tenant: TenantId }>('/api/me')
  await joins(HE, placeId(tenant, '1'))
  await joins(ALL, here.compound)
})
test.afterAll(() => here?.remove())

/** Somebody with a phone of their own, which said once that it is there. */
async function joins(name: string, place: string): Promise<void> {
  const { code: key } = await here.invites({ name, role: 'gridWorker', place, deviceKind: 'own' })
  const phone = await requests.newContext()
  const data = { key, deviceKind: 'own', attempt: crypto.randomUUID() }
  const knocked = await phone.post(`${here.server.origin}/api/join`, { data })
  await saysYes(here.asks, ((await knocked.json()) as Waiting).waiting)
  expect((await phone.post(`${here.server.origin}/api/join`, { data })).status()).toBe(200)
  await phone.dispose()
}

/** A browser without a printer; whatever it was asked to print, it was asked. */
async function printsNothing(of: Page): Promise<void> {
  await of.addInitScript(() => (window.print = () => void (document.body.id = 'printed')))
}

const key = (name: string) => page.getByRole('button', { name, exact: true })
const pages = () => page.locator('.paper')
const printed = async () => (await pdfText(await page.pdf({ preferCSSPageSize: true }))).join('')

/** From the list of devices to the page of the one that is lost. */
async function says(lost: string): Promise<void> {
  await goTo(page, `${here.origin}/people`)
  const row = page.locator('.people .row').filter({ hasText: lost }).filter({ hasText: words.key })
  await row.getByRole('link', { name: words.key }).click()
  await expect(page.getByRole('heading', { name: words.held.title })).toBeVisible()
  await expect(page.locator('h1')).toHaveText(words.title)
}

const held = () => page.getByRole('list', { name: words.held.title })

test('SEC-69 a tablet is lost: its officer reads that no name can be opened on it and until when its PINs hold, stops it, and takes the papers, which name nobody', async () => {
  await says(zh.people.ofShared(TANG.name))
  await expect(held()).toContainText(words.held.noNames)
  await expect(page.getByText(/要知道密码才打得开，最晚开到/)).toBeVisible()
  await expect(page.getByText(words.opens.going)).toBeVisible()
  expect([await misfits(page), await barriers(page, 'all')]).toEqual([[], []])

  await key(zh.people.stop).click()
  await key(zh.people.stopGo).click()
  await expect(page.getByRole('heading', { name: words.steps.stopped })).toBeVisible()
  await expect(page.getByText(/停用的。下次联网，自己清空/)).toBeVisible()

  await key(words.steps.invite(TANG.name)).click()
  await expect(page.locator('.invite-name')).toHaveText(TANG.name)
  await expect(page.locator('.invite-qr svg')).toBeVisible()
  // What is handed over on paper is the card alone.
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('h1')).toBeHidden()
  await expect(page.locator('.invite-name')).toBeVisible()
  await page.emulateMedia({ media: null })
  await key(zh.people.made.next).click()

  await key(words.steps.pack).click()
  await expect(page.getByText(words.pack.noList)).toBeVisible()
  for (const said of [words.pack.facts.title, words.pack.report.title, words.pack.notice.title])
    await expect(pages().getByRole('heading', { name: said })).toBeVisible()
  const paper = await printed()
  for (const said of [TANG.name, words.held.noNames, words.pack.report.cause, words.pack.report.done])
    expect(paper).toContain(bare(said))
  for (const name of [...IN_ONE, ...IN_TWO]) expect(paper).not.toContain(bare(name))
  expect([await misfits(page), await barriers(page, 'all')]).toEqual([[], []])
})

test('the papers say who used it and what they opened: each time they are printed or saved, that is written down first', async () => {
  await says(zh.people.ofShared(TANG.name))
  await key(words.steps.pack).click()
  await key(zh.paper.print).click()
  await page.locator('#printed').waitFor()
  await Promise.all([page.waitForEvent('download'), key(words.pack.save).click()])
  await goTo(page, `${here.origin}/doors/looks`)
  const taken = page.locator('.row').filter({ hasText: looked.lostDevice })
  await expect(taken).toHaveCount(2)
  for (const row of await taken.all()) {
    await expect(row).toContainText(OFFICER)
    await expect(row).toContainText(words.pack.note(zh.people.ofShared(TANG.name)))
  }
})

test('SEC-69 a phone is lost: places and numbers on the screen; the list comes onto the papers once that is written down, with those of its building and no others', async () => {
  await says(zh.people.ofOwn(HE))
  await expect(held()).toContainText('1栋')
  await expect(held()).toContainText(words.held.names('2'))
  await expect(held()).not.toContainText('2栋')
  for (const name of IN_ONE) await expect(page.locator('main')).not.toContainText(name)
  await key(words.steps.pack).click()
  expect(await printed()).not.toContain(IN_ONE[0]!)

  await key(words.pack.add).click()
  await expect(page.getByText(words.pack.added)).toBeVisible()
  const paper = await printed()
  for (const name of IN_ONE) expect(paper).toContain(bare(name))
  for (const name of IN_TWO) expect(paper).not.toContain(bare(name))
  expect(paper).not.toContain('13800765430')
  const [download] = await Promise.all([page.waitForEvent('download'), key(words.pack.save).click()])
  const text = await readFile(await download.path(), 'utf8')
  for (const said of [...IN_ONE, words.pack.report.harmText, words.pack.notice.can2])
    expect(text).toContain(said)
  for (const name of IN_TWO) expect(text).not.toContain(name)

  await goTo(page, `${here.origin}/doors/looks`)
  const about = page.locator('.row').filter({ hasText: words.pack.note(zh.people.ofOwn(HE)) })
  for (const what of [looked.export, looked.lostDevice])
    await expect(about.filter({ hasText: what })).toHaveCount(1)
})

test('SEC-69 a list of more than fifty homes goes the way of every table: asked for, agreed to by a second officer, then on the papers, and written down with both', async ({
  browser,
}) => {
  await says(zh.people.ofOwn(ALL))
  await key(words.steps.pack).click()
  await expect(page.getByText(second.aloneText)).toBeVisible()
  await expect(key(second.alone)).toHaveAttribute('aria-disabled', 'true')
  const namesNobody = async () => {
    const paper = await printed()
    for (const name of [...IN_ONE, ...IN_TWO]) expect(paper).not.toContain(bare(name))
  }
  await namesNobody()

  await addOfficer(here.asks, here.origin, LUO)
  const homes = String(ROWS.length - 1)
  await key(second.ask).click()
  await expect(key(second.waits)).toHaveAttribute('aria-disabled', 'true')
  await expect(page.getByText(second.sent)).toBeVisible()
  expect([await misfits(page), await barriers(page, 'all')]).toEqual([[], []])
  await namesNobody()

  const other = await signedIn(browser, here.origin, LUO)
  await goTo(other, `${here.origin}/doors/watch`)
  await other.getByRole('link', { name: zh.trace.watch.askedRow(OFFICER, homes) }).click()
  await expect(other.getByText(words.pack.note(zh.people.ofOwn(ALL)))).toBeVisible()
  await other.getByRole('button', { name: zh.trace.request.yes, exact: true }).click()
  await expect(other.locator('h1')).toHaveText(zh.trace.watch.title)
  await sent(other)

  await expect(page.getByText(second.allowed(LUO))).toBeVisible()
  await namesNobody()
  await key(words.pack.add).click()
  await expect(page.getByText(words.pack.added)).toBeVisible()
  const paper = await printed()
  for (const name of [...IN_ONE, ...IN_TWO]) expect(paper).toContain(bare(name))
  await key(zh.paper.print).click()
  await page.locator('#printed').waitFor()
  await sent(page)

  const row = other.locator('.row').filter({ hasText: zh.trace.watch.takenRow(OFFICER) })
  const ofAll = row.filter({ hasText: words.pack.note(zh.people.ofOwn(ALL)) })
  await expect(ofAll).toContainText(zh.trace.watch.agreed(LUO))
  await other.context().close()
})

test('SEC-69 on a tablet of several people its officer says the passphrase first; whose names a phone holds is not counted there, and the papers leave their line', async () => {
  await says(zh.people.ofOwn(HE))
  const at = new URL(page.url()).pathname
  const tablet = await Profile.make({ width: 1280, height: 800 })
  const desk = await tablet.open(await here.invited(MO.name))
  await printsNothing(desk)
  await letIn(desk, here.asks)
  await choosePin(desk, MO.name, MO.pin)
  await expect(desk.locator('.nav')).toBeVisible()
  const { signIn } = zh.join
  await goTo(desk, `${here.origin}/login`)
  await desk.getByLabel(signIn.name).fill(OFFICER)
  await desk.getByLabel(signIn.passphrase, { exact: true }).fill(PASSPHRASE)
  await desk.getByRole('button', { name: signIn.go }).click()
  await choosePin(desk, OFFICER, PIN)
  await sent(desk)

  await goTo(desk, here.origin + at)
  await unlock(desk, OFFICER, PIN)
  await expect(desk.getByText(zh.lock.office.text)).toBeVisible()
  await expect(desk.getByText(words.held.title)).toHaveCount(0)
  await desk.getByLabel(signIn.passphrase, { exact: true }).fill(PASSPHRASE)
  await desk.getByRole('button', { name: signIn.go }).click()
  await expect(desk.getByRole('heading', { name: words.held.title })).toBeVisible()
  await expect(desk.getByText(words.held.onShared)).toBeVisible()
  expect([await misfits(desk), await barriers(desk, 'all')]).toEqual([[], []])
  await desk.getByRole('button', { name: words.steps.pack, exact: true }).click()
  await desk.locator('.paper').first().waitFor()
  await expect(desk.getByRole('button', { name: words.pack.add, exact: true })).toHaveCount(0)
  const paper = (await pdfText(await desk.pdf({ preferCSSPageSize: true }))).join('')
  expect(paper).toContain(bare(words.held.onShared))
  for (const name of [...IN_ONE, ...IN_TWO]) expect(paper).not.toContain(bare(name))
  expect([await misfits(desk), await barriers(desk, 'all')]).toEqual([[], []])
  await desk.getByRole('button', { name: zh.paper.print, exact: true }).click()
  await desk.locator('#printed').waitFor()
  await sent(desk)

  await goTo(page, `${here.origin}/doors/looks`)
  // Beside the file that was saved of it before.
  await expect(
    page
      .locator('.row')
      .filter({ hasText: looked.lostDevice })
      .filter({ hasText: words.pack.note(zh.people.ofOwn(HE)) }),
  ).toHaveCount(2)
  await tablet.remove()
})

test('a tablet that was not heard of for longer than its window: no names can be opened on it', async () => {
  await page.clock.setSystemTime(Date.now() + DAY)
  await says(zh.people.ofShared(TANG.name))
  await expect(page.getByText(/起锁死了，用邻边打不开住户的名字/)).toBeVisible()
})
