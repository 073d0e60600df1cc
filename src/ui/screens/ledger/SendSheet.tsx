import { useState } from 'preact/hooks'
import { sendOutside } from '#commands/orders.ts'
import { BODIES, type Body, OUTSIDE_TERMS } from '#domain/ledger/outside.ts'
import type { FeedbackDetail } from '#queries/feedbackDetail.ts'
import { FreeText } from '#ui/FreeText.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Field, Select } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useAct } from '#ui/screens/feedback/act.ts'
import { useDraft } from '#ui/state/draft.ts'
import { useWords } from '#ui/words.ts'

interface Typed {
  readonly body: Body
  readonly reference: string
  readonly workingDays: string
  readonly text: string
}

/** 转给外面: to whom, under which number, what they promise. A remark without an order goes as it is. */
export function SendSheet({ detail, onClose }: { detail: FeedbackDetail; onClose: () => void }) {
  const { ledger, common } = useWords()
  const words = ledger.send
  const act = useAct()
  const outside = detail.order?.outside ?? detail.record?.outside
  const [busy, setBusy] = useState(false)
  const draft = useDraft<Typed>('ledger.send', detail.id, {
    body: outside?.body ?? 'hotline12345',
    reference: outside?.reference ?? '',
    workingDays: outside?.workingDays === undefined ? '' : String(outside.workingDays),
    text: '',
  })
  const typed = draft.value
  const change = (part: Partial<Typed>) => draft.set({ ...typed, ...part })
  const what = detail.order ?? detail.record
  const send = async () => {
    if (!what) return
    setBusy(true)
    const { workingDays, ...rest } = typed
    const taken = await act(
      sendOutside(draft.ctx, what, { ...rest, ...(workingDays && { workingDays: Number(workingDays) }) }),
      words.saved(words.bodies[typed.body]),
    )
    setBusy(false)
    if (!taken) return
    await draft.drop()
    onClose()
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={words.title}
      close={common.close}
      bar={
        <Key
          look="primary"
          wide
          label={words.go}
          busy={busy}
          busyLabel={common.saving}
          onPress={() => void send()}
        />
      }
    >
      <div class="stack">
        <Select
          label={words.body}
          value={typed.body}
          onChange={(body) => change({ body: body as Body })}
          options={BODIES.map((one) => ({ value: one, label: words.bodies[one] }))}
        />
        <Field
          label={words.reference}
          help={words.referenceHelp}
          value={typed.reference}
          maxLength={40}
          onDraft={(reference) => change({ reference })}
        />
        <Select
          label={words.days}
          value={typed.workingDays}
          none={words.noTerm}
          onChange={(workingDays) => change({ workingDays })}
          options={OUTSIDE_TERMS.map((one) => ({ value: String(one), label: words.term(one) }))}
        />
        <FreeText
          label={words.words}
          value={typed.text}
          maxLength={500}
          onDraft={(text) => change({ text })}
        />
      </div>
    </Sheet>
  )
}
