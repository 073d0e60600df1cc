import type { RecordId } from '#domain/ids.ts'
import type { Act } from '#domain/rights.ts'
import { mayDo } from '#queries/mayDo.ts'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'

/** Whether the person may do it here, today. */
export function useMay(act: Act, place: RecordId): boolean {
  const { ctx, person, today } = useApp()
  return useView((view) =>
    mayDo(view, { me: ctx.me, appointments: person.appointments }, act, place, today()),
  )
}
