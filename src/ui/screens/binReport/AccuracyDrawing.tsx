import type { DayOfReport } from '#queries/binReport.ts'
import { useFormats, useWords } from '#ui/words.ts'

const TOP = 12
const BOTTOM = 84

/**
 * One column a day, from nought to a hundred, with a dot where there were ten drops. Drawn in parts of the width, so that
 * nothing is stretched; the sentence and the table beside it say the same.
 */
export function AccuracyDrawing({ days }: { days: readonly DayOfReport[] }) {
  const step = 100 / days.length
  const marks = days.map((one, index) => ({
    ...one,
    left: index * step,
    middle: (index + 0.5) * step,
    top: one.rate.percent === undefined ? BOTTOM : BOTTOM - (one.rate.percent / 100) * (BOTTOM - TOP),
  }))
  const dots = marks.filter((one) => one.rate.percent !== undefined)
  const last = dots.at(-1)
  const every = days.length > 10 ? 7 : 1
  return (
    <svg class="chart" aria-hidden="true">
      {[0, 50, 100].map((percent) => {
        const y = `${BOTTOM - (percent / 100) * (BOTTOM - TOP)}%`
        return (
          <line
            key={percent}
            class={percent === 0 ? 'chart-ground' : 'chart-level'}
            x1="0"
            x2="100%"
            y1={y}
            y2={y}
          />
        )
      })}
      {marks.map(({ day, rate, left, top }) =>
        rate.percent === undefined ? (
          rate.drops > 0 && (
            <line
              key={day}
              class="chart-thin"
              x1={`${left + step * 0.2}%`}
              x2={`${left + step * 0.8}%`}
              y1={`${BOTTOM - 3}%`}
              y2={`${BOTTOM - 3}%`}
            />
          )
        ) : (
          <rect
            key={day}
            class="chart-column"
            x={`${left + step * 0.14}%`}
            width={`${step * 0.72}%`}
            y={`${top}%`}
            height={`${BOTTOM - top}%`}
          />
        ),
      )}
      {dots.map((one) => (
        <circle
          key={one.day}
          class="chart-dot"
          cx={`${one.middle}%`}
          cy={`${one.top}%`}
          r={one === last ? 7 : 4}
        />
      ))}
      {last && (
        <text
          class="chart-figure"
          x={`${last.middle}%`}
          y={`${last.top}%`}
          dy="-12"
          text-anchor={last.middle > 85 ? 'end' : last.middle < 15 ? 'start' : 'middle'}
        >
          {last.rate.percent}%
        </text>
      )}
      {marks.map(
        ({ day, middle }, index) =>
          index % every === 0 && (
            <text key={day} class="chart-word" x={`${middle}%`} y="99%" text-anchor="middle">
              {Number(day.slice(8))}
            </text>
          ),
      )}
    </svg>
  )
}

/** The sentence that says what the columns show. */
export function useAccuracySentence(days: readonly DayOfReport[]): string {
  const { drawn } = useWords().sheets
  const formats = useFormats()
  const counted = days.flatMap(({ day, rate }) =>
    rate.percent === undefined ? [] : [{ day, percent: rate.percent }],
  )
  const thin = days.filter(({ rate }) => rate.percent === undefined && rate.drops > 0).length
  const [first] = counted
  if (!first) return drawn.accuracyNone
  if (counted.length === 1) return drawn.accuracyOne(`${first.percent}%`, formats.date(first.day))
  const least = counted.reduce((a, b) => (b.percent < a.percent ? b : a))
  const most = counted.reduce((a, b) => (b.percent > a.percent ? b : a))
  return drawn.accuracyText(
    counted.length,
    `${least.percent}%`,
    formats.date(least.day),
    `${most.percent}%`,
    formats.date(most.day),
    thin,
  )
}
