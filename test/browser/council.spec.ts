import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { goTo } from './support/historySettled.ts'
import { aPort } from './support/aPort.ts'
import { bare, pdfText } from '#test/support/pdfText.ts'
import { addDays, dayOf } from '#domain/workingDays.ts'
import { sent } from './support/onDisk.ts'
import { barriers, misfits } from './support/eye.ts'
import { RealServer } from './support/server.ts'
import { enterAs, LANGUAGES } from './support/walk.ts'

const port = await aPort()
const { zh } = LANGUAGES
const { council } = zh
const TEAM = /沈志远|钟丽|谢红梅|任长河/

let demo: RealServer
let context: BrowserContext
let page: Page
let sitting: string

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  demo = await RealServer.prepare(port)
  await demo.start('--demo')
  context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  page = await context.newPage()
  await enterAs(page, demo.origin, 'owners', zh)
  // Everything is on the device before the network goes.
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated')
})

test.afterAll(async () => {
  await context?.close()
  await demo?.remove()
})

const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()
const toast = (text: string) => expect(page.locator('.toast')).toContainText(text)
const votes = (side: string) => page.getByRole('group', { name: side, exact: true }).locator('output')

test('a sitting is called without a network, and its agenda made in one tap begins with what is left of the last', async () => {
  await goTo(page, `${demo.origin}/`)
  await page.locator('a[href="/council"]').click()
  await page.locator('.bottom-bar .key-primary').waitFor()
  await context.setOffline(true)
  await press(council.call)
  await page.locator('dialog').getByRole('button', { name: council.callGo }).click()
  await press(council.build)
  await page.locator('.council-no').first().waitFor()
  sitting = new URL(page.url()).pathname
  const rows = page.locator('.council-list a.row')
  await expect(rows.nth(0)).toContainText('音箱朝花园')
  await expect(rows.nth(0)).toContainText(council.listed.resolution)
  await expect(rows.nth(1)).toContainText('物业量好尺寸')
  // What those two came of is not on the table a second time.
  await expect(page.locator('.council-list')).not.toContainText('广场舞声音太大')
})

test('who came is counted, votes are pressed faster than they are kept, and too many are noted and not refused', async () => {
  await page.locator('.council-list .rows button').first().click()
  const present = page.getByRole('group', { name: council.present, exact: true })
  for (let n = 0; n < 3; n += 1) await present.getByRole('button', { name: zh.common.add }).click()
  await page
    .getByRole('group', { name: council.guests, exact: true })
    .getByRole('button', { name: zh.common.add })
    .click()
  await page.locator('dialog').getByRole('button', { name: zh.common.close, exact: true }).click()
  await expect(page.locator('.header-sub')).toContainText(council.came('4', '3'))

  await page.locator('.council-list a.row').filter({ hasText: '大厅灯太暗了' }).click()
  const yes = page.getByRole('button', { name: council.moreVotes(council.for), exact: true })
  for (let n = 0; n < 4; n += 1) await yes.click()
  await expect(votes(council.for)).toHaveText('4')
  await expect(page.locator('.council-over')).toContainText(council.tooMany('4', '3', '1'))
  await press(council.less(council.for))
  await expect(votes(council.for)).toHaveText('3')
  await expect(page.locator('.council-over')).toHaveCount(0)
})

test('a tablet that is turned keeps the sheet that lies over the sitting, and what is being typed in it', async () => {
  const sheet = page.locator('dialog[open]')
  const turned = async (stays: () => Promise<unknown>) => {
    for (const [width, height] of [
      [800, 1280],
      [1280, 800],
    ] as const) {
      await page.setViewportSize({ width, height })
      await expect(page.locator('.council-panes')).toHaveCount(Number(width > height))
      await stays()
    }
    await sheet.getByRole('button', { name: zh.common.close, exact: true }).click()
    await expect(sheet).toHaveCount(0)
  }
  await page.locator('.council-list .rows button').first().click()
  await turned(() => expect(sheet).toHaveAttribute('aria-label', council.attendance))
  await press(council.add)
  await turned(() => expect(sheet).toHaveAttribute('aria-label', council.add))
  await press(council.otherRuling)
  await turned(() => expect(sheet).toHaveAttribute('aria-label', council.otherRuling))
  await press(council.item)
  const name = sheet.getByLabel(council.rename)
  const was = await name.inputValue()
  await name.fill(`${was}，两盏`)
  await turned(() => expect(name).toHaveValue(`${was}，两盏`))
})

