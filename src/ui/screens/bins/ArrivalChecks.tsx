import './arrival-checks.css'
import { shownFills } from '#commands/fills.ts'
import { itemsOf } from '#domain/bins/checklist.ts'
import { STREAMS } from '#domain/bins/streams.ts'
import type { ShiftSheet } from '#queries/bins.ts'
import { MoreBelow } from '#ui/parts/MoreBelow.tsx'
import { useWords } from '#ui/words.ts'
import { BinKey } from './BinKey.tsx'
import { ChecksRound } from './ChecksRound.tsx'
import { useFilling } from './keys.ts'
import { useAnswer } from './useAnswer.ts'

/** 到岗看一看: what is looked at on arrival, and how full each bin is. */
export function ArrivalChecks({ sheet, titled }: { sheet: ShiftSheet; titled?: boolean }) {
  const words = useWords()
  const { shift } = sheet
  const filling = useFilling(shift.id)
  const fills = shownFills(shift, 'arrival', filling.state())
  const answer = useAnswer(shift.id)
  return (
    <div class="checks">
      <ChecksRound shift={shift.id} when="arrival" titled={titled} />
      <ul class="bin-keys" aria-label={words.checks.bins}>
        {STREAMS.map((stream) => (
          <li key={stream}>
            <BinKey
              stream={stream}
              fill={fills[stream]}
              onTouch={(moment) =>
                filling.press(stream, 'arrival', moment, (done) => answer(() => Promise.resolve(done)))
              }
            />
          </li>
        ))}
      </ul>
      <MoreBelow of={itemsOf(shift, 'arrival').length} say={words.checks.more} />
    </div>
  )
}
