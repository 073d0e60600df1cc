import Warning from '~icons/lucide/triangle-alert'
import { closeShift } from '#commands/bins.ts'
import type { Shift } from '#domain/bins/shift.ts'
import { FreeText } from '#ui/FreeText.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useApp } from '#ui/state/app.ts'
import type { useDraft } from '#ui/state/draft.ts'
import { useWords } from '#ui/words.ts'

const NOTE_LENGTH = 500
/** Where the word for the next shift lies while it is written. */
export const NOTE_FORM = 'bins.note'

export type Note = ReturnType<typeof useDraft<string>>

/** Whether the words are in the shift already. What stands in the form otherwise is unsaid still, before and after the hand-over. */
export function isSaid(shift: Shift | undefined, words: string): boolean {
  return `\n${shift?.note ?? ''}\n`.includes(`\n${words.trim()}\n`)
}

export function NoteField({ shift, note }: { shift: Shift; note: Note }) {
  const words = useWords().bins.summary
  return (
    <FreeText
      label={words.note(words.next[shift.window])}
      placeholder={words.noteHint}
      rows={2}
      maxLength={NOTE_LENGTH}
      value={note.value}
      onDraft={note.set}
    />
  )
}

/** A word for the next shift after the hand-over. Where another made it, the hand-over is one's own with it. */
export function LateNote({ shift, note }: { shift: Shift; note: Note }) {
  const words = useWords()
  const { ctx } = useApp()
  const toast = useToast()
  const say = async () => {
    const done = await closeShift(note.ctx, shift.id, note.value)
    if (!done.ok) return toast({ text: words.common.refused[done.refused], icon: Warning })
    await note.drop()
    const was = shift.closedBy !== undefined && shift.closedBy !== ctx.me
    toast({ text: was ? words.shift.noteKept : words.shift.after.noteKept })
  }
  return (
    <div class="stack">
      <NoteField shift={shift} note={note} />
      {note.value.trim() !== '' && <Key wide label={words.shift.keepNote} onPress={() => void say()} />}
    </div>
  )
}
