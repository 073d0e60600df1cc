import Clock from '~icons/lucide/clock-alert'
import type { RecordId } from '#domain/ids.ts'
import { countsOf, rateOf } from '#domain/bins/tallies.ts'
import { type Forgotten } from '#queries/handOver.ts'
import { Panel } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useNow } from '#ui/state/clock.ts'
import { useFormats, useWords } from '#ui/words.ts'

/** Shifts that nobody handed over: whoever begins now closes them with the same press, unless they say no. */
export function LeftOpen(props: {
  forgotten: readonly Forgotten[]
  /** Those to be closed too. */
  closing: ReadonlySet<RecordId>
  onChange: (shift: RecordId, close: boolean) => void
}) {
  const words = useWords().shift
  const formats = useFormats()
  const now = useNow()
  return props.forgotten.map(({ shift, who, surely }) => (
    <Panel
      key={shift.id}
      icon={Clock}
      title={words.forgotten(who, words.which(formats.day(shift.day, now), shift.window))}
      text={surely ? words.forgottenText(rateOf(countsOf(shift)).drops) : words.maybeThere}
    >
      <div class="left-open">
        <label>
          <input
            class="spoken"
            type="checkbox"
            checked={props.closing.has(shift.id)}
            onChange={(event) => props.onChange(shift.id, event.currentTarget.checked)}
          />
          <span class="key key-secondary">{words.closeToo(who)}</span>
        </label>
        {who === undefined && <Key look="quiet" label={words.lookFirst} href={`/bins/${shift.id}`} />}
      </div>
    </Panel>
  ))
}
