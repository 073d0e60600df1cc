import { type DrawnBuilding, windowKey, writtenDoor } from '#domain/drawnBuilding.ts'
import type { PlannedPlace } from '#domain/roster.ts'
import type { FacadeUnit, FacadeWindow } from '#ui/parts/facade/model.ts'

/** What a window is called: with its unit and door; the words are the language's. */
export interface WindowWords {
  readonly room: string
  home(unit: number, door: string): string
  notHome(unit: number, door: string): string
}

/** A drawn building as the façade wants it: floors from the top down. */
export function facadeOf(drawn: DrawnBuilding, words: WindowWords): readonly FacadeUnit[] {
  const notHomes = new Set(drawn.notHomes)
  return upTo(drawn.units).map((unit) => ({
    floors: upTo(drawn.floors)
      .reverse()
      .map((floor) => ({
        label: String(floor),
        windows: upTo(drawn.doors).map((nth): FacadeWindow => {
          const key = windowKey(unit, floor, nth)
          const door = writtenDoor(drawn.numbering, floor, nth)
          return notHomes.has(key)
            ? { key, label: words.room, light: 'hatched', name: words.notHome(unit, door) }
            : { key, label: door, light: 'lit', name: words.home(unit, door) }
        }),
      })),
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
          light: home.use === 'vacant' ? 'dusk' : home.use === 'notHome' ? 'hatched' : 'lit',
          name: home.label,
        })),
      })),
  }))
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}
