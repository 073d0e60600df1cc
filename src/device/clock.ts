import { dayOf } from '#domain/workingDays.ts'

export interface Clock {
  /** ISO instant: this device's claim. It orders nothing and gives no right. */
  now(): string
  /** The day in Shanghai, `YYYY-MM-DD`, wherever the device believes it is. */
  today(): string
  /** Milliseconds that only grow, whatever is done to the clock; from any start. */
  monotonic(): number
}

export const clock: Clock = {
  now: () => new Date().toISOString(),
  today: () => dayOf(new Date().toISOString()),
  monotonic: () => performance.now(),
}

export interface ClockDoubt {
  /** Milliseconds that the device is ahead of what is known; below zero: behind. */
  readonly offBy: number
  /** What tells: the server's time, or that the app itself was built later than now. */
  readonly from: 'server' | 'build'
}

const DAY_MS = 86_400_000

/**
 * Whether to say above everything that the clock is wrong: more than a day away from the server's time of the last
 * reply, or, when none was heard, before the app was built. `local` and `serverTime` are of one moment.
 */
export function clockDoubt(
  serverTime: string | undefined,
  local: string,
  built: string,
): ClockDoubt | undefined {
  if (serverTime !== undefined) {
    const offBy = Date.parse(local) - Date.parse(serverTime)
    return Math.abs(offBy) > DAY_MS ? { offBy, from: 'server' } : undefined
  }
  const offBy = Date.parse(local) - Date.parse(built)
  return offBy < 0 ? { offBy, from: 'build' } : undefined
}
