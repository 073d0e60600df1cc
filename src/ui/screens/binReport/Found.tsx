import type { BinReport } from '#queries/binReport.ts'
import type { HaulsOfStream } from '#queries/hauls.ts'
import { Card, Heading } from '#ui/parts/Card.tsx'
import { useAmountText } from '#ui/screens/bins/haulText.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { Numbers } from './Numbers.tsx'

const DRAWN = 8

/** What happened, by kind: one bar each, the number beside it. */
export function Kinds({ report: { kinds, events } }: { report: BinReport }) {
  const { incident, sheets } = useWords()
  const formats = useFormats()
  const words = sheets.kinds
  const [top] = kinds
  const rest = kinds.slice(DRAWN).reduce((sum, one) => sum + one.count, 0)
  return (
    <Card>
      <Heading title={words.title} right={top && words.count(formats.number(events.incidents.length))} />
      {!top ? (
        <p>{words.none}</p>
      ) : (
        <>
          <ul class="bars">
            {kinds.slice(0, DRAWN).map((one) => (
              <li key={one.type}>
                <span>{incident.type[one.type]}</span>
                <svg class="bar" aria-hidden="true">
                  <rect
                    class="chart-column chart-lit"
                    x="1"
                    y="1"
                    width={`${(one.count / top.count) * 98}%`}
                    height="90%"
                  />
                </svg>
                <b>{formats.number(one.count)}</b>
              </li>
            ))}
          </ul>
          <p>
            {words.text(
              formats.number(events.incidents.length),
              incident.type[top.type],
              formats.number(top.count),
            )}
            {rest > 0 && words.more(formats.number(rest))}
          </p>
          <Numbers
            caption={words.title}
            head={[words.kind, words.number]}
            rows={kinds.map((one) => [incident.type[one.type], formats.number(one.count)])}
          />
        </>
      )}
    </Card>
  )
}

/** How often bins were full, what the lorries took, and what was found to be put right. */
export function FullAndHauled({ report: { sheets, full, hauled, toFix } }: { report: BinReport }) {
  const all = useWords()
  const { bins, sheets: words } = all
  const formats = useFormats()
  return (
    <Card>
      <div class="report-parts">
        <section>
          <Heading title={words.full.title} right={words.full.of(formats.number(sheets.length))} />
          {full.length === 0 ? (
            <p>{words.full.none}</p>
          ) : (
            <ul class="report-lines">
              {full.map((one) => (
                <li key={one.stream}>
                  {words.full.line(
                    bins.streamFull[one.stream],
                    formats.number(one.arrival),
                    formats.number(one.leaving),
                  )}
                </li>
              ))}
            </ul>
          )}
        </section>
        <section>
          <Heading title={words.hauls.title} />
          {hauled.streams.length === 0 ? (
            <p>{words.hauls.none}</p>
          ) : (
            <>
              <ul class="report-lines">
                {hauled.streams.map((one) => (
                  <li key={one.stream}>
                    {words.hauls.of(bins.streamFull[one.stream])}
                    <HauledAmount hauled={one} />
                  </li>
                ))}
                {hauled.mixed > 0 && <li>{words.hauls.mixed(formats.number(hauled.mixed))}</li>}
              </ul>
              <p class="caption">{words.hauls.noSum}</p>
            </>
          )}
        </section>
        <section>
          <Heading title={words.toFix.title} />
          {toFix.length === 0 ? (
            <p>{words.toFix.none}</p>
          ) : (
            <ul class="report-lines">
              {toFix.map((one) => (
                <li key={`${one.when} ${one.item}`}>
                  {words.toFix.line(
                    words.toFix[one.when],
                    all.checks.problem[one.item] ?? all.checks.ownProblem(one.item),
                    formats.number(one.count),
                  )}
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
    </Card>
  )
}

/** Litres and kilograms beside each other, never one number; what litres may weigh only with its factor. */
export function HauledAmount({ hauled }: { hauled: HaulsOfStream }) {
  const { sheets } = useWords()
  const formats = useFormats()
  const amount = useAmountText()
  const litres = hauled.litres > 0 ? amount(hauled.stream, hauled.litres, 'litre') : undefined
  const kg = hauled.kg > 0 ? amount(hauled.stream, hauled.kg, 'kg') : undefined
  return (
    <>
      {[litres?.about ?? litres?.plain, kg?.plain, sheets.hauls.times(formats.number(hauled.hauls))]
        .filter(Boolean)
        .join('・')}
    </>
  )
}
