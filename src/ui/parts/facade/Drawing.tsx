import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import { type Box, measure } from './measure.ts'
import { type FacadeUnit, type FacadeWindow, type Light, rowsOf, widthOf } from './model.ts'
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
  const { plan, panes } = useMemo(() => drawn(units, width, height), [units, width, height])
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
      {panes}
      {plan.doors.map((door, index) => (
        <rect key={index} class="drawing-ink" {...door} />
      ))}
      <rect class="drawing-ink" x={0} y={plan.height - 3} width={plan.width} height={3} />
      {children}
    </svg>
  )
}

/** All windows that look the same are one path: of ten thousand there are a dozen shapes, and a frame over them moves freely. */
function drawn(units: readonly FacadeUnit[], width: number, height: number | undefined) {
  const rows = rowsOf(units)
  const plan = measure(units.map(widthOf), rows.length, width, height)
  const paths = new Map<string, { light: Light | 'lower'; dim: boolean; d: string[] }>()
  const add = (light: Light | 'lower', dim: boolean, d: string) => {
    const there = paths.get(`${light} ${dim}`)
    if (there) there.d.push(d)
    else paths.set(`${light} ${dim}`, { light, dim, d: [d] })
  }
  const chosen: Box[] = []
  const marks: { window: FacadeWindow; box: Box }[] = []
  for (const [y, row] of rows.entries()) {
    let left = 0
    for (const [unit, windows] of row.units.entries()) {
      for (const [x, window] of windows.entries()) {
        if (!window) continue
        let up = y
        while (up > 0 && rows[up - 1]!.line[left + x]?.key === window.key) up -= 1
        const box = across(
          plan.window(unit, x, up),
          plan.window(unit, window.whole ? windows.length - 1 : x, y),
        )
        const { light, dim = false } = window
        if (light === 'stilt') add(light, dim, pillars(box))
        else add(light, dim, rounded(box))
        if (light === 'half')
          add('lower', dim, rounded({ ...box, y: box.y + box.height / 2, height: box.height / 2 }))
        if (window.chosen) chosen.push(box)
        if (window.care || window.badge) marks.push({ window, box })
      }
      left += windows.length
    }
  }
  const panes = (
    <>
      {[...paths.values()].map(({ light, dim, d }) => (
        <path
          key={`${light} ${dim}`}
          class={`${light === 'lower' ? 'pane-lower' : `pane pane-${light}`}${dim ? ' window-dim' : ''}`}
          d={d.join('')}
        />
      ))}
      {chosen.map((box, index) => (
        <rect key={index} class="pane-chosen" rx={2} {...box} />
      ))}
      {marks.map(({ window, box }) => (
        <Marks key={window.key} window={window} box={box} />
      ))}
    </>
  )
  return { plan, panes }
}

function Marks({ window, box }: { window: FacadeWindow; box: Box }) {
  const dot = Math.min(4, Math.max(2, box.width / 3))
  return (
    <g class={window.dim ? 'window-dim' : undefined}>
      {window.care && <circle class="pane-care" cx={box.x} cy={box.y} r={dot} />}
      {window.badge ? <circle class="pane-badge" cx={box.x + box.width} cy={box.y} r={dot} /> : null}
    </g>
  )
}

/** From one window to another, both included. */
function across(a: Box, b: Box): Box {
  return { x: a.x, y: a.y, width: b.x + b.width - a.x, height: b.y + b.height - a.y }
}

const short = (value: number) => Math.round(value * 100) / 100

function rounded({ x, y, width, height }: Box): string {
  const r = short(Math.min(2, height / 4, width / 4))
  const [w, h] = [short(width - 2 * r), short(height - 2 * r)]
  const arc = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`
  return `M${short(x + r)} ${short(y)}h${w}${arc(r, r)}v${h}${arc(-r, r)}h${-w}${arc(-r, -r)}v${-h}${arc(r, -r)}z`
}

/** A floor that is open: a pillar at each end and some between. */
function pillars({ x, y, width, height }: Box): string {
  const spaces = Math.max(1, Math.round(width / 14))
  return Array.from(
    { length: spaces + 1 },
    (_, nth) => `M${short(x + (width * nth) / spaces)} ${short(y - height * 0.2)}v${short(height * 1.4)}`,
  ).join('')
}
