import type { ComponentProps } from 'preact'
import { masked } from '#domain/doors/contact.ts'
import type { RecordId } from '#domain/ids.ts'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useWholeNumber } from '#ui/state/wholeNumber.ts'
import { useReach } from '#ui/useReach.ts'
import { useWords } from '#ui/words.ts'

/**
 * A number in a form. One that is known stands behind its mask until somebody wants to see it, which is written down as
 * anywhere else; what was typed into it stays in sight.
 */
export function NumberField({
  home,
  of,
  kept,
  ...field
}: ComponentProps<typeof Field> & {
  home: RecordId
  /** What the number is called among those that may stand in full. */
  of: string
  kept: string | undefined
}) {
  const { doors } = useWords()
  const reach = useReach()
  const shown = useWholeNumber(of)
  if (!kept || field.value !== kept || shown) return <Field {...field} />
  return (
    <Field
      label={field.label}
      value={masked(kept)}
      readOnly
      onDraft={() => undefined}
      end={<Key look="quiet" label={doors.home.showNumber} onPress={() => void reach.show(home, of)} />}
    />
  )
}
