import { cdp, commands, type Locator, locators, page } from 'vitest/browser'
import { expect } from 'vitest'

locators.extend({ css: (selector: string) => selector })

declare module 'vitest/browser' {
  interface LocatorSelectors {
    /** What a selector of styles finds, here or within what was found. */
    css(selector: string): Locator
  }
}

/** A finger instead of a mouse. */
export const tap = (on: Locator): Promise<void> => commands.tap(on.selector)

/** Once it is shown. */
export async function waitFor(what: Locator): Promise<void> {
  await expect.element(what).toBeVisible()
}

const inOneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

/** What is written in each, as a person reads it; for `expect.poll`. */
export const texts = (of: Locator): readonly string[] =>
  of.elements().map(({ textContent }) => inOneLine(textContent ?? ''))

/** What is written, whole, in the only one that is found or in each of several. */
export function reads(of: Locator, expected: string | RegExp | readonly (string | RegExp)[]): Promise<void> {
  const all = [expected]
    .flat()
    .map((one) => (typeof one === 'string' ? inOneLine(one) : expect.stringMatching(one)))
  return expect.poll(() => texts(of)).toEqual(all)
}

/**
 * A sheet that was shut takes its entry out of the history only now (src/ui/parts/backCloses.ts). Whoever goes elsewhere
 * meanwhile is taken back.
 */
export function historySettled(): Promise<void> {
  return expect
    .poll(
      () =>
        document.querySelector('dialog[open]') === null &&
        (history.state as { over?: true } | null)?.over === true,
    )
    .toBe(false)
}

/** To an address of the product, by a link of its own: the app stays, and with it what is in its memory. */
export async function goTo(path: string): Promise<void> {
  await historySettled()
  const link = document.createElement('a')
  link.href = path
  document.body.append(link)
  link.click()
  link.remove()
  await expect.poll(() => location.pathname + location.search).toBe(path)
}

/** The way back of the browser. */
export const goBack = (): void => history.back()

/** Where it stands. */
export async function boxOf(what: Locator): Promise<DOMRect> {
  await waitFor(what)
  return what.element().getBoundingClientRect()
}

/** The drawing on it. */
export async function drawingOf(what: Locator): Promise<string> {
  await waitFor(what)
  return what.css('svg').element().innerHTML
}

/** Twice in the same moment, as a wet glove presses. */
export async function pressTwice(on: Locator): Promise<void> {
  await waitFor(on)
  const key = on.element() as HTMLElement
  key.click()
  key.click()
}

/** When what was pressed last is drawn. */
export function drawn(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))
}

/** What juts out sideways of the page, the screen or one of its parts, in pixels: nothing if it is at most 0. */
export async function sideways(parts: string): Promise<number> {
  await drawn()
  const boxes = [document.documentElement, ...document.querySelectorAll(parts)]
  return Math.max(...boxes.map((box) => box.scrollWidth - box.clientWidth))
}

export { page }

/** Fingers on the glass, each at a point of this screen: those that came down, or those that are left. */
export async function fingers(
  type: 'touchStart' | 'touchEnd',
  points: readonly { readonly x: number; readonly y: number; readonly id: number }[],
): Promise<void> {
  const { x, y } = frameElement!.getBoundingClientRect()
  const touchPoints = points.map((one) => ({ ...one, x: one.x + x, y: one.y + y }))
  await cdp().send('Input.dispatchTouchEvent', { type, touchPoints })
}
