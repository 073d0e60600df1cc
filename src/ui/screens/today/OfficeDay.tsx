import './today.css'
import Left from '~icons/lucide/chevron-left'
import Right from '~icons/lucide/chevron-right'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Feedback } from '#domain/feedback/feedback.ts'
import { addDays } from '#domain/workingDays.ts'
import { dayWithRecordsBefore, officeDay, type Told } from '#queries/officeDay.ts'
import { readerOf } from '#queries/reader.ts'
import type { Recorded } from '#domain/record.ts'
import { BigNumber } from '#ui/parts/BigNumber.tsx'
import { NotAll } from '#ui/NotAll.tsx'
import { Nothing } from '#ui/Nothing.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Phrase } from '#ui/parts/Phrase.tsx'
import { Lead, Row, Rows } from '#ui/parts/Rows.tsx'
import { Screen } from '#ui/Screen.tsx'
import { Photo } from '#ui/Photo.tsx'
import { headlineOf } from '#ui/headline.ts'
import { PhotosStand } from '#ui/PhotosStand.tsx'
import { ReportRow } from '#ui/screens/binReport/ReportRow.tsx'
import { OfficeRounds } from '#ui/screens/rounds/OfficeRounds.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { MyResolutions } from '#ui/screens/council/MyResolutions.tsx'
import { Boards } from './Boards.tsx'
import { EmergencyRow } from './EmergencyRow.tsx'
import { KnockWaits } from './KnockWaits.tsx'
import { Notices } from './Notices.tsx'
import { OfficeDuties } from './OfficeDuties.tsx'
import { ThisDevice } from './ThisDevice.tsx'
import { WeekDoors } from './WeekDoors.tsx'

