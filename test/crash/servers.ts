import { chance } from '#test/sim/random.ts'
import { injectedKills } from './injected.ts'
import { both, CLEAN, type Verdict } from './judge.ts'
import { randomKills } from './random.ts'
import { SCENARIOS } from './scenarios.ts'

/** As many lives at a time as this machine has cores. */
const LANES = 2
/** Of three kills two come at a write that was chosen, one at a moment that was not. */
const CHOSEN = 2 / 3

export interface ServerHalf extends Verdict {
  readonly kills: number
  /** The longest that a server took to come up after a kill, ms. */
  readonly slowestStartMs: number
  readonly atWrites: number
  /** At how many different writes. */
  readonly differentWrites: number
}

export async function serverHalf(
  home: string,
  kills: number,
  seed: number,
  say: (text: string) => void,
): Promise<ServerHalf> {
  const chosen = Math.round(kills * CHOSEN)
  let verdict = CLEAN
  let slowest = 0
  let count = 0
  const places = new Set<string>()
  const hear = (one: { verdict: Verdict; startMs: number }, isKill: boolean) => {
    verdict = both(verdict, one.verdict)
    slowest = Math.max(slowest, one.startMs)
    if (isKill) count += 1
    for (const finding of one.verdict.findings) say(`FOUND: ${finding}`)
    if (isKill && count % 25 === 0) say(`${count} server kills`)
  }
  await Promise.all(
    Array.from({ length: LANES }, async (_, lane) => {
      const luck = chance(seed + lane)
      const mine = SCENARIOS.filter((_, index) => index % LANES === lane)
      await injectedKills(home, mine, share(chosen, lane), luck, (one, what) => {
        places.add(what)
        hear(one, true)
      })
      let left = share(kills - chosen, lane)
      await randomKills(home, left, luck, (one) => hear(one, (left -= 1) >= 0))
    }),
  )
  return {
    ...verdict,
    kills: count,
    slowestStartMs: Math.round(slowest),
    atWrites: chosen,
    differentWrites: places.size,
  }
}

function share(all: number, lane: number): number {
  return Math.floor(all / LANES) + (lane < all % LANES ? 1 : 0)
}
