import './bottom-bar.css'
import type { ComponentChildren } from 'preact'

/** The keys at the thumb: they stay while the middle scrolls; with large text they wrap to rows. */
export function BottomBar({ children }: { children: ComponentChildren }) {
  return <div class="bottom-bar">{children}</div>
}
