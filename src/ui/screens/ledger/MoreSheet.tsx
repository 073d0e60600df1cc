import { givingOf } from '#domain/ledger/firmLink.ts'
import type { FeedbackDetail } from '#queries/feedbackDetail.ts'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useMay } from '#ui/screens/feedback/may.ts'
import { useWords } from '#ui/words.ts'

export type More = 'promise' | 'send' | 'reply' | 'bill' | 'firm'

/** What else may be done with this one, today, by whoever looks at it. */
export function useMore(detail: FeedbackDetail): { readonly acts: readonly More[]; readonly slip: boolean } {
  const mayWork = useMay('workOrder', detail)
  const mayAssign = useMay('assignOrder', detail)
  const { order, record } = detail
  const open = order && order.status !== 'done'
  const outside = order ? order.outside : record?.outside
  const alone = record && !order && (record.disposition === undefined || record.disposition === 'escalated')
  const acts: More[] = []
  if (open && mayWork) acts.push('promise')
  if (mayAssign && (open || (alone && !record.told))) acts.push('send')
  if (mayAssign && open && outside && outside.answeredAt === undefined) acts.push('reply')
  if (open && mayAssign && givingOf(order) !== undefined) acts.push('firm')
  if (order && mayWork) acts.push('bill')
  return { acts, slip: order !== undefined && order.status !== 'done' && (mayWork || mayAssign) }
}

/** 别的…: what is done seldom, one row each. */
export function MoreSheet(props: {
  detail: FeedbackDetail
  onChoose: (more: More) => void
  onClose: () => void
}) {
  const { ledger, common, firmLink } = useWords()
  const words = ledger.more
  const { acts, slip } = useMore(props.detail)
  const says: Record<More, { title: string; sub?: string }> = {
    promise: { title: words.promise, sub: words.promiseSub },
    send: { title: words.send, sub: words.sendSub },
    reply: { title: words.reply },
    bill: { title: words.bill, sub: words.billSub },
    firm: { title: firmLink.row, sub: firmLink.rowSub },
  }
  return (
    <Sheet open onClose={props.onClose} title={words.title} close={common.close}>
      <Rows>
        {acts.map((one) => (
          <Row key={one} {...says[one]} onPress={() => props.onChoose(one)} />
        ))}
        {slip && <Row href={`/ledger/slip/${props.detail.id}`} title={words.slip} sub={words.slipSub} />}
      </Rows>
    </Sheet>
  )
}
