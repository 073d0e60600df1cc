import { array, maxLength, minLength, optional, pipe, strictObject, string } from 'valibot'
import { clearable, edited } from '#domain/edits.ts'
import { ALREADY, type Change, held } from '#domain/change.ts'
import { derivedId, id, type ChangeId, type PersonId, type RecordId } from '#domain/ids.ts'
import { type FieldEdit, mergeFields } from '#domain/merge.ts'
import { photoHash } from '#domain/photoHash.ts'
import { applied, creation, fresh, type Kind, type Recorded, verb } from '#domain/record.ts'
import { calendarDay } from '#domain/window.ts'

/** What was reported on it, in the order in which it arrived. Only ever added. */
export interface ResolutionStep {
  readonly id: ChangeId
  readonly is: 'reported' | 'done' | 'dropped' | 'reopened'
  readonly by: PersonId
  readonly at: string
  readonly text?: string
  readonly photos: readonly string[]
  /** The order whose closing it came with. */
  readonly cause?: RecordId
}

export type ResolutionState = 'open' | 'done' | 'dropped'

/** What a sitting decided that somebody does: words, who, until when, what came of it. */
export interface Resolution extends Recorded {
  readonly kind: 'resolution'
  readonly meeting: RecordId
  /** The agenda item it comes of. */
  readonly item: RecordId
  readonly text: string
  /** Whose task it is, where it is one person's. */
  readonly assignee?: PersonId
  /** 业委会, 物业: whose it is otherwise, in words. */
  readonly whose?: string
  /** Day in Shanghai by which it is to be done. */
  readonly due?: string
  readonly state: ResolutionState
  readonly steps: readonly ResolutionStep[]
}

/** One resolution comes of one item, whoever writes it down. */
export function resolutionId(meeting: RecordId, item: RecordId): RecordId {
  return derivedId('resolution', meeting, item)
}

const text = pipe(string(), minLength(1), maxLength(500))
const whose = pipe(string(), minLength(1), maxLength(20))
const photos = pipe(array(photoHash), maxLength(6))
const said = { text: optional(text), photos }

interface Said {
  readonly cause?: string | undefined
  readonly text?: string | undefined
  readonly photos?: readonly string[] | undefined
}

export const resolution: Kind<Resolution> = {
  kind: 'resolution',
  sealed: true,
  scopeOf: (record) => ({
    place: record.place,
    group: 'council',
    people: [...new Set([record.author, ...(record.assignee === undefined ? [] : [record.assignee])])],
  }),
  photosOf: (record) => [...new Set(record.steps.flatMap((one) => one.photos))],
  verbs: {
    resolve: creation({
      v: 1,
      args: strictObject({
        /** The compound's place. */
        place: id,
        meeting: id,
        item: id,
        text,
        assignee: optional(id),
        whose: optional(whose),
        due: optional(calendarDay),
      }),
      act: 'holdCouncil',
      idOf: ({ meeting, item }) => resolutionId(meeting as RecordId, item as RecordId),
      create: ({ place, ...args }, change, stamp): Resolution => ({
        ...fresh('resolution', place as RecordId, change, stamp),
        kind: 'resolution',
        meeting: args.meeting as RecordId,
        item: args.item as RecordId,
        text: args.text,
        state: 'open',
        steps: [],
        ...(args.assignee !== undefined && { assignee: args.assignee as PersonId }),
        ...(args.whose !== undefined && { whose: args.whose }),
        ...(args.due !== undefined && { due: args.due }),
      }),
      // Two wrote it down: what the second has otherwise stands and the first is named, as with any field.
      meet: (record: Resolution, { text: now, assignee, whose: party, due }, change, stamp) =>
        mergeFields(
          record,
          {
            text: { was: undefined, now },
            assignee: { was: undefined, now: assignee },
            whose: { was: undefined, now: party },
            due: { was: undefined, now: due },
          },
          change,
          stamp,
        ),
    }),
    edit: verb({
      v: 1,
      args: strictObject({
        text: edited(text),
        assignee: clearable(id),
        whose: clearable(whose),
        due: clearable(calendarDay),
      }),
      act: 'holdCouncil',
      fold: (record: Resolution, args, change, stamp) =>
        mergeFields(record, args as Record<string, FieldEdit>, change, stamp),
    }),
    /** How far it is. */
    report: verb({
      v: 1,
      args: strictObject(said),
      act: 'putTopic',
      fold: (record: Resolution, args, change) => stepped(record, 'reported', args, change, record.state),
    }),
    /** Two finish it: it is done once, and the words and photos of both stay. */
    finish: verb({
      v: 1,
      args: strictObject(said),
      act: 'putTopic',
      fold: (record: Resolution, args, change) =>
        record.state === 'dropped'
          ? held('wrongState')
          : stepped(record, record.state === 'done' ? 'reported' : 'done', args, change, 'done'),
    }),
    /**
     * The order that sees to it was closed. It goes in one act with the closing, so nothing that happened to the resolution meanwhile
     * may hold that: what was dropped stays dropped and hears of it.
     */
    finishWith: verb({
      v: 1,
      args: strictObject({ cause: id, ...said }),
      act: 'putTopic',
      fold: (record: Resolution, args, change) =>
        record.state === 'open'
          ? stepped(record, 'done', args, change, 'done')
          : stepped(record, 'reported', args, change, record.state),
    }),
    /** Not done, and not to be done any more, because. */
    giveUp: verb({
      v: 1,
      args: strictObject({ reason: text }),
      act: 'holdCouncil',
      fold: (record: Resolution, { reason }, change) =>
        record.state === 'done'
          ? held('wrongState')
          : stepped(record, 'dropped', { text: reason }, change, 'dropped'),
    }),
    reopen: verb({
      v: 1,
      args: strictObject({ reason: text }),
      act: 'putTopic',
      fold: (record: Resolution, { reason }, change) =>
        record.state === 'open' ? ALREADY : stepped(record, 'reopened', { text: reason }, change, 'open'),
    }),
  },
}

function stepped(
  record: Resolution,
  is: ResolutionStep['is'],
  { text: words, photos: pictures, cause }: Said,
  change: Change,
  state: ResolutionState,
) {
  if (record.steps.some((one) => one.id === change.id)) return ALREADY
  const step: ResolutionStep = {
    id: change.id,
    is,
    by: change.actor,
    at: change.at,
    photos: pictures ?? [],
    ...(words !== undefined && { text: words }),
    ...(cause !== undefined && { cause: cause as RecordId }),
  }
  const empty = is === 'reported' && words === undefined && step.photos.length === 0
  return empty ? ALREADY : applied<Resolution>({ ...record, state, steps: [...record.steps, step] })
}

/** Past its day and still open. */
export function isLate({ state, due }: Resolution, today: string): boolean {
  return state === 'open' && due !== undefined && due < today
}

/** What came of it, in the words of whoever reported last. */
export function lastWord({ steps }: Resolution): ResolutionStep | undefined {
  return steps.at(-1)
}
