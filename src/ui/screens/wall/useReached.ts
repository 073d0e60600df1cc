import { useEffect, useRef } from 'preact/hooks'
import { useApp } from '#ui/state/app.ts'
import { useStore } from '#ui/state/view.ts'

/**
 * Whether the office was reached by the last round that ended. A round that is under way says nothing yet: every touch of
 * a page starts one, and what is done during it would be called unsent though there is a network.
 */
export function useReached(): boolean {
  const { status } = useApp()
  const { link, lastGood } = useStore(status)
  const last = useRef(lastGood !== undefined)
  useEffect(() => {
    if (link !== 'trying') last.current = link === 'good'
  }, [link])
  return link === 'trying' ? last.current : link === 'good'
}
