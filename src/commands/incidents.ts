import type { RecordId } from '#domain/ids.ts'
import type { IncidentAction, IncidentType, StepAction } from '#domain/bins/incident.ts'
import { same } from '#domain/merge.ts'
import { refused } from '#domain/result.ts'
import type { Regulation, Settings } from '#domain/settings.ts'
import type { Stream } from '#domain/bins/streams.ts'
import type { Intent } from '#store/commit.ts'
import type { Context, Done } from './context.ts'
import { writing } from './feedback.ts'

export interface IncidentWords {
  /** Of the record it becomes; without it a new one. */
  readonly id?: RecordId | undefined
  readonly place: RecordId
  readonly shift?: RecordId | undefined
  readonly type: IncidentType
  /** What was done about it so far. */
  readonly action: IncidentAction
  readonly stream?: Stream | undefined
  readonly text?: string | undefined
  /** SHA-256 of kept photos, hex. */
  readonly photos: readonly string[]
  /** A neighbour at the bins needs a hand: these words go to the office as a remark of the same act. Nobody is named in it. */
  readonly help?: string | undefined
}

/** One act: what happened and, where it was asked for, a hand for somebody. The incident is its first change. */
export function recordIncident(ctx: Context, said: IncidentWords): Promise<Done> {
  const text = said.text?.trim()
  const incident: Intent = {
    record: said.id ?? (ctx.newId() as RecordId),
    name: 'incident.record',
    v: 1,
    args: {
      place: said.place,
      type: said.type,
      action: said.action,
      photos: said.photos,
      ...(said.shift !== undefined && { shift: said.shift }),
      ...(said.stream !== undefined && { stream: said.stream }),
      ...(text && { text }),
    },
  }
  if (said.help === undefined) return ctx.commit([incident])
  const [help] = writing(ctx, {
    id: ctx.newId() as RecordId,
    place: said.place,
    text: said.help,
    category: 'care_help',
    urgency: 'u2',
    channel: 'bin_side',
    photos: [],
    // Undecided it stands before the office until somebody takes it on.
    ending: { is: 'undecided' },
  })
  return ctx.commit([incident, help])
}

/** What was done about it since, by whoever did it. One that was taken back takes no step: `notPossible`. */
export function stepIncident(
  ctx: Context,
  incident: RecordId,
  action: StepAction,
  note?: string,
): Promise<Done> {
  const text = note?.trim()
  return ctx.commit([
    { record: incident, name: 'incident.step', v: 1, args: { action, ...(text && { note: text }) } },
  ])
}

/** It stays, with the reason on it; `help` is the remark of the same act, and goes with it while this device knows it. */
export function withdrawIncident(
  ctx: Context,
  incident: RecordId,
  reason: string,
  help?: RecordId,
): Promise<Done> {
  const args = { reason: reason.trim() }
  return ctx.commit([
    { record: incident, name: 'incident.withdraw', v: 1, args },
    ...(help !== undefined && ctx.view.get(help)
      ? [{ record: help, name: 'feedback.withdraw', v: 1, args }]
      : []),
  ])
}

/** The office says where the words about dissuading and reporting come from. W9: with what was on the screen. */
export function keepRegulation(
  ctx: Context,
  shown: Pick<Settings, 'id' | 'regulation'>,
  wanted: Regulation,
): Promise<Done> {
  const now = { title: wanted.title.trim(), source: wanted.source.trim(), asOf: wanted.asOf }
  if (same(shown.regulation, now)) return Promise.resolve(refused('nothingToDo'))
  const was = shown.regulation
  return ctx.commit([
    {
      record: shown.id,
      name: 'settings.edit',
      v: 1,
      args: { regulation: was === undefined ? { now } : { was, now } },
    },
  ])
}
