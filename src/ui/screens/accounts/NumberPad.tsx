import './accounts.css'
import Back from '~icons/lucide/delete'
import { Key } from '#ui/parts/Key.tsx'
import { useWords } from '#ui/words.ts'

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '0'] as const

/** Digits to press with a thumb; the field above takes a keyboard too. */
export function NumberPad({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { form } = useWords().accounts
  return (
    <div class="accounts-pad" role="group" aria-label={form.pad}>
      {KEYS.map((one) => (
        <Key key={one} label={one} onPress={() => onChange(value + one)} />
      ))}
      <Key bare icon={Back} label={form.clear} onPress={() => onChange(value.slice(0, -1))} />
    </div>
  )
}
