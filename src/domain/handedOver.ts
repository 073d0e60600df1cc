import type { PersonId, RecordId } from './ids.ts'
import { appointmentsOf, everAppointed, type Member } from './member.ts'
import { inForce } from './rights.ts'
import type { Role } from './roles.ts'
import { addDays } from './workingDays.ts'

/** A place that went from one person to another, in the same role, without a day between them. */
export interface HandedOver {
  readonly role: Role
  readonly place: RecordId
  readonly from: PersonId
  readonly to: PersonId
  /** First day of the one it went to, `YYYY-MM-DD`; the day before was the last of the other. */
  readonly day: string
}

/** Names it the same everywhere, so that whoever has read it is not told again. */
export function handedKey({ role, place, from, to, day }: HandedOver): string {
  return [day, role, place, from, to].join('/')
}

/** How long it is news, in days from the first day on. */
const NEWS_DAYS = 14

/**
 * What was handed over lately or will be. It follows from the appointments alone, so nothing has to be kept beside them: who has
 * the place on the day after somebody's last one, and did not have it before, has it from them.
 */
export function handedOver(members: readonly Member[], today: string): readonly HandedOver[] {
  const since = addDays(today, -NEWS_DAYS)
  return members.flatMap((one) =>
    everAppointed(one).flatMap(({ role, place, to: last }) => {
      if (last === undefined) return []
      const day = addDays(last, 1)
      if (day < since) return []
      const has = (member: Member, on: string) =>
        appointmentsOf(member).some((held) => held.role === role && held.place === place && inForce(held, on))
      // Prolonged, or taken up again at once: it is theirs still.
      if (has(one, day)) return []
      return members
        .filter((other) => other !== one && !other.voided && has(other, day) && !has(other, last))
        .map((other) => ({
          role,
          place,
          from: one.id as string as PersonId,
          to: other.id as string as PersonId,
          day,
        }))
    }),
  )
}
