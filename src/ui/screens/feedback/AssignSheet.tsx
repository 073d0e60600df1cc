import { useState } from 'preact/hooks'
import { assignOrder, openOrder } from '#commands/orders.ts'
import { trackFor } from '#domain/categories.ts'
import { type Track, TRACKS } from '#domain/due.ts'
import type { PersonId } from '#domain/ids.ts'
import { type Order, orderId } from '#domain/order.ts'
import type { FeedbackDetail } from '#queries/feedbackDetail.ts'
import { handlersOn } from '#queries/handlers.ts'
import { Avatar } from '#ui/parts/Avatar.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { useAct } from './act.ts'

/** Who does it. A remark without an order becomes one on the way. */
export function AssignSheet({ detail, onClose }: { detail: FeedbackDetail; onClose: () => void }) {
  const { feedback, common } = useWords()
  const words = feedback.detail
  const { ctx, today } = useApp()
  const act = useAct()
  const [track, setTrack] = useState<Track>(trackFor(detail.category, detail.urgency))
  const people = useView((view) => handlersOn(view, detail.place, today()))

  const give = async (person: PersonId, name: string) => {
    const { record } = detail
    if (record && !detail.order && !(await act(openOrder(ctx, record, track), words.opened))) return
    const order = detail.order ?? ctx.view.get<Order>(orderId(detail.id))
    if (order && (await act(assignOrder(ctx, order, person), words.assigned(name)))) onClose()
  }
  return (
    <Sheet open onClose={onClose} title={words.team} close={common.close}>
      <div class="stack">
        {!detail.order && (
          <Segmented
            label={feedback.capture.when}
            look="answer"
            value={track}
            onChange={setTrack}
            options={TRACKS.map((one) => ({
              value: one,
              label: feedback.drawers[one],
              sub: feedback.capture.terms[one],
            }))}
          />
        )}
        {detail.record && detail.record.name !== 'none' && (
          <p class="caption">{detail.record.name === 'mayTell' ? words.nameTold : words.nameKept}</p>
        )}
        {people.length === 0 ? (
          <p>{words.noTeam}</p>
        ) : (
          <Rows>
            {people.map(({ person, name }) => (
              <Row
                key={person}
                lead={<Avatar name={name} />}
                title={name}
                current={detail.order?.assignee === person}
                onPress={() => void give(person, name)}
              />
            ))}
          </Rows>
        )}
      </div>
    </Sheet>
  )
}
