import Check from '~icons/lucide/check'
import Down from '~icons/lucide/chevron-down'
import Door from '~icons/lucide/door-closed'
import { useLocation } from 'preact-iso'
import { useRef, useState } from 'preact/hooks'
import { endQuiet } from '#commands/visits.ts'
import { findDoor } from '#domain/doors/elevation.ts'
import type { RecordId } from '#domain/ids.ts'
import { quietAfter, type VisitOutcome } from '#domain/doors/visit.ts'
import type { Doubts } from '#queries/freshness.ts'
import { doorAfter, nextDoor, type Round, whereToStart } from '#queries/round.ts'
import { visitsOf } from '#queries/visits.ts'
import { Facade } from '#ui/parts/facade/Facade.tsx'
import type { FacadeUnit } from '#ui/parts/facade/model.ts'
import { Header } from '#ui/parts/Header.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { AfterKeys, STAYS } from './AfterKeys.tsx'
import { AtThisDoor } from './AtThisDoor.tsx'
import { type Answer, ComeAgain, LastAnswer } from './LastAnswer.tsx'
import { look, useLooking } from './looking.ts'
import { OtherOutcomes } from './OtherOutcomes.tsx'
import { QuietKeys } from './QuietDoor.tsx'
import { RoundDone } from './RoundDone.tsx'
import { useKnock } from './useKnock.ts'
import { useMonthDay } from './useMonthDay.ts'
import { useWidth } from './useWidth.ts'
import type { VisitOrder } from './visitOrder.ts'
import type { WalkProps } from './walking.ts'
import { roundUnit } from './windows.ts'

interface AtDoorProps extends WalkProps {
  readonly round: Round
  readonly doubts: Doubts
  readonly order: VisitOrder
}

