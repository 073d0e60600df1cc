import { useContext, useEffect, useState } from 'preact/hooks'
import { everyVisible } from '#device/timers.ts'
import { EntranceContext } from './office.ts'
import type { HeldCompound, Several } from './several.ts'

/** What is not sent of them goes while somebody looks. */
const EVERY = 5_000

/** The other compounds of this phone; nothing where there are none, or it is not known yet. */
export function useHeld(): { readonly several?: Several; readonly held: readonly HeldCompound[] } {
  const several = useContext(EntranceContext)?.several
  const [held, setHeld] = useState<readonly HeldCompound[]>([])
  useEffect(() => {
    if (!several) return undefined
    let over = false
    const look = () => void several.held().then((found) => !over && setHeld(found))
    look()
    const stop = everyVisible(EVERY, look)
    return () => {
      over = true
      stop()
    }
  }, [several])
  return { ...(several && { several }), held }
}
