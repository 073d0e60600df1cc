import { useEffect, useState } from 'preact/hooks'
import type { Context } from '#commands/context.ts'
import { type Tallying, tallyingOf } from '#commands/tallying.ts'
import type { RecordId } from '#domain/ids.ts'
import { useApp } from '#ui/state/app.ts'

/** One queue for each shift and person, whatever screens come and go: touches on their way outlive the screen. */
const queues = new WeakMap<Context, Map<RecordId, Tallying>>()

export function useTallying(shift: RecordId): Tallying {
  const { ctx } = useApp()
  const ofPerson = queues.get(ctx) ?? new Map<RecordId, Tallying>()
  queues.set(ctx, ofPerson)
  const keys = ofPerson.get(shift) ?? tallyingOf(ctx, shift)
  ofPerson.set(shift, keys)

  const [, again] = useState(0)
  useEffect(() => keys.watch(() => again((count) => count + 1)), [keys])
  return keys
}
