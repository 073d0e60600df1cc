import type { FacadeCell, FacadeWindow } from './model.ts'
import { WindowFace } from './Window.tsx'
import './facade.css'

interface CellsProps {
  readonly cells: readonly FacadeCell[]
  /** The window that Tab comes to. */
  readonly roving: string | undefined
  readonly large: boolean
  readonly onOpen: ((key: string) => void) | undefined
  readonly onFocus: (key: string) => void
}

/** The windows of one unit on one floor. */
export function Cells({ cells, roving, large, onOpen, onFocus }: CellsProps) {
  const whole = cells.find((cell) => typeof cell === 'object' && cell.window.whole)
  const drawn = whole ? [whole] : cells
  return (
    <div class="facade-unit" role="none" style={{ '--doors': cells.length }}>
      {drawn.map((cell, nth) => {
        if (cell === undefined) return <div key={nth} class="facade-cell" role="gridcell" />
        if (cell === 'more') return <div key={nth} class="facade-cell" role="none" />
        const { window, rows, column } = cell
        return (
          <div
            key={window.key}
            class={`facade-cell${whole ? ' facade-whole' : ''}${rows > 1 ? ' facade-tall' : ''}`}
            role="gridcell"
            aria-colindex={column + 2}
            aria-rowspan={rows > 1 ? rows : undefined}
            aria-colspan={whole && cells.length > 1 ? cells.length : undefined}
            style={rows > 1 ? { '--rows': rows } : undefined}
          >
            <Face window={window} roving={roving} large={large} onOpen={onOpen} onFocus={onFocus} />
          </div>
        )
      })}
    </div>
  )
}

function Face({
  window,
  roving,
  large,
  onOpen,
  onFocus,
}: { window: FacadeWindow } & Omit<CellsProps, 'cells'>) {
  if (!onOpen)
    return (
      <span class="facade-window" role="img" aria-label={window.name}>
        <WindowFace window={window} sub={large} />
      </span>
    )
  return (
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
      <WindowFace window={window} sub={large} />
    </button>
  )
}
