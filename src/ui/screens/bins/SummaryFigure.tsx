import Down from '~icons/lucide/chevron-down'
import Up from '~icons/lucide/chevron-up'
import type { ShiftSummary } from '#queries/bins.ts'
import { useFormats, useWords, type Words } from '#ui/words.ts'
import { HundredWindows } from './HundredWindows.tsx'

/** The rate with its base number, drawn as windows; below ten drops the counts only. */
export function Figure({
  summary: { rate, quiet, shift },
  change,
}: {
  summary: ShiftSummary
  change: number | undefined
}) {
  const words = useWords().bins.summary
  if (quiet) {
    return (
      <div class="summary-figure">
        <HundredWindows lit={0} />
        <p class="summary-quiet">{words.quiet[shift.window]}</p>
      </div>
    )
  }
  return (
    <div class="summary-figure">
      {rate.percent !== undefined && <HundredWindows lit={rate.percent} />}
      <div class="summary-words">
        <p class="caption">
          {words.rateOf(rate.drops)}・{words.selfCounted}
        </p>
        {rate.percent === undefined ? (
          <p class="summary-quiet">{words.tooFew}</p>
        ) : (
          <>
            <p class="summary-percent">
              {rate.percent}
              <small>%</small>
            </p>
            <p class="spoken">{words.windows(rate.percent)}</p>
          </>
        )}
        <p>{words.right(rate.right)}</p>
        <p>{words.toImprove(rate.drops - rate.right)}</p>
        <ChangeLine change={change} day={shift.day} />
      </div>
    </div>
  )
}

/** 比上周二高 5 点: the same weekday and window, a week before. */
export function ChangeLine({ change, day }: { change: number | undefined; day: string }) {
  const words = useWords().bins.summary
  const weekday = useFormats().weekday(day)
  if (change === undefined) return null
  const Drawing = change > 0 ? Up : Down
  return (
    <p class="summary-change">
      {change !== 0 && <Drawing class="icon" aria-hidden="true" />}
      <b>{changeText(change, weekday, words)}</b>
    </p>
  )
}

export function changeText(change: number, weekday: string, words: Words['bins']['summary']): string {
  if (change === 0) return words.same(weekday)
  return change > 0 ? words.higher(weekday, change) : words.lower(weekday, -change)
}
