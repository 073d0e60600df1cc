import { useState } from 'preact/hooks'
import { accountOrder } from '#commands/orders.ts'
import type { Order } from '#domain/ledger/order.ts'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useAct } from '#ui/screens/feedback/act.ts'
import { useDraft } from '#ui/state/draft.ts'
import { useWords } from '#ui/words.ts'
import { amountWrong, BillFields, billOf, billTyped } from './BillFields.tsx'

/** 花了多少钱, also after it was closed. */
export function BillSheet({ order, onClose }: { order: Order; onClose: () => void }) {
  const words = useWords()
  const { ledger, common } = words
  const act = useAct()
  const [busy, setBusy] = useState(false)
  const draft = useDraft('ledger.bill', order.id, billTyped(order))
  const bill = billOf(draft.value)
  const save = async () => {
    if (!bill) return
    setBusy(true)
    const taken = await act(accountOrder(draft.ctx, order, bill), ledger.bill.saved)
    setBusy(false)
    if (!taken) return
    await draft.drop()
    onClose()
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={ledger.bill.title}
      close={common.close}
      bar={
        <Key
          look="primary"
          wide
          label={common.save}
          why={amountWrong(draft.value.amount, words)}
          busy={busy}
          busyLabel={common.saving}
          onPress={() => void save()}
        />
      }
    >
      <div class="stack">
        <BillFields value={draft.value} onChange={draft.set} />
      </div>
    </Sheet>
  )
}
