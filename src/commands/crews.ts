import { type Crew, crewId } from '#domain/ledger/crew.ts'
import type { Team } from '#domain/ledger/hands.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import { refused } from '#domain/result.ts'
import type { Intent } from '#store/commit.ts'
import type { Context, Done } from './context.ts'

export interface CrewWanted {
  /** Empty: the usual word for it. */
  readonly name: string
  readonly people: readonly PersonId[]
}

/** An act of the store holds no more. */
const MOST = 20

/** Who is in a team and what it is called, as somebody wants it who saw `shown`; only what they changed is sent. */
export async function keepCrew(
  ctx: Context,
  compound: RecordId,
  team: Team,
  shown: Crew | undefined,
  wanted: CrewWanted,
): Promise<Done> {
  const record = crewId(compound, team)
  const name = wanted.name.trim()
  const before = shown?.people ?? []
  const one = (verb: 'join' | 'part', who: PersonId): Intent => ({
    record,
    name: `crew.${verb}`,
    v: 1,
    args: { who },
  })
  const intents: readonly Intent[] = [
    ...(shown
      ? []
      : [{ record, name: 'crew.form', v: 1, args: { place: compound, team, ...(name && { name }) } }]),
    ...(shown && name !== (shown.name ?? '')
      ? [
          {
            record,
            name: 'crew.edit',
            v: 1,
            args: {
              name: { ...(shown.name !== undefined && { was: shown.name }), ...(name && { now: name }) },
            },
          },
        ]
      : []),
    ...wanted.people.filter((who) => !before.includes(who)).map((who) => one('join', who)),
    ...before.filter((who) => !wanted.people.includes(who)).map((who) => one('part', who)),
  ]
  // Adding and parting commute: several acts say the same as one.
  for (let from = 0; from < intents.length; from += MOST) {
    const [first, ...rest] = intents.slice(from, from + MOST)
    const done = first && (await ctx.commit([first, ...rest]))
    if (done?.ok === false || (done && from + MOST >= intents.length)) return done
  }
  return refused('nothingToDo')
}
