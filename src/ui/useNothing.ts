import { useHidden } from './state/hidden.ts'
import { useWords } from './words.ts'

/**
 * What is said instead of «nothing here», «all done» and «none found» while records lie closed or are still on their way: nobody
 * knows whether there is any.
 */
export function useNothing(): (said: string) => string {
  const { hidden: words } = useWords().common
  const hidden = useHidden()
  return (said) => (hidden ? words[hidden].nothing : said)
}
