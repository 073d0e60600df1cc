import { useRef, useState } from 'preact/hooks'
import type { Done } from '#commands/context.ts'
import type { RecordId } from '#domain/ids.ts'
import { useKeep } from './useKeep.ts'

type Numbers<K extends string> = { readonly [F in K]?: number | undefined }

/**
 * Numbers that are pressed faster than they are kept: what is shown follows the finger, and one press is kept after the other, each with
 * what its presser saw.
 */
export function useCounting<K extends string>(
  record: RecordId,
  kept: Numbers<K>,
  keepOne: (was: Numbers<K>, field: K, now: number) => Promise<Done>,
) {
  const keep = useKeep()
  const [pressed, setPressed] = useState<{ readonly of: RecordId; readonly values: Numbers<K> }>()
  const shown = useRef<Numbers<K>>({})
  const last = useRef<Promise<unknown>>(Promise.resolve())
  const own = pressed?.of === record ? pressed.values : undefined
  shown.current = own ?? kept
  return {
    value: (field: K): number => shown.current[field] ?? 0,
    set(field: K, now: number) {
      const was = shown.current
      const next = { ...was, [field]: now }
      shown.current = next
      setPressed({ of: record, values: next })
      const turn = last.current.then(() => keep(keepOne(was, field, now)))
      last.current = turn.then(() => {
        // The last press is kept: from now on the record is what is shown, also what others count.
        if (shown.current === next) setPressed(undefined)
      })
    },
  }
}
