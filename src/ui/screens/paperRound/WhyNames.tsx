import { useState } from 'preact/hooks'
import type { LookReason } from '#domain/look.ts'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useWords } from '#ui/words.ts'

const REASONS = ['round', 'office', 'other'] as const satisfies readonly LookReason[]

/** Names on paper leave the house: what for is said first. */
export function WhyNames(props: {
  open: boolean
  onClose: () => void
  onChoose: (why: LookReason, note: string) => void
}) {
  const { discretion, common } = useWords()
  const words = discretion.paper
  const [why, setWhy] = useState<(typeof REASONS)[number]>('round')
  const [note, setNote] = useState('')
  const missing = why === 'other' && note.trim() === ''
  return (
    <Sheet
      open={props.open}
      onClose={props.onClose}
      title={words.askTitle}
      text={words.askText}
      close={common.close}
      bar={
        <Key
          look="primary"
          wide
          label={words.go}
          why={missing ? words.needNote : undefined}
          onPress={() => props.onChoose(why, note)}
        />
      }
    >
      <div class="stack">
        <Segmented
          label={words.askTitle}
          look="answer"
          value={why}
          onChange={setWhy}
          options={REASONS.map((one) => ({ value: one, label: discretion.why[one] }))}
        />
        <Field label={words.noteLabel} value={note} onDraft={setNote} maxLength={200} />
      </div>
    </Sheet>
  )
}
