import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/** Pixels of an A4 page, as browsers print it. */
const PAGE_WIDTH = 794
export const PAGE_HEIGHT = 1123

/**
 * How much smaller a page is drawn where its box is narrower than paper, which is `width` pixels wide; paper itself knows
 * no zoom.
 */
export function usePaperZoom(width = PAGE_WIDTH) {
  const box = useRef<HTMLDivElement>(null)
  const [zoom, setZoom] = useState(1)
  useLayoutEffect(() => {
    const measured = box.current
    if (!measured) return
    const fit = () => setZoom(Math.min(1, measured.clientWidth / width))
    fit()
    const watcher = new ResizeObserver(fit)
    watcher.observe(measured)
    return () => watcher.disconnect()
  }, [])
  return { box, zoom }
}
