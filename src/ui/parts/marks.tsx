import type { SVGAttributes } from 'preact'
import type { Icon } from './icon.ts'

/** Drawn here because the icon set has none that says it: on its grid of 24 with round lines of 2. */
function mark(path: string): Icon {
  return (props: SVGAttributes<SVGSVGElement>) => (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      {...props}
    >
      <path d={path} />
    </svg>
  )
}

/** A bin with its lid and one wheel: the bin side. */
export const BinMark = mark(
  'M4 4h15l2 4H3zM5 8l1.5 13h9.8M19 8l-.9 7.6M10 12v4M14 12v4M18.5 17.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4z',
)

/** A flight of stairs: going from door to door. */
export const StairsMark = mark('M2 20h4v-4h5v-4h5V8h6')

/** A house on its ground line with windows and an entrance: the doors. */
export const HouseMark = mark('M2 21h20M5 21V3h14v18M9 7v1.5M15 7v1.5M9 12v1.5M15 12v1.5M10.5 21v-4h3v4')
