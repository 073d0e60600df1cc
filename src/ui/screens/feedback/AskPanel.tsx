import './feedback.css'
import Check from '~icons/lucide/check'
import Frown from '~icons/lucide/frown'
import Meh from '~icons/lucide/meh'
import Smile from '~icons/lucide/smile'
import { confirmOrder } from '#commands/orders.ts'
import type { Callback } from '#domain/ledger/order.ts'
import type { FeedbackDetail } from '#queries/feedbackDetail.ts'
import { Heading } from '#ui/parts/Card.tsx'
import type { Icon } from '#ui/parts/icon.ts'
import { Key } from '#ui/parts/Key.tsx'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'
import { useAct } from './act.ts'
import { useMay } from './may.ts'
import { useUndone } from './resolved.ts'

const FACES: readonly (readonly [Callback, Icon | undefined])[] = [
  ['satisfied', Smile],
  ['basically', Meh],
  ['dissatisfied', Frown],
  ['unreachable', undefined],
]

/** Once it is handled: is the asker content? 不满意 opens it again, without a question. */
export function AskPanel({ detail }: { detail: FeedbackDetail }) {
  const words = useWords().feedback.detail
  const { ctx } = useApp()
  const act = useAct()
  const may = useMay('confirmOrder', detail)
  const { order, facts } = detail
  const undone = useUndone(order)
  // What a round at the bins found nobody asked for: the next round says whether it is in order.
  if (!may || !detail.record || order?.status !== 'done') return null
  return (
    <section class="step">
      <Heading title={words.ask(detail.reporter ?? words.asker)} />
      <div class="faces">
        {FACES.map(([result, Drawing]) => {
          const chosen = facts.agrees === result
          return (
            <Key
              key={result}
              look={chosen ? 'primary' : Drawing ? 'secondary' : 'quiet'}
              icon={Drawing}
              label={words.results[result]}
              pressed={chosen}
              onPress={() =>
                void act(
                  confirmOrder(ctx, order.id, result, '', undone),
                  result === 'dissatisfied' ? words.again : words.asked(words.results[result]),
                )
              }
            >
              {chosen && <Check class="icon" aria-hidden="true" />}
            </Key>
          )
        })}
      </div>
    </section>
  )
}
