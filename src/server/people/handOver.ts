import { handedKey, handedOver } from '#domain/handedOver.ts'
import type { PersonId, RecordId, TenantId } from '#domain/ids.ts'
import { appointmentsOf, type Member } from '#domain/member.ts'
import { type Place, placeTree, whereOf } from '#domain/places.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import { type Appointment, inForce } from '#domain/rights.ts'
import { addDays } from '#domain/workingDays.ts'
import type { HandedRow, HandOver } from '#wire/handOver.ts'
import { appointing } from './appointing.ts'
import { memberOf, type Office, today } from './office.ts'
import type { Officer } from './office.ts'

/**
 * Gives what one person has to another from a day on. The journal first, as with every end; then both appointments in one
 * transaction: there is no moment at which the place is nobody's. Asked again after a lost answer, it says yes again.
 */
export async function handOver(
  office: Office,
  by: Officer,
  form: HandOver,
): Promise<
  Result<
    undefined,
    | 'personUnknown'
    | 'samePerson'
    | 'appointmentUnknown'
    | 'appointmentHeld'
    | 'endBeforeStart'
    | 'notAllowed'
  >
> {
  const [person, to] = [form.person as PersonId, form.to as PersonId]
  if (person === to) return refused('samePerson')
  const leaver = await memberOf(office, by.tenant, person)
  const comer = await memberOf(office, by.tenant, to)
  if (!leaver || !comer || comer.endedAt !== undefined || comer.voided) return refused('personUnknown')
  const last = addDays(form.from, -1)
  const of = (member: Member) =>
    appointmentsOf(member).filter((one) => one.role === form.role && one.place === form.place)
  const theirs = of(leaver)
  const meant = theirs.filter((one) => one.to === undefined || one.to > last)
  const has = of(comer).some((one) => inForce(one, form.from))
  if (meant.length === 0)
    return has && theirs.some((one) => one.to === last) ? ok(undefined) : refused('appointmentUnknown')
  if (form.until !== undefined && of(comer).some((one) => one.from === form.from && one.to === form.until))
    return ok(undefined)
  if (has) return refused('appointmentHeld')
  if (form.until !== undefined) return standIn(office, by, form, form.until)
  if (meant.some((one) => one.from > last)) return refused('endBeforeStart')

  const ended = meant.map((one): Appointment => ({ ...one, to: last }))
  for (const appointment of ended)
    await office.journal.append({
      is: 'appointmentEnded',
      at: office.now().toISOString(),
      tenant: by.tenant,
      person,
      appointment,
    })
  const done = await office.act(by.tenant, by.person, [
    ...ended.map((appointment) => appointing(person, appointment)),
    appointing(to, { role: form.role, place: form.place as RecordId, from: form.from, ...endOf(meant) }),
  ])
  return done.ok ? ok(undefined) : refused('notAllowed')
}

/** Somebody is there for another for some days, beside them; it ends by itself on its last day (SEC-45). */
async function standIn(
  office: Office,
  by: Officer,
  { to, role, place, from }: HandOver,
  until: string,
): Promise<Result<undefined, 'endBeforeStart' | 'notAllowed'>> {
  if (until < from) return refused('endBeforeStart')
  const appointment = { role, place: place as RecordId, from, to: until }
  const done = await office.act(by.tenant, by.person, [appointing(to as PersonId, appointment)])
  return done.ok ? ok(undefined) : refused('notAllowed')
}

/** An end that was set before goes with it. */
function endOf(meant: readonly Appointment[]): { readonly to?: string } {
  const ends = meant.map((one) => one.to)
  const last = ends.reduce((a, b) => (a === undefined || b === undefined ? undefined : a > b ? a : b))
  return last === undefined ? {} : { to: last }
}

/** What went lately from these people to somebody else. */
export async function handedFrom(
  office: Office,
  tenant: TenantId,
  people: readonly PersonId[],
): Promise<readonly HandedRow[]> {
  return office.log.transact(tenant, async (tx) => {
    const members = (await tx.recordsOf('member')) as readonly Member[]
    const went = handedOver(members, today(office)).filter(({ from }) => people.includes(from))
    if (went.length === 0) return []
    const tree = placeTree((await tx.recordsOf('place')) as readonly Place[])
    return went.map((one) => ({
      key: handedKey(one),
      person: one.from,
      where: whereOf(one.place, tree),
      to: members.find((member) => (member.id as string) === one.to)?.name ?? '',
      day: one.day,
    }))
  })
}
