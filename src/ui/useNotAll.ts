import { useHidden } from './state/hidden.ts'
import { useWords } from './words.ts'

/** Why what is made of everything has to wait: something lies closed or is still on its way. Undefined where all is here. */
export function useNotAll(): string | undefined {
  const { hidden: words } = useWords().common
  const hidden = useHidden()
  return hidden && words[hidden].some
}
