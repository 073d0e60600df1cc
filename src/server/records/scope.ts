import { lowered, upgraded } from '#domain/catalogue.ts'
import type { DeviceId, PersonId, TenantId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import { type DeviceKind, mayRead, type Part, partsOf, type Scope, unionOfParts } from '#domain/rights.ts'
import type { ServerSeals } from '#server/sealing.ts'
import { type Desk, knownScope } from './desk.ts'

/** Who is asking, as the door found out: a device of one compound and the people enrolled on it. */
export interface Caller {
  readonly tenant: TenantId
  readonly device: DeviceId
  readonly kind: DeviceKind
  readonly people: readonly PersonId[]
  /** The office has ended it: what it still has to send is judged by its people's rights, and it is shown nothing. */
  readonly revoked?: boolean
  /** A database that was put back does not know it: all that it brings is held until an officer lets it in (W7). */
  readonly unknown?: boolean
}

/** What a device may read in this transaction, and the hash by which it sees that it has become something else (W6). */
export interface Sight {
  readonly parts: readonly Part[]
  readonly scope: string
  sees(record: Recorded): boolean
  saw(scope: Scope): boolean
}

export async function sightOf(desk: Desk, seals: ServerSeals, caller: Caller): Promise<Sight> {
  const lists: (readonly Part[])[] = []
  for (const person of caller.revoked ? [] : caller.people) {
    lists.push(partsOf(person, await desk.appointments(person), desk.compound, caller.kind, desk.day))
  }
  const parts = unionOfParts(lists)
  const places = new Set(parts.flatMap((part) => ('place' in part ? [part.place] : [])))
  const moves = [...(await desk.tx.moves([...places]))].sort(([a], [b]) => (a < b ? -1 : 1))
  const { below } = desk.tree()
  const saw = (scope: Scope) => mayRead(parts, scope, below, caller.kind)
  return {
    parts,
    // Keyed: a plain hash of small numbers would tell how long the log is.
    scope: await seals.digest(JSON.stringify([caller.kind, parts, moves])),
    saw,
    sees(record) {
      const scope = knownScope(record)
      return scope !== undefined && saw(scope)
    },
  }
}

/** As a record leaves the server: without the marks of its winners, in the latest shape that its reader knows (W11). */
export function leaving(record: Recorded, shapes: number): Recorded {
  const shaped = lowered(upgraded(record), shapes)
  if (shaped.won === undefined) return shaped
  const { won: _, ...rest } = shaped
  return rest
}
