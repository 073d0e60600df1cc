import { isFetching } from '#sync/status.ts'
import { useApp } from './app.ts'
import { useStore } from './view.ts'

/** Why there may be more than this device can show now: it lies closed, or is still on its way. */
export type Hidden = 'closed' | 'coming'

/** Undefined where everything that somebody may read here can be read. */
export function useHidden(): Hidden | undefined {
  const app = useApp()
  const { vault, unchecked } = useStore(app.device)
  const status = useStore(app.status)
  if (unchecked || vault === 'closed' || vault === 'noPin') return 'closed'
  // Whoever has just come in: the server is asked for what opens it.
  const isAsking = vault === undefined && status.locked === true
  return isAsking || isFetching(status) ? 'coming' : undefined
}
