import { expect, type Page, test } from '@playwright/test'
import type { PreviewServer } from 'vite'
// @ts-expect-error -- a plain script, also run by hand
import { serveGallery } from './gallery/serve.mjs'
import { goTo } from './support/historySettled.ts'
import { everyBarrier } from './support/eye.ts'

let server: PreviewServer
let base: string

test.beforeAll(async () => {
  server = await serveGallery()
  base = server.resolvedUrls?.local[0] ?? ''
})
test.afterAll(() => server.close())

/** A supervisor at the east gate who opened a tool of the shift: 开袋检查, 桶满没满・清运. */
async function open(page: Page, tool: 'bags' | 'bins', looks = '') {
  await page.setViewportSize({ width: 390, height: 844 })
  await goTo(page, `${base}bins?as=supervisor&now=2026-11-24T10:05:00.000Z${looks}`)
  await page.locator('.key-primary').click()
  await page.locator('.tally-main').waitFor()
  await page.locator('.shift-undo > .key').last().click()
  await page.locator(`.more-tools a[href$="/${tool}"]`).click()
}

const good = (page: Page) => page.getByRole('button', { name: '合格', exact: true })

/** As fast as a hand means it: what comes sooner is a bounce. */
async function goodBag(page: Page) {
  await good(page).click()
  await page.waitForTimeout(160)
}

test('a good bag is one touch once the bin is chosen, a bad one three; the rate waits for ten bags and keeps its base', async ({
  page,
}) => {
  await open(page, 'bags')
  await expect(page.locator('.bag-verdict').first()).toHaveText('先选哪一类')
  await page.getByRole('button', { name: '厨余垃圾' }).click()
  for (let bag = 1; bag <= 6; bag += 1) {
    await goodBag(page)
    await expect(page.locator('.bag-number')).toContainText(`${bag} / 10`)
  }
  await page.getByRole('button', { name: '没沥干' }).click()
  await expect(page.getByRole('button', { name: '有毛病，按右边' })).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('button', { name: '小毛病', exact: true }).click()
  await expect(page.locator('.bag-sample')).toContainText('6 袋合格。只看了 7 袋，太少，不报率')
  await expect(page.locator('.bag-sample')).not.toContainText('%')
  await expect(page.locator('.bag-sample')).toContainText('厨余・没沥干 1 袋')
  for (let bag = 8; bag <= 10; bag += 1) {
    await goodBag(page)
    await expect(page.locator('.bag-number')).toContainText(String(bag))
  }
  await expect(page.locator('.bag-sample')).toContainText('开袋合格率 10 袋，9 袋合格，90%')
})

test('a bounce counts no bag, and undo names the bag it takes back', async ({ page }) => {
  await open(page, 'bags')
  await page.getByRole('button', { name: '其他垃圾' }).click()
  await good(page).evaluate((key: HTMLElement) => {
    key.click()
    key.click()
  })
  await expect(page.locator('.bag-number')).toContainText('1 / 10')
  await page.getByRole('button', { name: '没分好', exact: true }).click()
  await expect(page.locator('.bag-undo')).toContainText('其他・没分好・18:05')
  await page.locator('.bag-undo button').click()
  await expect(page.locator('.bag-undo')).toContainText('其他・合格・18:05')
  await expect(page.locator('.bag-number')).toContainText('1 / 10')
})

test('a full bin is called for and noted by one press, on a phone and on a tablet that cannot call', async ({
  page,
}) => {
  await page.addInitScript(() =>
    addEventListener(
      'click',
      (event) => {
        // Nobody is to be rung by a test: the link stays a link.
        if ((event.target as Element).closest('a[href^="tel:"]')) event.preventDefault()
      },
      true,
    ),
  )
  await open(page, 'bins')
  const kitchen = page.getByRole('button', { name: /^厨余垃圾/ })
  for (const fill of ['空的', '半桶', '满了']) {
    await kitchen.click()
    await expect(kitchen).toContainText(fill)
    // A bounce is not waited for, a press that was meant is.
    await page.waitForTimeout(160)
  }
  const call = page.getByRole('link', { name: '叫清运 厨余垃圾' })
  await expect(call).toHaveAttribute('href', 'tel:02800000009')
  await call.click()
  await expect(page.locator('.toast')).toContainText('记下了：叫了清运')
  await expect(page.locator('.bins-called')).toContainText('18:05 叫过了')
  await page.getByRole('button', { name: '撤回' }).click()
  await expect(page.locator('.bins-called')).toHaveCount(0)

  await open(page, 'bins', '&device=shared')
  await expect(page.locator('.bins-number')).toContainText('028-0000 0009')
  await expect(page.getByRole('link', { name: /叫清运/ })).toHaveCount(0)
  await page.getByRole('button', { name: '记一笔 其他垃圾' }).click()
  await expect(page.getByRole('button', { name: /^其他垃圾，满了/ })).toBeVisible()
  await expect(page.locator('.bins-called')).toContainText('18:05 叫过了')
})

