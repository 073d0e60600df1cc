import {
  array,
  boolean,
  integer,
  maxLength,
  maxValue,
  minLength,
  minValue,
  number,
  optional,
  picklist,
  pipe,
  strictObject,
  string,
} from 'valibot'
import { clearable, edited } from '#domain/edits.ts'
import { CATEGORIES, type Category } from '#domain/ledger/categories.ts'
import { ALREADY, type Change, type Stamp } from '#domain/change.ts'
import { type Danger, DANGERS } from '#domain/ledger/danger.ts'
import { derivedId, id, type PersonId, type RecordId } from '#domain/ids.ts'
import { type FieldEdit, mergeFields, same } from '#domain/merge.ts'
import { applied, creation, fresh, type Kind, type Recorded, verb } from '#domain/record.ts'

/** Why a matter is on the table; in this order they are taken. */
export const LISTED = ['resolution', 'overdue', 'repeated', 'marked', 'topic', 'open', 'added'] as const
export type Listed = (typeof LISTED)[number]

export const RULINGS = ['agreed', 'rejected', 'deferred', 'to_owners_assembly', 'report_up', 'noted'] as const
export type Ruling = (typeof RULINGS)[number]

export interface Votes {
  readonly for: number
  readonly against: number
  readonly abstain: number
}

/** Whose count it is. */
export interface Counted {
  readonly votes: Votes
  readonly by: PersonId
  readonly at: string
}

/** One matter of one sitting. */
export interface AgendaItem extends Recorded {
  readonly kind: 'agendaItem'
  readonly meeting: RecordId
  readonly title: string
  /** The remarks, orders, topics or resolutions it comes from. */
  readonly from: readonly RecordId[]
  readonly listed: Listed
  /** Where it stands on the agenda; smaller comes first. A move between two is one change. */
  readonly order: number
  readonly category?: Category
  readonly danger?: Danger
  readonly background?: string
  readonly discussion?: string
  /** What was put to the vote, in one sentence. */
  readonly question?: string
  readonly counted?: Counted
  /** Another count of the same vote, until somebody says which holds. Two counts are never added up. */
  readonly otherCount?: Counted
  readonly decision?: string
  readonly ruling?: Ruling
  /** The chair's word on whether all owners have to decide it, over what the words say. */
  readonly shared?: boolean
  /** Taken off this agenda. */
  readonly off?: boolean
}

/** One item comes of one record at one sitting: two who build the agenda build the same. */
export function itemId(meeting: RecordId, source: RecordId): RecordId {
  return derivedId('agendaItem', meeting, source)
}

const title = pipe(string(), minLength(1), maxLength(60))
const words = pipe(string(), maxLength(500))
const question = pipe(string(), maxLength(60))
const order = pipe(number(), minValue(0), maxValue(1e9))
const heads = pipe(number(), integer(), minValue(0), maxValue(9999))
const votes = strictObject({ for: heads, against: heads, abstain: heads })

export const agendaItem: Kind<AgendaItem> = {
  kind: 'agendaItem',
  sealed: true,
  scopeOf: (record) => ({ place: record.place, group: 'council', people: [record.author] }),
  verbs: {
    put: creation({
      v: 1,
      args: strictObject({
        /** The compound's place. */
        place: id,
        meeting: id,
        title,
        from: pipe(array(id), maxLength(40)),
        listed: picklist(LISTED),
        order,
        category: optional(picklist(CATEGORIES)),
        danger: optional(picklist(DANGERS)),
        background: optional(words),
        question: optional(question),
      }),
      act: 'holdCouncil',
      idOf: ({ meeting, from, listed }) =>
        listed === 'added' || from[0] === undefined
          ? undefined
          : itemId(meeting as RecordId, from[0] as RecordId),
      create: ({ place, ...args }, change, stamp): AgendaItem => ({
        ...fresh('agendaItem', place as RecordId, change, stamp),
        kind: 'agendaItem',
        meeting: args.meeting as RecordId,
        title: args.title,
        from: args.from as RecordId[],
        listed: args.listed,
        order: args.order,
        ...(args.category !== undefined && { category: args.category }),
        ...(args.danger !== undefined && { danger: args.danger }),
        ...(args.background !== undefined && { background: args.background }),
        ...(args.question !== undefined && { question: args.question }),
      }),
    }),
    edit: verb({
      v: 1,
      args: strictObject({
        title: edited(title),
        order: edited(order),
        background: clearable(words),
        discussion: clearable(words),
        question: clearable(question),
        decision: clearable(words),
        ruling: clearable(picklist(RULINGS)),
        shared: clearable(boolean()),
        off: clearable(boolean()),
      }),
      act: 'holdCouncil',
      fold: (record: AgendaItem, args, change, stamp) =>
        mergeFields(record, args as Record<string, FieldEdit>, change, stamp),
    }),
    /** Show of hands, counted; `was` is what its author saw. Two counts that differ are both kept and named. */
    count: verb({
      v: 1,
      args: strictObject({ was: optional(votes), now: votes }),
      act: 'holdCouncil',
      fold: (record: AgendaItem, args, change, stamp) => counted(record, args, change, stamp),
    }),
    /** Of two counts this one holds. */
    settle: verb({
      v: 1,
      args: strictObject({ now: votes }),
      act: 'holdCouncil',
      fold: (record: AgendaItem, args, change, stamp) => {
        const { otherCount, ...rest } = record
        if (!otherCount)
          return same(record.counted?.votes, args.now) ? ALREADY : counted(record, args, change, stamp)
        const settled = same(otherCount.votes, args.now) ? otherCount : record.counted
        if (!settled || !same(settled.votes, args.now)) return counted(record, args, change, stamp)
        return applied<AgendaItem>({ ...rest, counted: settled })
      },
    }),
  },
}

/** W9 for a vote: the later count stands, the other stays beside it under its counter's name. */
function counted(
  record: AgendaItem,
  { was, now }: { readonly was?: Votes | undefined; readonly now: Votes },
  change: Change,
  stamp?: Stamp,
) {
  const stands = record.counted?.votes
  const own: Counted = { votes: now, by: change.actor, at: change.at }
  const merged = mergeFields({ ...record, votes: stands }, { votes: { was, now } }, change, stamp)
  const { votes: _, lost: __, ...next } = merged.record
  if (merged.outcome.is === 'already' && same(next.won, record.won)) return ALREADY
  const holds = same(merged.record.votes, now) && !same(stands, now) ? own : record.counted
  const loser = merged.outcome.is === 'merged' ? (holds === own ? record.counted : own) : record.otherCount
  const { otherCount: ___, ...bare } = next as AgendaItem
  const beside = loser && !same(loser.votes, holds?.votes) ? { otherCount: loser } : {}
  return {
    record: {
      ...bare,
      ...(holds && { counted: holds }),
      ...beside,
      ...(record.lost && { lost: record.lost }),
    },
    outcome: merged.outcome,
  }
}

/** In the order of the table: by their numbers, then by id, so that every device has the same. */
export function inOrder(items: readonly AgendaItem[]): readonly AgendaItem[] {
  return [...items].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}
