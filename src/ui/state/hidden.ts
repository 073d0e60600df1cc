import { isFetching, type Status } from '#sync/status.ts'
import { type DeviceState, useApp } from './app.ts'
import { useStore } from './view.ts'

/** Why there may be more than this device can show now: it lies closed, wants a PIN first, is on its way, or waits for a network. */
export type Hidden = 'closed' | 'noPin' | 'coming' | 'later'

/** `open`: what no key closes, as places, people and works. */
export type HiddenOf = 'all' | 'open'

/** Undefined where everything that somebody may read here can be read. */
export function useHidden(of: HiddenOf = 'all'): Hidden | undefined {
  const app = useApp()
  return hiddenIn(useStore(app.device), useStore(app.status), of)
}

export function hiddenIn(
  { vault, unchecked }: Pick<DeviceState, 'vault' | 'unchecked'>,
  status: Status,
  of: HiddenOf = 'all',
): Hidden | undefined {
  if (of === 'all') {
    if (unchecked || vault === 'closed') return 'closed'
    if (vault === 'noPin') return 'noPin'
  }
  // A round that began behind the lock still says so after somebody has come in.
  const isLocked = of === 'all' && vault !== 'open' && status.locked === true
  if (!isLocked && !isFetching({ ...status, locked: false })) return undefined
  return status.link === 'none' || status.stopped ? 'later' : 'coming'
}