test('what is decided is resolved with who and when, and is there after the app was shut without a network', async () => {
  await page.getByLabel(council.discussion).fill('三家都说看不清')
  await page.getByLabel(council.decision).fill('换亮的灯，先换大厅')
  await page.getByLabel(council.who).selectOption({ label: council.bodies.property })
  await page.getByLabel(council.due).fill('2099-01-05')
  await page.locator('.council-right .key-primary').click()
  await toast(council.ruling.agreed)
  await page.close()
  page = await context.newPage()
  await goTo(page, demo.origin + sitting)
  const row = page.locator('.council-list a.row').filter({ hasText: '大厅灯太暗了' })
  await expect(row).toContainText(council.tag.done)
  await row.click()
  await expect(votes(council.for)).toHaveText('3')
  await expect(page.getByLabel(council.decision)).toHaveValue('换亮的灯，先换大厅')
  await expect(page.getByLabel(council.discussion)).toHaveValue('三家都说看不清')
})

test('a legal duty has no vote keys; what all owners decide can only be proposed to them', async () => {
  const add = async (title: string, pressed = () => press(council.add)) => {
    await pressed()
    await page.getByLabel(council.addTitle).fill(title)
    await page.locator('dialog .key-primary').click()
    await page.locator('.council-list a.row').filter({ hasText: title }).click()
    await expect(page.locator('.council-head h2')).toHaveText(title)
  }
  await add('电瓶车停在消防通道')
  await expect(page.locator('.council-matter')).toContainText(council.duty.fireLane)
  await expect(page.locator('.council-votes')).toHaveCount(0)
  await page.getByLabel(council.decision).fill('当天清空，物业早晚各看一次')
  // Whoever presses on in the moment in which it says that it is kept is not taken to the next item.
  await add('架空层改造成亲邻坊', async () => {
    await page.evaluate(
      ([said, name]) =>
        new MutationObserver((_, watching) => {
          if (!document.querySelector('.toast')?.textContent?.includes(said)) return
          watching.disconnect()
          const keys = [...document.querySelectorAll<HTMLElement>('.council-list button')]
          keys.find((key) => key.textContent?.trim() === name)!.click()
        }).observe(document.body, { subtree: true, childList: true, characterData: true }),
      [council.ruling.agreed, council.add] as const,
    )
    await page.locator('.council-right .key-primary').click()
    await toast(council.ruling.agreed)
  })
  await expect(page.locator('.council-matter')).toContainText(council.owners.sharedUse)
  await page.getByLabel(council.decision).fill('请业委会开业主大会')
  await page.getByRole('button', { name: council.propose, exact: true }).click()
  await toast(council.ruling.to_owners_assembly)
  await expect(page.locator('.council-list a.row').filter({ hasText: '架空层' })).toContainText(
    council.ruling.to_owners_assembly,
  )
})

