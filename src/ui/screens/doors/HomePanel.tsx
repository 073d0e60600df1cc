import Right from '~icons/lucide/chevron-right'
import Phone from '~icons/lucide/phone'
import type { RecordId } from '#domain/ids.ts'
import { formerLabel } from '#domain/places.ts'
import { daysSince, lights, visitDay } from '#domain/doors/visit.ts'
import type { Reader } from '#queries/reader.ts'
import { household } from '#queries/residents.ts'
import { Key } from '#ui/parts/Key.tsx'
import { useOpenedNoted } from '#ui/useOpenedNoted.ts'
import { useReach } from '#ui/useReach.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { Confirmed } from './Confirmed.tsx'
import { HomeTags } from './HomeTags.tsx'

/** The chosen home beside the building: enough to decide whether to go. */
export function HomePanel({
  reader,
  today,
  home,
}: {
  reader: Reader
  today: string
  home: RecordId | undefined
}) {
  const { doors: words, household: file } = useWords()
  const { date } = useFormats()
  const reach = useReach()
  const shown = home === undefined ? undefined : household(reader, home, today)
  useOpenedNoted('care', shown?.people[0]?.care && home)
  if (!shown) {
    return (
      <aside class="home-panel">
        <p class="caption">{words.choose}</p>
      </aside>
    )
  }
  const { dwelling, unit, people, openCount, visits } = shown
  const [first] = people
  const formerly = formerLabel(dwelling)
  const number = first?.contact?.phone
  const last = visits.find(lights)
  const note = visits.find((one) => one.note !== undefined)?.note
  return (
    <aside class="home-panel" aria-live="polite">
      <h2 class="home-panel-door">
        {unit} {dwelling.label}
      </h2>
      {formerly !== undefined && <p class="caption">{file.formerly(formerly)}</p>}
      <HomeTags care={first?.care} open={openCount} brief />
      {first && (
        <div class="home-panel-part">
          <p class="home-panel-name">
            {first.resident.name}
            {first.resident.ageBand && `・${words.home.age[first.resident.ageBand]}`}
          </p>
          {first.phone && <p>{first.phone}</p>}
        </div>
      )}
      {(visits.length > 0 || reader.reads('visits', dwelling.id)) && (
        <div class="home-panel-part">
          <p class="caption">{words.lastTime}</p>
          <p>
            <b>
              {last
                ? words.lastDays(date(visitDay(last), today), daysSince(visitDay(last), today))
                : words.neverVisited}
            </b>
          </p>
          {note && <p>{note}</p>}
        </div>
      )}
      <Confirmed reader={reader} today={today} home={dwelling.id} />
      <div class="home-panel-keys">
        {number !== undefined && (
          <Key icon={Phone} label={words.call} onPress={() => reach.call(dwelling.id, number)} />
        )}
        <Key icon={Right} label={words.openHome} href={`/doors/home/${dwelling.id}`} />
      </div>
    </aside>
  )
}
