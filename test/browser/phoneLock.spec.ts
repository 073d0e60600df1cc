import { expect, type Page, test } from '@playwright/test'
import { Scanner } from '#test/canary/scan.ts'
import { zh } from '#ui/words/zh/all.ts'
import type { PersonRow } from '#wire/office.ts'
import { goTo, historySettled } from './support/historySettled.ts'
import { letIn } from './support/letIn.ts'
import { onDisk, sent } from './support/onDisk.ts'
import { choosePin, OWN_PIN, pressPin } from './support/pin.ts'
import { Profile } from './support/profile.ts'
import { heard, SharedTablet } from './support/sharedTablet.ts'

const words = zh.lock
const HOUR = 3_600_000
const DAY = 24 * HOUR
const PHONE = { width: 390, height: 844 }
/** Invented. */
const LIAO = '廖素芬'
const RESIDENTS = ['郑巧云', '欧阳正祥']
const PHONES = ['13800765431', '13800765432']
const ROWS = [
  ['栋', '单元', '房号', '姓名', '电话'],
  ['1', '1', '101', RESIDENTS[0]!, PHONES[0]!],
  ['1', '1', '102', RESIDENTS[1]!, PHONES[1]!],
]
const OTHER_PIN = '583927'
const NEWCOMER = '慕容雪梅'
const HEARD = '楼道灯坏了两盏'
const CORRECTED = '楼道灯坏了两盏，三楼也暗'
const HEARD_IN_THE_STAIRWELL = '三楼窗户关不上'
/** What a device asks for by itself, whoever is in. */
const BY_ITSELF = ['/api/sync', '/api/news', '/api/moment']

let here: SharedTablet
let phone: Profile

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  here = await SharedTablet.prepare({ rows: ROWS })
  phone = await Profile.make(PHONE)
})

test.afterAll(async () => {
  await phone?.remove()
  await here?.remove()
})

const says = () => phone.page.locator('.pad-says')
const shut = () => phone.page.locator('.vault-shut')
const locked = (page: Page) => expect(page.getByRole('heading', { name: words.own })).toBeVisible()
const namesIn = async (folder: string) => [
  ...(
    await new Scanner([...RESIDENTS, ...PHONES, NEWCOMER, HEARD, CORRECTED, HEARD_IN_THE_STAIRWELL]).folder(
      folder,
    )
  ).found.keys(),
]

async function opens(page: Page, pin = OWN_PIN): Promise<void> {
  await expect(page.getByRole('heading', { name: words.enter(LIAO, 6) })).toBeVisible()
  await pressPin(page, pin)
}

/** Looks for a resident, as whoever stands before their door does. */
async function finds(name: string, pin = OWN_PIN): Promise<void> {
  const { page } = phone
  await goTo(page, `${here.origin}/doors/search`)
  await opens(page, pin)
  await page.getByLabel(zh.doors.searchFor).fill(name)
  await expect(page.getByText(name).first()).toBeVisible()
}

