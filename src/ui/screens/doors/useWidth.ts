import { useLayoutEffect, useState } from 'preact/hooks'

export type Width = 'phone' | 'portrait' | 'landscape'

const PORTRAIT = matchMedia('(min-width: 600px)')
const LANDSCAPE = matchMedia('(min-width: 1024px)')

function now(): Width {
  return LANDSCAPE.matches ? 'landscape' : PORTRAIT.matches ? 'portrait' : 'phone'
}

/** The three widths of the drawings; the building is laid out differently in each, which style sheets alone cannot. */
export function useWidth(): Width {
  const [width, setWidth] = useState(now)
  useLayoutEffect(() => {
    const again = () => setWidth(now())
    PORTRAIT.addEventListener('change', again)
    LANDSCAPE.addEventListener('change', again)
    return () => {
      PORTRAIT.removeEventListener('change', again)
      LANDSCAPE.removeEventListener('change', again)
    }
  }, [])
  return width
}
