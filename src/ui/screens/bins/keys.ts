import { useEffect, useState } from 'preact/hooks'
import { baggingOf } from '#commands/bags.ts'
import { checkingOf } from '#commands/checks.ts'
import type { Context } from '#commands/context.ts'
import { fillingOf } from '#commands/fills.ts'
import type { Line } from '#commands/inOrder.ts'
import { tallyingOf } from '#commands/tallying.ts'
import type { RecordId } from '#domain/ids.ts'
import { useApp } from '#ui/state/app.ts'

/** One line for each shift and person, whatever screens come and go: touches on their way outlive the screen. */
function ofShift<L extends Pick<Line<never>, 'watch'>>(make: (ctx: Context, shift: RecordId) => L) {
  const lines = new WeakMap<Context, Map<RecordId, L>>()
  return function useLine(shift: RecordId): L {
    const { ctx } = useApp()
    const ofPerson = lines.get(ctx) ?? new Map<RecordId, L>()
    lines.set(ctx, ofPerson)
    const keys = ofPerson.get(shift) ?? make(ctx, shift)
    ofPerson.set(shift, keys)

    const [, again] = useState(0)
    useEffect(() => keys.watch(() => again((count) => count + 1)), [keys])
    return keys
  }
}

export const useTallying = ofShift(tallyingOf)
export const useBagging = ofShift(baggingOf)
export const useFilling = ofShift(fillingOf)
export const useChecking = ofShift(checkingOf)
