import { expect, onTestFinished, test } from 'vitest'
import { commands, userEvent } from 'vitest/browser'
import { later } from './support/clock.ts'
import { type Asked, mounted, mountedAgain } from './support/mounted.tsx'
import { boxOf, fingers, page, reads, sideways, tap, waitFor } from './support/page.ts'
import { holdTimers, timersAfter } from './support/timers.ts'

const QUIET_MS = 2 * 60_000
const SUPERVISOR = { as: 'supervisor', now: '2026-11-24T10:05:00.000Z' } as const

const home = (...also: readonly string[]) => at({ also })
const at = (more: Asked) => mounted('/bins', { ...SUPERVISOR, ...more })
const key = () => page.css('.tally-main')
const shows = (count: number) =>
  expect.element(key()).toHaveAccessibleName(`投放正确，现在${count}，按一下加1`)

async function begin(...also: readonly string[]) {
  await home(...also)
  await page.css('.bottom-bar .key-primary').click()
  await expect.element(key()).toBeVisible()
}

test('after two quiet minutes the screen goes dark with the count on it; the touch or key that wakes it counts nothing', async () => {
  holdTimers()
  await begin()
  await tap(key())
  await shows(1)
  timersAfter(QUIET_MS - 15_000)
  await expect.element(page.css('.dimmed')).toHaveLength(0)
  timersAfter(16_000)
  await reads(page.css('.dimmed-count'), '1')
  const box = await boxOf(key())
  await commands.tapAt(box.x + box.width / 2, box.y + box.height / 2)
  await expect.element(page.css('.dimmed')).toHaveLength(0)
  await shows(1)
  later()
  await tap(key())
  await shows(2)

  const one = key().element() as HTMLElement
  one.focus()
  for (const woken of [' ', '{Enter}', '{Escape}']) {
    timersAfter(QUIET_MS)
    await expect.element(page.css('.dimmed')).toBeVisible()
    await userEvent.keyboard(woken)
    await expect.element(page.css('.dimmed')).toHaveLength(0)
    await shows(2)
  }
  await expect.element(key()).toHaveFocus()
})

test('a touch keeps the screen awake, and a dark screen lies over an open sheet too', async () => {
  holdTimers()
  await begin()
  for (const count of [1, 2, 3]) {
    timersAfter(QUIET_MS / 2)
    later()
    await tap(key())
    await shows(count)
  }
  await tap(page.getByRole('button', { name: '更多' }))
  timersAfter(QUIET_MS)
  await tap(page.css('.dimmed-key'))
  await expect.element(page.css('.dimmed')).toHaveLength(0)
  await expect.element(page.getByRole('link', { name: '开袋检查' })).toBeVisible()
})

test('keyboard and screen reader press the same keys; one that is held down is pressed once', async () => {
  await begin()
  const one = key().element() as HTMLElement
  one.focus()
  await userEvent.keyboard('{Enter}')
  later()
  await userEvent.keyboard(' ')
  await shows(2)
  later()
  // Each repetition of a key that is held comes 60 ms after the one before it.
  const repeated = () => later(60)
  addEventListener('keydown', repeated, true)
  await userEvent.keyboard('{Enter>12/}')
  removeEventListener('keydown', repeated, true)
  await shows(3)
  later()
  // What a screen reader sends: a click without a pointer.
  one.click()
  await shows(4)
  await expect.element(page.css('[aria-live="polite"]').filter({ hasText: '投放正确 4' })).toHaveLength(1)
})

test('a touch counts while another finger rests on the screen, and a long press counts once', async () => {
  await begin()
  const box = await boxOf(key())
  const rest = { x: 200, y: 60, id: 1 }
  const finger = { x: box.x + 80, y: box.y + box.height - 40, id: 2 }
  // Browsers say no click for any of these.
  for (let nth = 0; nth < 3; nth += 1) {
    await fingers('touchStart', [rest])
    await fingers('touchStart', [rest, finger])
    await fingers('touchEnd', [])
    later()
  }
  await shows(3)
  await fingers('touchStart', [finger])
  const down = performance.now()
  // What a browser makes of a press that lasts it does by its own clock.
  await expect.poll(() => performance.now() - down).toBeGreaterThan(900)
  await fingers('touchEnd', [])
  await shows(4)
})

