import { type Browser, expect, type Page, test } from '@playwright/test'
import { zh } from '#ui/words/zh/all.ts'
import { aPort } from './support/aPort.ts'
import { sent } from './support/onDisk.ts'
import { Profile } from './support/profile.ts'
import { RealServer } from './support/server.ts'
import { enterAs } from './support/walk.ts'
import { goTo } from './support/historySettled.ts'
import { axe } from './support/eye.ts'

const PHONE = { width: 390, height: 844 }
const words = zh.wall

const server = await RealServer.prepare(await aPort())
let office: Profile
let steward: Profile

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  await server.start('--demo')
  office = await Profile.make(PHONE)
  steward = await Profile.make(PHONE)
})
test.afterAll(async () => {
  for (const profile of [office, steward]) await profile?.remove()
  await server.remove()
})

const key = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })

/** A resident’s phone with everything that a page could do to it switched off. */
async function aResident(browser: Browser, locale = 'zh-CN') {
  const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false, locale })
  return context.newPage()
}

test('residents read the wall and say something without a script, a login or a cookie', async ({
  browser,
}) => {
  const page = await aResident(browser)
  await goTo(page, `${server.origin}/gongshi`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('公示栏')
  await expect(page.getByText('踢脚线粘牢了，不再绊脚')).toBeVisible()
  await expect(page.getByText('19,244')).toBeVisible()
  await expect(page.getByRole('img', { name: /改之前/ })).toBeVisible()
  await page.getByRole('link', { name: '我也有话说' }).click()
  await page.getByLabel('什么事，在哪里').fill('单元门口的灯一闪一闪的')
  await page.getByRole('button', { name: '说给社区听' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('收到了，社区会看')
  const [no, secret] = await page.locator('dd.big').allTextContents()
  await page.getByRole('link', { name: '我说的办到哪了' }).click()
  await page.getByLabel('号码').fill(no!)
  await page.getByLabel('口令').fill(secret!)
  await page.getByRole('button', { name: '查一下' }).click()
  await expect(page.getByRole('status')).toContainText('收到了，还没派出去')
  expect(await page.context().cookies()).toEqual([])
  await page.context().close()
})

test('the public pages have no barrier, in both languages, by day and by night, at 200 % and 360 wide', async ({
  browser,
}) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    // The checker is a script of its own; the page has none and would run none.
    const context = await browser.newContext({ viewport: PHONE, colorScheme, bypassCSP: true })
    const page = await context.newPage()
    for (const path of colorScheme === 'dark' ? ['', '/say'] : ['', '?lang=en', '/say', '/asked', '/a4']) {
      await goTo(page, `${server.origin}/gongshi${path}`)
      const { violations } = await axe(page)
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze()
      expect([path, violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)]).toEqual([path, []])
      for (const [width, size] of [
        [360, '100%'],
        [390, '200%'],
      ] as const) {
        await page.setViewportSize({ width, height: 800 })
        await page.evaluate((text) => void (document.documentElement.style.fontSize = text), size)
        const wide = await page.evaluate(() => document.documentElement.scrollWidth)
        expect([path, size, wide]).toEqual([path, size, width])
      }
      await page.setViewportSize(PHONE)
    }
    await context.close()
  }
})

