import { createStore } from 'zustand/vanilla'
import { keep, kept } from '#ui/state/kept.ts'
import { useStore } from '#ui/state/view.ts'

/** Floor by floor, or where one is least sure first. */
export const VISIT_ORDERS = ['floors', 'doubt'] as const
export type VisitOrder = (typeof VISIT_ORDERS)[number]

const chosen = createStore<{ readonly order: VisitOrder }>(() => ({
  order: kept('visitOrder') === 'doubt' ? 'doubt' : 'floors',
}))

/** As it was last chosen on this device. */
export function useVisitOrder(): VisitOrder {
  return useStore(chosen).order
}

export function setVisitOrder(order: VisitOrder): void {
  keep('visitOrder', order)
  chosen.setState({ order })
}
