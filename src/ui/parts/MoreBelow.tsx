import './more-below.css'
import Chevron from '~icons/lucide/chevron-down'
import { useEffect, useRef, useState } from 'preact/hooks'

/**
 * At the end of a list that is longer than the screen: how many of its rows lie below the edge. For the eye only; a
 * screen reader is told the length of the list by the list.
 *
 * @param of how many rows there are, so that a list that changed is looked at anew
 */
export function MoreBelow({ of, say }: { of: number; say: (count: number) => string }) {
  const hint = useRef<HTMLParagraphElement>(null)
  const [below, setBelow] = useState(0)
  useEffect(() => {
    const own = hint.current
    if (!own) return
    const unseen = new Set<Element>()
    const watch = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting, boundingClientRect } of entries) {
          const under = !isIntersecting && boundingClientRect.top > own.getBoundingClientRect().top - 1
          if (under) unseen.add(target)
          else unseen.delete(target)
        }
        setBelow(unseen.size)
      },
      // The hint itself lies over the last line.
      { threshold: 0.5 },
    )
    for (const row of own.parentElement?.querySelectorAll('li') ?? []) watch.observe(row)
    return () => watch.disconnect()
  }, [of])
  return (
    <p ref={hint} class={below > 0 ? 'more-below' : 'more-below more-below-none'} aria-hidden="true">
      <Chevron class="icon" />
      {say(below)}
    </p>
  )
}
