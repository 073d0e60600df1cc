import type { FacadeWindow } from './model.ts'
import './facade.css'

const HEART = 'M8 13.6 2.9 8.7A3.3 3.3 0 0 1 7.6 4l.4.5.4-.5a3.3 3.3 0 0 1 4.7 4.7Z'

/** Somebody here is looked after. */
export function CareMark() {
  return (
    <svg class="mark mark-care" viewBox="0 0 16 16" aria-hidden="true">
      <path d={HEART} />
    </svg>
  )
}

/** So many things are open here. */
export function CountMark({ count }: { count: number }) {
  return (
    <span class="mark mark-count" aria-hidden="true">
      {count}
    </span>
  )
}

/** The face of one window: number, days, heart, count. What can be pressed is put around it by whoever shows it. */
export function WindowFace({ window, sub = true }: { window: FacadeWindow; sub?: boolean }) {
  return (
    <span
      class={`window window-${window.light}${window.chosen ? ' window-chosen' : ''}${window.dim ? ' window-dim' : ''}`}
      aria-hidden="true"
    >
      {window.label !== '' && (
        <span class={window.label.length > 3 ? 'window-label window-long' : 'window-label'}>
          {window.label}
        </span>
      )}
      {sub && window.sub !== undefined && (
        <span class={window.sub.length > 3 ? 'window-sub window-long' : 'window-sub'}>{window.sub}</span>
      )}
      {window.care && <CareMark />}
      {window.badge ? <CountMark count={window.badge} /> : null}
    </span>
  )
}
