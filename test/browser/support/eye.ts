import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** Smallest side of what a finger meets, and the least room between two of them, in CSS pixels. */
const TOUCH = 56
const APART = 8
const TEXT = 16
/** A page is drawn as it is printed, whatever the screen: twelve of its pixels are nine points of ink. */
const PRINTED = 12
const PAPER = '.paper'
/** Words are written on these, and stay within their edge. */
const WRITTEN_ON = '.key, .tag, .segment, .due, .toast, .strip, button, a[href], label'

/** What still moves or fades is neither measured nor read: its last picture is what a person is left with. */
export async function still(page: Page): Promise<void> {
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'))
}

/** What stands against DESIGN in what is shown now: sideways scrolling, words cut off, keys too small or too close, text too small. */
export async function misfits(page: Page): Promise<readonly string[]> {
  let found = await misfitsNow(page)
  // What measures its own room (a façade, a table) is drawn twice after a turn: a misfit is what stays.
  for (let looks = 0; found.length > 0 && looks < 5; looks += 1) {
    const before = found.join()
    await page.waitForTimeout(250)
    found = await misfitsNow(page)
    if (found.join() === before) break
  }
  return found
}

async function misfitsNow(page: Page): Promise<readonly string[]> {
  await still(page)
  return page.evaluate(
    ({ TOUCH, APART, TEXT, PRINTED, PAPER, WRITTEN_ON }) => {
      const found: string[] = []
      const sideways = document.documentElement.scrollWidth - innerWidth
      if (sideways > 0) found.push(`${sideways} px sideways`)
      // A question that a sheet asks lies within it, and nothing of the sheet can be pressed under it.
      const scope: ParentNode =
        document.querySelector('dialog[open] dialog[open]') ??
        document.querySelector('dialog[open]') ??
        document.body
      const isShown = (one: Element) => {
        const { width, height } = one.getBoundingClientRect()
        return width > 2 && height > 2 && one.checkVisibility({ checkVisibilityCSS: true })
      }
      const nameOf = (one: Element) =>
        `${one.tagName.toLowerCase()}.${one.getAttribute('class')} "${(one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 20)}"`

      // The frame cuts off what is too wide instead of scrolling there, so the keys are asked one by one.
      for (const one of scope.querySelectorAll('.key')) {
        const over = one.scrollWidth - one.clientWidth
        if (isShown(one) && over > 1) found.push(`${over} px cut off: ${nameOf(one)}`)
      }

      // A field is pressed anywhere in its box. Windows of a façade have sizes of their own, and rows as an equal way.
      const boxes = new Set<Element>()
      for (const one of scope.querySelectorAll(
        'a[href], button, select, input, textarea, label.segment, label.key',
      )) {
        if (one.closest('.spoken, [role=grid]')) continue
        boxes.add(one.matches('input, select, textarea') ? (one.closest('.field-box') ?? one) : one)
      }
      const pressed = [...boxes].filter(isShown)
      for (const one of pressed) {
        const { width, height, left, bottom } = one.getBoundingClientRect()
        // The strip of a phone is 40 high and takes the finger 16 below it.
        const reach = one.matches('.strip')
          ? Number(document.elementFromPoint(left + width / 2, bottom + 15) === one) * 16
          : 0
        if (Math.round(width) < TOUCH || Math.round(height + reach) < TOUCH)
          found.push(`${Math.round(width)} × ${Math.round(height)}: ${nameOf(one)}`)
      }

      // Parts of one control, rows of one list and tabs lie side by side; everything else keeps its distance.
      const joined = '.segmented:not(.segmented-chips), .tri-state, .rows, .remarks, .nav, .field-box'
      const part = '.frame-main, .frame-bar, .nav, .frame-top, .sheet-head, .sheet-body, .sheet-bar'
      // What scrolls for itself inside a part shows no more of what is in it than its own box.
      const scrollerOf = (one: Element) => {
        let found: Element | null = null
        for (let up = one.parentElement; up && !up.matches(part); up = up.parentElement)
          if (/auto|scroll/.test(getComputedStyle(up).overflowY)) found = up
        return found
      }
      const shownOf = (one: Element, scroller: Element | null) => {
        const box = one.getBoundingClientRect()
        const edge = scroller?.getBoundingClientRect() ?? box
        return {
          left: Math.max(box.left, edge.left),
          right: Math.min(box.right, edge.right),
          top: Math.max(box.top, edge.top),
          bottom: Math.min(box.bottom, edge.bottom),
        }
      }
      const scrollers = new Map(pressed.map((one) => [one, scrollerOf(one)]))
      for (const [index, one] of pressed.entries()) {
        for (const other of pressed.slice(index + 1)) {
          if (one.contains(other) || other.contains(one)) continue
          const shared = one.closest(joined)
          if (shared !== null && shared === other.closest(joined)) continue
          if (one.closest(part) !== other.closest(part)) continue
          const own = scrollers.get(one) ?? null
          const others = scrollers.get(other) ?? null
          const [a, b] =
            own === others
              ? [shownOf(one, null), shownOf(other, null)]
              : [shownOf(one, own), shownOf(other, others)]
          if (a.bottom <= a.top || b.bottom <= b.top) continue
          const across = Math.max(a.left, b.left) - Math.min(a.right, b.right)
          const down = Math.max(a.top, b.top) - Math.min(a.bottom, b.bottom)
          const gap = Math.max(across, down)
          if (gap < APART - 0.5) found.push(`${gap.toFixed(1)} apart: ${nameOf(one)} and ${nameOf(other)}`)
        }
      }

      // What cuts off whatever is too wide for it, from where the words stand upwards; asked once for each element.
      const cutters = new Map<Element, Element | null>()
      const cutterOf = (one: Element): Element | null => {
        const known = cutters.get(one)
        if (known !== undefined) return known
        const cuts = getComputedStyle(one).overflowX !== 'visible'
        const cutter = cuts ? one : one.parentElement && cutterOf(one.parentElement)
        cutters.set(one, cutter)
        return cutter
      }
      const written = document.createRange()
      const texts = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT)
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const one = text.parentElement
        if (!one || !text.textContent?.trim() || one.closest('.spoken, svg') || !isShown(one)) continue
        const size = Number.parseFloat(getComputedStyle(one).fontSize)
        if (size < (one.closest(PAPER) ? PRINTED : TEXT)) found.push(`text of ${size} px: ${nameOf(one)}`)

        // A page of paper and a façade have widths of their own.
        if (one.closest(`${PAPER}, [role=grid]`)) continue
        written.selectNodeContents(text)
        const words = written.getBoundingClientRect()
        const outside = (edge: Element | null, down: boolean) => {
          if (!edge) return
          const box = edge.getBoundingClientRect()
          const across = Math.max(box.left - words.left, words.right - box.right)
          // A line of text counts as higher than what is drawn of it.
          const over = down ? Math.max(box.top - words.top, words.bottom - box.bottom) - size / 4 : 0
          const most = Math.max(across, over)
          if (most > 1.5) found.push(`${most.toFixed(0)} px outside ${nameOf(edge)}: ${nameOf(one)}`)
        }
        outside(one.closest(WRITTEN_ON), true)
        outside(cutterOf(one), false)
      }
      return [...new Set(found)]
    },
    { TOUCH, APART, TEXT, PRINTED, PAPER, WRITTEN_ON },
  )
}

