import { type Browser, type BrowserContextOptions, expect, type Page, test } from '@playwright/test'
import { aPort } from './support/aPort.ts'
import { gb18030, csvText, workbookOf } from '#test/support/tableFiles.ts'
import { sent } from './support/onDisk.ts'
import { barriers, misfits } from './support/eye.ts'
import { SYNC_PATH } from '#wire/office.ts'
import { RealServer } from './support/server.ts'
import { enterAs, LANGUAGES } from './support/walk.ts'
import { goTo } from './support/historySettled.ts'

const { zh } = LANGUAGES
const words = zh.roster
let server: RealServer

test.beforeAll(async () => {
  server = await RealServer.prepare(await aPort())
  await server.start('--demo')
})
test.afterAll(() => server?.remove())

async function officer(browser: Browser, options?: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  await context.addInitScript(() => localStorage.setItem('linbian.language', 'zh'))
  const page = await context.newPage()
  await enterAs(page, server.origin, 'officer', zh)
  return page
}

/** What a test holds back must be fetched: a service worker would answer from what it has kept. */
const HELD_BACK = { serviceWorkers: 'block' } as const
const file = (name: string, bytes: ArrayBuffer) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
})
const choose = (page: Page, name: string, bytes: ArrayBuffer) =>
  page.locator('input[type=file]').setInputFiles(file(name, bytes))
const primary = (page: Page) => page.locator('.bottom-bar .key-primary')
const sort = (page: Page, which: keyof typeof words.counts) =>
  page.locator('label.segment').filter({ hasText: words.counts[which] })
const row = (page: Page, text: string) => page.locator('.diff-row').filter({ hasText: text })
const column = (page: Page, heading: string) => page.getByLabel(new RegExp(`列 ${heading}$`))

/** A clerk's own workbook of two staircases: the office's number in one column, that of the people in another. */
const OCTOBER = workbookOf('xlsx', [
  {
    name: '9栋1单元',
    rows: [
      ['房号', '姓名', '联系电话', '本人号'],
      ['101', '周明珍', '02885550000', 13_800_002_201],
      ['102', '王秀兰', '02885550000', 13_800_002_202],
      ['201', '李德福', '02885550000', 13_800_002_203],
    ],
  },
  {
    name: '9栋2单元',
    rows: [
      ['房号', '姓名', '联系电话', '本人号'],
      ['101', '何桂英', '02885550000', 13_800_002_204],
      ['102', '空置', null, null],
    ],
  },
])

/** The same next month, in another program: a phone is another, a name is written otherwise, somebody came, somebody is gone. */
const NOVEMBER = gb18030(
  csvText([
    ['栋', '单元', '房号', '姓名', '本人号'],
    ['9', '1', '101', '周明真', '13800002201'],
    ['9', '1', '102', '王秀兰', '13800009902'],
    ['9', '2', '101', '何桂英', '13800002204'],
    ['9', '2', '102', '张国栋', '13800002205'],
  ]),
)

test('the office looks a roster over, says what a column is, takes it in; next month only the difference; and takes it back', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const page = await officer(browser)
  await goTo(page, `${server.origin}/doors`)
  await page.getByRole('link', { name: new RegExp(words.way) }).click()
  await expect(page.locator('h1')).toHaveText(words.title)

  await choose(page, '十月名册.xlsx', OCTOBER)
  await expect(primary(page)).toContainText(words.agree('9'))
  await page.getByText(words.columns.title).click()
  expect([await misfits(page), await barriers(page, 'all')]).toEqual([[], []])
  // The guess is the first column with a phone over it; the people's own numbers are in another.
  for (const nth of [0, 1]) {
    await expect(column(page, '联系电话').nth(nth)).toHaveValue('phone')
    await column(page, '本人号').nth(nth).selectOption('phone')
    await expect(column(page, '联系电话').nth(nth)).toHaveValue('ignore')
  }
  await sort(page, 'new').click()
  await expect(row(page, '9-1-101 周明珍')).toContainText('138****2201')
  await primary(page).click()
  await expect(page.locator('.panel-lamp')).toBeVisible()

  // What was said of 本人号 holds for the next file with this heading.
  await choose(page, '十一月.csv', NOVEMBER)
  await expect(sort(page, 'doubtful').locator('input')).toBeChecked()
  const doubtful = row(page, '9-1-101')
  await expect(doubtful).toContainText('周明真')
  await doubtful.locator('select').selectOption('enter')
  await sort(page, 'changed').click()
  await expect(row(page, '王秀兰')).toContainText('138****2202 → 138****9902')
  await sort(page, 'missing').click()
  await expect(row(page, '李德福').locator('input')).not.toBeChecked()
  expect([await misfits(page), await barriers(page, 'all')]).toEqual([[], []])
  await primary(page).click()
  await expect(page.locator('.panel-lamp')).toBeVisible()
  await expect(page.locator('.strip')).toContainText(zh.sync.strip.done)

  // Somebody writes another phone by hand; then the import is taken back.
  await goTo(page, `${server.origin}/doors/search`)
  await page.getByLabel(zh.doors.searchFor).fill('张国栋')
  await page.locator('.rows a.row').first().click()
  await page.getByRole('button', { name: zh.doors.home.edit, exact: true }).first().click()
  await page.locator('dialog[open] input[type=tel]').first().fill('13800007777')
  await page.getByRole('button', { name: zh.common.save }).click()
  await expect(page.locator('dialog[open]')).toHaveCount(0)
  await sent(page)
  await goTo(page, `${server.origin}/roster`)
  const earlier = page.getByRole('list', { name: words.earlier }).locator('li')
  await expect(earlier).toHaveCount(2)
  await earlier.first().getByRole('button', { name: words.undoGo }).click()
  await page.locator('dialog[open]').getByRole('button', { name: words.undoGo }).click()
  await expect(page.getByText(words.leftWhy.changedSince).first()).toBeVisible()
  await expect(page.locator('.panel-lamp')).toContainText('张国栋')
  await expect(page.locator('.panel-lamp')).not.toContainText('王秀兰')
  await expect(earlier.first()).toContainText(words.states.undone)
})

