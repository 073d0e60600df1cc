import { useEffect, useState } from 'preact/hooks'
import { everyVisible } from '#device/timers.ts'
import { useKeeper } from '#ui/keeper.ts'

const OFTEN_MS = 5_000

/** The clock on the wall, ISO instant; the screen is drawn anew when it moves on. */
export function useMinute(): string {
  const { now } = useKeeper()
  const [at, setAt] = useState(now)
  useEffect(() => everyVisible(OFTEN_MS, () => setAt(now())), [])
  return at
}
