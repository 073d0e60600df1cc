import { acceptWorks } from '#commands/works.ts'
import type { Works } from '#domain/ledger/works.ts'
import { Field, TextArea } from '#ui/parts/Field.tsx'
import { useApp } from '#ui/state/app.ts'
import { useDraft } from '#ui/state/draft.ts'
import { useWords } from '#ui/words.ts'
import { WritingSheet } from './WritingSheet.tsx'

export function AcceptSheet({ works, onClose }: { works: Works; onClose: () => void }) {
  const { accept } = useWords().works
  const { today } = useApp()
  const draft = useDraft('works.accept', works.id, { note: '', name: '' })
  const { value } = draft
  return (
    <WritingSheet
      title={accept.add}
      text={accept.text}
      why={value.note.trim() === '' ? accept.missing : undefined}
      draft={draft}
      onClose={onClose}
      doing={(ctx) =>
        acceptWorks(ctx, works.id, {
          day: today(),
          note: value.note.trim(),
          name: value.name.trim() || undefined,
        })
      }
    >
      <TextArea
        label={accept.note}
        value={value.note}
        placeholder={accept.noteHint}
        rows={2}
        maxLength={200}
        onDraft={(note) => draft.set({ ...value, note })}
      />
      <Field
        label={accept.name}
        value={value.name}
        placeholder={accept.nameHint}
        maxLength={20}
        onDraft={(name) => draft.set({ ...value, name })}
      />
    </WritingSheet>
  )
}
