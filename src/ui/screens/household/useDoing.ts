import Warning from '~icons/lucide/triangle-alert'
import type { Done } from '#commands/context.ts'
import { useToast } from '#ui/parts/Toast.tsx'
import { useWords } from '#ui/words.ts'

/** Does one thing and says what came of it, with the way back where there is one. Answers whether it is done. */
export function useDoing() {
  const { common } = useWords()
  const toast = useToast()
  return async (doing: Promise<Done>, text: string, undo?: () => Promise<Done>): Promise<boolean> => {
    const done = await doing
    if (!done.ok) {
      toast({ text: common.refused[done.refused], icon: Warning })
      return done.refused === 'nothingToDo'
    }
    toast({ text, ...(undo && { undo: { label: common.undo, onPress: () => void undo() } }) })
    return true
  }
}
