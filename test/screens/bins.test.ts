import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { everyBarrier } from './support/eye.ts'
import { type Asked, mounted } from './support/mounted.tsx'
import { goBack, historySettled, page, pressTwice, sideways, texts, waitFor } from './support/page.ts'

/** A supervisor on a phone who has just begun the evening shift at the east gate. */
async function begin(looks: Asked = {}) {
  await mounted('/bins', { as: 'supervisor', now: '2026-11-24T10:05:00.000Z', ...looks })
  await page.css('.key-primary').click()
  await waitFor(page.css('.tally-main'))
}

const numbers = () => expect.poll(() => texts(page.css('.tally-number')))
const button = (name: string | RegExp) => page.getByRole('button', { name })
const link = (name: string | RegExp) => page.getByRole('link', { name })

test('a shift begins with one press: point and window are proposed by place and clock', async () => {
  await begin()
  await expect.element(page.css('h1')).toHaveTextContent(/^东门・晚班$/)
  await numbers().toEqual(['0', '0', '0', '0', '0'])
})

test('each touch counts, a bounce of the same key does not, and undo steps back naming what it takes', async () => {
  await begin()
  const main = button(/^投放正确，现在/)
  await pressTwice(main)
  await expect.element(main).toHaveAccessibleName('投放正确，现在1，按一下加1')
  await button(/^未分类，现在/).click()
  await expect.element(page.css('.shift-undo')).toHaveTextContent('未分类・18:05')
  await page.css('.shift-undo button').first().click()
  await expect.element(page.css('.shift-undo')).toHaveTextContent('投放正确・18:05')
  await numbers().toEqual(['1', '0', '0', '0', '0'])
})

test('an incident is noted in three touches and the tallies wait as they were', async () => {
  await begin()
  await page.css('.tally-main').click()
  await link('拍照').click()
  await button('桶满了').click()
  await button('其他垃圾').click()
  await button('存下来，回去继续').click()
  await expect.element(page.css('.toast')).toHaveTextContent('桶满了')
  await numbers().toEqual(['1', '0', '0', '0', '0'])
})

test('a shift is handed over with one press; what was not looked at, and that nobody came, is said after it', async () => {
  await begin()
  await button('交班').click()
  await expect.element(page.css('.header-sub')).toHaveTextContent('18:05 交班')
  await expect.element(page.css('main')).toHaveTextContent('今晚没人来，也记一班')
  await expect
    .element(page.css('.panel').filter({ hasText: '交好了' }))
    .toHaveTextContent('到岗还有 5 样没看，走之前还有 4 样没看。不看也行。')
  await expect.element(page.css('dialog')).toHaveLength(0)
})

test('which bin asks back, answers with class, tip and a sentence, and says what it does not know', async () => {
  await mounted('/which-bin', { as: 'supervisor' })
  const field = page.getByLabelText('什么东西')
  await field.fill('gutou')
  await button(/^大骨头/).click()
  await expect.element(page.css('.answer')).toHaveTextContent('其他垃圾')
  await expect.element(page.css('.answer')).toHaveTextContent('以小区公示为准')
  await field.fill('llk')
  await expect.element(page.css('.answer')).toHaveTextContent('榴莲壳')
  await field.fill('量子计算机')
  await expect.element(page.css('.which-answer')).toHaveTextContent('没查到。先放其他垃圾，拍张照问社区')
})

test.each(['day', 'night', 'sun'] as const)(
  'the bin screens are readable at 7 to 1 and every key has a name, %s',
  async (theme) => {
    await begin({ theme })
    const shift = location.pathname
    const seen = async (what: string) => expect([what, await everyBarrier()]).toEqual([what, []])
    await seen('shift')
    await page.css('.shift-checks-row button').click()
    await page.css('dialog .checks-head .key').click()
    await page.css('dialog .check-row').nth(1).getByText('要改').click()
    await seen('checks')
    await userEvent.keyboard('{Escape}')
    await link('拍照').click()
    await page.css('.choice').first().click()
    await page.css('.choice-other').click()
    await seen('incident')
    await historySettled()
    goBack()
    await link('查垃圾').click()
    for (const what of ['剩饭', '榴莲', '手机', '药片', '电瓶']) {
      await page.getByLabelText('什么东西').fill(what)
      await seen(what)
    }
    goBack()
    await expect.poll(() => location.pathname).toBe(shift)
    await button('交班').click()
    await button('数不对，改一下').click()
    await seen('summary')
  },
)

test.each([
  [360, 800],
  [800, 1280],
  [1280, 800],
])('nothing breaks sideways at %i by %i with text twice as large', async (width, height) => {
  for (const lang of ['zh', 'en'] as const) {
    await begin({ text: 200, lang })
    await page.viewport(width, height)
    const over = () => sideways('main, .frame-bar')
    expect(await over(), `shift ${lang}`).toBeLessThanOrEqual(0)
    await page.css('.shift-tools .key').nth(1).click()
    await waitFor(page.css('.incident'))
    expect(await over(), `incident ${lang}`).toBeLessThanOrEqual(0)
    goBack()
    await page.css('.shift-tools .key').nth(0).click()
    await page.css('.which input').fill('battery')
    expect(await over(), `which bin ${lang}`).toBeLessThanOrEqual(0)
    goBack()
    await page.css('.shift-tools .key').nth(2).click()
    await waitFor(page.css('.summary'))
    expect(await over(), `summary ${lang}`).toBeLessThanOrEqual(0)
  }
})
