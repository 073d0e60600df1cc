import { columnOf } from '#domain/period.ts'
import type { BinReport, DayOfReport } from '#queries/binReport.ts'
import { Card, Heading } from '#ui/parts/Card.tsx'
import { useFormats, useWords } from '#ui/words.ts'

/** 47 个时段里有人 45 个, and which days they were. */
export function Sessions({ report: { asked, sessions, days } }: { report: BinReport }) {
  const { sheets } = useWords()
  const formats = useFormats()
  return (
    <Card>
      <Heading title={sheets.sessions.title} />
      {sessions.planned > 0 && (
        <p class="report-figure">
          <b>{formats.number(sessions.held)}</b>
          <span>／ {formats.number(sessions.planned)}</span>
        </p>
      )}
      <p>
        {sessions.planned === 0
          ? sheets.sessions.none
          : sheets.sessions.text(formats.number(sessions.held), formats.number(sessions.planned))}
      </p>
      {sessions.besides > 0 && <p>{sheets.sessions.besides(formats.number(sessions.besides))}</p>}
      {asked.kind !== 'day' && (
        <ol class="calendar" aria-label={sheets.sessions.title}>
          {days.map((one, index) => (
            <li
              key={one.day}
              class={`calendar-day calendar-${stateOf(one)}`}
              style={index === 0 ? { gridColumnStart: columnOf(one.day) + 1 } : undefined}
            >
              <span aria-hidden="true">{Number(one.day.slice(8))}</span>
              <span class="spoken">{sheets.sessions.day(formats.date(one.day), one.held, one.planned)}</span>
            </li>
          ))}
        </ol>
      )}
      {asked.kind !== 'day' && (
        <p class="calendar-legend caption">
          {(['all', 'some', 'none', 'later'] as const).map((state) => (
            <span key={state}>
              <i class={`calendar-${state}`} aria-hidden="true" /> {sheets.sessions.legend[state]}
            </span>
          ))}
        </p>
      )}
    </Card>
  )
}

function stateOf({ planned, held, besides }: DayOfReport): 'all' | 'some' | 'none' | 'later' {
  if (planned === 0) return besides > 0 ? 'all' : 'later'
  return held === planned ? 'all' : held > 0 ? 'some' : 'none'
}
