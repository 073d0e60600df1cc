import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import type { ViteDevServer } from 'vite'
import { INCIDENTS } from '#domain/incident.ts'
import { zh } from '#ui/words/zh/all.ts'
// @ts-expect-error -- a plain script, also run by hand
import { serveGallery } from './gallery/serve.mjs'

const words = zh.incident
let server: ViteDevServer
let base: string

test.beforeAll(async () => {
  server = await serveGallery()
  base = server.resolvedUrls?.local[0] ?? ''
})
test.afterAll(() => server.close())

/** A supervisor on a phone in the evening shift at the east gate, before a new note. */
async function noting(page: Page, looks = '') {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${base}bins?as=supervisor&now=2026-11-24T10:05:00.000Z${looks}`)
  await page.locator('.key-primary').click()
  await page.locator('.tally-main').click()
}

const kind = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const save = (page: Page) => page.getByRole('button', { name: words.save })

async function choose(page: Page, type: keyof typeof words.type) {
  if (!(await kind(page, words.type[type]).isVisible())) {
    // A rarer kind that was chosen stands where 别的 stood.
    await page.locator('.incident-kinds').first().locator('.choice').last().click()
    await page.locator('dialog').getByRole('button', { name: words.type[type], exact: true }).click()
  } else await kind(page, words.type[type]).click()
}

test('from the tallies to saved it takes three touches, with the usual answer as well as without one', async ({
  page,
}) => {
  await noting(page)
  let touches = 0
  const touch = async (name: string | RegExp, role: 'link' | 'button' = 'button') => {
    await page.getByRole(role, { name, exact: typeof name === 'string' }).click()
    touches += 1
  }
  for (const last of [words.save, words.saveWith(words.done.called_haulier)]) {
    touches = 0
    await touch(zh.bins.photo, 'link')
    await touch(words.type.overflow)
    // Nothing was filled in for the person.
    await expect(kind(page, words.done.called_haulier)).toHaveAttribute('aria-pressed', 'false')
    await touch(last)
    await expect(page.locator('.tally-main')).toBeVisible()
    expect(touches).toBe(3)
  }
  await expect(page.locator('.tally-main .tally-number')).toHaveText('1')
  await page.getByRole('button', { name: zh.bins.handOver }).click()
  const list = page.getByRole('list', { name: zh.bins.summary.incidents }).getByRole('listitem')
  await expect(list).toHaveCount(2)
  await expect(list.nth(0)).toContainText(words.done.none)
  await expect(list.nth(1)).toContainText(words.done.called_haulier)
})

test('two touches of a wet glove save one note', async ({ page }) => {
  await noting(page)
  await page.getByRole('link', { name: zh.bins.photo }).click()
  await choose(page, 'overflow')
  await save(page).evaluate((key: HTMLElement) => {
    key.click()
    key.click()
  })
  await page.getByRole('button', { name: zh.bins.handOver }).click()
  await expect(page.getByRole('list', { name: zh.bins.summary.incidents }).getByRole('listitem')).toHaveCount(
    1,
  )
})

test('all 26 kinds stand in four groups, each with a picture of its own', async ({ page }) => {
  await noting(page)
  await page.getByRole('link', { name: zh.bins.photo }).click()
  await kind(page, words.more).click()
  const sheet = page.locator('dialog')
  await expect(sheet.getByRole('heading', { level: 3 })).toHaveCount(4)
  const pictures = new Set<string>()
  for (const type of INCIDENTS)
    pictures.add(
      await sheet.getByRole('button', { name: words.type[type], exact: true }).locator('svg').innerHTML(),
    )
  expect(pictures.size).toBe(26)
})

test('a photo that cannot be taken stops nothing, and the screen said so before', async ({ page }) => {
  await noting(page)
  await page.getByRole('link', { name: zh.bins.photo }).click()
  await expect(page.locator('.incident-photo')).toContainText(words.onlyBins)
  await expect(page.locator('.incident-photo')).toContainText(words.noPhoto)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'x.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') })
  await expect(page.locator('.toast')).toContainText(zh.photo.refused.cannotDecode)
  await choose(page, 'pest')
  await save(page).click()
  await expect(page.locator('.toast')).toContainText(words.type.pest)
})

test('battery, glass and hazardous things show whom to ring first, above everything', async ({ page }) => {
  await noting(page)
  await page.getByRole('link', { name: zh.bins.photo }).click()
  for (const [type, number] of [
    ['battery_risk', '119'],
    ['injury_risk', '120'],
    ['hazardous_mixed', '120'],
  ] as const) {
    await choose(page, type)
    const panel = page.getByRole('alert').filter({ hasText: words.safety.title })
    await expect(panel.locator('a').first()).toHaveAttribute('href', `tel:${number}`)
    await expect(panel).toContainText(words.safety.hint[type])
    await expect(panel).toContainText(words.safety.notSent)
    const [call, keys] = await Promise.all([
      panel.locator('a').first().boundingBox(),
      page.locator('.incident-photo').boundingBox(),
    ])
    expect(call!.y).toBeLessThan(keys!.y)
    expect(call!.height).toBeGreaterThanOrEqual(72)
  }
  await choose(page, 'overflow')
  await expect(page.getByText(words.safety.title)).toHaveCount(0)
})

test('gas leads to the remark that rings before it is written', async ({ page }) => {
  await noting(page)
  await page.getByRole('link', { name: zh.bins.photo }).click()
  await kind(page, words.more).click()
  await page.getByRole('link', { name: words.gas }).click()
  const panel = page.getByRole('alert').filter({ hasText: zh.danger.title })
  await expect(panel.locator('a').first()).toHaveAttribute('href', /^tel:/)
  await expect(panel).toContainText(zh.danger.hints.gas)
})

test('an elder who needs help is offered a hand with the third touch, and both go again with one', async ({
  page,
}) => {
  await noting(page)
  await page.getByRole('link', { name: zh.bins.photo }).click()
  await choose(page, 'elder_needs_help')
  await expect(page.locator('.incident')).toContainText(words.help.text)
  await page.getByRole('button', { name: words.help.saveWith }).click()
  await expect(page.locator('.toast')).toContainText(words.help.saved)
  await page.locator('.toast').getByRole('button').click()
  await page.getByRole('button', { name: zh.bins.handOver }).click()
  await expect(page.locator('.summary')).toContainText(zh.bins.summary.noIncidents)
})

test('where talking is not enough the four steps stand with title and date, and nobody is fined', async ({
  page,
}) => {
  await noting(page)
  await page.getByRole('link', { name: zh.bins.photo }).click()
  await choose(page, 'refuse')
  const ladder = page.locator('.incident-ladder')
  await expect(ladder.getByRole('listitem')).toHaveText([...words.ladder.steps])
  await expect(ladder).toContainText('成都市生活垃圾管理条例・2021年3月1日起施行')
  await expect(ladder).toContainText(words.ladder.paraphrase)
  await expect(page.locator('body')).not.toContainText('罚')
  await choose(page, 'elder_needs_help')
  await expect(ladder).toHaveCount(0)
})

test('a line more asks for things, not for people, and says so when it seems to name somebody', async ({
  page,
}) => {
  await noting(page)
  await page.getByRole('link', { name: zh.bins.photo }).click()
  await choose(page, 'bin_broken')
  await page.getByRole('button', { name: words.addText }).click()
  const field = page.getByLabel(words.text)
  await expect(page.locator('.incident')).toContainText(words.textHint)
  await field.fill('3栋502王大爷弄坏的')
  await expect(page.locator('.incident')).toContainText(words.namesSomebody)
  await field.fill('绿桶盖子掉了')
  await expect(page.locator('.incident')).not.toContainText(words.namesSomebody)
  await save(page).click()
  await page.getByRole('button', { name: zh.bins.handOver }).click()
  await expect(page.locator('.incident-list')).toContainText('绿桶盖子掉了')
})

test('an own incident is taken back from the summary with a reason, the safe choice in focus', async ({
  page,
}) => {
  await noting(page)
  await page.getByRole('link', { name: zh.bins.photo }).click()
  await choose(page, 'pest')
  await save(page).click()
  await page.getByRole('button', { name: zh.bins.handOver }).click()
  await page.getByRole('button', { name: words.withdraw.open }).click()
  await expect(page.getByRole('button', { name: words.withdraw.stay })).toBeFocused()
  await page.getByRole('button', { name: '记重了' }).click()
  await page.getByRole('button', { name: words.withdraw.go }).click()
  await expect(page.locator('.summary')).toContainText(zh.bins.summary.noIncidents)
})

test('the office keeps title, source and date of the regulation; a supervisor reads them', async ({
  page,
}) => {
  await page.goto(`${base}bins/keep/regulation?as=officer`)
  await expect(page.getByLabel(words.regulation.name)).toHaveValue('成都市生活垃圾管理条例')
  await page.getByLabel(words.regulation.source).fill('社区公示栏 2 号')
  await page.getByLabel(words.regulation.asOf).fill('2025-05-01')
  await expect(page.locator('.incident-ladder')).toContainText('2025年5月1日')
  await page.getByRole('button', { name: words.regulation.save }).click()
  await expect(page.locator('.toast')).toContainText(words.regulation.saved)
  await page.getByRole('button', { name: words.regulation.save }).click()
  await expect(page.locator('.toast')).toContainText(words.regulation.same)

  await page.goto(`${base}bins/keep/regulation?as=supervisor`)
  await expect(page.locator('.incident-ladder')).toBeVisible()
  await expect(page.getByLabel(words.regulation.name)).toHaveCount(0)
})

for (const theme of ['day', 'night', 'sun']) {
  test(`safety, ladder and withdrawal are readable at 7 to 1, ${theme}`, async ({ page }) => {
    await noting(page, `&theme=${theme}`)
    await page.getByRole('link', { name: zh.bins.photo }).click()
    const seen = async (what: string) => {
      await page.waitForTimeout(300)
      const found = await new AxeBuilder({ page })
        .options({ rules: { 'color-contrast-enhanced': { enabled: true } } })
        .analyze()
      expect(found.violations.map((one) => `${what} ${one.id}: ${one.nodes[0]?.html}`)).toEqual([])
    }
    await choose(page, 'battery_risk')
    await seen('safety')
    await choose(page, 'refuse')
    await seen('ladder')
    await choose(page, 'elder_needs_help')
    await seen('help')
    await save(page).click()
    await page.getByRole('button', { name: zh.bins.handOver }).click()
    await page.getByRole('button', { name: words.withdraw.open }).click()
    await seen('withdraw')
  })
}
