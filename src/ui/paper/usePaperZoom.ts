import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/** How much smaller pages `width` pixels wide are drawn where their box is narrower; paper itself knows no zoom. */
export function usePaperZoom(width: number) {
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
  }, [width])
  return { box, zoom }
}