/** A day of the compound. Each number stands over the rows it is the sum of, each row with who wrote it. */
export function OfficeDay() {
  const { compoundName, ctx, today } = useApp()
  const words = useWords()
  const formats = useFormats()
  const [day, setDay] = useState(today)
  const told = useView((view) => officeDay(view, readerOf(view, ctx, today()), day))
  const office = words.officeDay
  const latest = day >= today()
  const nothing = [told.shifts, told.incidents, told.rounds, told.remarks, told.closed].every(
    (rows) => rows.length === 0,
  )
  const last = useView((view) =>
    nothing ? dayWithRecordsBefore(readerOf(view, ctx, today()), day) : undefined,
  )
  const by = (one: Told<Recorded>) =>
    [
      office.by(one.who || words.common.somebody, formats.time(one.record.at)),
      one.record.lapsed && words.common.lapsed,
    ]
      .filter(Boolean)
      .join('・')
  return (
    <Screen
      tab="today"
      title={latest ? office.title : formats.date(day, today())}
      sub={
        (compoundName !== undefined || latest) && (
          <>
            {compoundName !== undefined && (
              <span class="today-whole">{compoundName + (latest ? '・' : '')}</span>
            )}
            {latest && formats.date(day, today())}
          </>
        )
      }
      right={
        <>
          <Key look="quiet" icon={Left} label={office.earlier} onPress={() => setDay(addDays(day, -1))} />
          {!latest && (
            <Key look="quiet" icon={Right} label={office.later} onPress={() => setDay(addDays(day, 1))} />
          )}
        </>
      }
    >
      <div class="office-notices stack">
        {!nothing && <NotAll />}
        <KnockWaits />
        <Notices />
      </div>
      {nothing && (
        <Nothing title={office.nothing}>
          {last !== undefined && (
            <Key
              look="primary"
              icon={Left}
              label={office.seeDay(formats.date(last, today()))}
              onPress={() => setDay(last)}
            />
          )}
        </Nothing>
      )}
      <div class="office-day">
        <Block
          title={office.shifts}
          value={formats.number(told.counts.right + told.counts.corrected + told.counts.unsorted)}
          below={
            told.rate.percent === undefined
              ? office.dropsSub(told.counts.right, told.counts.corrected, told.counts.unsorted)
              : `${office.dropsSub(told.counts.right, told.counts.corrected, told.counts.unsorted)}・${office.rate} ${told.rate.percent}%（${office.selfCounted}）`
          }
          unit={office.drops}
          rows={told.shifts.map((one) => (
            <Row
              key={one.record.id}
              href={`/bins/${one.record.id}/summary`}
              lead={
                <Lead
                  big={formats.number(one.rate.drops)}
                  small={one.rate.percent === undefined ? undefined : `${one.rate.percent}%`}
                />
              }
              title={words.today.shiftAt(one.where, words.today.shift[one.record.window])}
              sub={`${by(one)}・${one.record.closedAt ? office.closed(formats.time(one.record.closedAt)) : office.open}${one.record.corrections ? `・${words.bins.summary.corrected}` : ''}${one.record.note ? `・${office.note(one.record.note)}` : ''}`}
            />
          ))}
        />
        <Block
          title={office.incidents}
          value={formats.number(told.incidents.length)}
          rows={told.incidents.map((one) => (
            <Row
              key={one.record.id}
              title={words.incident.type[one.record.type]}
              sub={
                <>
                  {`${one.where}・${by(one)}${one.record.text ? `・${one.record.text}` : ''}`}
                  <PhotosStand hashes={one.record.photos} />
                </>
              }
              right={<Photos hashes={one.record.photos} />}
            />
          ))}
        />
        <Block
          title={office.visits}
          value={formats.number(told.rounds.reduce((sum, one) => sum + one.knocked, 0))}
          below={office.met(told.rounds.reduce((sum, one) => sum + one.reached, 0))}
          rows={told.rounds.map((one) => (
            <Row
              key={one.who}
              lead={<Lead big={formats.number(one.knocked)} />}
              title={one.who || words.common.somebody}
              sub={`${office.met(one.reached)}・${formats.time(one.at)}`}
            />
          ))}
        />
        <Block
          title={office.remarks}
          value={formats.number(told.remarks.length)}
          rows={told.remarks.map((one) => (
            <Row
              key={one.record.id}
              href={`/feedback/${one.record.id}`}
              lead={<Lead big={words.common.numbered(one.record.no)} />}
              title={<Phrase text={headlineOf(saidIn(one.record), words)} />}
              sub={
                <>
                  {`${one.where}・${by(one)}`}
                  <PhotosStand hashes={one.record.photos} />
                </>
              }
              right={<Photos hashes={one.record.photos} />}
            />
          ))}
        />
        <Block
          title={office.orders}
          value={formats.number(told.closed.length)}
          rows={told.closed.map((one) => (
            <Row
              key={one.record.id}
              href={`/feedback/${one.record.from[0] ?? one.record.id}`}
              lead={<Lead big={words.common.numbered(one.record.no)} />}
              title={<Phrase text={headlineOf(one.record, words)} />}
              sub={`${one.where}・${by(one)}`}
            />
          ))}
        />
      </div>
      <div class="stack">
        <WeekDoors day={day} />
        <OfficeDuties day={day} />
        <OfficeRounds />
        <ReportRow kind="day" day={day} />
        <EmergencyRow />
        <MyResolutions />
        <Boards />
      </div>
      <ThisDevice />
    </Screen>
  )
}

function Photos({ hashes }: { hashes: readonly string[] }) {
  const office = useWords().officeDay
  if (hashes.length === 0) return null
  return (
    <span class="office-photos">
      {hashes.slice(0, 2).map((hash) => (
        <Photo key={hash} look="small" hash={hash} alt={office.photos(hashes.length)} />
      ))}
    </span>
  )
}

function Block(props: {
  title: string
  value: string
  unit?: string
  below?: string
  rows: ComponentChildren[]
}) {
  if (props.rows.length === 0) return null
  return (
    <section class="stack">
      <h2>{props.title}</h2>
      <BigNumber value={props.value} unit={props.unit} below={props.below} />
      <Rows>{props.rows}</Rows>
    </section>
  )
}

function saidIn({ text, category, voice }: Feedback) {
  return { text, category, ...(voice && { voice: voice.seconds }) }
}
