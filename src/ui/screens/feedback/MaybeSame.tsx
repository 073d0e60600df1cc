import { linkDuplicate, unlinkDuplicate } from '#commands/merging.ts'
import { handsKey } from '#domain/ledger/hands.ts'
import type { Order } from '#domain/ledger/order.ts'
import { goesBefore } from '#domain/ledger/orderMerging.ts'
import { type Likely, likelyTheSame } from '#queries/alike.ts'
import type { FeedbackDetail } from '#queries/feedbackDetail.ts'
import { useToast } from '#ui/parts/Toast.tsx'
import { handsWord } from '#ui/screens/ledger/hands.ts'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'
import { useAct } from './act.ts'
import { SamePanel } from './SamePanel.tsx'
import { useSeen } from './seen.ts'

/** Two entries that may be one thing: a person says so, and can take it back. Of two orders the earlier goes on. */
export function MaybeSame({ detail, now }: { detail: FeedbackDetail; now: string }) {
  const { voices, common, ledger } = useWords()
  const { ctx } = useApp()
  const act = useAct()
  const toast = useToast()
  const { id, place, text, category } = detail
  const likely = useSeen((view) => likelyTheSame(view, { place, text, category, id }, now)).filter(
    (one) =>
      one.order === undefined ||
      detail.order === undefined ||
      // Of two that are in hand both are open: what was handled has come back, and that is another matter.
      (one.row.status !== 'done' && detail.order.status !== 'done'),
  )
  const merge = async ({ row, order }: Likely) => {
    const own = detail.order
    const other = order === undefined ? undefined : ctx.view.get<Order>(order)
    // Of two orders the earlier goes on. Else the matter that somebody has in hand is joined, or the one that was there first.
    const others =
      own && other ? goesBefore(other, own) : other !== undefined || (!own && row.since <= detail.since)
    const [from, to] = others ? [id, row.id] : [row.id, id]
    const [ended, goesOn] = others ? [own, other] : [other, own]
    const done = await linkDuplicate(ctx, from, to)
    if (!done.ok) return toast({ text: common.refused[done.refused] })
    // Whoever had the one that ended goes on with the other; else somebody who may has to say who does it now.
    const had = ended && goesOn && handsKey(goesOn) === undefined ? handsWord(ctx.view, ended, ledger) : ''
    const now = goesOn && ctx.view.get<Order>(goesOn.id)
    const said = now && handsKey(now) !== undefined ? voices.same.handedOver : voices.same.mergedFrom
    toast({
      text: had ? said(had) : ended && goesOn ? voices.same.oneOrder : voices.same.merged,
      undo: {
        label: common.undo,
        onPress: () => void act(unlinkDuplicate(ctx, from), voices.same.parted),
      },
    })
  }
  return (
    <SamePanel
      title={voices.same.maybe}
      likely={likely}
      label={voices.same.merge}
      onSame={(one) => void merge(one)}
    />
  )
}
