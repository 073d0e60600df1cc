import { type HeldWhy, held, type Outcome } from '#domain/change.ts'
import type { ChangeId } from '#domain/ids.ts'
import type { Arrival } from './arrival.ts'
import { withoutErased } from '#server/erasure/late.ts'
import type { Desk } from './desk.ts'
import { plan, type Step } from './plan.ts'
import { appendRow, keepBack, write } from './write.ts'

/**
 * Takes one act: all of it is folded, or all of it is held (W3). Every change gets a log row of its own, in both cases;
 * what is held or waits gets a held record too. Nothing is refused and nothing disappears.
 */
export async function takeAct(desk: Desk, came: readonly Arrival[]): Promise<readonly Outcome[]> {
  const arrivals: Arrival[] = []
  for (const arrival of came) arrivals.push(await withoutErased(desk, arrival))
  const steps = await plan(desk, arrivals)
  if (steps.some((step) => step.outcome.is === 'held')) return holdAct(desk, arrivals, steps)
  await write(desk, steps)
  return steps.map((step) => step.outcome)
}

async function holdAct(
  desk: Desk,
  arrivals: readonly Arrival[],
  steps: readonly Step[],
): Promise<readonly Outcome[]> {
  const own = new Map<ChangeId, HeldWhy>()
  // What is of somebody who is erased is not kept for anybody's decision, whatever becomes of its act.
  const gone = new Map<ChangeId, Arrival>()
  for (const { arrival, outcome } of steps) {
    if (outcome.is === 'held') own.set(arrival.change.id, outcome.why)
    if (outcome.is === 'erased') gone.set(arrival.change.id, arrival)
  }
  const outcomes = arrivals.map(({ change: { id } }): Outcome =>
    gone.has(id) ? { is: 'erased' } : held(own.get(id) ?? 'actHeld'),
  )
  for (const [index, arrival] of arrivals.entries()) {
    await appendRow(desk, {
      arrival: gone.get(arrival.change.id) ?? arrival,
      before: await desk.get(arrival.change.record),
      outcome: outcomes[index]!,
    })
  }
  for (const [index, arrival] of arrivals.entries()) {
    const outcome = outcomes[index]!
    if (outcome.is === 'held') await keepBack(desk, arrival, outcome.why)
  }
  return outcomes
}
