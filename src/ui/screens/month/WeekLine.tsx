import type { WeekRate } from '#queries/month.ts'

const TOP = 14
const BOTTOM = 84

/** One point a week, from nought to a hundred; the last one large, with its figure. The table beside it says the same. */
export function WeekLine({ weeks, names }: { weeks: readonly WeekRate[]; names: readonly string[] }) {
  const step = weeks.length > 1 ? 88 / (weeks.length - 1) : 0
  const points = weeks.flatMap(({ monday, rate: { percent } }, index) =>
    percent === undefined
      ? []
      : [{ monday, percent, x: 4 + index * step, y: BOTTOM - (percent / 100) * (BOTTOM - TOP), index }],
  )
  const last = points.at(-1)
  return (
    <svg class="month-line" aria-hidden="true">
      <line class="month-ground" x1="0" x2="100%" y1={`${BOTTOM}%`} y2={`${BOTTOM}%`} />
      {points.slice(1).map((one, index) => {
        const before = points[index]
        return (
          before && (
            <line
              key={one.monday}
              class="month-stroke"
              x1={`${before.x}%`}
              y1={`${before.y}%`}
              x2={`${one.x}%`}
              y2={`${one.y}%`}
            />
          )
        )
      })}
      {points.map((one) => (
        <circle
          key={one.monday}
          class={one === last ? 'month-dot month-dot-last' : 'month-dot'}
          cx={`${one.x}%`}
          cy={`${one.y}%`}
          r={one === last ? 8 : 5}
        />
      ))}
      {last && (
        <text class="month-figure" x={`${last.x}%`} y={`${last.y}%`} dy="-14" text-anchor="end">
          {last.percent}%
        </text>
      )}
      {points.map(
        (one) =>
          (one.index % 2 === 0 || one === last) && (
            <text
              key={one.monday}
              class="month-word"
              x={`${one.x}%`}
              y="98%"
              text-anchor={one === last ? 'end' : 'start'}
            >
              {names[one.index]}
            </text>
          ),
      )}
    </svg>
  )
}
