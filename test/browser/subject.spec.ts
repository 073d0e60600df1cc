import { readFile } from 'node:fs/promises'
import { type Browser, expect, type Page, test } from '@playwright/test'
import type { Role } from '#domain/roles.ts'
import { followLink, goTo } from './support/historySettled.ts'
import { aPort } from './support/aPort.ts'
import { entered } from './support/entered.ts'
import { barriers, misfits } from './support/eye.ts'
import { onDisk, sent as arrived } from './support/onDisk.ts'
import { RealServer } from './support/server.ts'
import { LANGUAGES } from './support/walk.ts'

const { zh } = LANGUAGES
const words = zh.subject
/** Invented. */
const NAME = '欧阳灯芯'
const PHONE = '13811110101'
let server: RealServer

test.beforeAll(async () => {
  server = await RealServer.prepare(await aPort())
  await server.start('--demo')
})
test.afterAll(() => server?.remove())

const somebody = (browser: Browser, role: Role) => entered(browser, server.origin, role)

const key = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const sheet = (page: Page) => page.locator('dialog[open]')

async function sent(page: Page): Promise<void> {
  await page.locator('.strip').click()
  await page.getByRole('button', { name: zh.sync.now }).click()
  await arrived(page)
  await page.keyboard.press('Escape')
  await expect(sheet(page)).toHaveCount(0)
}

test('SEC-94 a resident gets everything that is stored about them in one file, and asks to have it erased; another phone has it no more', async ({
  browser,
}) => {
  const page = await somebody(browser, 'officer')
  await goTo(page, `${server.origin}/doors/search`)
  await page.getByLabel(zh.doors.searchFor).fill('1-2-1809')
  await page.getByRole('button', { name: zh.doors.addHome('1-2-1809') }).click()
  await page.locator('.home').waitFor()
  await page.getByRole('button', { name: zh.doors.home.addPerson }).click()
  await sheet(page).getByLabel(zh.doors.home.name).fill(NAME)
  await sheet(page).getByLabel(zh.doors.home.phoneLabel).first().fill(PHONE)
  await key(page, zh.common.save).click()
  await expect(sheet(page)).toHaveCount(0)
  await expect(page.locator('.home-name')).toHaveText(NAME)
  const home = page.url()
  await sent(page)

  const other = await somebody(browser, 'officer')
  await goTo(other, home)
  await expect(other.locator('.home-name')).toHaveText(NAME)
  // There somebody is half-way through writing about them, and stays at it.
  await goTo(other, `${server.origin}/feedback/new`)
  const half = other.locator('.capture textarea').first()
  await half.fill(`${NAME}家的灯不亮，打${PHONE}`)
  await expect.poll(async () => (await onDisk(other))['drafts']?.length).toBe(1)

  await goTo(page, home)
  await page.getByRole('link', { name: words.open(NAME) }).click()
  await expect(page.locator('.page').first()).toContainText(PHONE)
  expect(await barriers(page, 'all')).toEqual([])
  expect(await misfits(page)).toEqual([])
  const [download] = await Promise.all([page.waitForEvent('download'), key(page, words.save).click()])
  expect(download.suggestedFilename()).toBe(`${words.title}.txt`)
  const text = await readFile(await download.path(), 'utf8')
  for (const one of [words.title, `${words.row.name}：${NAME}`, `${words.row.phone}：${PHONE}`])
    expect(text).toContain(one)

  await key(page, words.erase.open).click()
  await expect(sheet(page)).toContainText(words.erase.stays)
  expect([await misfits(page), await barriers(page, 'all')]).toEqual([[], []])
  await page.getByText(words.erase.why.asked).click()
  await key(page, words.erase.next).click()
  await sheet(page).getByLabel(words.erase.type(NAME)).fill('欧阳')
  await expect(sheet(page).getByText(words.erase.wrong)).toBeVisible()
  await sheet(page).getByLabel(words.erase.type(NAME)).fill(NAME)
  await key(page, words.erase.go).click()
  await expect(page.locator('.home-name')).toHaveText(zh.doors.home.nobody)

  await sent(other)
  await expect(half).toHaveValue('〔已删〕家的灯不亮，打〔已删〕')
  await half.press('End')
  await half.pressSequentially('。')
  await followLink(other, new URL(home).pathname)
  await expect(other.locator('.home-name')).toHaveText(zh.doors.home.nobody)
  await followLink(other, '/feedback/new')
  await expect(half).toHaveValue('〔已删〕家的灯不亮，打〔已删〕。')
  await page.context().close()
  await other.context().close()
})