test('what a steward proposes is covered, published without a network, and hangs once there is one', async ({
  browser,
}) => {
  const his = await steward.open(`${server.origin}/`)
  await enterAs(his, server.origin, 'steward', zh)
  await goTo(his, `${server.origin}/feedback`)
  await his.locator('.segment').filter({ hasText: zh.feedback.drawers.done }).click()
  await his.getByText('旧沙发床垫堆楼下半个月了').first().click()
  await key(his, words.page.propose).click()
  await expect(his.getByText(words.page.as)).toBeVisible()
  await expect(key(his, words.page.waits)).toBeVisible()
  await sent(his)

  const hers = await office.open(`${server.origin}/`)
  await enterAs(hers, server.origin, 'officer', zh)
  await hers.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await goTo(hers, `${server.origin}/wall`)
  await hers.getByText('垃圾、大件的事办好了').click()
  // Nobody hangs what nobody looked at.
  await expect(key(hers, words.page.lookFirst)).toHaveAttribute('aria-disabled', 'true')
  const photos = hers.locator('.wall-look-photo img')
  await expect(photos).toHaveCount(2)
  const width = () => photos.first().evaluate((img: HTMLImageElement) => img.naturalWidth)
  await expect.poll(width).toBeGreaterThan(0)
  const original = await width()

  await key(hers, words.look.some).first().click()
  const canvas = hers.locator('.wall-painted canvas')
  await expect(canvas).toBeVisible()
  const box = (await canvas.boundingBox())!
  await hers.mouse.move(box.x + 40, box.y + 60)
  await hers.mouse.down()
  await hers.mouse.move(box.x + 200, box.y + 60, { steps: 4 })
  await hers.mouse.up()
  await key(hers, words.blur.undo).click()
  await expect(key(hers, words.blur.nothing).first()).toBeVisible()
  // The same by keyboard alone.
  await hers.getByText(words.blur.cells).click()
  const cell = hers.getByRole('button', { name: words.blur.cell(2, 3) })
  await cell.focus()
  await hers.keyboard.press('Space')
  await expect(cell).toHaveAttribute('aria-pressed', 'true')
  await key(hers, words.blur.done).click()
  await expect(canvas).toBeHidden()
  await expect(photos.first()).toBeVisible()
  await expect.poll(width).toBe(original)
  // In the middle of the covered square there are the covering shades, and none of the picture.
  const shades = await photos.first().evaluate((img: HTMLImageElement) => {
    const drawn = Object.assign(document.createElement('canvas'), {
      width: img.naturalWidth,
      height: img.naturalHeight,
    })
    const context = drawn.getContext('2d')!
    context.drawImage(img, 0, 0)
    const [x, y] = [img.naturalWidth * 0.5, img.naturalHeight * 0.375]
    return [...context.getImageData(x - 20, y - 20, 40, 40).data].filter((_, index) => index % 4 === 0)
  })
  expect(Math.min(...shades)).toBeGreaterThan(0x6c)
  expect(Math.max(...shades)).toBeLessThan(0xb4)

  await hers.context().setOffline(true)
  await key(hers, words.look.none).nth(0).click()
  await key(hers, words.look.none).nth(1).click()
  await key(hers, words.page.publishLooked).click()
  await expect(hers.getByText(words.here)).toBeVisible()
  const resident = await aResident(browser)
  await goTo(resident, `${server.origin}/gongshi`)
  await expect(resident.getByText('垃圾、大件的事办好了')).toHaveCount(0)

  await hers.context().setOffline(false)
  await sent(hers)
  await expect(async () => {
    await goTo(resident, `${server.origin}/gongshi`)
    await expect(resident.getByText('垃圾、大件的事办好了')).toBeVisible({ timeout: 500 })
    const before = resident.getByRole('img', { name: '改之前：垃圾、大件的事办好了' })
    expect(await before.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(original)
  }).toPass()
  await resident.context().close()
})

test('what hangs is corrected by another version, and the older one is listed with its day and why', async ({
  browser,
}) => {
  const hers = office.page
  await goTo(hers, `${server.origin}/wall`)
  await hers.getByText('踢脚线粘牢了，不再绊脚').click()
  await key(hers, words.page.correct).click()
  await key(hers, words.page.edit).click()
  await hers.getByLabel(words.page.lines).fill('3-2-501 门口也粘好了')
  // A door is named at once, and nothing can be hung with it.
  await expect(hers.getByText(words.telling.title)).toBeVisible()
  await expect(key(hers, words.page.wordsFirst)).toHaveAttribute('aria-disabled', 'true')
  await hers.getByLabel(words.page.lines).fill('两层楼都粘好了')
  await key(hers, words.look.none).nth(0).click()
  await key(hers, words.look.none).nth(1).click()
  await expect(key(hers, words.page.reasonFirst)).toBeVisible()
  await hers.getByLabel(words.page.reason).fill('又粘好一层')
  await key(hers, words.page.replace).click()
  await expect(hers.getByText(words.version(2)).first()).toBeVisible()
  await sent(hers)

  const page = await aResident(browser)
  await expect(async () => {
    await goTo(page, `${server.origin}/gongshi`)
    await expect(page.getByText('两层楼都粘好了')).toBeVisible({ timeout: 500 })
  }).toPass()
  await page.getByRole('link', { name: '看全部：踢脚线粘牢了，不再绊脚' }).click()
  await expect(page.getByText('为什么：又粘好一层')).toBeVisible()
  await page.getByRole('link', { name: /第 1 版/ }).click()
  await expect(page.getByText('这是以前的一版')).toBeVisible()
  await expect(page.locator('img')).toHaveCount(0)
  await page.context().close()
})

test('an app that is installed leaves the residents’ page to the server', async () => {
  const hers = office.page
  await goTo(hers, `${server.origin}/gongshi`)
  await expect(hers.getByRole('link', { name: '我也有话说' })).toBeVisible()
  await expect(hers.locator('#app')).toHaveCount(0)
})
