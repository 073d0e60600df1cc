import Whole from '~icons/lucide/building'
import { findDoor, type Staircase } from '#domain/elevation.ts'
import type { RecordId } from '#domain/ids.ts'
import type { BuildingView } from '#queries/doors.ts'
import { Facade } from '#ui/parts/facade/Facade.tsx'
import { MiniMap } from '#ui/parts/facade/MiniMap.tsx'
import { type FacadeUnit, rowsOf } from '#ui/parts/facade/model.ts'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useWords } from '#ui/words.ts'
import { type Filter, look, useLooking } from './looking.ts'
import type { Width } from './useWidth.ts'
import { facadeUnits } from './windows.ts'

/** Floors shown large at once, and the mini map beside them. Up to `all` floors are shown whole. */
const SIZES: Readonly<Record<Width, { rows: number; all: number; map: number; height: number }>> = {
  phone: { rows: 6, all: 9, map: 56, height: 318 },
  portrait: { rows: 9, all: 9, map: 96, height: 560 },
  landscape: { rows: 7, all: 9, map: 140, height: 400 },
}
/** From here up a whole building is too small to read, also without days. */
const MEDIUM_FLOORS = 19

export interface FloorsProps {
  readonly view: BuildingView
  readonly units: readonly Staircase[]
  readonly chosen: RecordId | undefined
  readonly width: Width
  readonly building: string
  readonly onOpen: (key: string) => void
}

/** The façade at the size its building and the screen allow. */
export function Floors({ view, units, chosen, width, building, onOpen }: FloorsProps) {
  const { doors: words } = useWords()
  const looking = useLooking()
  const { rows, all, map, height } = SIZES[width]
  const split = width === 'phone' && units.some((unit) => unit.columns > 4)
  const sides = split ? units.map((unit) => halfOf(unit, looking.side)) : units
  const labels = units.length > 1
  const drawn = facadeUnits(view, sides, words, { chosen, filter: looking.filter, labels })
  const lines = rowsOf(drawn)
  const name = words.facade(building)

  const halves = split && (
    <Segmented
      label={words.sides}
      options={[
        { value: 'left', label: words.left },
        { value: 'right', label: words.right },
      ]}
      value={looking.side}
      onChange={(side) => look({ side })}
    />
  )

  if (lines.length <= all) {
    return (
      <div class="doors-floors">
        {halves}
        <Facade units={drawn} size="large" name={name} onOpen={onOpen} stands />
      </div>
    )
  }

  const zoomTo = (label: string) => {
    const at = lines.findIndex((line) => line.label === label)
    look({ zoomed: true, first: Math.max(0, at - Math.floor(rows / 2)) })
  }
  const whole = width === 'portrait' && lines.length <= MEDIUM_FLOORS
  if (whole && !looking.zoomed) {
    return (
      <div class="doors-floors">
        <Facade
          units={drawn}
          size="medium"
          name={name}
          stands
          onFloor={zoomTo}
          floorName={words.floor}
          onOpen={(key) => {
            look({ chosen: key as RecordId })
            zoomTo(lines.find((line) => line.units.flat().some((one) => one?.key === key))?.label ?? '')
          }}
        />
        <p class="caption">{words.zoom}</p>
      </div>
    )
  }

  const last = lines.length - rows
  const row = chosen === undefined ? undefined : findDoor(view.elevation, chosen)?.row
  const first = Math.min(
    last,
    Math.max(0, looking.first ?? (row === undefined ? 0 : row - Math.floor(rows / 2))),
  )
  const move = (to: number) => look({ first: Math.min(last, Math.max(0, to)) })
  return (
    <div class="doors-floors">
      {halves}
      {whole && (
        <Key look="quiet" icon={Whole} label={words.wholeBuilding} onPress={() => look({ zoomed: false })} />
      )}
      <div class="doors-framed">
        <div class="doors-large">
          <Facade
            units={within(
              drawn,
              lines.slice(first, first + rows).map((line) => line.label),
            )}
            size="large"
            name={name}
            onOpen={onOpen}
            stands={first === last}
            onBeyond={(arrow) => move(first + (arrow === 'up' ? -1 : 1))}
          />
        </div>
        <MiniMap
          units={mapUnits(view, width, looking.filter, words)}
          width={map}
          height={height}
          first={first}
          count={rows}
          onMove={move}
          words={{ name: words.floors, up: words.up, down: words.down }}
        />
      </div>
    </div>
  )
}

/** The whole building, all units. On the narrow one there is no room for dots. */
function mapUnits(
  view: BuildingView,
  width: Width,
  filter: Filter,
  words: Parameters<typeof facadeUnits>[2],
): readonly FacadeUnit[] {
  const units = facadeUnits(view, view.elevation.units, words, { filter })
  if (width !== 'phone') return units
  return units.map((unit) => ({
    floors: unit.floors.map((floor) => ({
      label: floor.label,
      windows: floor.windows.map((one) => one && { ...one, care: false, badge: 0 }),
    })),
  }))
}

function within(units: readonly FacadeUnit[], labels: readonly string[]): readonly FacadeUnit[] {
  return units.map((unit) => ({
    ...unit,
    floors: unit.floors.filter((floor) => labels.includes(floor.label)),
  }))
}

function halfOf(unit: Staircase, side: 'left' | 'right'): Staircase {
  const middle = Math.ceil(unit.columns / 2)
  return {
    ...unit,
    columns: middle,
    storeys: unit.storeys.map((storey) => ({
      ...storey,
      doors: side === 'left' ? storey.doors.slice(0, middle) : storey.doors.slice(middle),
    })),
  }
}
