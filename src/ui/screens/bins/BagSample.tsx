import { type Bag, bagRateOf, SAMPLE } from '#domain/bins/bag.ts'
import { reportOf } from '#queries/bags.ts'
import { Windows } from '#ui/parts/House.tsx'
import { useFormats, useWords } from '#ui/words.ts'
import { bagRateText } from './BagLine.tsx'

const FAULTS_SHOWN = 3

/** How far the sample is, drawn as ten windows, and what came of it: a rate with its base, or the base alone. */
export function BagSample(props: {
  bags: readonly Bag[]
  /** How many of them this person opened, where others opened some too. */
  own: number | undefined
  /** Not on the disk yet. */
  waiting: number
}) {
  const { bags: all, own, waiting } = props
  const words = useWords()
  const { number } = useFormats()
  const rate = bagRateOf(all)
  const checked = number(rate.checked)
  const faults = reportOf(all).faults.slice(0, FAULTS_SHOWN)
  return (
    <section class="bag-sample" data-waiting={waiting > 0 ? '' : undefined}>
      <div class="bag-progress">
        <p class="bag-number">
          <b>{rate.checked < SAMPLE ? words.bags.progress(checked, number(SAMPLE)) : checked}</b>{' '}
          {words.bags.unit}
          {waiting > 0 && <span class="bag-waiting">+{waiting}</span>}
        </p>
        <Windows lit={Math.min(rate.checked, SAMPLE)} of={SAMPLE} words="" />
      </div>
      <p class="bag-rate">
        <b>{words.bags.name}</b> {bagRateText(rate, words.bags, number)}
      </p>
      {own !== undefined && <p class="caption">{words.bags.byOthers(number(own))}</p>}
      {faults.length > 0 ? (
        <p class="caption">
          {words.bags.faults}：
          {faults
            .map(({ stream, fault, bags }) =>
              words.bags.faultOf(words.bins.stream[stream], words.bags.fault[fault], number(bags)),
            )
            .join('；')}
        </p>
      ) : (
        all.length === 0 && <p class="caption">{words.bags.rule}</p>
      )}
    </section>
  )
}
