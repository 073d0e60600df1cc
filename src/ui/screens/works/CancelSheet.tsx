import { cancelWorks } from '#commands/works.ts'
import type { Works } from '#domain/ledger/works.ts'
import { TextArea } from '#ui/parts/Field.tsx'
import { useDraft } from '#ui/state/draft.ts'
import { useWords } from '#ui/words.ts'
import { WritingSheet } from './WritingSheet.tsx'

export function CancelSheet({ works, onClose }: { works: Works; onClose: () => void }) {
  const { cancel } = useWords().works
  const draft = useDraft('works.cancel', works.id, { reason: '' })
  const { reason } = draft.value
  return (
    <WritingSheet
      title={cancel.title}
      save={cancel.save}
      why={reason.trim() === '' ? cancel.missing : undefined}
      draft={draft}
      onClose={onClose}
      doing={(ctx) => cancelWorks(ctx, works.id, reason)}
    >
      <TextArea
        label={cancel.reason}
        value={reason}
        rows={2}
        maxLength={200}
        onDraft={(typed) => draft.set({ reason: typed })}
      />
    </WritingSheet>
  )
}
