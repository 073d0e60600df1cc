import CheckMark from '~icons/lucide/check'
import Pencil from '~icons/lucide/pencil'
import { useId, useState } from 'preact/hooks'
import type { VisitOutcome } from '#domain/doors/visit.ts'
import { TextArea } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useWords } from '#ui/words.ts'
import { ON_PAPER } from './onPaper.ts'

export interface TypedDoorProps {
  readonly label: string
  /** It has an answer of that day already. */
  readonly kept: VisitOutcome | undefined
  readonly outcome: VisitOutcome | undefined
  readonly remark: string | undefined
  readonly onOutcome: (outcome: VisitOutcome) => void
  readonly onRemark: (remark: string) => void
}

/** A line of the paper: the boxes in the order they have there, as keys. */
export function TypedDoor({ label, kept, outcome, remark, onOutcome, onRemark }: TypedDoorProps) {
  const { discretion, doors } = useWords()
  const words = discretion.typing
  const name = useId()
  const [writing, setWriting] = useState(false)
  if (kept) {
    return (
      <p class="typed-kept">
        <b class="typed-label">{label}</b>
        <CheckMark class="icon" aria-hidden="true" />
        {words.already(doors.outcome[kept])}
      </p>
    )
  }
  return (
    <section class="typed-door">
      <div class="between">
        <b class="typed-label">{label}</b>
        <Key
          look="quiet"
          icon={Pencil}
          label={words.remark}
          pressed={writing || Boolean(remark)}
          onPress={() => setWriting(!writing)}
        />
      </div>
      <fieldset role="radiogroup" class="typed-choices">
        <legend class="spoken">{words.outcomeOf(label)}</legend>
        {ON_PAPER.map((one) => (
          <label key={one} class="typed-choice">
            <input
              class="spoken"
              type="radio"
              name={name}
              checked={one === outcome}
              onChange={() => onOutcome(one)}
            />
            <span class="typed-face">
              {one === outcome && <CheckMark class="icon" aria-hidden="true" />}
              {discretion.outcome[one]}
            </span>
          </label>
        ))}
      </fieldset>
      {(writing || remark) && (
        <TextArea
          label={words.remarkOf(label)}
          value={remark ?? ''}
          rows={2}
          maxLength={500}
          onDraft={onRemark}
        />
      )}
    </section>
  )
}
