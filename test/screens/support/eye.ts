import axe from 'axe-core'
import { expect } from 'vitest'

/** Text is held to 7 to 1; whoever passes that passes the lower bound too, which is not asked again. */
const CONTRAST = 'color-contrast-enhanced'
const HELD_TO = { [CONTRAST]: { enabled: true }, 'color-contrast': { enabled: false } }

/** What still moves or fades is not read: its last picture is what a person is left with. */
export function still(): Promise<void> {
  return expect
    .poll(() => document.getAnimations().every(({ playState }) => playState !== 'running'))
    .toBe(true)
}

/** Everything that axe finds, also what is slight, in what is shown now. An answer that never came to the contrast is none. */
export async function everyBarrier(): Promise<readonly string[]> {
  await still()
  const { violations, passes } = await axe.run(document, {
    resultTypes: ['violations'],
    rules: HELD_TO,
    iframes: false,
  })
  if (![...violations, ...passes].some(({ id }) => id === CONTRAST)) throw new Error('contrast was not asked')
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