/** One door: its answers, what is asked after one of them, and on to the next. */
export function AtDoor(props: AtDoorProps) {
  const { view, unit, round, reader, today, campaign } = props
  const { doors: words, rounds, common } = useWords()
  const { number } = useFormats()
  const monthDay = useMonthDay()
  const { ctx } = useApp()
  const { route } = useLocation()
  const toast = useToast()
  const width = useWidth()
  const [otherOpen, setOtherOpen] = useState(false)
  const { chosen } = useLooking()
  const [here, setHere] = useState(() => firstDoor(props, chosen ?? props.asked))
  const { knock, amend, say, takeBack } = useKnock()
  // The answer of the door before this one, and that of this one while there is still something to ask.
  const [last, setLast] = useState<Answer>()
  const [after, setAfter] = useState<Answer>()
  const [knockAnyway, setKnockAnyway] = useState<RecordId>()
  const keeping = useRef(false)

  // Not in the address: the sheet of the rarer answers goes back in the history when it closes.
  const go = (to: RecordId | undefined) => {
    look({ unit: unit.id, ...(to && { chosen: to }) })
    setAfter(undefined)
    setHere(to)
  }
  const goOn = (from: RecordId) => {
    // The round known here may not have the last answer yet: a way that leads back to its door is over.
    const next = nextDoor(round, from)
    go(next === from ? undefined : next)
  }
  const door = here === undefined ? undefined : view.doors.get(here)
  const answer = async (outcome: VisitOutcome) => {
    // A second press before the next door is chosen would be said of the door that was just answered.
    if (!door || keeping.current) return
    keeping.current = true
    setOtherOpen(false)
    const kept = await knock({ dwelling: door.id, outcome, campaign: campaign?.id })
    keeping.current = false
    if (kept === undefined) return
    const answered = { visit: kept, home: door.id, door: door.label, outcome }
    if (STAYS.includes(outcome)) {
      setLast(undefined)
      return setAfter(answered)
    }
    setLast(answered)
    goOn(door.id)
  }
  const undo = async (answered: Answer) => {
    if (!(await takeBack(answered.visit))) return
    setLast(undefined)
    go(answered.home)
  }

  const lastAnswer =
    last &&
    (last.outcome === 'noAnswer' || last.outcome === 'leftNote' ? (
      <ComeAgain
        last={last}
        onUndo={() => void undo(last)}
        onChoose={(retryAt) => void amend(last.visit, { retryAt })}
      />
    ) : (
      <LastAnswer
        key={last.visit}
        last={last}
        onUndo={() => void undo(last)}
        onOver={() => setLast(undefined)}
      />
    ))
  const header = (
    <Header
      title={words.round.title(unit.label)}
      sub={campaign?.title}
      back="/doors"
      leave={common.close}
      close
      right={
        <p class="visit-count">
          <b>{number(round.done)}</b> / {words.round.homes(number(round.of))}
        </p>
      }
    />
  )
  if (!door) {
    return (
      <Screen
        title={words.round.title(unit.label)}
        header={header}
        bar={lastAnswer && <div class="visit-over">{lastAnswer}</div>}
      >
        <RoundDone unit={unit} view={view} round={round} />
      </Screen>
    )
  }

  const back = `/doors/visit/${unit.id}?door=${door.id}${campaign ? `&campaign=${campaign.id}` : ''}`
  const capture = (more: string) =>
    `/feedback/new?at=${door.id}&channel=door_visit&who=home${more}&back=${encodeURIComponent(back)}`
  const quietUntil = round.quiet.get(door.id)
  const inPeace = quietUntil !== undefined && knockAnyway !== door.id && !after
  const bar = after ? (
    <AfterKeys
      answer={after}
      onNext={() => goOn(door.id)}
      onRoster={(roster) =>
        void amend(after.visit, { roster }).then((done) => {
          if (!done) return
          if (roster === 'unchanged') return goOn(door.id)
          look({ unit: unit.id, chosen: door.id })
          route(`/doors/home/${door.id}?back=${encodeURIComponent(back)}`)
        })
      }
      onQuiet={(months) => {
        const until = quietAfter(today, months)
        void amend(after.visit, { quietUntil: until }).then((done) => {
          if (!done) return
          toast({ text: rounds.door.quietKept(door.label, monthDay(until)) })
          goOn(door.id)
        })
      }}
      onRetry={(retryAt) => void amend(after.visit, { retryAt })}
      remark={capture(`&visit=${after.visit}`)}
      help={capture(`&visit=${after.visit}&kind=care_help`)}
    />
  ) : inPeace ? (
    <QuietKeys
      onNext={() => goOn(door.id)}
      onKnock={() => setKnockAnyway(door.id)}
      onOver={() => {
        const said = visitsOf(reader, door.id).find((one) => one.quietUntil !== undefined)
        if (!said) return
        void endQuiet(ctx, said, today).then((done) =>
          toast({ text: done.ok ? rounds.door.quietEnded : common.refused[done.refused] }),
        )
      }}
    />
  ) : (
    <div class="visit-keys">
      {lastAnswer}
      <div class="visit-keys-main">
        <Key
          look="primary"
          size="tall"
          icon={Check}
          label={words.round.met}
          onPress={() => void answer('met')}
        />
        <Key size="tall" icon={Door} label={words.round.noAnswer} onPress={() => void answer('noAnswer')} />
      </div>
      <div class="visit-keys-more">
        <Key label={words.round.other} onPress={() => setOtherOpen(true)} />
        <Key look="quiet" label={rounds.door.remark} href={capture('')} />
        <Key
          look="quiet"
          icon={Down}
          label={words.round.next}
          onPress={() => {
            setLast(undefined)
            go(doorAfter(round, door.id))
          }}
        />
      </div>
    </div>
  )

  const rows = width !== 'phone' ? 7 : after ? 1 : 3
  return (
    <Screen title={words.round.title(unit.label)} header={header} bar={bar}>
      <div class="visit">
        <div class="visit-floors">
          <Facade
            units={[around(props, door.id, rows, words, rounds.door)]}
            size="large"
            name={words.facade(unit.label)}
            onOpen={(key) => {
              if (round.past.some((one) => one.id === key)) go(key as RecordId)
            }}
          />
        </div>
        <AtThisDoor
          {...props}
          home={door.id}
          after={after}
          quietUntil={inPeace ? quietUntil : undefined}
          onUndo={() => after && void undo(after)}
          onSay={(question, said) => after && void say(after.visit, question, said)}
        />
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
function firstDoor(
  { reader, round, order }: AtDoorProps,
  chosen: RecordId | undefined,
): RecordId | undefined {
  if (chosen === undefined || !round.past.some((door) => door.id === chosen))
    return whereToStart(reader, round, order === 'doubt')
  return round.found.has(chosen) ? nextDoor(round, chosen) : chosen
}

/** This floor in the middle of so many. */
function around(
  { view, unit, round }: AtDoorProps,
  door: RecordId,
  rows: number,
  words: Parameters<typeof roundUnit>[4],
  short: Parameters<typeof roundUnit>[5],
): FacadeUnit {
  const drawn = roundUnit(view, unit, round, door, words, short)
  const row = findDoor(view.elevation, door)?.row ?? 0
  const first = Math.max(0, Math.min(row - Math.floor(rows / 2), drawn.floors.length - rows))
  return { ...drawn, floors: drawn.floors.slice(first, first + rows) }
}
