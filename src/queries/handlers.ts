import type { RecordId } from '#domain/ids.ts'
import type { View } from '#store/view.ts'
import { appointmentsOf, type Member } from '#domain/member.ts'
import { mayDo } from './mayDo.ts'
import { teamOn, type TeamRow } from './team.ts'

/** Those into whose hands an order at a place can be given on a day: they may work on it there. */
export function handlersOn(view: View, place: RecordId, day: string): readonly TeamRow[] {
  return teamOn(view, day).filter((one) => {
    const appointments = appointmentsOf(view.get<Member>(one.person as string as RecordId))
    return mayDo(view, { me: one.person, appointments }, 'workOrder', place, day)
  })
}
