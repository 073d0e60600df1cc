import Down from '~icons/lucide/chevron-down'
import Up from '~icons/lucide/chevron-up'
import type { ComponentChildren } from 'preact'
import { Drawing } from './Drawing.tsx'
import { measure } from './measure.ts'
import { type FacadeUnit, rowsOf, widthOf } from './model.ts'
import './drawing.css'

export interface MiniMapProps {
  readonly units: readonly FacadeUnit[]
  readonly width: number
  readonly height: number
  /** The frame: the top row shown large and how many rows. */
  readonly first: number
  readonly count: number
  readonly onMove: (first: number) => void
  readonly words: { readonly name: string; readonly up: string; readonly down: string }
}

/** The whole building beside a part of it. The frame moves by a touch on a floor, by dragging, and by ▲▼. */
export function MiniMap({ units, width, height, first, count, onMove, words }: MiniMapProps) {
  const rows = rowsOf(units)
  const plan = measure(units.map(widthOf), rows.length, width, height)
  const last = Math.max(0, rows.length - count)
  const moveTo = (row: number) => onMove(Math.min(last, Math.max(0, row)))
  const rowAt = (event: PointerEvent) => {
    const box = (event.currentTarget as Element).getBoundingClientRect()
    const y = ((event.clientY - box.top) / box.height) * plan.height
    return Math.floor((y - plan.top) / plan.pitch)
  }
  const follow = (event: PointerEvent) => moveTo(rowAt(event) - Math.floor(count / 2))

  return (
    <div class="mini-map" role="group" aria-label={words.name}>
      <Step
        label={words.up}
        stuck={first <= 0}
        onPress={() => moveTo(first - count)}
        icon={<Up class="icon" aria-hidden="true" />}
      />
      <div
        class="mini-map-touch"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          follow(event)
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) follow(event)
        }}
      >
        <Drawing units={units} width={width} height={height}>
          <rect
            class="mini-map-frame"
            x={1.5}
            y={plan.top + first * plan.pitch}
            width={plan.width - 3}
            height={Math.min(count, rows.length) * plan.pitch}
            rx={4}
          />
        </Drawing>
      </div>
      <Step
        label={words.down}
        stuck={first >= last}
        onPress={() => moveTo(first + count)}
        icon={<Down class="icon" aria-hidden="true" />}
      />
    </div>
  )
}

function Step({
  label,
  stuck,
  onPress,
  icon,
}: {
  label: string
  stuck: boolean
  onPress: () => void
  icon: ComponentChildren
}) {
  return (
    <button
      type="button"
      class="mini-map-key"
      aria-label={label}
      aria-disabled={stuck ? 'true' : undefined}
      onClick={stuck ? undefined : onPress}
    >
      {icon}
    </button>
  )
}
