import { approveWorks } from '#commands/works.ts'
import { APPROVALS, type ApprovedBy, type Works } from '#domain/ledger/works.ts'
import { causesFor } from '#queries/atCouncil.ts'
import { Field, Select, TextArea } from '#ui/parts/Field.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useSeen } from '#ui/screens/feedback/seen.ts'
import { useApp } from '#ui/state/app.ts'
import { useDraft } from '#ui/state/draft.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { WritingSheet } from './WritingSheet.tsx'

interface Filled {
  readonly approved?: ApprovedBy
  readonly day: string
  readonly note: string
  /** The resolution it follows from. */
  readonly cause?: string
}

export function ApproveSheet({ works, onClose }: { works: Works; onClose: () => void }) {
  const { works: words, atCouncil } = useWords()
  const { approvals } = words
  const formats = useFormats()
  const { today } = useApp()
  const causes = useSeen(causesFor)
  const draft = useDraft<Filled>('works.approve', works.id, { day: today(), note: '' })
  const { value } = draft
  const decided = value.approved === 'council' ? causes : []
  const cause = decided.find((one) => one.resolution.id === value.cause)
  const follows = (next: string) => {
    // It was decided when the council sat.
    const day = causes.find((one) => one.resolution.id === next)?.day ?? value.day
    draft.set({ ...value, cause: next, day })
  }
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
          cause: cause?.resolution.id,
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
      {decided.length > 0 && (
        <Select
          label={atCouncil.cause}
          none={atCouncil.causeNone}
          value={cause?.resolution.id ?? ''}
          options={decided.map(({ resolution, day }) => ({
            value: resolution.id,
            label: atCouncil.causeOf(formats.day(day, today()), resolution.text),
          }))}
          onChange={follows}
        />
      )}
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
