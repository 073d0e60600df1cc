import {
  array,
  boolean,
  integer,
  maxLength,
  maxValue,
  minValue,
  nonEmpty,
  number,
  optional,
  picklist,
  pipe,
  strictObject,
  string,
} from 'valibot'
import { edited, settable } from '#domain/edits.ts'
import { instant } from '#domain/shapes.ts'
import { CATEGORIES } from '#domain/ledger/categories.ts'
import { ALREADY, type Change, held, type Stamp } from '#domain/change.ts'
import { DANGERS } from '#domain/ledger/danger.ts'
import { higherUrgency, URGENCIES, type Urgency } from '#domain/ledger/due.ts'
import { id, type PersonId, type RecordId } from '#domain/ids.ts'
import { withOutside } from './feedbackOutside.ts'
import { orderId } from '#domain/ledger/order.ts'
import { outsideArgs } from '#domain/ledger/outside.ts'
import { photoHash } from '#domain/photoHash.ts'
import { type FieldEdit, mergeFields } from '#domain/merge.ts'
import { applied, creation, fresh, type Kind, verb } from '#domain/record.ts'
import { voiceNote } from './voiceNote.ts'
import {
  CHANNELS,
  DECIDED,
  type Decided,
  type Deed,
  type Feedback,
  type FollowUp,
  feedbackOutline,
} from './feedback.ts'

const words = pipe(string(), maxLength(500))

const count = pipe(number(), integer(), minValue(1), maxValue(9999))

const photos = pipe(array(photoHash), maxLength(6))

const writeArgs = strictObject({
  place: id,
  text: words,
  category: picklist(CATEGORIES),
  urgency: picklist(URGENCIES),
  channel: picklist(CHANNELS),
  affected: count,
  heardAt: instant,
  photos,
  voice: optional(voiceNote),
  danger: optional(picklist(DANGERS)),
  disposition: optional(picklist(DECIDED)),
  answer: optional(words),
  name: picklist(['none', 'kept', 'mayTell']),
  called: optional(boolean()),
  quiet: optional(boolean()),
  visit: optional(id),
  /** The remark that says the same, where its author saw that while writing. */
  sameAs: optional(id),
})

const editArgs = strictObject({
  text: settable(words),
  category: settable(picklist(CATEGORIES)),
  urgency: settable(picklist(URGENCIES)),
  channel: settable(picklist(CHANNELS)),
  affected: settable(count),
  heardAt: settable(instant),
  place: settable(id),
  quiet: settable(boolean()),
  name: settable(picklist(['none', 'kept', 'mayTell'])),
  disposition: edited(optional(picklist(DECIDED))),
})

