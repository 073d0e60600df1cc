import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/** Pixels of an A4 page, as browsers print it. */
const PAGE_WIDTH = 794

/** How much smaller a page is drawn where its box is narrower than paper; paper itself knows no zoom. */
export function usePaperZoom() {
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
  return { box, zoom }
}
