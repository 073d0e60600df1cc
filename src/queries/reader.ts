import { KINDS } from '#domain/catalogue.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import { appointmentsOf, type Member, memberId } from '#domain/member.ts'
import { type Place, type PlaceTree, placeTree } from '#domain/places.ts'
import type { Recorded } from '#domain/record.ts'
import { type DeviceKind, type Group, mayRead, partsOf, type Scope } from '#domain/rights.ts'
import type { View } from '#store/view.ts'

/** Who looks at this device now. */
export interface Who {
  readonly me: PersonId
  readonly compound: RecordId
  readonly deviceKind: DeviceKind
}

/** The view as one person may see it. A device holds what any of its people may read; a screen shows one of them. */
export interface Reader {
  readonly me: PersonId
  readonly tree: PlaceTree
  /** Others look at a shared tablet too: it shows door, days and counts, no words about anybody. */
  readonly shared: boolean
  /** Whether records of a group at a place may be read at all, also where there are none yet. */
  reads(group: Group, place: RecordId): boolean
  /** All records of a kind that the person may read, without voided ones. */
  all<R extends Recorded>(kind: string): readonly R[]
  get<R extends Recorded>(id: RecordId): R | undefined
}

/** `day` is today in Asia/Shanghai. Hides only: what may leave the server is the server's to say. */
export function readerOf(view: View, who: Who, day: string): Reader {
  const tree = placeTree(view.all<Place>('place'))
  const appointments = appointmentsOf(view.get<Member>(memberId(who.me)))
  const parts = partsOf(who.me, appointments, who.compound, who.deviceKind, day)
  const answers = new Map<string, boolean>()
  const covered = (scope: Scope): boolean => {
    const key = `${scope.group} ${scope.place} ${scope.people.includes(who.me)}`
    const known = answers.get(key)
    if (known !== undefined) return known
    const answer = mayRead(parts, scope, tree.below, who.deviceKind)
    answers.set(key, answer)
    return answer
  }
  const reads = (record: Recorded): boolean => {
    const scope = KINDS.get(record.kind)?.scopeOf(record)
    return scope !== undefined && covered(scope)
  }
  return {
    me: who.me,
    tree,
    shared: who.deviceKind === 'shared',
    reads: (group, place) => covered({ group, place, people: [] }),
    all: <R extends Recorded>(kind: string) => view.all<R>(kind).filter((one) => !one.voided && reads(one)),
    get: <R extends Recorded>(id: RecordId) => {
      const record = view.get<R>(id)
      return record && reads(record) ? record : undefined
    },
  }
}
