import type { Rush } from '#queries/rush.ts'

const TOP = 16
const BOTTOM = 80

/** One column a quarter of an hour; the fullest one is lit and carries its number. */
export function RushDrawing({ rush: { slices, busiest } }: { rush: Rush }) {
  const step = 100 / slices.length
  const most = busiest?.drops ?? 1
  return (
    <svg class="chart chart-low" aria-hidden="true">
      <line class="chart-ground" x1="0" x2="100%" y1={`${BOTTOM}%`} y2={`${BOTTOM}%`} />
      {slices.map((slice, index) => {
        const height = (slice.drops / most) * (BOTTOM - TOP)
        return (
          <rect
            key={slice.from}
            class={slice === busiest ? 'chart-column chart-lit' : 'chart-column'}
            x={`${(index + 0.1) * step}%`}
            width={`${step * 0.8}%`}
            y={`${BOTTOM - height}%`}
            height={`${height}%`}
          />
        )
      })}
      {slices.map((slice, index) => {
        const middle = (index + 0.5) * step
        const anchor = middle > 90 ? 'end' : middle < 10 ? 'start' : 'middle'
        return slice === busiest ? (
          <text key={slice.from} class="chart-figure" x={`${middle}%`} y={`${TOP - 3}%`} text-anchor={anchor}>
            {slice.drops}
          </text>
        ) : null
      })}
      {slices.map(
        (slice, index) =>
          slice.from.endsWith(':00') && (
            <text
              key={slice.from}
              class="chart-word"
              x={`${index * step}%`}
              y="97%"
              text-anchor={index === 0 ? 'start' : index * step > 88 ? 'end' : 'middle'}
            >
              {slice.from}
            </text>
          ),
      )}
    </svg>
  )
}
