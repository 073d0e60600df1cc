import { type Unit, UNITS } from '#domain/bins/haul.ts'
import type { HaulChoice } from '#queries/hauls.ts'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useFormats, useWords } from '#ui/words.ts'
import type { Hauling } from './haulText.ts'

/** How people write a unit behind a number; of the other unit it is asked back. */
export const UNIT_WORDS: Readonly<Record<Unit, readonly string[]>> = {
  litre: ['升', '公升', 'l', 'litre', 'litres'],
  kg: ['公斤', '千克', 'kg'],
}

/** So many bins in one press, or a number in litres or kilograms; one is never turned into the other. */
export function HaulsAmount(props: {
  value: Pick<Hauling, 'amount' | 'unit'>
  choices: readonly HaulChoice[]
  /** The amount as it will be shown. */
  about: string | undefined
  error: string | undefined
  onChange: (next: Partial<Hauling>) => void
}) {
  const { value, choices, about, error, onChange } = props
  const words = useWords().hauls
  const { number } = useFormats()
  return (
    <section class="stack" aria-labelledby="how-much-haul">
      <h2 id="how-much-haul">{words.amount}</h2>
      {choices.length > 0 && (
        <div class="hauls-choices">
          {choices.map(({ count, litres }) => {
            const amount = String(count * litres)
            return (
              <Key
                key={`${count} ${litres}`}
                label={words.bins(number(count), number(litres))}
                pressed={value.unit === 'litre' && value.amount === amount}
                onPress={() => onChange({ amount, unit: 'litre' })}
              />
            )
          })}
        </div>
      )}
      <div class="hauls-typed">
        <Field
          label={words.orTyped}
          value={value.amount}
          maxLength={12}
          inputMode="decimal"
          error={error}
          help={about}
          onDraft={(amount) => onChange({ amount })}
        />
        <Segmented
          label={words.unitLabel}
          shown
          look="answer"
          value={value.unit}
          options={UNITS.map((unit) => ({ value: unit, label: words.unit[unit] }))}
          onChange={(unit) => onChange({ unit })}
        />
      </div>
      <p class="caption">{words.unitHelp}</p>
    </section>
  )
}
