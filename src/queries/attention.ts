import type { HeldWhy } from '#domain/change.ts'
import { type Held, heldId } from '#domain/held.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import { appointmentsOf, type Member, memberId } from '#domain/member.ts'
import { type Place, placeTree } from '#domain/places.ts'
import type { Proposal, Rostered } from '#domain/proposals.ts'
import { inForce } from '#domain/rights.ts'
import { ROLES } from '#domain/roles.ts'
import type { Receipt } from '#store/receipts.ts'
import type { View } from '#store/view.ts'
import { type HeldAct, heldActs } from './heldActs.ts'

/** Two people changed the same thing; both values are kept until somebody chooses. */
export interface Disagreement {
  readonly is: 'disagreement'
  readonly record: Rostered
  readonly proposal: Proposal
  /** The value that stands. */
  readonly stands: unknown
}

/** What I wrote has reached the office but was not taken. */
export interface NotTaken extends HeldAct {
  readonly is: 'notTaken'
}

/** What somebody else wrote waits for the office: taken after all, or not. */
export interface Asked extends HeldAct {
  readonly is: 'asked'
  /** Their words, where there are any. */
  readonly text?: string
  /** The office can take it; what is damaged, or waits for another record, it can only look at. */
  readonly takeable: boolean
}

export type Attention = Disagreement | NotTaken | Asked

const ROSTER_KINDS = ['resident', 'contact', 'care'] as const

/** What waits for a person's decision: own held entries, disagreements at the doors they look after, and for the office what others wrote. */
export function attentionOf(view: View, me: PersonId, day: string): readonly Attention[] {
  const held = heldActs(view)
  const notTaken = held
    .filter(({ record }) => record.author === me)
    .map((act): Attention => ({ is: 'notTaken', ...act }))
  const disputed = ROSTER_KINDS.flatMap((kind) => view.all<Rostered>(kind)).filter(
    (one) => one.proposals && !one.voided,
  )
  if (disputed.length === 0 && held.length === 0) return []

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
  const maySettle = (record: Held) =>
    mine.some((one) => ROLES[one.role].act.includes('settleHeld') && tree.below(record.place, one.place))
  const asked = held.filter(({ record }) => record.author !== me && maySettle(record)).map(askedOf)
  return [...disagreements, ...notTaken, ...asked]
}

/** Releasing these would only hold them again. */
const NOT_TAKEABLE: readonly HeldWhy[] = ['unreadable', 'invalid', 'newer', 'recordMissing']

function askedOf(held: HeldAct): Asked {
  const text = held.act.map(textIn).find(Boolean)
  return {
    is: 'asked',
    ...held,
    ...(text !== undefined && { text }),
    takeable: held.act.every((one) => !NOT_TAKEABLE.includes(one.why)),
  }
}

export function textIn({ body }: Held): string | undefined {
  const { args } = (body ?? {}) as { args?: { text?: unknown } }
  return typeof args?.text === 'string' ? args.text : undefined
}

/** Own changes that were not taken and whose held record is not here to say so: the author lost the right, or it is a tablet. */
export function receiptsFor(view: View, me: PersonId, all: readonly Receipt[] = []): readonly Receipt[] {
  return all.filter((one) => one.author === me && !view.get(heldId(one.change)))
}

/** The door a record belongs to, as people call it: 502. */
export function doorLabel(view: View, place: RecordId): string {
  return view.get<Place>(place)?.label ?? ''
}
