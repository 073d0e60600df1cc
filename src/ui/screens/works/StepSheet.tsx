import { planStep } from '#commands/works.ts'
import type { Works } from '#domain/ledger/works.ts'
import { Field } from '#ui/parts/Field.tsx'
import { useApp } from '#ui/state/app.ts'
import { useDraft } from '#ui/state/draft.ts'
import { useWords } from '#ui/words.ts'
import { WritingSheet } from './WritingSheet.tsx'

export function StepSheet({ works, onClose }: { works: Works; onClose: () => void }) {
  const { steps } = useWords().works
  const { today } = useApp()
  const draft = useDraft('works.step', works.id, { label: '', day: today() })
  const { value } = draft
  return (
    <WritingSheet
      title={steps.add}
      why={value.label.trim() === '' ? steps.missing : undefined}
      draft={draft}
      onClose={onClose}
      doing={(ctx) => planStep(ctx, works, value.label.trim(), value.day)}
    >
      <Field
        label={steps.label}
        value={value.label}
        placeholder={steps.labelHint}
        maxLength={30}
        onDraft={(label) => draft.set({ ...value, label })}
      />
      <Field
        label={steps.day}
        type="date"
        value={value.day}
        onDraft={(day) => draft.set({ ...value, day })}
      />
    </WritingSheet>
  )
}