test('the minutes are read back from the paper: the form for the wall has no name, the internal one has them and a sign-in sheet', async () => {
  await goTo(page, `${demo.origin}${sitting}/paper`)
  await page.locator('.minutes .page').first().waitFor()
  const printed = async () => pdfText(await page.pdf({ preferCSSPageSize: true }))
  const wall = await printed()
  expect(wall).toHaveLength(1)
  for (const words of [
    '春和苑',
    zh.council.minutes,
    '换亮的灯,先换大厅',
    `${council.dutyShort.fireLane}${council.noVote}`,
    council.paper.proposal,
    council.bodies.property,
    zh.paper.publicFoot,
    '第1页,共1页',
  ])
    expect(wall[0]).toContain(bare(words))
  expect(wall[0]).not.toMatch(TEAM)

  await goTo(page, `${demo.origin}/council`)
  await page.locator('.rows a').filter({ hasText: '第' }).last().click()
  await page.getByRole('link', { name: council.print, exact: true }).click()
  await page.locator('.minutes .page').first().waitFor()
  const week = await printed()
  expect(week).toHaveLength(1)
  expect(week[0]).not.toMatch(TEAM)
  for (const words of ['大厅灯光', '广场舞时段', '轮椅坡道', '账目公示', '9/1/1', '应到14人,实到11人'])
    expect(week[0]).toContain(bare(words))
  await page.getByText(zh.paper.internal, { exact: true }).click()
  const inside = await printed()
  expect(inside).toHaveLength(2)
  expect(inside[0]).toMatch(/沈志远/)
  expect(inside[1]).toContain(bare(council.paper.signIn))
  for (const one of inside) {
    expect(one).toContain(bare(zh.paper.internalFoot))
    expect(one).toContain('周议会')
  }
  await press(council.paper.copy)
  const text = await page.locator('.council-message').textContent()
  await press(council.paper.copyNow)
  await toast(council.paper.copied)
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text)
  expect([...(text ?? '')].length).toBeLessThanOrEqual(500)
  expect(text).not.toMatch(TEAM)
})

test('with the network back all of it reaches the office, and what was resolved is asked for a week later', async ({
  browser,
}) => {
  await context.setOffline(false)
  await goTo(page, `${demo.origin}/council`)
  await sent(page)
  const other = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const phone = await other.newPage()
  await enterAs(phone, demo.origin, 'manager', zh)
  await goTo(phone, `${demo.origin}/council`)
  await expect(phone.locator('.council-home')).toContainText('换亮的灯，先换大厅')
  await phone.locator('.bottom-bar .key-primary').click()
  await phone.getByLabel(council.form.day).fill(addDays(dayOf(new Date().toISOString()), 7))
  await phone.locator('dialog .key-primary').click()
  await phone.getByRole('button', { name: council.build, exact: true }).click()
  const rows = phone.locator('.council-agenda a.row')
  await expect(rows.filter({ hasText: '换亮的灯' })).toHaveCount(1)
  const first = await rows.allTextContents()
  const resolved = first.findIndex((one) => one.includes('换亮的灯'))
  expect(first.slice(0, resolved + 1).every((one) => one.includes(council.listed.resolution))).toBe(true)
  await other.close()
})

test('the numbers of article 278 are shown as they are typed, also without a network, and bad ones get a sentence', async () => {
  await goTo(page, `${demo.origin}/council/owners`)
  await context.setOffline(true)
  const owners = page.getByLabel(council.count.owners)
  const area = page.getByLabel(council.count.area)
  await owners.nth(0).fill('151')
  await area.nth(0).fill('12,000')
  const needs = page.locator('.council-needs')
  await expect(needs).toContainText('101 人以上、8,000 平方米以上')
  await expect(needs).toContainText('51 人以上、超过 4,000 平方米')
  await expect(needs).toContainText('76 人以上、6,000 平方米以上')
  await owners.nth(1).fill('152')
  await area.nth(1).fill('9000')
  await expect(page.locator('main')).toContainText(council.count.refused.moreOwnersThanThereAre)
  await expect(needs).toHaveCount(0)
  await area.nth(0).fill('12000.125')
  await expect(page.locator('main')).toContainText(council.count.refused.areaUnread)
  await context.setOffline(false)
})

for (const theme of ['day', 'night', 'sun'] as const)
  test(`the council is readable and can be pressed on a phone and a tablet, ${theme}`, async () => {
    const screens = ['/council', sitting, '/council/owners', '/council/topics', '/council/topics/new']
    for (const [width, height] of [
      [360, 800],
      [1280, 800],
    ] as const) {
      await page.setViewportSize({ width, height })
      for (const path of screens) {
        await goTo(page, demo.origin + path)
        await page.locator('h1').waitFor()
        await page.evaluate((of) => {
          document.documentElement.dataset['theme'] = of
        }, theme)
        expect(await misfits(page), `${path} ${width}`).toEqual([])
        expect(await barriers(page, theme === 'day' ? 'all' : 'colours'), `${path} ${width}`).toEqual([])
      }
    }
  })
