import './segmented.css'
import CheckMark from '~icons/lucide/check'
import Minus from '~icons/lucide/minus'
import Warning from '~icons/lucide/triangle-alert'
import { useId } from 'preact/hooks'

export type Tri = 'good' | 'toFix' | 'unchecked'

const FACES = [
  { value: 'good', Drawing: CheckMark },
  { value: 'toFix', Drawing: Warning },
  { value: 'unchecked', Drawing: Minus },
] as const

/** 好 · 要改 · 不查. Nothing chosen: not looked at yet. Pressing the chosen one again clears it. */
export function TriState(props: {
  label: string
  shown?: boolean | undefined
  value: Tri | undefined
  names: Readonly<Record<Tri, string>>
  onChange: (value: Tri | undefined) => void
  locked?: boolean | undefined
}) {
  const name = useId()
  return (
    <fieldset role="radiogroup" class="segmented segmented-tri" disabled={props.locked}>
      <legend class={props.shown === false ? 'spoken' : 'segmented-label'}>{props.label}</legend>
      <div class="segmented-parts">
        {FACES.map(({ value, Drawing }) => (
          <label key={value} class={`segment segment-${value}`}>
            <input
              class="spoken"
              type="radio"
              name={name}
              value={value}
              checked={props.value === value}
              onChange={() => props.onChange(value)}
              // A radio that is on gives no change event: the press itself clears it.
              onClick={() => props.value === value && props.onChange(undefined)}
            />
            <span class="segment-face">
              <span class="segment-label">
                <Drawing class="icon" aria-hidden="true" />
                {props.names[value]}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