export const feedback: Kind<Feedback> = {
  ...feedbackOutline,
  sealed: true,
  photosOf: (record) => [
    ...record.photos,
    ...(record.voice ? [record.voice.sound] : []),
    ...record.followUps.flatMap((one) => one.photos),
  ],
  // Whoever types it need not have a network, and whoever asks again may want to hear it.
  photosStay: ({ voice, text, told, voided }) =>
    voice && !voided && (text === '' || !told) ? [voice.sound] : [],
  // Its order is another record, of other readers: it is as quiet as the remark is.
  follows: (before, after) =>
    (before?.quiet ?? false) === (after.quiet ?? false)
      ? []
      : [{ record: orderId(after.id), name: 'order.hush', v: 1, args: { quiet: after.quiet === true } }],
  verbs: {
    write: creation({
      v: 1,
      args: writeArgs,
      act: 'recordFeedback',
      numbered: true,
      create: (
        { place, answer, called, visit, sameAs, disposition, danger, voice, quiet, ...args },
        change,
        stamp,
      ) => ({
        ...fresh('feedback', place as RecordId, change, stamp),
        ...args,
        kind: 'feedback',
        followUps: answer === undefined ? [] : [followUp(change, answer)],
        ...(disposition !== undefined && { disposition }),
        ...(danger !== undefined && { danger }),
        ...(voice !== undefined && { voice }),
        ...(called && { called: deed(change) }),
        ...(quiet && { quiet }),
        ...(visit !== undefined && { visit: visit as RecordId }),
        ...(sameAs !== undefined && sameAs !== change.record && { duplicateOf: sameAs as RecordId }),
      }),
    }),
    /** W9; of two urgencies the higher stands, whoever came last. */
    edit: verb({
      v: 1,
      args: editArgs,
      act: 'editFeedback',
      fold: (record: Feedback, args, change, stamp) =>
        mergeFields(record, args as Record<string, FieldEdit>, change, stamp, {
          urgency: (current, wanted) => higherUrgency(current as Urgency, wanted as Urgency),
        }),
    }),
    note: verb({
      v: 1,
      args: strictObject({ text: words, photos }),
      act: 'recordFeedback',
      fold: (record: Feedback, args, change) => added(record, followUp(change, args.text, args.photos)),
    }),
    /** Puts a sound into words. Of two who do, the first stands, and the other's words stay under it. */
    type: verb({
      v: 1,
      args: strictObject({ text: pipe(words, nonEmpty()) }),
      act: 'recordFeedback',
      fold: (record: Feedback, args, change, stamp) => {
        if (!record.voice) return held('invalid')
        if (record.text === '') {
          const next = mergeFields(record, { text: { was: '', now: args.text } }, change, stamp)
          return { ...next, record: { ...next.record, typed: { ...deed(change), id: change.id } } }
        }
        if (record.text === args.text || record.typed?.id === change.id) return ALREADY
        const noted = added(record, followUp(change, args.text))
        return 'record' in noted
          ? { record: noted.record, outcome: { is: 'merged', lost: { text: args.text } } }
          : noted
      },
    }),
    /** Answered on the spot. What has gone another way keeps its way; the words stay as a follow-up. */
    answer: verb({
      v: 1,
      args: strictObject({ text: words }),
      act: 'recordFeedback',
      fold: (record: Feedback, args, change, stamp) =>
        sent(record, 'answered_on_spot', change, stamp, args.text),
    }),
    /** An order was opened for it. The right is the order's, so that a steward may open one. */
    toOrder: verb({
      v: 1,
      args: strictObject({}),
      act: 'openOrder',
      fold: (record: Feedback, _args, change, stamp) => sent(record, 'work_order', change, stamp),
    }),
    /** To somebody outside, without an order of ours; their number and what they promise stay with the remark. */
    sendOut: verb({
      v: 1,
      args: outsideArgs,
      act: 'assignOrder',
      fold: (record: Feedback, { text, ...out }, change, stamp) =>
        withOutside(record, sent(record, 'escalated', change, stamp, text), out, change, stamp),
    }),
    /** Told of a second repair: whoever says so knew of the first time, as `was`. */
    tell: verb({
      v: 1,
      args: strictObject({ was: optional(instant) }),
      act: 'recordFeedback',
      fold: (record: Feedback, { was }, change) =>
        record.told && record.told.at !== was ? ALREADY : applied({ ...record, told: deed(change) }),
    }),
    call: verb({
      v: 1,
      args: strictObject({}),
      act: 'recordFeedback',
      fold: (record: Feedback, _args, change) =>
        record.called ? ALREADY : applied({ ...record, called: deed(change) }),
    }),
    assign: verb({
      v: 1,
      args: strictObject({ assignee: optional(id) }),
      act: 'assignOrder',
      fold: (record: Feedback, args) => {
        if (record.assignee === args.assignee) return ALREADY
        const { assignee: _, ...rest } = record
        return applied(args.assignee === undefined ? rest : { ...rest, assignee: args.assignee as PersonId })
      },
    }),
    /** Says the same as another remark. Circles are resolved by the query: two people may link crosswise, offline. */
    link: verb({
      v: 1,
      args: strictObject({ to: id }),
      act: 'editFeedback',
      fold: (record: Feedback, args, change, stamp) => {
        if (args.to === record.id) return held('invalid')
        // A link to another remark that somebody made meanwhile is named, not only replaced.
        return mergeFields(record, { duplicateOf: { was: undefined, now: args.to } }, change, stamp)
      },
    }),
    unlink: verb({
      v: 1,
      args: strictObject({ from: id }),
      act: 'editFeedback',
      fold: (record: Feedback, args, change, stamp) =>
        // Somebody linked it elsewhere meanwhile: that link was not meant.
        record.duplicateOf === args.from
          ? mergeFields(record, { duplicateOf: { was: args.from, now: undefined } }, change, stamp)
          : ALREADY,
    }),
    withdraw: verb({
      v: 1,
      args: strictObject({ reason: pipe(string(), maxLength(200)) }),
      act: 'recordFeedback',
      fold: (record: Feedback, args, change) => {
        if (change.actor !== record.author) return held('notAllowed')
        if (record.voided) return ALREADY
        return applied({ ...record, voided: { by: change.actor, at: change.at, reason: args.reason } })
      },
    }),
  },
}

function sent(record: Feedback, to: Decided, change: Change, stamp: Stamp | undefined, text?: string) {
  if (record.voided) return held('wrongState')
  const known = record.followUps.some((one) => one.id === change.id)
  const noted =
    text === undefined || known
      ? record
      : { ...record, followUps: [...record.followUps, followUp(change, text)] }
  if (record.disposition === to) return noted === record ? ALREADY : applied(noted)
  const opens =
    record.disposition === undefined || (record.disposition === 'answered_on_spot' && to === 'work_order')
  if (opens) return mergeFields(noted, { disposition: { was: record.disposition, now: to } }, change, stamp)
  return { record: noted, outcome: { is: 'merged', lost: { disposition: to } } } as const
}

function added(record: Feedback, one: FollowUp) {
  return record.followUps.some((other) => other.id === one.id)
    ? ALREADY
    : applied({ ...record, followUps: [...record.followUps, one] })
}

function followUp(change: Change, text: string, pictures: readonly string[] = []): FollowUp {
  return { id: change.id, at: change.at, by: change.actor, text, photos: pictures }
}

function deed(change: Change): Deed {
  return { by: change.actor, at: change.at }
}
