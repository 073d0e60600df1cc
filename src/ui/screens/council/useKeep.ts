import Warning from '~icons/lucide/triangle-alert'
import type { Done } from '#commands/context.ts'
import { useToast } from '#ui/parts/Toast.tsx'
import { useWords } from '#ui/words.ts'

/** Keeps what was pressed; only what could not be kept is said, or what has a word of its own. */
export function useKeep() {
  const toast = useToast()
  const { common } = useWords()
  return async (doing: Promise<Done>, said?: string): Promise<boolean> => {
    const done = await doing
    if (!done.ok && done.refused !== 'nothingToDo')
      toast({ text: common.refused[done.refused], icon: Warning })
    else if (done.ok && said !== undefined) toast({ text: said })
    return done.ok
  }
}
