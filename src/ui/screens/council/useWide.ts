import { useLayoutEffect, useState } from 'preact/hooks'

/** Two panes beside each other need the tablet lying down; in em, so that large text gets one after the other. */
const WIDE = matchMedia('(min-width: 64em)')

export function useWide(): boolean {
  const [wide, setWide] = useState(WIDE.matches)
  useLayoutEffect(() => {
    const again = () => setWide(WIDE.matches)
    WIDE.addEventListener('change', again)
    return () => WIDE.removeEventListener('change', again)
  }, [])
  return wide
}
