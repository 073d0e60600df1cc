import Warning from '~icons/lucide/triangle-alert'
import { withdrawHaul } from '#commands/hauls.ts'
import type { Haul } from '#domain/bins/haul.ts'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'
import { useAmountText } from './haulText.ts'

/** Why a haul does not count, one press each; the choice that changes nothing is last and wide. */
export function HaulsWithdraw({ haul, onClose }: { haul: Haul | undefined; onClose: () => void }) {
  const words = useWords()
  const { ctx } = useApp()
  const toast = useToast()
  const amountText = useAmountText()
  const take = async (reason: string) => {
    if (!haul) return
    const done = await withdrawHaul(ctx, haul.id, reason)
    onClose()
    toast(
      done.ok
        ? { text: words.hauls.withdrawn(reason) }
        : { text: words.common.refused[done.refused], icon: Warning },
    )
  }
  return (
    <Sheet
      open={haul !== undefined}
      onClose={onClose}
      title={words.hauls.withdrawTitle}
      text={
        haul &&
        `${words.bins.streamFull[haul.stream]} ${amountText(haul.stream, haul.amount, haul.unit).plain}`
      }
      close={words.common.close}
      bar={<Key wide label={words.hauls.keep} onPress={onClose} focusFirst />}
    >
      <div class="stack">
        {words.hauls.reasons.map((reason) => (
          <Key key={reason} wide label={reason} onPress={() => void take(reason)} />
        ))}
      </div>
    </Sheet>
  )
}
