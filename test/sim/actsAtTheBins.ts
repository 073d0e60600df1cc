import { closeShift, correctShift, openShift, tap, untap } from '#commands/bins.ts'
import { pressFill } from '#commands/fills.ts'
import { allGood, setCheck } from '#commands/checks.ts'
import { recordIncident, stepIncident, withdrawIncident } from '#commands/incidents.ts'
import { ARRIVAL_ITEMS } from '#domain/bins/checklist.ts'
import type { Done } from '#commands/context.ts'
import { INCIDENT_ACTIONS, INCIDENT_STEPS, INCIDENTS, type Incident } from '#domain/bins/incident.ts'
import { CHECKS, type Shift } from '#domain/bins/shift.ts'
import { STREAMS } from '#domain/bins/streams.ts'
import { COUNTERS } from '#domain/bins/tallies.ts'
import { WINDOWS } from '#domain/window.ts'
import { type Act, type Ground, newRecord, some, somePlace, words } from './ground.ts'

const tally: Act = (ground) => {
  const shift = mine(ground)
  return shift && tap(ground.ctx, shift.id, ground.chance.pick(COUNTERS))
}

/** Hands at the bins are quicker than minutes: some touches in a row, and now and then one of them is taken back. */
const touches: Act = (ground) => {
  const shift = mine(ground)
  return shift && inARow(ground, shift)
}

async function inARow({ ctx, chance }: Ground, { id }: Shift): Promise<Done> {
  const counters = Array.from({ length: 2 + chance.below(4) }, () => chance.pick(COUNTERS))
  const undone = chance.once(2) ? chance.pick(counters) : undefined
  let done = await tap(ctx, id, counters[0]!)
  for (const counter of counters.slice(1)) if (done.ok) done = await tap(ctx, id, counter)
  return done.ok && undone ? untap(ctx, id, undone) : done
}

/** Shifts, their taps and checks, and what happens at the bins. Taps are most of it. */
export const atTheBins: readonly Act[] = [
  tally,
  tally,
  tally,
  touches,
  touches,
  (ground) => {
    const point = somePlace(ground, 'binPoint')
    if (!point || mine(ground)) return undefined
    const { chance, ctx } = ground
    const day = `2026-03-${String(4 + chance.below(9)).padStart(2, '0')}`
    return openShift(ctx, { place: point.id, day, window: chance.pick(WINDOWS) })
  },
  (ground) => {
    const shift = mine(ground)
    return shift && untap(ground.ctx, shift.id, ground.chance.pick(COUNTERS))
  },
  (ground) => {
    const shift = mine(ground)
    const { chance, ctx } = ground
    return shift && setCheck(ctx, shift.id, chance.pick(ARRIVAL_ITEMS), chance.pick([...CHECKS, undefined]))
  },
  (ground) => {
    const shift = mine(ground)
    return shift && allGood(ground.ctx, shift.id)
  },
  (ground) => {
    const shift = mine(ground)
    return shift && pressFill(ground.ctx, shift.id, ground.chance.pick(STREAMS))
  },
  (ground) => {
    const shift = mine(ground)
    return shift && correctShift(ground.ctx, shift.id, { window: ground.chance.pick(WINDOWS) })
  },
  (ground) => {
    const shift = mine(ground)
    if (!shift || !ground.chance.once(3)) return undefined
    return closeShift(ground.ctx, shift.id, words(ground, shift.place, shift.id))
  },
  (ground) => {
    const point = somePlace(ground, 'binPoint', 'building')
    if (!point) return undefined
    const { chance, ctx } = ground
    const id = newRecord(ground)
    const shift = mine(ground)?.id
    return recordIncident(ctx, {
      id,
      place: point.id,
      shift,
      type: chance.pick(INCIDENTS),
      action: chance.pick(INCIDENT_ACTIONS),
      text: words(ground, point.id, id),
      photos: [],
    })
  },
  (ground) => {
    // One in three is a record that this device may never have heard of: then the change waits for it.
    const { chance, ctx, known } = ground
    const id =
      chance.once(3) && known.length > 0 ? chance.pick(known) : some<Incident>(ground, 'incident')?.id
    return id === undefined ? undefined : withdrawIncident(ctx, id, '记错了')
  },
  (ground) => {
    const one = some<Incident>(ground, 'incident')
    const note = one && words(ground, one.place, one.id)
    return one && stepIncident(ground.ctx, one.id, ground.chance.pick(INCIDENT_STEPS), note)
  },
]

/** A shift of mine that is open; now and then one that is closed: a tap may come late. */
function mine(ground: Ground): Shift | undefined {
  const { ctx, chance } = ground
  const closed = chance.once(20)
  return some<Shift>(
    ground,
    'shift',
    (shift) => shift.author === ctx.me && (closed || shift.closedAt === undefined),
  )
}
