import type { Matter } from '#queries/matters.ts'
import type { Heard, MonthPack } from '#queries/month.ts'
import { hangingBeside } from '#queries/publications.ts'
import { hanging } from '#domain/wall/publication.ts'
import { nameOf } from '#queries/feedback.ts'
import { MOST_ON_PAPER } from '#ui/paper/mostOnPaper.ts'
import { Grid, Page, Section } from '#ui/paper/Page.tsx'
import { tenthsOf } from '#ui/screens/binReport/names.ts'
import { whereOf } from '#domain/places.ts'
import { ANOTHER_YEAR } from '#ui/formats.ts'
import { PaperPairs } from '#ui/screens/wall/PaperPictures.tsx'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { Panes } from './Panes.tsx'
import { dayName, headlineWords, monthName, reachWords, togetherWords, whyOpen, zoneOf } from './says.ts'
import type { AskedMonth } from './useMonth.ts'
import { WeekLine } from './WeekLine.tsx'

/** Rows on the first page, and on each page after it. */
const FIRST = 4
const ROWS = 26

/** The first page as it hangs; in the internal form the whole list of what is open stands behind it. */
export function MonthPages({ asked, internal }: { asked: AskedMonth; internal: boolean }) {
  const words = useWords()
  const formats = useFormats()
  const { month } = words
  const { person } = useApp()
  const { pack, compound } = asked
  const spoken = { words, formats }
  const open = pack.heard ? [...pack.heard.open, ...pack.heard.left] : []
  const listed = open.slice(0, MOST_ON_PAPER)
  const behind = internal
    ? Array.from({ length: Math.ceil(listed.length / ROWS) }, (_, index) =>
        listed.slice(index * ROWS, (index + 1) * ROWS),
      )
    : []
  const more = open.length - listed.length
  const title = month.sheet.title(compound, monthName(pack.month, spoken, ANOTHER_YEAR))
  const span = month.span(formats.date(pack.from, ANOTHER_YEAR), formats.date(pack.to, ANOTHER_YEAR))
  const area = pack.heard?.area ?? pack.visits?.area
  const sub = [
    span,
    ...(internal ? [month.sheet.made(person.name)] : []),
    ...(area && !area.whole ? [month.ofArea(formats.list(area.where))] : []),
  ].join('・')
  const { sign } = month.sheet
  const together = togetherWords(pack, spoken, !internal)
  const beside = hangingBeside(asked.reader, { section: 'month', period: pack.month })
  const pairs = (beside && hanging(beside)?.content.pairs) ?? []
  const first = pairs.length > 0 ? 2 : 1
  const of = first + behind.length
  return (
    <>
      <Page
        title={title}
        sub={sub}
        internal={internal}
        nth={1}
        of={of}
        signed={[sign.grid, sign.owners, sign.property, sign.community]}
      >
        <FourFigures pack={pack} />
        <div class={pack.visits ? 'month-a4' : ''}>
          <div>
            {pack.bins && <OfBins bins={pack.bins} />}
            {pack.heard && <OfMatters heard={pack.heard} />}
          </div>
          {pack.visits && <OfVisits visits={pack.visits} />}
        </div>
        {pack.heard && <Open matters={open} first={FIRST} internal={internal} asked={asked} />}
        <OfSurvey pack={pack} />
        {together.length > 0 && (
          <Section title={month.sheet.six(month.together.title)}>
            <p>{together.join('・')}</p>
          </Section>
        )}
        <Section title={month.sheet.next(together.length > 0)}>
          <p>{month.sheet.toWrite}</p>
          <p class="month-write" />
          <p class="month-write" />
        </Section>
      </Page>
      {pairs.length > 0 && (
        <Page title={title} sub={sub} internal={internal} nth={2} of={of}>
          <Section title={words.wall.choose.pairsTitle}>
            <PaperPairs pairs={pairs} />
          </Section>
        </Page>
      )}
      {behind.map((matters, index) => (
        <Page key={index} title={title} sub={sub} internal={internal} nth={index + 1 + first} of={of}>
          <Open matters={matters} first={ROWS} internal asked={asked} />
          {more > 0 && index === behind.length - 1 && (
            <p class="page-note">{words.papers.more(formats.number(more))}</p>
          )}
        </Page>
      ))}
    </>
  )
}

