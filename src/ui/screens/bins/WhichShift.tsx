import { WINDOWS, type Window } from '#domain/window.ts'
import { addDays } from '#domain/workingDays.ts'
import type { WindowTimes } from '#queries/windows.ts'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'

/** So many days back one remembers which shift it was. */
const DAYS_BACK = 2

/** Which window of the day a shift is; the clock only proposes. */
export function ChooseWindow(props: {
  label: string
  look?: 'answer'
  value: Window
  times?: readonly WindowTimes[] | undefined
  onChange: (window: Window) => void
}) {
  const words = useWords().bins
  return (
    <Segmented
      label={props.label}
      shown
      look={props.look}
      value={props.value}
      onChange={props.onChange}
      options={WINDOWS.map((value) => {
        const at = props.times?.find((one) => one.window === value)
        return {
          value,
          label: words.window[value],
          ...(at && { sub: words.times(at.from, at.to) }),
        }
      })}
    />
  )
}

/** Today or one of the days before: for what is written down late. A shift of another day keeps its day among them. */
export function ChooseDay(props: { value: string; look?: 'answer'; onChange: (day: string) => void }) {
  const words = useWords().shift
  const formats = useFormats()
  const { today, now } = useApp()
  const last = today()
  const days = Array.from({ length: DAYS_BACK + 1 }, (_, back) => addDays(last, -back))
  if (!days.includes(props.value)) days.push(props.value)
  return (
    <Segmented
      label={words.day}
      shown
      look={props.look}
      value={props.value}
      onChange={props.onChange}
      options={days.map((value) => ({ value, label: formats.day(value, now()) }))}
    />
  )
}
