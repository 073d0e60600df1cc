import { readerOf } from '#queries/reader.ts'
import { todayOf } from '#queries/today.ts'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { useView } from '#ui/state/view.ts'
import { MyDay } from './MyDay.tsx'
import { OfficeDay } from './OfficeDay.tsx'

/** What do I do now. The office sees the compound's day, everybody else their own. */
export function Today() {
  const { ctx, person, today } = useApp()
  const now = useNow()
  const day = today()
  const { reader, mine } = useView((view) => {
    const reader = readerOf(view, ctx, day)
    return { reader, mine: todayOf({ view, reader, tenant: ctx.tenant, appointments: person.appointments, now }) }
  })
  return mine.may.setUp ? <OfficeDay reader={reader} /> : <MyDay mine={mine} now={now} />
}
