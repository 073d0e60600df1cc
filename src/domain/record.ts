import type { GenericSchema } from 'valibot'
import type { Change, Mark, Outcome, Stamp } from './change.ts'
import type { PersonId, RecordId } from './ids.ts'
import type { Scope } from './rights.ts'
import type { Act } from './roles.ts'

/** What every record carries. The record is the unit of reading: who may read one field may read all of it. */
export interface Recorded {
  readonly id: RecordId
  readonly kind: string
  /** Version of the record's shape. */
  readonly v: number
  /** The nearest place. */
  readonly place: RecordId
  readonly author: PersonId
  /** Claimed time of the first change (device clock). */
  readonly at: string
  /** Server time of receipt of the first change; absent while it is only here. */
  readonly receivedAt?: string
  /** The spoken number the server gave; absent: 待编号. */
  readonly no?: number
  /** Its author's appointment had ended before it came: it is kept, and says so (W8). */
  readonly lapsed?: true
  readonly voided?: { readonly by: PersonId; readonly at: string; readonly reason: string }
  /** Words that named somebody who is erased were taken out of it: no device leaves an older state of it lying (W15). */
  readonly cut?: true
  /** The last value that lost against another, so that nothing is overwritten in silence. */
  readonly lost?: {
    readonly field: string
    readonly value: unknown
    readonly by: PersonId
    readonly at: string
  }
  /** Field → mark of its winner. Lives on the server only; it is cut off before a record leaves it. */
  readonly won?: Readonly<Record<string, Mark>>
}

export interface Folded<R> {
  readonly record: R
  readonly outcome: Outcome
}

/** The plain case of a fold: this is the record now. */
export function applied<R extends Recorded>(record: R): Folded<R> {
  return { record, outcome: { is: 'applied' } }
}

/** What a verb's reducer answers: the changed record, or an outcome that leaves the record as it was. */
export type Verdict<R> = Folded<R> | Exclude<Outcome, { is: 'applied' | 'merged' }>

/**
 * Who may do a verb apart from those with its act: `author` of the record too, whatever role they have left; or nobody
 * but the `server`.
 */
type By = 'author' | 'server'

interface VerbOf<R extends Recorded, A> {
  readonly v: number
  readonly args: GenericSchema<unknown, A>
  /** The right that is asked for it, at the record's place, before and after. */
  readonly act: Act
  readonly by?: By
  /** On a record of one's own it only adds what one saw: it is taken late as a new record is (W8). */
  readonly adds?: true
  /** Whether such a change says something in somebody's words: it travels sealed, though its kind does not. */
  inWords?(args: A): boolean
  fold(record: R, args: A, change: Change<A>, stamp?: Stamp): Verdict<R>
}

interface CreateOf<R extends Recorded, A> {
  readonly v: number
  readonly args: GenericSchema<unknown, A>
  readonly act: Act
  readonly by?: By
  /** The server gives the record a spoken number. */
  readonly numbered?: true
  /** The id that follows from its cause, where a cause makes it; under another one it is held as invalid. */
  idOf?(args: A): RecordId | undefined
  /** Makes the record; `record` is there when the id follows from a cause and somebody was first. */
  create(args: A, change: Change<A>, stamp?: Stamp): R
  /** What happens when the record is there already; default: `already`. */
  meet?(record: R, args: A, change: Change<A>, stamp?: Stamp): Verdict<R>
}

/** One change that follows from another record's. */
export interface Following {
  readonly record: RecordId
  readonly name: string
  readonly v: number
  readonly args: unknown
}

// The register holds verbs of many shapes; `any` is the only honest name for "some arguments" here.
export type Verb<R extends Recorded = any> = VerbOf<R, any> | CreateOf<R, any> // oxlint-disable-line no-explicit-any -- verbs of many shapes

/** What a start needs of a kind before anything is written: who may read its records, and how an older shape is lifted. */
// oxlint-disable-next-line no-explicit-any -- kinds of many shapes
export interface Outline<R extends Recorded = any> {
  readonly kind: string
  scopeOf(record: R): Scope
  /** Lifts a record of an older shape when it is read. */
  upgrade?(record: Recorded): R
  /** Fields with somebody's words in a record that is not personal itself: on a device they lie with what is. */
  readonly words?: readonly string[]
}

/** One kind of record: its verbs and its scope. Pure; the same code runs on the device and on the server. */
// oxlint-disable-next-line no-explicit-any -- kinds of many shapes
export interface Kind<R extends Recorded = any> extends Outline<R> {
  /** Bodies of its changes are personal: sealed to the server while they wait on a device and on their way. */
  readonly sealed: boolean
  readonly verbs: Readonly<Record<string, Verb<R>>>
  /** The head whose place this part follows (a contact's resident, a reporter's feedback). */
  headOf?(record: R): RecordId
  /** The record of which people said that it is the same and stands for this one. */
  standInOf?(record: R): RecordId | undefined
  /**
   * What follows from a change of the record for others, which their readers alone may see: the server does it in its own
   * name and in the same transaction, for those that are there.
   */
  follows?(before: R | undefined, after: R): readonly Following[]
  /** The record whose word (`follows`) holds for a newcomer too, whichever of the two comes first. */
  heeds?(record: R): RecordId | undefined
  /** What it says may be taken back: a device leaves no older state of it lying under the newer one. */
  readonly takenBack?: true
  /** Hashes of the photos the record names. */
  photosOf?(record: R): readonly string[]
  /** They, or those that it answers, are for everybody who may read the record, also without a network: no device lets go of them. */
  readonly photosStay?: true | ((record: R) => readonly string[])
  /** As version 1 of its shape was, for an app that knows no later one. */
  lower?(record: R): Recorded
}

export function verb<R extends Recorded, A>(spec: VerbOf<R, A>): Verb<R> {
  return spec
}

export function creation<R extends Recorded, A>(spec: CreateOf<R, A>): Verb<R> {
  return spec
}

/** The fields that every create sets the same way. */
export function fresh(kind: string, place: RecordId, change: Change, stamp?: Stamp): Recorded {
  return {
    id: change.record,
    kind,
    v: 1,
    place,
    author: change.actor,
    at: change.at,
    ...(stamp && { receivedAt: stamp.receivedAt }),
    ...(stamp?.no !== undefined && { no: stamp.no }),
  }
}
