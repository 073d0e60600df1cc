import { withdrawConsent } from '#commands/care.ts'
import type { CareParts } from '#queries/careParts.ts'
import { Dialog } from '#ui/parts/Dialog.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'
import { useDoing } from './useDoing.ts'

/** 撤回同意: said once, clearly; then nothing is left, and there is no way back but to ask anew. */
export function WithdrawDialog({
  open,
  name,
  parts,
  onClose,
}: {
  open: boolean
  name: string
  parts: readonly CareParts[]
  onClose: () => void
}) {
  const { household } = useWords()
  const words = household.care
  const { ctx, today } = useApp()
  const doing = useDoing()
  const withdraw = async () => {
    onClose()
    await doing(withdrawConsent(ctx, parts, today()), words.withdrawn)
  }
  return (
    <Dialog open={open} onClose={onClose} title={words.withdrawTitle(name)} text={words.withdrawText}>
      <Key look="alert" wide label={words.withdrawGo} onPress={() => void withdraw()} />
      <Key wide focusFirst label={words.keep} onPress={onClose} />
    </Dialog>
  )
}
