import { SERVER } from '#domain/ids.ts'
import { appointmentsOf } from '#domain/member.ts'
import { eraseNow } from '#server/erasure/ask.ts'
import { appointing } from './appointing.ts'
import { revokeDevice } from './devices.ts'
import { endedInvitations, withdrawInvitation } from './invitations.ts'
import type { JournalEntry } from './journal.ts'
import { forgetKnocks } from './knocks.ts'
import { memberOf, type Office } from './office.ts'

/**
 * Before the first request: what the journal says was ended is ended. Devices and invitations never come back, so their
 * lines are always played, and nobody who was erased comes back. Ends of appointments only on a database that was put back (`restored`): on any other one the
 * office may have prolonged them since. The other way round the journal learns what the last process did not live to write
 * down: a copy that is put back later must not open an invitation again that somebody has come in by.
 */
export async function replayJournal(office: Office, restored: boolean): Promise<void> {
  if (restored) await forgetKnocks(office.db)
  const entries = await office.journal.entries()
  const written = new Set(entries.map((entry) => entry.is === 'invitationEnded' && entry.invitation))
  for (const { id, tenant, at } of await endedInvitations(office.db))
    if (!written.has(id)) await office.journal.append({ is: 'invitationEnded', at, tenant, invitation: id })
  for (const entry of entries) {
    if (entry.is === 'deviceRevoked') await revokeDevice(office.db, entry.tenant, entry.device, entry.at)
    else if (entry.is === 'invitationEnded')
      await withdrawInvitation(office.db, entry.tenant, entry.invitation, new Date(entry.at))
    else if (entry.is === 'appointmentEnded' && restored) await endAgain(office, entry)
    else if (entry.is === 'residentErased') await eraseNow(office, entry)
  }
}

async function endAgain(
  office: Office,
  entry: Extract<JournalEntry, { is: 'appointmentEnded' }>,
): Promise<void> {
  const { tenant, person, appointment } = entry
  const { role, place, from, to } = appointment
  const held = appointmentsOf(await memberOf(office, tenant, person)).find(
    (one) => one.role === role && one.place === place && one.from === from,
  )
  if (!held || to === undefined || (held.to !== undefined && held.to <= to)) return
  await office.act(tenant, SERVER, [appointing(person, appointment)])
}
