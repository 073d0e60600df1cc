import { isOutlined, scopeOf } from '#domain/kinds.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import { appointmentsOf, type Member, memberId } from '#domain/member.ts'
import { type Place, type PlaceTree, placeTree } from '#domain/places.ts'
import type { Recorded } from '#domain/record.ts'
import { type DeviceKind, mayRead, partsOf, type Scope } from '#domain/rights.ts'
import type { Group } from '#domain/roles.ts'
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
  /** Of a kind only what `pick` takes from all that is here: what is not asked for is not judged either, which takes longer than to find it. */
  some<R extends Recorded>(kind: string, pick: (all: readonly R[]) => readonly R[]): readonly R[]
  get<R extends Recorded>(id: RecordId): R | undefined
}

/**
 * What places, appointments and day say for one person, and which records of a list they may see by it. Most changes touch
 * none of these: in a compound of 50,000 homes it is not worked out again for every knock.
 */
interface Sight {
  readonly who: Who
  readonly day: string
  readonly member: Member | undefined
  readonly tree: PlaceTree
  covered(scope: Scope): boolean
  readonly lists: WeakMap<readonly Recorded[], readonly Recorded[]>
}

/** The last sight over each list of places; a view makes a new list when one of them changes. */
const sights = new WeakMap<readonly Place[], Sight>()

function sightOf(view: View, who: Who, day: string): Sight {
  const places = view.all<Place>('place')
  const member = view.get<Member>(memberId(who.me))
  const known = sights.get(places)
  const same =
    known?.day === day &&
    known.member === member &&
    known.who.me === who.me &&
    known.who.compound === who.compound &&
    known.who.deviceKind === who.deviceKind
  if (known && same) return known

  const tree = known?.tree ?? placeTree(places)
  const parts = partsOf(who.me, appointmentsOf(member), who.compound, who.deviceKind, day)
  const answers = {
    named: new Map<Group, Map<RecordId, boolean>>(),
    others: new Map<Group, Map<RecordId, boolean>>(),
  }
  const covered = (scope: Scope): boolean => {
    const by = scope.people.includes(who.me) ? answers.named : answers.others
    let ofGroup = by.get(scope.group)
    if (!ofGroup) by.set(scope.group, (ofGroup = new Map()))
    let answer = ofGroup.get(scope.place)
    if (answer === undefined)
      ofGroup.set(scope.place, (answer = mayRead(parts, scope, tree.below, who.deviceKind)))
    return answer
  }
  const sight: Sight = { who: { ...who }, day, member, tree, covered, lists: new WeakMap() }
  sights.set(places, sight)
  return sight
}

/** `day` is today in Asia/Shanghai. Hides only: what may leave the server is the server's to say. */
export function readerOf(view: View, who: Who, day: string): Reader {
  const { tree, covered, lists } = sightOf(view, who, day)
  const reads = (record: Recorded): boolean => {
    const scope = scopeOf(record)
    return scope !== undefined && covered(scope)
  }
  return {
    me: who.me,
    tree,
    shared: who.deviceKind === 'shared',
    reads: (group, place) => covered({ group, place, people: [] }),
    all: <R extends Recorded>(kind: string) => {
      const list = view.all<R>(kind)
      const known = lists.get(list) as readonly R[] | undefined
      const shown = known ?? list.filter((one) => !one.voided && reads(one))
      // Whose a kind is may be said later than a first screen asks for it: "nobody's" is no answer to keep.
      if (!known && isOutlined(kind)) lists.set(list, shown)
      return shown
    },
    some: (kind, pick) => pick(view.all(kind)).filter((one) => !one.voided && reads(one)),
    get: <R extends Recorded>(id: RecordId) => {
      const record = view.get<R>(id)
      return record && reads(record) ? record : undefined
    },
  }
}
