import Lock from '~icons/lucide/lock'
import { Panel } from '#ui/parts/Card.tsx'
import { type HiddenOf, useHidden } from './state/hidden.ts'
import { useWords } from './words.ts'

/** Over what is counted or listed of everything: while something lies closed or is still on its way, it is too little. */
export function NotAll({ of }: { of?: HiddenOf | undefined }) {
  const { hidden: words } = useWords().common
  const hidden = useHidden(of)
  return hidden ? (
    <Panel tone="alert" icon={Lock} title={words[hidden].some} text={words[hidden].soon} />
  ) : null
}
