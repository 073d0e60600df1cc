import { expect, test } from 'vitest'
import { INCIDENT_STEPS, INCIDENTS, usualActions } from '#domain/bins/incident.ts'
import { zh } from '#ui/words/zh/all.ts'
import { everyBarrier } from './support/eye.ts'
import { type Asked, mounted } from './support/mounted.tsx'
import { boxOf, drawingOf, goTo, page, pressTwice, reads, waitFor } from './support/page.ts'

const words = zh.incident
/** A supervisor on a phone in the evening shift at the east gate, before a new note. */
async function noting(looks: Asked = {}) {
  await mounted('/bins', { as: 'supervisor', now: '2026-11-24T10:05:00.000Z', ...looks })
  await page.css('.key-primary').click()
  await page.css('.tally-main').click()
}

const kind = (name: string) => page.getByRole('button', { name, exact: true })
const save = () => page.getByRole('button', { name: words.save })

/** What the shift came to so far; it stays open. */
async function summaryOf() {
  await waitFor(page.css('.tally-main'))
  await goTo(`${location.pathname}/summary`)
  await waitFor(page.css('.summary'))
}

async function choose(type: keyof typeof words.type) {
  await waitFor(page.css('.incident-kinds').first())
  if (kind(words.type[type]).query() === null) {
    // A rarer kind that was chosen stands where 别的 stood.
    await page.css('.incident-kinds').first().css('.choice').last().click()
    await page.css('dialog').getByRole('button', { name: words.type[type], exact: true }).click()
  } else await kind(words.type[type]).click()
}

test('from the tallies to saved it takes three touches, with the usual answer as well as without one', async () => {
  await noting()
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
    await expect.element(kind(words.done.called_haulier)).toHaveAttribute('aria-pressed', 'false')
    await touch(last)
    await expect.element(page.css('.tally-main')).toBeVisible()
    expect(touches).toBe(3)
  }
  await reads(page.css('.tally-main .tally-number'), '1')
  await summaryOf()
  const list = page.getByRole('list', { name: zh.bins.summary.incidents }).getByRole('listitem')
  await expect.element(list).toHaveLength(2)
  await expect.element(list.nth(0)).toHaveTextContent(words.done.none)
  await expect.element(list.nth(1)).toHaveTextContent(words.done.called_haulier)
})

test('two touches of a wet glove save one note', async () => {
  await noting()
  await page.getByRole('link', { name: zh.bins.photo }).click()
  await choose('overflow')
  await pressTwice(save())
  await summaryOf()
  await expect
    .element(page.getByRole('list', { name: zh.bins.summary.incidents }).getByRole('listitem'))
    .toHaveLength(1)
})

test('all 26 kinds stand in four groups, each with a picture of its own', async () => {
  await noting()
  await page.getByRole('link', { name: zh.bins.photo }).click()
  await kind(words.more).click()
  const sheet = page.css('dialog')
  await expect.element(sheet.getByRole('heading', { level: 3 })).toHaveLength(4)
  const pictures = new Set<string>()
  for (const type of INCIDENTS)
    pictures.add(await drawingOf(sheet.getByRole('button', { name: words.type[type], exact: true })))
  expect(pictures.size).toBe(26)
})

test('a photo that cannot be taken stops nothing, and the screen said so before', async () => {
  await noting()
  await page.getByRole('link', { name: zh.bins.photo }).click()
  await expect.element(page.css('.incident-photo')).toHaveTextContent(words.onlyBins)
  await expect.element(page.css('.incident-photo')).toHaveTextContent(words.noPhoto)
  await page.css('input[type=file]').upload(new File(['no picture'], 'x.jpg', { type: 'image/jpeg' }))
  await expect.element(page.css('.toast')).toHaveTextContent(zh.photo.refused.cannotDecode)
  await choose('pest')
  await save().click()
  await expect.element(page.css('.toast')).toHaveTextContent(words.type.pest)
})

