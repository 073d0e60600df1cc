import { useEffect, useRef, useState } from 'preact/hooks'
import type { ComponentChildren } from 'preact'

/** So many rows are drawn, or left out, together. */
export const PORTION = 40

export interface PortionsProps<T> {
  rows: readonly T[]
  /** One row, with a key of its own. */
  draw: (row: T) => ComponentChildren
  /** About as high as a row is, in px: so much room is kept for those that are not drawn. */
  height: number
  label: string
}

/** A very long list: only the portions that are near to what is seen are drawn, the others keep their room. */
export function Portions<T>({ rows, draw, height, label }: PortionsProps<T>) {
  const starts = Array.from({ length: Math.ceil(rows.length / PORTION) }, (_, nth) => nth * PORTION)
  return (
    <div role="list" aria-label={label}>
      {starts.map((start, nth) => (
        <Portion
          key={start}
          rows={rows.slice(start, start + PORTION)}
          draw={draw}
          height={height}
          first={nth === 0}
        />
      ))}
    </div>
  )
}

function Portion<T>({
  rows,
  draw,
  height,
  first,
}: Pick<PortionsProps<T>, 'rows' | 'draw' | 'height'> & { first: boolean }) {
  const element = useRef<HTMLDivElement>(null)
  const room = useRef<number | undefined>(undefined)
  const [near, setNear] = useState(first)
  useEffect(() => {
    const seen = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return
        // As high as it was: what stands below does not jump.
        if (!entry.isIntersecting && entry.boundingClientRect.height > 0)
          room.current = entry.boundingClientRect.height
        setNear(entry.isIntersecting)
      },
      { rootMargin: '800px 0px' },
    )
    if (element.current) seen.observe(element.current)
    return () => seen.disconnect()
  }, [])
  return (
    <div
      ref={element}
      role="presentation"
      style={near ? undefined : { height: `${room.current ?? rows.length * height}px` }}
    >
      {near && rows.map(draw)}
    </div>
  )
}
