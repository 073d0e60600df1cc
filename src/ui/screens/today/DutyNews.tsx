import { handOverDay, takeDay } from '#commands/days.ts'
import { nameOf } from '#queries/feedback.ts'
import type { Handing } from '#queries/plan.ts'
import type { TodayView } from '#queries/today.ts'
import Warning from '~icons/lucide/triangle-alert'
import { Key } from '#ui/parts/Key.tsx'
import { Lead, Row, Rows } from '#ui/parts/Rows.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'

/** Days that went from one to another, told to both; and the next window that nobody took. */
export function DutyNews({ mine, now }: { mine: TodayView; now: string }) {
  const { today, common } = useWords()
  const formats = useFormats()
  const { ctx } = useApp()
  const toast = useToast()
  const { free, handings } = mine
  if (!free && handings.length === 0) return null
  const take = async (slot: NonNullable<TodayView['free']>) => {
    const done = await takeDay(ctx, slot)
    toast(
      done.ok
        ? {
            text: today.duty.took(formats.day(slot.day, now), today.duty.window[slot.window]),
            undo: {
              label: common.undo,
              onPress: () => void handOverDay(ctx, { ...slot, planned: ctx.me }, slot.planned),
            },
          }
        : { text: common.refused[done.refused], icon: Warning },
    )
  }
  return (
    <Rows label={today.duty.title}>
      {free && (
        <Row
          lead={<Lead big={free.from} small={formats.day(free.day, now)} />}
          title={today.shiftAt(free.label, today.duty.window[free.window])}
          sub={today.duty.free}
          right={<Key label={today.duty.take} onPress={() => void take(free)} />}
        />
      )}
      {handings.map((one) => (
        <Told key={one.id} handing={one} now={now} />
      ))}
    </Rows>
  )
}

function Told({ handing, now }: { handing: Handing; now: string }) {
  const { duty } = useWords().today
  const formats = useFormats()
  const { ctx } = useApp()
  const { label, window, was } = handing
  const day = formats.day(handing.day, now)
  const shift = duty.window[window]
  const [then, stands, other] = useView((view) => [
    nameOf(view, was),
    nameOf(view, handing.now),
    nameOf(view, handing.instead),
  ])
  // Two took what was free: each reads the other's name and whose word counts.
  if (handing.instead !== undefined) {
    const title = handing.now === ctx.me ? duty.got(day, shift) : duty.later(day, shift, stands)
    return (
      <Row
        href="/bins"
        title={title}
        sub={`${label}・${handing.now === ctx.me ? `${other}：` : ''}${duty.laterSub}`}
      />
    )
  }
  const title =
    handing.now === ctx.me
      ? then && was !== ctx.me
        ? duty.gotFrom(day, shift, then)
        : duty.got(day, shift)
      : handing.now === undefined
        ? duty.left(day, shift)
        : duty.gave(day, shift, stands)
  return <Row href="/bins" title={title} sub={label} />
}
