import type { RecordId } from '#domain/ids.ts'
import type { RosterCheck, Visit, VisitOutcome } from '#domain/visit.ts'
import { proposeRetry } from '#domain/visit.ts'
import type { Context, Done } from './context.ts'

export interface Knock {
  /** Of the record it becomes; without it a new one. */
  readonly id?: RecordId | undefined
  readonly dwelling: RecordId
  readonly outcome: VisitOutcome
  /** Wall clock in Shanghai, `YYYY-MM-DDTHH:MM`. Without it 没人在 proposes an evening or the weekend. */
  readonly retryAt?: string
  readonly note?: string
  readonly campaign?: string
}

/** One tap at a door. The visit's id is the record of the one change. */
export function recordVisit(ctx: Context, knock: Knock): Promise<Done> {
  const retryAt = knock.retryAt ?? (knock.outcome === 'noAnswer' ? proposeRetry(ctx.now()) : undefined)
  const note = knock.note?.trim()
  const args = {
    place: knock.dwelling,
    outcome: knock.outcome,
    ...(retryAt !== undefined && { retryAt }),
    ...(note && { note }),
    ...(knock.campaign !== undefined && { campaign: knock.campaign }),
  }
  return ctx.commit([{ record: knock.id ?? (ctx.newId() as RecordId), name: 'visit.record', v: 1, args }])
}

/** 撤回: the visit stays as a mark that somebody took it back. */
export function undoVisit(ctx: Context, visit: RecordId): Promise<Done> {
  return ctx.commit([{ record: visit, name: 'visit.withdraw', v: 1, args: { reason: 'undo' } }])
}

/** What was agreed or said, written after the tap. An empty note takes the note away. */
export function amendVisit(
  ctx: Context,
  visit: Visit,
  wanted: { readonly note?: string; readonly retryAt?: string; readonly roster?: RosterCheck },
): Promise<Done> {
  const note = wanted.note?.trim()
  const args = {
    ...(note !== undefined && { note: { was: visit.note, now: note === '' ? undefined : note } }),
    ...(wanted.retryAt !== undefined && { retryAt: { was: visit.retryAt, now: wanted.retryAt } }),
    ...(wanted.roster !== undefined && {
      rosterConfirmed: { was: visit.rosterConfirmed, now: wanted.roster },
    }),
  }
  return ctx.commit([{ record: visit.id, name: 'visit.amend', v: 1, args }])
}

/** The roster of this door was looked over with the people: unchanged is the common answer and one tap. */
export function confirmRoster(ctx: Context, visit: Visit, roster: RosterCheck): Promise<Done> {
  return amendVisit(ctx, visit, { roster })
}
