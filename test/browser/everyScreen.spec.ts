import { type Browser, expect, type Page, test } from '@playwright/test'
import { aPort } from './support/aPort.ts'
import { barriers, misfits } from './support/eye.ts'
import { RealServer } from './support/server.ts'
import { enterAs, LANGUAGES, setUp, shut, type Stop, WALKS } from './support/walk.ts'
import { goTo } from './support/historySettled.ts'

const THEMES = ['day', 'night', 'sun'] as const
/** All sizes and languages are the proof's; a change is tried in Chinese, on the narrowest phone and the widest tablet. */
const IS_WHOLE = process.env['EVERY_SPEC'] !== undefined
const SIZES: readonly (readonly [number, number])[] = [
  [360, 800],
  [1280, 800],
  ...(IS_WHOLE
    ? ([
        [390, 844],
        [800, 1280],
      ] as const)
    : []),
]

// Each walk is by itself; a worker sets up its own servers.
test.describe.configure({ mode: 'parallel' })

const port = await aPort()
let demo: RealServer
let fresh: RealServer

test.beforeAll(async () => {
  demo = await RealServer.prepare(port)
  fresh = await RealServer.prepare(port + 1)
  await demo.start('--demo')
  await fresh.start()
})
test.afterAll(async () => {
  await demo?.remove()
  await fresh?.remove()
})

async function aBrowser(browser: Browser, language: keyof typeof LANGUAGES): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' })
  await context.addInitScript((kept) => localStorage.setItem('linbian.language', kept), language)
  return context.newPage()
}

/** Everything that is wrong on the way, each with the screen and the looks it is wrong in. */
async function walked(
  page: Page,
  stops: readonly Stop[],
  language: keyof typeof LANGUAGES,
): Promise<string[]> {
  const wrong: string[] = []
  for (const stop of stops) {
    await stop.open(page, LANGUAGES[language])
    if (stop.arrives) await expect(page.locator('h1').first(), stop.name).toBeFocused()
    await expect(page.locator('html'), stop.name).toHaveAttribute('lang', language === 'zh' ? 'zh-CN' : 'en')
    const note = (looks: string, found: readonly string[]) =>
      wrong.push(...found.map((one) => `${stop.name}, ${looks}: ${one}`))
    if (stop.over) await expect(page.locator('dialog[open]').first(), stop.name).toBeVisible()
    if (language === 'zh')
      for (const theme of THEMES) {
        await page.evaluate((next) => void (document.documentElement.dataset['theme'] = next), theme)
        note(theme, await barriers(page, theme === 'day' ? 'all' : 'colours'))
      }
    for (const text of ['100%', '200%'])
      for (const [width, height] of SIZES) {
        await page.setViewportSize({ width, height })
        await page.evaluate((size) => void (document.documentElement.style.fontSize = size), text)
        const looks = `${width} wide, text ${text}`
        note(looks, await misfits(page))
        // Else what is below it was measured.
        if (stop.over && (await page.locator('dialog[open]').count()) === 0)
          note(looks, ['nothing lies over it'])
      }
    await page.evaluate(() => {
      document.documentElement.dataset['theme'] = 'day'
      document.documentElement.style.fontSize = ''
    })
    await page.setViewportSize({ width: 390, height: 844 })
    if (stop.over) await shut(page)
  }
  return wrong
}

for (const language of IS_WHOLE ? (['zh', 'en'] as const) : (['zh'] as const)) {
  for (const { role, of, stops } of WALKS) {
    test(`a ${role} can read and press every screen of ${of}, ${language}`, async ({ browser }) => {
      const page = await aBrowser(browser, language)
      await enterAs(page, demo.origin, role, LANGUAGES[language])
      expect(await walked(page, stops, language)).toEqual([])
      await page.context().close()
    })
  }

  test(`the ways in are readable and can be pressed, ${language}`, async ({ browser }) => {
    const page = await aBrowser(browser, language)
    await goTo(page, fresh.origin)
    expect(await walked(page, setUp(fresh.setUpCode), language)).toEqual([])
    await page.context().close()
  })
}