test('battery, glass and hazardous things show whom to ring first, above everything', async () => {
  await noting()
  await page.getByRole('link', { name: zh.bins.photo }).click()
  for (const [type, number] of [
    ['battery_risk', '119'],
    ['injury_risk', '120'],
    ['hazardous_mixed', '120'],
  ] as const) {
    await choose(type)
    const panel = page.getByRole('alert').filter({ hasText: words.safety.title })
    await expect.element(panel.css('a').first()).toHaveAttribute('href', `tel:${number}`)
    await expect.element(panel).toHaveTextContent(words.safety.hint[type])
    await expect.element(panel).toHaveTextContent(words.safety.notSent)
    const call = await boxOf(panel.css('a').first())
    const keys = await boxOf(page.css('.incident-photo'))
    expect(call.y).toBeLessThan(keys.y)
    expect(call.height).toBeGreaterThanOrEqual(72)
  }
  await choose('overflow')
  await expect.element(page.getByText(words.safety.title)).toHaveLength(0)
})

test('gas leads to the remark that rings before it is written', async () => {
  await noting()
  await page.getByRole('link', { name: zh.bins.photo }).click()
  await kind(words.more).click()
  await page.getByRole('link', { name: words.gas }).click()
  const panel = page.getByRole('alert').filter({ hasText: zh.danger.title })
  await expect.element(panel.css('a').first()).toHaveAttribute('href', expect.stringMatching(/^tel:/))
  await expect.element(panel).toHaveTextContent(zh.danger.hints.gas)
})

test('an elder who needs help is offered a hand with the third touch, and both go again with one', async () => {
  await noting()
  await page.getByRole('link', { name: zh.bins.photo }).click()
  await choose('elder_needs_help')
  await expect.element(page.css('.incident')).toHaveTextContent(words.help.text)
  await page.getByRole('button', { name: words.help.saveWith }).click()
  await expect.element(page.css('.toast')).toHaveTextContent(words.help.saved)
  await page.css('.toast').getByRole('button').click()
  await summaryOf()
  await expect.element(page.css('.summary')).toHaveTextContent(zh.bins.summary.noIncidents)
})

test('where talking is not enough the four steps stand with title and date, and nobody is fined', async () => {
  await noting()
  await page.getByRole('link', { name: zh.bins.photo }).click()
  await choose('refuse')
  const ladder = page.css('.incident-ladder')
  await reads(ladder.getByRole('listitem'), [...words.ladder.steps])
  await expect.element(ladder).toHaveTextContent('成都市生活垃圾管理条例・2021年3月1日起施行')
  await expect.element(ladder).toHaveTextContent(words.ladder.paraphrase)
  await expect.element(page.css('body')).not.toHaveTextContent('罚')
  await choose('elder_needs_help')
  await expect.element(ladder).toHaveLength(0)
})

test('a line more asks for things, not for people, and says so when it seems to name somebody', async () => {
  await noting()
  await page.getByRole('link', { name: zh.bins.photo }).click()
  await choose('bin_broken')
  await page.getByRole('button', { name: words.addText }).click()
  const field = page.getByLabelText(words.text)
  await expect.element(page.css('.incident')).toHaveTextContent(words.textHint)
  await field.fill('3栋502王大爷弄坏的')
  await expect.element(page.css('.incident')).toHaveTextContent(words.namesSomebody)
  await field.fill('绿桶盖子掉了')
  await expect.element(page.css('.incident')).not.toHaveTextContent(words.namesSomebody)
  await save().click()
  await summaryOf()
  await expect.element(page.css('.incident-list')).toHaveTextContent('绿桶盖子掉了')
})

test('an own incident is taken back from the summary with a reason, the safe choice in focus', async () => {
  await noting()
  await page.getByRole('link', { name: zh.bins.photo }).click()
  await choose('pest')
  await save().click()
  await summaryOf()
  await page.getByRole('button', { name: words.withdraw.open }).click()
  await expect.element(page.getByRole('button', { name: words.withdraw.stay })).toHaveFocus()
  await page.getByRole('button', { name: '记重了' }).click()
  await page.getByRole('button', { name: words.withdraw.go }).click()
  await expect.element(page.css('.summary')).toHaveTextContent(zh.bins.summary.noIncidents)
})

