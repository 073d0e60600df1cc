import CheckMark from '~icons/lucide/user-check'
import type { RecordId } from '#domain/ids.ts'
import { nameOf } from '#queries/feedback.ts'
import { freshnessOf } from '#queries/freshness.ts'
import type { Reader } from '#queries/reader.ts'
import { quietDoors } from '#queries/visits.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { useMonthDay } from './useMonthDay.ts'

/** How old what is known of a door is: when somebody last confirmed it, and whether one may knock. Nothing where visits are not the reader's. */
export function Confirmed({ reader, today, home }: { reader: Reader; today: string; home: RecordId }) {
  const { rounds, common } = useWords()
  const { day } = useFormats()
  const monthDay = useMonthDay()
  const words = rounds.door
  const last = freshnessOf(reader, home)
  const who = useView((view) => nameOf(view, last?.by))
  if (!reader.reads('visits', home)) return null
  const quiet = quietDoors(reader, today).get(home)
  return (
    <div class="confirmed">
      {quiet !== undefined && <p class="confirmed-quiet">{words.quiet(monthDay(quiet))}</p>}
      <p class="confirmed-last">
        <CheckMark class="icon" aria-hidden="true" />
        {last
          ? words.confirmed[last.how](
              day(last.day, today),
              last.by === reader.me ? common.me : who || common.somebody,
            )
          : words.confirmed.never}
      </p>
    </div>
  )
}
