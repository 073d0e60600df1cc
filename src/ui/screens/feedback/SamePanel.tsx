import './voice.css'
import Check from '~icons/lucide/check'
import type { Likely } from '#queries/alike.ts'
import { Panel } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Phrase } from '#ui/parts/Phrase.tsx'
import { useWords } from '#ui/words.ts'
import { headlineOf } from '#ui/headline.ts'
import { useWeight } from './weight.ts'

/** What may be the same, with enough to tell by; one tap joins it. Nothing is decided by itself. */
export function SamePanel(props: {
  title: string
  likely: readonly Likely[]
  busy?: boolean
  label: string
  onSame: (one: Likely) => void
}) {
  const { feedback, voices, danger, common } = useWords()
  const weigh = useWeight()
  if (props.likely.length === 0) return null
  return (
    <Panel title={props.title}>
      <div class="same">
        {props.likely.map((one) => {
          const { row } = one
          const state = row.status
            ? feedback.status[row.status]
            : row.disposition
              ? feedback.dispositions[row.disposition]
              : feedback.undecided
          return (
            <div key={row.id} class="same-one">
              <p class="same-text">
                <Phrase text={headlineOf(row, { feedback, danger, voices })} />
              </p>
              <p class="caption">
                {[
                  row.where,
                  weigh({ ...row, voices: Math.max(2, row.voices) }),
                  state,
                  row.no === undefined ? common.noNumber : feedback.detail.no(row.no),
                ]
                  .filter(Boolean)
                  .join('・')}
              </p>
              <Key
                icon={Check}
                label={props.label}
                busy={props.busy}
                busyLabel={common.saving}
                onPress={() => props.onSame(one)}
              />
            </div>
          )
        })}
      </div>
    </Panel>
  )
}