function FourFigures({ pack: { bins, heard, visits } }: { pack: MonthPack }) {
  const { month, sheets } = useWords()
  const n = useFormats().number
  const { sheet } = month
  const figures = [
    ...(bins
      ? [
          [
            sheet.figures.rate,
            bins.report.rate.percent === undefined ? '—' : `${bins.report.rate.percent}%`,
            `${sheets.rate.self}・${sheets.rate.base(n(bins.report.rate.drops))}`,
          ],
          [
            sheet.figures.sessions,
            sheet.sessions(n(bins.report.sessions.held)),
            sheet.sessionsOf(n(bins.report.sessions.planned)),
          ],
        ]
      : []),
    ...(heard
      ? [[sheet.figures.matters, sheet.count(n(heard.matters.n)), sheet.mattersOf(n(heard.matters.of))]]
      : []),
    ...(visits
      ? [[sheet.figures.visits, sheet.homes(n(visits.lit.n)), month.visits.of(n(visits.lit.of))]]
      : []),
  ]
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

function OfBins({ bins: { report, weeks } }: { bins: NonNullable<MonthPack['bins']> }) {
  const words = useWords()
  const { month, bags } = words
  const formats = useFormats()
  const n = formats.number
  const shown = weeks.filter((one) => one.rate.percent !== undefined)
  return (
    <Section title={month.sheet.one}>
      {report.longEnough && shown.length > 1 ? (
        <WeekLine weeks={weeks} names={weeks.map((one) => dayName(one.monday, { words, formats }))} />
      ) : (
        <p class="page-note">{month.bins.tooSoon}</p>
      )}
      <p>
        {month.bins.bagsOf(n(report.bags.checked), n(report.bags.good))}
        {report.bags.perMille !== undefined && `・${bags.name} ${tenthsOf(report.bags.perMille)}`}・
        {month.bins.incidents(n(report.events.incidents.length))}
      </p>
    </Section>
  )
}

function OfMatters({ heard }: { heard: Heard }) {
  const { month, feedback } = useWords()
  const n = useFormats().number
  const { matters, orders } = heard
  return (
    <Section title={month.sheet.two(n(matters.of), n(matters.n))}>
      <ul class="month-tracks">
        {heard.tracks.map((one) => (
          <li key={one.track}>
            <span>{feedback.drawers[one.track]}</span>
            <Panes n={one.n} of={one.of} label={`${n(one.n)} / ${n(one.of)}`} />
            <b>
              {n(one.n)} / {n(one.of)}
            </b>
          </li>
        ))}
      </ul>
      <p class="page-note">
        {[
          month.matters.heard(n(heard.remarks), n(matters.of)),
          ...(orders
            ? [
                month.matters.onTime(n(orders.onTime.n), n(orders.onTime.of)),
                month.matters.reopened(n(orders.reopened.n), n(orders.reopened.of)),
              ]
            : []),
          month.matters.told(n(heard.told.n), n(heard.told.of)),
        ].join('・')}
      </p>
    </Section>
  )
}

function OfVisits({ visits }: { visits: NonNullable<MonthPack['visits']> }) {
  const { month } = useWords()
  const n = useFormats().number
  return (
    <Section title={month.sheet.three(n(visits.lit.n), n(visits.lit.of))}>
      <Panes n={visits.lit.n} of={visits.lit.of} label={`${n(visits.lit.n)} / ${n(visits.lit.of)}`} />
      <p class="page-note">
        {month.visits.lit(n(visits.litDays))}
        <br />
        {month.visits.unordered}
        <br />
        {month.visits.knocked(n(visits.figures.knocked), n(visits.figures.met))}
      </p>
    </Section>
  )
}

function OfSurvey({ pack: { survey } }: { pack: MonthPack }) {
  const words = useWords()
  const formats = useFormats()
  const n = formats.number
  const overall = survey?.asks[0]
  const said = survey && headlineWords(survey, { words, formats })
  return (
    <Section title={words.month.sheet.five}>
      {survey && overall && said ? (
        <p>
          {said.figure && <b>{said.figure} </b>}
          {words.survey.result.of(n(overall.good), n(overall.valid))}・
          {reachWords(survey, { words, formats }).join('・')}
          {said.why && `・${said.why}`}
        </p>
      ) : (
        <p>{words.month.survey.none}</p>
      )}
    </Section>
  )
}

/** Openly only the kind of a matter and the part of the house are told; inside its words and its number too. */
function Open(props: { matters: readonly Matter[]; first: number; internal: boolean; asked: AskedMonth }) {
  const words = useWords()
  const formats = useFormats()
  const { ctx } = useApp()
  const { month, feedback, common } = words
  const { matters, first, internal, asked } = props
  const { head } = month.sheet
  const n = formats.number
  const spoken = { words, formats }
  const title =
    matters.length === 0
      ? month.matters.openNone
      : matters.length > first
        ? month.matters.openFirst(n(matters.length), n(first))
        : month.matters.open(n(matters.length))
  const tree = asked.reader.tree
  return (
    <Section title={month.sheet.four(title)}>
      <Grid
        none=""
        head={[head.no, head.what, head.where, head.track, head.why, ...(internal ? [head.who] : [])]}
        rows={matters
          .slice(0, first)
          .map((one) => [
            one.remark.no === undefined ? common.noNumber : String(one.remark.no),
            internal
              ? one.remark.text || feedback.capture.categories[one.category]
              : feedback.capture.categories[one.category],
            internal ? whereOf(one.remark.place, tree) : zoneOf(one.remark.place, tree, spoken),
            feedback.drawers[one.track],
            whyOpen(one, spoken),
            ...(internal ? [nameOf(ctx.view, one.order?.assignee)] : []),
          ])}
      />
    </Section>
  )
}
