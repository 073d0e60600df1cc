import { expect, type Page, test } from '@playwright/test'
import { Scanner } from '#test/canary/scan.ts'
import { zh } from '#ui/words/zh/all.ts'
import type { CompoundRow } from '#wire/compounds.ts'
import { goTo } from './support/historySettled.ts'
import { answerTo } from './support/asOurPage.ts'
import { barriers, misfits } from './support/eye.ts'
import { onDisk } from './support/onDisk.ts'
import { choosePin, OWN_PIN, pressPin } from './support/pin.ts'
import { Profile } from './support/profile.ts'
import { addOfficer, signedIn } from './support/secondOfficer.ts'
import { heard, OFFICER, PASSPHRASE, SharedTablet } from './support/sharedTablet.ts'

const { compounds: words, join, lock } = zh
const PHONE = { width: 390, height: 844 }
const [SPRING, ORCHID] = ['春和苑', '兰亭苑']
const THEIR_PIN = '583927'
/** Invented, one for each compound. */
const [OURS, THEIRS] = ['郑巧云', '钟离白鹭']
const rowsOf = (name: string) => [
  ['栋', '单元', '房号', '姓名', '电话'],
  ['1', '1', '101', name, '13800765431'],
]
const HEARD = '春和苑楼道灯坏了两盏'
/** The remark, and the order that it makes. */
const UNSENT = words.unsent(2)
const HEARD_THERE = '兰亭苑垃圾桶满了'

let here: SharedTablet
let phone: Profile
let tenant: string

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  here = await SharedTablet.prepare({ rows: rowsOf(OURS) })
  const windows = [{ window: 'morning', from: '07:00', to: '09:00' }]
  const points = [{ label: '东门投放点', windows }]
  const form = { compound: ORCHID, community: '庆云社区', rows: rowsOf(THEIRS), points, emergency: [] }
  tenant = (await here.asked<CompoundRow>('/api/compounds', { ...form, passphrase: PASSPHRASE })).tenant
  phone = await Profile.make(PHONE)
})

test.afterAll(async () => {
  await phone?.remove()
  await here?.remove()
})

const head = (page: Page) => page.locator('.header, .today-head').first()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const isLocked = (page: Page, name: string) =>
  expect(page.locator('.lock-clock').filter({ hasText: name })).toBeVisible()
const opens = async (page: Page, pin: string) => {
  await expect(page.getByRole('heading', { name: lock.enter(OFFICER, 6) })).toBeVisible()
  await pressPin(page, pin)
  await expect(page.locator('.lock')).toHaveCount(0)
}
const theirDisk = () => `linbian-${tenant}`
const unsentOn = async (page: Page, disk?: string) => (await onDisk(page, disk))['outbox']?.length
const isWhole = (page: Page, disk?: string) =>
  expect
    .poll(async () => {
      const { meta = [], vaultPages = [] } = await onDisk(page, disk)
      const at = (meta as { cursor?: string; walking?: boolean }[]).find((row) => row.cursor !== undefined)
      return vaultPages.length > 0 && at?.walking === false
    })
    .toBe(true)
/** From Today of one to the other, by the key of this phone's own corner. */
const goesTo = async (page: Page, name: string, from: string, pin: string) => {
  await page.getByRole('button', { name: words.goTo(name) }).click()
  await isLocked(page, name)
  await opens(page, pin)
  await expect(head(page)).toContainText(name)
  await expect(head(page)).not.toContainText(from)
}

test('an officer of two compounds enters the second in the same browser with the passphrase, and a PIN of its own', async () => {
  const page = await phone.open(`${here.origin}/login`)
  await page.getByLabel(join.signIn.name).fill(OFFICER)
  await page.getByLabel(join.signIn.passphrase).fill(PASSPHRASE)
  await press(page, join.signIn.go)
  await page.locator('.row').filter({ hasText: SPRING }).click()
  await choosePin(page, OFFICER, OWN_PIN)
  await expect(page.locator('.nav')).toBeVisible()
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await isWhole(page)
  // While there is one, nothing on Today speaks of compounds.
  await expect(head(page)).not.toContainText(SPRING)

  await goTo(page, `${here.origin}/people/compounds`)
  await opens(page, OWN_PIN)
  await press(page, words.go)
  await expect(page.getByRole('dialog')).toContainText(words.pinThere)
  expect(await misfits(page)).toEqual([])
  expect(await barriers(page, 'all')).toEqual([])
  await page.getByLabel(join.signIn.passphrase).fill('不是这个口令不是这个口令')
  await press(page, words.enter)
  await expect(page.getByRole('dialog')).toContainText(join.refused.loginWrong)
  await page.getByLabel(join.signIn.passphrase).fill(PASSPHRASE)
  await press(page, words.enter)
  await choosePin(page, OFFICER, THEIR_PIN)
  await expect(head(page)).toContainText(ORCHID)
  await isWhole(page, theirDisk())
})

