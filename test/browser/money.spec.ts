import { type Browser, expect, type Page, test } from '@playwright/test'
import type { Role } from '#domain/roles.ts'
import { addDays, dayOf } from '#domain/workingDays.ts'
import { lastWeek } from '#server/demo/clock.ts'
import { aPort } from './support/aPort.ts'
import { aPicture } from '#test/support/pictures.ts'
import { bare, pdfText } from '#test/support/pdfText.ts'
import { enteredForOffline } from './support/entered.ts'
import { sent } from './support/onDisk.ts'
import { RealServer } from './support/server.ts'

const port = await aPort()
let demo: RealServer

test.beforeAll(async () => {
  demo = await RealServer.prepare(port)
  await demo.start('--demo')
})
test.afterAll(() => demo?.remove())

const enters = (browser: Browser, role: Role) => enteredForOffline(browser, demo.origin, role)

const goTo = async (page: Page, path: string) => {
  await page.evaluate((to) => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)
}
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
/** This month's receipt is a picture of any kind: only its way is looked at. */
const receipt = { name: 'receipt.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(aPicture()) }

test('a line with its receipt is written without a network, outlives the page, arrives, and the owners check it', async ({
  browser,
}) => {
  const page = await enters(browser, 'steward')
  await page.getByRole('link', { name: /^账目/ }).click()
  await expect(page.locator('.header-sub')).toContainText('天没更新')
  await page.context().setOffline(true)
  await page.getByRole('link', { name: '记一笔' }).click()
  for (const digit of ['1', '2', '9', '6', '.', '5']) await button(page, digit).click()
  await expect(page.getByText('1,296.50 元')).toBeVisible()
  await page.getByLabel('哪一科目').selectOption('repair_material')
  await page.getByLabel('说清楚点，可不写').fill('楼道换灯')
  await page.locator('.works-thumbs input[type="file"]').setInputFiles(receipt)
  await expect(page.locator('.works-thumbs .photo')).toHaveCount(1)
  // What is half-filled is still there after the page was closed.
  await page.reload()
  await expect(page.getByLabel('多少，元')).toHaveValue('1296.5')
  await expect(page.locator('.works-thumbs .photo')).toHaveCount(1)
  await page.getByLabel('多少，元').fill('1296.505')
  await expect(button(page, '最小到分，点后面两位')).toBeVisible()
  await page.getByLabel('多少，元').fill('１２９６．５')
  await button(page, '存下来').click()
  const row = page.locator('.rows a').filter({ hasText: '楼道换灯' })
  await expect(row).toContainText('1 张票据')
  await page.reload()
  await expect(row).toContainText('1,296.50')
  await page.context().setOffline(false)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await sent(page)

  const owner = await enters(browser, 'owners')
  await goTo(owner, new URL(page.url()).pathname + new URL(page.url()).search)
  await expect(owner.locator('.rows a').filter({ hasText: '楼道换灯' })).toContainText('1,296.50')
  await expect(owner.getByRole('link', { name: '记一笔' })).toHaveCount(0)
  await owner.getByRole('button', { name: '我对过了' }).click()
  await expect(owner.locator('.panel').first()).toContainText('对过，没变')
  await sent(owner)

  // The line is put right afterwards: whoever checked it is told.
  await row.click()
  await page.getByLabel('多少，元').fill('1300')
  await button(page, '存下来').click()
  await expect(page.locator('.panel').first()).toContainText('对过以后又改了')
})

test('works go from an offer to the acceptance, and their sheet says which version it is and names nobody', async ({
  browser,
}) => {
  const page = await enters(browser, 'manager')
  await page.getByRole('link', { name: /^工程/ }).click()
  await page.getByRole('link', { name: '提一项工程' }).click()
  await page.getByLabel('做什么').fill('单元门换闭门器')
  await page.getByLabel('预算，元').fill('0.12万')
  await expect(page.getByText('1,200 元')).toBeVisible()
  await button(page, '存下来').click()
  await expect(page.locator('h1')).toHaveText('单元门换闭门器')
  const dialog = page.locator('dialog')
  const primary = page.locator('.bottom-bar .key-primary')
  await primary.click()
  await dialog.getByLabel('哪一家').fill('永固五金')
  await dialog.getByLabel('多少钱，元').fill('1,080')
  await dialog.getByRole('button', { name: '存下来' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(primary).toContainText('记谁定的')
  await primary.click()
  await dialog.getByText('物业在预算内定').click()
  await dialog.getByRole('button', { name: '存下来' }).click()
  await expect(primary).toContainText('加一步')
  await primary.click()
  await dialog.getByLabel('做哪一步').fill('安装')
  await dialog.getByRole('button', { name: '存下来' }).click()
  await page.getByRole('button', { name: /安装/ }).click()
  await dialog.getByRole('button', { name: '这步做完了' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.locator('.frame-main')).toContainText('做完了，等验收')
  await sent(page)
  const here = new URL(page.url()).pathname

  const owner = await enters(browser, 'owners')
  await goTo(owner, here)
  for (const name of ['三楼刘孃孃', '何叔叔']) {
    await owner.getByRole('button', { name: '记一户验收' }).first().click()
    await owner.locator('dialog').getByLabel('怎么说的').fill('关得轻了')
    await owner
      .locator('dialog')
      .getByLabel(/怎么称呼/)
      .fill(name)
    await owner.locator('dialog').getByRole('button', { name: '存下来' }).click()
    await expect(owner.locator('dialog')).toHaveCount(0)
  }
  await expect(owner.locator('.frame-main')).toContainText('验收了')
  await goTo(owner, `${here}/paper`)
  await expect(owner.locator('.page')).toContainText('2 户看过')
  const outside = (await pdfText(await owner.pdf({ preferCSSPageSize: true }))).join('')
  for (const words of ['单元门换闭门器', '2 户看过', '还没公示过', '1,200'])
    expect(outside).toContain(bare(words))
  expect(outside).not.toContain(bare('刘孃孃'))
  expect(outside).not.toContain(bare('永固五金'))
  await owner.getByText('内部', { exact: true }).click()
  const inside = (await pdfText(await owner.pdf({ preferCSSPageSize: true }))).join('')
  for (const words of ['三楼刘孃孃', '永固五金', '1,080']) expect(inside).toContain(bare(words))
})

test('stress 12: a printed month says what it began and ended with, and at its foot that another version hangs', async ({
  browser,
}) => {
  const owner = await enters(browser, 'owners')
  const month = addDays(`${lastWeek(dayOf(new Date().toISOString())).slice(0, 7)}-01`, -1).slice(0, 7)
  await goTo(owner, `/accounts/paper?month=${month}`)
  await expect(owner.locator('.page-foot')).toContainText('公示的第 2 版不同，还没公示')
  const paper = (await pdfText(await owner.pdf({ preferCSSPageSize: true }))).join('')
  const said = [
    '公共收益月初',
    '58,300',
    '电梯广告',
    '公共收益月底余下',
    '77,544',
    '到这个月缺',
    '制表日期',
    '审核日期',
  ]
  for (const words of [...said, '028-0000 0001', '公示的第 2 版不同']) expect(paper).toContain(bare(words))
  for (const name of ['沈志远', '谢红梅']) expect(paper).not.toContain(name)
})
