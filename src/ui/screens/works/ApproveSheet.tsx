import { approveWorks } from '#commands/works.ts'
import { APPROVALS, type ApprovedBy, type Works } from '#domain/ledger/works.ts'
import { Field, TextArea } from '#ui/parts/Field.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useApp } from '#ui/state/app.ts'
import { useDraft } from '#ui/state/draft.ts'
import { useWords } from '#ui/words.ts'
import { WritingSheet } from './WritingSheet.tsx'

interface Filled {
  readonly approved?: ApprovedBy
  readonly day: string
  readonly note: string
}

export function ApproveSheet({ works, onClose }: { works: Works; onClose: () => void }) {
  const { approvals } = useWords().works
  const { today } = useApp()
  const draft = useDraft<Filled>('works.approve', works.id, { day: today(), note: '' })
  const { value } = draft
  return (
    <WritingSheet
      title={approvals.add}
      text={works.fund === 'maintenance' ? approvals.ownersOnly : undefined}
      why={value.approved ? undefined : approvals.missing}
      draft={draft}
      onClose={onClose}
      doing={(ctx) =>
        approveWorks(ctx, works.id, {
          approved: value.approved ?? 'manager',
          day: value.day,
          note: value.note.trim() || undefined,
        })
      }
    >
      <Segmented
        label={approvals.howLabel}
        shown
        look="answer"
        value={value.approved}
        options={APPROVALS.map((one) => ({ value: one, label: approvals.how[one] }))}
        onChange={(approved) => draft.set({ ...value, approved })}
      />
      <Field
        label={approvals.day}
        type="date"
        value={value.day}
        onDraft={(day) => draft.set({ ...value, day })}
      />
      <TextArea
        label={approvals.note}
        value={value.note}
        rows={2}
        maxLength={200}
        onDraft={(note) => draft.set({ ...value, note })}
      />
    </WritingSheet>
  )
}
