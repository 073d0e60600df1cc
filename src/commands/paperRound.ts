import { propose } from '#domain/ledger/categoryWords.ts'
import type { RecordId } from '#domain/ids.ts'
import { proposeRetry, type Visit, type VisitOutcome, visitDay } from '#domain/doors/visit.ts'
import { dayOf } from '#domain/workingDays.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import type { CommitRefusal, Intent } from '#store/commit.ts'
import type { Context, Done } from './context.ts'
import { writing } from './feedback.ts'

/** One door of a list that came back from the stairs. */
export interface PaperAnswer {
  readonly dwelling: RecordId
  readonly outcome: VisitOutcome
  /** What was said there: it becomes a remark, placed at the door. */
  readonly remark?: string
}

/** An act is never longer (W13). */
const ACT_CHANGES = 20

/**
 * 把纸上的录进来: one floor as one act, each knock on the day it was. Doors that have an answer of that day from the same hand
 * are left as they are, so a list that is typed twice is there once; nothing new: `nothingToDo`. Who types is the author.
 *
 * @param day `YYYY-MM-DD`; not after today
 * @returns the visits and remarks that were made, for `undoFloor`
 */
export async function typeFloor(
  ctx: Context,
  day: string,
  answers: readonly PaperAnswer[],
): Promise<Result<readonly RecordId[], CommitRefusal>> {
  if (day > dayOf(ctx.now())) return refused('notPossible')
  const there = new Set(
    ctx.view
      .all<Visit>('visit')
      .filter((one) => !one.voided && one.author === ctx.me && visitDay(one) === day)
      .map((one) => one.place),
  )
  const acts: Intent[][] = [[]]
  for (const answer of answers) {
    if (there.has(answer.dwelling)) continue
    const one = intentsOf(ctx, day, answer)
    const last = acts.at(-1)
    if (last && last.length + one.length <= ACT_CHANGES) last.push(...one)
    else acts.push([...one])
  }
  if (acts[0]?.length === 0) return refused('nothingToDo')
  const made: RecordId[] = []
  for (const intents of acts) {
    const done = await ctx.commit(intents)
    // What is kept already is kept; typing the floor again takes up the rest.
    if (!done.ok) return done
    made.push(...done.value.map((change) => change.record))
  }
  return ok(made)
}

/** Takes a floor back, its remarks too. */
export async function undoFloor(ctx: Context, made: readonly RecordId[]): Promise<Done> {
  const reason = { reason: 'undo' }
  const intents = made.map((record): Intent => {
    const kind = ctx.view.get(record)?.kind === 'feedback' ? 'feedback' : 'visit'
    return { record, name: `${kind}.withdraw`, v: 1, args: reason }
  })
  let done: Done = refused('nothingToDo')
  for (let at = 0; at < intents.length; at += ACT_CHANGES) {
    done = await ctx.commit(intents.slice(at, at + ACT_CHANGES))
    if (!done.ok) return done
  }
  return done
}

function intentsOf(ctx: Context, day: string, answer: PaperAnswer): readonly Intent[] {
  const { dwelling, outcome } = answer
  const today = dayOf(ctx.now())
  const visit = ctx.newId() as RecordId
  const retryAt = outcome === 'noAnswer' ? proposeRetry(ctx.now()) : undefined
  const text = answer.remark?.trim()
  const args = {
    place: dwelling,
    outcome,
    ...(retryAt !== undefined && { retryAt }),
    on: day,
  }
  const { category, urgency } = propose(text ?? '')
  return [
    { record: visit, name: 'visit.record', v: 1, args },
    ...(text
      ? writing(ctx, {
          id: ctx.newId() as RecordId,
          place: dwelling,
          text,
          category: category ?? 'suggestion',
          urgency,
          channel: 'door_visit',
          // Paper knows the day, not the hour.
          heardAt: day === today ? ctx.now() : `${day}T04:00:00.000Z`,
          photos: [],
          ending: { is: 'undecided' },
          visit,
        })
      : []),
  ]
}
