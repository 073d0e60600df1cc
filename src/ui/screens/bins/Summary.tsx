import './summary.css'
import CheckMark from '~icons/lucide/check'
import Pencil from '~icons/lucide/pencil'
import Printer from '~icons/lucide/printer'
import { useRoute } from 'preact-iso'
import { useState } from 'preact/hooks'
import type { RecordId } from '#domain/ids.ts'
import { type Shift } from '#domain/bins/shift.ts'
import { dayOf } from '#domain/workingDays.ts'
import { periodOf } from '#domain/period.ts'
import { shiftSummary } from '#queries/bins.ts'
import { nameOf } from '#queries/feedback.ts'
import { besideOf } from '#queries/handOver.ts'
import { mayDo } from '#queries/mayDo.ts'
import { changeInAWeek, sheetAt } from '#queries/sheet.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Card, Heading } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useDraft } from '#ui/state/draft.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { addressOf } from '#ui/screens/binReport/address.ts'
import { AfterHandOver } from './AfterHandOver.tsx'
import { BagsCorrect } from './BagsCorrect.tsx'
import { Correct, Counts } from './Counts.tsx'
import { useHandOver, useJustHandedOver } from './HandOver.tsx'
import { IncidentList } from './IncidentList.tsx'
import { LeavingRow } from './LeavingRow.tsx'
import { NotHere } from './NotHere.tsx'
import { SheetLook } from './SheetChecks.tsx'
import { SummaryBins } from './SummaryBins.tsx'
import { Figure } from './SummaryFigure.tsx'
import { isSaid, LateNote, NOTE_FORM, NoteField } from './SummaryNote.tsx'
import { ThemeOnPhone } from './ThemeOnPhone.tsx'
import { Together } from './Together.tsx'
import { CorrectShift } from './WhichShift.tsx'

/** `/bins/:shift/summary`: what the shift came to, a word for the next one, the hand-over and what may be done after it. */
export function Summary() {
  const id = useRoute().params['shift'] as RecordId
  const words = useWords()
  const formats = useFormats()
  const { ctx, person, today } = useApp()
  const summary = useView((view) => shiftSummary(view, ctx.tenant, id))
  const sheet = useView(
    (view) => summary && sheetAt(view, summary.shift.place, summary.shift.day, summary.shift.window),
  )
  const change = useView((view) => sheet && changeInAWeek(view, sheet))
  const beside = useView((view) => summary && besideOf(view, summary.shift))
  const note = useDraft(NOTE_FORM, id, '', (kept) => isSaid(ctx.view.get<Shift>(id), kept))
  const who = { me: ctx.me, appointments: person.appointments }
  const keeps = useView((view) => summary && mayDo(view, who, 'keepBins', summary.shift.place, today()))
  const handing = useHandOver(id)
  const fresh = useJustHandedOver(summary?.shift ?? {})
  const [correcting, setCorrecting] = useState(false)
  if (!summary) return <NotHere />

  const { shift, point, times } = summary
  const mine = shift.author === ctx.me
  const open = mine && shift.closedAt === undefined
  const handedToday = mine && shift.closedAt !== undefined && dayOf(shift.closedAt) === today()
  // Those who keep the bins put the opened bags of others right; what somebody counted is theirs.
  const correctable = handedToday || (keeps === true && shift.closedAt !== undefined)
  const next = words.bins.summary.next[shift.window]
  const asked = { ...periodOf('day', shift.day), point: shift.place }
  const print = (
    <span class="summary-print">
      <Key
        wide
        icon={Printer}
        label={words.sheets.paper.short}
        href={`${addressOf('/bins/report/paper', asked)}&window=${shift.window}`}
      />
    </span>
  )
  return (
    <Screen
      title={mine ? words.bins.summary.thanks(person.name) : words.bins.summary.title}
      sub={[
        words.bins.shiftAt(words.bins.shortPoint(point), words.bins.window[shift.window]),
        // Of a shift that is over, the hour of the hand-over says more than the hours it was planned for.
        shift.closedAt
          ? words.bins.summary.handedOver(formats.time(shift.closedAt))
          : times && words.bins.times(times.from, times.to),
        beside && beside.names.length > 0 && words.today.beside(beside.names.join(words.sheets.group.and)),
        shift.closedBy && words.shift.closedBy(nameOf(ctx.view, shift.closedBy)),
        shift.corrections && words.bins.summary.corrected,
        shift.correctedBy && words.shift.correctedBy(nameOf(ctx.view, shift.correctedBy)),
      ]
        .filter(Boolean)
        .join('・')}
      back={open ? `/bins/${id}` : '/bins'}
      right={<ThemeOnPhone />}
      bar={
        <BottomBar inert={fresh}>
          {open ? (
            <>
              <span class="summary-correct">
                <Key wide icon={Pencil} label={words.bins.summary.correct} href={`/bins/${id}`} />
              </span>
              {print}
              <Key
                look="primary"
                icon={CheckMark}
                label={words.bins.summary.handOver(next)}
                busy={handing.busy}
                busyLabel={words.common.saving}
                onPress={() => void handing.handOver(note)}
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
              {print}
              <Key look="primary" label={words.bins.summary.back} href="/" />
            </>
          )}
        </BottomBar>
      }
    >
      {/* Nothing to press in what is handed over: the keyboard still has to be able to scroll it. */}
      <div class="summary" tabIndex={open ? undefined : 0}>
        <Figure summary={summary} change={beside ? undefined : change} />
        <div class="summary-rest">
          {handedToday && <AfterHandOver shift={shift} quiet={summary.quiet} />}
          {handedToday && correcting ? (
            <>
              <Correct summary={summary} />
              <CorrectShift shift={shift} />
            </>
          ) : (
            <Counts summary={summary} />
          )}
          {correctable && correcting && <BagsCorrect shift={shift} />}
          {beside && sheet && <Together sheet={sheet} names={beside.names} change={change} />}
          {sheet && <SummaryBins shift={shift} sheet={sheet} />}
          <IncidentList incidents={sheet?.incidents ?? summary.incidents} of={shift.author} />
          {open && <LeavingRow shift={shift} />}
          <SheetLook shift={shift} />
          {shift.note && (
            <Card>
              <Heading title={words.bins.summary.saidNote} />
              <p class="summary-note">{shift.note}</p>
            </Card>
          )}
          {open && (
            <>
              <NoteField shift={shift} note={note} />
              <CorrectShift shift={shift} />
            </>
          )}
          <Rows>
            <Row
              href={addressOf('/bins/report', asked)}
              title={words.sheets.ofDay}
              sub={words.sheets.ofDaySub}
            />
          </Rows>
          {mine && (shift.closedBy ?? handedToday) && <LateNote shift={shift} note={note} />}
        </div>
      </div>
    </Screen>
  )
}
