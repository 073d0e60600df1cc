import Warning from '~icons/lucide/triangle-alert'
import { useState } from 'preact/hooks'
import type { Done } from '#commands/context.ts'
import { type ToastWords, useToast } from '#ui/parts/Toast.tsx'
import { useWords } from '#ui/words.ts'

/** Does something once and says what came of it; answers what was done, undefined where it was refused. */
export function useDoing() {
  const toast = useToast()
  const { common } = useWords()
  const [busy, setBusy] = useState(false)
  return {
    busy,
    async run(doing: () => Promise<Done>, said: ToastWords) {
      if (busy) return undefined
      setBusy(true)
      const done = await doing()
      setBusy(false)
      toast(done.ok ? said : { text: common.refused[done.refused], icon: Warning })
      return done.ok ? done.value : undefined
    },
  }
}
