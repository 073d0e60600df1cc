import type { RecordId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import type { View } from './view.ts'

/** What a place is called and who the team is: enough to write something down, and nothing that somebody said or did. */
const SHOWN: readonly string[] = ['settings', 'place', 'member', 'wasteRule']

/** What a locked device shows: the bare house. `also` are records that whoever is writing has before them. */
export function lockedView(view: View, also: readonly RecordId[] = []): View {
  const isShown = (record: Recorded) => SHOWN.includes(record.kind) || also.includes(record.id)
  return {
    get: <R extends Recorded>(id: RecordId) => {
      const record = view.get<R>(id)
      return record && isShown(record) ? record : undefined
    },
    all: <R extends Recorded>(kind: string) =>
      SHOWN.includes(kind) ? view.all<R>(kind) : view.all<R>(kind).filter(({ id }) => also.includes(id)),
    standing: view.standing,
  }
}
