import { type AgendaItem, itemId, type Listed, type Ruling, type Votes } from '#domain/council/agendaItem.ts'
import type { Category } from '#domain/ledger/categories.ts'
import type { Danger } from '#domain/ledger/danger.ts'
import type { RecordId } from '#domain/ids.ts'
import { type Meeting, meetingId, type MeetingKind } from '#domain/council/meeting.ts'
import { type FieldEdit, same } from '#domain/merge.ts'
import { refused } from '#domain/result.ts'
import { type Resolution, resolutionId } from '#domain/council/resolution.ts'
import type { Intent } from '#store/commit.ts'
import type { Context, Done } from './context.ts'

export interface Call {
  readonly meetingKind: MeetingKind
  /** `YYYY-MM-DD` and `HH:MM`, Shanghai. */
  readonly day: string
  readonly time: string
  readonly circle?: string | undefined
  readonly placeText: string
  readonly expected?: number | undefined
}

/** Calls a sitting; who calls the same one again gets the one that is there. */
export function callMeeting(ctx: Context, call: Call): Promise<Done> {
  const args = { place: ctx.compound, ...present({ ...call }) }
  return ctx.commit([{ record: idOfCall(ctx, call), name: 'meeting.call', v: 1, args }])
}

export function idOfCall(ctx: Pick<Context, 'compound'>, call: Call): RecordId {
  return meetingId(ctx.compound, call.meetingKind, call.day, call.circle)
}

type MeetingPart = Wanted<
  Pick<
    Meeting,
    'day' | 'time' | 'ends' | 'placeText' | 'chair' | 'secretary' | 'expected' | 'present' | 'guests'
  >
>

/** W9: what was on the screen and what is wanted, field by field. */
export function editMeeting(ctx: Context, shown: Meeting, wanted: MeetingPart): Promise<Done> {
  return edited(ctx, 'meeting.edit', shown, wanted)
}

/** The signed paper, photographed. */
export function signMeeting(ctx: Context, meeting: RecordId, photos: readonly string[]): Promise<Done> {
  return ctx.commit([{ record: meeting, name: 'meeting.sign', v: 1, args: { photos } }])
}

/** What the records propose for a sitting. */
export interface Proposal {
  readonly listed: Exclude<Listed, 'added'>
  readonly title: string
  readonly from: readonly [RecordId, ...RecordId[]]
  readonly category?: Category | undefined
  readonly danger?: Danger | undefined
}

/** Room between two, so that a third can be moved there without touching them. */
const APART = 1024

/**
 * Puts on the table what is not there yet, in this order, in one act. What somebody took off stays off. What comes of no record stands
 * behind.
 */
export function buildAgenda(ctx: Context, meeting: RecordId, proposals: readonly Proposal[]): Promise<Done> {
  const intents = proposals.flatMap((one, index): Intent[] => {
    const record = itemId(meeting, one.from[0])
    if (ctx.view.get(record)) return []
    const args = { place: ctx.compound, meeting, order: (index + 1) * APART, ...present({ ...one }) }
    return [{ record, name: 'agendaItem.put', v: 1, args }]
  })
  return intents.length === 0 ? Promise.resolve(refused('nothingToDo')) : ctx.commit(intents)
}

/** One that somebody brings along. */
export function addItem(
  ctx: Context,
  meeting: RecordId,
  {
    id,
    title,
    items,
  }: { readonly id: RecordId; readonly title: string; readonly items: readonly AgendaItem[] },
): Promise<Done> {
  const order = Math.max(0, ...items.map((one) => one.order)) + APART
  const args = { place: ctx.compound, meeting, title, from: [], listed: 'added', order }
  return ctx.commit([{ record: id, name: 'agendaItem.put', v: 1, args }])
}

type ItemPart = Wanted<
  Pick<
    AgendaItem,
    'title' | 'order' | 'background' | 'discussion' | 'question' | 'decision' | 'ruling' | 'shared' | 'off'
  >
>

export function editItem(ctx: Context, shown: AgendaItem, wanted: ItemPart): Promise<Done> {
  return edited(ctx, 'agendaItem.edit', shown, wanted)
}

/** One place up or down; `items` in their order. */
export function moveItem(
  ctx: Context,
  items: readonly AgendaItem[],
  item: AgendaItem,
  by: 1 | -1,
): Promise<Done> {
  const at = items.findIndex((one) => one.id === item.id)
  const over = items[at + by]
  if (at < 0 || !over) return Promise.resolve(refused('nothingToDo'))
  const beyond = items[at + by * 2]
  const order = beyond ? (over.order + beyond.order) / 2 : by === 1 ? over.order + APART : over.order / 2
  return editItem(ctx, item, { order })
}

