import Warning from '~icons/lucide/triangle-alert'
import { correctShift } from '#commands/bins.ts'
import type { Shift } from '#domain/bins/shift.ts'
import { WINDOWS, type Window } from '#domain/window.ts'
import { addDays } from '#domain/workingDays.ts'
import type { WindowTimes } from '#queries/windows.ts'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'

/** So many days back one remembers which shift it was. */
const DAYS_BACK = 2

/** Day and window of a shift that is there, to be put right before and after its hand-over. */
export function CorrectShift({ shift }: { shift: Shift }) {
  const words = useWords()
  const { ctx } = useApp()
  const toast = useToast()
  const correct = async (wanted: Parameters<typeof correctShift>[2]) => {
    const done = await correctShift(ctx, shift.id, wanted)
    if (!done.ok) toast({ text: words.common.refused[done.refused], icon: Warning })
  }
  return (
    <>
      <ChooseWindow
        label={words.bins.summary.wrongWindow}
        value={shift.window}
        onChange={(window) => void correct({ window })}
      />
      <ChooseDay value={shift.day} onChange={(day) => void correct({ day })} />
    </>
  )
}

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
