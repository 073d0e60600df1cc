import type { BinReport } from '#queries/binReport.ts'
import type { Reader } from '#queries/reader.ts'
import { type BinSheet, changeInAWeek, peopleOf } from '#queries/sheet.ts'
import { Card, Heading } from '#ui/parts/Card.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { changeText } from '#ui/screens/bins/SummaryFigure.tsx'
import { useFormats, useWords } from '#ui/words.ts'

/** The shifts of one day, each as the sheet that everybody who stood there wrote together. */
export function DayShifts({ report, reader }: { report: BinReport; reader: Reader }) {
  const { sheets } = useWords()
  if (report.sheets.length === 0) return null
  return (
    <section class="stack">
      <Heading title={sheets.shifts.title} />
      <Card pad={false}>
        <Rows>
          {report.sheets.map((sheet) => (
            <Sheet key={`${sheet.point} ${sheet.window}`} sheet={sheet} reader={reader} />
          ))}
        </Rows>
      </Card>
    </section>
  )
}

function Sheet({ sheet, reader }: { sheet: BinSheet; reader: Reader }) {
  const { bins, sheets } = useWords()
  const formats = useFormats()
  const [first] = sheet.shares
  const change = changeInAWeek(reader, sheet)
  return (
    <Row
      href={`/bins/${first?.shift.id}/summary`}
      title={bins.shiftAt(
        bins.shortPoint(reader.tree.get(sheet.point)?.label ?? ''),
        bins.window[sheet.window],
      )}
      sub={[
        peopleOf(sheet) > 1 && sheets.shifts.people(formats.number(peopleOf(sheet))),
        sheet.open && sheets.shifts.open,
        change !== undefined && changeText(change, formats.weekday(sheet.day), bins.summary),
      ]
        .filter(Boolean)
        .join('・')}
      right={
        <b>
          {sheet.rate.percent === undefined
            ? bins.drops(sheet.rate.drops)
            : bins.rate(sheet.rate.percent, sheet.rate.drops)}
        </b>
      }
    />
  )
}
