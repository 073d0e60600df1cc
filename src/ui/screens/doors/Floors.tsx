import Whole from '~icons/lucide/building'
import { useMemo } from 'preact/hooks'
import { findDoor, type Staircase } from '#domain/doors/elevation.ts'
import type { RecordId } from '#domain/ids.ts'
import type { BuildingView } from '#queries/doors.ts'
import { Facade } from '#ui/parts/facade/Facade.tsx'
import { MiniMap } from '#ui/parts/facade/MiniMap.tsx'
import { rowsOf } from '#ui/parts/facade/model.ts'
import { Select } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useWords } from '#ui/words.ts'
import { look, useLooking } from './looking.ts'
import type { Width } from './useWidth.ts'
import { facadeUnits, mapUnits } from './windows.ts'

/**
 * Floors shown large at once, doors of one unit side by side, and the mini map beside them. Up to `all` floors are shown
 * whole; a map of more columns than `most` shows the units that are large only.
 */
const SIZES: Readonly<
  Record<Width, { rows: number; all: number; doors: number; map: number; height: number; most: number }>
> = {
  phone: { rows: 6, all: 9, doors: 4, map: 56, height: 318, most: 16 },
  portrait: { rows: 9, all: 9, doors: 8, map: 96, height: 560, most: 32 },
  landscape: { rows: 7, all: 9, doors: 8, map: 140, height: 400, most: 44 },
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
  const { rows, all, doors, map, height, most } = SIZES[width]
  const { filter } = looking
  const drawn = useMemo(
    () => facadeUnits(view, units, words, { chosen, filter, labels: units.length > 1 }),
    [view, units, words, chosen, filter],
  )
  const lines = useMemo(() => rowsOf(drawn), [drawn])
  const onMap = useMemo(() => {
    const whole = view.elevation.units
    const columns = whole.reduce((sum, unit) => sum + unit.columns, 0)
    const shown = columns > most ? units : whole
    return {
      units: mapUnits(view, shown, filter, width !== 'phone'),
      unit: shown.indexOf(units[0]!),
      of: shown.length,
    }
  }, [view, units, filter, most, width])
  const name = words.facade(building)

  const parts = partsOf(units, doors)
  const place = chosen === undefined ? undefined : findDoor(view.elevation, chosen)
  const row = place?.row
  const column = place?.unit.storeys[place.row]?.doors.findIndex((one) => one?.id === chosen) ?? 0
  const across = parts.length > 1 ? parts[0]!.across : undefined
  const part =
    parts.find(({ from }) => from === looking.from) ??
    parts.findLast(({ from }) => from <= column) ??
    parts[0]!
  const which = parts.length > 1 && <Parts parts={parts} from={part.from} columns={units[0]!.columns} />
  const frameOf = (first: number, count: number) =>
    across === undefined ? { first, count } : { first, count, from: part.from, across }

  if (lines.length <= all) {
    return (
      <div class="doors-floors">
        {which}
        <Facade
          units={drawn}
          size="large"
          name={name}
          onOpen={onOpen}
          frame={frameOf(0, lines.length)}
          onFrame={({ from }) => look({ from })}
          stands
        />
      </div>
    )
  }

  const zoomTo = (at: number) => look({ zoomed: true, first: Math.max(0, at - Math.floor(rows / 2)) })
  const whole = width === 'portrait' && lines.length <= MEDIUM_FLOORS && across === undefined
  if (whole && !looking.zoomed) {
    return (
      <div class="doors-floors">
        <Facade
          units={drawn}
          size="medium"
          name={name}
          stands
          onFloor={(label) => zoomTo(lines.findIndex((line) => line.label === label))}
          floorName={words.floor}
          onOpen={(key) => {
            look({ chosen: key as RecordId })
            zoomTo(lines.findIndex((line) => line.line.some((one) => one?.key === key)))
          }}
        />
        <p class="caption">{words.zoom}</p>
      </div>
    )
  }

  const last = lines.length - rows
  const first = Math.min(
    last,
    Math.max(0, looking.first ?? (row === undefined ? 0 : row - Math.floor(rows / 2))),
  )
  const move = (to: number) => look({ first: Math.min(last, Math.max(0, to)) })
  return (
    <div class="doors-floors">
      {which}
      {whole && (
        <Key look="quiet" icon={Whole} label={words.wholeBuilding} onPress={() => look({ zoomed: false })} />
      )}
      <div class="doors-framed">
        <div class="doors-large">
          <Facade
            units={drawn}
            size="large"
            name={name}
            onOpen={onOpen}
            frame={frameOf(first, rows)}
            onFrame={(to) => look(to)}
            stands={first === last}
          />
        </div>
        <MiniMap
          units={onMap.units}
          width={map}
          height={height}
          first={first}
          count={rows}
          onMove={move}
          words={{ name: words.floors, up: words.up, down: words.down }}
          part={
            across !== undefined || onMap.of > 2
              ? {
                  unit: onMap.unit,
                  units: units.length,
                  ...(across !== undefined && { from: part.from, across }),
                }
              : undefined
          }
        />
      </div>
    </div>
  )
}

interface Part {
  readonly from: number
  readonly across: number
}

/** The doors of a floor in as many equal parts as it takes; only a unit by itself is divided. */
function partsOf(units: readonly Staircase[], most: number): readonly Part[] {
  const columns = Math.max(1, ...units.map((unit) => unit.columns))
  const across = units.length > 1 ? columns : Math.ceil(columns / Math.ceil(columns / most))
  const parts: Part[] = []
  for (let from = 0; from < columns; from += across) parts.push({ from, across })
  return parts
}

function Parts({ parts, from, columns }: { parts: readonly Part[]; from: number; columns: number }) {
  const { doors: words } = useWords()
  const last = parts.at(-1)!
  const options = parts.map((part) => ({
    value: String(part.from),
    label:
      parts.length > 2
        ? words.partOf(part.from + 1, Math.min(columns, part.from + part.across))
        : part === last
          ? words.right
          : words.left,
  }))
  const onChange = (value: string) => look({ from: Number(value) })
  // More than four parts are no segments any more.
  return parts.length > 4 ? (
    <Select label={words.part} value={String(from)} options={options} onChange={onChange} />
  ) : (
    <Segmented label={words.part} options={options} value={String(from)} onChange={onChange} />
  )
}
