import './watermark.css'
import { useId } from 'preact/hooks'
import type { Place } from '#domain/places.ts'
import { ANOTHER_YEAR } from './formats.ts'
import { useApp } from './state/app.ts'
import { useView } from './state/view.ts'
import { useFormats, useWords } from './words.ts'

/**
 * Whose screen this is and which day, faintly over everything that names residents: a photo of it says where it came from.
 * Nothing for the ear or the finger; in print it stands on every page.
 */
export function Watermark() {
  const id = useId()
  const { ctx, person, today } = useApp()
  const { discretion } = useWords()
  const { date } = useFormats()
  const compound = useView((view) => view.get<Place>(ctx.compound)?.label ?? '')
  // The year belongs to it: photos are found years later.
  const text = discretion.mark(person.name, date(today(), ANOTHER_YEAR), compound)
  return (
    <svg class="watermark" aria-hidden="true" focusable="false">
      <defs>
        <pattern
          id={id}
          width={text.length * 15 + 60}
          height="128"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-24)"
        >
          <text x="8" y="40">
            {text}
          </text>
          <text x={-(text.length * 15 + 60) / 2 + 8} y="104">
            {text}
          </text>
          <text x={(text.length * 15 + 60) / 2 + 8} y="104">
            {text}
          </text>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  )
}
