import Warning from '~icons/lucide/triangle-alert'
import type { Context, Done } from '#commands/context.ts'
import type { RecordId } from '#domain/ids.ts'
import { useToast } from '#ui/parts/Toast.tsx'
import { useWords } from '#ui/words.ts'
import { useChecking } from './keys.ts'

export type Answer = (ctx: Context, shift: RecordId) => Promise<Done>

/** Keeps answers of a shift one after another; what could not be kept is said. */
export function useAnswer(shift: RecordId): (answer: Answer, told?: (done: Done) => void) => void {
  const checking = useChecking(shift)
  const toast = useToast()
  const { checks, common } = useWords()
  return (answer, told) =>
    checking.take(answer, (done) => {
      if (!done.ok && done.refused !== 'nothingToDo')
        toast({ text: `${checks.notKept}。${common.refused[done.refused]}`, icon: Warning })
      told?.(done)
    })
}
