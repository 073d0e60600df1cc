import { expect, test } from '@playwright/test'
import { CAST } from '#server/demo/cast.ts'
import { goTo } from './support/historySettled.ts'
import { aPort } from './support/aPort.ts'
import { bare, pdfText } from '#test/support/pdfText.ts'
import { barriers, misfits } from './support/eye.ts'
import { RealServer } from './support/server.ts'
import { enterAs, LANGUAGES } from './support/walk.ts'

const { zh } = LANGUAGES
const { organisation: words, people, common } = zh
let server: RealServer

test.beforeAll(async () => {
  server = await RealServer.prepare(await aPort())
  await server.start('--demo')
})
test.afterAll(() => server?.remove())

test('without a network the office gives a role the compound’s own word and draws a micro-grid; both are there after a restart, and the page of who is who says them', async ({
  browser,
}) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    reducedMotion: 'reduce',
  })
  await context.addInitScript(() => localStorage.setItem('linbian.language', 'zh'))
  const page = await context.newPage()
  await enterAs(page, server.origin, 'officer', zh)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.locator('.nav').waitFor()
  await context.setOffline(true)

  await goTo(page, `${server.origin}/people/organisation/names`)
  await page.getByRole('button', { name: people.roles.steward }).click()
  await page.getByLabel(words.name).fill('红管家')
  await page.getByRole('button', { name: common.save }).click()
  await expect(page.locator('.row-title').filter({ hasText: '红管家' })).toBeVisible()

  await goTo(page, `${server.origin}/people/organisation/grids`)
  await page.getByRole('button', { name: words.addGrid }).click()
  await page.getByLabel(words.name).fill('第1微网格')
  await page.getByRole('button', { name: common.save }).click()
  await page.getByRole('button', { name: '第1微网格' }).click()
  await page.locator('dialog[open] .row').filter({ hasText: '1栋' }).click()
  await expect(page.locator('dialog[open] .row-current')).toHaveText(/1栋/)
  expect(await misfits(page)).toEqual([])

  await page.reload()
  await goTo(page, `${server.origin}/people`)
  await page.locator('.row').filter({ hasText: words.title }).click()
  await expect(page.locator('.org-line').filter({ hasText: '红管家' })).toBeVisible()
  await expect(page.locator('.org-level').filter({ hasText: people.roles.partyGroup })).toContainText(
    '马德华',
  )
  expect(await barriers(page, 'all')).toEqual([])
  expect(await misfits(page)).toEqual([])

  await context.setOffline(false)
  await goTo(page, `${server.origin}/people/rights`)
  await expect(page.locator('option').filter({ hasText: '红管家' })).toHaveCount(1)
  await context.close()
})

for (const language of ['zh', 'en'] as const)
  test(`the lines and the property’s teams are drawn and printed on one A4, for the wall without a name; with names it is written down who printed it (${language})`, async ({
    browser,
  }) => {
    const says = LANGUAGES[language]
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      reducedMotion: 'reduce',
    })
    await context.addInitScript((kept) => localStorage.setItem('linbian.language', kept), language)
    await context.addInitScript(() => (window.print = () => void (document.body.id = 'printed')))
    const page = await context.newPage()
    // Each sees what they printed themselves, the office also what the others did.
    const role = language === 'zh' ? 'officer' : 'gridWorker'
    await enterAs(page, server.origin, role, says)
    await goTo(page, `${server.origin}/people/organisation`)
    const [engineer] = CAST.engineer
    const property = page.locator('.org-line').last()
    await expect(property.locator('.org-level').last()).toContainText(says.ledger.hands.team.engineering)
    await expect(property.locator('.org-level').last()).toContainText(engineer)

    await page.getByRole('link', { name: says.organisation.paper }).click()
    await page.locator('.page').waitFor()
    const printed = async () => pdfText(await page.pdf({ preferCSSPageSize: true }))
    const openly = await printed()
    expect(openly).toHaveLength(1)
    for (const [name] of Object.values(CAST)) expect(openly.join()).not.toContain(name)
    expect(bare(openly.join())).toContain(
      bare(says.ledger.hands.team.engineering + says.organisation.holders(2)),
    )

    await page.getByText(says.paper.internal, { exact: true }).click()
    await expect(page.locator('.org-paper').last()).toContainText(engineer)
    const inside = await printed()
    expect(inside).toHaveLength(1)
    for (const [name] of Object.values(CAST)) expect(inside[0]).toContain(name)
    await page.getByRole('button', { name: says.paper.print }).click()
    await page.locator('#printed').waitFor()
    await goTo(page, `${server.origin}/doors/looks`)
    await expect(page.locator('.row').filter({ hasText: says.discretion.what.organisation })).toHaveCount(1)
    await context.close()
  })
