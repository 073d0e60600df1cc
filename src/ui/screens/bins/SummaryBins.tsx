import { bagRateOf } from '#domain/bins/bag.ts'
import { hauledAtOf } from '#domain/bins/haul.ts'
import { type Shift } from '#domain/bins/shift.ts'
import { STREAMS } from '#domain/bins/streams.ts'
import type { BinSheet } from '#queries/sheet.ts'
import { Card } from '#ui/parts/Card.tsx'
import { useFormats, useWords } from '#ui/words.ts'
import { BagLine } from './BagLine.tsx'

/** What was seen in the bags and the bins, and what the lorry took; nothing where nobody looked. */
export function SummaryBins({ shift, sheet }: { shift: Shift; sheet: BinSheet }) {
  const { bins, hauls, sheets } = useWords()
  const formats = useFormats()
  const bags = shift.bags ?? []
  const looked = STREAMS.filter((one) => sheet.fills.arrival[one] ?? sheet.fills.leaving[one])
  if (bags.length + looked.length + sheet.hauls.length === 0) return null
  return (
    <Card>
      <div class="stack">
        {bags.length > 0 && <BagLine rate={bagRateOf(bags)} />}
        {looked.length > 0 && (
          <ul>
            {looked.map((stream) => (
              <li key={stream}>
                {sheets.fillLine(
                  bins.streamFull[stream],
                  sheet.fills.arrival[stream] && bins.fill[sheet.fills.arrival[stream]],
                  sheet.fills.leaving[stream] && bins.fill[sheet.fills.leaving[stream]],
                )}
              </li>
            ))}
          </ul>
        )}
        {sheet.hauls.length > 0 && (
          <ul aria-label={hauls.title}>
            {sheet.hauls.map((one) => (
              <li key={one.id}>
                {hauls.at(formats.time(hauledAtOf(one)))}・{bins.streamFull[one.stream]}{' '}
                {(one.unit === 'kg' ? hauls.kg : hauls.litres)(formats.number(one.amount))}
                {one.mixed && `・${hauls.isMixed}`}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  )
}
