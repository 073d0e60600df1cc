import type { RecordId } from '#domain/ids.ts'
import type { Staircase } from '#domain/doors/elevation.ts'
import type { VisitOutcome } from '#domain/doors/visit.ts'
import { type Filter, passes } from '#queries/doorFilters.ts'
import { type BuildingView, type Door, isHome } from '#queries/doors.ts'
import type { Round } from '#queries/round.ts'
import type { FacadeUnit, FacadeWindow, Light } from '#ui/parts/facade/model.ts'
import type { Words } from '#ui/words.ts'

type DoorWords = Words['doors']

/** How much wall a window takes: its floors, and whether it stands for the whole of its floor. */
interface Wall {
  readonly floors?: number | undefined
  readonly whole?: boolean | undefined
}

/** A door as a window: light and word say the same thing. */
export function windowOf(
  door: Door,
  words: DoorWords,
  chosen: boolean,
  filter: Filter,
  { floors, whole }: Wall = {},
): FacadeWindow {
  return {
    key: door.id,
    label: door.label,
    sub: subOf(door, words),
    light: lightOf(door),
    badge: door.open,
    care: door.care,
    chosen,
    dim: !passes(door, filter),
    ...(floors !== undefined && { floors }),
    ...(whole && { whole }),
    // Said of the few that are drawn large; a building may have ten thousand.
    get name() {
      return words.spoken({ ...door, door: door.label, name: door.name, days: door.days })
    },
  }
}

export function lightOf(door: Door): Light {
  if (door.light === 'notHome') return 'hatched'
  return door.light === 'vacant' || door.light === 'untold' ? 'none' : door.light
}

function subOf(door: Door, words: DoorWords): string | undefined {
  if (door.light === 'shop') return words.shop
  if (!isHome(door) || door.light === 'untold') return undefined
  if (door.light === 'vacant') return words.vacant
  return door.days === undefined ? words.never : door.days === 0 ? words.today : words.days(door.days)
}

/** The wall of a door in its unit. */
function wallOf(unit: Staircase, row: number, door: Door): Wall {
  const alone = unit.storeys[row]?.doors.filter((one) => one).length === 1
  return { floors: unit.tall.get(door.id), whole: door.light === 'stilt' && alone }
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
    floors: unit.storeys.map((storey, row) => ({
      label: storey.label,
      windows: storey.doors.map((place) => {
        const door = place && view.doors.get(place.id)
        return (
          door &&
          windowOf(door, words, door.id === options.chosen, options.filter ?? 'all', wallOf(unit, row, door))
        )
      }),
    })),
  }))
}

/** The building beside its part: light and dark, and where there is room for dots who needs care and what is open. */
export function mapUnits(
  view: BuildingView,
  units: readonly Staircase[],
  filter: Filter,
  dots: boolean,
): readonly FacadeUnit[] {
  return units.map((unit) => ({
    floors: unit.storeys.map((storey, row) => ({
      label: storey.label,
      windows: storey.doors.map((place): FacadeWindow | undefined => {
        const door = place && view.doors.get(place.id)
        return (
          door && {
            key: door.id,
            label: door.label,
            light: lightOf(door),
            badge: dots ? door.open : 0,
            care: dots && door.care,
            dim: !passes(door, filter),
            ...wallOf(unit, row, door),
            name: door.label,
          }
        )
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
    floors: unit.storeys.map((storey, row) => ({
      label: storey.label,
      windows: storey.doors.map((place) => {
        const door = place && view.doors.get(place.id)
        if (!door) return undefined
        const visit = found.get(door.id)
        const home = isHome(door) && door.light !== 'vacant'
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
          ...wallOf(unit, row, door),
          name: words.spokenRound(door.unit, door.label, state, isHere),
        }
      }),
    })),
  }
}
