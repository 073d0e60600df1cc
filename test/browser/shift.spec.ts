import { expect, type Page, test } from '@playwright/test'
import type { PreviewServer } from 'vite'
// @ts-expect-error -- a plain script, also run by hand
import { serveGallery } from './gallery/serve.mjs'
import { goTo, historySettled } from './support/historySettled.ts'

let server: PreviewServer
let base: string

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })
test.beforeAll(async () => {
  server = await serveGallery()
  base = server.resolvedUrls?.local[0] ?? ''
})
test.afterAll(() => server.close())

/** A bounce of the same finger is over after this. */
const APART_MS = 180
const QUIET_MS = 2 * 60_000

const home = (page: Page, more = '') =>
  goTo(page, `${base}bins?as=supervisor&now=2026-11-24T10:05:00.000Z${more}`)
const key = (page: Page) => page.locator('.tally-main')
const shows = (page: Page, count: number) =>
  expect(key(page)).toHaveAccessibleName(`投放正确，现在${count}，按一下加1`)

async function begin(page: Page, more = '') {
  await home(page, more)
  await page.locator('.bottom-bar .key-primary').click()
  await expect(key(page)).toBeVisible()
}

test('after two quiet minutes the screen goes dark with the count on it; the touch or key that wakes it counts nothing', async ({
  page,
}) => {
  await page.clock.install()
  await begin(page)
  await key(page).tap()
  await shows(page, 1)
  await page.clock.fastForward(QUIET_MS - 15_000)
  await expect(page.locator('.dimmed')).toHaveCount(0)
  await page.clock.fastForward(16_000)
  await expect(page.locator('.dimmed-count')).toHaveText('1')
  const box = (await key(page).boundingBox())!
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2)
  await expect(page.locator('.dimmed')).toHaveCount(0)
  await shows(page, 1)
  await page.waitForTimeout(APART_MS)
  await key(page).tap()
  await shows(page, 2)

  await key(page).focus()
  for (const woken of ['Space', 'Enter', 'Escape']) {
    await page.clock.fastForward(QUIET_MS)
    await expect(page.locator('.dimmed')).toBeVisible()
    await page.keyboard.press(woken)
    await expect(page.locator('.dimmed')).toHaveCount(0)
    await shows(page, 2)
  }
  await expect(key(page)).toBeFocused()
})

test('a touch keeps the screen awake, and a dark screen lies over an open sheet too', async ({ page }) => {
  await page.clock.install()
  await begin(page)
  for (const count of [1, 2, 3]) {
    await page.clock.fastForward(QUIET_MS / 2)
    await page.waitForTimeout(APART_MS)
    await key(page).tap()
    await shows(page, count)
  }
  await page.getByRole('button', { name: '更多' }).tap()
  await page.clock.fastForward(QUIET_MS)
  await page.locator('.dimmed-key').tap()
  await expect(page.locator('.dimmed')).toHaveCount(0)
  await expect(page.getByRole('link', { name: '开袋检查' })).toBeVisible()
})

test('keyboard and screen reader press the same keys; one that is held down is pressed once', async ({
  page,
}) => {
  await begin(page)
  await key(page).focus()
  await page.keyboard.press('Enter')
  await page.waitForTimeout(APART_MS)
  await page.keyboard.press('Space')
  await shows(page, 2)
  await page.waitForTimeout(APART_MS)
  for (let held = 0; held < 12; held += 1) {
    await page.keyboard.down('Enter')
    await page.waitForTimeout(60)
  }
  await page.keyboard.up('Enter')
  await shows(page, 3)
  await page.waitForTimeout(APART_MS)
  // What a screen reader sends: a click without a pointer.
  await key(page).evaluate((one: HTMLElement) => one.click())
  await shows(page, 4)
  await expect(page.locator('[aria-live="polite"]', { hasText: '投放正确 4' })).toHaveCount(1)
})

test('a touch counts while another finger rests on the screen, and a long press counts once', async ({
  page,
}) => {
  await begin(page)
  const wire = await page.context().newCDPSession(page)
  const box = (await key(page).boundingBox())!
  const rest = { x: 200, y: 60, id: 1 }
  const finger = { x: box.x + 80, y: box.y + box.height - 40, id: 2 }
  const send = (type: 'touchStart' | 'touchEnd', touchPoints: (typeof rest)[]) =>
    wire.send('Input.dispatchTouchEvent', { type, touchPoints })
  // Browsers say no click for any of these.
  for (let nth = 0; nth < 3; nth += 1) {
    await send('touchStart', [rest])
    await send('touchStart', [rest, finger])
    await send('touchEnd', [])
    await page.waitForTimeout(APART_MS)
  }
  await shows(page, 3)
  await send('touchStart', [finger])
  await page.waitForTimeout(900)
  await send('touchEnd', [])
  await shows(page, 4)
})

