import type { BinReport } from '#queries/binReport.ts'
import { Card, Heading } from '#ui/parts/Card.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useFormats, useWords } from '#ui/words.ts'
import { addressOf } from './address.ts'

/** Point by point in the compound's own order; the bins are compared with nobody. */
export function Points({ report: { asked, points } }: { report: BinReport }) {
  const { bins, sheets } = useWords()
  const formats = useFormats()
  if (points.length < 2) return null
  return (
    <section class="stack">
      <Heading title={sheets.points.title} />
      <Card pad={false}>
        <Rows>
          {points.map(({ point, sessions, rate, incidents }) => (
            <Row
              key={point.id}
              href={addressOf('/bins/report', { ...asked, point: point.id })}
              title={point.label}
              sub={[
                sessions.planned > 0 &&
                  sheets.points.sessions(formats.number(sessions.held), formats.number(sessions.planned)),
                incidents > 0 && `${sheets.kinds.title} ${sheets.kinds.count(formats.number(incidents))}`,
              ]
                .filter(Boolean)
                .join('・')}
              right={
                <b>
                  {rate.percent === undefined ? bins.drops(rate.drops) : bins.rate(rate.percent, rate.drops)}
                </b>
              }
            />
          ))}
        </Rows>
      </Card>
    </section>
  )
}
