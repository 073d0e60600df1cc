import { type HeldWhy, held, type Outcome } from '#domain/change.ts'
import type { ChangeId } from '#domain/ids.ts'
import type { Arrival } from './arrival.ts'
import type { Desk } from './desk.ts'
import { plan, type Step } from './plan.ts'
import { appendRow, keepBack, write } from './write.ts'

/**
 * Takes one act: all of it is folded, or all of it is held (W3). Every change gets a log row of its own, in both cases;
 * what is held or waits gets a held record too. Nothing is refused and nothing disappears.
 */
export async function takeAct(desk: Desk, arrivals: readonly Arrival[]): Promise<readonly Outcome[]> {
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
  for (const { arrival, outcome } of steps) if (outcome.is === 'held') own.set(arrival.change.id, outcome.why)
  const outcomes = arrivals.map(({ change }) => held(own.get(change.id) ?? 'actHeld'))
  for (const [index, arrival] of arrivals.entries()) {
    await appendRow(desk, {
      arrival,
      before: await desk.get(arrival.change.record),
      outcome: outcomes[index]!,
    })
  }
  for (const [index, arrival] of arrivals.entries()) await keepBack(desk, arrival, outcomes[index]!.why)
  return outcomes
}
