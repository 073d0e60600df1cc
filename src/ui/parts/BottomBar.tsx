import './bottom-bar.css'
import type { ComponentChildren } from 'preact'

/** The keys at the thumb: they stay while the middle scrolls; with large text they wrap to rows. `inert`: nothing can be pressed yet. */
export function BottomBar({ children, inert = false }: { children: ComponentChildren; inert?: boolean }) {
  return (
    <div class="bottom-bar" inert={inert}>
      {children}
    </div>
  )
}
