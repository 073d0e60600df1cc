import { type ExportRequest, HOMES_ALONE, isOver } from '#domain/exportRequest.ts'
import type { List } from '#domain/formMap.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import type { Look } from '#domain/look.ts'
import { appointmentsOf, type Member } from '#domain/member.ts'
import { inForce } from '#domain/rights.ts'
import { ROLES } from '#domain/roles.ts'
import { dayOf } from '#domain/workingDays.ts'
import type { View } from '#store/view.ts'
import { nameOf } from './feedback.ts'
import type { Reader } from './reader.ts'

/** What somebody is about to take away. */
export interface Taking {
  readonly place: RecordId
  /** Homes, or lines where a table knows no homes. */
  readonly homes: number
  /** Absent: the roster. */
  readonly list?: List
  readonly care?: boolean
}

/** Whether it may be taken away now. */
export type Permit =
  | { readonly is: 'free' } // so few that nobody has to be asked
  | { readonly is: 'alone' } // nobody else of the office is here who could say yes
  | { readonly is: 'ask' }
  | { readonly is: 'waits'; readonly request: ExportRequest; readonly sent: boolean }
  | { readonly is: 'allowed'; readonly request: ExportRequest; readonly by: string }
  | { readonly is: 'refused'; readonly request: ExportRequest; readonly by: string }

/**
 * Over fifty homes it takes the yes of a second person of the office. A yes is for what was asked for, or less of it, for a day
 * and for one time. `now` is an ISO instant of this device.
 */
export function permitFor(view: View, reader: Reader, taking: Taking, now: string): Permit {
  if (taking.homes <= HOMES_ALONE) return { is: 'free' }
  const [request] = openRequests(reader, now).filter(
    (one) =>
      one.place === taking.place &&
      one.list === taking.list &&
      taking.homes <= one.homes &&
      (one.care === true || taking.care !== true),
  )
  if (!request)
    return secondsFor(view, reader, taking.place, now).length === 0 ? { is: 'alone' } : { is: 'ask' }
  if (!request.decided) return { is: 'waits', request, sent: request.receivedAt !== undefined }
  return { is: request.decided.is, request, by: nameOf(view, request.decided.by) }
}

/** My requests of the last day that were not made use of, the newest first. */
export function openRequests(reader: Reader, now: string): readonly ExportRequest[] {
  const used = new Set(
    reader
      .all<Look>('look')
      .filter((one) => one.author === reader.me)
      .flatMap((one) => one.request ?? []),
  )
  return reader
    .all<ExportRequest>('exportRequest')
    .filter((one) => one.author === reader.me && !isOver(one, now) && !used.has(one.id))
    .sort((a, b) => (a.at < b.at ? 1 : -1))
}

/** Who else could say yes there today. */
function secondsFor(view: View, reader: Reader, place: RecordId, now: string): readonly PersonId[] {
  const day = dayOf(now)
  return view
    .all<Member>('member')
    .filter((one) => (one.id as string) !== reader.me && !one.voided)
    .filter((one) =>
      appointmentsOf(one).some(
        (held) =>
          inForce(held, day) &&
          ROLES[held.role].act.includes('settleHeld') &&
          reader.tree.below(place, held.place),
      ),
    )
    .map((one) => one.id as string as PersonId)
}
