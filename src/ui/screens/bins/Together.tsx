import type { BinSheet } from '#queries/sheet.ts'
import { Card, Heading } from '#ui/parts/Card.tsx'
import { useFormats, useWords } from '#ui/words.ts'
import { BagLine } from './BagLine.tsx'
import { ChangeLine } from './SummaryFigure.tsx'

/** What two or more made together at one point: the sum of the sheet, beside what one counted oneself. */
export function Together({
  sheet,
  names,
  change,
}: {
  sheet: BinSheet
  names: readonly string[]
  change: number | undefined
}) {
  const { bins, sheets, today } = useWords()
  const formats = useFormats()
  const { rate, bags } = sheet
  return (
    <Card>
      <Heading title={today.beside(names.join(sheets.group.and))} />
      <p>
        <b>{sheets.together}</b>{' '}
        {rate.percent === undefined ? bins.drops(rate.drops) : bins.rate(rate.percent, rate.drops)}
      </p>
      <p>{sheets.rate.of(formats.number(rate.right), formats.number(rate.drops))}</p>
      {bags.checked > 0 && <BagLine rate={bags} />}
      <ChangeLine change={change} day={sheet.day} />
    </Card>
  )
}
