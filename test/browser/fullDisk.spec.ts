import { type CDPSession, expect, type Page, test } from '@playwright/test'
import { zh } from '#ui/words/zh/all.ts'
import { barriers, misfits } from './support/eye.ts'
import { letIn } from './support/letIn.ts'
import { choosePin, OWN_PIN, PIN, pressPin, unlock } from './support/pin.ts'
import { Profile } from './support/profile.ts'
import { SharedTablet } from './support/sharedTablet.ts'
import { goTo } from './support/historySettled.ts'

const words = zh.lock
const PHONE = { width: 390, height: 844 }
/** Less than a browser that has anything at all already keeps. */
const NO_ROOM = 1
/** Invented. */
const LIAO = '廖素芬'
const ZHOU = { name: '周桂芳', pin: PIN }

let here: SharedTablet
let phone: Profile

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  here = await SharedTablet.prepare()
  phone = await Profile.make(PHONE)
})

test.afterAll(async () => {
  await phone?.remove()
  await here?.remove()
})

/** Whether a megabyte beside what is ours is still kept. */
const keepsMore = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<boolean>((done) => {
        const opening = indexedDB.open('beside')
        opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('rows'))
        opening.addEventListener('error', () => done(false))
        opening.addEventListener('success', () => {
          const tx = opening.result.transaction('rows', 'readwrite')
          const end = (kept: boolean) => {
            opening.result.close()
            done(kept)
          }
          tx.addEventListener('complete', () => end(true))
          tx.addEventListener('abort', () => end(false))
          tx.objectStore('rows').put(crypto.getRandomValues(new Uint8Array(60_000)), 'one')
          tx.objectStore('rows').put('x'.repeat(1_000_000), 'many')
        })
      }),
  )

/** Leaves what the browser keeps of us no room, and answers how to make some again. A browser finds out with a delay. */
async function full(page: Page): Promise<() => Promise<unknown>> {
  const browser: CDPSession = await page.context().newCDPSession(page)
  await browser.send('Storage.overrideQuotaForOrigin', { origin: here.origin, quotaSize: NO_ROOM })
  await expect.poll(() => keepsMore(page)).toBe(false)
  return async () => {
    await browser.send('Storage.overrideQuotaForOrigin', { origin: here.origin })
    await expect.poll(() => keepsMore(page)).toBe(true)
  }
}

const says = (page: Page) => page.locator('.pad-says')

async function wrongIn(page: Page): Promise<string[]> {
  const before = page.viewportSize()!
  const wrong: string[] = []
  for (const theme of ['day', 'night', 'sun']) {
    await page.evaluate((next) => void (document.documentElement.dataset['theme'] = next), theme)
    wrong.push(...(await barriers(page, theme === 'day' ? 'all' : 'colours')))
  }
  for (const text of ['100%', '200%'])
    for (const [width, height] of [
      [360, 640],
      [390, 844],
      [1280, 800],
    ] as const) {
      await page.setViewportSize({ width, height })
      await page.evaluate((size) => void (document.documentElement.style.fontSize = size), text)
      wrong.push(...(await misfits(page)).map((one) => `${width} ${text}: ${one}`))
    }
  await page.evaluate(() => {
    document.documentElement.dataset['theme'] = 'day'
    document.documentElement.style.fontSize = ''
  })
  await page.setViewportSize(before)
  return wrong
}

test('a phone whose disk is full says that no PIN was set, and takes it once there is room', async () => {
  const { link } = await here.invites({ name: LIAO, role: 'gridWorker', deviceKind: 'own' })
  const page = await phone.open(link)
  await letIn(page, here.asks)
  await expect(page.getByRole('heading', { name: words.set.own })).toBeVisible()
  await expect(page.getByRole('heading', { name: words.set.title(LIAO, 6) })).toBeVisible()
  const makeRoom = await full(page)
  await pressPin(page, OWN_PIN)
  await pressPin(page, OWN_PIN)
  await expect(says(page)).toHaveText(words.set.notSet)
  expect(await wrongIn(page)).toEqual([])
  await makeRoom()
  await choosePin(page, LIAO, OWN_PIN)
  await expect(page.locator('.nav')).toBeVisible()
})

test('a locked phone whose disk is full says that it was not opened, counts no try, and opens once there is room', async () => {
  const { page } = phone
  await goTo(page, `${here.origin}/`)
  await expect(page.getByRole('heading', { name: words.own })).toBeVisible()
  const makeRoom = await full(page)
  // More often than wrong ones are allowed.
  for (let nth = 0; nth < 6; nth += 1) {
    await pressPin(page, OWN_PIN)
    await expect(says(page)).toHaveText(words.notOpened)
  }
  expect(await wrongIn(page)).toEqual([])
  await makeRoom()
  await pressPin(page, OWN_PIN)
  await expect(page.locator('.nav')).toBeVisible()
})

test('so does a locked tablet', async () => {
  await here.tablet.open(`${here.origin}/`)
  const { page } = here
  await here.joins(ZHOU)
  await goTo(page, `${here.origin}/`)
  const makeRoom = await full(page)
  await unlock(page, ZHOU.name)
  await expect(says(page)).toHaveText(words.notOpened)
  expect(await wrongIn(page)).toEqual([])
  await makeRoom()
  await pressPin(page, PIN)
  await expect(page.locator('.nav')).toBeVisible()
})
