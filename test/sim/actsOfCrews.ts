import { keepCrew } from '#commands/crews.ts'
import { type Crew, crewId } from '#domain/ledger/crew.ts'
import { TEAMS } from '#domain/ledger/hands.ts'
import type { Act } from './ground.ts'

/** Who is in a team, and what it is called: two change the same one without knowing of each other. */
export const ofCrews: readonly Act[] = [
  ({ ctx, chance, colleagues }) => {
    const team = chance.pick(TEAMS.slice(0, 2))
    const shown = ctx.view.get<Crew>(crewId(ctx.compound, team))
    const people = colleagues.filter(() => chance.once(2))
    return keepCrew(ctx, ctx.compound, team, shown, { name: chance.pick(['', '水电班', '保洁班']), people })
  },
]
