import Warning from '~icons/lucide/triangle-alert'
import { closeShift } from '#commands/bins.ts'
import type { Shift } from '#domain/shift.ts'
import { TextArea } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useApp } from '#ui/state/app.ts'
import type { useDraft } from '#ui/state/draft.ts'
import { useWords } from '#ui/words.ts'

const NOTE_LENGTH = 500

export type Note = ReturnType<typeof useDraft<string>>

/** One that another closed leaves its own person's word unsaid: what stands in the form is theirs still. */
export function isHandedOver(shift: Shift | undefined): boolean {
  return shift?.closedAt !== undefined && shift.closedBy === undefined
}

export function NoteField({ shift, note }: { shift: Shift; note: Note }) {
  const words = useWords().bins.summary
  return (
    <TextArea
      label={words.note(words.next[shift.window])}
      placeholder={words.noteHint}
      rows={2}
      maxLength={NOTE_LENGTH}
      value={note.value}
      onDraft={note.set}
    />
  )
}

/** A word for the next shift, from somebody whose shift was closed for them. With it the hand-over is their own. */
export function LateNote({ shift, note }: { shift: Shift; note: Note }) {
  const words = useWords()
  const { ctx } = useApp()
  const toast = useToast()
  const say = async () => {
    const done = await closeShift(ctx, shift.id, note.value)
    if (!done.ok) return toast({ text: words.common.refused[done.refused], icon: Warning })
    await note.drop()
    toast({ text: words.shift.noteKept })
  }
  return (
    <div class="stack">
      <NoteField shift={shift} note={note} />
      {note.value.trim() !== '' && <Key wide label={words.shift.keepNote} onPress={() => void say()} />}
    </div>
  )
}
