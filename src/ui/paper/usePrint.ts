import Warning from '~icons/lucide/triangle-alert'
import { useRef } from 'preact/hooks'
import { printPage } from '#device/print.ts'
import { useToast } from '#ui/parts/Toast.tsx'
import { useWords } from '#ui/words.ts'

/**
 * Prints what is shown, or says in words that this window cannot. `before`: keeps the line that everything printed leaves; `false`
 * prints nothing.
 */
export function usePrint(before: () => Promise<boolean>): () => void {
  const { paper } = useWords()
  const toast = useToast()
  // A second press while the line is being kept would leave another one.
  const printing = useRef(false)
  const print = async () => {
    if (printing.current) return
    printing.current = true
    try {
      if ((await before()) && !printPage()) toast({ text: paper.inside, icon: Warning })
    } finally {
      printing.current = false
    }
  }
  return () => void print()
}
