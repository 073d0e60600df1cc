import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { wholeLanguage } from './words.ts'

/**
 * A part of a screen that is not there often enough to be waited for: it comes with a file and words of its own. Until then, or
 * where it cannot be had, `Meanwhile` keeps its room; without that its place is empty.
 */
export function later<P extends object = object>(
  load: () => Promise<ComponentType<P>>,
  Meanwhile?: ComponentType<P>,
): ComponentType<P> {
  let loaded: ComponentType<P> | undefined
  return function Later(props: P) {
    const [here, setHere] = useState(loaded !== undefined)
    useEffect(() => {
      if (here) return
      let over = false
      Promise.all([load(), wholeLanguage()]).then(
        ([part]) => {
          loaded ??= part
          if (!over) setHere(true)
        },
        () => undefined,
      )
      return () => void (over = true)
    }, [here])
    if (here && loaded) {
      const Loaded = loaded
      return <Loaded {...props} />
    }
    return Meanwhile ? <Meanwhile {...props} /> : null
  }
}
