import { upgraded } from '#domain/catalogue.ts'
import type { Resident } from '#domain/doors/resident.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import { reporterId } from '#domain/feedback/reporter.ts'
import { type RecordId, SERVER, type TenantId } from '#domain/ids.ts'
import { deadlinesOf, goneLong, isOver, RETENTION, settledLong } from '#domain/retention.ts'
import { type Settings, settingsId } from '#domain/settings.ts'
import { isTombstone } from '#domain/tombstone.ts'
import { invitationsAbove } from '#server/people/above.ts'
import { type Office, today } from '#server/people/office.ts'
import { eraseNow } from './ask.ts'
import { fade } from './fade.ts'
import { type Erasure, erasureOf } from './erasure.ts'

/** So many remarks at a time lose who made them: others wait for a transaction's end. */
const PORTION = 50
const DAY = 24 * 3_600_000

/**
 * What is due to go today, goes (`domain/retention.ts`); at each start and once a day. The same way as on somebody's own word: into
 * the journal first. Nothing that is open is touched: whose remark nobody has answered yet is kept until it is.
 */
export async function retain(office: Office): Promise<void> {
  const above: string[] = []
  for (const tenant of await office.log.tenants()) {
    await office.alone(`roster ${tenant}`, async () => {
      for (const due of await dueIn(office, tenant)) {
        const [object] = due.residents
        if (object !== undefined) {
          const line = { actor: SERVER, device: undefined, what: 'resident.erased', object } as const
          await office.db.transaction().execute((db) => office.trail.note(db, tenant, line))
        }
        await office.journal.append({ is: 'residentErased', ...due })
        await eraseNow(office, due)
      }
      await fade(office, tenant)
    })
    above.push(...(await invitationsAbove(office, tenant)))
  }
  const before = new Date(office.now().getTime() - RETENTION.entry * DAY).toISOString()
  await office.db
    .deleteFrom('invitations')
    .where((one) =>
      one.or([one('used_at', '<', before), one('withdrawn_at', '<', before), one('expires_at', '<', before)]),
    )
    .$if(above.length > 0, (rest) => rest.where('id', 'not in', above))
    .execute()
  await office.db.deleteFrom('attempts').where('made_at', '<', before).execute()
  await office.db
    .deleteFrom('knocks')
    .where((one) =>
      one.or([
        one('made_at', '<', before),
        one('invitation', 'not in', (from) => from.selectFrom('invitations').select('id')),
      ]),
    )
    .execute()
  // Only where a device has said that it is empty: till then it comes with what it has not sent, and is to be told to delete.
  const emptied = office.db
    .selectFrom('devices')
    .select('id')
    .where('revoked_at', '<', before)
    .where('wiped_at', '<', before)
    .where('unsent', '=', 0)
  await office.db.deleteFrom('sessions').where('device', 'in', emptied).execute()
  // Of no other device: where a share is gone, whoever holds the device may set a PIN without saying the one of before.
  await office.db.deleteFrom('vault_shares').where('device', 'in', emptied).execute()
}

async function dueIn(office: Office, tenant: TenantId): Promise<readonly Erasure[]> {
  const day = today(office)
  const asked = { at: office.now().toISOString(), tenant, by: SERVER, why: 'movedOut' } as const
  return office.log.transact(tenant, async (tx) => {
    const residents = (await tx.recordsOf('resident')).map((one) => upgraded(one) as Resident)
    const remarks = (await tx.recordsOf('feedback')).map((one) => upgraded(one) as Feedback)
    const { deadlines } = ((await tx.record(settingsId(tenant)))?.record ?? {}) as Partial<Settings>
    const days = deadlinesOf(deadlines)
    const open = new Set(remarks.filter((one) => !isOver(one)).map(({ id }) => id))
    const due: Erasure[] = []
    for (const { id } of goneLong(residents, day, days.movedOut)) {
      const one = await erasureOf(tx, office.seals.digest, id, { ...asked, remarks: [] })
      if (one && !one.remarks.some((remark) => open.has(remark))) due.push(one)
    }
    const named: RecordId[] = []
    for (const remark of settledLong(remarks, day, days.remark)) {
      const reporter = (await tx.record(reporterId(remark)))?.record
      if (reporter && !isTombstone(reporter)) named.push(remark)
    }
    const nobody = { residents: [], homes: [], known: [], alone: false }
    for (let from = 0; from < named.length; from += PORTION)
      due.push({ ...asked, ...nobody, remarks: named.slice(from, from + PORTION) })
    return due
  })
}
