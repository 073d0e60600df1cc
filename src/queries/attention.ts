import { type HeldWhy, kindOf } from '#domain/change.ts'
import { type Held, heldId } from '#domain/held.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import { appointmentsOf, type Member, memberId } from '#domain/member.ts'
import { type Place, placeTree } from '#domain/places.ts'
import type { Proposal, Rostered } from '#domain/proposals.ts'
import { inForce, ROLES } from '#domain/rights.ts'
import type { Receipt } from '#store/receipts.ts'
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
  /** The one that stands for its act: it says why. */
  readonly record: Held
  /** All that was written in one act, decided in one. */
  readonly act: readonly Held[]
}

/** What somebody else wrote waits for the office: taken after all, or not. */
export interface Asked {
  readonly is: 'asked'
  readonly record: Held
  readonly act: readonly Held[]
  /** Their words, where there are any. */
  readonly text?: string
  /** The office can take it; what is damaged, or waits for another record, it can only look at. */
  readonly takeable: boolean
}

export type Attention = Disagreement | NotTaken | Asked

const ROSTER_KINDS = ['resident', 'contact', 'care'] as const

/** What waits for a person's decision: own held entries, disagreements at the doors they look after, and for the office what others wrote. */
export function attentionOf(view: View, me: PersonId, day: string): readonly Attention[] {
  const open = view.all<Held>('held').filter((one) => one.status === 'open' && !one.voided)
  const notTaken = actsOf(open.filter((one) => one.author === me)).map((act): Attention => ({
    is: 'notTaken',
    record: leadOf(act),
    act,
  }))
  const disputed = ROSTER_KINDS.flatMap((kind) => view.all<Rostered>(kind)).filter(
    (one) => one.proposals && !one.voided,
  )
  if (disputed.length === 0 && open.length === 0) return []

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
  const asked = actsOf(open.filter((one) => one.author !== me && maySettle(one))).map(askedOf)
  return [...disagreements, ...notTaken, ...asked]
}

/** Releasing these would only hold them again. */
const NOT_TAKEABLE: readonly HeldWhy[] = ['unreadable', 'invalid', 'newer', 'recordMissing']

function askedOf(act: readonly Held[]): Asked {
  const record = leadOf(act)
  const text = act.map(textIn).find(Boolean)
  return {
    is: 'asked',
    record,
    act,
    ...(text !== undefined && { text }),
    takeable: act.every((one) => !NOT_TAKEABLE.includes(one.why)),
  }
}

function textIn({ body }: Held): string | undefined {
  const { args } = (body ?? {}) as { args?: { text?: unknown } }
  return typeof args?.text === 'string' ? args.text : undefined
}

function actsOf(all: readonly Held[]): readonly (readonly Held[])[] {
  const acts = new Map<string, Held[]>()
  for (const one of all) {
    const key = one.change.act ?? one.id
    const act = acts.get(key)
    if (act) act.push(one)
    else acts.set(key, [one])
  }
  return [...acts.values()].map((act) => act.sort((a, b) => placeIn(a) - placeIn(b)))
}

/** What the others of an act were made because of; it is spoken of, and taken, first. */
const HEADS = ['feedback', 'resident', 'shift', 'incident', 'visit']

function placeIn({ change }: Held): number {
  const at = HEADS.indexOf(kindOf(change.name))
  return at < 0 ? HEADS.length : at
}

function leadOf(act: readonly Held[]): Held {
  const [first, ...others] = act
  if (!first) throw new Error('an act without a change')
  return first.why === 'actHeld' ? (others.find((one) => one.why !== 'actHeld') ?? first) : first
}

/** Own changes that were not taken and whose held record is not here to say so: the author lost the right, or it is a tablet. */
export function receiptsFor(view: View, me: PersonId, all: readonly Receipt[] = []): readonly Receipt[] {
  return all.filter((one) => one.author === me && !view.get(heldId(one.change)))
}

/** The door a record belongs to, as people call it: 502. */
export function doorLabel(view: View, place: RecordId): string {
  return view.get<Place>(place)?.label ?? ''
}
