import Check from '~icons/lucide/check'
import { useState } from 'preact/hooks'
import { noteFeedback } from '#commands/feedback.ts'
import { closeOrder, holdOrder, noteOrder, promiseDay, replyOutside } from '#commands/orders.ts'
import type { Done } from '#commands/context.ts'
import { HOLD_REASONS, type HoldReason } from '#domain/ledger/order.ts'
import { addDays } from '#domain/workingDays.ts'
import type { FeedbackDetail } from '#queries/feedbackDetail.ts'
import { FreeText } from '#ui/FreeText.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Field, Select } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Photo } from '#ui/Photo.tsx'
import { PhotoKey } from '#ui/PhotoKey.tsx'
import { amountWrong, BillFields, billOf, type BillTyped, billTyped } from '#ui/screens/ledger/BillFields.tsx'
import { GhostKey } from '#ui/screens/ledger/GhostKey.tsx'
import { useApp } from '#ui/state/app.ts'
import { useDraft } from '#ui/state/draft.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { useAct } from './act.ts'
import { useResolved } from './resolved.ts'

export type Writing = 'note' | 'close' | 'hold' | 'promise' | 'reply'

interface Content {
  readonly text: string
  readonly photos: readonly string[]
  /** Of a closing, where it cost something. */
  readonly bill?: BillTyped
  /** What the council resolved about it is not done by this. */
  readonly alone?: boolean
}
const BLANK: Content = { text: '', photos: [] }

/** 记一笔, 修好了, 先等等, 说好哪天来, 外面怎么说: a sentence and a picture, kept as a draft at each input. */
export function WriteSheet(props: { writing: Writing; detail: FeedbackDetail; onClose: () => void }) {
  const { writing, detail, onClose } = props
  const all = useWords()
  const { feedback, common, ledger } = all
  const words = feedback.detail
  const formats = useFormats()
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
  const resolved = useResolved(writing === 'close' ? order : undefined)
  const doing = (): [Promise<Done>, string] => {
    if (writing === 'close' && order)
      return [
        closeOrder(
          ctx,
          order,
          content,
          content.bill && billOf(content.bill),
          content.alone ? [] : resolved.map((one) => one.id),
        ),
        words.closed,
      ]
    if (writing === 'hold' && order)
      return [holdOrder(ctx, order.id, { reason, until, text: content.text }), words.held]
    if (writing === 'promise' && order)
      return [
        promiseDay(ctx, order.id, until, content.text),
        ledger.promise.saved(formats.day(until, today())),
      ]
    if (writing === 'reply' && order) return [replyOutside(ctx, order.id, content), ledger.reply.saved]
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
  const title = {
    note: words.note,
    close: words.close,
    hold: words.holdTitle,
    promise: ledger.promise.title,
    reply: ledger.reply.title,
  }[writing]
  const dated = writing === 'hold' || writing === 'promise'
  const [first] = detail.before
  const take = (hash: string) => change({ photos: [...new Set([...content.photos, hash])] })
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
          why={content.bill && amountWrong(content.bill.amount, all)}
          busy={busy}
          busyLabel={common.saving}
          onPress={() => void save()}
        />
      }
    >
      <div class="stack">
        {writing === 'hold' && (
          <Select
            label={words.holdWhy}
            value={reason}
            onChange={(value) => setReason(value as HoldReason)}
            options={HOLD_REASONS.map((value) => ({ value, label: feedback.holds[value] }))}
          />
        )}
        {dated && (
          <Field
            label={writing === 'hold' ? words.holdUntil : ledger.promise.day}
            type="date"
            min={writing === 'hold' ? addDays(today(), 1) : today()}
            value={until}
            onDraft={setUntil}
          />
        )}
        <FreeText
          label={
            writing === 'close'
              ? words.closeWords
              : writing === 'reply'
                ? ledger.reply.words
                : words.noteWords
          }
          value={content.text}
          maxLength={500}
          onDraft={(text) => change({ text })}
        />
        {!dated && (
          <div class="pair">
            {writing === 'close' && first !== undefined && content.photos.length === 0 && (
              <Photo hash={first} alt={words.before} />
            )}
            {content.photos.map((hash) => (
              <Photo key={hash} hash={hash} alt={words.after} />
            ))}
            <PhotoKey label={writing === 'close' ? words.after : feedback.capture.photo} onTaken={take} />
          </div>
        )}
        {writing === 'close' && first !== undefined && <GhostKey before={first} onTaken={take} />}
        {writing === 'close' && <p class="caption">{words.lift}</p>}
        {resolved.map((one) => (
          <Key
            key={one.id}
            wide
            icon={content.alone ? undefined : Check}
            label={all.atCouncil.alsoDone(one.text)}
            pressed={!content.alone}
            onPress={() => change({ alone: !content.alone })}
          />
        ))}
        {writing === 'close' &&
          (content.bill ? (
            <BillFields value={content.bill} onChange={(bill) => change({ bill })} />
          ) : (
            <Key
              look="quiet"
              label={ledger.bill.optional}
              onPress={() => change({ bill: billTyped(order) })}
            />
          ))}
      </div>
    </Sheet>
  )
}
