import { addDays } from '#domain/workingDays.ts'
import { nameOf } from '#queries/feedback.ts'
import { type Handing, handings, slotsWithout } from '#queries/plan.ts'
import { type DueWindow, stoodIn } from '#queries/sessions.ts'
import { Lead, Row, Rows } from '#ui/parts/Rows.tsx'
import { KeepRow } from '#ui/screens/plan/KeepRow.tsx'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'

/** As many windows as are named one by one; counts say the rest. */
const NAMED = 6

/**
 * Who stands at the bins: what nobody took today and tomorrow, what changed hands, and in how many windows somebody stood.
 * Counts, and nobody to blame for them. Of an earlier day the count only.
 */
export function OfficeDuties({ day }: { day: string }) {
  const words = useWords()
  const { office, mine } = words.plan
  const { duty } = words.today
  const { ctx, today } = useApp()
  const formats = useFormats()
  const now = useNow()
  const isToday = day >= today()
  const free = useView((view) => (isToday ? slotsWithout({ view, tenant: ctx.tenant, now }) : []))
  // What is free is said already, and what is as it was is no news.
  const isNews = (one: Handing) =>
    !one.isBack &&
    (one.now !== undefined ||
      !free.some((slot) => slot.day === one.day && slot.window === one.window && slot.point === one.point))
  const handed = useView((view) =>
    (isToday ? handings(view, day) : []).filter(isNews).map((one) => ({
      ...one,
      whose: nameOf(view, one.was),
      stands: nameOf(view, one.now),
    })),
  )
  const stood = useView((view) =>
    stoodIn(
      { view, tenant: ctx.tenant, now },
      isToday ? { from: addDays(day, -7), to: addDays(day, -1) } : { from: day, to: day },
    ),
  )
  const several = new Set(stood.without.map((one) => one.point)).size > 1
  const nameSlot = (slot: DueWindow) =>
    [
      isToday && formats.weekday(slot.day),
      several && words.bins.shortPoint(slot.label),
      duty.window[slot.window],
    ]
      .filter(Boolean)
      .join(' ')
  // Where nobody plans and nobody stands, nothing is missing.
  const counted = stood.stood > 0 || free.length > 0
  const { held, without } = stood
  return (
    <section class="stack">
      <h2>{office.title}</h2>
      {(free.length > 0 || handed.length > 0 || counted) && (
        <Rows>
          {free.map((one) => (
            <Row
              key={`${one.point} ${one.day} ${one.window}`}
              href="/bins/keep/rota"
              lead={<Lead big={one.from} small={formats.day(one.day, now)} />}
              title={office.free(words.bins.shortPoint(one.label), duty.window[one.window])}
            />
          ))}
          {handed.map((one) => {
            const [when, shift] = [formats.day(one.day, now), duty.window[one.window]]
            return (
              <Row
                key={one.id}
                title={
                  one.now === undefined
                    ? mine.left(when, shift)
                    : one.whose
                      ? mine.gave(when, shift, one.stands)
                      : duty.later(when, shift, one.stands)
                }
                sub={[one.label, one.whose && office.was(one.whose)].filter(Boolean).join('・')}
              />
            )
          })}
          {counted && held > 0 && (
            <Row
              title={isToday ? office.week(held, stood.stood) : office.day(held, stood.stood)}
              sub={
                without.length > 0 &&
                office.without(
                  formats.list(without.slice(0, NAMED).map(nameSlot)) +
                    (without.length > NAMED ? office.more : ''),
                )
              }
            />
          )}
        </Rows>
      )}
      <KeepRow />
    </section>
  )
}
