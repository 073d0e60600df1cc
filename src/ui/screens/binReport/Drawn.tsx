import type { BinReport } from '#queries/binReport.ts'
import { Card, Heading } from '#ui/parts/Card.tsx'
import { useFormats, useWords } from '#ui/words.ts'
import { AccuracyDrawing, useAccuracySentence } from './AccuracyDrawing.tsx'
import { Numbers } from './Numbers.tsx'
import { RushDrawing } from './RushDrawing.tsx'

/** How the rate went from day to day: only where there is enough to say so. */
export function Accuracy({ report: { days, longEnough } }: { report: BinReport }) {
  const { sheets } = useWords()
  const formats = useFormats()
  const sentence = useAccuracySentence(days)
  const { drawn } = sheets
  const counted = days.filter((one) => one.rate.drops > 0)
  return (
    <Card>
      <Heading title={drawn.accuracy} right={sheets.rate.self} />
      {longEnough ? (
        <>
          <AccuracyDrawing days={days} />
          <p>{sentence}</p>
        </>
      ) : (
        <p>{drawn.tooSoon}</p>
      )}
      <Numbers
        caption={drawn.accuracy}
        open={!longEnough}
        head={[drawn.day, drawn.drops, drawn.right, drawn.percent]}
        rows={counted.map(({ day, rate }) => [
          formats.date(day),
          formats.number(rate.drops),
          formats.number(rate.right),
          rate.percent === undefined ? drawn.thin : `${rate.percent}%`,
        ])}
      />
    </Card>
  )
}

/** When most people come, for each window. */
export function RushHours({ report: { rush } }: { report: BinReport }) {
  const { bins, sheets } = useWords()
  const formats = useFormats()
  const { drawn } = sheets
  if (rush.length === 0) return null
  return (
    <Card>
      <Heading title={drawn.rush} />
      {rush.map(({ window, rush: one }) => (
        <div key={window} class="report-part">
          <RushDrawing rush={one} />
          {one.busiest && (
            <p>
              {drawn.rushText(
                bins.window[window],
                one.busiest.from,
                later(one.busiest.from, one.minutes),
                formats.number(one.busiest.drops),
              )}
            </p>
          )}
          {one.elsewhere > 0 && <p class="caption">{drawn.rushElsewhere(formats.number(one.elsewhere))}</p>}
          <Numbers
            caption={`${drawn.rush} ${bins.window[window]}`}
            head={[drawn.time, drawn.drops, bins.counter.explained]}
            rows={one.slices.map((slice) => [
              `${slice.from}–${later(slice.from, one.minutes)}`,
              formats.number(slice.drops),
              formats.number(slice.counts.explained),
            ])}
          />
        </div>
      ))}
    </Card>
  )
}

/** `HH:MM` some minutes on. */
export function later(clock: string, minutes: number): string {
  const at = (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)) + minutes) % (24 * 60)
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
}
