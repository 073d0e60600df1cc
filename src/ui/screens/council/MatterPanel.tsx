import './council.css'
import CheckMark from '~icons/lucide/check'
import Message from '~icons/lucide/messages-square'
import Users from '~icons/lucide/users'
import { markForCouncil, unmarkForCouncil } from '#commands/atCouncil.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import { decidedOn, isHome, marksOf, matterOf, topicsOn } from '#queries/atCouncil.ts'
import type { FeedbackDetail } from '#queries/feedbackDetail.ts'
import { Heading } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useAct } from '#ui/screens/feedback/act.ts'
import { useMay } from '#ui/screens/feedback/may.ts'
import { useSeen } from '#ui/screens/feedback/seen.ts'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'
import { DecidedRow } from './DecidedRow.tsx'
import { HomeKeys } from './HomeKeys.tsx'

/** On the page of a matter: what the council decided about it, and the key that brings it there. Nothing for who does not read the council. */
export function MatterPanel({ detail }: { detail: FeedbackDetail }) {
  const { atCouncil, council } = useWords()
  const { ctx } = useApp()
  const { reader, may, today } = useReader()
  const act = useAct()
  const { id, record, place } = detail
  const known = useSeen((view) => {
    const matter = matterOf(view, id)
    return {
      marks: marksOf(view, matter),
      sent: matter
        .map((one) => view.get<Feedback>(one))
        .filter((one) => one?.disposition === 'council_topic') as readonly Feedback[],
      decided: decidedOn(view, matter).filter((one) => one.ruled || one.meeting.day >= today),
      topics: topicsOn(view, matter),
    }
  })
  const mayEdit = useMay('editFeedback', detail)
  if (!reader.reads('council', ctx.compound)) return null
  const { marks, sent, decided, topics } = known
  // What is settled quietly is brought nowhere; what was brought before can still be taken back.
  const quiet = (record?.quiet ?? detail.order?.quiet) === true
  const home = isHome(reader.tree, place)
  const marked = marks.length > 0 || sent.length > 0
  const brings = may('putTopic') && (may('holdCouncil') || may('assignOrder')) && (!quiet || marked)
  if (!brings && decided.length === 0 && topics.length === 0) return null
  const press = () =>
    marked
      ? act(unmarkForCouncil(ctx, marks, mayEdit ? sent : []), atCouncil.unmarkedSaid)
      : act(markForCouncil(ctx, id), atCouncil.markedSaid)
  return (
    <section class="step">
      <Heading title={atCouncil.title} />
      {(decided.length > 0 || topics.length > 0) && (
        <Rows>
          {decided.map((one) => (
            <DecidedRow key={one.item.id} decided={one} />
          ))}
          {topics.map((one) => (
            <Row
              key={one.id}
              href={`/council/topics/${one.id}`}
              title={one.question}
              sub={one.resolved ? council.topics.resolved(one.resolved.decision) : atCouncil.talked}
            />
          ))}
        </Rows>
      )}
      {brings && home && record && <HomeKeys remark={record} said />}
      {brings && !home && (
        <div class="council-side">
          <Key
            icon={marked ? CheckMark : Users}
            label={marked ? atCouncil.marked : atCouncil.mark}
            sub={marked ? atCouncil.markedText : atCouncil.markText}
            pressed={marked}
            onPress={() => void press()}
          />
          {topics.length === 0 && !quiet && (
            <Key
              look="quiet"
              icon={Message}
              label={atCouncil.toTopic}
              href={`/council/topics/new?of=${id}`}
            />
          )}
        </div>
      )}
    </section>
  )
}
