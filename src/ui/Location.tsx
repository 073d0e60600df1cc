import { type LocationHook, LocationProvider, useLocation } from 'preact-iso'
import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import { onceArrived, onceShut } from './parts/backCloses.ts'

/**
 * Where somebody is, and the way elsewhere: it waits for a sheet that is on its way out of the history. What takes the place of a
 * screen takes it from the sheet over it too.
 */
export function Location({ children }: { children: ComponentChildren }) {
  return (
    <LocationProvider>
      <Waits>{children}</Waits>
    </LocationProvider>
  )
}

function Waits({ children }: { children: ComponentChildren }) {
  const at = useLocation()
  const waits = useMemo(
    (): LocationHook => ({
      ...at,
      route: (url, replace) => (replace ? onceShut : onceArrived)(() => at.route(url, replace)),
    }),
    [at],
  )
  return <LocationProvider.ctx.Provider value={waits}>{children}</LocationProvider.ctx.Provider>
}
