import { useState } from 'preact/hooks'
import { noteFeedback } from '#commands/feedback.ts'
import { closeOrder, holdOrder, noteOrder } from '#commands/orders.ts'
import type { Done } from '#commands/context.ts'
import { HOLD_REASONS, type HoldReason } from '#domain/order.ts'
import { addDays } from '#domain/workingDays.ts'
import type { FeedbackDetail } from '#queries/feedbackDetail.ts'
import { FreeText } from '#ui/FreeText.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Field, Select } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Photo } from '#ui/Photo.tsx'
import { PhotoKey } from '#ui/PhotoKey.tsx'
import { useApp } from '#ui/state/app.ts'
import { useDraft } from '#ui/state/draft.ts'
import { useWords } from '#ui/words.ts'
import { useAct } from './act.ts'

export type Writing = 'note' | 'close' | 'hold'

interface Content {
  readonly text: string
  readonly photos: readonly string[]
}
const BLANK: Content = { text: '', photos: [] }

/** 记一笔, 修好了 or 先等等: a sentence and a picture, kept as a draft at each input. */
export function WriteSheet(props: { writing: Writing; detail: FeedbackDetail; onClose: () => void }) {
  const { writing, detail, onClose } = props
  const { feedback, common } = useWords()
  const words = feedback.detail
  const { today } = useApp()
  const act = useAct()
  const form = `feedback.${writing}`
  const draft = useDraft(form, detail.id, BLANK)
  const { ctx } = draft
  const content = draft.value
  const [reason, setReason] = useState<HoldReason>('parts')
  const [until, setUntil] = useState(addDays(today(), 2))
  const [busy, setBusy] = useState(false)
  const change = (part: Partial<Content>) => draft.set({ ...content, ...part })
  const { order } = detail
  const doing = (): [Promise<Done>, string] => {
    if (writing === 'close' && order) return [closeOrder(ctx, order, content), words.closed]
    if (writing === 'hold' && order)
      return [holdOrder(ctx, order.id, { reason, until, text: content.text }), words.held]
    const note = order
      ? noteOrder(ctx, order.id, content)
      : noteFeedback(ctx, detail.id, content.text, content.photos)
    return [note, common.save]
  }
  const save = async () => {
    setBusy(true)
    const taken = await act(...doing())
    setBusy(false)
    if (!taken) return
    await draft.drop()
    onClose()
  }
  const title = { note: words.note, close: words.close, hold: words.holdTitle }[writing]
  return (
    <Sheet
      open
      onClose={onClose}
      title={title}
      close={common.close}
      bar={
        <Key
          look="primary"
          wide
          label={common.save}
          busy={busy}
          busyLabel={common.saving}
          onPress={() => void save()}
        />
      }
    >
      <div class="stack">
        {writing === 'hold' && (
          <>
            <Select
              label={words.holdWhy}
              value={reason}
              onChange={(value) => setReason(value as HoldReason)}
              options={HOLD_REASONS.map((value) => ({ value, label: feedback.holds[value] }))}
            />
            <Field
              label={words.holdUntil}
              type="date"
              min={addDays(today(), 1)}
              value={until}
              onDraft={setUntil}
            />
          </>
        )}
        <FreeText
          label={writing === 'close' ? words.closeWords : words.noteWords}
          value={content.text}
          maxLength={500}
          onDraft={(text) => change({ text })}
        />
        {writing !== 'hold' && (
          <div class="pair">
            {content.photos.map((hash) => (
              <Photo key={hash} hash={hash} alt={words.after} />
            ))}
            <PhotoKey
              label={writing === 'close' ? words.after : feedback.capture.photo}
              onTaken={(hash) => change({ photos: [...new Set([...content.photos, hash])] })}
            />
          </div>
        )}
        {writing === 'close' && <p class="caption">{words.lift}</p>}
      </div>
    </Sheet>
  )
}
