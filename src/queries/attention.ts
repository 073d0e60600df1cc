import type { Held } from '#domain/held.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import { appointmentsOf, type Member, memberId } from '#domain/member.ts'
import { type Place, placeTree } from '#domain/places.ts'
import type { Proposal, Rostered } from '#domain/proposals.ts'
import { inForce, ROLES } from '#domain/rights.ts'
import type { View } from '#store/view.ts'

/** Two people changed the same thing; both values are kept until somebody chooses. */
export interface Disagreement {
  readonly is: 'disagreement'
  readonly record: Rostered
  readonly proposal: Proposal
  /** The value that stands. */
  readonly stands: unknown
}

/** What I wrote has reached the office but was not taken. */
export interface NotTaken {
  readonly is: 'notTaken'
  readonly record: Held
}

export type Attention = Disagreement | NotTaken

const ROSTER_KINDS = ['resident', 'contact', 'care'] as const

/** What waits for a person's decision: the own held entries, and disagreements at the doors the person looks after. */
export function attentionOf(view: View, me: PersonId, day: string): readonly Attention[] {
  const notTaken = view
    .all<Held>('held')
    .filter((one) => one.author === me && one.status === 'open' && !one.voided)
    .map((record): Attention => ({ is: 'notTaken', record }))
  const disputed = ROSTER_KINDS.flatMap((kind) => view.all<Rostered>(kind)).filter(
    (one) => one.proposals && !one.voided,
  )
  if (disputed.length === 0) return notTaken

  const tree = placeTree(view.all<Place>('place'))
  const mine = appointmentsOf(view.get<Member>(memberId(me))).filter((one) => inForce(one, day))
  const mayDecide = (record: Rostered) =>
    mine.some(
      (one) =>
        ROLES[one.role].act.includes(record.kind === 'care' ? 'editCare' : 'editRoster') &&
        tree.below(record.place, one.place),
    )
  const disagreements = disputed.filter(mayDecide).flatMap((record) =>
    (record.proposals ?? []).map((proposal): Attention => ({
      is: 'disagreement',
      record,
      proposal,
      stands: (record as unknown as Readonly<Record<string, unknown>>)[proposal.field],
    })),
  )
  return [...disagreements, ...notTaken]
}

/** The door a record belongs to, as people call it: 502. */
export function doorLabel(view: View, place: RecordId): string {
  return view.get<Place>(place)?.label ?? ''
}
