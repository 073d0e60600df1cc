import { type Browser, expect, type Page, test } from '@playwright/test'
import { aPort } from './support/aPort.ts'
import { barriers, misfits } from './support/eye.ts'
import { asksBy, letIn } from './support/letIn.ts'
import { addOfficer, PASSPHRASE, signedIn } from './support/secondOfficer.ts'
import { RealServer } from './support/server.ts'
import { enterAs, LANGUAGES } from './support/walk.ts'
import { goTo } from './support/historySettled.ts'

const { zh } = LANGUAGES
const { compounds: words, join, setup } = zh
const NAME = '罗书记'
let server: RealServer

test.beforeAll(async () => {
  server = await RealServer.prepare(await aPort())
  await server.start('--demo')
})
test.afterAll(() => server?.remove())

async function aPhone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' })
  await context.addInitScript(() => localStorage.setItem('linbian.language', 'zh'))
  return context.newPage()
}
const fits = async (page: Page) => {
  expect(await barriers(page, 'all')).toEqual([])
  expect(await misfits(page)).toEqual([])
}
/** Figures and words of the page that are drawn on more than one line. */
const brokenOn = (page: Page) =>
  page.locator('h1, dt, dd').evaluateAll((all) =>
    all.flatMap((one) => {
      const text = one.firstChild as Text
      return [...text.data.matchAll(/[\w,]+/g)].flatMap(({ 0: word, index }) => {
        const drawn = document.createRange()
        drawn.setStart(text, index)
        drawn.setEnd(text, index + word.length)
        return drawn.getClientRects().length > 1 ? [`${word} of “${text.data}”`] : []
      })
    }),
  )
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

test('an officer adds a compound of the community, enters it in another browser, and each browser keeps its own without a network; the level above sees both in numbers', async ({
  browser,
}) => {
  const first = await aPhone(browser)
  await enterAs(first, server.origin, 'officer', zh)
  await addOfficer(asksBy(first), server.origin, NAME)
  const here = await signedIn(browser, server.origin, NAME)

  await goTo(here, `${server.origin}/people/compounds`)
  await here.getByText(words.here).waitFor()
  await here.getByText(words.add).click()
  await here.getByLabel(setup.name.label).fill('兰亭苑')
  for (let step = 0; step < 3; step += 1) await press(here, setup.next)
  await here.getByLabel(words.community).fill('庆云社区')
  await here.getByLabel(words.passphrase).fill(PASSPHRASE)
  await fits(here)
  await press(here, setup.officer.go)
  await here.getByText(setup.done.title('兰亭苑')).first().waitFor()
  await fits(here)
  await here.getByText(words.toList).click()
  await here.getByRole('button', { name: words.go, exact: true }).waitFor()
  await expect(here.locator('.header')).toContainText('庆云社区')
  await fits(here)

  const there = await aPhone(browser)
  await goTo(there, `${server.origin}/login`)
  await there.getByLabel(join.signIn.name).fill(NAME)
  await there.getByLabel(join.signIn.passphrase).fill(PASSPHRASE)
  await press(there, join.signIn.go)
  await there.getByText(join.signIn.choose).waitFor()
  await fits(there)
  await there.locator('.row').filter({ hasText: '兰亭苑' }).click()
  await there.locator('.strip').filter({ hasText: zh.sync.strip.done }).waitFor()
  await there.waitForFunction(() => navigator.serviceWorker.controller !== null)

  const people = (page: Page) => page.locator('.people .rows .row-title')
  for (const page of [here, there]) await page.context().setOffline(true)
  await goTo(there, `${server.origin}/people`)
  await expect(people(there).filter({ hasText: NAME })).toBeVisible()
  await expect(people(there).filter({ hasText: '何桂英' })).toHaveCount(0)
  await goTo(here, `${server.origin}/people`)
  await expect(people(here).filter({ hasText: '何桂英' })).toBeVisible()
  for (const page of [here, there]) await page.context().setOffline(false)

  const asks = asksBy(here)
  const { compound: place } = (await asks('/api/me')) as { compound: string }
  const form = { name: '街道老秦', role: 'overseer', place, from: '2024-01-01', deviceKind: 'own' }
  const { link } = (await asks('/api/invitations', form)) as { link: string }
  const above = await aPhone(browser)
  await goTo(above, link)
  await letIn(above, asks)
  await above.waitForURL(/\/gongshi\/counts/)
  await expect(above.locator('main h2')).toHaveText(['春和苑', '兰亭苑'])
  await expect(above.locator('main')).not.toContainText(NAME)
  await fits(above)
  await expect(above).toHaveTitle('各小区的数字')
  // Whoever reads “1” and, below it, “4” has read another number.
  for (const language of ['zh', 'en'])
    for (const [width, text] of [
      [390, '100%'],
      [390, '200%'],
      [1280, '100%'],
    ] as const) {
      await goTo(above, `${server.origin}/gongshi/counts?lang=${language}`)
      await above.setViewportSize({ width, height: 800 })
      await above.evaluate((size) => void (document.documentElement.style.fontSize = size), text)
      expect(await brokenOn(above), `${language}, ${width} wide, text ${text}`).toEqual([])
      await fits(above)
    }
  for (const page of [first, here, there, above]) await page.context().close()
})
