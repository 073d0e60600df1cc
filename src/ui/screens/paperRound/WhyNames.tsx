import Two from '~icons/lucide/users-round'
import { useState } from 'preact/hooks'
import type { LookReason } from '#domain/look.ts'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { SecondYesPanel } from '#ui/screens/exports/SecondYesPanel.tsx'
import type { SecondYes } from '#ui/screens/exports/useSecondYes.ts'
import { useWords } from '#ui/words.ts'

const REASONS = ['round', 'office', 'other'] as const satisfies readonly LookReason[]

/** Names on paper leave the house: what for is said first, and of many somebody else of the office says yes. */
export function WhyNames(props: {
  open: boolean
  second: SecondYes
  homes: number
  onClose: () => void
  onChoose: (why: LookReason, note: string) => void
}) {
  const { discretion, common, trace } = useWords()
  const { second } = props
  const words = discretion.paper
  const [why, setWhy] = useState<(typeof REASONS)[number]>('round')
  const [note, setNote] = useState('')
  const cannot = second.may
    ? undefined
    : second.permit.is === 'waits'
      ? trace.second.waits
      : trace.second.alone
  const missing = why === 'other' && note.trim() === ''
  return (
    <Sheet
      open={props.open}
      onClose={props.onClose}
      title={words.askTitle}
      text={words.askText}
      close={common.close}
      bar={
        second.canAsk ? (
          <Key
            look="primary"
            wide
            icon={Two}
            label={trace.second.ask}
            why={note.trim() === '' ? words.needNote : undefined}
            busy={second.busy}
            onPress={() => void second.ask(why, [words.title, note.trim()].join('：'))}
          />
        ) : (
          <Key
            look="primary"
            wide
            label={words.go}
            why={cannot ?? (missing ? words.needNote : undefined)}
            onPress={() => props.onChoose(why, note)}
          />
        )
      }
    >
      <div class="stack">
        <SecondYesPanel permit={second.permit} homes={props.homes} />
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