test('a haul is bins or a number, litres keep their unit beside the estimate, and what is unclear is asked back', async ({
  page,
}) => {
  await open(page, 'bins')
  await page.getByRole('link', { name: /记清运/ }).click()
  const save = page.locator('.bottom-bar .key-primary, .bottom-bar [data-why]')
  await expect(save).toContainText('先选哪一类')
  await page.getByRole('button', { name: '厨余垃圾' }).click()
  await page.getByRole('button', { name: '2 × 240 升' }).click()
  await expect(page.locator('.hauls')).toContainText(
    '480 升 ≈ 120 公斤（按本小区 0.25 公斤/升估算，物业 11月10日 称的）',
  )
  const amount = page.getByLabel('或者写个数')
  for (const [typed, said] of [
    ['0', '比零多才记'],
    ['-5', '比零多才记'],
    ['999999', '多打了一个零'],
    ['12,5', '逗号看不清'],
    ['20斤', '1 公斤是 2 斤'],
    ['两百', '只写数字'],
  ] as const) {
    await amount.fill(typed)
    await save.click()
    await expect(page.locator('.field-error')).toContainText(said)
  }
  await amount.fill('１，２００')
  await page.getByRole('button', { name: '几样混在一车装了' }).click()
  await page.getByRole('button', { name: /也记一条/ }).click()
  await page.getByLabel('几点运的').fill('17:40')
  await save.click()
  await expect(page.locator('.toast')).toContainText('记下了：厨余 1,200 升')
  await expect(page.locator('.rows')).toContainText('17:40')
  await expect(page.locator('.rows')).toContainText('混在一车')

  await page.getByRole('button', { name: '其他垃圾' }).click()
  await page.getByRole('button', { name: '1 × 240 升' }).click()
  await expect(page.locator('.hauls')).not.toContainText('240 升 ≈')
  await page.getByRole('button', { name: '几样混在一车装了' }).click()
  await expect(page.locator('.hauls')).toContainText('18:05 记过“清运混着装”')
  await page.getByLabel('几点运的').fill('18:30')
  await expect(page.locator('.field-error')).toContainText('还没到这个时间')
  await page.getByLabel('几点运的').fill('18:05')
  await save.click()
  await expect(page.locator('.rows > li')).toHaveCount(2)
  await page.locator('.rows > li').first().getByRole('button', { name: '不算' }).click()
  await page.getByRole('button', { name: '记重了' }).click()
  await expect(page.locator('.rows > li').first()).toContainText('不算了：记重了')
})

test('the office says what a litre weighs, and who weighed', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await goTo(page, `${base}bins/keep/weights?as=officer`)
  await expect(page.getByLabel('厨余垃圾，一升几公斤')).toHaveValue('0.25')
  await page.getByLabel('其他垃圾，一升几公斤').fill('30')
  await page.getByLabel('谁称的，哪天称的').fill('')
  await page.locator('.bottom-bar .key-primary').click()
  await expect(page.locator('.field-error')).toHaveText(['最多 5，看看小数点', '写上谁称的，别人才信得过'])
  await page.getByLabel('其他垃圾，一升几公斤').fill('0.3')
  await page.getByLabel('谁称的，哪天称的').fill('物业 11月20日 称了 12 桶')
  await page.locator('.bottom-bar .key-primary').click()
  await expect(page.locator('.toast')).toContainText('记下了')

  await goTo(page, `${base}bins/keep/weights?as=supervisor`)
  await expect(page.locator('main')).toContainText('这里归社区管')
})

for (const theme of ['day', 'night', 'sun']) {
  test(`bins, hauls and bags are readable at 7 to 1 and every key has a name, ${theme}`, async ({ page }) => {
    const seen = async (what: string) => {
      expect([what, await everyBarrier(page)]).toEqual([what, []])
    }
    await open(page, 'bins', `&theme=${theme}`)
    await page.getByRole('link', { name: '叫清运 有害垃圾' }).evaluate((key: HTMLElement) => {
      key.removeAttribute('href')
      key.click()
    })
    await expect(page.locator('.bins-called')).toBeVisible()
    await seen('bins')
    await page.getByRole('link', { name: /记清运/ }).click()
    await page.locator('.choice-waste').first().click()
    await page.locator('.hauls-choices .key').first().click()
    await page.locator('.bottom-bar .key-primary').click()
    await page.locator('.rows').waitFor()
    await seen('hauls')
    await open(page, 'bags', `&theme=${theme}`)
    await page.locator('.choice-waste').nth(3).click()
    await good(page).click()
    await page.locator('.bag-faults .choice').first().click()
    await seen('bags')
  })
}

for (const [width, height] of [
  [360, 800],
  [800, 1280],
  [1280, 800],
] as const) {
  test(`bins, hauls and bags break nowhere sideways at ${width} wide with text twice as large`, async ({
    page,
  }) => {
    const over = () =>
      page.evaluate(() =>
        Math.max(
          ...[document.documentElement, ...document.querySelectorAll('main, .frame-bar, .key')].map(
            (box) => box.scrollWidth - box.clientWidth,
          ),
        ),
      )
    for (const language of ['zh', 'en']) {
      await open(page, 'bins', `&text=200&lang=${language}`)
      await page.setViewportSize({ width, height })
      await page.locator('.bins-rows').waitFor()
      expect(await over(), `bins ${language}`).toBeLessThanOrEqual(0)
      await page.locator('.bottom-bar a').click()
      await page.locator('.choice-waste').first().click()
      await page.locator('.hauls-choices .key').nth(1).click()
      expect(await over(), `hauls ${language}`).toBeLessThanOrEqual(0)
      await open(page, 'bags', `&text=200&lang=${language}`)
      await page.setViewportSize({ width, height })
      await page.locator('.choice-waste').nth(2).click()
      await page.locator('.bag-faults .choice').first().click()
      expect(await over(), `bags ${language}`).toBeLessThanOrEqual(0)
    }
  })
}
