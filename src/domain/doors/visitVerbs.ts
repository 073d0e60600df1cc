import { array, maxLength, minLength, optional, picklist, pipe, regex, strictObject, string } from 'valibot'
import { clearable, edited } from '#domain/edits.ts'
import { ALREADY } from '#domain/change.ts'
import { id, type RecordId } from '#domain/ids.ts'
import { mergeFields } from '#domain/merge.ts'
import { applied, creation, fresh, type Kind, verb } from '#domain/record.ts'
import { calendarDay } from '#domain/window.ts'
import { ROSTER_CHECKS, type Visit, VISIT_OUTCOMES, VISIT_TOPICS, visitOutline } from './visit.ts'

const note = pipe(string(), minLength(1), maxLength(500))

const wallClock = pipe(string(), regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/))

const topics = pipe(array(picklist(VISIT_TOPICS)), maxLength(VISIT_TOPICS.length))

const answers = pipe(
  array(
    strictObject({ to: pipe(string(), maxLength(12)), said: pipe(string(), minLength(1), maxLength(200)) }),
  ),
  maxLength(8),
)

export const visit: Kind<Visit> = {
  ...visitOutline,
  sealed: true,
  verbs: {
    record: creation({
      v: 1,
      args: strictObject({
        place: id,
        outcome: picklist(VISIT_OUTCOMES),
        campaign: optional(id),
        retryAt: optional(wallClock),
        note: optional(note),
        rosterConfirmed: optional(picklist(ROSTER_CHECKS), 'notChecked'),
        topics: optional(topics),
        answers: optional(answers),
        quietUntil: optional(calendarDay),
        on: optional(calendarDay),
      }),
      act: 'recordVisit',
      create: (args, change, stamp): Visit => ({
        ...fresh('visit', args.place as RecordId, change, stamp),
        kind: 'visit',
        outcome: args.outcome,
        rosterConfirmed: args.rosterConfirmed,
        ...(args.campaign && { campaign: args.campaign }),
        ...(args.retryAt && { retryAt: args.retryAt }),
        ...(args.note && { note: args.note }),
        ...(args.topics && args.topics.length > 0 && { topics: args.topics }),
        ...(args.answers && args.answers.length > 0 && { answers: args.answers }),
        ...(args.quietUntil && { quietUntil: args.quietUntil }),
        ...(args.on && { on: args.on }),
      }),
    }),
    /** What was said or agreed, written after the tap. The outcome itself is not edited: withdraw and record again. */
    amend: verb({
      v: 1,
      args: strictObject({
        note: clearable(note),
        retryAt: clearable(wallClock),
        rosterConfirmed: edited(picklist(ROSTER_CHECKS)),
        topics: clearable(topics),
        answers: clearable(answers),
        quietUntil: clearable(calendarDay),
      }),
      act: 'recordVisit',
      fold: (record: Visit, args, change, stamp) => mergeFields(record, args as never, change, stamp),
    }),
    withdraw: verb({
      v: 1,
      args: strictObject({ reason: pipe(string(), maxLength(200)) }),
      act: 'recordVisit',
      fold: (record: Visit, args, change) =>
        record.voided
          ? ALREADY
          : applied({ ...record, voided: { by: change.actor, at: change.at, reason: args.reason } }),
    }),
  },
}
