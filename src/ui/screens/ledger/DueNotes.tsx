import { yuanText } from '#domain/money/yuan.ts'
import type { FeedbackDetail } from '#queries/feedbackDetail.ts'
import { useFormats, useWords } from '#ui/words.ts'

/** What a due block cannot say: who outside has it and what they promised, holidays not known yet, what it cost. */
export function DueNotes({ detail, now }: { detail: FeedbackDetail; now: string }) {
  const { ledger } = useWords()
  const formats = useFormats()
  const { due, order, record } = detail
  const outside = order ? order.outside : record?.outside
  const words = ledger.outside
  const { costCents, payer, materials } = order ?? {}
  const said = [
    outside &&
      [
        outside.answeredAt === undefined ? words.now(ledger.send.bodies[outside.body]) : words.answered,
        outside.reference && words.reference(outside.reference),
        outside.answeredAt === undefined &&
          due.standing === 'outside' &&
          (due.at === undefined ? words.noPromise : words.promised(formats.day(lastDay(due.at), now))),
      ]
        .filter(Boolean)
        .join('，'),
    due.uncounted !== undefined && ledger.uncounted(due.uncounted),
    order &&
      (costCents !== undefined || materials) &&
      [
        costCents !== undefined && ledger.bill.is(yuanText(costCents)),
        payer && ledger.bill.payers[payer],
        materials,
      ]
        .filter(Boolean)
        .join('，'),
  ].filter(Boolean)
  return (
    <>
      {said.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  )
}

/** A term of days ends with the midnight after its last day. */
function lastDay(at: string): string {
  return new Date(Date.parse(at) - 1).toISOString()
}
