import { upgraded } from '#domain/catalogue.ts'
import type { Epoch, RecordId, TenantId } from '#domain/ids.ts'
import { type Place, type PlaceTree, placeTree } from '#domain/places.ts'
import type { Log, LogTx } from '#server/log/log.ts'

interface PlacesRead {
  readonly epoch: Epoch
  readonly head: number
  readonly places: ReadonlyMap<RecordId, Place>
  readonly tree: PlaceTree
}

const lastRead = new WeakMap<Log, Map<TenantId, PlacesRead>>()

/**
 * The places as this transaction sees them. Every request needs all of them, so the last reading is kept and only what came
 * since is read: a later state has a later `seq`, and no record ever goes (W5). Epoch and head are asked inside the
 * transaction, so what is answered belongs to its snapshot (W1); a kept reading alone would break it.
 *
 * To be asked before the transaction writes: what it writes may yet be undone.
 */
export async function placesAt(
  log: Log,
  tenant: TenantId,
  tx: LogTx,
): Promise<Pick<PlacesRead, 'places' | 'tree'>> {
  const tenants = lastRead.get(log) ?? new Map<TenantId, PlacesRead>()
  lastRead.set(log, tenants)
  const [epoch, head] = [await tx.epoch(), await tx.head()]
  const last = tenants.get(tenant)
  // A head that went back: the log was put back to an older state.
  const still = last?.epoch === epoch && last.head <= head ? last : undefined
  if (still?.head === head) return still

  const since = await tx.recordsOf('place', still?.head)
  const moved = since.map((place) => [place.id, upgraded(place) as Place] as const)
  const places = moved.length === 0 && still ? still.places : new Map([...(still?.places ?? []), ...moved])
  const now: PlacesRead = {
    epoch,
    head,
    places,
    tree: places === still?.places ? still.tree : placeTree(places.values()),
  }
  tenants.set(tenant, now)
  return now
}
