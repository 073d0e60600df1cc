import { useRef, useState } from 'preact/hooks'
import { Drawing } from './Drawing.tsx'
import { type Arrow, type FacadeRow, type FacadeUnit, rowsOf, stepFrom } from './model.ts'
import { WindowFace } from './Window.tsx'
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
  /** An arrow key that leads out of the floors shown. */
  readonly onBeyond?: ((arrow: 'up' | 'down') => void) | undefined
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
}

/** The building, one window per household. */
export function Facade(props: FacadeProps) {
  if (props.size === 'small') {
    return <Drawing units={props.units} name={props.name} width={props.width} height={props.height} />
  }
  return <Grid {...props} />
}

function Grid({ units, size, name, onOpen, onFloor, floorName, onBeyond, stands }: FacadeProps) {
  const grid = useRef<HTMLDivElement>(null)
  const [last, setLast] = useState<string>()
  const rows = rowsOf(units)
  const all = rows.flatMap((row) => row.units.flat())
  const roving =
    all.find((one) => one && one.key === last)?.key ??
    all.find((one) => one?.chosen)?.key ??
    all.find((one) => one)?.key

  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key]
    const from = (event.target as HTMLElement).dataset['window']
    if (!arrow || from === undefined) return
    event.preventDefault()
    const to = stepFrom(rows, from, arrow)
    if (to !== undefined) {
      setLast(to)
      grid.current?.querySelector<HTMLElement>(`[data-window="${CSS.escape(to)}"]`)?.focus()
    } else if (arrow === 'up' || arrow === 'down') onBeyond?.(arrow)
  }

  return (
    <div class={`facade facade-${size}`} role="grid" aria-label={name} ref={grid} onKeyDown={onKeyDown}>
      {units.some((unit) => unit.label !== undefined) && (
        <div class="facade-heads" role="row">
          <span class="facade-corner" role="gridcell" />
          {units.map((unit, index) => (
            <span key={index} class="facade-head" role="columnheader">
              {unit.label}
            </span>
          ))}
        </div>
      )}
      <div class="facade-body" role="rowgroup">
        {rows.map((row) => (
          <Row
            key={row.label}
            row={row}
            roving={roving}
            size={size}
            onOpen={onOpen}
            onFloor={onFloor}
            floorName={floorName}
            onFocus={setLast}
          />
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

interface RowProps extends Pick<FacadeProps, 'size' | 'onOpen' | 'onFloor' | 'floorName'> {
  readonly row: FacadeRow
  readonly roving: string | undefined
  readonly onFocus: (key: string) => void
}

function Row({ row, roving, size, onOpen, onFloor, floorName, onFocus }: RowProps) {
  const label = <FloorLabel label={row.label} />
  return (
    <div class="facade-row" role="row">
      <div class="facade-floor" role="rowheader">
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
      {row.units.map((windows, unit) => (
        <div key={unit} class="facade-unit" role="none" style={{ '--doors': windows.length }}>
          {windows.map((window, door) =>
            window ? (
              <div key={window.key} class="facade-cell" role="gridcell">
                {onOpen ? (
                  <button
                    type="button"
                    class="facade-window"
                    data-window={window.key}
                    aria-label={window.name}
                    aria-current={window.chosen ? 'true' : undefined}
                    tabIndex={window.key === roving ? 0 : -1}
                    onFocus={() => onFocus(window.key)}
                    onClick={() => onOpen(window.key)}
                  >
                    <WindowFace window={window} sub={size === 'large'} />
                  </button>
                ) : (
                  <span class="facade-window" role="img" aria-label={window.name}>
                    <WindowFace window={window} sub={size === 'large'} />
                  </span>
                )}
              </div>
            ) : (
              <div key={door} class="facade-cell" role="gridcell" />
            ),
          )}
        </div>
      ))}
    </div>
  )
}

/** 9楼: the number is what the eye looks for. */
function FloorLabel({ label }: { label: string }) {
  const found = /^(-?\w?\d+)(.*)$/.exec(label)
  if (!found) return <span class="facade-floor-unit">{label}</span>
  return (
    <span>
      <b>{found[1]}</b>
      <span class="facade-floor-unit">{found[2]}</span>
    </span>
  )
}
