import './arrival-checks.css'
import { shownFills } from '#commands/fills.ts'
import { STREAMS } from '#domain/streams.ts'
import type { ShiftSheet } from '#queries/bins.ts'
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
      <div class="bin-keys" role="group" aria-label={words.checks.bins}>
        {STREAMS.map((stream) => (
          <BinKey
            key={stream}
            stream={stream}
            fill={fills[stream]}
            onTouch={(moment) =>
              filling.press(stream, 'arrival', moment, (done) => answer(() => Promise.resolve(done)))
            }
          />
        ))}
      </div>
    </div>
  )
}
