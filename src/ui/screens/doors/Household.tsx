import './household.css'
import Pencil from '~icons/lucide/pencil'
import Calendar from '~icons/lucide/calendar'
import Check from '~icons/lucide/check'
import Flag from '~icons/lucide/flag'
import { useRoute } from 'preact-iso'
import { useEffect, useState } from 'preact/hooks'
import type { RecordId } from '#domain/ids.ts'
import { formerLabel } from '#domain/places.ts'
import { elevationOf } from '#queries/doors.ts'
import { nameOf } from '#queries/feedback.ts'
import type { OpenItem } from '#queries/openItems.ts'
import { orderDue } from '#queries/orders.ts'
import type { Reader } from '#queries/reader.ts'
import { type Household as Home, household, type Person } from '#queries/residents.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Panel } from '#ui/parts/Card.tsx'
import { Nothing } from '#ui/Nothing.tsx'
import { Drawing } from '#ui/parts/facade/Drawing.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { dueWords } from '#ui/screens/feedback/dueWords.ts'
import { HomeFile } from '#ui/screens/household/HomeFile.tsx'
import { PersonSheet } from '#ui/screens/household/PersonSheet.tsx'
import { Proposals } from '#ui/screens/household/Proposals.tsx'
import { Screen } from '#ui/Screen.tsx'
import { headlineOf } from '#ui/headline.ts'
import { Watermark } from '#ui/Watermark.tsx'
import { useNow } from '#ui/state/clock.ts'
import { useView } from '#ui/state/view.ts'
import { useOpenedNoted } from '#ui/useOpenedNoted.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { Confirmed } from './Confirmed.tsx'
import { HomeTags } from './HomeTags.tsx'
import { seen } from './looking.ts'
import { PhoneRow } from './PhoneRow.tsx'
import { keepRecent } from './recentHomes.ts'
import { RecordSheet } from './RecordSheet.tsx'
import { useReader } from './useReader.ts'
import { VisitList } from './VisitList.tsx'
import { facadeUnits } from './windows.ts'

