/**
 * The scripted week of one invented compound, 春和苑: one building of 151 homes, from Monday to Sunday night. Everything in
 * it is made up: people, phones, remarks, pictures. It has every kind of record that the product has today. What the
 * product has no record for yet is not in it: hazards and patrols, call-outs, volunteer hours, and
 * four of the five requests for help.
 */
import { type PersonId, SERVER, type TenantId } from '#domain/ids.ts'
import { type Intent, SERVER_CHANGES } from '#server/records/act.ts'
import { binPlan } from './binPlan.ts'
import { binWeek } from './bins.ts'
import { personOf } from './cast.ts'
import { clockOfWeek, later } from './clock.ts'
import { founding, joining } from './compound.ts'
import { council } from './council.ts'
import { crews } from './crews.ts'
import { homes } from './homes.ts'
import type { Line } from './line.ts'
import { money } from './money.ts'
import { remarks } from './remarks.ts'
import { roster } from './roster.ts'
import { survey } from './survey.ts'
import { visits } from './visits.ts'
import { wall } from './wall.ts'

/** What one person sends at once. */
export interface ScriptAct {
  readonly by: PersonId
  /** ISO instants, as in the intents. */
  readonly receivedAt: string
  readonly intents: readonly (Intent & { readonly at: string })[]
}

/**
 * All of it in the order in which it reached the server, in acts that the server takes. `monday` is the first day of the
 * week (`YYYY-MM-DD`, Shanghai), `pictures` gives the hash of each drawn picture.
 */
export function demoScript(
  monday: string,
  tenant: TenantId,
  pictures: (name: string) => string,
): readonly ScriptAct[] {
  const at = clockOfWeek(monday)
  const built = homes(tenant)
  const lines: readonly Line[] = [
    ...founding(tenant),
    ...joining(tenant, monday),
    ...crews(tenant),
    ...roster(tenant, monday, built),
    ...visits(tenant, built, monday),
    ...binPlan(tenant, monday),
    ...binWeek(tenant, monday, pictures),
    ...remarks(tenant, at, pictures),
    ...council(tenant, monday),
    ...money(tenant, monday, pictures),
    ...survey(tenant, monday),
    ...wall(tenant, monday, pictures),
  ]
  const timed = lines.map((line): Timed => {
    const claimed = later(at(line.day, line.time), line.seconds ?? 0)
    const receivedAt = line.reached === undefined ? claimed : at(line.day, line.reached)
    return { line, at: claimed, receivedAt, by: line.by === 'house' ? SERVER : personOf(tenant, line.by) }
  })
  // Stable: what one person does in one moment keeps its order.
  return together(
    timed.sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : a.receivedAt > b.receivedAt ? 1 : 0)),
  )
}

interface Timed {
  readonly line: Line
  readonly at: string
  readonly receivedAt: string
  readonly by: PersonId
}

/** Neighbours of one person that reach the server at the same moment are sent together, as a device does. */
function together(lines: readonly Timed[]): readonly ScriptAct[] {
  const acts: { by: PersonId; receivedAt: string; intents: ScriptAct['intents'][number][] }[] = []
  for (const { line, at, receivedAt, by } of lines) {
    const intent = { record: line.record, name: line.name, v: 1, args: line.args, at }
    const last = acts.at(-1)
    const fits =
      last && last.by === by && last.receivedAt === receivedAt && last.intents.length < SERVER_CHANGES
    if (fits) last.intents.push(intent)
    else acts.push({ by, receivedAt, intents: [intent] })
  }
  return acts
}
