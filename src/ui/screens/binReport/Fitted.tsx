import './paper.css'
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/** Pixels of an A4 page, as browsers print it. */
const PAGE_WIDTH = 794

/** The page as a whole, smaller where the screen is smaller; paper itself knows no zoom. */
export function Fitted({ children }: { children: ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null)
  const [zoom, setZoom] = useState(1)
  useLayoutEffect(() => {
    const measured = box.current
    if (!measured) return
    const fit = () => setZoom(Math.min(1, measured.clientWidth / PAGE_WIDTH))
    fit()
    const watcher = new ResizeObserver(fit)
    watcher.observe(measured)
    return () => watcher.disconnect()
  }, [])
  return (
    <div ref={box} class="paper-box">
      <div class="paper" style={{ zoom }}>
        {children}
      </div>
    </div>
  )
}
