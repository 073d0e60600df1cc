import { expect, type Page, test } from '@playwright/test'
import type { PreviewServer } from 'vite'
import { INCIDENT_STEPS, INCIDENTS, usualActions } from '#domain/bins/incident.ts'
import { zh } from '#ui/words/zh/all.ts'
// @ts-expect-error -- a plain script, also run by hand
import { serveGallery } from './gallery/serve.mjs'
import { everyBarrier } from './support/eye.ts'
import { goTo } from './support/historySettled.ts'

const words = zh.incident
let server: PreviewServer
let base: string

test.beforeAll(async () => {
  server = await serveGallery()
  base = server.resolvedUrls?.local[0] ?? ''
})
test.afterAll(() => server.close())

/** A supervisor on a phone in the evening shift at the east gate, before a new note. */
async function noting(page: Page, looks = '') {
  await page.setViewportSize({ width: 390, height: 844 })
  await goTo(page, `${base}bins?as=supervisor&now=2026-11-24T10:05:00.000Z${looks}`)
  await page.locator('.key-primary').click()
  await page.locator('.tally-main').click()
}

const kind = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const save = (page: Page) => page.getByRole('button', { name: words.save })

/** What the shift came to so far; it stays open. */
async function summaryOf(page: Page) {
  await page.locator('.tally-main').waitFor()
  await page.evaluate(() => {
    history.pushState(null, '', `${location.pathname}/summary`)
    dispatchEvent(new PopStateEvent('popstate'))
  })
  await page.locator('.summary').waitFor()
}

async function choose(page: Page, type: keyof typeof words.type) {
  await page.locator('.incident-kinds').first().waitFor()
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
  await summaryOf(page)
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
  await summaryOf(page)
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
  await summaryOf(page)
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
  await summaryOf(page)
  await expect(page.locator('.incident-list')).toContainText('绿桶盖子掉了')
})

test('an own incident is taken back from the summary with a reason, the safe choice in focus', async ({
  page,
}) => {
  await noting(page)
  await page.getByRole('link', { name: zh.bins.photo }).click()
  await choose(page, 'pest')
  await save(page).click()
  await summaryOf(page)
  await page.getByRole('button', { name: words.withdraw.open }).click()
  await expect(page.getByRole('button', { name: words.withdraw.stay })).toBeFocused()
  await page.getByRole('button', { name: '记重了' }).click()
  await page.getByRole('button', { name: words.withdraw.go }).click()
  await expect(page.locator('.summary')).toContainText(zh.bins.summary.noIncidents)
})

/** In the summary, behind the one key of an incident. */
async function nextStep(page: Page, action: keyof typeof words.done, note?: string) {
  await page.getByRole('button', { name: words.step.open }).first().click()
  const sheet = page.locator('dialog[open]')
  await sheet.getByRole('button', { name: words.done[action], exact: true }).click()
  if (note) await sheet.getByLabel(words.text).fill(note)
  return sheet
}

test('the ladder is climbed from the list: one key, the next rung first, and each step stays with who and when', async ({
  page,
}) => {
  await noting(page)
  await page.getByRole('link', { name: zh.bins.photo }).click()
  await choose(page, 'refuse')
  await save(page).click()
  await summaryOf(page)
  const first = await nextStep(page, 'persuaded')
  await expect(first).toContainText(words.ladder.ours)
  // Two touches of a wet glove are one step.
  await first.getByRole('button', { name: words.step.save }).evaluate((key: HTMLElement) => {
    key.click()
    key.click()
  })
  await expect(page.locator('.toast')).toContainText(words.done.persuaded)
  const steps = page.getByRole('list', { name: words.step.since }).getByRole('listitem')
  await expect(steps).toHaveCount(1)

  await page.getByRole('button', { name: words.step.open }).click()
  const sheet = page.locator('dialog[open]')
  const offered = sheet.locator('.choice')
  await expect(offered.first()).toHaveText(words.done.reported_pm)
  await expect(offered.nth(1)).toHaveText(words.done.reported_urban_mgmt)
  await expect(sheet.getByRole('button', { name: words.step.first })).toBeVisible()
  await offered.first().click()
  await sheet.getByLabel(words.text).fill('3栋502王大爷')
  await expect(sheet).toContainText(words.namesSomebody)
  await sheet.getByLabel(words.text).fill('物业说明天来')
  await sheet.getByRole('button', { name: words.step.save }).click()
  await expect(steps).toHaveCount(2)
  await expect(steps.last()).toContainText('唐玉珍')
  await expect(steps.last()).toContainText(`${words.done.reported_pm}${words.colon}物业说明天来`)
  // Somebody pressed the wrong one after that: more steps are added, none goes.
  await (await nextStep(page, 'reported_urban_mgmt')).getByRole('button', { name: words.step.save }).click()
  await expect(steps).toHaveText([/劝过了/, /报了物业/, /报了城管/])
  await expect(page.locator('.summary')).not.toContainText('罚')
})

