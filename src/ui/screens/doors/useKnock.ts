import Warning from '~icons/lucide/triangle-alert'
import { useRef } from 'preact/hooks'
import { type Knock, recordVisit, undoVisit } from '#commands/visits.ts'
import type { RecordId } from '#domain/ids.ts'
import { useToast } from '#ui/parts/Toast.tsx'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'

/** Ignores the second touch of a shaking hand. */
const AGAIN_MS = 400

export interface Knocking {
  /** Keeps an answer; the id of the visit, or undefined where it was not kept and why has been said. */
  knock(knock: Knock): Promise<RecordId | undefined>
  /** Takes a visit back; whether it is gone. */
  takeBack(visit: RecordId): Promise<boolean>
}

/** What is done at a door. A refusal is told in words, and the person stays where they are. */
export function useKnock(): Knocking {
  const { ctx } = useApp()
  const { common } = useWords()
  const toast = useToast()
  const last = useRef(-AGAIN_MS)

  return {
    async knock(knock) {
      const now = performance.now()
      if (now - last.current < AGAIN_MS) return undefined
      last.current = now
      const done = await recordVisit(ctx, knock)
      if (done.ok) return done.value[0]?.record
      toast({ text: common.refused[done.refused], icon: Warning })
      return undefined
    },
    async takeBack(visit) {
      const done = await undoVisit(ctx, visit)
      if (!done.ok) toast({ text: common.refused[done.refused], icon: Warning })
      return done.ok
    },
  }
}
