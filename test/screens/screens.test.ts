import { expect, onTestFinished, test } from 'vitest'
import { everyBarrier } from './support/eye.ts'
import { type Asked, mounted, mountedParts } from './support/mounted.tsx'
import { goBack, page, sideways, waitFor } from './support/page.ts'

const today = (asked: Asked) => (looks: Asked) => mounted('/', { ...asked, ...looks })
const SEEN = {
  parts: mountedParts,
  'grid worker': today({ also: ['waiting'] }),
  'grid worker in English': today({ also: ['waiting'], lang: 'en' }),
  officer: today({ as: 'officer' }),
  'steward in English': today({ as: 'steward', lang: 'en' }),
} as const

test.each(['day', 'night', 'sun'] as const)(
  'text is readable at 7 to 1 and every key has a name, %s',
  async (theme) => {
    for (const [what, show] of Object.entries(SEEN)) {
      await show({ theme })
      await waitFor(page.css('h1').first())
      expect([what, await everyBarrier()]).toEqual([what, []])
    }
  },
)

test.each([
  [360, 800],
  [800, 1280],
  [1280, 800],
])('nothing breaks sideways at %i by %i with text twice as large', async (width, height) => {
  for (const [what, show] of Object.entries(SEEN)) {
    await show({ text: 200 })
    await page.viewport(width, height)
    await waitFor(page.css('h1').first())
    expect(await sideways('html'), what).toBeLessThanOrEqual(0)
  }
})

test('Back closes the tray and leaves the screen below as it was', async () => {
  await mounted('/', { also: ['waiting'] })
  await page.css('.nav-item[href="/bins"]').click()
  await expect.element(page.css('h1')).toHaveFocus()
  await page.css('.strip').click()
  await expect.element(page.css('dialog[open]')).toHaveLength(1)
  goBack()
  await expect.element(page.css('dialog[open]')).toHaveLength(0)
  await expect.poll(() => location.pathname).toBe('/bins')
  await expect.element(page.css('.strip')).toHaveFocus()
  goBack()
  await expect.poll(() => location.pathname).toBe('/')
})

test('an address nobody knows leads to Today, /sync to Today with the tray open', async () => {
  await mounted('/nowhere')
  await expect.poll(() => location.pathname).toBe('/')
  await mounted('/sync')
  await expect.poll(() => location.pathname).toBe('/')
  await expect.element(page.css('dialog[open]')).toHaveLength(1)
})

test('of two values of a phone the chosen one stands and nothing waits for a decision', async () => {
  await mounted('/')
  await page.css('.strip-decide').click()
  await page.getByRole('button', { name: '138****2270' }).click()
  await expect.element(page.css('.panel-alert')).toHaveLength(0)
  await expect.element(page.css('.strip-decide')).toHaveLength(0)
})

test('a record that no screen can draw takes one page and says so; the way back to Today is a press', async () => {
  const thrown: string[] = []
  // Told to this test, and to nobody else.
  const hear = (event: ErrorEvent) => {
    event.stopImmediatePropagation()
    event.preventDefault()
    thrown.push(event.message)
  }
  addEventListener('error', hear, true)
  onTestFinished(() => removeEventListener('error', hear, true))
  await mounted('/bins/odd', { as: 'supervisor', also: ['odd'] })
  await expect.element(page.getByRole('alert')).toHaveTextContent('这一页出了点岔子')
  expect(thrown.length).toBeGreaterThan(0)
  expect(thrown.join()).not.toContain('Illegal invocation')
  await page.getByRole('button', { name: '回到今天' }).click()
  await expect.element(page.css('.nav-item[aria-current="page"]')).toBeVisible()
  await expect.element(page.getByRole('alert')).toHaveLength(0)
})
