import type { RoundEnd } from './run.ts'

export interface Nudged {
  /**
   * Says that something moved: a new row, the network back, the screen visible, a minute gone, news. `mayBeBack`: pauses begin anew,
   * since a phone says that its network is there before it carries.
   */
  nudge(line?: 'mayBeBack'): void
  /** Resolves when the present round has ended and none is owed. */
  idle(): Promise<void>
}

const FIRST_PAUSE = 2_000
const LONGEST_PAUSE = 60_000

/**
 * Runs one round at a time. Nudges during a round owe one more; a round without a link is tried again after a pause
 * that grows, unless a nudge comes first. Never gives up: the outbox has no expiry.
 *
 * @param pause resolves after about so many milliseconds, or as soon as `wake` is called on it
 * @param share chance in [0, 1), so that fifty tablets do not knock at once
 */
export function nudged(
  run: () => Promise<RoundEnd>,
  pause: (milliseconds: number) => { readonly over: Promise<void>; wake(): void },
  share: () => number,
): Nudged {
  let running: Promise<void> | undefined
  let owed = false
  let resting: { wake(): void } | undefined
  let missed = 0

  const turn = async (): Promise<void> => {
    missed = 0
    while (owed) {
      owed = false
      // A defect in one round must not end all later ones; it is told where rounds are run.
      const end = await run().catch((): RoundEnd => 'noLink')
      if (end === 'refused') break
      missed = end === 'noLink' ? missed + 1 : 0
      if (missed === 0 || owed) continue
      const longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (missed - 1))
      const rest = pause(longest * (0.5 + share() / 2))
      resting = rest
      await rest.over
      resting = undefined
      owed = true
    }
    // In the same step as the last look at `owed`, so that no nudge falls between.
    running = undefined
  }

  return {
    nudge(line) {
      if (line === 'mayBeBack') missed = 0
      owed = true
      resting?.wake()
      running ??= turn()
    },
    idle: () => running ?? Promise.resolve(),
  }
}
