import './bins-at-point.css'
import Truck from '~icons/lucide/truck'
import Warning from '~icons/lucide/triangle-alert'
import { useRoute } from 'preact-iso'
import { useState } from 'preact/hooks'
import { shownFills } from '#commands/fills.ts'
import { withdrawIncident } from '#commands/incidents.ts'
import { buzz } from '#device/vibration.ts'
import { fillNow } from '#domain/bins/fullBin.ts'
import type { RecordId } from '#domain/ids.ts'
import { MOMENTS, type Moment, type Shift } from '#domain/bins/shift.ts'
import { type Stream, STREAMS } from '#domain/bins/streams.ts'
import { shiftSheet } from '#queries/bins.ts'
import { binsAt, callsOf, haulierAt } from '#queries/hauls.ts'
import { sheetAt } from '#queries/sheet.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Panel } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { BinKey } from './BinKey.tsx'
import { BinsCall, BinsNumber, useCanCall } from './BinsCall.tsx'
import { useFilling } from './keys.ts'
import { NotHere } from './NotHere.tsx'
import { ThemeOnPhone } from './ThemeOnPhone.tsx'

/** `/bins/:shift/bins`: how full each bin is, when one comes and when one goes, and the call when it is full. */
export function BinsAtPoint() {
  const id = useRoute().params['shift'] as RecordId
  const words = useWords()
  const { ctx } = useApp()
  const sheet = useView((view) => shiftSheet(view, ctx.tenant, id))
  if (!sheet) return <NotHere />
  const { shift, point } = sheet
  const open = shift.closedAt === undefined && shift.author === ctx.me
  return (
    <Screen
      title={words.hauls.full.title}
      sub={words.bins.shiftAt(words.bins.shortPoint(point), words.bins.window[shift.window])}
      back={`/bins/${id}`}
      right={<ThemeOnPhone />}
      bar={
        <BottomBar>
          <Key
            wide
            icon={Truck}
            label={words.hauls.full.hauls}
            sub={words.hauls.full.haulsSub}
            href={`/bins/${id}/hauls`}
          />
        </BottomBar>
      }
    >
      <Bins shift={shift} open={open} />
    </Screen>
  )
}

/** Who has looked at everything on coming looks again on going. */
function firstMoment({ fills }: Shift): Moment {
  return STREAMS.every((stream) => fills[stream] !== undefined) ? 'leaving' : 'arrival'
}

function Bins({ shift, open }: { shift: Shift; open: boolean }) {
  const words = useWords()
  const { number } = useFormats()
  const { ctx } = useApp()
  const toast = useToast()
  const keys = useFilling(shift.id)
  const canCall = useCanCall()
  const [when, setWhen] = useState<Moment>(() => firstMoment(shift))
  const bins = useView((view) => binsAt(view, shift.place))
  const whom = useView((view) => haulierAt(view, ctx.tenant, shift.place))
  const calls = useView((view) => {
    const sheet = sheetAt(view, shift.place, shift.day, shift.window)
    return sheet ? callsOf(sheet) : []
  })
  const { refused } = keys.state()
  const fills = shownFills(shift, when, keys.state())
  // Also a stream for which no bin was entered, once somebody looked at it.
  const streams = STREAMS.filter(
    (stream) => bins.some((one) => one.stream === stream) || fillNow(shift, stream) !== undefined,
  )
  const first = streams.find(
    (stream) => fills[stream] === 'full' && !calls.some((call) => call.stream === stream),
  )
  const standing = (stream: Stream) =>
    bins
      .filter((one) => one.stream === stream)
      .map((one) => words.hauls.full.standing(number(one.count), number(one.litres)))
      .join(' + ') || words.hauls.full.noBin

  const call = (stream: Stream) =>
    keys.call(stream, when, (done) => {
      if (!done.ok) {
        if (done.refused === 'nothingToDo') toast({ text: words.hauls.full.notedAlready })
        return
      }
      const notes = done.value.filter((change) => change.name === 'incident.record')
      if (notes.length === 0) return toast({ text: words.hauls.full.notedAlready })
      buzz('done')
      toast({
        text: words.hauls.full.noted,
        undo: {
          label: words.common.undo,
          onPress: () =>
            notes.forEach((note) => void withdrawIncident(ctx, note.record, words.hauls.full.takenBack)),
        },
      })
    })
  // To be read before anything is noted, where it is typed on another phone.
  const toRing = open && <BinsNumber point={shift.place} whom={whom} canCall={canCall} />
  return (
    <div class="stack-wide">
      {refused && (
        <div role="alert">
          <Panel
            tone="alert"
            icon={Warning}
            title={words.hauls.full.notKept}
            text={words.common.refused[refused]}
          />
        </div>
      )}
      <Segmented
        label={words.hauls.full.when}
        shown
        value={when}
        options={MOMENTS.map((value) => ({ value, label: words.hauls.full.moment[value] }))}
        onChange={setWhen}
      />
      {!canCall.can && toRing}
      <div class="stack">
        <p class="caption">{open ? words.hauls.full.press : words.hauls.closed}</p>
        <ul class="bins-rows">
          {streams.map((stream) => (
            <li key={stream} class="bins-row">
              <BinKey
                stream={stream}
                fill={fills[stream]}
                standing={standing(stream)}
                locked={!open}
                onTouch={(moment) => keys.press(stream, when, moment) && buzz('tap')}
              />
              {open && (
                <BinsCall
                  stream={stream}
                  call={calls.find((one) => one.stream === stream)}
                  whom={canCall.can ? whom : undefined}
                  first={stream === first}
                  onCall={() => call(stream)}
                />
              )}
            </li>
          ))}
        </ul>
      </div>
      {canCall.can && toRing}
    </div>
  )
}
