import { useEffect } from 'preact/hooks'
import { createStore } from 'zustand/vanilla'
import { useStore } from './view.ts'

/** A number is not left on a screen that others look at. */
const SHOWN_MS = 30_000

/** The one number that stands in full, by its record and field; on no disk. */
const whole = createStore<{ readonly key?: string }>(() => ({}))
let timer: ReturnType<typeof setTimeout> | undefined

/** Shows a number in full; the one before it goes behind its mask. */
export function showNumber(key: string): void {
  clearTimeout(timer)
  timer = setTimeout(hideNumber, SHOWN_MS)
  whole.setState({ key })
}

export function hideNumber(): void {
  clearTimeout(timer)
  whole.setState({}, true)
}

/** Whether this number stands in full. It does not outlive what shows it, nor the page's going out of sight. */
export function useWholeNumber(key: string): boolean {
  const shown = useStore(whole).key === key
  useEffect(() => {
    if (!shown) return
    // A screen that locks or another app in front hides the page first.
    const hidden = () => document.visibilityState === 'hidden' && hideNumber()
    document.addEventListener('visibilitychange', hidden)
    addEventListener('pagehide', hideNumber)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      removeEventListener('pagehide', hideNumber)
      if (whole.getState().key === key) hideNumber()
    }
  }, [shown, key])
  return shown
}
