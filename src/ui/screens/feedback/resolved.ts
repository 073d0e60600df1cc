import type { Resolution } from '#domain/council/resolution.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Order } from '#domain/ledger/order.ts'
import { doneWith, undoneWith } from '#queries/atCouncil.ts'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useWords } from '#ui/words.ts'
import { useSeen } from './seen.ts'

/** What the council resolved and this order sees to: done with it, where the person may say so. */
export function useResolved(order: Order | undefined): readonly Resolution[] {
  const { may } = useReader()
  const found = useSeen((view) => (order ? doneWith(view, order) : []))
  return may('putTopic') ? found.slice(0, MOST) : []
}

/** What was done with this order, and is open again with it. */
export function useUndone(order: Order | undefined): {
  readonly resolutions: readonly RecordId[]
  readonly reason: string
} {
  const { may } = useReader()
  const { reopenReason } = useWords().atCouncil
  const found = useSeen((view) => (order ? undoneWith(view, order) : []))
  return {
    resolutions: may('putTopic') ? found.slice(0, MOST).map((one) => one.id) : [],
    reason: reopenReason,
  }
}

/** An act holds twenty changes, and an order's closing has others of its own. */
const MOST = 3
