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
export function NumberWarning(props: {
  text: string
  /** A phone has a field of its own here. */
  phones?: boolean
  onMask: (masked: string) => void
}) {
  const { text, phones = false, onMask } = props
  const { household: words, voices } = useWords()
  const found = useMemo(() => numbersInText(text, phones), [text, phones])
  const onlyPhones = found.every(({ what }) => what === 'phone')
  return (
    <div role="status" class="number-warning-place">
      {found.length > 0 && (
        <div class="number-warning">
          <p>
            <Warning class="icon" aria-hidden="true" />
            {onlyPhones ? voices.phoneFound : words.numberFound}
          </p>
          <Key look="alert" label={words.mask} onPress={() => onMask(maskNumbers(text, phones))} />
        </div>
      )}
    </div>
  )
}
