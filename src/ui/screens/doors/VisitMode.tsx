import './visit-mode.css'
import Check from '~icons/lucide/check'
import Down from '~icons/lucide/chevron-down'
import Door from '~icons/lucide/door-closed'
import { useRoute } from 'preact-iso'
import { useRef, useState } from 'preact/hooks'
import { findDoor, type Staircase } from '#domain/elevation.ts'
import type { RecordId } from '#domain/ids.ts'
import type { VisitOutcome } from '#domain/visit.ts'
import { type BuildingView, elevationOf } from '#queries/doors.ts'
import type { Reader } from '#queries/reader.ts'
import { doorAfter, nextDoor, type Round, visitRound, whereToStart } from '#queries/visits.ts'
import { Empty } from '#ui/parts/Empty.tsx'
import { Facade } from '#ui/parts/facade/Facade.tsx'
import type { FacadeUnit } from '#ui/parts/facade/model.ts'
import { Header } from '#ui/parts/Header.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useFormats, useWords } from '#ui/words.ts'
import { type Answer, LastAnswer } from './LastAnswer.tsx'
import { look, useLooking } from './looking.ts'
import { OtherOutcomes } from './OtherOutcomes.tsx'
import { RoundDone } from './RoundDone.tsx'
import { useKnock } from './useKnock.ts'
import { useReader } from './useReader.ts'
import { useWidth } from './useWidth.ts'
import { WhoLivesHere } from './WhoLivesHere.tsx'
import { roundUnit } from './windows.ts'

/** From door to door: after each answer the next one is chosen, top floor down. */
export function VisitMode() {
  const { params, query } = useRoute()
  const { doors: words } = useWords()
  const { reader, freshness, today } = useReader()
  const unitId = params['unit'] as RecordId
  const building = reader.tree.path(unitId).find((place) => place.what === 'building')
  const view = building && elevationOf(reader, building.id, today, freshness)
  const unit = view?.elevation.units.find((one) => one.id === unitId)
  // The address may be typed by somebody who goes to no doors.
  if (!view?.visits || !unit) {
    return (
      <Screen title={words.title} back="/doors" close>
        <Empty title={words.home.notHere}>
          <Key look="primary" label={words.round.toBuilding} href="/doors" />
        </Empty>
      </Screen>
    )
  }
  const round = visitRound(reader, view.elevation, unit.id, today)
  return (
    <AtDoor
      view={view}
      unit={unit}
      round={round}
      reader={reader}
      today={today}
      asked={query['door'] as RecordId | undefined}
    />
  )
}

interface AtDoorProps {
  readonly view: BuildingView
  readonly unit: Staircase
  readonly round: Round
  readonly reader: Reader
  readonly today: string
  /** The door in the address. */
  readonly asked: RecordId | undefined
}

function AtDoor({ view, unit, round, reader, today, asked }: AtDoorProps) {
  const { doors: words, common } = useWords()
  const { number } = useFormats()
  const [otherOpen, setOtherOpen] = useState(false)
  const { chosen } = useLooking()
  const [here, setHere] = useState(() => firstDoor(reader, round, chosen ?? asked))
  // Not in the address: the sheet of the rarer answers goes back in the history when it closes.
  const go = (door: RecordId | undefined) => {
    look({ unit: unit.id, ...(door && { chosen: door }) })
    setHere(door)
  }
  const { knock, takeBack } = useKnock()
  const [last, setLast] = useState<Answer>()
  const width = useWidth()

  const door = here === undefined ? undefined : view.doors.get(here)
  const keeping = useRef(false)
  const answer = async (outcome: VisitOutcome) => {
    // A second press before the next door is chosen would be said of the door that was just answered.
    if (!door || keeping.current) return
    keeping.current = true
    setOtherOpen(false)
    const kept = await knock({ dwelling: door.id, outcome })
    keeping.current = false
    if (kept === undefined) return
    setLast({ visit: kept, home: door.id, door: door.label, outcome })
    // The round known here does not have this answer yet: a way that leads back to this door is over.
    const next = nextDoor(round, door.id)
    go(next === door.id ? undefined : next)
  }

  const undo = async (answer: Answer) => {
    if (!(await takeBack(answer.visit))) return
    setLast(undefined)
    go(answer.home)
  }

  const undoBar = last && (
    <LastAnswer
      key={last.visit}
      last={last}
      onUndo={() => void undo(last)}
      onOver={() => setLast(undefined)}
    />
  )
  const header = (
    <Header
      title={words.round.title(unit.label)}
      back="/doors"
      leave={common.close}
      close
      right={
        <p class="visit-count">
          <b>{number(round.done)}</b> / {words.round.homes(number(round.way.length))}
        </p>
      }
    />
  )
  if (!door) {
    return (
      <Screen
        title={words.round.title(unit.label)}
        header={header}
        bar={undoBar && <div class="visit-over">{undoBar}</div>}
      >
        <RoundDone unit={unit} view={view} round={round} />
      </Screen>
    )
  }

  return (
    <Screen
      title={words.round.title(unit.label)}
      header={header}
      bar={
        <div class="visit-keys">
          {undoBar}
          <div class="visit-keys-main">
            <Key
              look="primary"
              size="tall"
              icon={Check}
              label={words.round.met}
              onPress={() => void answer('met')}
            />
            <Key
              size="tall"
              icon={Door}
              label={words.round.noAnswer}
              onPress={() => void answer('noAnswer')}
            />
          </div>
          <div class="visit-keys-more">
            <Key label={words.round.other} onPress={() => setOtherOpen(true)} />
            <Key look="quiet" label={words.round.note} href={remarkAt(unit.id, door.id)} />
            <Key
              look="quiet"
              icon={Down}
              label={words.round.next}
              onPress={() => go(doorAfter(round, door.id))}
            />
          </div>
        </div>
      }
    >
      <div class="visit">
        <div class="visit-floors">
          <Facade
            units={[around(view, unit, round, door.id, width === 'phone' ? 3 : 7, words)]}
            size="large"
            name={words.facade(unit.label)}
            onOpen={(key) => {
              if (round.way.some((one) => one.id === key)) go(key as RecordId)
            }}
          />
        </div>
        <WhoLivesHere reader={reader} today={today} home={door.id} />
      </div>
      <OtherOutcomes
        open={otherOpen}
        door={door.label}
        onClose={() => setOtherOpen(false)}
        onChoose={(outcome) => void answer(outcome)}
      />
    </Screen>
  )
}

/** Where the person stands: at the door they chose or came back to; answered already, at the one behind it. */
function firstDoor(reader: Reader, round: Round, chosen: RecordId | undefined): RecordId | undefined {
  if (chosen === undefined || !round.way.some((door) => door.id === chosen))
    return whereToStart(reader, round)
  return round.found.has(chosen) ? nextDoor(round, chosen) : chosen
}

/** A remark that is placed already, and the way back to this door. */
function remarkAt(unit: RecordId, door: RecordId): string {
  const back = encodeURIComponent(`/doors/visit/${unit}?door=${door}`)
  return `/feedback/new?at=${door}&channel=door_visit&back=${back}`
}

/** This floor in the middle of so many. */
function around(
  view: BuildingView,
  unit: Staircase,
  round: Round,
  door: RecordId,
  rows: number,
  words: Parameters<typeof roundUnit>[4],
): FacadeUnit {
  const drawn = roundUnit(view, unit, round.found, door, words)
  const row = findDoor(view.elevation, door)?.row ?? 0
  const first = Math.max(0, Math.min(row - Math.floor(rows / 2), drawn.floors.length - rows))
  return { ...drawn, floors: drawn.floors.slice(first, first + rows) }
}
