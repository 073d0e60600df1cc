import type { CDPSession, Page } from '@playwright/test'
import { type Counter, COUNTERS } from '#domain/bins/tallies.ts'
import { type Chance, chance } from '#test/sim/random.ts'
import { bins } from '#ui/words/zh/bins.ts'

/** One touch of a wet glove: on which key, how long after the touch before it, and whether it is that one's bounce. */
export interface Touch {
  readonly counter: Counter
  readonly after: number
  readonly bounce: boolean
}

/** Deliberate touches, six a second at most, each fifth with a bounce behind it. */
export function touchesOf(seed: number, deliberate: number): readonly Touch[] {
  const luck = chance(seed)
  let left = 0
  return Array.from({ length: deliberate }).flatMap((): readonly Touch[] => {
    const counter = pick(luck)
    const own = { counter, after: left + 170 + luck.below(120), bounce: false }
    left = 0
    if (!luck.once(5)) return [own]
    const soon = 30 + luck.below(100)
    left = -soon
    return [own, { counter, after: soon, bounce: true }]
  })
}

/** What was meant. */
export function countsOfTouches(touches: readonly Touch[]): Record<Counter, number> {
  const counts: Record<Counter, number> = { right: 0, corrected: 0, unsorted: 0, resorted: 0, explained: 0 }
  for (const { counter, bounce } of touches) if (!bounce) counts[counter] += 1
  return counts
}

/** Most of what is counted is right. */
function pick(luck: Chance): Counter {
  return luck.once(2) ? 'right' : luck.pick(COUNTERS)
}

export const keyOf = (page: Page, counter: Counter) =>
  page.getByRole('button', { name: new RegExp(`^${bins.counter[counter]}，现在`) })

/**
 * Touches the glass itself. Each touch carries the moment it was made: a slow machine hands it over later, and the finger
 * was as fast all the same.
 */
export async function touch(page: Page, touches: readonly Touch[]): Promise<void> {
  const glass = await page.context().newCDPSession(page)
  const places = new Map<Counter, { readonly x: number; readonly y: number }>()
  for (const counter of COUNTERS) {
    const box = await keyOf(page, counter).boundingBox()
    if (!box) throw new Error(`no key for ${counter}`)
    places.set(counter, { x: box.x + box.width / 2, y: box.y + box.height / 2 })
  }
  let moment = Date.now()
  for (const { counter, after } of touches) {
    moment += after
    const early = moment - Date.now()
    if (early > 0) await page.waitForTimeout(early)
    await press(glass, places.get(counter)!, moment)
  }
  await glass.detach()
}

async function press(glass: CDPSession, at: { x: number; y: number }, moment: number): Promise<void> {
  const said = (type: 'touchStart' | 'touchEnd', ms: number) =>
    glass.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchStart' ? [at] : [],
      timestamp: ms / 1000,
    })
  await said('touchStart', moment)
  await said('touchEnd', moment + 15)
}