/** Nothing of ours lies in a frame: axe is asked in the page itself, without a second page that puts answers together. */
export const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode(true)

const CONTRAST = 'color-contrast-enhanced'
/** Text is held to 7 to 1; whoever passes that passes the lower bound too, which is not asked again. */
const HELD_TO = { [CONTRAST]: { enabled: true }, 'color-contrast': { enabled: false } }

/** What axe finds. An answer that never came to the contrast is none. */
async function asked(of: AxeBuilder, options: Parameters<AxeBuilder['options']>[0]) {
  const { violations, passes } = await of.options({ resultTypes: ['violations'], ...options }).analyze()
  if (![...violations, ...passes].some(({ id }) => id === CONTRAST)) throw new Error('contrast was not asked')
  return violations
}

/** Everything that axe finds, also what is slight, in what is shown now. */
export async function everyBarrier(page: Page, without: readonly string[] = []): Promise<readonly string[]> {
  await still(page)
  const within = without.reduce((all, one) => all.exclude(one), axe(page))
  const violations = await asked(within, { rules: HELD_TO })
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

/** What axe finds serious or critical. Another theme changes colours only. */
export async function barriers(page: Page, only: 'all' | 'colours'): Promise<readonly string[]> {
  await still(page)
  const violations = await asked(axe(page), only === 'all' ? { rules: HELD_TO } : { runOnly: [CONTRAST] })
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}
