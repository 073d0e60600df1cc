import { useState } from 'preact/hooks'
import { giveUp } from '#commands/deciding.ts'
import type { Asked, NotTaken } from '#queries/attention.ts'
import { FreeText } from '#ui/FreeText.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'

/** Letting go says its consequence first, and asks for a reason without demanding one. */
export function GiveUp({
  open,
  one,
  onClose,
}: {
  open: boolean
  one: NotTaken | Asked
  onClose: () => void
}) {
  const { ctx } = useApp()
  const { common, held } = useWords()
  const toast = useToast()
  const [reason, setReason] = useState('')
  const mine = one.is === 'notTaken'
  const go = async () => {
    const done = await giveUp(ctx, [...one.act, ...one.before], reason.trim())
    toast({ text: done.ok ? (mine ? held.gaveUp : held.left) : common.refused[done.refused] })
    if (done.ok) onClose()
  }
  const options = Object.values(held.reasons).map((label) => ({ value: label, label }))
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={mine ? held.giveUpTitle : held.leaveTitle}
      close={common.close}
      bar={
        <>
          <Key look="alert" wide label={mine ? held.giveUpGo : held.leaveGo} onPress={() => void go()} />
          <Key wide focusFirst label={common.cancel} onPress={onClose} />
        </>
      }
    >
      <div class="stack">
        <Segmented
          label={held.why}
          shown
          look="chips"
          options={options}
          value={options.find(({ value }) => value === reason)?.value}
          onChange={setReason}
        />
        <FreeText label={held.inWords} rows={2} maxLength={200} value={reason} onDraft={setReason} />
      </div>
    </Sheet>
  )
}