/** Hands, counted; `was` is what their counter saw. */
export function countVotes(ctx: Context, item: RecordId, was: Votes | undefined, now: Votes): Promise<Done> {
  return ctx.commit([{ record: item, name: 'agendaItem.count', v: 1, args: { ...(was && { was }), now } }])
}

/** Of two counts this one holds. */
export function settleVotes(ctx: Context, item: RecordId, now: Votes): Promise<Done> {
  return ctx.commit([{ record: item, name: 'agendaItem.settle', v: 1, args: { now } }])
}

export interface Decision {
  readonly ruling: Ruling
  readonly decision: string
  readonly assignee?: Resolution['assignee'] | undefined
  readonly whose?: string | undefined
  readonly due?: string | undefined
  /** Why a task that was made of it before is none any more. */
  readonly otherwise: string
}

/** What one rules is a task only where somebody is to do something. */
const TASKS: readonly Ruling[] = ['agreed', 'to_owners_assembly', 'report_up', 'noted']

/** Rules on an item, and makes of it the task of whoever is to do it; said again it is put right. In one act. */
export function rule(ctx: Context, shown: AgendaItem, decided: Decision): Promise<Done> {
  const { ruling, decision, assignee, whose, due, otherwise } = decided
  const edits = editsOf<AgendaItem>(shown, { ruling, decision: decision === '' ? undefined : decision })
  const id = resolutionId(shown.meeting, shown.id)
  const there = ctx.view.get<Resolution>(id)
  const named = assignee !== undefined || whose !== undefined
  const task = TASKS.includes(ruling) && named && decision !== ''
  const words = { text: decision, assignee, whose, due }
  const intents: Intent[] = [
    ...(Object.keys(edits).length > 0
      ? [{ record: shown.id, name: 'agendaItem.edit', v: 1, args: edits }]
      : []),
    ...(task && !there
      ? [
          {
            record: id,
            name: 'resolution.resolve',
            v: 1,
            args: { place: ctx.compound, meeting: shown.meeting, item: shown.id, ...present(words) },
          },
        ]
      : []),
    ...(task && there && Object.keys(editsOf<Resolution>(there, words)).length > 0
      ? [{ record: id, name: 'resolution.edit', v: 1, args: editsOf<Resolution>(there, words) }]
      : []),
    ...(!task && there?.state === 'open'
      ? [{ record: id, name: 'resolution.giveUp', v: 1, args: { reason: otherwise } }]
      : []),
  ]
  return intents.length === 0 ? Promise.resolve(refused('nothingToDo')) : ctx.commit(intents)
}

export interface Report {
  readonly text?: string | undefined
  readonly photos: readonly string[]
}

/** How far a resolution is; `finish`: it is done. */
export function reportOn(ctx: Context, id: RecordId, as: 'report' | 'finish', said: Report): Promise<Done> {
  return ctx.commit([{ record: id, name: `resolution.${as}`, v: 1, args: present({ ...said }) }])
}

export function dropResolution(ctx: Context, id: RecordId, reason: string): Promise<Done> {
  return ctx.commit([{ record: id, name: 'resolution.giveUp', v: 1, args: { reason } }])
}

export function reopenResolution(ctx: Context, id: RecordId, reason: string): Promise<Done> {
  return ctx.commit([{ record: id, name: 'resolution.reopen', v: 1, args: { reason } }])
}

function edited<R extends Meeting | AgendaItem>(
  ctx: Context,
  name: string,
  shown: R,
  wanted: Wanted<R>,
): Promise<Done> {
  const edits = editsOf(shown, wanted)
  if (Object.keys(edits).length === 0) return Promise.resolve(refused('nothingToDo'))
  return ctx.commit([{ record: shown.id, name, v: 1, args: edits }])
}

type Wanted<R> = { readonly [K in keyof R]?: R[K] | undefined }

/** Only what changed. */
function editsOf<R extends object>(shown: R, wanted: Wanted<R>): Record<string, FieldEdit> {
  const edits: Record<string, FieldEdit> = {}
  for (const field of Object.keys(wanted) as (keyof R & string)[]) {
    const was = shown[field]
    const now = wanted[field]
    if (!same(was, now)) edits[field] = { was, now }
  }
  return edits
}

function present<T extends Record<string, unknown>>(args: T): T {
  return Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined)) as T
}
