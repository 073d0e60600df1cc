import { actionNow } from '#domain/bins/incidentSteps.ts'
import { dayOf } from '#domain/workingDays.ts'
import type { BinReport } from '#queries/binReport.ts'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { AccuracyDrawing, useAccuracySentence } from './AccuracyDrawing.tsx'
import type { Asked } from './asked.ts'
import { later } from './Drawn.tsx'
import { HauledAmount } from './Found.tsx'
import { fullPeriodName, tenthsOf } from './names.ts'
import { Grid, Page, Section } from '#ui/paper/Page.tsx'

/** A week or a month on A4: the four figures first, what they are made of below. */
export function ReportPaper({ found, internal }: { found: Asked; internal: boolean }) {
  const words = useWords()
  const formats = useFormats()
  const { sheets, bins } = words
  const { asked, report, compound } = found
  const when = fullPeriodName(asked, { words, formats })
  const [only] = asked.point === undefined ? [] : report.points
  const sentence = useAccuracySentence(report.days)
  return (
    <Page
      title={sheets.paper.reportName(compound, when)}
      sub={[
        only?.point.label ?? sheets.allPoints,
        sheets.fromTo(formats.date(asked.from), formats.date(asked.to)),
        sheets.rate.self,
      ].join('・')}
      internal={internal}
      signed={[sheets.paper.sign.supervisor, sheets.paper.sign.property, sheets.paper.sign.community]}
    >
      <FourFigures report={report} />
      <Section title={sheets.drawn.accuracy}>
        {report.longEnough ? (
          <>
            <AccuracyDrawing days={report.days} />
            <p class="page-note">{sentence}</p>
          </>
        ) : (
          <p class="page-note">{sheets.drawn.tooSoon}</p>
        )}
      </Section>
      {report.rush.length > 0 && (
        <Section title={sheets.drawn.rush}>
          {report.rush.map(
            ({ window, rush: { busiest, minutes } }) =>
              busiest && (
                <p key={window}>
                  {sheets.drawn.rushText(
                    bins.window[window],
                    busiest.from,
                    later(busiest.from, minutes),
                    formats.number(busiest.drops),
                  )}
                </p>
              ),
          )}
        </Section>
      )}
      <Found report={report} />
      {report.points.length > 1 && <ByPoint report={report} />}
      <ByDay report={report} />
      {internal && <EachIncident found={found} />}
    </Page>
  )
}

