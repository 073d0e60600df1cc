import { appointmentsOf, type Member, memberId } from '#domain/member.ts'
import { readerOf } from '#queries/reader.ts'
import { todayOf } from '#queries/today.ts'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { lazyScreen } from '#ui/lazyScreen.tsx'
import { useView } from '#ui/state/view.ts'
import { MyDay } from './MyDay.tsx'

const office = lazyScreen(async () => (await import('./OfficeDay.tsx')).OfficeDay)

/** What do I do now. The office sees the compound's day, everybody else their own. */
export function Today() {
  const { ctx, today } = useApp()
  const now = useNow()
  const mine = useView((view) =>
    todayOf({
      view,
      reader: readerOf(view, ctx, today()),
      tenant: ctx.tenant,
      appointments: appointmentsOf(view.get<Member>(memberId(ctx.me))),
      now,
    }),
  )
  return mine.may.setUp ? <office.Screen /> : <MyDay mine={mine} now={now} />
}