/** In the summary, behind the one key of an incident. */
async function nextStep(action: keyof typeof words.done, note?: string) {
  await page.getByRole('button', { name: words.step.open }).first().click()
  const sheet = page.css('dialog[open]')
  await sheet.getByRole('button', { name: words.done[action], exact: true }).click()
  if (note) await sheet.getByLabelText(words.text).fill(note)
  return sheet
}

test('the ladder is climbed from the list: one key, the next rung first, and each step stays with who and when', async () => {
  await noting()
  await page.getByRole('link', { name: zh.bins.photo }).click()
  await choose('refuse')
  await save().click()
  await summaryOf()
  const first = await nextStep('persuaded')
  await expect.element(first).toHaveTextContent(words.ladder.ours)
  // Two touches of a wet glove are one step.
  await pressTwice(first.getByRole('button', { name: words.step.save }))
  await expect.element(page.css('.toast')).toHaveTextContent(words.done.persuaded)
  const steps = page.getByRole('list', { name: words.step.since }).getByRole('listitem')
  await expect.element(steps).toHaveLength(1)

  await page.getByRole('button', { name: words.step.open }).click()
  const sheet = page.css('dialog[open]')
  const offered = sheet.css('.choice')
  await reads(offered.first(), words.done.reported_pm)
  await reads(offered.nth(1), words.done.reported_urban_mgmt)
  await expect.element(sheet.getByRole('button', { name: words.step.first })).toBeVisible()
  await offered.first().click()
  await sheet.getByLabelText(words.text).fill('3栋502王大爷')
  await expect.element(sheet).toHaveTextContent(words.namesSomebody)
  await sheet.getByLabelText(words.text).fill('物业说明天来')
  await sheet.getByRole('button', { name: words.step.save }).click()
  await expect.element(steps).toHaveLength(2)
  await expect.element(steps.last()).toHaveTextContent('唐玉珍')
  await expect.element(steps.last()).toHaveTextContent(`${words.done.reported_pm}${words.colon}物业说明天来`)
  // Somebody pressed the wrong one after that: more steps are added, none goes.
  await (await nextStep('reported_urban_mgmt')).getByRole('button', { name: words.step.save }).click()
  await reads(steps, [/劝过了/, /报了物业/, /报了城管/])
  await expect.element(page.css('.summary')).not.toHaveTextContent('罚')
})

test('behind 别的办法 stands all that can be done; what was chosen and written before it stays', async () => {
  await noting()
  await page.getByRole('link', { name: zh.bins.photo }).click()
  await choose('bulky_dump')
  await save().click()
  await summaryOf()
  const sheet = await nextStep('reported_pm', '贴了提示')
  await sheet.getByRole('button', { name: words.otherAction }).click()
  await reads(
    sheet.css('.choice'),
    INCIDENT_STEPS.map((one) => words.done[one]),
  )
  await expect.element(kind(words.done.reported_pm)).toHaveAttribute('aria-pressed', 'true')
  await sheet.getByRole('button', { name: words.done.cleaned, exact: true }).click()
  await sheet.getByRole('button', { name: words.step.save }).click()
  await expect
    .element(page.css('.incident-steps'))
    .toHaveTextContent(`${words.done.cleaned}${words.colon}贴了提示`)
})

test('the property and the office say their step in the same list, and the printed sheet shows the last one', async () => {
  await mounted('/bins/s0/summary', { as: 'steward', now: '2026-11-24T10:05:00.000Z' })
  await expect.element(page.getByRole('button', { name: words.withdraw.open })).toHaveLength(0)
  const sheet = await nextStep('reported_pm')
  await sheet.getByRole('button', { name: words.step.save }).click()
  const step = page.getByRole('list', { name: words.step.since }).getByRole('listitem')
  await expect.element(step).toHaveTextContent('李师傅')
  await page.viewport(1280, 720)
  await page.getByRole('link', { name: zh.sheets.paper.short, exact: true }).click()
  const row = page.getByRole('row').filter({ hasText: words.type.not_debagged })
  await expect.element(row).toHaveTextContent(words.done.reported_pm)
  await expect.element(row).not.toHaveTextContent(words.done.explained)
})

