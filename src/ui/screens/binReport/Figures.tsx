import type { BagRate } from '#domain/bins/bag.ts'
import { COUNTERS } from '#domain/bins/tallies.ts'
import type { BinReport, Sum } from '#queries/binReport.ts'
import { Card, Heading } from '#ui/parts/Card.tsx'
import { useFormats, useWords } from '#ui/words.ts'
import { COUNTER_ICONS } from '#ui/screens/bins/TallyKey.tsx'
import { tenthsOf } from './names.ts'

/** 投放正确率 with its base, and what the five keys came to. */
export function DropFigures({ sum }: { sum: Sum }) {
  const { bins, sheets } = useWords()
  const formats = useFormats()
  const { rate, counts } = sum
  return (
    <Card>
      <Heading title={sheets.rate.title} right={sheets.rate.self} />
      {rate.percent === undefined ? (
        <p class="report-few">{sheets.rate.tooFew}</p>
      ) : (
        <p class="report-figure">
          <span class="caption">{sheets.rate.name}</span>
          <b>
            {rate.percent}
            <small>%</small>
          </b>
        </p>
      )}
      <p>{sheets.rate.of(formats.number(rate.right), formats.number(rate.drops))}</p>
      <dl class="report-counts">
        {COUNTERS.map((counter) => {
          const Drawing = COUNTER_ICONS[counter]
          return (
            <div key={counter}>
              <dt>
                <Drawing class="icon" aria-hidden="true" />
                {bins.counter[counter]}
              </dt>
              <dd>
                <b>{formats.number(counts[counter])}</b>{' '}
                {counter === 'resorted' ? sheets.tallies.bagsUnit : sheets.tallies.timesUnit}
              </dd>
            </div>
          )
        })}
      </dl>
    </Card>
  )
}

/** 开袋合格率, a rate of its own: bags, not drops. */
export function BagFigures({ report: { bags, opened } }: { report: BinReport }) {
  const { bins, bags: bagWords, sheets } = useWords()
  const formats = useFormats()
  return (
    <Card>
      <Heading title={sheets.bags.title} />
      <BagRateLine bags={bags} />
      {opened.faults.length > 0 && (
        <>
          <h3>{sheets.bags.faults}</h3>
          <ul class="report-lines">
            {opened.faults.slice(0, 5).map((one) => (
              <li key={`${one.stream} ${one.fault}`}>
                {sheets.bags.fault(
                  bins.stream[one.stream],
                  bagWords.fault[one.fault],
                  formats.number(one.bags),
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}

/** Never without its base, and below ten bags no rate at all. */
export function BagRateLine({ bags }: { bags: BagRate }) {
  const { sheets, bags: bagWords } = useWords()
  const formats = useFormats()
  if (bags.checked === 0) return <p>{sheets.bags.none}</p>
  return (
    <>
      {bags.perMille !== undefined && (
        <p class="report-figure">
          <span class="caption">{bagWords.name}</span>
          <b>{tenthsOf(bags.perMille)}</b>
        </p>
      )}
      <p>{sheets.bags.of(formats.number(bags.good), formats.number(bags.checked))}</p>
      {bags.perMille === undefined && <p class="caption">{sheets.bags.tooFew}</p>}
    </>
  )
}
