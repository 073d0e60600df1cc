import Warning from '~icons/lucide/triangle-alert'
import { useRef } from 'preact/hooks'
import type { Done } from '#commands/context.ts'
import {
  amendVisit,
  answerQuestion,
  type Knock,
  recordVisit,
  undoVisit,
  type VisitWords,
} from '#commands/visits.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Visit } from '#domain/doors/visit.ts'
import { useToast } from '#ui/parts/Toast.tsx'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'

/** Ignores the second touch of a shaking hand. */
const AGAIN_MS = 400

export interface Knocking {
  /** Keeps an answer; the id of the visit, or undefined where it was not kept and why has been said. */
  knock(knock: Knock): Promise<RecordId | undefined>
  /** Writes something on a visit; whether it stands there now. */
  amend(visit: RecordId, wanted: VisitWords): Promise<boolean>
  /** What was said to a question of a round. */
  say(visit: RecordId, question: string, said: string | undefined): Promise<boolean>
  /** Takes a visit back; whether it is gone. */
  takeBack(visit: RecordId): Promise<boolean>
}

/** What is done at a door. A refusal is told in words, and the person stays where they are. */
export function useKnock(): Knocking {
  const { ctx } = useApp()
  const { common } = useWords()
  const toast = useToast()
  const last = useRef(-AGAIN_MS)
  // One after the other: each sees what the one before it wrote.
  const turn = useRef<Promise<unknown>>(Promise.resolve())

  const told = (done: Done): boolean => {
    // What stands there already is as good as written.
    if (done.ok || done.refused === 'nothingToDo') return true
    toast({ text: common.refused[done.refused], icon: Warning })
    return false
  }
  const write = (id: RecordId, doing: (visit: Visit) => Promise<Done>): Promise<boolean> => {
    const next = turn.current.then(async () => {
      const visit = ctx.view.get<Visit>(id)
      return visit !== undefined && told(await doing(visit))
    })
    turn.current = next
    return next
  }

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
    amend: (id, wanted) => write(id, (visit) => amendVisit(ctx, visit, wanted)),
    say: (id, question, said) => write(id, (visit) => answerQuestion(ctx, visit, question, said)),
    async takeBack(visit) {
      const done = await undoVisit(ctx, visit)
      if (!done.ok) toast({ text: common.refused[done.refused], icon: Warning })
      return done.ok
    },
  }
}