/** One home: who lives there, how to reach them, what is open, who was there. Without the right only the door. */
export function Household() {
  const { params, query } = useRoute()
  const id = params['home'] as RecordId
  // From the walk one goes back to the walk. Only a place of this app: an address from outside may carry anything.
  const back = /^\/[^/\\]/.test(query['back'] ?? '') ? String(query['back']) : '/doors'
  const { doors: words, household: file } = useWords()
  const { reader, today, may } = useReader()
  const { date } = useFormats()
  const [recording, setRecording] = useState(false)
  const [editing, setEditing] = useState<Person | 'new'>()
  const known = reader.tree.get(id) !== undefined
  useEffect(() => {
    seen(id, reader.tree.path(id))
    if (known) keepRecent(reader.me, id)
  }, [id])

  const home = household(reader, id, today)
  useOpenedNoted('care', home?.people.some(({ care }) => care) ? id : undefined)
  if (!home) {
    return (
      <Screen title={words.title} back="/doors">
        <Nothing title={words.home.notHere} />
      </Screen>
    )
  }
  const { dwelling, unit, people, closed, open, openCount, visits, next } = home
  const [first, ...others] = people
  const formerly = formerLabel(dwelling)
  const edits = may('editRoster') && !closed
  const knocks = may('recordVisit') && dwelling.use !== 'notHome'

  return (
    <Screen
      title={`${unit} ${dwelling.label}`}
      back={back}
      right={
        edits && first ? (
          <button
            type="button"
            class="header-leave"
            aria-label={words.home.edit}
            onClick={() => setEditing(first)}
          >
            <Pencil class="icon" aria-hidden="true" />
          </button>
        ) : undefined
      }
      bar={
        knocks && (
          <BottomBar>
            <Key
              look="primary"
              wide
              icon={Check}
              label={words.home.record}
              onPress={() => setRecording(true)}
            />
          </BottomBar>
        )
      }
    >
      {!closed && <Watermark />}
      <div class="home">
        <div class="home-top">
          <div class="home-words">
            {first ? (
              <>
                <h2 class="home-name">{first.resident.name}</h2>
                <p class="home-facts">{factsOf(home, first, words.home)}</p>
                <HomeTags care={first.care} />
              </>
            ) : (
              <>
                <h2 class="home-name">
                  {closed ? dwelling.label : dwelling.use === 'vacant' ? words.vacant : words.home.nobody}
                </h2>
                {closed && <p class="home-facts">{words.home.closed}</p>}
                {open.length === 0 && <HomeTags open={openCount} />}
              </>
            )}
            {formerly !== undefined && <p class="caption">{file.formerly(formerly)}</p>}
          </div>
          <Locator reader={reader} today={today} home={id} />
        </div>

        {first && <PhoneRow person={first} onAdd={edits ? () => setEditing(first) : undefined} />}
        <Proposals people={people} roster={edits} care={may('editCare')} />
        {open.map((item) => (
          <OpenRow key={item.id} item={item} />
        ))}
        <Confirmed reader={reader} today={today} home={id} />
        {(!closed || visits.length > 0) && <VisitList visits={visits} me={reader.me} />}
        {next !== undefined && (
          <p class="home-next">
            <Calendar class="icon" aria-hidden="true" />
            {words.home.next(`${date(next.slice(0, 10), today)} ${next.slice(11)}`)}
          </p>
        )}
        {others.length > 0 && (
          <section class="stack">
            <h2>{words.home.alsoHere}</h2>
            <Rows label={words.home.alsoHere}>
              {others.map((person) => (
                <Row
                  key={person.resident.id}
                  title={person.resident.name}
                  sub={[person.resident.ageBand && words.home.age[person.resident.ageBand], person.phone]
                    .filter(Boolean)
                    .join('・')}
                  onPress={edits ? () => setEditing(person) : undefined}
                />
              ))}
            </Rows>
          </section>
        )}
        {closed && <p class="caption">{reader.shared ? words.home.sharedText : words.home.closedText}</p>}
        <HomeFile home={home} reader={reader} may={may} onEdit={setEditing} />
      </div>
      <RecordSheet open={recording} door={dwelling.label} home={id} onClose={() => setRecording(false)} />
      {editing && (
        <PersonSheet
          person={editing}
          dwelling={dwelling}
          empty={people.length === 0}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Screen>
  )
}

type HomeWords = ReturnType<typeof useWords>['doors']['home']

function factsOf({ dwelling, people }: Home, { resident }: Person, words: HomeWords): string {
  return [
    resident.ageBand && words.age[resident.ageBand],
    people.length === 1 ? words.alone : words.people(people.length),
    dwelling.use === 'rented' ? words.rented : dwelling.use === 'livedIn' ? words.owned : undefined,
  ]
    .filter(Boolean)
    .join('・')
}

/** Where in the building the home is: one window lit, standing on the ground. */
function Locator({ reader, today, home }: { reader: Reader; today: string; home: RecordId }) {
  const { doors: words } = useWords()
  const building = reader.tree.path(home).find((place) => place.what === 'building')
  const view = building && elevationOf(reader, building.id, today)
  if (!view) return null
  const units = facadeUnits(view, view.elevation.units, words, {}).map((unit) => ({
    floors: unit.floors.map((floor) => ({
      label: floor.label,
      windows: floor.windows.map(
        (one) =>
          one && {
            ...one,
            care: false,
            badge: 0,
            light:
              one.key === home ? ('lit' as const) : one.light === 'hatched' ? one.light : ('dusk' as const),
          },
      ),
    })),
  }))
  return <Drawing units={units} width={88} height={126} />
}

function OpenRow({ item }: { item: OpenItem }) {
  const all = useWords()
  const { doors: words } = all
  const { due: said } = all.feedback
  const now = useNow()
  const { order } = item
  const assignee = useView((view) => nameOf(view, order?.assignee))
  const due = useView((view) => order && dueWords(orderDue(view, order, now), said))
  const remark = order?.from[0] ?? item.id
  const text = order
    ? [words.home.track[order.track], due && `${due.word} ${due.number} ${due.unit}`, assignee]
        .filter(Boolean)
        .join('・')
    : words.home.undecided
  return (
    <a class="home-open" href={`/feedback/${remark}`}>
      <Panel tone="alert" icon={Flag} title={headlineOf(item, all)} text={text} />
    </a>
  )
}
