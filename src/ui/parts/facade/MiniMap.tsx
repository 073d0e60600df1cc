import Down from '~icons/lucide/chevron-down'
import Up from '~icons/lucide/chevron-up'
import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import { Drawing } from './Drawing.tsx'
import { measure, type Plan } from './measure.ts'
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
  /** The units shown large, and of a single one the columns, where that is not the whole width. */
  readonly part?:
    | { readonly unit: number; readonly units: number; readonly from?: number; readonly across?: number }
    | undefined
}

/** The whole building beside a part of it. The frame moves by a touch on a floor, by dragging, and by ▲▼. */
export function MiniMap({ units, width, height, first, count, onMove, words, part }: MiniMapProps) {
  const { length, plan } = useMemo(() => {
    const { length } = rowsOf(units)
    return { length, plan: measure(units.map(widthOf), length, width, height) }
  }, [units, width, height])
  const building = useMemo(
    () => <Drawing units={units} width={width} height={height} />,
    [units, width, height],
  )
  const last = Math.max(0, length - count)
  const moveTo = (row: number) => {
    const to = Math.min(last, Math.max(0, row))
    if (to !== first) onMove(to)
  }
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
        {building}
        <svg class="mini-map-over" viewBox={`0 0 ${plan.width} ${plan.height}`} aria-hidden="true">
          <rect
            class="mini-map-frame"
            {...acrossOf(plan, units, part)}
            y={plan.top + first * plan.pitch}
            height={Math.min(count, length) * plan.pitch}
            rx={4}
          />
        </svg>
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

/** From where to where the frame goes across the wall. */
function acrossOf(
  plan: Plan,
  units: readonly FacadeUnit[],
  part: MiniMapProps['part'],
): { readonly x: number; readonly width: number } {
  if (!part) return { x: 1.5, width: plan.width - 3 }
  const { unit, units: count, from = 0, across } = part
  const end = unit + count - 1
  const columns = widthOf(units[end] ?? { floors: [] })
  const a = plan.window(unit, from, 0)
  const b = plan.window(end, Math.min(columns, across === undefined ? columns : from + across) - 1, 0)
  return { x: Math.max(1.5, a.x - 3), width: b.x + b.width - a.x + 6 }
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
