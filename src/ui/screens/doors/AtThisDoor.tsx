import Check from '~icons/lucide/check'
import Undo from '~icons/lucide/undo-2'
import type { DoubtReason } from '#domain/doors/doubt.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Visit } from '#domain/doors/visit.ts'
import type { Doubts } from '#queries/freshness.ts'
import { nameOf } from '#queries/feedback.ts'
import { besideMe, type Round } from '#queries/round.ts'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useNow } from '#ui/state/clock.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords, type Words } from '#ui/words.ts'
import type { Answer } from './LastAnswer.tsx'
import { QuietPanel } from './QuietDoor.tsx'
import { RoundQuestions } from './RoundQuestions.tsx'
import { setVisitOrder, VISIT_ORDERS, type VisitOrder } from './visitOrder.ts'
import type { WalkProps } from './walking.ts'
import { WhoLivesHere } from './WhoLivesHere.tsx'

/** So long ago is "just now". */
const JUST_NOW_MS = 30 * 60_000

interface AtThisDoorProps extends WalkProps {
  readonly round: Round
  readonly doubts: Doubts
  readonly order: VisitOrder
  readonly home: RecordId
  readonly after: Answer | undefined
  readonly quietUntil: string | undefined
  readonly onUndo: () => void
  readonly onSay: (question: string, said: string | undefined) => void
}

/** What stands between the windows and the keys: who lives here, how sure that is, what was answered and what is asked. */
export function AtThisDoor(props: AtThisDoorProps) {
  const { reader, today, home, after, round, campaign, doubts, order, quietUntil } = props
  const { doors: words, rounds, common } = useWords()
  const visit = useView((view) => after && view.get<Visit>(after.visit))
  const reasons = doubts.get(home)?.reasons ?? []
  return (
    <div class="visit-here">
      {quietUntil !== undefined && <QuietPanel until={quietUntil} />}
      <WhoLivesHere reader={reader} today={today} home={home} />
      {after && (
        <div class="between visit-answered">
          <p role="status">
            <Check class="icon" aria-hidden="true" />
            <b>{words.outcome[after.outcome]}</b>
          </p>
          <Key look="quiet" icon={Undo} label={common.undo} onPress={props.onUndo} />
        </div>
      )}
      {after && visit && campaign && (after.outcome === 'met' || after.outcome === 'phone') && (
        <RoundQuestions questions={campaign.questions} visit={visit} onSay={props.onSay} />
      )}
      {!after && (
        <>
          {reasons.length > 0 && (
            <p class="visit-doubt">
              {rounds.door.doubt.lead}
              {reasons.map((reason) => reasonWord(reason, rounds.door.doubt)).join('・')}
            </p>
          )}
          <Others {...props} reached={round.reached.get(home)} />
          <Segmented
            label={rounds.door.order}
            shown
            value={order}
            options={VISIT_ORDERS.map((one) => ({ value: one, label: rounds.door.orders[one] }))}
            onChange={setVisitOrder}
          />
        </>
      )}
    </div>
  )
}

function reasonWord(reason: DoubtReason, words: Words['rounds']['door']['doubt']): string {
  if (reason.why === 'age') return words.age(reason.days)
  return reason.why === 'notes' ? words.notes(reason.count) : words[reason.why]
}

/** Colleagues in the same stairwell today: on which floor, not with what answer; at this door that somebody was reached. */
function Others({ reader, view, unit, today, reached }: AtThisDoorProps & { reached: Visit | undefined }) {
  const words = useWords().rounds.door
  const { common } = useWords()
  const { time } = useFormats()
  const now = useNow()
  const beside = besideMe(reader, view.elevation, unit.id, today)
  const names = useView((book) => [nameOf(book, beside?.who), nameOf(book, reached?.author)])
  const [besideName, reachedName] = names.map((name) => name || common.somebody)
  if (!beside && !reached) return null
  return (
    <div class="visit-beside">
      {reached && <p>{words.reachedBy(reachedName ?? '', time(reached.at))}</p>}
      {beside && (
        <p>
          {Math.abs(Date.parse(now) - Date.parse(beside.at)) < JUST_NOW_MS
            ? words.besideNow(beside.floor, besideName ?? '')
            : words.beside(time(beside.at), beside.floor, besideName ?? '')}
        </p>
      )}
    </div>
  )
}
