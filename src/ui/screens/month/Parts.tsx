import type { Heard, MonthPack, VisitsOfMonth } from '#queries/month.ts'
import type { SurveyView } from '#queries/survey.ts'
import { CALLBACKS } from '#domain/ledger/order.ts'
import { Card, Heading } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { tenthsOf } from '#ui/screens/binReport/names.ts'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { Bar, Panes } from './Panes.tsx'
import { dayName, headlineWords, reachWords, togetherWords, whyOpen } from './says.ts'
import { WeekLine } from './WeekLine.tsx'

/** How many open matters are named at once; the ledger has all. */
const NAMED = 6

export function BinsCard({ bins }: { bins: NonNullable<MonthPack['bins']> }) {
  const words = useWords()
  const { month, sheets, bags } = words
  const formats = useFormats()
  const n = formats.number
  const { report, weeks } = bins
  const { rate } = report
  const shown = weeks.filter((one) => one.rate.percent !== undefined)
  const percents = shown.map((one) => one.rate.percent ?? 0)
  return (
    <Card>
      <Heading title={month.bins.title} right={month.bins.base(n(rate.drops))} />
      <p class="month-big">
        {rate.percent === undefined ? (
          <span>{month.bins.few}</span>
        ) : (
          <>
            <b>{rate.percent}%</b> <span>{sheets.rate.of(n(rate.right), n(rate.drops))}</span>
          </>
        )}
      </p>
      {report.longEnough && shown.length > 1 ? (
        <>
          <WeekLine weeks={weeks} names={weeks.map((one) => dayName(one.monday, { words, formats }))} />
          <p>{month.bins.line(shown.length, `${Math.min(...percents)}%`, `${Math.max(...percents)}%`)}</p>
        </>
      ) : (
        <p>{month.bins.tooSoon}</p>
      )}
      <p>
        {month.bins.bagsOf(n(report.bags.checked), n(report.bags.good))}
        {report.bags.perMille !== undefined && `・${bags.name} ${tenthsOf(report.bags.perMille)}`}
      </p>
      <p>{month.bins.incidents(n(report.events.incidents.length))}</p>
    </Card>
  )
}

export function MattersCard({ heard }: { heard: Heard }) {
  const words = useWords()
  const { month, feedback } = words
  const n = useFormats().number
  const { matters, tracks, orders } = heard
  return (
    <Card>
      <Heading title={month.matters.title(n(matters.of), n(matters.n))} right={month.matters.unit} />
      {matters.of === 0 && <p>{month.matters.none}</p>}
      <ul class="month-tracks">
        {tracks.map((one) => (
          <li key={one.track}>
            <span>{feedback.drawers[one.track]}</span>
            <Panes n={one.n} of={one.of} label={`${n(one.n)} / ${n(one.of)}`} />
            <span class="month-of">
              <b>{n(one.n)}</b> / {n(one.of)}
            </span>
          </li>
        ))}
      </ul>
      <p class="month-legend caption">
        <i class="month-pane month-pane-lit" aria-hidden="true" /> {month.matters.lit}
        <i class="month-pane" aria-hidden="true" /> {month.matters.dark}
      </p>
      <p>{month.matters.heard(n(heard.remarks), n(matters.of))}</p>
      {orders && (
        <>
          <p>{month.matters.orders(n(orders.opened), n(orders.closed))}</p>
          <p>{month.matters.onTime(n(orders.onTime.n), n(orders.onTime.of))}</p>
          <p>{month.matters.reopened(n(orders.reopened.n), n(orders.reopened.of))}</p>
        </>
      )}
      <p>{month.matters.told(n(heard.told.n), n(heard.told.of))}</p>
      {heard.left.length > 0 && <p>{month.matters.left(n(heard.left.length))}</p>}
    </Card>
  )
}

