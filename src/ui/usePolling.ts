import { useEffect, useRef } from 'preact/hooks'

/**
 * Does it again and again while the page can be seen, the first time after `every` milliseconds, until it answers that it is
 * enough or the screen is left.
 */
export function usePolling(every: number, work: () => Promise<'more' | 'enough'>): void {
  const latest = useRef(work)
  latest.current = work
  useEffect(() => {
    let over = false
    let timer = setTimeout(() => void run(), every)
    const run = async () => {
      const next = document.hidden ? 'more' : await latest.current()
      if (next === 'more' && !over) timer = setTimeout(() => void run(), every)
    }
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [every])
}
