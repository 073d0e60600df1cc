import { type DrawnBuilding, floorsOf, windowKey, writtenDoor } from '#domain/doors/drawnBuilding.ts'
import type { PlannedPlace } from '#domain/roster/plan.ts'
import type { FacadeUnit, FacadeWindow } from '#ui/parts/facade/model.ts'

/** What a window is called: with its unit and door; the words are the language's. */
export interface WindowWords {
  readonly room: string
  readonly shop: string
  readonly stilts: string
  home(unit: number, door: string): string
  notHome(unit: number, door: string): string
}

/** A drawn building as the façade wants it: floors from the top down. */
export function facadeOf(drawn: DrawnBuilding, words: WindowWords): readonly FacadeUnit[] {
  const notHomes = new Set(drawn.notHomes)
  const floors = [...floorsOf(drawn)].reverse()
  return upTo(drawn.units).map((unit) => ({
    floors: floors.flatMap(({ floor, is, upTo: upper }) => {
      const own = {
        label: String(floor),
        windows: upTo(is === 'stilts' ? 1 : drawn.doors).map((nth): FacadeWindow => {
          const key = windowKey(unit, floor, nth)
          const door = writtenDoor(drawn.numbering, floor, nth)
          if (is === 'stilts')
            return { key, label: words.stilts, light: 'stilt', whole: true, name: `${floor} ${words.stilts}` }
          if (is === 'shops') return { key, label: words.shop, light: 'shop', name: `${door} ${words.shop}` }
          const floors = upper === undefined ? 1 : 2
          return notHomes.has(key)
            ? { key, label: words.room, light: 'hatched', floors, name: words.notHome(unit, door) }
            : { key, label: door, light: 'lit', floors, name: words.home(unit, door) }
        }),
      }
      return upper === undefined ? [own] : [{ label: String(upper), windows: [] }, own]
    }),
  }))
}

/** The first building of a planned roster: lit where somebody may live, dark where nobody does. */
export function facadeOfPlan(places: readonly PlannedPlace[]): readonly FacadeUnit[] {
  const below = (parent: PlannedPlace) =>
    places.filter((place) => place.parent === parent.id).sort((a, b) => a.order - b.order)
  const first = places.filter((place) => place.what === 'building').sort((a, b) => a.order - b.order)[0]
  if (!first) return []
  return below(first).map((unit) => ({
    label: unit.label,
    floors: below(unit)
      .reverse()
      .map((floor) => ({
        label: floor.label,
        windows: below(floor).map((home): FacadeWindow => ({
          key: home.key,
          label: home.label,
          light: lightOf(home),
          name: home.label,
        })),
      })),
  }))
}

function lightOf({ use }: PlannedPlace): FacadeWindow['light'] {
  if (use === 'vacant') return 'dusk'
  if (use === 'notHome') return 'hatched'
  return use === 'shop' || use === 'stilt' ? use : 'lit'
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}
