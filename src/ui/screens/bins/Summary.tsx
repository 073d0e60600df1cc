import './summary.css'
import CheckMark from '~icons/lucide/check'
import Down from '~icons/lucide/chevron-down'
import Up from '~icons/lucide/chevron-up'
import Pencil from '~icons/lucide/pencil'
import Warning from '~icons/lucide/triangle-alert'
import { useRoute } from 'preact-iso'
import { useEffect, useRef, useState } from 'preact/hooks'
import { closeShift, correctShift } from '#commands/bins.ts'
import type { RecordId } from '#domain/ids.ts'
import { type Shift } from '#domain/shift.ts'
import { WINDOWS } from '#domain/window.ts'
import { dayOf } from '#domain/workingDays.ts'
import { type ShiftSummary, shiftSummary } from '#queries/bins.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Card, Heading } from '#ui/parts/Card.tsx'
import { Dialog } from '#ui/parts/Dialog.tsx'
import { TextArea } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useDraft } from '#ui/state/draft.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { Correct, Counts } from './Counts.tsx'
import { HundredWindows } from './HundredWindows.tsx'
import { IncidentList } from './IncidentList.tsx'
import { useTallying } from './keys.ts'
import { NotHere } from './NotHere.tsx'
import { ThemeOnPhone } from './ThemeOnPhone.tsx'

const NOTE_LENGTH = 500

/** `/bins/:shift/summary`: what the shift came to, a word for the next one, and the hand-over. */
export function Summary() {
  const id = useRoute().params['shift'] as RecordId
  const words = useWords().bins
  const formats = useFormats()
  const { ctx, person, today } = useApp()
  const summary = useView((view) => shiftSummary(view, ctx.tenant, id))
  const note = useDraft('bins.note', id, '', () => ctx.view.get<Shift>(id)?.closedAt !== undefined)
  const [asking, setAsking] = useState(false)
  const [correcting, setCorrecting] = useState(false)
  if (!summary) return <NotHere />

  const { shift, point, times } = summary
  const mine = shift.author === ctx.me
  const open = mine && shift.closedAt === undefined
  const correctable = mine && shift.closedAt !== undefined && dayOf(shift.closedAt) === today()
  const next = words.summary.next[shift.window]
  return (
    <Screen
      title={mine ? words.summary.thanks(person.name) : words.summary.title}
      sub={[
        words.shiftAt(words.shortPoint(point), words.window[shift.window]),
        // Of a shift that is over, the hour of the hand-over says more than the hours it was planned for.
        shift.closedAt
          ? words.summary.handedOver(formats.time(shift.closedAt))
          : times && words.times(times.from, times.to),
        shift.corrections && words.summary.corrected,
      ]
        .filter(Boolean)
        .join('・')}
      back={open ? `/bins/${id}` : '/bins'}
      right={<ThemeOnPhone />}
      bar={
        <BottomBar>
          {open ? (
            <>
              <span class="summary-correct">
                <Key wide icon={Pencil} label={words.summary.correct} href={`/bins/${id}`} />
              </span>
              <Key
                look="primary"
                icon={CheckMark}
                label={words.summary.handOver(next)}
                onPress={() => setAsking(true)}
              />
            </>
          ) : (
            <>
              {correctable && (
                <span class="summary-correct">
                  <Key
                    wide
                    icon={correcting ? CheckMark : Pencil}
                    label={correcting ? words.summary.correctDone : words.summary.correct}
                    onPress={() => setCorrecting(!correcting)}
                  />
                </span>
              )}
              <Key look="primary" label={words.summary.back} href="/" />
            </>
          )}
        </BottomBar>
      }
    >
      {/* Nothing to press in what is handed over: the keyboard still has to be able to scroll it. */}
      <div class="summary" tabIndex={open ? undefined : 0}>
        <Figure summary={summary} />
        <div class="summary-rest">
          {correctable && correcting ? <Correct summary={summary} /> : <Counts summary={summary} />}
          <IncidentList incidents={summary.incidents} />
          {open ? (
            <>
              <TextArea
                label={words.summary.note(next)}
                placeholder={words.summary.noteHint}
                rows={2}
                maxLength={NOTE_LENGTH}
                value={note.value}
                onDraft={note.set}
              />
              <Segmented
                label={words.summary.wrongWindow}
                shown
                value={shift.window}
                options={WINDOWS.map((value) => ({ value, label: words.window[value] }))}
                onChange={(window) => void correctShift(ctx, id, { window })}
              />
            </>
          ) : (
            shift.note && (
              <Card>
                <Heading title={words.summary.saidNote} />
                <p>{shift.note}</p>
              </Card>
            )
          )}
        </div>
      </div>
      {open && <HandOver summary={summary} note={note} asking={asking} onClose={() => setAsking(false)} />}
    </Screen>
  )
}

