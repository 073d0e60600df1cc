import { reachStep } from '#commands/works.ts'
import type { Works } from '#domain/ledger/works.ts'
import { Field } from '#ui/parts/Field.tsx'
import { useApp } from '#ui/state/app.ts'
import { useDraft } from '#ui/state/draft.ts'
import { useWords } from '#ui/words.ts'
import { Shots } from './Shots.tsx'
import { WritingSheet } from './WritingSheet.tsx'

export function ReachSheet(props: { works: Works; label: string; onClose: () => void }) {
  const { works, label, onClose } = props
  const { steps } = useWords().works
  const { today } = useApp()
  const draft = useDraft(`works.reach ${label}`, works.id, {
    day: today(),
    photos: [] as readonly string[],
  })
  const { value } = draft
  return (
    <WritingSheet
      title={label}
      save={steps.reach}
      draft={draft}
      onClose={onClose}
      doing={(ctx) => reachStep(ctx, works.id, label, value.day, value.photos)}
    >
      <Field
        label={steps.reachDay}
        type="date"
        value={value.day}
        onDraft={(day) => draft.set({ ...value, day })}
      />
      <Shots
        label={steps.photo}
        alt={label}
        photos={value.photos}
        most={6}
        onChange={(photos) => draft.set({ ...value, photos })}
      />
    </WritingSheet>
  )
}
