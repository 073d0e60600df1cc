import { giveOrder } from '#commands/orders.ts'
import { type Hands, handsKey } from '#domain/ledger/hands.ts'
import type { FeedbackDetail } from '#queries/feedbackDetail.ts'
import { Key } from '#ui/parts/Key.tsx'
import { handsWord } from '#ui/screens/ledger/hands.ts'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'
import { useAct } from './act.ts'
import { useMay } from './may.ts'

/** What is to be known of an order that was merged into this one: that it was said to be done, and who had it in hand. */
export function BesidePanel({ detail }: { detail: FeedbackDetail }) {
  const { voices, ledger } = useWords()
  const { view } = useApp().ctx
  return (
    <>
      {detail.closedBeside !== undefined && <p>{voices.same.closedBeside(detail.closedBeside)}</p>}
      {detail.handsBeside?.map((hands) => {
        const who = handsWord(view, hands, ledger)
        return who && <HadBeside key={handsKey(hands)} detail={detail} hands={hands} who={who} />
      })}
    </>
  )
}

/** Whoever may give it out can give this one to them too, where nobody has it. */
function HadBeside({ detail, hands, who }: { detail: FeedbackDetail; hands: Hands; who: string }) {
  const { same } = useWords().voices
  const { ctx } = useApp()
  const act = useAct()
  const { order } = detail
  const mayGive = useMay('assignOrder', order ?? detail)
  return (
    <div class="stack">
      <p>{same.hadBeside(who)}</p>
      {order && mayGive && handsKey(order) === undefined && (
        <Key
          label={same.giveBeside(who)}
          onPress={() => void act(giveOrder(ctx, order, hands), same.givenBeside(who))}
        />
      )}
    </div>
  )
}
