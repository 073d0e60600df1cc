import type { Done } from '#commands/context.ts'
import { atTheBins } from './actsAtTheBins.ts'
import { atTheDesk, ofAuthors } from './actsAtTheDesk.ts'
import { atTheDoor } from './actsAtTheDoor.ts'
import { ofThePlan, ofTheRota } from './actsOfThePlan.ts'
import { ofRemarks } from './actsOfRemarks.ts'
import { ofTheRound } from './actsOfTheRound.ts'
import type { Act, Ground } from './ground.ts'

const OF_OTHERS: readonly (readonly Act[])[] = [
  atTheBins,
  atTheBins,
  atTheBins,
  ofTheRound,
  ofTheRound,
  ofTheRota,
  atTheDoor,
  atTheDoor,
  ofRemarks,
  ofRemarks,
  ofAuthors,
]
const OF_OFFICERS: readonly (readonly Act[])[] = [atTheDesk, atTheDesk, ofThePlan, atTheDoor, ofRemarks]

/** One thing a person may do now, from what their device shows; now and then one they may not. */
export async function someAct(ground: Ground): Promise<Done | undefined> {
  const { chance, officer } = ground
  for (let tries = 0; tries < 4; tries += 1) {
    const done = chance.pick(chance.pick(officer ? OF_OFFICERS : OF_OTHERS))(ground)
    if (done) return done
  }
  return undefined
}
