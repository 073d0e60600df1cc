import type { ServerSeals } from '#server/sealing.ts'

/** How long a moment may be used, in milliseconds; devices ask for another before that. */
const LIFE = 15 * 60_000
/** Another process's clock may be ahead of this one's by so much. */
const AHEAD = 60_000
/** Characters of the seal: as many as nobody guesses in a quarter of an hour. */
const SEAL = 22

/** The server's word for now, which devices sign instead of the time of their own clock, and what was signed with it. */
export interface Moments {
  now(): Promise<string>
  /** Whether it is one of ours, of the last minutes, and `once` is new under it; from then on it is not. */
  spend(moment: string, once: string): Promise<boolean>
}

/**
 * Nobody can sign ahead for a moment that has not come, and what was signed counts once. What was spent is known to this
 * process alone: so a moment from before it started is over too.
 */
export function moments(digest: ServerSeals['digest'], clock: () => number): Moments {
  const started = clock()
  const spent = new Map<string, number>()
  const sealed = async (at: number) => `${at}.${(await digest(`moment ${at}`)).slice(0, SEAL)}`
  return {
    now: () => sealed(clock()),
    async spend(moment, once) {
      const now = clock()
      const at = Number(moment.split('.', 1)[0])
      if (!(at >= started && at > now - LIFE && at <= now + AHEAD) || moment !== (await sealed(at)))
        return false
      for (const [old, over] of spent) {
        if (over > now) break
        spent.delete(old)
      }
      if (spent.has(once)) return false
      spent.set(once, now + LIFE + AHEAD)
      return true
    },
  }
}