/** The rate with its base number, drawn as windows; below ten drops the counts only. */
function Figure({ summary: { rate, quiet, shift, change } }: { summary: ShiftSummary }) {
  const words = useWords().bins.summary
  const formats = useFormats()
  const weekday = formats.weekday(shift.day)
  if (quiet) {
    return (
      <div class="summary-figure">
        <HundredWindows lit={0} />
        <p class="summary-quiet">{words.quiet[shift.window]}</p>
      </div>
    )
  }
  return (
    <div class="summary-figure">
      {rate.percent !== undefined && <HundredWindows lit={rate.percent} />}
      <div class="summary-words">
        <p class="caption">
          {words.rateOf(rate.drops)}・{words.selfCounted}
        </p>
        {rate.percent === undefined ? (
          <p class="summary-quiet">{words.tooFew}</p>
        ) : (
          <>
            <p class="summary-percent">
              {rate.percent}
              <small>%</small>
            </p>
            <p class="spoken">{words.windows(rate.percent)}</p>
          </>
        )}
        <p>{words.right(rate.right)}</p>
        <p>{words.toImprove(rate.drops - rate.right)}</p>
        {change !== undefined && (
          <p class="summary-change">
            {change !== 0 &&
              (change > 0 ? (
                <Up class="icon" aria-hidden="true" />
              ) : (
                <Down class="icon" aria-hidden="true" />
              ))}
            <b>
              {change === 0
                ? words.same(weekday)
                : change > 0
                  ? words.higher(weekday, change)
                  : words.lower(weekday, -change)}
            </b>
          </p>
        )}
      </div>
    </div>
  )
}

function HandOver(props: {
  summary: ShiftSummary
  note: { readonly value: string; drop(): Promise<void> }
  asking: boolean
  onClose: () => void
}) {
  const { summary, note, asking, onClose } = props
  const words = useWords()
  const { ctx } = useApp()
  const toast = useToast()
  const keys = useTallying(summary.shift.id)
  const [busy, setBusy] = useState(false)
  const handOver = async () => {
    setBusy(true)
    // A tap on its way to the disk belongs to this shift.
    await keys.settled()
    const done = await closeShift(ctx, summary.shift.id, note.value)
    setBusy(false)
    onClose()
    if (!done.ok) {
      toast({ text: words.common.refused[done.refused], icon: Warning })
      return
    }
    await note.drop()
    toast({ text: words.bins.summary.done })
  }
  return (
    <Dialog
      open={asking}
      onClose={onClose}
      title={words.bins.summary.dialog}
      text={
        summary.quiet
          ? words.bins.summary.quiet[summary.shift.window]
          : words.bins.summary.dialogText(summary.shift.taps.length)
      }
    >
      <Key
        look="primary"
        wide
        label={words.bins.summary.yes}
        busy={busy}
        busyLabel={words.common.saving}
        onPress={() => void handOver()}
      />
      <SafeKey label={words.bins.summary.stay} onPress={onClose} />
    </Dialog>
  )
}

/** The choice that changes nothing has the focus when the dialog comes. */
function SafeKey({ label, onPress }: { label: string; onPress: () => void }) {
  const key = useRef<HTMLButtonElement>(null)
  useEffect(() => key.current?.focus(), [])
  return <Key wide label={label} onPress={onPress} buttonRef={key} />
}
