import type { RecordId } from '#domain/ids.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import { isTombstone } from '#domain/tombstone.ts'
import type { Office } from '#server/people/office.ts'
import type { Officer } from '#server/people/office.ts'
import { openDesk } from '#server/records/desk.ts'
import type { EraseResident } from '#wire/erasure.ts'
import { erase } from './erase.ts'
import { type Erased, type Erasure, erasureOf } from './erasure.ts'

type Standing = Pick<Office, 'log' | 'seals' | 'newId' | 'now' | 'erased'>

/**
 * Erases a resident on an officer's word. The journal first: what it says holds also when the power goes before the database heard
 * of it, and over every older copy of the database (W15). Asked again it answers the same.
 */
export async function eraseResident(
  office: Standing & Pick<Office, 'db' | 'journal' | 'trail'>,
  by: Officer,
  form: EraseResident,
): Promise<Result<undefined, 'notFound'>> {
  const { tenant, person } = by
  const resident = form.resident as RecordId
  const found = await office.log.transact(tenant, async (tx) => {
    const there = (await tx.record(resident))?.record
    if (isTombstone(there)) return 'done' as const
    return erasureOf(tx, office.seals.digest, resident, {
      at: office.now().toISOString(),
      tenant,
      by: person,
      why: form.why,
      remarks: form.remarks as readonly string[] as readonly RecordId[],
    })
  })
  if (found === 'done') return ok(undefined)
  if (!found) return refused('notFound')
  // The line comes first of all: at worst it tells of an erasure that was cut off here and is asked for again.
  const line = {
    actor: person,
    device: by.device?.device,
    what: 'resident.erased',
    object: resident,
  } as const
  await office.db.transaction().execute((db) => office.trail.note(db, tenant, line))
  await office.journal.append({ is: 'residentErased', ...found })
  await eraseNow(office, found)
  return ok(undefined)
}

/** Does what the journal says, here and outside the database; nothing where it is done. */
export async function eraseNow(
  { log, seals, newId, now, erased }: Standing,
  erasure: Erasure,
): Promise<void> {
  const done = await log.transact(erasure.tenant, async (tx): Promise<Erased> => {
    const desk = await openDesk(tx, { log, seals, newId }, erasure.tenant, now().toISOString())
    const photos = await erase(desk, seals.digest, erasure)
    return { touched: desk.touched(), photos }
  })
  await erased?.(erasure.tenant, done)
}
