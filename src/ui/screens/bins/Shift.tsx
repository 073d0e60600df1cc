import './shift.css'
import Camera from '~icons/lucide/camera'
import Lock from '~icons/lucide/lock'
import Search from '~icons/lucide/search'
import Undo from '~icons/lucide/undo-2'
import { useRoute } from 'preact-iso'
import { useEffect, useRef, useState } from 'preact/hooks'
import { shownTaps } from '#commands/tallying.ts'
import type { RecordId } from '#domain/ids.ts'
import { type Shift as ShiftRecord } from '#domain/bins/shift.ts'
import { COUNTERS, type Counter, isBounce, rateOf } from '#domain/bins/tallies.ts'
import { type ShiftSheet, shiftSheet } from '#queries/bins.ts'
import { besideOf } from '#queries/handOver.ts'
import { buzz } from '#device/vibration.ts'
import { keepAwake } from '#device/wakeLock.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { ArrivalChecks } from './ArrivalChecks.tsx'
import { ChecksRow } from './ChecksRow.tsx'
import { Dimmed } from './Dimmed.tsx'
import { useHandOver } from './HandOver.tsx'
import { useTallying } from './keys.ts'
import { MoreTools } from './MoreTools.tsx'
import { NotHere } from './NotHere.tsx'
import { NotKept, ShiftNotes } from './ShiftNotes.tsx'
import { Summary } from './Summary.tsx'
import { SpokenTotal, TallyKey } from './TallyKey.tsx'
import { ThemeOnPhone } from './ThemeOnPhone.tsx'

/** `/bins/:shift`: counting while it is open and mine, else what came of it. */
export function Shift() {
  const id = useRoute().params['shift'] as RecordId
  const { ctx } = useApp()
  const shift = useView((view) => view.get<ShiftRecord>(id))
  if (shift?.kind !== 'shift') return <NotHere />
  return shift.closedAt === undefined && shift.author === ctx.me ? <Counting id={id} /> : <Summary />
}

function Counting({ id }: { id: RecordId }) {
  const { ctx } = useApp()
  const words = useWords()
  const formats = useFormats()
  const keys = useTallying(id)
  const handing = useHandOver(id)
  const [touched, setTouched] = useState<Counter>()
  const [sleeps, setSleeps] = useState(false)
  useEffect(() => keepAwake(() => setSleeps(true)), [])
  const woke = useRef<number | undefined>(undefined)
  const sheet = useView((view) => {
    const shift = view.get<ShiftRecord>(id)
    return shiftSheet(view, ctx.tenant, id, shift && shownTaps(shift, keys.state()))
  })
  if (!sheet) return <NotHere />

  const { counts, last } = sheet
  const { waiting, refused } = keys.state()
  const touch = (counter: Counter, moment: number) => {
    // The touch that only woke the screen may bounce on a key.
    if (isBounce(woke.current, moment) || !keys.touch(counter, moment)) return false
    // Noise and gloves: the hand feels that it counted.
    buzz('tap')
    setTouched(counter)
    return true
  }
  const tally = (counter: Counter) => (
    <TallyKey
      key={counter}
      counter={counter}
      count={counts[counter]}
      waiting={waiting.filter((step) => step.counter === counter && step.by === 1).length}
      main={counter === 'right'}
      onTouch={(moment) => touch(counter, moment)}
    />
  )
  return (
    <Screen
      title={words.bins.shiftAt(words.bins.shortPoint(sheet.point), words.bins.window[sheet.shift.window])}
      sub={<Standing sheet={sheet} />}
      back="/bins"
      right={<ThemeOnPhone />}
      bar={
        <BottomBar>
          <div class="shift-undo">
            <button
              type="button"
              class="key key-secondary key-wide"
              aria-disabled={last ? undefined : 'true'}
              data-why={last ? undefined : ''}
              onKeyDown={(event) => event.repeat && event.preventDefault()}
              onClick={(event) => {
                const taken = keys.undo(event.timeStamp)
                if (taken) setTouched(taken)
              }}
            >
              <Undo class="icon" aria-hidden="true" />
              <span class="shift-undo-words">
                <span>{last ? words.bins.undo : words.bins.nothingToUndo}</span>
                {last && (
                  <span class="key-sub">
                    {words.bins.undoWhat(words.bins.counter[last[0]], formats.time(last[1]))}
                  </span>
                )}
              </span>
            </button>
            <MoreTools shift={id} />
          </div>
          <div class="shift-tools">
            <Key icon={Search} label={words.bins.whichBin} href="/which-bin" />
            <Key icon={Camera} label={words.bins.photo} href={`/bins/${id}/incident`} />
            <Key
              icon={Lock}
              label={words.bins.handOver}
              busy={handing.busy}
              busyLabel={words.common.saving}
              onPress={() => void handing.handOver()}
            />
          </div>
        </BottomBar>
      }
    >
      <div class="shift">
        <NotKept refused={refused} />
        <ShiftNotes sleeps={sleeps} />
        <ChecksRow sheet={sheet} />
        <div class="shift-checks card card-pad">
          <ArrivalChecks sheet={sheet} titled />
        </div>
        <div class="shift-main">{tally('right')}</div>
        <div class="shift-four">{COUNTERS.filter((counter) => counter !== 'right').map(tally)}</div>
        <Dimmed
          counter={words.bins.counter.right}
          count={counts.right}
          onWake={(moment) => (woke.current = moment)}
        />
        <SpokenTotal text={touched ? words.bins.tallied(words.bins.counter[touched], counts[touched]) : ''} />
      </div>
    </Screen>
  )
}

/** The rate never stands without its base number; below ten drops the number stands alone. */
function Standing({ sheet }: { sheet: ShiftSheet }) {
  const { rate, times } = sheet
  const words = useWords().bins
  return (
    <>
      {times && <span class="shift-times">{words.times(times.from, times.to)}・</span>}
      {rate.percent === undefined ? words.drops(rate.drops) : words.rate(rate.percent, rate.drops)}
      <Together sheet={sheet} />
    </>
  )
}

/** Two who stand at one point write one sheet: the keys show one's own taps, this line what it comes to. */
function Together({ sheet: { shift, rate } }: { sheet: ShiftSheet }) {
  const words = useWords().shift
  const beside = useView((view) => besideOf(view, shift))
  if (!beside) return null
  return (
    <span class="shift-together">
      {words.together(beside.names, rate.drops + rateOf(beside.counts).drops)}
    </span>
  )
}
