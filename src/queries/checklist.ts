import {
  type Checklists,
  type CheckProgress,
  checkProgress,
  itemsOf,
  listsOf,
} from '#domain/bins/checklist.ts'
import type { RecordId, TenantId } from '#domain/ids.ts'
import type { Order } from '#domain/ledger/order.ts'
import { type Settings, settingsId } from '#domain/settings.ts'
import {
  type Check,
  checksAt,
  type Finding,
  findingKey,
  type Moment,
  type Shift,
} from '#domain/bins/shift.ts'
import { askedAgain, saidAgain } from '#domain/bins/toFix.ts'
import type { View } from '#store/view.ts'
import { nameOf } from './feedback.ts'

/** What a shift that is opened now asks on arrival and on leaving. It keeps these lists, whatever becomes of them. */
export function itemsNow(view: View, tenant: TenantId): Checklists {
  return listsOf(view.get<Settings>(settingsId(tenant)))
}

export interface LookItem {
  readonly item: string
  /** Undefined: not looked at yet. */
  readonly state: Check | undefined
  readonly finding: Finding
  /** Who stands on the same sheet and answered it otherwise: one problem is a problem, and both are named. */
  readonly beside: readonly { readonly name: string; readonly state: Check }[]
}

/** A matter that an earlier round wanted put right. */
export interface AskedAgain {
  readonly order: Order
  /** What this round said of it. */
  readonly said: boolean | undefined
}

/** One round of a shift: what is looked at, what was seen, and what is asked again. */
export interface LookRound {
  readonly shift: Shift
  readonly when: Moment
  readonly items: readonly LookItem[]
  readonly progress: CheckProgress
  readonly again: readonly AskedAgain[]
}

const NOTHING: Finding = { photos: [] }

export function lookRound(view: View, id: RecordId, when: Moment): LookRound | undefined {
  const shift = view.get<Shift>(id)
  if (shift?.kind !== 'shift') return undefined
  const answers = checksAt(shift, when)
  const items = itemsOf(shift, when)
  const others = besideOf(view, shift)
  return {
    shift,
    when,
    progress: checkProgress(answers, items),
    items: items.map((item) => ({
      item,
      state: answers[item],
      finding: shift.findings?.[findingKey(item, when)] ?? NOTHING,
      beside: othersOn(view, others, when, item, answers[item]),
    })),
    again: askedAgain(view.all<Order>('order'), shift)
      .map((order) => ({ order, said: saidAgain(order, shift) }))
      // On leaving only what nobody answered on coming.
      .filter((one) => when === 'arrival' || one.said === undefined),
  }
}

function besideOf(view: View, shift: Shift): readonly Shift[] {
  return view
    .all<Shift>('shift')
    .filter(
      (one) =>
        one.author !== shift.author &&
        !one.voided &&
        one.place === shift.place &&
        one.day === shift.day &&
        one.window === shift.window,
    )
}

/** Only where one of the answers is a problem: who did not look differs from nobody. */
function othersOn(
  view: View,
  others: readonly Shift[],
  when: Moment,
  item: string,
  mine: Check | undefined,
): LookItem['beside'] {
  return others.flatMap((one) => {
    const state = checksAt(one, when)[item]
    if (state === undefined || state === mine || (state !== 'toFix' && mine !== 'toFix')) return []
    return [{ name: nameOf(view, one.author), state }]
  })
}
