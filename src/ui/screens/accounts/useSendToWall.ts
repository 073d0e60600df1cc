import Warning from '~icons/lucide/triangle-alert'
import type { proposePage } from '#commands/publications.ts'
import { useToast } from '#ui/parts/Toast.tsx'
import { useWords } from '#ui/words.ts'

/** Proposes a page and leads to it: there somebody looks at its pictures and hangs it. */
export function useSendToWall() {
  const toast = useToast()
  const { common } = useWords()
  return async (
    propose: () => ReturnType<typeof proposePage>,
    said: string,
    route: (path: string) => void,
  ): Promise<void> => {
    const done = await propose()
    if (!done.ok) return toast({ text: common.refused[done.refused], icon: Warning })
    toast({ text: said })
    route(`/wall/${done.value}`)
  }
}