test('an officer asks a colleague of the first into the second without an invitation: the colleague comes over on their own phone, as the same person', async ({
  browser,
}) => {
  const page = phone.page
  const name = '吴海涛'
  await addOfficer(here.asks, here.origin, name)
  const theirs = await signedIn(browser, here.origin, name)
  await goTo(page, `${here.origin}/people/invite`)
  await opens(page, THEIR_PIN)
  await page.getByText(zh.people.roles.officer, { exact: true }).click()
  expect([await misfits(page), await barriers(page, 'all')]).toEqual([[], []])
  await page.locator('.row').filter({ hasText: words.colleagues.instead }).click()
  await page
    .locator('.row')
    .filter({ hasText: words.colleagues.of(SPRING) })
    .click()
  await expect(page.getByRole('dialog')).toContainText(words.colleagues.text(name))
  expect([await misfits(page), await barriers(page, 'all')]).toEqual([[], []])
  here.wire.cut()
  await press(page, words.colleagues.go)
  await expect(page.getByRole('dialog')).toContainText(words.colleagues.notYet)
  here.wire.mend()
  await press(page, words.colleagues.go)
  await expect(page.locator('.toast')).toContainText(words.colleagues.done(name))
  await expect(page.locator('.row').filter({ hasText: words.colleagues.of(SPRING) })).toHaveCount(0)
  await goTo(page, `${here.origin}/`)
  await opens(page, THEIR_PIN)

  await goTo(theirs, `${here.origin}/people/compounds`)
  await press(theirs, words.go)
  await theirs.getByLabel(join.signIn.passphrase).fill(PASSPHRASE)
  await press(theirs, words.enter)
  await expect(head(theirs)).toContainText(ORCHID)
  const home = theirs.getByRole('button', { name: words.goTo(SPRING) })
  await expect(home).toBeVisible()
  await theirs.context().close()
})

test('what is written without a network in one waits there, is counted where one switches, and both open after the browser was closed', async () => {
  const page = phone.page
  await goesTo(page, SPRING, ORCHID, OWN_PIN)
  here.wire.cut()
  await goTo(page, `${here.origin}/feedback/new`)
  await opens(page, OWN_PIN)
  await heard(page, HEARD)
  await goTo(page, `${here.origin}/`)
  await opens(page, OWN_PIN)
  await goesTo(page, ORCHID, SPRING, THEIR_PIN)
  const back = page.getByRole('button', { name: words.goTo(SPRING) })
  await expect(back).toContainText(UNSENT)
  expect(await misfits(page)).toEqual([])

  await phone.close()
  const again = await phone.open(`${here.origin}/`)
  await isLocked(again, ORCHID)
  await expect(again.getByRole('button', { name: words.goTo(SPRING) })).toContainText(UNSENT)
  expect(await misfits(again)).toEqual([])
  await opens(again, THEIR_PIN)
  await goTo(again, `${here.origin}/people/compounds`)
  await opens(again, THEIR_PIN)
  await expect(again.locator('.panel').filter({ hasText: SPRING })).toContainText(UNSENT)
  await press(again, words.go)
  await isLocked(again, SPRING)
  await opens(again, OWN_PIN)
  await goTo(again, `${here.origin}/feedback`)
  await opens(again, OWN_PIN)
  await expect(again.getByText(HEARD)).toBeVisible()
})

