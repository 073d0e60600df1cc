import { type Browser, expect, type Page, test } from '@playwright/test'
import { aPort } from './support/aPort.ts'
import { barriers, misfits } from './support/eye.ts'
import { answersPin } from './support/pin.ts'
import { RealServer } from './support/server.ts'
import { enterAs, LANGUAGES, shut } from './support/walk.ts'
import { goTo } from './support/historySettled.ts'

const { zh } = LANGUAGES
const { doors: words, doorPaper, setup, join } = zh
const PASSPHRASE = '锦江边上慢慢走一走看灯'
/** Pixels of an A4 between its margins. */
const PAPER = { width: 688, height: 1032 }

const port = await aPort()
let tall: RealServer
let demo: RealServer
let fresh: RealServer

/** 1栋: sixty floors without five of them, two units of twenty doors, shops below, 跃层 on top. Invented people. */
function roster(): string[][] {
  const rows = [['楼栋', '单元', '楼层', '房号', '姓名', '用途']]
  const floors = Array.from({ length: 60 }, (_, nth) => nth + 1).filter(
    (floor) => ![4, 13, 14, 24, 44].includes(floor),
  )
  for (const unit of [1, 2])
    for (const floor of floors.slice(0, -1))
      for (let nth = 1; nth <= 20; nth += 1) {
        const use =
          floor === 1 ? '商铺' : floor === 59 ? '跃层' : nth === 3 ? '空置' : nth === 4 ? '出租' : ''
        const name = use === '商铺' || use === '空置' ? '' : '暗号某'
        rows.push(['1栋', `${unit}单元`, String(floor), String(floor * 100 + nth), name, use])
      }
  for (const nth of [1, 2]) rows.push(['2栋', '1单元', '3', `30${nth}`, '暗号某', ''])
  return rows
}

