import { told, type World } from './world.ts'
import type { Inside } from './inside.ts'

/** What the office was told is done. */
export type Answered =
  | { readonly is: 'invitationEnded'; readonly invitation: string }
  | { readonly is: 'deviceRevoked'; readonly device: string }
  | { readonly is: 'appointmentEnded'; readonly person: string }

/** An invitation is used, one is taken back, a device is stopped, an appointment ends. */
export async function atTheDesk(world: World): Promise<void> {
  const { office } = world
  const [officer] = world.devices
  if (!office || !officer) throw new Error('no office here')
  const used = await world.invite({ name: '王建国', role: 'steward' })
  const unused = await world.invite({ name: '赵永康', role: 'steward' })
  await told(await office.post('/api/invitations/withdraw', { id: unused.id }))
  world.answered.push({ is: 'invitationEnded', invitation: unused.id })

  const line = world.line()
  const enrolment = await world.letIn(line, used)
  world.answered.push({ is: 'invitationEnded', invitation: used.id })
  const { person, device } = enrolment
  await told(await office.post('/api/devices/revoke', { device }))
  world.answered.push({ is: 'deviceRevoked', device })
  const end = { person, role: 'steward', place: officer.compound, to: '2026-01-02' }
  await told(await office.post('/api/appointments/end', end))
  world.answered.push({ is: 'appointmentEnded', person })
}

/** What was answered must never come back with an older copy: it stands in the journal. */
export function deskFindings(answered: readonly Answered[], { journal }: Inside): readonly string[] {
  const found = new Set(journal.map(nameOf))
  return answered.map(nameOf).flatMap((name) => (found.has(name) ? [] : [`not in the journal: ${name}`]))
}

function nameOf(one: Answered | Inside['journal'][number]): string {
  if (one.is === 'invitationEnded') return `${one.is} ${one.invitation}`
  if (one.is === 'residentErased') return `${one.is} ${one.residents.join(' ')}`
  return `${one.is} ${one.is === 'deviceRevoked' ? one.device : one.person}`
}
