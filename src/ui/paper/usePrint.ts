import Warning from '~icons/lucide/triangle-alert'
import { printPage } from '#device/print.ts'
import { useToast } from '#ui/parts/Toast.tsx'
import { useWords } from '#ui/words.ts'

/** Prints what is shown, or says in words that this window cannot. */
export function usePrint(): () => void {
  const { paper } = useWords()
  const toast = useToast()
  return () => {
    if (!printPage()) toast({ text: paper.inside, icon: Warning })
  }
}
