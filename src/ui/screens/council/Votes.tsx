import CheckMark from '~icons/lucide/check'
import Cross from '~icons/lucide/x'
import Dash from '~icons/lucide/minus'
import Plus from '~icons/lucide/plus'
import Warning from '~icons/lucide/triangle-alert'
import { countVotes, settleVotes } from '#commands/council.ts'
import type { AgendaItem, Votes as Counts } from '#domain/council/agendaItem.ts'
import type { Meeting } from '#domain/council/meeting.ts'
import { votesOver } from '#queries/council.ts'
import { nameOf } from '#queries/feedback.ts'
import { Panel } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { useCounting } from './useCounting.ts'
import { useKeep } from './useKeep.ts'

const SIDES = ['for', 'against', 'abstain'] as const
const ICONS = { for: CheckMark, against: Cross, abstain: Dash }
const NONE: Counts = { for: 0, against: 0, abstain: 0 }

/** Hands, counted. More than came is noted under the numbers and never refused; two counts are both shown. */
export function Votes({ meeting, item, holds }: { meeting: Meeting; item: AgendaItem; holds: boolean }) {
  const { council, common } = useWords()
  const { number } = useFormats()
  const { ctx } = useApp()
  const keep = useKeep()
  const counted = item.counted?.votes
  const count = useCounting<keyof Counts>(item.id, counted ?? NONE, (was, side, now) => {
    const before = { for: was.for ?? 0, against: was.against ?? 0, abstain: was.abstain ?? 0 }
    const empty = !counted && SIDES.every((one) => before[one] === 0)
    return countVotes(ctx, item.id, empty ? undefined : before, { ...before, [side]: now })
  })
  const shown = { for: count.value('for'), against: count.value('against'), abstain: count.value('abstain') }
  const over = votesOver({ counted: { votes: shown, by: ctx.me, at: '' } }, meeting)
  const all = shown.for + shown.against + shown.abstain
  const { otherCount } = item
  return (
    <section class="stack" aria-label={council.question}>
      <p class="caption">
        {meeting.present === undefined
          ? council.votersUnknown
          : council.voters(number(meeting.present), number(meeting.guests ?? 0))}
      </p>
      <div class="council-votes">
        {SIDES.map((side) => {
          const Icon = ICONS[side]
          return (
            <div key={side} class="council-vote" role="group" aria-label={council[side]}>
              <span class="council-vote-side">
                <Icon class="icon" aria-hidden="true" />
                {council[side]}
              </span>
              <div class="council-vote-row">
                {holds && (
                  <Key
                    bare
                    icon={Dash}
                    label={council.less(council[side])}
                    onPress={() => shown[side] > 0 && count.set(side, count.value(side) - 1)}
                  />
                )}
                <output class="council-vote-number">{number(shown[side])}</output>
                {holds && (
                  <Key
                    bare
                    icon={Plus}
                    label={council.moreVotes(council[side])}
                    onPress={() => count.set(side, count.value(side) + 1)}
                  />
                )}
              </div>
            </div>
          )
        })}
      </div>
      {over > 0 && (
        <p class="council-over" role="status">
          <Warning class="icon" aria-hidden="true" />
          {council.tooMany(number(all), number(meeting.present ?? 0), number(over))}
        </p>
      )}
      {otherCount && item.counted && (
        <Panel tone="alert" icon={Warning} title={council.twoCounts}>
          {[item.counted, otherCount].map(({ votes, by }) => (
            <Key
              key={`${by} ${votes.for} ${votes.against} ${votes.abstain}`}
              wide
              label={council.countOf(
                nameOf(ctx.view, by) || common.somebody,
                number(votes.for),
                number(votes.against),
                number(votes.abstain),
              )}
              onPress={() => void keep(settleVotes(ctx, item.id, votes), council.settled)}
            />
          ))}
        </Panel>
      )}
    </section>
  )
}