export function SaidCard({ heard, survey }: { heard: Heard | undefined; survey: SurveyView | undefined }) {
  const words = useWords()
  const formats = useFormats()
  const { month, feedback } = words
  const n = formats.number
  const said = heard?.orders?.said
  const asked = said ? CALLBACKS.reduce((sum, one) => sum + said[one], 0) : 0
  const overall = survey?.asks[0]
  const headline = survey && headlineWords(survey, { words, formats })
  return (
    <Card>
      {said && (
        <>
          <Heading title={month.said.title} right={month.said.asked(n(asked))} />
          {asked === 0 ? (
            <p>{month.said.none}</p>
          ) : (
            <ul class="month-bars">
              {CALLBACKS.map((one) => (
                <Bar
                  key={one}
                  label={feedback.detail.results[one]}
                  count={said[one]}
                  most={asked}
                  said={n(said[one])}
                />
              ))}
            </ul>
          )}
        </>
      )}
      <Heading title={month.survey.title} />
      {survey && overall && headline ? (
        <>
          {headline.figure ? (
            <p class="month-big">
              <b>{headline.figure}</b>{' '}
              <span>{words.survey.result.of(n(overall.good), n(overall.valid))}</span>
            </p>
          ) : (
            <>
              <p>{words.survey.result.of(n(overall.good), n(overall.valid))}</p>
              <p>{headline.why}</p>
            </>
          )}
          <p>
            {reachWords(survey, { words, formats }).join('・')}・{words.survey.picked[survey.survey.picked]}
          </p>
          <Key label={month.survey.open} href={`/survey/${survey.survey.id}`} />
        </>
      ) : (
        <p>{month.survey.none}</p>
      )}
    </Card>
  )
}

export function VisitsCard({ visits }: { visits: VisitsOfMonth }) {
  const { month } = useWords()
  const formats = useFormats()
  const n = formats.number
  return (
    <Card>
      <Heading title={month.visits.title(n(visits.lit.n))} right={month.visits.of(n(visits.lit.of))} />
      <span class="month-house">
        <Panes n={visits.lit.n} of={visits.lit.of} label={`${n(visits.lit.n)} / ${n(visits.lit.of)}`} />
      </span>
      <p class="caption">
        {month.visits.lit(n(visits.litDays))}・{month.visits.unordered}・
        {month.visits.vacant(n(visits.vacant))}
      </p>
      <p>{month.visits.knocked(n(visits.figures.knocked), n(visits.figures.met))}</p>
      <p>{month.visits.reached(n(visits.reached.n), n(visits.reached.of))}</p>
      {!visits.area.whole && <p>{month.ofArea(formats.list(visits.area.where))}</p>}
    </Card>
  )
}

/** What is not done and why, in the words of the form, the most urgent first. */
export function OpenCard({ heard }: { heard: Heard }) {
  const words = useWords()
  const formats = useFormats()
  const { month, feedback, common } = words
  const { now } = useApp()
  const open = [...heard.open, ...heard.left]
  const first = open.slice(0, NAMED)
  const n = formats.number
  return (
    <Card>
      <Heading
        title={
          open.length === 0
            ? month.matters.openNone
            : open.length > NAMED
              ? month.matters.openFirst(n(open.length), n(NAMED))
              : month.matters.open(n(open.length))
        }
      />
      <Rows>
        {first.map((one) => (
          <Row
            key={one.remark.id}
            href={`/feedback/${one.remark.id}`}
            title={feedback.capture.categories[one.category]}
            sub={`${common.numbered(one.remark.no)}・${feedback.drawers[one.track]}・${formats.day(one.remark.at, now())}`}
            right={whyOpen(one, { words, formats })}
          />
        ))}
      </Rows>
    </Card>
  )
}

export function KindsCard({ heard }: { heard: Heard }) {
  const words = useWords()
  const { month, feedback } = words
  const n = useFormats().number
  const most = heard.categories[0]?.count ?? 1
  return (
    <Card>
      <Heading title={month.matters.categories} />
      <ul class="month-bars">
        {heard.categories.map((one) => (
          <Bar
            key={one.category}
            label={feedback.capture.categories[one.category]}
            count={one.count}
            most={most}
            said={n(one.count)}
          />
        ))}
      </ul>
      <Heading title={month.matters.went} />
      <ul class="month-went">
        {Object.entries(heard.went).map(([went, count]) => (
          <li key={went}>
            <span>
              {went === 'open'
                ? month.undecided
                : feedback.dispositions[went as keyof typeof feedback.dispositions]}
            </span>
            <b>{n(count)}</b>
          </li>
        ))}
      </ul>
    </Card>
  )
}

export function TogetherCard({ pack }: { pack: MonthPack }) {
  const words = useWords()
  const formats = useFormats()
  const said = togetherWords(pack, { words, formats }, false)
  return (
    <Card>
      <Heading title={words.month.together.title} />
      {said.length === 0 && <p>{words.month.together.none}</p>}
      {said.map((one) => (
        <p key={one}>{one}</p>
      ))}
      <p class="caption">{words.month.hours}</p>
    </Card>
  )
}
