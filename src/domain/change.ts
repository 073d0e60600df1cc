import type { ActId, ChangeId, Epoch, PersonId, RecordId } from './ids.ts'

/** One thing a person did to one record: the only noun that travels. */
export interface Change<A = unknown> {
  readonly id: ChangeId
  readonly record: RecordId
  /** `kind.verb`, for example `shift.tally`. */
  readonly name: string
  /** Version of the arguments' shape. */
  readonly v: number
  readonly actor: PersonId
  readonly act?: ActId
  /** When the device says it happened (ISO instant): a claim, it orders nothing and gives no right. */
  readonly at: string
  readonly args: A
}

/** Where a change stands in a tenant's history. Made by the server only. */
export interface Mark {
  readonly epoch: Epoch
  readonly seq: number
}

/** What only the server adds to a change when it folds it. Without it the screen says 待编号. */
export interface Stamp extends Mark {
  /** Server time of receipt, ISO instant. */
  readonly receivedAt: string
  /** The spoken number, for kinds that have one (118). */
  readonly no?: number
}

/** Why a change was not folded but kept for a person to decide. */
export type HeldWhy =
  | 'notAllowed' // the actor has no such right, here and now
  | 'invalid' // arguments of a known version do not fit
  | 'newer' // this server does not know the change yet
  | 'wrongState' // the record has moved on (an answered remark, a closed shift of somebody else)
  | 'unreadable' // the bytes cannot be opened or read
  | 'recordMissing' // its record is not here yet
  | 'idTaken' // a create for a record its actor may not read
  | 'actHeld' // another change of the same act was held
  | 'decidedBefore' // a correction of what somebody had decided on before it came
  | 'tellsWho' // words for everybody name a phone, a card or a door
  | 'unknownDevice' // came after a restore from a device that the backup does not know

export type Outcome =
  /** `lapsed`: taken though its author's appointment had ended; its record carries the mark (W8). */
  | { readonly is: 'applied'; readonly lapsed?: true }
  | { readonly is: 'already' }
  /** Folded, but a value lost against another; or the whole create went into a record that was there. */
  | { readonly is: 'merged'; readonly lost: Readonly<Record<string, unknown>>; readonly into?: RecordId }
  | { readonly is: 'held'; readonly why: HeldWhy }
  | { readonly is: 'waits' }
  | { readonly is: 'erased' }

export const ALREADY = { is: 'already' } as const

export function held(why: HeldWhy): { readonly is: 'held'; readonly why: HeldWhy } {
  return { is: 'held', why }
}

/** Whether the record came out of the fold changed. */
export function took(outcome: Outcome): boolean {
  return outcome.is === 'applied' || outcome.is === 'merged'
}

/** `shift.tally` → `shift`. */
export function kindOf(name: string): string {
  const dot = name.indexOf('.')
  return dot < 0 ? name : name.slice(0, dot)
}

/** Later in history: a later epoch, or the same epoch and a higher sequence. */
export function isLater(a: Mark, b: Mark): boolean {
  return a.epoch === b.epoch ? a.seq > b.seq : a.epoch > b.epoch
}
