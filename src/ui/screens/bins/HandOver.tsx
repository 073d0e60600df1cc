import Warning from '~icons/lucide/triangle-alert'
import { useEffect, useRef, useState } from 'preact/hooks'
import { closeShift } from '#commands/bins.ts'
import { tapsIn } from '#domain/tallies.ts'
import type { ShiftSummary } from '#queries/bins.ts'
import { Dialog } from '#ui/parts/Dialog.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'
import { useTallying } from './keys.ts'
import type { Note } from './SummaryNote.tsx'

/** One tap and a word: what the shift came to, and the safe way back. */
export function HandOver(props: { summary: ShiftSummary; note: Note; asking: boolean; onClose: () => void }) {
  const { summary, note, asking, onClose } = props
  const words = useWords()
  const { ctx } = useApp()
  const toast = useToast()
  const keys = useTallying(summary.shift.id)
  const [busy, setBusy] = useState(false)
  const handOver = async () => {
    setBusy(true)
    // A tap on its way to the disk belongs to this shift.
    await keys.settled()
    const done = await closeShift(ctx, summary.shift.id, note.value)
    setBusy(false)
    onClose()
    if (!done.ok) {
      toast({ text: words.common.refused[done.refused], icon: Warning })
      return
    }
    await note.drop()
    toast({ text: words.bins.summary.done })
  }
  return (
    <Dialog
      open={asking}
      onClose={onClose}
      title={words.bins.summary.dialog}
      text={
        summary.quiet
          ? words.bins.summary.quiet[summary.shift.window]
          : words.bins.summary.dialogText(tapsIn(summary.counts))
      }
    >
      <Key
        look="primary"
        wide
        label={words.bins.summary.yes}
        busy={busy}
        busyLabel={words.common.saving}
        onPress={() => void handOver()}
      />
      <SafeKey label={words.bins.summary.stay} onPress={onClose} />
    </Dialog>
  )
}

/** The choice that changes nothing has the focus when the dialog comes. */
function SafeKey({ label, onPress }: { label: string; onPress: () => void }) {
  const key = useRef<HTMLButtonElement>(null)
  useEffect(() => key.current?.focus(), [])
  return <Key wide label={label} onPress={onPress} buttonRef={key} />
}
