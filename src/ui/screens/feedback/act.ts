import Warning from '~icons/lucide/triangle-alert'
import type { Done } from '#commands/context.ts'
import { useToast } from '#ui/parts/Toast.tsx'
import { useWords } from '#ui/words.ts'

/** Does something and says what came of it; answers whether it was taken. */
export function useAct(): (doing: Promise<Done>, said: string) => Promise<boolean> {
  const toast = useToast()
  const { common } = useWords()
  return async (doing, said) => {
    const done = await doing
    toast(done.ok ? { text: said } : { text: common.refused[done.refused], icon: Warning })
    return done.ok
  }
}
