import type { RecordId } from '#domain/ids.ts'
import { type Lookup, lookupId } from '#domain/lookup.ts'
import { refused } from '#domain/result.ts'
import type { WasteClass } from '#domain/bins/wasteClass.ts'
import { type WasteRule, wasteRuleId } from '#domain/bins/wasteRule.ts'
import { namedBy } from '#domain/whichBin.ts'
import { itemNo } from '#domain/whichBin/list.ts'
import { normal } from '#domain/text.ts'
import type { Intent } from '#store/commit.ts'
import type { Context, Done } from './context.ts'

/** As long as a word may be. */
const WORD = 40

/**
 * Tells the office that the list does not know a word. Only ever because somebody pressed a key: what is half typed, or
 * typed by mistake, is nobody's question. One person's word is one record, however often they look.
 */
export async function askOffice(ctx: Context, word: string): Promise<Done> {
  const said = word.trim().slice(0, WORD)
  const record = lookupId(ctx.me, normal(said))
  if (normal(said) === '' || ctx.view.get<Lookup>(record)) return refused('nothingToDo')
  return ctx.commit([{ record, name: 'lookup.ask', v: 1, args: { place: ctx.compound, word: said } }])
}

export interface NewRule {
  /** Number in the list, or the compound's own word. */
  readonly thing: number | string
  /** Undefined takes the rule back: the list answers again. */
  readonly waste: WasteClass | undefined
  readonly reason: string
  /** The day it holds from, `YYYY-MM-DD`. */
  readonly since: string
}

/** The compound's own answer. Who looked for the word is answered with it. */
export function putRule(ctx: Context, { thing, waste, reason, since }: NewRule): Promise<Done> {
  // A word that the list has after all is a rule for that thing: two answers for one would be none.
  const listed = typeof thing === 'number' ? itemNo(thing) : namedBy(thing)
  const label = listed?.label.zh ?? String(thing).trim().slice(0, WORD)
  const record = wasteRuleId(ctx.tenant, listed ? Number(listed.key) : normal(label))
  const put: Intent = {
    record,
    name: 'wasteRule.put',
    v: 1,
    args: {
      place: ctx.compound,
      label,
      reason: reason.trim(),
      since,
      ...(listed && { item: Number(listed.key) }),
      ...(waste !== undefined && { waste }),
      ...standing(ctx, record),
    },
  }
  return inActs(ctx, [put, ...(waste === undefined ? [] : settling(ctx, String(thing)))])
}

/**
 * A word that people say means a thing of the list (by its number), from a day on, `YYYY-MM-DD`. Who looked for the word is
 * answered with it.
 */
export async function nameAs(ctx: Context, word: string, means: number, since: string): Promise<Done> {
  const label = word.trim().slice(0, WORD)
  const item = itemNo(means)
  // What the list calls something already means that.
  if (!item || normal(label) === '' || namedBy(label)) return refused('notPossible')
  const record = wasteRuleId(ctx.tenant, normal(label))
  const args = { place: ctx.compound, label, reason: item.label.zh, since, means, ...standing(ctx, record) }
  return inActs(ctx, [{ record, name: 'wasteRule.put', v: 1, args }, ...settling(ctx, label)])
}

/** What its author saw there, so that of two who decide at the same time the loser is told. */
function standing(ctx: Context, record: RecordId) {
  const { waste, means } = ctx.view.get<WasteRule>(record) ?? {}
  return { ...(waste !== undefined && { was: waste }), ...(means !== undefined && { meant: means }) }
}

/** The office has seen the word, and there is nothing to say to it. */
export async function settleWord(ctx: Context, word: string): Promise<Done> {
  const settled = settling(ctx, word)
  return settled.length === 0 ? refused('nothingToDo') : inActs(ctx, settled)
}

function settling(ctx: Context, word: string): readonly Intent[] {
  return ctx.view
    .all<Lookup>('lookup')
    .filter((one) => !one.settled && !one.voided && normal(one.word) === normal(word))
    .map((one) => ({ record: one.id, name: 'lookup.settle', v: 1, args: { settled: true } }))
}

/** More people may miss a word than an act may have changes; what is left over is settled by the next. */
const ACT = 20

async function inActs(ctx: Context, intents: readonly Intent[]): Promise<Done> {
  const first = await ctx.commit(intents.slice(0, ACT))
  for (let at = ACT; first.ok && at < intents.length; at += ACT) {
    const more = await ctx.commit(intents.slice(at, at + ACT))
    if (!more.ok) return more
  }
  return first
}