test('what a colleague beside noted stands in my list with her name: I say the next step, she alone takes it back', async () => {
  await noting({ also: ['beside', 'noted'] })
  await summaryOf()
  const row = page.getByRole('list', { name: zh.bins.summary.incidents }).getByRole('listitem').first()
  await expect.element(row).toHaveTextContent(words.type.refuse)
  await expect.element(row).toHaveTextContent('谢敏')
  await expect.element(row.getByRole('button', { name: words.withdraw.open })).toHaveLength(0)
  const sheet = await nextStep('reported_pm')
  await sheet.getByRole('button', { name: words.step.save }).click()
  await expect.element(page.css('.incident-steps')).toHaveTextContent('唐玉珍')
})

test('a good example asks for no next step', async () => {
  await noting()
  await page.getByRole('link', { name: zh.bins.photo }).click()
  await choose('child_praise')
  await save().click()
  await summaryOf()
  await expect.element(page.css('.incident-list')).toHaveTextContent(words.type.child_praise)
  await expect.element(page.getByRole('button', { name: words.step.open })).toHaveLength(0)
})

test('what is done has pictures of its own: ✓ stands only on what was chosen', async () => {
  await noting()
  await page.getByRole('link', { name: zh.bins.photo }).click()
  await choose('overflow')
  const drawing = (name: string) => drawingOf(kind(name))
  const chosen = await drawing(words.type.overflow)
  const usual = usualActions('overflow').map((one) => words.done[one])
  const before = await Promise.all(usual.map(drawing))
  expect(new Set([...before, chosen]).size).toBe(usual.length + 1)
  await kind(usual[0]!).click()
  await expect.poll(() => drawing(usual[0]!)).toBe(chosen)
})

test('the office keeps title, source and date of the regulation; a supervisor reads them', async () => {
  await mounted('/bins/keep/regulation', { as: 'officer' })
  await expect.element(page.getByLabelText(words.regulation.name)).toHaveValue('成都市生活垃圾管理条例')
  await page.getByLabelText(words.regulation.source).fill('社区公示栏 2 号')
  await page.getByLabelText(words.regulation.asOf).fill('2025-05-01')
  await expect.element(page.css('.incident-ladder')).toHaveTextContent('2025年5月1日')
  await page.getByRole('button', { name: words.regulation.save }).click()
  await expect.element(page.css('.toast')).toHaveTextContent(words.regulation.saved)
  await page.getByRole('button', { name: words.regulation.save }).click()
  await expect.element(page.css('.toast')).toHaveTextContent(words.regulation.same)

  await mounted('/bins/keep/regulation', { as: 'supervisor' })
  await expect.element(page.css('.incident-ladder')).toBeVisible()
  await expect.element(page.getByLabelText(words.regulation.name)).toHaveLength(0)
})

for (const theme of ['day', 'night', 'sun'] as const) {
  test(`safety, ladder and withdrawal are readable at 7 to 1, ${theme}`, async () => {
    await noting({ theme })
    await page.getByRole('link', { name: zh.bins.photo }).click()
    const seen = async (what: string) => {
      expect([what, await everyBarrier()]).toEqual([what, []])
    }
    await choose('battery_risk')
    await seen('safety')
    await choose('refuse')
    await seen('ladder')
    await choose('elder_needs_help')
    await seen('help')
    await save().click()
    await summaryOf()
    await nextStep('reported_pm', '请物业来看看')
    await seen('next step')
    await page.css('dialog[open]').getByRole('button', { name: words.step.save }).click()
    await seen('steps')
    await page.getByRole('button', { name: words.withdraw.open }).click()
    await seen('withdraw')
  })
}
