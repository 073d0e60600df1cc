import type { RecordId } from '#domain/ids.ts'
import type { Staircase } from '#domain/elevation.ts'
import type { VisitOutcome } from '#domain/visit.ts'
import type { BuildingView, Door } from '#queries/doors.ts'
import type { Round } from '#queries/visits.ts'
import type { FacadeUnit, FacadeWindow, Light } from '#ui/parts/facade/model.ts'
import type { Words } from '#ui/words.ts'
import type { Filter } from './looking.ts'

type DoorWords = Words['doors']

/** A door as a window: light and word say the same thing. */
export function windowOf(door: Door, words: DoorWords, chosen: boolean, filter: Filter): FacadeWindow {
  return {
    key: door.id,
    label: door.label,
    sub: subOf(door, words),
    light: lightOf(door),
    badge: door.open,
    care: door.care,
    chosen,
    dim: !passes(door, filter),
    name: words.spoken({ ...door, door: door.label, name: door.name, days: door.days }),
  }
}

export function lightOf(door: Door): Light {
  if (door.light === 'notHome') return 'hatched'
  return door.light === 'vacant' || door.light === 'untold' ? 'none' : door.light
}

function subOf(door: Door, words: DoorWords): string | undefined {
  if (door.light === 'notHome' || door.light === 'untold') return undefined
  if (door.light === 'vacant') return words.vacant
  return door.days === undefined ? words.never : door.days === 0 ? words.today : words.days(door.days)
}

/** A filter dims the others; it never takes a window out of the façade. */
export function passes(door: Door, filter: Filter): boolean {
  if (filter === 'toGo') return door.light === 'half' || door.light === 'dusk'
  if (filter === 'open') return door.open > 0
  return filter === 'care' ? door.care : true
}

/** The units of a building as the façade takes them. */
export function facadeUnits(
  view: BuildingView,
  units: readonly Staircase[],
  words: DoorWords,
  options: { chosen?: RecordId | undefined; filter?: Filter; labels?: boolean },
): readonly FacadeUnit[] {
  return units.map((unit) => ({
    label: options.labels ? unit.label : undefined,
    floors: unit.storeys.map((storey) => ({
      label: storey.label,
      windows: storey.doors.map((place) => {
        const door = place && view.doors.get(place.id)
        return door && windowOf(door, words, door.id === options.chosen, options.filter ?? 'all')
      }),
    })),
  }))
}

/** How an answer of this round looks. 见面 and 电话 light the window, 另约 half, the others leave it dark. */
const ROUND: Readonly<Record<VisitOutcome, Light>> = {
  met: 'lit',
  phone: 'lit',
  appointment: 'half',
  noAnswer: 'curtain',
  refused: 'dusk',
  leftNote: 'dusk',
  vacant: 'none',
}

/**
 * One unit in visit mode: what was found behind each door in this round. Where a colleague reached somebody the window is
 * lit, what else they found is theirs; a door in its quiet time says so.
 */
export function roundUnit(
  view: BuildingView,
  unit: Staircase,
  { found, reached, quiet }: Pick<Round, 'found' | 'reached' | 'quiet'>,
  here: RecordId | undefined,
  words: DoorWords,
  short: Words['rounds']['door'],
): FacadeUnit {
  return {
    floors: unit.storeys.map((storey) => ({
      label: storey.label,
      windows: storey.doors.map((place) => {
        const door = place && view.doors.get(place.id)
        if (!door) return undefined
        const visit = found.get(door.id)
        const home = door.light !== 'vacant' && door.light !== 'notHome'
        const lit = !visit && reached.has(door.id)
        const state = visit
          ? words.outcomeShort[visit.outcome]
          : lit
            ? short.reachedShort
            : quiet.has(door.id)
              ? short.quietShort
              : home
                ? words.never
                : (subOf(door, words) ?? '')
        const isHere = door.id === here
        return {
          key: door.id,
          label: door.label,
          sub: isHere && !visit ? words.round.now : state || undefined,
          light: visit ? ROUND[visit.outcome] : lit ? 'lit' : home ? 'dusk' : lightOf(door),
          badge: door.open,
          care: door.care,
          chosen: isHere,
          name: words.spokenRound(door.unit, door.label, state, isHere),
        }
      }),
    })),
  }
}