test('two tablets at one point: the sum is said beside the name, and the keys show one’s own', async () => {
  await begin('beside')
  await tap(key())
  await shows(1)
  await expect.element(page.css('.header-sub')).toHaveTextContent('和谢敏一起：共 62 次')
  await tap(page.getByRole('button', { name: '更多' }))
  for (const tool of ['bags', 'bins', 'cards', 'leaving'])
    await expect.element(page.css(`.more-tools a[href$="/${tool}"]`)).toBeVisible()
})

test('what was forgotten last night is closed with the press that begins, unless somebody says no', async () => {
  await home('left')
  const panel = page.css('.panel').filter({ hasText: '谢敏昨天晚班还没交' })
  await expect.element(panel.getByLabelText('替谢敏交了')).toBeChecked()
  await page.css('.bottom-bar .key-primary').click()
  await expect.element(page.css('.toast')).toHaveTextContent('替谢敏交了昨天晚班')
  await shows(0)

  await home('left')
  await panel.getByText('替谢敏交了').click()
  await page.css('.bottom-bar .key-primary').click()
  await shows(0)
  await expect.element(page.css('.toast')).toHaveLength(0)
})

test('whose shift was closed by another hears of it once, and reads it in the summary', async () => {
  await home('closedForMe')
  const panel = page.css('.panel').filter({ hasText: '谢敏替您交了昨天晚班' })
  await panel.getByRole('button', { name: '知道了' }).click()
  await expect.element(panel).toHaveLength(0)
  await home('closedForMe')
  await page.getByRole('link', { name: /昨天/ }).first().click()
  await expect.element(page.css('.header-sub')).toHaveTextContent('谢敏替交的')
  await page.getByLabelText('给早班留句话').fill('桶盖松了')
  await page.getByRole('button', { name: '把话留下' }).click()
  await expect.element(page.css('.header-sub')).not.toHaveTextContent('谢敏替交的')
  await reads(page.css('.summary-note'), '桶盖松了')
})

test('a shift of yesterday is written down late, and its window put right afterwards', async () => {
  await home()
  await page.getByRole('button', { name: '补记以前的' }).click()
  await page.getByText('昨天', { exact: true }).click()
  await page.getByText('早班', { exact: true }).click()
  await page.css('.bottom-bar .key-primary').click()
  await reads(page.css('h1'), '东门・早班')
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('link', { name: '看数、留句话' }).click()
  await page.getByText('晚班', { exact: true }).click()
  await expect.element(page.css('.header-sub')).toHaveTextContent('东门・晚班')
  await expect.element(page.getByLabelText('昨天')).toBeChecked()
})

test('where the screen cannot be kept on, the shift says once which setting does it', async () => {
  const { wakeLock } = Object.getOwnPropertyDescriptors(Navigator.prototype)
  Reflect.deleteProperty(Navigator.prototype, 'wakeLock')
  onTestFinished(() => void Object.defineProperty(Navigator.prototype, 'wakeLock', wakeLock))
  await begin()
  await tap(page.getByRole('button', { name: '这台的屏幕会自己黑' }))
  await expect.element(page.css('dialog')).toHaveTextContent('自动熄屏（休眠），改成 10 分钟')
  await tap(page.getByRole('button', { name: '知道了' }))
  await expect.element(page.css('.shift-note')).toHaveLength(0)
  await mountedAgain('/bins', SUPERVISOR)
  await page.css('.bottom-bar .key-primary').click()
  await waitFor(key())
  await expect.element(page.css('.shift-note')).toHaveLength(0)
})

test('a full device says that taps go on and photos wait', async () => {
  await begin('full')
  await tap(page.getByRole('button', { name: '本机快满了，照片先停一停' }))
  await expect.element(page.css('dialog')).toHaveTextContent('按的数照样存，不会丢')
  await tap(page.getByRole('button', { name: '知道了' }))
  await tap(key())
  await shows(1)
})

test('nothing breaks sideways where a shift begins, with text twice as large', async () => {
  for (const lang of ['zh', 'en'] as const) {
    await at({ also: ['left', 'beside', 'closedForMe'], text: 200, lang })
    await waitFor(page.css('.panel').first())
    expect(await sideways('main, .frame-bar'), lang).toBeLessThanOrEqual(0)
  }
})
