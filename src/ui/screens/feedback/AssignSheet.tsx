import { useState } from 'preact/hooks'
import { trackFor } from '#domain/ledger/categories.ts'
import { type Track, TRACKS } from '#domain/ledger/due.ts'
import type { Hands } from '#domain/ledger/hands.ts'
import type { FeedbackDetail } from '#queries/feedbackDetail.ts'
import { FreeText } from '#ui/FreeText.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { giveOut } from '#ui/screens/ledger/giving.ts'
import { HandsChoice } from '#ui/screens/ledger/HandsChoice.tsx'
import { useTerms } from '#ui/screens/ledger/terms.ts'
import { useApp } from '#ui/state/app.ts'
import { useDraft } from '#ui/state/draft.ts'
import { useWords } from '#ui/words.ts'
import { useAct } from './act.ts'

/** Who does it: a person, a team, a firm. A remark without an order becomes one on the way. */
export function AssignSheet({ detail, onClose }: { detail: FeedbackDetail; onClose: () => void }) {
  const { feedback, ledger, common } = useWords()
  const words = feedback.detail
  const { me } = useApp().ctx
  const act = useAct()
  const terms = useTerms()
  const [track, setTrack] = useState<Track>(trackFor(detail.category, detail.urgency))
  const draft = useDraft('feedback.assign', detail.id, { why: '' })
  const { why } = draft.value

  const give = async (hands: Hands, name: string) => {
    const said = hands.assignee === me ? ledger.hands.took : words.assigned(name)
    if (!(await act(giveOut(draft.ctx, detail, { hands, track, why }), said))) return
    await draft.drop()
    onClose()
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
            options={TRACKS.map((one) => ({ value: one, label: feedback.drawers[one], sub: terms[one] }))}
          />
        )}
        {detail.record && detail.record.name !== 'none' && (
          <p class="caption">{detail.record.name === 'mayTell' ? words.nameTold : words.nameKept}</p>
        )}
        <FreeText
          label={ledger.hands.why}
          value={why}
          maxLength={500}
          rows={2}
          onDraft={(text) => draft.set({ why: text })}
        />
        <HandsChoice
          place={detail.place}
          now={detail.order ?? {}}
          onGive={(hands, name) => void give(hands, name)}
        />
      </div>
    </Sheet>
  )
}
