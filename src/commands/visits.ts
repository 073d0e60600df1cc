import type { RecordId } from '#domain/ids.ts'
import type { RosterCheck, Visit, VisitOutcome, VisitTopic } from '#domain/doors/visit.ts'
import { proposeRetry } from '#domain/doors/visit.ts'
import type { Context, Done } from './context.ts'

export interface Knock {
  /** Of the record it becomes; without it a new one. */
  readonly id?: RecordId | undefined
  readonly dwelling: RecordId
  readonly outcome: VisitOutcome
  /** Wall clock in Shanghai, `YYYY-MM-DDTHH:MM`. Without it 没人在 proposes an evening or the weekend. */
  readonly retryAt?: string
  readonly note?: string
  /** The round it was part of. */
  readonly campaign?: RecordId | undefined
  readonly topics?: readonly VisitTopic[]
  readonly roster?: RosterCheck
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
    ...(knock.topics && knock.topics.length > 0 && { topics: knock.topics }),
    ...(knock.roster !== undefined && { rosterConfirmed: knock.roster }),
  }
  return ctx.commit([{ record: knock.id ?? (ctx.newId() as RecordId), name: 'visit.record', v: 1, args }])
}

/** 撤回: the visit stays as a mark that somebody took it back. */
export function undoVisit(ctx: Context, visit: RecordId): Promise<Done> {
  return ctx.commit([{ record: visit, name: 'visit.withdraw', v: 1, args: { reason: 'undo' } }])
}

export interface VisitWords {
  /** An empty one takes the note away. */
  readonly note?: string
  readonly retryAt?: string
  readonly roster?: RosterCheck
  /** `YYYY-MM-DD`; nobody knocks before it. */
  readonly quietUntil?: string
}

/** What was agreed or said, written after the tap. */
export function amendVisit(ctx: Context, visit: Visit, wanted: VisitWords): Promise<Done> {
  const note = wanted.note?.trim()
  const args = {
    ...(note !== undefined && { note: { was: visit.note, now: note === '' ? undefined : note } }),
    ...(wanted.retryAt !== undefined && { retryAt: { was: visit.retryAt, now: wanted.retryAt } }),
    ...(wanted.roster !== undefined && {
      rosterConfirmed: { was: visit.rosterConfirmed, now: wanted.roster },
    }),
    ...(wanted.quietUntil !== undefined && {
      quietUntil: { was: visit.quietUntil, now: wanted.quietUntil },
    }),
  }
  return ctx.commit([{ record: visit.id, name: 'visit.amend', v: 1, args }])
}

/** The roster of this door was looked over with the people: unchanged is the common answer and one tap. */
export function confirmRoster(ctx: Context, visit: Visit, roster: RosterCheck): Promise<Done> {
  return amendVisit(ctx, visit, { roster })
}

/** What was said to one question of a campaign; nothing takes the answer away. At most 200 characters. */
export function answerQuestion(
  ctx: Context,
  visit: Visit,
  question: string,
  said: string | undefined,
): Promise<Done> {
  const others = (visit.answers ?? []).filter(({ to }) => to !== question)
  const text = said?.trim()
  const now = text ? [...others, { to: question, said: text }] : others
  const args = { answers: { was: visit.answers, now: now.length > 0 ? now : undefined } }
  return ctx.commit([{ record: visit.id, name: 'visit.amend', v: 1, args }])
}

/** 可以来了: the door's quiet time is over from today on (`YYYY-MM-DD`). */
export function endQuiet(ctx: Context, visit: Visit, today: string): Promise<Done> {
  return amendVisit(ctx, visit, { quietUntil: today })
}