test('behind 别的办法 stands all that can be done; what was chosen and written before it stays', async ({
  page,
}) => {
  await noting(page)
  await page.getByRole('link', { name: zh.bins.photo }).click()
  await choose(page, 'bulky_dump')
  await save(page).click()
  await summaryOf(page)
  const sheet = await nextStep(page, 'reported_pm', '贴了提示')
  await sheet.getByRole('button', { name: words.otherAction }).click()
  await expect(sheet.locator('.choice')).toHaveText(INCIDENT_STEPS.map((one) => words.done[one]))
  await expect(kind(page, words.done.reported_pm)).toHaveAttribute('aria-pressed', 'true')
  await sheet.getByRole('button', { name: words.done.cleaned, exact: true }).click()
  await sheet.getByRole('button', { name: words.step.save }).click()
  await expect(page.locator('.incident-steps')).toContainText(`${words.done.cleaned}${words.colon}贴了提示`)
})

test('the property and the office say their step in the same list, and the printed sheet shows the last one', async ({
  page,
}) => {
  await goTo(page, `${base}bins/s0/summary?as=steward&now=2026-11-24T10:05:00.000Z`)
  await expect(page.getByRole('button', { name: words.withdraw.open })).toHaveCount(0)
  const sheet = await nextStep(page, 'reported_pm')
  await sheet.getByRole('button', { name: words.step.save }).click()
  const step = page.getByRole('list', { name: words.step.since }).getByRole('listitem')
  await expect(step).toContainText('李师傅')
  await page.getByRole('link', { name: zh.sheets.paper.short, exact: true }).click()
  const row = page.getByRole('row').filter({ hasText: words.type.not_debagged })
  await expect(row).toContainText(words.done.reported_pm)
  await expect(row).not.toContainText(words.done.explained)
})

test('what a colleague beside noted stands in my list with her name: I say the next step, she alone takes it back', async ({
  page,
}) => {
  await noting(page, '&beside&noted')
  await summaryOf(page)
  const row = page.getByRole('list', { name: zh.bins.summary.incidents }).getByRole('listitem').first()
  await expect(row).toContainText(words.type.refuse)
  await expect(row).toContainText('谢敏')
  await expect(row.getByRole('button', { name: words.withdraw.open })).toHaveCount(0)
  const sheet = await nextStep(page, 'reported_pm')
  await sheet.getByRole('button', { name: words.step.save }).click()
  await expect(page.locator('.incident-steps')).toContainText('唐玉珍')
})

test('a good example asks for no next step', async ({ page }) => {
  await noting(page)
  await page.getByRole('link', { name: zh.bins.photo }).click()
  await choose(page, 'child_praise')
  await save(page).click()
  await summaryOf(page)
  await expect(page.locator('.incident-list')).toContainText(words.type.child_praise)
  await expect(page.getByRole('button', { name: words.step.open })).toHaveCount(0)
})

test('what is done has pictures of its own: ✓ stands only on what was chosen', async ({ page }) => {
  await noting(page)
  await page.getByRole('link', { name: zh.bins.photo }).click()
  await choose(page, 'overflow')
  const drawing = (name: string) => kind(page, name).locator('svg').innerHTML()
  const chosen = await drawing(words.type.overflow)
  const usual = usualActions('overflow').map((one) => words.done[one])
  const before = await Promise.all(usual.map(drawing))
  expect(new Set([...before, chosen]).size).toBe(usual.length + 1)
  await kind(page, usual[0]!).click()
  await expect.poll(() => drawing(usual[0]!)).toBe(chosen)
})

test('the office keeps title, source and date of the regulation; a supervisor reads them', async ({
  page,
}) => {
  await goTo(page, `${base}bins/keep/regulation?as=officer`)
  await expect(page.getByLabel(words.regulation.name)).toHaveValue('成都市生活垃圾管理条例')
  await page.getByLabel(words.regulation.source).fill('社区公示栏 2 号')
  await page.getByLabel(words.regulation.asOf).fill('2025-05-01')
  await expect(page.locator('.incident-ladder')).toContainText('2025年5月1日')
  await page.getByRole('button', { name: words.regulation.save }).click()
  await expect(page.locator('.toast')).toContainText(words.regulation.saved)
  await page.getByRole('button', { name: words.regulation.save }).click()
  await expect(page.locator('.toast')).toContainText(words.regulation.same)

  await goTo(page, `${base}bins/keep/regulation?as=supervisor`)
  await expect(page.locator('.incident-ladder')).toBeVisible()
  await expect(page.getByLabel(words.regulation.name)).toHaveCount(0)
})

for (const theme of ['day', 'night', 'sun']) {
  test(`safety, ladder and withdrawal are readable at 7 to 1, ${theme}`, async ({ page }) => {
    await noting(page, `&theme=${theme}`)
    await page.getByRole('link', { name: zh.bins.photo }).click()
    const seen = async (what: string) => {
      expect([what, await everyBarrier(page)]).toEqual([what, []])
    }
    await choose(page, 'battery_risk')
    await seen('safety')
    await choose(page, 'refuse')
    await seen('ladder')
    await choose(page, 'elder_needs_help')
    await seen('help')
    await save(page).click()
    await summaryOf(page)
    await nextStep(page, 'reported_pm', '请物业来看看')
    await seen('next step')
    await page.locator('dialog[open]').getByRole('button', { name: words.step.save }).click()
    await seen('steps')
    await page.getByRole('button', { name: words.withdraw.open }).click()
    await seen('withdraw')
  })
}
