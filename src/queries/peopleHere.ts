import type { PersonId, TenantId } from '#domain/ids.ts'
import { appointmentsOf, type Member, memberId } from '#domain/member.ts'
import { inForce } from '#domain/rights.ts'
import { ROLES } from '#domain/roles.ts'
import type { Shift } from '#domain/bins/shift.ts'
import { dayOf } from '#domain/workingDays.ts'
import type { View } from '#store/view.ts'
import { openShiftOf } from './bins.ts'
import { isForgotten } from './handOver.ts'
import { slotsOfMine } from './plan.ts'
import type { Slot } from './rota.ts'

/** Somebody who joined on this device, as they are called there. */
export interface Joined {
  readonly person: PersonId
  readonly name: string
}

export interface PersonHere extends Joined {
  /** Their first turn at the bins today. */
  readonly turn?: Slot
  /** The shift they are in. */
  readonly shift?: Shift
}

/**
 * Who may use a shared tablet now, whoever has a turn today first, by hour; the others as they joined. Somebody without an
 * appointment any more is not offered; who has just joined is, before the first sync told of them.
 */
export function whoIsHere(
  view: View,
  tenant: TenantId,
  joined: readonly Joined[],
  now: string,
): readonly PersonHere[] {
  const today = dayOf(now)
  return joined
    .flatMap((one): readonly PersonHere[] => {
      const member = view.get<Member>(memberId(one.person))
      const appointments = appointmentsOf(member)
      if (member && !appointments.some((held) => inForce(held, today))) return []
      const asker = { view, tenant, me: one.person, appointments, now }
      const turn = slotsOfMine(asker, 1).find((slot) => slot.day === today)
      const shift = openShiftOf(view, one.person)
      const name = member?.name ?? one.name
      const running = shift && !isForgotten(view, tenant, shift, now)
      return [{ person: one.person, name, ...(turn && { turn }), ...(running && { shift }) }]
    })
    .sort((a, b) => (turnKey(a) < turnKey(b) ? -1 : turnKey(a) > turnKey(b) ? 1 : 0))
}

/** Whether somebody's last appointment has ended; whoever is not known yet, or begins later, has not left. `at`: ISO instant. */
export function hasLeft(view: View, person: PersonId, at: string): boolean {
  const member = view.get<Member>(memberId(person))
  const today = dayOf(at)
  return member !== undefined && appointmentsOf(member).every(({ to }) => to !== undefined && to < today)
}

/** Whether somebody keeps the house: now, before or after. */
export function isOfficer(view: View, person: PersonId): boolean {
  return appointmentsOf(view.get<Member>(memberId(person))).some(({ role }) =>
    ROLES[role].act.includes('setUp'),
  )
}

function turnKey({ turn, shift }: PersonHere): string {
  return shift ? '0' : (turn?.from ?? '~')
}
