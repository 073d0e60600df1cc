import type { PersonId, RecordId } from '#domain/ids.ts'
import { partsOf } from '#domain/rights.ts'
import { type Act, type Group, type Role, ROLES } from '#domain/roles.ts'

/** What a role may, as it is told to people: worked out of the one table, by the same function that the server sends by. */
export interface RoleRights {
  /** Read of the whole compound, wherever the appointment is. */
  readonly everywhere: readonly Group[]
  /** Read below the place of the appointment. */
  readonly below: readonly Group[]
  /** Of both, what a tablet of several people does not hold. */
  readonly notOnShared: readonly Group[]
  /** What others read, and this role does not. */
  readonly never: readonly Group[]
  readonly does: readonly Act[]
}

const COMPOUND = 'compound' as RecordId
const PLACE = 'place' as RecordId
const DAY = '2026-01-01'

export function roleRights(role: Role): RoleRights {
  const own = reads(role, 'own')
  const shared = new Set(reads(role, 'shared').keys())
  const groups = [...own.keys()]
  const all = new Set((Object.keys(ROLES) as Role[]).flatMap((one) => [...reads(one, 'own').keys()]))
  return {
    everywhere: groups.filter((group) => own.get(group) === COMPOUND),
    below: groups.filter((group) => own.get(group) === PLACE),
    notOnShared: groups.filter((group) => !shared.has(group)),
    never: [...all].filter((group) => !own.has(group)),
    does: ROLES[role].act,
  }
}

function reads(role: Role, device: 'own' | 'shared'): ReadonlyMap<Group, RecordId> {
  const somebody = 'somebody' as PersonId
  const parts = partsOf(somebody, [{ role, place: PLACE, from: DAY }], COMPOUND, device, DAY)
  return new Map(parts.flatMap((part) => ('group' in part ? [[part.group, part.place] as const] : [])))
}
