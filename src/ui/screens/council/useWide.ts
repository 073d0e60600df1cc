import { useLayoutEffect, useState } from 'preact/hooks'

/** What two panes beside each other need, the tablet lying down, in the size of the text: large text gets one after the other. */
const NEEDED = 64

/** Whether there is room for two panes; told again when the window turns or the text becomes larger. */
export function useWide(): boolean {
  const [wide, setWide] = useState(() => innerWidth >= NEEDED * textSize())
  useLayoutEffect(() => {
    // It is as large as the text: a media query does not know a size that was set on the page itself.
    const measure = document.createElement('div')
    measure.style.cssText = 'position: fixed; width: 1rem; height: 1rem; visibility: hidden'
    const watcher = new ResizeObserver(() => setWide(innerWidth >= NEEDED * textSize()))
    document.body.append(measure)
    watcher.observe(measure)
    watcher.observe(document.documentElement)
    return () => {
      watcher.disconnect()
      measure.remove()
    }
  }, [])
  return wide
}

function textSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
}
