import type { ComponentChildren } from 'preact'
import { type Box, measure } from './measure.ts'
import { type FacadeUnit, type FacadeWindow, rowsOf, widthOf } from './model.ts'
import './drawing.css'

export interface DrawingProps {
  readonly units: readonly FacadeUnit[]
  /** Without a name the drawing is decoration. */
  readonly name?: string | undefined
  readonly width?: number | undefined
  readonly height?: number | undefined
  /** Drawn over it in the same measures. */
  readonly children?: ComponentChildren
}

/** The building on its ground line, without text: roof huts, windows, a dashed line between units, an entrance each. */
export function Drawing({ units, name, width = 104, height, children }: DrawingProps) {
  const rows = rowsOf(units)
  const plan = measure(units.map(widthOf), rows.length, width, height)
  return (
    <svg
      class="drawing"
      viewBox={`0 0 ${plan.width} ${plan.height}`}
      width={plan.width}
      height={plan.height}
      {...(name === undefined ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': name })}
    >
      {plan.huts.map((hut, index) => (
        <rect key={index} class="drawing-wall" {...hut} />
      ))}
      <rect class="drawing-wall" {...plan.wall} />
      <rect class="drawing-roof" {...plan.roof} />
      {plan.seams.map((x) => (
        <line
          key={x}
          class="drawing-seam"
          x1={x}
          x2={x}
          y1={plan.wall.y}
          y2={plan.wall.y + plan.wall.height}
        />
      ))}
      {rows.map((row, y) =>
        row.units.map((windows, unit) =>
          windows.map(
            (window, x) => window && <Pane key={window.key} window={window} box={plan.window(unit, x, y)} />,
          ),
        ),
      )}
      {plan.doors.map((door, index) => (
        <rect key={index} class="drawing-ink" {...door} />
      ))}
      <rect class="drawing-ink" x={0} y={plan.height - 3} width={plan.width} height={3} />
      {children}
    </svg>
  )
}

function Pane({ window, box }: { window: FacadeWindow; box: Box }) {
  const round = Math.min(2, box.height / 4)
  const dot = Math.min(4, Math.max(2, box.width / 3))
  const pane = (
    <>
      <rect class={`pane pane-${window.light}${window.chosen ? ' pane-chosen' : ''}`} rx={round} {...box} />
      {window.light === 'half' && (
        <rect class="pane-lower" rx={round} {...box} y={box.y + box.height / 2} height={box.height / 2} />
      )}
      {window.care && <circle class="pane-care" cx={box.x} cy={box.y} r={dot} />}
      {window.badge ? <circle class="pane-badge" cx={box.x + box.width} cy={box.y} r={dot} /> : null}
    </>
  )
  return window.dim ? <g class="window-dim">{pane}</g> : pane
}
