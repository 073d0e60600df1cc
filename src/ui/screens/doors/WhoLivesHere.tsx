import Flag from '~icons/lucide/flag'
import Phone from '~icons/lucide/phone'
import type { RecordId } from '#domain/ids.ts'
import { visitDay } from '#domain/doors/visit.ts'
import type { Reader } from '#queries/reader.ts'
import { household } from '#queries/residents.ts'
import { headlineOf } from '#ui/headline.ts'
import { Key } from '#ui/parts/Key.tsx'
import { useOpenedNoted } from '#ui/useOpenedNoted.ts'
import { useReach } from '#ui/useReach.ts'
import { Watermark } from '#ui/Watermark.tsx'
import { useFormats, useWords } from '#ui/words.ts'
import { HomeTags } from './HomeTags.tsx'

/** The door in front of the person: who opens, what helps, what was last time, what is still open. */
export function WhoLivesHere({ reader, today, home }: { reader: Reader; today: string; home: RecordId }) {
  const all = useWords()
  const { doors: words } = all
  const { date } = useFormats()
  const reach = useReach()
  const shown = household(reader, home, today)
  useOpenedNoted('care', shown?.people[0]?.care && home)
  if (!shown) return null
  const { dwelling, people, open, openCount, visits } = shown
  const [first, ...others] = people
  const number = first?.contact?.phone
  const noted = visits.find((one) => one.note !== undefined)
  const [item] = open
  return (
    <section class="visit-home" aria-live="polite">
      {first && <Watermark />}
      <div class="between">
        <p class="visit-door">{dwelling.label}</p>
        {number !== undefined && (
          <Key look="quiet" icon={Phone} label={words.call} onPress={() => reach.call(home, number)} />
        )}
      </div>
      {first && (
        <p class="visit-who">
          <b>
            {first.resident.name}
            {first.resident.ageBand && `・${words.home.age[first.resident.ageBand]}`}
          </b>
          {first.phone && <span>{first.phone}</span>}
          {others.length > 0 && <span>{words.round.others(others.length)}</span>}
        </p>
      )}
      <HomeTags care={first?.care} open={item ? 0 : openCount} />
      {noted && (
        <p>
          <span class="visit-when">{words.round.lastTime(date(visitDay(noted), today))}</span>
          {noted.note}
        </p>
      )}
      {item && (
        <p class="visit-open">
          <Flag class="icon" aria-hidden="true" />
          {words.round.open(open.length, headlineOf(item, all))}
        </p>
      )}
    </section>
  )
}
