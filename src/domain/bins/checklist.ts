import type { Category } from '#domain/ledger/categories.ts'
import { checksAt, type Moment, type Shift } from './shift.ts'

/** What one looks at on arrival: 桶身干净, 桶盖关好, 地面没水, 标识清楚, 异味蚊蝇. */
export const ARRIVAL_ITEMS = ['body', 'lid', 'floor', 'sign', 'odour'] as const

/** And on leaving: 地面扫净, 桶盖关好, 袋子进桶, 工具收好. The lid is the same item both times: one matter, not two. */
export const LEAVING_ITEMS = ['swept', 'lid', 'bagsIn', 'toolsAway'] as const

export const USUAL_ITEMS: Readonly<Record<Moment, readonly string[]>> = {
  arrival: ARRIVAL_ITEMS,
  leaving: LEAVING_ITEMS,
}

/** So many items one round may have. */
export const ITEMS_MOST = 12

export type Checklists = Readonly<Record<Moment, readonly string[]>>

/** The lists as the compound has them now: its own, else the usual ones. An emptied list is the usual one again. */
export function listsOf(
  settings: { readonly checklist: readonly string[]; readonly leaving?: readonly string[] } | undefined,
): Checklists {
  const own = (list: readonly string[] | undefined, usual: readonly string[]) =>
    list && list.length > 0 ? [...new Set(list)] : usual
  return {
    arrival: own(settings?.checklist, ARRIVAL_ITEMS),
    leaving: own(settings?.leaving, LEAVING_ITEMS),
  }
}

/**
 * What is asked in a shift: the list it was opened with, whatever the office made of it meanwhile. Shifts from before the
 * lists were kept have the usual ones; of those that are over nobody was asked on leaving.
 */
export function itemsOf(
  shift: Pick<Shift, 'items' | 'checks' | 'leaving' | 'closedAt'>,
  when: Moment,
): readonly string[] {
  const usual = when === 'leaving' && shift.closedAt !== undefined ? [] : USUAL_ITEMS[when]
  const kept = shift.items?.[when] ?? usual
  return [...new Set([...kept, ...Object.keys(checksAt(shift, when))])]
}

type Checks = Shift['checks']

export interface CheckProgress {
  readonly seen: number
  readonly of: number
  readonly toFix: number
}

/** How far a round is. 不查 is an answer: it counts as seen. */
export function checkProgress(checks: Checks, items: readonly string[] = ARRIVAL_ITEMS): CheckProgress {
  const answers = items.map((item) => checks[item])
  return {
    seen: answers.filter((answer) => answer !== undefined).length,
    of: items.length,
    toFix: answers.filter((answer) => answer === 'toFix').length,
  }
}

/** 都好 answers only what nobody has answered: what was seen to be wrong stays wrong. */
export function unanswered(checks: Checks, items: readonly string[] = ARRIVAL_ITEMS): readonly string[] {
  return items.filter((item) => checks[item] === undefined)
}

/** What a matter of an item is about in the ledger: what a broom or a hose puts right is cleaning, the rest the bins'. */
export function categoryOf(item: string): Category {
  return CLEANING.includes(item) ? 'cleaning' : 'waste'
}

const CLEANING: readonly string[] = ['body', 'floor', 'odour', 'swept']

/** One step up or down in a list; at its end it stays. */
export function movedIn(list: readonly string[], item: string, by: 1 | -1): readonly string[] {
  const at = list.indexOf(item)
  const to = at + by
  const other = list[to]
  if (at < 0 || other === undefined) return list
  return list.map((one, index) => (index === at ? other : index === to ? item : one))
}
