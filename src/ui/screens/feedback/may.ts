import type { PersonId, RecordId } from '#domain/ids.ts'
import type { Act } from '#domain/roles.ts'
import { mayDo } from '#queries/mayDo.ts'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'

/** Whether the person may do it here, today, to what `author` wrote. */
export function useMay(act: Act, { place, author }: { place: RecordId; author: PersonId }): boolean {
  const { ctx, person, today } = useApp()
  return useView((view) =>
    mayDo(view, { me: ctx.me, appointments: person.appointments }, act, place, today(), author),
  )
}
