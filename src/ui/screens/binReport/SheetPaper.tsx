import { hauledAtOf } from '#domain/bins/haul.ts'
import { actionNow } from '#domain/bins/incidentSteps.ts'
import { MOMENTS } from '#domain/bins/shift.ts'
import { STREAMS } from '#domain/bins/streams.ts'
import { COUNTERS, type Counts, rateOf } from '#domain/bins/tallies.ts'
import { bagReport } from '#queries/bags.ts'
import { nameOf } from '#queries/feedback.ts'
import { type BinSheet, peopleOf, type SheetCheck } from '#queries/sheet.ts'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { findingText, itemName } from '#ui/screens/bins/checkWords.ts'
import { fullPeriodName, tenthsOf } from './names.ts'
import { Grid, Page, Section } from '#ui/paper/Page.tsx'

export interface SheetPaperProps {
  sheet: BinSheet
  point: string
  compound: string
  /** With the names of who stood there, and in their own words what they wrote. */
  internal: boolean
}

/** 桶边督导记录表: the form people know, one page for a point, day and window. */
export function SheetPaper(props: SheetPaperProps) {
  const words = useWords()
  const formats = useFormats()
  const { ctx } = useApp()
  const { sheets, bins, bags, hauls, incident } = words
  const { paper } = sheets
  const { sheet, internal } = props
  const name = (person: Parameters<typeof nameOf>[1]) => nameOf(ctx.view, person) || words.common.somebody
  const day = fullPeriodName({ kind: 'day', from: sheet.day, to: sheet.day }, { words, formats })
  const none = paper.none
  const counted = (who: string, counts: Counts) => {
    const { drops, percent } = rateOf(counts)
    return [
      who,
      ...COUNTERS.map((one) => formats.number(counts[one])),
      formats.number(drops),
      percent === undefined ? sheets.drawn.thin : `${percent}%`,
    ]
  }
  const opened = bagReport([sheet])
  return (
    <Page
      title={paper.sheetName}
      sub={`${props.compound}・${props.point}・${day} ${formats.weekday(sheet.day)}・${bins.window[sheet.window]}`}
      internal={internal}
      signed={[paper.sign.supervisor, paper.sign.property]}
    >
      <Section title={sheets.tallies.title}>
        <Grid
          none={none}
          sum={internal && sheet.shares.length > 1}
          head={[
            paper.who,
            ...COUNTERS.map((one) => bins.counter[one]),
            sheets.drawn.drops,
            sheets.rate.name,
          ]}
          rows={[
            ...(internal
              ? sheet.shares.map(({ shift, counts }) =>
                  counted(
                    `${name(shift.author)} ${formats.time(shift.at)}–${
                      shift.closedAt === undefined ? paper.stillOpen : formats.time(shift.closedAt)
                    }`,
                    counts,
                  ),
                )
              : []),
            ...(internal && sheet.shares.length === 1
              ? []
              : [
                  counted(
                    internal ? paper.sum : sheets.shifts.people(formats.number(peopleOf(sheet))),
                    sheet.counts,
                  ),
                ]),
          ]}
        />
        <p class="page-note">{sheets.rate.self}</p>
      </Section>
      <Section title={paper.checks}>
        <Grid
          none={none}
          head={[paper.what, ...MOMENTS.map((when) => sheets.toFix[when])]}
          rows={[...new Set(sheet.checks.map((one) => one.item))].map((item) => [
            itemName(item, words),
            ...MOMENTS.map((when) => (
              <Checked
                check={sheet.checks.find((one) => one.item === item && one.when === when)}
                internal={internal}
              />
            )),
          ])}
        />
      </Section>
      <div class="page-beside">
        <Section title={paper.bins}>
          <Grid
            none={none}
            head={[paper.stream, ...MOMENTS.map((when) => sheets.toFix[when])]}
            rows={STREAMS.filter((one) => MOMENTS.some((when) => sheet.fills[when][one])).map((stream) => [
              bins.streamFull[stream],
              ...MOMENTS.map((when) => {
                const fill = sheet.fills[when][stream]
                return fill ? bins.fill[fill] : bins.notSeen
              }),
            ])}
          />
        </Section>
        <Section title={bags.name}>
          <Grid
            none={sheets.bags.none}
            head={[paper.stream, bags.verdict.good, bags.verdict.minor, bags.verdict.bad]}
            rows={opened.streams.map(({ stream, verdicts }) => [
              bins.streamFull[stream],
              formats.number(verdicts.good),
              formats.number(verdicts.minor),
              formats.number(verdicts.bad),
            ])}
          />
          {sheet.bags.checked > 0 && (
            <p class="page-note">
              {sheets.bags.of(formats.number(sheet.bags.good), formats.number(sheet.bags.checked))}・
              {sheet.bags.perMille === undefined
                ? sheets.bags.tooFew
                : `${bags.name} ${tenthsOf(sheet.bags.perMille)}`}
            </p>
          )}
        </Section>
      </div>
      <Section title={sheets.hauls.title}>
        <Grid
          none={sheets.hauls.none}
          head={[paper.at, paper.stream, paper.amount, paper.mixed]}
          rows={sheet.hauls.map((one) => [
            formats.time(hauledAtOf(one)),
            bins.streamFull[one.stream],
            (one.unit === 'kg' ? hauls.kg : hauls.litres)(formats.number(one.amount)),
            one.mixed ? sheets.table.yes : sheets.table.no,
          ])}
        />
      </Section>
      <Section title={sheets.kinds.title}>
        <Grid
          none={sheets.kinds.none}
          head={[paper.at, paper.what, paper.stream, paper.done, ...(internal ? [sheets.table.text] : [])]}
          rows={sheet.incidents.map((one) => [
            formats.time(one.at),
            incident.type[one.type],
            one.stream ? bins.streamFull[one.stream] : '',
            incident.done[actionNow(one)],
            ...(internal ? [one.text ?? ''] : []),
          ])}
        />
      </Section>
      {internal && (
        <Section title={paper.note}>
          {sheet.shares.every(({ shift }) => !shift.note) && <p>{paper.noNote}</p>}
          {sheet.shares.map(
            ({ shift }) =>
              shift.note && (
                <p key={shift.id}>
                  {name(shift.author)}：{shift.note}
                </p>
              ),
          )}
        </Section>
      )}
    </Page>
  )
}

/** One problem is a problem, whoever else found it good; the internal form names both. */
function Checked({ check, internal }: { check: SheetCheck | undefined; internal: boolean }) {
  const words = useWords()
  const { ctx } = useApp()
  // An item of the other round only is not asked here.
  if (!check) return <>—</>
  if (!check.state) return <>{words.bins.notSeen}</>
  // The wall hears which bin; the office also who says so, and in which words.
  const said = check.by.flatMap(({ person, state, finding }) => {
    if (!internal) return finding?.stream ? [words.bins.streamFull[finding.stream]] : []
    const who = nameOf(ctx.view, person) || words.common.somebody
    const what = finding && findingText(finding, words)
    if (check.by.length === 1 && !what) return []
    return [[words.checks.beside(who, words.checks.sheet.state[state]), what].filter(Boolean).join('・')]
  })
  return (
    <>
      {check.state === 'toFix' ? <b>△ {words.common.tri.toFix}</b> : words.common.tri[check.state]}
      {said.length > 0 && <span class="page-note"> {said.join('; ')}</span>}
    </>
  )
}
