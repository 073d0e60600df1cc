import { headlineOf } from '#ui/headline.ts'
import type { DeskRow } from '#queries/ledger.ts'
import { DueBlock } from '#ui/parts/DueBlock.tsx'
import { Phrase } from '#ui/parts/Phrase.tsx'
import { dueWords } from '#ui/screens/feedback/dueWords.ts'
import { useTravelled } from '#ui/screens/feedback/travelled.ts'
import { useWeight } from '#ui/screens/feedback/weight.ts'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { handsWord } from './hands.ts'

/** One to give out: how long is left, what, where, who has it. */
export function DispatchRow(props: { row: DeskRow; current: boolean; onChoose: () => void }) {
  const words = useWords()
  const weigh = useWeight()
  const travelled = useTravelled()
  const { row, current } = props
  const who = useView((view) => handsWord(view, row.hands ?? {}, words.ledger))
  return (
    <div role="listitem">
      <button
        type="button"
        class={current ? 'dispatch-row dispatch-row-current' : 'dispatch-row'}
        data-row={row.id}
        aria-current={current ? 'true' : undefined}
        onClick={props.onChoose}
      >
        <DueBlock {...dueWords(row.due, words.feedback.due)} />
        <span class="dispatch-words">
          <b class="dispatch-what">
            <Phrase text={headlineOf(row, words)} />
          </b>
          <span class="caption">
            {[
              row.where,
              words.common.numbered(row.no),
              weigh(row),
              who || words.ledger.desk.nobody,
              row.travelled !== undefined && travelled(row.travelled),
            ]
              .filter(Boolean)
              .join('・')}
          </span>
        </span>
      </button>
    </div>
  )
}