test('INV-1 SEC-96 two neighbours stand in a half-written remark: the one who moved out of its writer’s reach stays in it, the one who was erased does not', async ({
  browser,
}) => {
  const page = await somebody(browser, 'officer')
  const homes: string[] = []
  for (const [door, name, phone] of [
    ['1-1-1809', '尉迟石竹', '16012345678'],
    ['1-1-1810', '端木霜降', '16012340002'],
  ] as const) {
    await goTo(page, `${server.origin}/doors/search`)
    await page.getByLabel(zh.doors.searchFor).fill(door)
    await page.getByRole('button', { name: zh.doors.addHome(door) }).click()
    await page.locator('.home').waitFor()
    await page.getByRole('button', { name: zh.doors.home.addPerson }).click()
    await sheet(page).getByLabel(zh.doors.home.name).fill(name)
    await sheet(page).getByLabel(zh.doors.home.phoneLabel).first().fill(phone)
    await key(page, zh.common.save).click()
    await expect(page.locator('.home-name')).toHaveText(name)
    homes.push(page.url())
  }
  await sent(page)

  const lead = await somebody(browser, 'floorLead')
  for (const [at, name] of [
    [homes[0]!, '尉迟石竹'],
    [homes[1]!, '端木霜降'],
  ] as const) {
    await goTo(lead, at)
    await expect(lead.locator('.home-name')).toHaveText(name)
  }
  await goTo(lead, `${server.origin}/feedback/new`)
  const text = lead.locator('.capture textarea').first()
  await text.fill('尉迟石竹（16012345678）和端木霜降（16012340002）都说楼道灯不亮')
  await expect.poll(async () => (await onDisk(lead))['drafts']?.length).toBe(1)
  await goTo(lead, homes[0]!)

  // The first moves to the other unit, which is not this floor lead's; the second is erased.
  await goTo(page, homes[0]!)
  await page.getByRole('button', { name: zh.household.move.within }).click()
  await sheet(page).getByLabel(zh.household.move.to).fill('1-2-1604')
  await sheet(page).locator('.rows button').first().click()
  await key(page, zh.household.move.go).click()
  await expect(page.locator('.home-name')).toHaveText(zh.doors.home.nobody)
  await sent(page)
  await goTo(page, homes[1]!)
  await page.getByRole('link', { name: words.open('端木霜降') }).click()
  await key(page, words.erase.open).click()
  await page.getByText(words.erase.why.asked).click()
  await key(page, words.erase.next).click()
  await sheet(page).getByLabel(words.erase.type('端木霜降')).fill('端木霜降')
  await key(page, words.erase.go).click()
  await expect(page.locator('.home-name')).toHaveText(zh.doors.home.nobody)

  await sent(lead)
  // Of both nothing is on that phone any more.
  for (const at of homes) {
    await goTo(lead, at)
    await expect(lead.locator('.home-name')).toHaveText(zh.doors.home.nobody)
  }
  await goTo(lead, `${server.origin}/feedback/new`)
  await expect(text).toHaveValue('尉迟石竹（16012345678）和〔已删〕（〔已删〕）都说楼道灯不亮')
  expect(await misfits(lead)).toEqual([])
  await lead.screenshot({ path: test.info().outputPath('half-written.png') })
  await page.context().close()
  await lead.context().close()
})