/** Where names are closed nobody is told that all is done, that there is nothing, or a number that is too low. */
async function saysItIsNotAll(page: Page): Promise<void> {
  const { hidden } = zh.common
  const comesTo = async (path: string) => {
    await goTo(page, `${here.origin}${path}`)
    await opens(page)
  }
  for (const [path, untrue] of [
    ['/', zh.today.allDone],
    ['/feedback', zh.feedback.empty],
    [`/feedback/${crypto.randomUUID()}`, zh.feedback.detail.gone],
    ['/council', zh.council.none],
  ] as const) {
    await comesTo(path)
    await expect(page.locator('main')).toContainText(hidden.closed.nothing)
    await expect(page.locator('main')).not.toContainText(untrue)
  }
  await comesTo('/doors/emergency')
  await page.getByRole('button', { name: zh.discretion.why.powerOrWater }).click()
  await expect(page.locator('main')).toContainText(hidden.closed.nothing)
  await expect(page.locator('main')).not.toContainText(zh.discretion.emergency.nobody)
  await comesTo('/digest')
  await expect(page.getByRole('button', { name: hidden.closed.some })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await expect(page.locator('main')).toContainText(hidden.closed.nothing)
  await comesTo('/month')
  await expect(page.locator('main')).toContainText(hidden.closed.nothing)
  await comesTo('/diary/paper')
  await expect(page.locator('main')).toContainText(hidden.closed.some)
  await expect(page.getByRole('button', { name: zh.paper.print, exact: true })).toHaveCount(0)
}

async function restart(how: 'close' | 'kill'): Promise<Page> {
  await phone[how]()
  const page = await phone.open(`${here.origin}/`)
  await locked(page)
  return page
}

test('whoever joins on their own phone and may read of residents sets six digits, and no name comes before', async () => {
  const { link } = await here.invites({ name: LIAO, role: 'gridWorker', deviceKind: 'own' })
  const page = await phone.open(link)
  await letIn(page, here.asks)
  await expect(page.getByRole('heading', { name: words.set.title(LIAO, 6) })).toBeVisible()
  expect(JSON.stringify(await onDisk(page))).not.toContain(RESIDENTS[0]!)
  await pressPin(page, '123456')
  await expect(says()).toContainText(words.set.refused.pinTrivial)
  await pressPin(page, OWN_PIN)
  await expect(page.getByRole('heading', { name: words.set.again })).toBeVisible()
  await pressPin(page, OWN_PIN)
  await expect(page.locator('.nav')).toBeVisible()
  await expect.poll(async () => (await onDisk(page))['vaultPages']?.length).toBeGreaterThan(0)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await sent(page)
})

test('while it is locked no file of the browser has a name, a number or a word that was heard, also after a fall', async () => {
  const { page } = phone
  await goTo(page, `${here.origin}/feedback/new`)
  await opens(page)
  await heard(page, HEARD)
  await sent(page)
  await restart('close')
  expect(await namesIn(phone.folder)).toEqual([])
  await restart('kill')
  expect(await namesIn(phone.folder)).toEqual([])
})

test('what was sent while the phone was locked is there for whoever wrote it, also before the office is heard of again', async () => {
  const { page } = phone
  here.wire.cut()
  await goTo(page, `${here.origin}/feedback/new`)
  await opens(page)
  await heard(page, HEARD_IN_THE_STAIRWELL, true)
  await restart('close')
  here.wire.mend()
  await phone.page.reload()
  await locked(phone.page)
  await expect.poll(async () => (await onDisk(phone.page))['outbox']).toEqual([])
  here.wire.cut()
  const isThere = async () => {
    await goTo(phone.page, `${here.origin}/feedback`)
    await opens(phone.page)
    await expect(phone.page.getByText(HEARD_IN_THE_STAIRWELL)).toHaveCount(1)
  }
  await isThere()
  await restart('kill')
  expect(await namesIn(phone.folder)).toEqual([])
  await isThere()
  here.wire.mend()
  await historySettled(phone.page)
  await phone.page.reload()
  await opens(phone.page)
  await sent(phone.page)
  // The office's own word of it stands in its place.
  await expect.poll(async () => JSON.stringify((await onDisk(phone.page))['meta'])).not.toContain('"own":')
  await isThere()
})

test('what was half written of a resident when the phone was locked is there afterwards, and none of it open on the disk', async () => {
  const { home } = zh.doors
  const toWrite = async () => {
    await finds(RESIDENTS[0]!)
    const { page } = phone
    await page.locator('.rows a.row').first().click()
    await page.getByRole('button', { name: home.addPerson, exact: true }).click()
    return page.getByRole('dialog').getByLabel(home.name, { exact: true })
  }
  await (await toWrite()).fill(NEWCOMER)
  await expect.poll(async () => (await onDisk(phone.page))['drafts']?.length).toBe(1)
  await restart('kill')
  expect(await namesIn(phone.folder)).toEqual([])
  await expect(await toWrite()).toHaveValue(NEWCOMER)
  await phone.page.getByRole('dialog').getByRole('button', { name: zh.common.save, exact: true }).click()
  await expect(phone.page.getByText(NEWCOMER).first()).toBeVisible()
  await sent(phone.page)
  expect((await onDisk(phone.page))['drafts']).toEqual([])
})

test('what was half corrected when the phone was locked is there for whoever did it; closed by hand it is gone', async () => {
  const { detail } = zh.feedback
  const { close } = zh.common
  const dialog = () => phone.page.getByRole('dialog')
  const corrects = async () => {
    await goTo(phone.page, `${here.origin}/feedback`)
    await opens(phone.page)
    await phone.page.locator('a.remark').filter({ hasText: HEARD }).click()
    await phone.page.getByRole('button', { name: detail.edit, exact: true }).click()
    return dialog().locator('textarea').first()
  }
  await (await corrects()).fill(CORRECTED)
  await expect.poll(async () => (await onDisk(phone.page))['drafts']?.length).toBe(1)
  await restart('kill')
  expect(await namesIn(phone.folder)).toEqual([])
  await expect(await corrects()).toHaveValue(CORRECTED)
  await dialog().getByRole('button', { name: close, exact: true }).click()
  await expect.poll(async () => (await onDisk(phone.page))['drafts']).toEqual([])
  await phone.page.getByRole('button', { name: detail.edit, exact: true }).click()
  await expect(dialog().locator('textarea').first()).toHaveValue(HEARD)
  await dialog().getByRole('button', { name: close, exact: true }).click()
})

test('without a network the right PIN shows names; five wrong ones cost a minute and what was lent, and nothing of what is written', async () => {
  here.wire.cut()
  await restart('close')
  await finds(RESIDENTS[0]!)
  await restart('close')
  for (const n of [1, 2, 3, 4]) {
    await pressPin(phone.page, '888881')
    await expect(says(), String(n)).toContainText(words.wrong)
  }
  await pressPin(phone.page, '888881')
  await expect(says()).toContainText(/歇 1 分钟，还有/)
  await phone.page.clock.setSystemTime(Date.now() + 61_000)
  await phone.page.reload()
  await opens(phone.page)
  await expect(shut()).toContainText(zh.common.vault.unchecked)
  await goTo(phone.page, `${here.origin}/feedback/new`)
  await opens(phone.page)
  await heard(phone.page, '没有网的时候说的')
  await expect(shut()).toContainText(zh.common.vault.unchecked)
  here.wire.mend()
  await historySettled(phone.page)
  await phone.page.reload()
  await opens(phone.page)
  await expect(phone.page.locator('.nav')).toBeVisible()
  await expect(shut()).toHaveCount(0)
  await phone.page.clock.setSystemTime(Date.now())
  await finds(RESIDENTS[0]!)
  await expect.poll(async () => (await onDisk(phone.page))['outbox']).toEqual([])
})

test('after as many days without the office as it allows names are closed, and remarks go on; the next contact opens them', async () => {
  here.wire.cut()
  const { page } = phone
  await page.clock.setSystemTime(Date.now() + 8 * DAY)
  await page.reload()
  await opens(page)
  await expect(shut()).toContainText(zh.common.vault.unchecked)
  await goTo(page, `${here.origin}/doors/search`)
  await opens(page)
  await page.getByLabel(zh.doors.searchFor).fill(RESIDENTS[0]!)
  await expect(page.locator('.nav')).toBeVisible()
  await expect(page.getByText(zh.common.hidden.closed.nothing).first()).toBeVisible()
  await expect(page.getByText(RESIDENTS[0]!)).toHaveCount(0)
  await saysItIsNotAll(page)
  await goTo(page, `${here.origin}/feedback/new`)
  await opens(page)
  await heard(page, '窗口外面说的')
  await expect.poll(async () => JSON.stringify((await onDisk(page))['outbox'])).toContain('"sealed":')
  here.wire.mend()
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await expect(shut()).toHaveCount(0)
  await expect.poll(async () => (await onDisk(page))['outbox']).toEqual([])
})

test('whoever forgot their PIN is invited anew, sets another one, and finds what they had half written', async () => {
  const { page } = phone
  const half = '四楼的栏杆从上周开始'
  await page.clock.setSystemTime(Date.now())
  await goTo(page, `${here.origin}/feedback/new`)
  await opens(page)
  await page.locator('.capture textarea').first().fill(half)
  await expect.poll(async () => (await onDisk(page))['drafts']?.length).toBe(1)
  await goTo(page, `${here.origin}/`)
  await page.getByRole('button', { name: words.forgot }).click()
  await page.getByRole('dialog').getByRole('button', { name: words.haveInvitation }).click()
  await expect(page.getByLabel(zh.join.code.label)).toBeVisible()

  const { people } = await here.asked<{ people: readonly { person: string; name: string }[] }>('/api/people')
  const { person } = people.find(({ name }) => name === LIAO)!
  const again = { name: LIAO, person, role: 'gridWorker', deviceKind: 'own' } as const
  await goTo(page, (await here.invites(again)).link)
  await letIn(page, here.asks)
  await choosePin(page, LIAO, OTHER_PIN)
  await expect(page.locator('.nav')).toBeVisible()
  await expect.poll(async () => (await onDisk(page))['vaultPages']?.length).toBeGreaterThan(0)
  await finds(RESIDENTS[1]!, OTHER_PIN)
  await goTo(page, `${here.origin}/feedback/new`)
  await opens(page, OTHER_PIN)
  // It stands there, or is offered beside what is begun where they wrote last.
  const offered = page.getByRole('button', { name: half })
  await expect(async () => {
    if (await offered.isVisible()) await offered.click()
    await expect(page.locator('.capture textarea').first()).toHaveValue(half, { timeout: 1_000 })
  }).toPass()
})

test('SEC-30 a volunteer whose phone is stopped has no roster on it after the next contact, and what they had not sent has arrived', async () => {
  const LAST = '七楼的门关不上'
  const { page } = phone
  const { people } = await here.asked<{ people: readonly PersonRow[] }>('/api/people')
  const { device } = people.find(({ name }) => name === LIAO)!.devices[0]!
  await finds(RESIDENTS[0]!, OTHER_PIN)
  await page.context().setOffline(true)
  await goTo(page, `${here.origin}/feedback/new`)
  await opens(page, OTHER_PIN)
  await heard(page, LAST, true)
  await here.asks('/api/devices/revoke', { device })

  await page.context().setOffline(false)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  // It says so by itself.
  await expect(page.getByText(zh.today.device.emptied)).toBeVisible()
  await expect(page.locator('.vault-shut')).toHaveCount(0)
  expect((await onDisk(page))['vaultPages']).toEqual([])
  const arrived = here.server.records().map((record) => (record as { text?: string }).text)
  expect(arrived).toContain(LAST)
  await phone.close()
  expect(await namesIn(phone.folder)).toEqual([])
})

test('an officer who forgot it says their passphrase and sets another one', async () => {
  const desk = here.office.page
  await goTo(desk, `${here.origin}/login`)
  await desk.getByLabel(zh.join.signIn.name).fill('林老师')
  await desk.getByLabel(zh.join.signIn.passphrase, { exact: true }).fill('锦江边上慢慢走一走看灯')
  await desk.getByRole('button', { name: zh.join.signIn.go }).click()
  // Whoever has this phone sets it when it is asked for.
  await expect(desk.locator('.nav')).toBeVisible()
  await expect(desk.locator('.vault-shut')).toHaveCount(0)
  await goTo(desk, `${here.origin}/people/phones`)
  await desk.getByRole('button', { name: zh.people.phones.less }).click()
  await desk.getByRole('button', { name: zh.people.phones.save }).click()
  await expect(desk.getByText(zh.people.phones.saved(6))).toBeVisible()
  await expect
    .poll(() => here.server.records().find(({ kind }) => kind === 'settings'))
    .toMatchObject({ phoneDays: 6 })
})

test('SEC-23 till a network has checked the PIN nothing is settled in that name, the office’s pages ask the server for nothing, and what is before one’s eyes is written down', async () => {
  const desk = here.office.page
  here.wire.cut()
  await desk.clock.setSystemTime(Date.now() + 8 * DAY)
  await goTo(desk, `${here.origin}/people/phones`)
  await expect(desk.locator('.vault-shut')).toContainText(zh.common.vault.unchecked)
  await desk.getByRole('button', { name: zh.people.phones.less }).click()
  await desk.getByRole('button', { name: zh.people.phones.save }).click()
  await expect(desk.getByText(zh.common.refused.notChecked)).toBeVisible()

  const asked = new Set<string>()
  desk.on('request', (request) => asked.add(new URL(request.url()).pathname))
  await goTo(desk, `${here.origin}/people`)
  await expect(desk.locator('main')).toContainText(zh.people.offlineList)
  expect([...asked].filter((path) => path.startsWith('/api/') && !BY_ITSELF.includes(path))).toEqual([])

  await goTo(desk, `${here.origin}/feedback/new`)
  await heard(desk, '办公室里听到的')
  here.wire.mend()
  await desk.evaluate(() => dispatchEvent(new Event('online')))
  await expect(desk.locator('.vault-shut')).toHaveCount(0)
  await expect.poll(async () => (await onDisk(desk))['outbox']).toEqual([])
  expect(here.server.records().find(({ kind }) => kind === 'settings')).toMatchObject({ phoneDays: 6 })
})

test('while the office is slow to open a new phone, nothing on it says that there is nothing', async () => {
  const other = await Profile.make(PHONE)
  try {
    const { link } = await here.invites({ name: '钟大姐', role: 'gridWorker', deviceKind: 'own' })
    const page = await other.open(link)
    await letIn(page, here.asks)
    await expect(page.getByRole('heading', { name: words.set.title('钟大姐', 6) })).toBeVisible()
    await pressPin(page, OWN_PIN)
    await expect(page.getByRole('heading', { name: words.set.again })).toBeVisible()
    await pressPin(page, OWN_PIN.slice(0, -1))
    here.wire.stall()
    await pressPin(page, OWN_PIN.slice(-1))
    await page.getByRole('link', { name: zh.common.tabs.feedback, exact: true }).click()
    const main = page.locator('main')
    await expect(main).toContainText(zh.common.hidden.coming.nothing)
    await expect(main).not.toContainText(zh.feedback.empty)
    here.wire.mend()
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await expect(main).toContainText(HEARD)
  } finally {
    here.wire.mend()
    await other.remove()
  }
})
