import type { FacadeWindow } from './model.ts'
import './facade.css'

const HEART = 'M8 13.6 2.9 8.7A3.3 3.3 0 0 1 7.6 4l.4.5.4-.5a3.3 3.3 0 0 1 4.7 4.7Z'

/** The face of one window: number, days, heart, count. What can be pressed is put around it by whoever shows it. */
export function WindowFace({ window, sub = true }: { window: FacadeWindow; sub?: boolean }) {
  return (
    <span
      class={`window window-${window.light}${window.chosen ? ' window-chosen' : ''}${window.dim ? ' window-dim' : ''}`}
      aria-hidden="true"
    >
      <span class="window-label">{window.label}</span>
      {sub && window.sub !== undefined && <span class="window-sub">{window.sub}</span>}
      {window.care && (
        <svg class="window-care" viewBox="0 0 16 16">
          <path d={HEART} />
        </svg>
      )}
      {window.badge ? <span class="window-badge">{window.badge}</span> : null}
    </span>
  )
}
