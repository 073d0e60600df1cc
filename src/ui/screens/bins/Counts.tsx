import Warning from '~icons/lucide/triangle-alert'
import { tap, untap } from '#commands/bins.ts'
import { COUNTERS, type Counter } from '#domain/bins/tallies.ts'
import type { ShiftSummary } from '#queries/bins.ts'
import { Card } from '#ui/parts/Card.tsx'
import { Stepper } from '#ui/parts/Stepper.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'
import { COUNTER_ICONS } from './TallyKey.tsx'

/** What the five keys came to. */
export function Counts({ summary: { counts } }: { summary: ShiftSummary }) {
  const words = useWords().bins
  return (
    <Card>
      <dl class="summary-counts">
        {COUNTERS.map((counter) => {
          const Drawing = COUNTER_ICONS[counter]
          return (
            <div key={counter}>
              <dt>
                <Drawing class="icon" aria-hidden="true" />
                {words.counter[counter]}
              </dt>
              <dd>
                <b>{counts[counter]}</b> {counter === 'resorted' ? words.summary.bags : words.summary.times}
              </dd>
            </div>
          )
        })}
      </dl>
    </Card>
  )
}

/** After the hand-over the same person may put the counts right until the day ends; each touch stays in the history. */
export function Correct({ summary: { shift, counts } }: { summary: ShiftSummary }) {
  const words = useWords()
  const { ctx } = useApp()
  const toast = useToast()
  const step = async (counter: Counter, by: number) => {
    const done = await (by > 0 ? tap : untap)(ctx, shift.id, counter)
    if (!done.ok) toast({ text: words.common.refused[done.refused], icon: Warning })
  }
  return (
    <Card>
      <div class="stack">
        {COUNTERS.map((counter) => (
          <Stepper
            key={counter}
            label={words.bins.counter[counter]}
            value={counts[counter]}
            max={9999}
            unit={counter === 'resorted' ? words.bins.summary.bags : words.bins.summary.times}
            less={words.bins.summary.less(words.bins.counter[counter])}
            more={words.bins.summary.more(words.bins.counter[counter])}
            onChange={(next) => void step(counter, next - counts[counter])}
          />
        ))}
      </div>
    </Card>
  )
}
