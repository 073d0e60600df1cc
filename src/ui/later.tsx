import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { wholeLanguage } from './words.ts'

/**
 * A part of a screen that is not there often enough to be waited for: it comes with a file and words of its own, and until then,
 * or where it cannot be had, its place is empty.
 */
export function later(load: () => Promise<ComponentType>): ComponentType {
  let loaded: ComponentType | undefined
  return function Later() {
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
    if (!here || !loaded) return null
    const Loaded = loaded
    return <Loaded />
  }
}
