/** Wrong PINs of one person on one device since the last right one. */
export interface Tries {
  readonly wrong: number
  /** When the last one was entered: the device's clock, ISO instant. */
  readonly at: string
}

export const NO_TRIES: Tries = { wrong: 0, at: '' }

/** After so many wrong ones each further one waits, and what the server lent is given up. */
export const PAUSE_AFTER = 5
/** After so many only whoever invites people can let them in again. */
export const INVITER_AFTER = 10

const PAUSE = 60_000

export type MayTry =
  | { readonly is: 'yes'; /** Before the next pause. */ readonly left: number }
  | { readonly is: 'wait'; readonly milliseconds: number }
  | { readonly is: 'inviter' }

/** The same at `now`: where the clock was set back since, the pause begins anew, and nobody waits until it has caught up. */
export function onThisClock(tries: Tries, now: string): Tries {
  return tries.at > now ? { ...tries, at: now } : tries
}

/** Whether another PIN may be tried at `now`, ISO instant. */
export function mayTry({ wrong, at }: Tries, now: string): MayTry {
  if (wrong >= INVITER_AFTER) return { is: 'inviter' }
  if (wrong < PAUSE_AFTER) return { is: 'yes', left: PAUSE_AFTER - wrong }
  const passed = Date.parse(now) - Date.parse(at)
  if (passed >= PAUSE) return { is: 'yes', left: 1 }
  return { is: 'wait', milliseconds: PAUSE - passed }
}

/** One more wrong one. */
export function triedWrong({ wrong }: Tries, now: string): Tries {
  return { wrong: wrong + 1, at: now }
}