function FourFigures({ report }: { report: BinReport }) {
  const { sheets, bags } = useWords()
  const formats = useFormats()
  const { rate, sessions, events } = report
  const n = formats.number
  const figures = [
    [
      sheets.rate.name,
      rate.percent === undefined ? '—' : `${rate.percent}%`,
      rate.percent === undefined ? sheets.rate.tooFew : sheets.rate.base(n(rate.drops)),
    ],
    [
      sheets.sessions.title,
      `${n(sessions.held)}／${n(sessions.planned)}`,
      sessions.besides > 0 ? sheets.sessions.besides(n(sessions.besides)) : '',
    ],
    [
      bags.name,
      report.bags.perMille === undefined ? '—' : tenthsOf(report.bags.perMille),
      report.bags.checked === 0
        ? sheets.bags.none
        : report.bags.perMille === undefined
          ? sheets.bags.tooFew
          : sheets.bags.base(n(report.bags.checked)),
    ],
    [sheets.kinds.title, n(events.incidents.length), sheets.kinds.number],
  ] as const
  return (
    <dl class="page-figures">
      {figures.map(([name, value, base]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <b>{value}</b>
            <span class="page-note">{base}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Found({ report: { kinds, full, hauled, sheets: own } }: { report: BinReport }) {
  const { sheets, bins, incident } = useWords()
  const formats = useFormats()
  return (
    <>
      <Section title={sheets.kinds.title}>
        {kinds.length === 0 && <p>{sheets.kinds.none}</p>}
        <ul class="page-list">
          {kinds.map((one) => (
            <li key={one.type}>
              {incident.type[one.type]} <b>{formats.number(one.count)}</b>
            </li>
          ))}
        </ul>
      </Section>
      <div class="page-beside">
        <Section title={`${sheets.full.title}・${sheets.full.of(formats.number(own.length))}`}>
          <Grid
            none={sheets.full.none}
            head={[sheets.paper.stream, sheets.full.arrival, sheets.full.leaving]}
            rows={full.map((one) => [
              bins.streamFull[one.stream],
              formats.number(one.arrival),
              formats.number(one.leaving),
            ])}
          />
        </Section>
        <Section title={sheets.hauls.title}>
          {hauled.streams.length === 0 && <p>{sheets.hauls.none}</p>}
          {hauled.streams.map((one) => (
            <p key={one.stream}>
              {sheets.hauls.of(bins.streamFull[one.stream])}
              <HauledAmount hauled={one} />
            </p>
          ))}
          {hauled.mixed > 0 && <p>{sheets.hauls.mixed(formats.number(hauled.mixed))}</p>}
        </Section>
      </div>
    </>
  )
}

function ByPoint({ report }: { report: BinReport }) {
  const { sheets } = useWords()
  const formats = useFormats()
  const n = formats.number
  return (
    <Section title={sheets.points.title}>
      <Grid
        none=""
        head={[
          sheets.table.point,
          sheets.sessions.title,
          sheets.drawn.drops,
          sheets.rate.name,
          sheets.table.checked,
          sheets.table.good,
          sheets.table.incidents,
        ]}
        rows={report.points.map(({ point, sessions, rate, bags, incidents }) => [
          point.label,
          `${n(sessions.held)}／${n(sessions.planned)}`,
          n(rate.drops),
          rate.percent === undefined ? sheets.drawn.thin : `${rate.percent}%`,
          n(bags.checked),
          n(bags.good),
          n(incidents),
        ])}
      />
    </Section>
  )
}

function ByDay({ report }: { report: BinReport }) {
  const { sheets, bins } = useWords()
  const formats = useFormats()
  const n = formats.number
  return (
    <Section title={sheets.paper.days}>
      <Grid
        none={sheets.nothing}
        head={[
          sheets.drawn.day,
          sheets.sessions.title,
          sheets.drawn.drops,
          sheets.drawn.right,
          sheets.rate.name,
          bins.counter.resorted,
          sheets.table.checked,
          sheets.table.good,
        ]}
        rows={report.days
          .filter((one) => one.planned + one.besides > 0)
          .map(({ day, held, planned, rate, counts, bags }) => [
            formats.date(day),
            `${n(held)}／${n(planned)}`,
            n(rate.drops),
            n(rate.right),
            rate.percent === undefined ? sheets.drawn.thin : `${rate.percent}%`,
            n(counts.resorted),
            n(bags.checked),
            n(bags.good),
          ])}
      />
    </Section>
  )
}

/** In the words of who wrote it: for the office, not for the wall. */
function EachIncident({ found: { report, reader } }: { found: Asked }) {
  const { sheets, bins, incident } = useWords()
  const formats = useFormats()
  const { today } = useApp()
  return (
    <Section title={sheets.kinds.title}>
      <Grid
        none={sheets.kinds.none}
        head={[
          sheets.paper.at,
          sheets.paper.point,
          sheets.paper.what,
          sheets.paper.stream,
          sheets.paper.done,
          sheets.table.text,
        ]}
        rows={report.events.incidents.map((one) => [
          `${formats.date(dayOf(one.at), today())} ${formats.time(one.at)}`,
          reader.tree.get(one.place)?.label ?? '',
          incident.type[one.type],
          one.stream ? bins.stream[one.stream] : '',
          incident.done[actionNow(one)],
          one.text ?? '',
        ])}
      />
    </Section>
  )
}
