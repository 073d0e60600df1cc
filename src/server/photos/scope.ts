import { KINDS } from '#domain/catalogue.ts'
import { openDesk } from '#server/records/desk.ts'
import type { House } from '#server/records/house.ts'
import { type Caller, sightOf } from '#server/records/scope.ts'

/** W14. Whether a record that the caller may read now names the photo. */
export async function maySeePhoto(house: House, caller: Caller, hash: string): Promise<boolean> {
  return house.log.transact(caller.tenant, async (tx) => {
    const desk = await openDesk(tx, house, caller.tenant, house.clock())
    const sight = await sightOf(desk, house.seals, caller)
    for (const { kind, photosOf } of KINDS.values()) {
      if (!photosOf) continue
      const naming = (await tx.recordsOf(kind)).filter((record) => photosOf(record).includes(hash))
      if (naming.some((record) => sight.sees(record))) return true
    }
    return false
  })
}
