import './summary.css'
import CheckMark from '~icons/lucide/check'
import Down from '~icons/lucide/chevron-down'
import Up from '~icons/lucide/chevron-up'
import Pencil from '~icons/lucide/pencil'
import Warning from '~icons/lucide/triangle-alert'
import { useRoute } from 'preact-iso'
import { useEffect, useRef, useState } from 'preact/hooks'
import { closeShift } from '#commands/bins.ts'
import type { RecordId } from '#domain/ids.ts'
import { type Shift } from '#domain/shift.ts'
import { dayOf } from '#domain/workingDays.ts'
import { type ShiftSummary, shiftSummary } from '#queries/bins.ts'
import { nameOf } from '#queries/feedback.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Card, Heading } from '#ui/parts/Card.tsx'
import { Dialog } from '#ui/parts/Dialog.tsx'
import { TextArea } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
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
import { CorrectShift } from './WhichShift.tsx'

const NOTE_LENGTH = 500

type Note = ReturnType<typeof useDraft<string>>

/** `/bins/:shift/summary`: what the shift came to, a word for the next one, and the hand-over. */
export function Summary() {
  const id = useRoute().params['shift'] as RecordId
  const words = useWords()
  const formats = useFormats()
  const { ctx, person, today } = useApp()
  const summary = useView((view) => shiftSummary(view, ctx.tenant, id))
  const note = useDraft('bins.note', id, '', () => isHandedOver(ctx.view.get<Shift>(id)))
  const [asking, setAsking] = useState(false)
  const [correcting, setCorrecting] = useState(false)
  if (!summary) return <NotHere />

  const { shift, point, times } = summary
  const mine = shift.author === ctx.me
  const open = mine && shift.closedAt === undefined
  const correctable = mine && shift.closedAt !== undefined && dayOf(shift.closedAt) === today()
  const next = words.bins.summary.next[shift.window]
  return (
    <Screen
      title={mine ? words.bins.summary.thanks(person.name) : words.bins.summary.title}
      sub={[
        words.bins.shiftAt(words.bins.shortPoint(point), words.bins.window[shift.window]),
        // Of a shift that is over, the hour of the hand-over says more than the hours it was planned for.
        shift.closedAt
          ? words.bins.summary.handedOver(formats.time(shift.closedAt))
          : times && words.bins.times(times.from, times.to),
        shift.closedBy && words.shift.closedBy(nameOf(ctx.view, shift.closedBy)),
        shift.corrections && words.bins.summary.corrected,
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
                <Key wide icon={Pencil} label={words.bins.summary.correct} href={`/bins/${id}`} />
              </span>
              <Key
                look="primary"
                icon={CheckMark}
                label={words.bins.summary.handOver(next)}
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
                    label={correcting ? words.bins.summary.correctDone : words.bins.summary.correct}
                    onPress={() => setCorrecting(!correcting)}
                  />
                </span>
              )}
              <Key look="primary" label={words.bins.summary.back} href="/" />
            </>
          )}
        </BottomBar>
      }
    >
      {/* Nothing to press in what is handed over: the keyboard still has to be able to scroll it. */}
      <div class="summary" tabIndex={open ? undefined : 0}>
        <Figure summary={summary} />
        <div class="summary-rest">
          {correctable && correcting ? (
            <>
              <Correct summary={summary} />
              <CorrectShift shift={shift} />
            </>
          ) : (
            <Counts summary={summary} />
          )}
          <IncidentList incidents={summary.incidents} />
          {open ? (
            <>
              <NoteField shift={shift} note={note} />
              <CorrectShift shift={shift} />
            </>
          ) : (
            shift.note && (
              <Card>
                <Heading title={words.bins.summary.saidNote} />
                <p class="summary-note">{shift.note}</p>
              </Card>
            )
          )}
          {mine && shift.closedBy && <LateNote shift={shift} note={note} />}
        </div>
      </div>
      {open && <HandOver summary={summary} note={note} asking={asking} onClose={() => setAsking(false)} />}
    </Screen>
  )
}

/** One that another closed leaves its own person's word unsaid: what stands in the form is theirs still. */
function isHandedOver(shift: Shift | undefined): boolean {
  return shift?.closedAt !== undefined && shift.closedBy === undefined
}

function NoteField({ shift, note }: { shift: Shift; note: Note }) {
  const words = useWords().bins.summary
  return (
    <TextArea
      label={words.note(words.next[shift.window])}
      placeholder={words.noteHint}
      rows={2}
      maxLength={NOTE_LENGTH}
      value={note.value}
      onDraft={note.set}
    />
  )
}

/** A word for the next shift, from somebody whose shift was closed for them. With it the hand-over is their own. */
function LateNote({ shift, note }: { shift: Shift; note: Note }) {
  const words = useWords()
  const { ctx } = useApp()
  const toast = useToast()
  const say = async () => {
    const done = await closeShift(ctx, shift.id, note.value)
    if (!done.ok) return toast({ text: words.common.refused[done.refused], icon: Warning })
    await note.drop()
    toast({ text: words.shift.noteKept })
  }
  return (
    <div class="stack">
      <NoteField shift={shift} note={note} />
      {note.value.trim() !== '' && <Key wide label={words.shift.keepNote} onPress={() => void say()} />}
    </div>
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

function HandOver(props: { summary: ShiftSummary; note: Note; asking: boolean; onClose: () => void }) {
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