test('with the network back, what waits in one arrives while the other is looked at', async () => {
  const page = phone.page
  await goTo(page, `${here.origin}/`)
  await opens(page, OWN_PIN)
  await goesTo(page, ORCHID, SPRING, THEIR_PIN)
  expect(await unsentOn(page)).toBe(2)
  here.wire.mend()
  await page.reload()
  await opens(page, THEIR_PIN)
  await expect.poll(() => unsentOn(page)).toBe(0)
  const arrived = () =>
    here.server.records().filter((one) => one.kind === 'feedback' && 'text' in one && one.text === HEARD)
  await expect.poll(arrived).toHaveLength(1)
  await expect(page.getByRole('button', { name: words.goTo(SPRING) })).not.toContainText(UNSENT)
  expect(await unsentOn(page, theirDisk())).toBe(0)
})

test('two tabs show two compounds, each writes into its own, and each stays with it over a reload', async () => {
  const ours = phone.page
  const theirs = await ours.context().newPage()
  await ours.getByRole('button', { name: words.goTo(SPRING) }).click()
  await opens(ours, OWN_PIN)
  await goTo(theirs, `${here.origin}/`)
  await opens(theirs, OWN_PIN)
  await goesTo(theirs, ORCHID, SPRING, THEIR_PIN)
  await ours.reload()
  await isLocked(ours, SPRING)
  await goTo(theirs, `${here.origin}/feedback/new`)
  await opens(theirs, THEIR_PIN)
  await theirs.getByRole('button', { name: zh.feedback.capture.choose }).waitFor()
  await heard(theirs, HEARD_THERE, false, theirDisk())
  await expect.poll(() => unsentOn(theirs, theirDisk())).toBe(0)
  await opens(ours, OWN_PIN)
  await goTo(ours, `${here.origin}/feedback`)
  await opens(ours, OWN_PIN)
  await expect(ours.getByText(HEARD)).toBeVisible()
  await expect(ours.getByText(HEARD_THERE)).toHaveCount(0)
})

test('no disk of one has a word of the other, and no file of the locked browser a name of either', async () => {
  const page = phone.page
  const text = async (disk?: string) => JSON.stringify(await onDisk(page, disk))
  for (const word of [ORCHID, THEIRS, HEARD_THERE, tenant]) expect(await text()).not.toContain(word)
  for (const word of [SPRING, OURS, HEARD]) expect(await text(theirDisk())).not.toContain(word)
  await phone.close()
  const found = await new Scanner([OURS, THEIRS, HEARD, HEARD_THERE]).folder(phone.folder)
  expect([...found.found.keys()]).toEqual([])
})

test('the office of one stops this phone: that one is emptied, and the other is as it was', async () => {
  const page = await phone.open(`${here.origin}/`)
  const { meta = [] } = await onDisk(page, theirDisk())
  const { device } = (meta as { device?: string; deviceKind?: string }[]).find((row) => row.deviceKind)!
  // From the other compound's desk it is not to be reached.
  expect(await here.asked('/api/devices/revoke', { device })).toMatchObject({ refused: 'notFound' })
  await isLocked(page, ORCHID)
  await opens(page, THEIR_PIN)
  // From beside it: the page hears so before the answer has come, and goes to its start.
  const beside = await page.context().newPage()
  await beside.goto(`${here.origin}/api/health`)
  expect(await answerTo(beside, '/api/devices/revoke', { device }, tenant)).toEqual({})
  await beside.close()
  await expect.poll(async () => (await onDisk(page, theirDisk()))['vaultPages']?.length).toBe(0)
  expect((await onDisk(page))['vaultPages']?.length).toBeGreaterThan(0)
  await page.getByRole('button', { name: words.goTo(SPRING) }).click()
  await isLocked(page, SPRING)
  await opens(page, OWN_PIN)
})

test('a disk of one that does not open says so, and leads to the other', async () => {
  const page = phone.page
  await page.evaluate(
    (disk) =>
      new Promise<void>((done) => {
        const opening = indexedDB.open(disk, 5000)
        opening.onsuccess = () => {
          opening.result.close()
          done()
        }
      }),
    theirDisk(),
  )
  // What lies on it is not counted as nothing, and nobody is asked to begin there anew.
  await goTo(page, `${here.origin}/people/compounds`)
  await opens(page, OWN_PIN)
  await expect(page.locator('.panel').filter({ hasText: words.closed })).toBeVisible()
  await expect(page.getByText(words.firstTime)).toHaveCount(0)
  await page.locator('.panel').filter({ hasText: words.closed }).getByRole('button').click()
  await expect(page.getByText(zh.start.newer.title)).toBeVisible()
  await press(page, zh.start.elsewhere)
  await isLocked(page, SPRING)
})