test('two tablets at one point: the sum is said beside the name, and the keys show one’s own', async ({
  page,
}) => {
  await begin(page, '&beside')
  await key(page).tap()
  await shows(page, 1)
  await expect(page.locator('.header-sub')).toContainText('和谢敏一起：共 62 次')
  await page.getByRole('button', { name: '更多' }).tap()
  for (const tool of ['bags', 'bins', 'cards', 'leaving'])
    await expect(page.locator(`.more-tools a[href$="/${tool}"]`)).toBeVisible()
})

test('what was forgotten last night is closed with the press that begins, unless somebody says no', async ({
  page,
}) => {
  await home(page, '&left')
  const panel = page.locator('.panel', { hasText: '谢敏昨天晚班还没交' })
  await expect(panel.getByLabel('替谢敏交了')).toBeChecked()
  await page.locator('.bottom-bar .key-primary').click()
  await expect(page.locator('.toast')).toContainText('替谢敏交了昨天晚班')
  await shows(page, 0)

  await home(page, '&left')
  await panel.getByText('替谢敏交了').click()
  await page.locator('.bottom-bar .key-primary').click()
  await shows(page, 0)
  await expect(page.locator('.toast')).toHaveCount(0)
})

test('whose shift was closed by another hears of it once, and reads it in the summary', async ({ page }) => {
  await home(page, '&closedForMe')
  const panel = page.locator('.panel', { hasText: '谢敏替您交了昨天晚班' })
  await panel.getByRole('button', { name: '知道了' }).click()
  await expect(panel).toHaveCount(0)
  await home(page, '&closedForMe')
  await page.getByRole('link', { name: /昨天/ }).first().click()
  await expect(page.locator('.header-sub')).toContainText('谢敏替交的')
  await page.getByLabel('给早班留句话').fill('桶盖松了')
  await page.getByRole('button', { name: '把话留下' }).click()
  await expect(page.locator('.header-sub')).not.toContainText('谢敏替交的')
  await expect(page.locator('.summary-note')).toHaveText('桶盖松了')
})

test('a shift of yesterday is written down late, and its window put right afterwards', async ({ page }) => {
  await home(page)
  await page.getByRole('button', { name: '补记以前的' }).click()
  await page.getByText('昨天', { exact: true }).click()
  await page.getByText('早班', { exact: true }).click()
  await page.locator('.bottom-bar .key-primary').click()
  await expect(page.locator('h1')).toHaveText('东门・早班')
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('link', { name: '看数、留句话' }).click()
  await page.getByText('晚班', { exact: true }).click()
  await expect(page.locator('.header-sub')).toContainText('东门・晚班')
  await expect(page.getByLabel('昨天')).toBeChecked()
})

test('where the screen cannot be kept on, the shift says once which setting does it', async ({ page }) => {
  await page.addInitScript(() => {
    delete (Navigator.prototype as { wakeLock?: unknown }).wakeLock
  })
  await begin(page)
  await page.getByRole('button', { name: '这台的屏幕会自己黑' }).tap()
  await expect(page.locator('dialog')).toContainText('自动熄屏（休眠），改成 10 分钟')
  await page.getByRole('button', { name: '知道了' }).tap()
  await expect(page.locator('.shift-note')).toHaveCount(0)
  await historySettled(page)
  await begin(page)
  await expect(page.locator('.shift-note')).toHaveCount(0)
})

test('a full device says that taps go on and photos wait', async ({ page }) => {
  await begin(page, '&full')
  await page.getByRole('button', { name: '本机快满了，照片先停一停' }).tap()
  await expect(page.locator('dialog')).toContainText('按的数照样存，不会丢')
  await page.getByRole('button', { name: '知道了' }).tap()
  await key(page).tap()
  await shows(page, 1)
})

test('nothing breaks sideways where a shift begins, with text twice as large', async ({ page }) => {
  for (const looks of ['&text=200', '&text=200&lang=en']) {
    await home(page, `&left&beside&closedForMe${looks}`)
    await page.locator('.panel').first().waitFor()
    const over = await page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('main, .frame-bar')].map(
        (box) => box.scrollWidth - box.clientWidth,
      ),
    )
    expect(Math.max(...over), looks).toBeLessThanOrEqual(0)
  }
})
