import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { Drawing } from './Drawing.tsx'
import {
  type Arrow,
  type FacadeFrame,
  type FacadeUnit,
  framed,
  type FramedRow,
  rowsOf,
  stepFrom,
  widthOf,
} from './model.ts'
import { Cells } from './Cells.tsx'
import './facade.css'

export interface FacadeProps {
  readonly units: readonly FacadeUnit[]
  /** Large: number and days, ≥ 56 high. Medium: number only. Small: a drawing without text, nothing to press. */
  readonly size: 'large' | 'medium' | 'small'
  /** Names the whole for a screen reader. A small drawing without a name is decoration. */
  readonly name?: string | undefined
  /** Opens a window by its key. */
  readonly onOpen?: ((key: string) => void) | undefined
  /** Opens a floor by its label. */
  readonly onFloor?: ((label: string) => void) | undefined
  readonly floorName?: ((label: string) => string) | undefined
  /** Only this part is drawn; the whole is told, and keys move the frame with the focus. Columns only of a single unit. */
  readonly frame?: FacadeFrame | undefined
  readonly onFrame?: ((to: { readonly first: number; readonly from: number }) => void) | undefined
  /** The lowest floor is among those shown: the building stands on the ground with its entrances. */
  readonly stands?: boolean | undefined
  /** Pixels of a small drawing. */
  readonly width?: number | undefined
  readonly height?: number | undefined
}

const ARROWS: Readonly<Record<string, Arrow>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'home',
  End: 'end',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
}
const FAR: Readonly<Record<string, Arrow>> = { Home: 'top', End: 'bottom' }

/** The building, one window per household. */
export function Facade(props: FacadeProps) {
  if (props.size === 'small') {
    return <Drawing units={props.units} name={props.name} width={props.width} height={props.height} />
  }
  return <Grid {...props} />
}

function Grid({ units, size, name, onOpen, onFloor, floorName, frame, onFrame, stands }: FacadeProps) {
  const grid = useRef<HTMLDivElement>(null)
  const wanted = useRef<string | undefined>(undefined)
  const [last, setLast] = useState<string>()
  const broken = useBroken(grid)
  const rows = useMemo(() => rowsOf(units), [units])
  const whole = { first: 0, count: rows.length }
  const shown = framed(rows, frame ?? whole)
  const all = shown.flatMap((row) =>
    row.units.flatMap((unit) => unit.flatMap((cell) => (typeof cell === 'object' ? [cell.window] : []))),
  )
  const roving =
    all.find((one) => one.key === last)?.key ?? all.find((one) => one.chosen)?.key ?? all.at(0)?.key
  const heads = units.some((unit) => unit.label !== undefined)
  const columns = units.reduce((sum, unit) => sum + widthOf(unit), 0)

  // Where the frame had to move first, the window is there only now.
  useLayoutEffect(() => {
    const key = wanted.current
    const found =
      key !== undefined && grid.current?.querySelector<HTMLElement>(`[data-window="${CSS.escape(key)}"]`)
    if (!found) return
    wanted.current = undefined
    found.focus()
  })

  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = (event.ctrlKey || event.metaKey ? FAR : ARROWS)[event.key]
    const from = (event.target as HTMLElement).dataset['window']
    if (!arrow || from === undefined) return
    event.preventDefault()
    const to = stepFrom(rows, from, arrow, frame?.count ?? rows.length)
    if (to === undefined) return
    wanted.current = to
    setLast(to)
    if (frame && !all.some((one) => one.key === to)) onFrame?.(around(rows, frame, to))
  }

  return (
    <div
      class={`facade facade-${size}${broken ? ' facade-broken' : ''}`}
      role="grid"
      aria-label={name}
      aria-rowcount={rows.length + (heads ? 1 : 0)}
      aria-colcount={columns + 1}
      ref={grid}
      onKeyDown={onKeyDown}
    >
      {heads && (
        <div class="facade-heads" role="row" aria-rowindex={1}>
          <span class="facade-corner" role="gridcell" aria-colindex={1} />
          {units.map((unit, index) => (
            <span
              key={index}
              class="facade-head"
              role="columnheader"
              aria-colindex={2 + units.slice(0, index).reduce((sum, one) => sum + widthOf(one), 0)}
              aria-colspan={widthOf(unit)}
            >
              {unit.label}
            </span>
          ))}
        </div>
      )}
      <div class="facade-body" role="rowgroup">
        {shown.map((row) => (
          <div key={row.key} class="facade-row" role="row" aria-rowindex={row.row + (heads ? 2 : 1)}>
            <Floor row={row} onFloor={onFloor} floorName={floorName} />
            {row.units.map((cells, unit) => (
              <Cells
                key={unit}
                cells={cells}
                roving={roving}
                large={size === 'large'}
                onOpen={onOpen}
                onFocus={setLast}
              />
            ))}
          </div>
        ))}
      </div>
      {stands && (
        <div class="facade-ground" aria-hidden="true">
          <span class="facade-corner" />
          {units.map((_, index) => (
            <span key={index} class="facade-entrance" />
          ))}
        </div>
      )}
    </div>
  )
}

/** Where the frame has to be so that a window is in it, as near to where it was as can be. */
function around(
  rows: ReturnType<typeof rowsOf>,
  { first, count, from = 0, across }: FacadeFrame,
  key: string,
): { readonly first: number; readonly from: number } {
  const row = rows.findIndex(({ units }) => units.some((unit) => unit.some((one) => one?.key === key)))
  const column = rows[row]?.line.findIndex((one) => one?.key === key) ?? 0
  const last = Math.max(0, rows.length - count)
  const to = row < first ? row : row >= first + count ? row - count + 1 : first
  return {
    first: Math.min(last, Math.max(0, to)),
    from: across === undefined ? from : Math.floor(column / across) * across,
  }
}

/** Whether the doors of a floor no longer fit into one line: then no window can go up past its own floor. */
function useBroken(grid: { readonly current: HTMLElement | null }): boolean {
  const [broken, setBroken] = useState(false)
  useLayoutEffect(() => {
    const measured = grid.current
    if (!measured) return
    const look = () => {
      const cells = measured.querySelector('.facade-unit')?.children ?? []
      const tops = new Set(Array.from(cells, (cell) => (cell as HTMLElement).offsetTop))
      setBroken(tops.size > 1)
    }
    look()
    const watcher = new ResizeObserver(look)
    watcher.observe(measured)
    return () => watcher.disconnect()
  }, [grid])
  return broken
}

function Floor({ row, onFloor, floorName }: { row: FramedRow } & Pick<FacadeProps, 'onFloor' | 'floorName'>) {
  const label = <FloorLabel label={row.label} />
  return (
    <div class="facade-floor" role="rowheader" aria-colindex={1}>
      {onFloor ? (
        <button
          type="button"
          class="facade-floor-key"
          aria-label={floorName?.(row.label)}
          onClick={() => onFloor(row.label)}
        >
          {label}
        </button>
      ) : (
        label
      )}
    </div>
  )
}

/** 9楼: the number is what the eye looks for. */
function FloorLabel({ label }: { label: string }) {
  const found = /^(-?[A-Z]?\d+[A-Z]?)(.*)$/.exec(label)
  if (!found) return <span class="facade-floor-unit">{label}</span>
  return (
    <span>
      <b>{found[1]}</b>
      <span class="facade-floor-unit">{found[2]}</span>
    </span>
  )
}
