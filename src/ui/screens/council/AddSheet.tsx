import { useState } from 'preact/hooks'
import { addItem } from '#commands/council.ts'
import type { AgendaItem } from '#domain/council/agendaItem.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Meeting } from '#domain/council/meeting.ts'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useApp } from '#ui/state/app.ts'
import { useRecordDraft } from '#ui/state/draft.ts'
import { useWords } from '#ui/words.ts'
import { useKeep } from './useKeep.ts'

interface AddProps {
  meeting: Meeting
  items: readonly AgendaItem[]
  onClose: () => void
}

/** What somebody brings up at the table. */
export function AddSheet({ meeting, items, onClose }: AddProps) {
  const { council, common } = useWords()
  const { ctx } = useApp()
  const keep = useKeep()
  const draft = useRecordDraft('council.add', meeting.id, { title: '' })
  const title = draft.value.title.trim()
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    const id = draft.value.id ?? (ctx.newId() as RecordId)
    const done = await keep(addItem(draft.ctx, meeting.id, { id, title, items }), council.added)
    setBusy(false)
    if (!done) return
    await draft.drop()
    onClose()
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={council.add}
      close={common.close}
      bar={
        <Key
          look="primary"
          wide
          label={council.add}
          why={title === '' ? council.fillFirst(council.addTitle) : undefined}
          busy={busy}
          busyLabel={common.saving}
          onPress={() => void save()}
        />
      }
    >
      <Field
        label={council.addTitle}
        value={draft.value.title}
        maxLength={60}
        onDraft={(next) => draft.set({ title: next })}
      />
    </Sheet>
  )
}
