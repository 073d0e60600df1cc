import type { PersonId } from '#domain/ids.ts'
import { appointmentsOf, type Member } from '#domain/member.ts'
import { inForce } from '#domain/rights.ts'
import { ROLES } from '#domain/roles.ts'
import type { View } from '#store/view.ts'

/** Others of the office of the whole compound, by name: whom to tell. Not who lost it. */
export function officersBeside(
  view: View,
  { me, compound }: { readonly me: PersonId; readonly compound: string },
  except: readonly PersonId[],
  day: string,
): readonly string[] {
  return view
    .all<Member>('member')
    .filter((one) => !one.voided && (one.id as string) !== me)
    .filter((one) => !except.some((person) => (person as string) === one.id))
    .filter((one) =>
      appointmentsOf(one).some(
        (held) => held.place === compound && inForce(held, day) && ROLES[held.role].act.includes('setUp'),
      ),
    )
    .map(({ name }) => name)
}
