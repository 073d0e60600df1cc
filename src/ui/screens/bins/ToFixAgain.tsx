import Refresh from '~icons/lucide/refresh-cw'
import { answerAgain } from '#commands/checks.ts'
import type { LookRound } from '#queries/checklist.ts'
import { Phrase } from '#ui/parts/Phrase.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { Tag } from '#ui/parts/Tag.tsx'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { matterText } from './checkWords.ts'
import { useAnswer } from './useAnswer.ts'

/**
 * 上一班说要改: each with 好了 or 还没好. It answers the item of this round's list with it; 还没好 opens no second matter.
 *
 * @param onBad told the item, so that its row can ask for more
 */
export function ToFixAgain({ round, onBad }: { round: LookRound; onBad: (item: string) => void }) {
  const words = useWords()
  const { checks, feedback } = words
  const formats = useFormats()
  const { now } = useApp()
  const answer = useAnswer(round.shift.id)
  return (
    <section class="again" aria-label={checks.again.title}>
      <h3 class="again-title">
        <Refresh class="icon" aria-hidden="true" />
        {checks.again.title}
      </h3>
      <ul class="again-rows">
        {round.again.map(({ order, said }) => {
          const item = order.sheet?.item ?? ''
          return (
            <li key={order.id} class="again-row">
              <div class="again-what">
                <p>
                  <b>
                    <Phrase text={order.text} />
                  </b>
                </p>
                <p class="caption">
                  {checks.again.since(formats.moment(order.at, now()))}
                  {order.no !== undefined && `・${words.common.numbered(order.no)}`}
                </p>
                {order.status === 'done' && said === undefined ? (
                  <Tag tone="done" label={checks.again.handled} />
                ) : (
                  order.status !== 'open' &&
                  said === undefined && <Tag label={feedback.status[order.status]} />
                )}
              </div>
              <Segmented
                label={checks.again.ask(order.text)}
                look="answer"
                value={said === undefined ? undefined : said ? 'good' : 'bad'}
                options={[
                  { value: 'good', label: checks.again.good },
                  { value: 'bad', label: checks.again.bad },
                ]}
                onChange={(next) => {
                  const good = next === 'good'
                  if (!good) onBad(item)
                  answer((ctx, id) =>
                    answerAgain(ctx, id, order, good, good ? undefined : matterText(item, {}, words)),
                  )
                }}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