test.beforeAll(async () => {
  tall = await RealServer.prepare(port)
  demo = await RealServer.prepare(port + 1)
  fresh = await RealServer.prepare(port + 2)
  await tall.start()
  await demo.start('--demo')
  await fresh.start()
  const reply = await fetch(`${tall.origin}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      code: tall.setUpCode,
      compound: '春和苑',
      rows: roster(),
      points: [],
      emergency: [],
      officer: { name: '林老师', passphrase: PASSPHRASE },
      deviceKind: 'own',
    }),
  })
  expect(reply.status, await reply.text()).toBe(200)
})
test.afterAll(async () => {
  for (const server of [tall, demo, fresh]) await server?.remove()
})

async function aPage(browser: Browser, width: number, height: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' })
  await context.addInitScript(() => localStorage.setItem('linbian.language', 'zh'))
  return context.newPage()
}

/** The officer of the tall building, in front of it. */
async function atTheBuilding(browser: Browser, width = 1280, height = 800): Promise<Page> {
  const page = await aPage(browser, width, height)
  await answersPin(page)
  await goTo(page, `${tall.origin}/login`)
  await page.getByLabel(join.signIn.name).fill('林老师')
  await page.getByLabel(join.signIn.passphrase).fill(PASSPHRASE)
  await page.getByRole('button', { name: join.signIn.go }).click()
  await page.locator('.strip').filter({ hasText: zh.sync.strip.done }).waitFor()
  await page.locator('.nav a[href="/doors"]').click()
  await page.locator('.facade').waitFor()
  return page
}

const focused = (page: Page) => page.locator('*:focus')
const rowOf = (page: Page) => page.getByRole('row').filter({ has: page.locator('*:focus') })

test('sixty floors of twenty doors are told as one grid, drawn in a frame, and walked through by keys', async ({
  browser,
}) => {
  const page = await atTheBuilding(browser)
  const grid = page.getByRole('grid', { name: words.facade('1栋') })
  await expect(grid).toHaveAttribute('aria-rowcount', '55')
  await expect(grid).toHaveAttribute('aria-colcount', '21')
  expect(await grid.getByRole('button').count()).toBeLessThan(80)

  // A 跃层 is one cell over two rows, in the upper of them.
  await expect(grid.getByRole('row').first()).toMatchAriaSnapshot(`
    - row:
      - rowheader "59楼上"
      - gridcell /1单元5901，暗号某，还没走访/:
        - button /1单元5901/
  `)
  await expect(grid.getByRole('gridcell').first()).toHaveAttribute('aria-rowspan', '2')
  await expect(grid.getByRole('row').nth(2)).toMatchAriaSnapshot(`
    - row:
      - rowheader "58楼"
      - gridcell /1单元5801，暗号某，还没走访/:
        - button /1单元5801/
      - gridcell /1单元5802/:
        - button /1单元5802/
      - gridcell /1单元5803，空房/:
        - button /1单元5803/
  `)

  await grid.getByRole('button').first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(focused(page)).toHaveAccessibleName(/5801/)
  for (let n = 0; n < 6; n += 1) await page.keyboard.press('ArrowDown')
  await expect(focused(page)).toHaveAccessibleName(/5201/)
  await expect(rowOf(page)).toHaveAttribute('aria-rowindex', '9')
  await page.keyboard.press('PageDown')
  await expect(focused(page)).toHaveAccessibleName(/4501/)
  await page.keyboard.press('ArrowDown')
  await expect(focused(page)).toHaveAccessibleName(/4301/)
  for (let n = 0; n < 7; n += 1) await page.keyboard.press('ArrowRight')
  await expect(focused(page)).toHaveAccessibleName(/4308/)
  await page.keyboard.press('End')
  await expect(focused(page)).toHaveAccessibleName(/4320/)
  await page.keyboard.press('Control+End')
  await expect(focused(page)).toHaveAccessibleName('1单元120，商铺')
  await expect(rowOf(page)).toHaveAttribute('aria-rowindex', '55')
  await page.keyboard.press('Control+Home')
  await expect(focused(page)).toHaveAccessibleName(/5901/)
  await page.keyboard.press('Enter')
  await expect(page.locator('.home-panel')).toContainText('5901')
  await page.context().close()
})

test('the list goes over all buildings with a few lines drawn, by keys from the first door to the last', async ({
  browser,
}) => {
  const page = await atTheBuilding(browser, 390, 844)
  await page.getByRole('button', { name: words.asList }).click()
  const list = page.getByRole('grid', { name: words.list.name })
  // 2 × 54 × 20 doors under 108 floors, two more under one, and the headings.
  await expect(list).toHaveAttribute('aria-rowcount', String(2160 + 108 + 2 + 1 + 1))
  expect(await list.getByRole('row').count()).toBeLessThan(40)
  const links = list.getByRole('link')
  await links.first().focus()
  await expect(focused(page)).toHaveAccessibleName(/1栋 1单元5901/)
  await page.keyboard.press('ArrowDown')
  await expect(focused(page)).toHaveAccessibleName(/5902/)
  await page.keyboard.press('PageDown')
  await expect(focused(page)).not.toHaveAccessibleName(/5902/)
  await page.keyboard.press('End')
  await expect(focused(page)).toHaveAccessibleName(/2栋 1单元302/)
  await expect(page.getByLabel(words.building)).toHaveValue(/./)
  await expect(focused(page)).toBeInViewport()
  await page.keyboard.press('ArrowUp')
  await expect(focused(page)).toHaveAccessibleName(/2栋 1单元301/)

  await page.keyboard.press('Home')
  await expect(focused(page)).toBeInViewport()
  await page.getByRole('button', { name: words.moreFilters }).click()
  await page.locator('dialog .segment').filter({ hasText: words.filter.rented }).click()
  await shut(page)
  // Of 2 × 52 floors of homes one each.
  await expect(list).toHaveAttribute('aria-rowcount', String(104 + 104 + 1))
  await expect(list.getByRole('link').first()).toHaveAccessibleName(/5804/)
  await page.getByRole('button', { name: words.asFacade }).click()
  await expect(page.locator('.facade .window-dim').first()).toBeVisible()
  await page.context().close()
})

test('a building, its list and its paper are readable and can be pressed in every light and size of text', async ({
  browser,
}) => {
  // Each in three lights and two sizes of text, on a machine that may be busy.
  test.setTimeout(600_000)
  const page = await atTheBuilding(browser, 390, 844)
  const looked = async (name: string, only = false) => {
    for (const theme of ['day', 'night', 'sun']) {
      await page.evaluate((next) => void (document.documentElement.dataset['theme'] = next), theme)
      expect(await barriers(page, theme === 'day' ? 'all' : 'colours'), `${name}, ${theme}`).toEqual([])
    }
    await page.evaluate(() => void (document.documentElement.dataset['theme'] = 'day'))
    if (only) return
    for (const text of ['', '200%']) {
      await page.evaluate((size) => void (document.documentElement.style.fontSize = size), text)
      expect(await misfits(page), `${name}, ${text}`).toEqual([])
    }
    await page.evaluate(() => void (document.documentElement.style.fontSize = ''))
  }
  await looked('building')
  await page.getByRole('button', { name: words.asList }).click()
  await page.getByRole('grid', { name: words.list.name }).waitFor()
  await looked('list')
  await page.getByRole('button', { name: words.asFacade }).click()
  await page.getByRole('link', { name: words.print }).first().click()
  await page.getByRole('heading', { name: doorPaper.title }).waitFor()
  await looked('paper', true)
  await page.context().close()
})

test('the A4 has door numbers and boxes, all of them, and nothing about anybody', async ({ browser }) => {
  const page = await atTheBuilding(browser)
  await page.getByRole('link', { name: words.print }).first().click()
  await expect(page.getByRole('heading', { name: doorPaper.title })).toBeFocused()
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize(PAPER)

  const pages = page.locator('.tick-page')
  // Two units, two parts of ten doors, two halves of the floors.
  await expect(pages).toHaveCount(8)
  const printed = await page.locator('body').innerText()
  expect(printed).not.toContain('暗号')
  expect(printed).not.toContain('林老师')
  for (const word of [words.vacant, words.filter.rented, words.filter.care, words.never, words.legend.care])
    expect(printed).not.toContain(word)
  const cell = (door: string) =>
    page
      .locator('.tick-page td')
      .filter({ hasText: new RegExp(`^${door}$`) })
      .first()
  const bare = async (door: string) => (await cell(door).innerHTML()).replace(door, '')
  expect(await bare('5803')).toBe(await bare('5802'))
  expect(await bare('5804')).toBe(await bare('5802'))
  await expect(cell('108').locator('.tick-page-tick')).toHaveCount(0)

  await expect(page.locator('.tick-page-door')).toHaveCount(2160)
  for (const one of await pages.all()) {
    const box = (await one.boundingBox())!
    expect(box.height).toBeLessThanOrEqual(PAPER.height)
    expect(box.width).toBeLessThanOrEqual(PAPER.width)
  }
  const cut = await page
    .locator('.tick-page-door')
    .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.parentElement!.clientWidth).length)
  expect(cut).toBe(0)
  const pdf = await page.pdf({ preferCSSPageSize: true })
  expect(pdf.length).toBeGreaterThan(10_000)
  await page.context().close()
})

test('rented and empty homes are looked for by who may know, and never on paper or by others', async ({
  browser,
}) => {
  for (const [role, may] of [
    ['officer', true],
    ['manager', false],
    ['supervisor', false],
  ] as const) {
    const page = await aPage(browser, 1280, 800)
    await enterAs(page, demo.origin, role, zh)
    await goTo(page, `${demo.origin}/doors`)
    await page.locator('.facade').waitFor()
    const filter = (name: string) => page.locator('.doors-tools .segment').filter({ hasText: name })
    await expect(filter(words.filter.all)).toHaveCount(1)
    await expect(filter(words.filter.vacant), role).toHaveCount(may ? 1 : 0)
    await expect(filter(words.filter.care), role).toHaveCount(may ? 1 : 0)
    await page.context().close()
  }
})

test('the set-up draws missing floors, shops and double homes by a touch each', async ({ browser }) => {
  const page = await aPage(browser, 1280, 800)
  await goTo(page, `${fresh.origin}/setup#${fresh.setUpCode}`)
  await page.getByRole('button', { name: setup.code.go }).click()
  await page.getByLabel(setup.name.label).fill('春和苑')
  await page.getByRole('button', { name: setup.next }).click()
  const total = page.locator('.setup-total b')
  await expect(total).toHaveText('12')
  const more = page.getByRole('button', { name: setup.buildings.more(setup.buildings.floors) })
  for (let floor = 6; floor < 16; floor += 1) await more.click()
  await expect(total).toHaveText('32')
  await page.getByRole('button', { name: setup.buildings.otherwise }).click()
  await page.getByRole('button', { name: setup.buildings.usual('4、13、14') }).click()
  await expect(total).toHaveText('26')
  await page.getByText(setup.buildings.grounds.shops, { exact: true }).click()
  await expect(total).toHaveText('24')
  await page.getByText(setup.buildings.topDouble, { exact: true }).click()
  await expect(total).toHaveText('22')
  expect(await barriers(page, 'all')).toEqual([])
  expect(await misfits(page)).toEqual([])

  // Somebody who comes back finds it as they left it.
  await page.reload()
  await expect(total).toHaveText('22')
  await expect(page.getByLabel(setup.buildings.missing)).toHaveValue('4、13、14')
  await page.context().close()
})
