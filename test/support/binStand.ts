import { closeShift, openShift } from '#commands/bins.ts'
import { pressFill } from '#commands/fills.ts'
import { allGood } from '#commands/checks.ts'
import { recordIncident } from '#commands/incidents.ts'
import { tallyingOf } from '#commands/tallying.ts'
import type { Verdict } from '#domain/bins/bag.ts'
import type { RecordId } from '#domain/ids.ts'
import { STREAMS } from '#domain/bins/streams.ts'
import { type Counter, COUNTERS, type Counts } from '#domain/bins/tallies.ts'
import type { Chance } from '#test/sim/random.ts'
import type { Volunteer } from './aVolunteer.ts'
import { must } from './binSide.ts'
import type { Happening, Session } from './binWeek.ts'

/** What one of the tablets of a window does of it. */
export interface Part {
  readonly counts: Counts
  readonly bags: readonly Verdict[]
  readonly incidents: readonly Happening[]
}

/** A window between two tablets: every one of the tallies, bags and happenings is one tablet's. */
export function between(session: Session): readonly [Part, Part] {
  const half = (first: boolean): Part => ({
    counts: Object.fromEntries(
      COUNTERS.map((counter) => {
        const all = session.counts[counter]
        return [counter, first ? Math.ceil(all / 2) : Math.floor(all / 2)]
      }),
    ) as Record<Counter, number>,
    bags: session.bags.filter((_, index) => (index % 2 === 0) === first),
    incidents: session.incidents.filter((_, index) => (index % 2 === 0) === first),
  })
  return [half(true), half(false)]
}

/** When a shift is stood, and by whom it is closed. */
export interface Standing {
  readonly place: RecordId
  /** `YYYY-MM-DD` in Shanghai. */
  readonly day: string
  readonly window: 'morning' | 'evening'
  readonly chance: Chance
  /** Its person forgets to hand it over. */
  readonly forgets?: boolean
}

/**
 * Somebody stands at the bins with a tablet, as a person does it: keys touched six times a second in a rush, a wet glove
 * that bounces, a touch that is taken back. What counts in the end is the part that was given.
 */
export async function stand(tablet: Volunteer, part: Part, at: Standing): Promise<RecordId> {
  const { place, day, window, chance } = at
  const minute = (of: number) => {
    const begin = Date.parse(`${day}T${window === 'morning' ? '07' : '18'}:00:00+08:00`)
    tablet.clock = new Date(begin + Math.round(of * 60_000)).toISOString()
  }
  minute(-5)
  const shift = await must(openShift(tablet, { place, day, window }))
  await must(allGood(tablet, shift))
  await must(pressFill(tablet, shift, STREAMS[0]))
  const touches = shuffled(
    COUNTERS.flatMap((counter) => Array<Counter>(part.counts[counter]).fill(counter)),
    chance,
  )
  const keys = tallyingOf(tablet, shift)
  // The moment of a touch comes from a clock of the page that knows nothing of the day.
  let moment = 10_000
  for (let rush = 0, from = 0; from < touches.length; rush += 1) {
    minute(rush * 9 + chance.below(8))
    const size = 3 + chance.below(9)
    for (const counter of touches.slice(from, from + size)) {
      keys.touch(counter, (moment += 166))
      if (chance.once(5)) keys.touch(counter, moment + 20 + chance.below(120))
      if (chance.once(12)) {
        keys.touch(counter, (moment += 166))
        keys.undo((moment += 166))
      }
    }
    from += size
    await keys.settled()
  }
  for (const [index, verdict] of part.bags.entries()) {
    minute(60 + index)
    await must(
      tablet.commit([
        {
          record: shift,
          name: 'shift.bag',
          v: 1,
          args: { stream: 'kitchen', verdict, faults: verdict === 'good' ? [] : ['with_bag'] },
        },
      ]),
    )
  }
  for (const { type, action } of part.incidents) {
    minute(20 + chance.below(80))
    await must(recordIncident(tablet, { place, shift, type, action, photos: [] }))
  }
  minute(124)
  if (!at.forgets) await must(closeShift(tablet, shift))
  return shift
}

export function shuffled<T>(all: readonly T[], chance: Chance): readonly T[] {
  const left = [...all]
  return all.map(() => left.splice(chance.below(left.length), 1)[0] as T)
}
