import { linkDuplicate, unlinkDuplicate } from '#commands/feedback.ts'
import { type Likely, likelyTheSame } from '#queries/alike.ts'
import type { FeedbackDetail } from '#queries/feedbackDetail.ts'
import { useToast } from '#ui/parts/Toast.tsx'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'
import { useAct } from './act.ts'
import { SamePanel } from './SamePanel.tsx'
import { useSeen } from './seen.ts'

/** Two entries that may be one thing: a person says so, and can take it back. What two people are at work on stays two. */
export function MaybeSame({ detail, now }: { detail: FeedbackDetail; now: string }) {
  const { voices, common } = useWords()
  const { ctx } = useApp()
  const act = useAct()
  const toast = useToast()
  const { id, place, text, category } = detail
  const likely = useSeen((view) => likelyTheSame(view, { place, text, category, id }, now)).filter(
    (one) => one.order === undefined || detail.order === undefined,
  )
  const merge = async ({ row, order }: Likely) => {
    // The matter that somebody has in hand is joined, else the one that was there first.
    const others = order !== undefined || (detail.order === undefined && row.since <= detail.since)
    const [from, to] = others ? [id, row.id] : [row.id, id]
    const done = await linkDuplicate(ctx, from, to)
    if (!done.ok) return toast({ text: common.refused[done.refused] })
    toast({
      text: voices.same.merged,
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