test('the wizard reads an old .xls and a .csv, and columns are corrected there too', async ({ browser }) => {
  const fresh = await RealServer.prepare(await aPort())
  await fresh.start()
  try {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    await context.addInitScript(() => localStorage.setItem('linbian.language', 'zh'))
    const page = await context.newPage()
    await goTo(page, `${fresh.origin}/setup#${fresh.setUpCode}`)
    await primary(page).click()
    await page.getByLabel(zh.setup.name.label).fill('春和苑')
    await primary(page).click()
    await page.getByRole('button', { name: zh.setup.buildings.import }).click()

    const rows = [
      ['房号', '姓名', '联系电话', '本人号'],
      ['1-1-101', '周明珍', '02885550000', 13_800_002_201],
      ['1-1-102', '王秀兰', '02885550000', 13_800_002_202],
    ]
    await choose(page, '名册.xls', workbookOf('xls', [{ name: '名册', rows }]))
    await expect(page.locator('.setup-figures')).toContainText('2')
    await page.locator('summary').click()
    await column(page, '本人号').selectOption('phone')
    await expect(column(page, '联系电话')).toHaveValue('ignore')
    expect([await misfits(page), await barriers(page, 'all')]).toEqual([[], []])
    // Leaving and coming back leads to the same table, read the same.
    await page.reload()
    await page.locator('summary').click()
    await expect(column(page, '本人号')).toHaveValue('phone')

    // Without one heading we know, in a code page of old: what stands in the columns says what they are.
    const plain = [
      ['甲', '乙'],
      ['1-2-301', '李德福'],
      ['1-2-302', '何桂英'],
      ['1-2-303', '张国栋'],
    ]
    await choose(page, '名册.csv', gb18030(csvText(plain)))
    await expect(page.locator('.setup-figures')).toContainText('3')
    await expect(column(page, '甲')).toHaveValue('door')
    await expect(page.getByText(zh.setup.sheet.warning.columnByContents).first()).toBeVisible()
  } finally {
    await fresh.remove()
  }
})

test('a file chosen before the last import has arrived is held against it as soon as it has', async ({
  browser,
}) => {
  const page = await officer(browser, HELD_BACK)
  await goTo(page, `${server.origin}/roster`)
  await expect(page.locator('.strip')).toContainText(zh.sync.strip.done)
  const sheet = workbookOf('xlsx', [
    {
      name: '12栋1单元',
      rows: [
        ['房号', '姓名', '联系电话', '自留号'],
        ['101', '周明珍', '02885550000', 13_800_002_301],
        ['102', '王秀兰', '02885550000', 13_800_002_302],
      ],
    },
  ])
  await choose(page, '十二栋.xlsx', sheet)
  await page.getByText(words.columns.title).click()
  await column(page, '自留号').selectOption('phone')
  await expect(column(page, '联系电话')).toHaveValue('ignore')
  let goOn = () => undefined as void
  const held = new Promise<void>((resolve) => (goOn = resolve))
  await page.context().route(`**${SYNC_PATH}`, async (route) => {
    await held
    await route.continue().catch(() => undefined)
  })
  await primary(page).click()
  await expect(page.locator('.panel-lamp')).toBeVisible()

  await choose(page, '十二栋.xlsx', sheet)
  await expect(sort(page, 'new').locator('input')).toBeChecked()
  await page.getByText(words.columns.title).click()
  await expect(column(page, '联系电话')).toHaveValue('phone')
  goOn()
  await expect(column(page, '自留号')).toHaveValue('phone')
  await expect(column(page, '联系电话')).toHaveValue('ignore')
  await expect(page.getByRole('heading', { name: words.agreeNone })).toBeVisible()
})

test('where the reader cannot be fetched it says so, and does not call the table damaged', async ({
  browser,
}) => {
  const page = await officer(browser, HELD_BACK)
  await goTo(page, `${server.origin}/roster`)
  await page.route(/assets\/xlsx-/, (route) => route.abort())
  await choose(page, '十月名册.xlsx', OCTOBER)
  await expect(page.getByText(zh.setup.sheet.refused.readerMissing.title)).toBeVisible()
})
