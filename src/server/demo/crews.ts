import { crewId } from '#domain/ledger/crew.ts'
import type { Team } from '#domain/ledger/hands.ts'
import type { TenantId } from '#domain/ids.ts'
import { personOf, placeOf, type Who } from './cast.ts'
import type { Line } from './line.ts'

const PEOPLE: Readonly<Partial<Record<Team, readonly Who[]>>> = {
  engineering: ['engineer', 'order'],
  customer_service: ['service', 'manager'],
  order: ['order'],
}

/** Who is in which team of the property; the others have nobody yet. */
export function crews(tenant: TenantId): readonly Line[] {
  const place = placeOf(tenant, 'compound')
  const said = { by: 'officer', day: -60, time: '10:00' } as const
  return Object.entries(PEOPLE).flatMap(([team, people]) => {
    const record = crewId(place, team as Team)
    return [
      { ...said, record, name: 'crew.form', args: { place, team } },
      ...people.map((who) => ({ ...said, record, name: 'crew.join', args: { who: personOf(tenant, who) } })),
    ]
  })
}
