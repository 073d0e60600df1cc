import { closedShiftsOf, shiftSheet } from '#queries/bins.ts'
import { Card, Heading } from '#ui/parts/Card.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'

/** One's own last shifts, to look at again. */
export function HandedOver() {
  const words = useWords().bins
  const formats = useFormats()
  const now = useNow()
  const { ctx } = useApp()
  const sheets = useView((view) =>
    closedShiftsOf(view, ctx.me, 5).flatMap((one) => shiftSheet(view, ctx.tenant, one.id) ?? []),
  )
  if (sheets.length === 0) return null
  return (
    <section class="stack">
      <Heading title={words.start.handedOver} />
      <Card pad={false}>
        <Rows>
          {sheets.map(({ shift, point, rate }) => (
            <Row
              key={shift.id}
              href={`/bins/${shift.id}`}
              title={words.shiftAt(point, words.window[shift.window])}
              sub={`${formats.day(shift.day, now)}・${
                rate.percent === undefined ? words.drops(rate.drops) : words.rate(rate.percent, rate.drops)
              }`}
            />
          ))}
        </Rows>
      </Card>
    </section>
  )
}
