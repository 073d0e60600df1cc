import './bin-drawing.css'
import Apple from '~icons/lucide/apple'
import Recycle from '~icons/lucide/recycle'
import type { SVGAttributes } from 'preact'
import type { Fill, Stream } from '#domain/bins/streams.ts'
import type { WasteClass } from '#domain/bins/wasteClass.ts'
import type { Icon } from '#ui/parts/icon.ts'

type Drawn = SVGAttributes<SVGSVGElement>

/** On the house's grid of 24 with round lines of 2, like the icons beside them. */
export function drawing(path: string): Icon {
  return (props: Drawn) => (
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

/** 未分类: a tied bag, crossed. */
export const Sack = drawing(
  'M9 7C6 9 4 13 4 16.5 4 19.5 6 21 8 21h8c2 0 4-1.5 4-4.5C20 13 18 9 15 7M9 7 7.5 3.5l2.5 1 2-1 2 1 2.5-1L15 7H9M10 12l4 4M14 12l-4 4',
)

/** 二次分拣: lines that are put in order again. */
export const Resort = drawing('M3 6h11M3 12h7M3 18h7M14 12h4a2 2 0 0 1 2 2v5M17 16.5l3 3 3-3')

const OtherSign = drawing('M3 11h18l-2 9H5zM7 11V7l2 1 3-4 3 4 2-1v4')
const HazardSign = drawing(
  'M9 5V3h6v2M7 5h10a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM9.5 10.5l5 5M14.5 10.5l-5 5',
)
/** 不进四色桶: a crossed bin. */
export const NoBin = drawing('M4 7h16M6 7l1 13a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1l1-13M9 7V4h6v3M3 3l18 18')

/** The line signs of the four streams; a category is never shown by its colour alone. */
export const SIGNS: Readonly<Record<Stream, Icon>> = {
  kitchen: Apple,
  other: OtherSign,
  recyclable: Recycle,
  hazardous: HazardSign,
}

export function signOf(waste: WasteClass): Icon {
  return waste === 'bulky' || waste === 'building' || waste === 'never' ? NoBin : SIGNS[waste]
}

/** Height of what is inside, in the drawing's own units. */
const INSIDE: Readonly<Record<Fill, number>> = { empty: 0, half: 12, full: 24 }

/** A bin in its waste colour, seen from the side, filled as far as it is. */
export function BinDrawing({ stream, fill }: { stream: Stream; fill: Fill | undefined }) {
  const inside = INSIDE[fill ?? 'empty']
  return (
    <svg class={`bin-drawing waste-${stream}`} viewBox="0 0 48 46" aria-hidden="true">
      <path class="bin-lid" d="M5 3h40v8H1z" />
      <path class="bin-body" d="M6 11h36l-3.5 29h-29z" />
      {inside > 0 && (
        <path
          class="bin-inside"
          d={`M${9.4 - inside / 9} ${38 - inside}h${29.2 + (inside * 2) / 9}L36.5 38h-25z`}
        />
      )}
      <circle class="bin-wheel" cx="38" cy="40" r="3" />
    </svg>
  )
}
