import { useEffect, useState } from 'preact/hooks'
import { useApp } from './app.ts'

const MINUTE_MS = 60_000

/** Now, moving on once a minute and whenever the page is looked at again. */
export function useNow(): string {
  const { now } = useApp()
  const [instant, setInstant] = useState(now)
  useEffect(() => {
    const tick = () => setInstant(now())
    const timer = setInterval(tick, MINUTE_MS)
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [now])
  return instant
}
