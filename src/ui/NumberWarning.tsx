import './number-warning.css'
import Warning from '~icons/lucide/triangle-alert'
import { useMemo } from 'preact/hooks'
import { maskNumbers, numbersInText } from '#domain/numbersInText.ts'
import { Key } from '#ui/parts/Key.tsx'
import { useWords } from './words.ts'

/**
 * Below a field for free words: says that a number of an identity card or a bank card stands in them, typed or pasted, and blots it
 * out. It stops nobody: the words are theirs.
 */
export function NumberWarning({ text, onMask }: { text: string; onMask: (masked: string) => void }) {
  const { household: words } = useWords()
  const found = useMemo(() => numbersInText(text).length > 0, [text])
  return (
    <div role="status" class="number-warning-place">
      {found && (
        <div class="number-warning">
          <p>
            <Warning class="icon" aria-hidden="true" />
            {words.numberFound}
          </p>
          <Key look="alert" label={words.mask} onPress={() => onMask(maskNumbers(text))} />
        </div>
      )}
    </div>
  )
}
