import type { PersonId } from '#domain/ids.ts'
import {
  hasLadder,
  type Incident,
  type IncidentAction,
  type IncidentStep,
  type StepAction,
  usualActions,
} from './incident.ts'

type Stepped = Pick<Incident, 'author' | 'at' | 'action' | 'steps'>

/** One thing that was done about an incident: with the note, or later. */
export interface Handled {
  readonly action: IncidentAction
  /** Claimed, ISO instant. */
  readonly at: string
  readonly by: PersonId
  readonly note?: string
}

/**
 * All that was done about it, from the note on, in the order of time: a tablet without a signal brings the word of the
 * morning after that of the office. A clock that runs ahead puts nothing later than the server heard of it.
 */
export function stepsOf({ author, at, action, steps = [] }: Stepped): readonly [Handled, ...Handled[]] {
  const inTime = [...steps].sort((a, b) => {
    const [one, other] = [timeOf(a), timeOf(b)]
    return one < other || (one === other && a.id < b.id) ? -1 : 1
  })
  return [{ action, at, by: author }, ...inTime]
}

function timeOf({ at, receivedAt }: IncidentStep): string {
  return receivedAt !== undefined && receivedAt < at ? receivedAt : at
}

/** How it stands: what was done about it last. */
export function actionNow(one: Stepped): IncidentAction {
  const [first, ...later] = stepsOf(one)
  return (later.at(-1) ?? first).action
}

/** The rungs that are climbed by doing; noting it, which stands between, is the incident itself. */
const RUNGS: readonly StepAction[] = ['persuaded', 'reported_pm', 'reported_urban_mgmt']

/**
 * What one may do next, most fitting first, three at most: on the ladder the rungs above the highest one reached, then what
 * one usually does about it and has not done. Of a good example nothing is to be done.
 */
export function nextSteps(one: Stepped & Pick<Incident, 'type'>): readonly StepAction[] {
  if (one.type === 'child_praise') return []
  const done = stepsOf(one).map(({ action }) => action)
  const reached = RUNGS.findLastIndex((rung) => done.includes(rung))
  const above = hasLadder(one.type) ? RUNGS.slice(reached + 1) : []
  const usual: readonly IncidentAction[] = [...usualActions(one.type), 'reported_pm']
  const left = usual.filter((action) => action !== 'none' && !done.includes(action)) as StepAction[]
  return [...new Set([...above, ...left])].slice(0, 3)
}
