import type { Done } from '#commands/context.ts'
import { afterHandOver } from './actsAfterHandOver.ts'
import { atTheBins } from './actsAtTheBins.ts'
import { atTheDesk, ofAuthors } from './actsAtTheDesk.ts'
import { atTheDoor } from './actsAtTheDoor.ts'
import { ofTheHousehold } from './actsOfTheHousehold.ts'
import { ofThePlan, ofTheRota } from './actsOfThePlan.ts'
import { ofRemarks } from './actsOfRemarks.ts'
import { ofSurveys } from './actsOfSurveys.ts'
import { ofTheCouncil } from './actsOfTheCouncil.ts'
import { ofTheBooks, ofTheWorks } from './actsOfTheMoney.ts'
import { ofTheWall } from './actsOfTheWall.ts'
import { ofCrews } from './actsOfCrews.ts'
import { ofIncidents } from './actsOfIncidents.ts'
import { ofTheCards } from './actsOfTheCards.ts'
import { inRounds, ofRounds } from './actsOfRounds.ts'
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
  inRounds,
  ofTheHousehold,
  ofRemarks,
  ofRemarks,
  ofIncidents,
  afterHandOver,
  ofAuthors,
  ofTheCouncil,
  ofSurveys,
  ofTheWall,
]
const OF_OFFICERS: readonly (readonly Act[])[] = [
  atTheDesk,
  atTheDesk,
  ofThePlan,
  ofRounds,
  ofTheCards,
  ofIncidents,
  afterHandOver,
  atTheDoor,
  ofTheHousehold,
  ofRemarks,
  ofTheCouncil,
  ofTheWall,
  ofSurveys,
  ofCrews,
]
/** The property's: what stands at the bins and is said there, and what happens there. */
const OF_MANAGERS: readonly (readonly Act[])[] = [
  ofThePlan,
  ofTheCards,
  ofIncidents,
  afterHandOver,
  atTheBins,
  ofTheRound,
  ofTheBooks,
  ofTheBooks,
  ofTheWorks,
  ofTheCouncil,
  ofTheWall,
]
/** The owners' committee: what is decided, looked over and hung up, and now and then what others write. */
const OF_OWNERS: readonly (readonly Act[])[] = [
  ofTheCouncil,
  ofTheCouncil,
  ofTheBooks,
  ofTheWorks,
  ofTheWall,
  ofSurveys,
  ofRemarks,
]

/** One thing a person may do now, from what their device shows; now and then one they may not. */
export async function someAct(ground: Ground): Promise<Done | undefined> {
  const { chance, ctx, officer } = ground
  const all = officer
    ? OF_OFFICERS
    : ctx.me.endsWith('manager')
      ? OF_MANAGERS
      : ctx.me.endsWith('owners')
        ? OF_OWNERS
        : OF_OTHERS
  for (let tries = 0; tries < 4; tries += 1) {
    const done = chance.pick(chance.pick(all))(ground)
    if (done) return done
  }
  return undefined
}
