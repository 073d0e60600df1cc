/** Longer than a file should be: what may happen to a remark is one kind, and its verbs are read together. */
import type { Category } from '#domain/ledger/categories.ts'
import { type Danger, dangersIn } from '#domain/ledger/danger.ts'
import type { Urgency } from '#domain/ledger/due.ts'
import type { ChangeId, PersonId, RecordId } from '#domain/ids.ts'
import type { Outside } from '#domain/ledger/outside.ts'
import type { Outline, Recorded } from '#domain/record.ts'
import type { VoiceNote } from './voiceNote.ts'

export const CHANNELS = [
  'face',
  'door_visit',
  'phone',
  'wechat_group',
  'wechat_private',
  'bin_side',
  'meeting',
  'activity_room',
  'hotline12345',
  'patrol_seen',
  'wall', // written on the public page, by nobody knows whom
] as const
export type Channel = (typeof CHANNELS)[number]

/** Where a remark went, as somebody decided it. */
export const DECIDED = [
  'answered_on_spot',
  'work_order',
  'council_topic',
  'help_request',
  'hazard',
  'escalated',
  'praise',
] as const
export type Decided = (typeof DECIDED)[number]

/** With the two that follow from other facts: a link to another remark, and a mark of withdrawal. */
export type Disposition = Decided | 'duplicate_of' | 'withdrawn'

/** Something written under a remark. Only ever added, once per change. */
export interface FollowUp {
  readonly id: ChangeId
  readonly at: string
  readonly by: PersonId
  readonly text: string
  readonly photos: readonly string[]
}

/** Who did it, and when their device says it was. */
export interface Deed {
  readonly by: PersonId
  readonly at: string
}

/** One thing one resident said, in the resident's words. Who said it is a record of its own. */
export interface Feedback extends Recorded {
  readonly kind: 'feedback'
  readonly text: string
  readonly category: Category
  readonly urgency: Urgency
  readonly channel: Channel
  /** How many households it touches. */
  readonly affected: number
  /** When it was said, ISO instant: a claim. */
  readonly heardAt: string
  readonly photos: readonly string[]
  /** What was said, as a sound. Without words it is as good an entry as one with words. */
  readonly voice?: VoiceNote
  /** Who put the sound into words afterwards, and by which change. */
  readonly typed?: Deed & { readonly id: ChangeId }
  /** A kind of danger that was pressed; what the words say comes on top. */
  readonly danger?: Danger
  readonly disposition?: Decided
  /** The link is stored here only; `voicesOf` counts from the other side. */
  readonly duplicateOf?: RecordId
  /** The tick in the notebook: the person who asked has been told. */
  readonly told?: Deed
  /** Somebody says that the emergency call was made. */
  readonly called?: Deed
  /** Somebody outside has it, without an order of ours. */
  readonly outside?: Outside
  /** To be settled quietly: read by the office and the grid worker of the place, by its author and whose hands it is in. */
  readonly quiet?: boolean
  /** Whose hands it is in, while it is open. */
  readonly assignee?: PersonId
  /**
   * Whether there is a name, and whether it may be passed on. The name is the reporter's record, which those who assign
   * cannot read; this much they need to know.
   */
  readonly name: 'none' | 'kept' | 'mayTell'
  /** The visit at whose door it was said. */
  readonly visit?: RecordId
  readonly followUps: readonly FollowUp[]
}

/** Where a remark went; undefined: nobody has decided yet. */
export function dispositionOf(record: Feedback): Disposition | undefined {
  if (record.voided) return 'withdrawn'
  return record.duplicateOf === undefined ? record.disposition : 'duplicate_of'
}

/** All dangers a remark speaks of, by key or by word. */
export function dangersOf(record: Feedback): readonly Danger[] {
  return [...new Set([...(record.danger ? [record.danger] : []), ...dangersIn(record.text)])]
}

/** Who may read it; what may happen to it is in `feedbackVerbs.ts`. */
export const feedbackOutline: Outline<Feedback> = {
  kind: 'feedback',
  scopeOf: (record) => ({
    place: record.place,
    group: record.quiet ? 'sensitive' : 'feedback',
    people: [...new Set([record.author, ...(record.assignee === undefined ? [] : [record.assignee])])],
  }),
}
