import Ticked from '~icons/lucide/square-check'
import Empty from '~icons/lucide/square'
import { Key } from '#ui/parts/Key.tsx'

/** Any number of them, in the order of the list. */
export function Ticks<V extends string>({
  label,
  options,
  value,
  onChange,
}: {
  label: string
  options: readonly { readonly value: V; readonly label: string }[]
  value: readonly V[]
  onChange: (value: readonly V[]) => void
}) {
  return (
    <fieldset class="ticks">
      <legend class="field-label">{label}</legend>
      <div class="ticks-keys">
        {options.map((one) => {
          const on = value.includes(one.value)
          return (
            <Key
              key={one.value}
              look="quiet"
              icon={on ? Ticked : Empty}
              label={one.label}
              pressed={on}
              onPress={() =>
                onChange(
                  options
                    .map((other) => other.value)
                    .filter((other) => (other === one.value ? !on : value.includes(other))),
                )
              }
            />
          )
        })}
      </div>
    </fieldset>
  )
}
