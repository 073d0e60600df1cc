import './segmented.css'
import CheckMark from '~icons/lucide/check'
import { useId } from 'preact/hooks'

export interface SegmentedProps<V extends string> {
  /** What is chosen among; spoken, and shown above with `shown`. */
  label: string
  shown?: boolean | undefined
  options: readonly {
    readonly value: V
    readonly label: string
    readonly sub?: string
    readonly count?: string
  }[]
  value: V | undefined
  onChange: (value: V) => void
  /** `view`: ink fill. `answer`: lamp with ✓. `chips`: apart from each other, for filters; may wrap. */
  look?: 'view' | 'answer' | 'chips' | undefined
}

/** One of at most four. */
export function Segmented<V extends string>(props: SegmentedProps<V>) {
  const { label, shown, options, value, onChange, look = 'view' } = props
  const name = useId()
  return (
    <fieldset role="radiogroup" class={`segmented segmented-${look}`}>
      <legend class={shown ? 'segmented-label' : 'spoken'}>{label}</legend>
      <div class="segmented-parts">
        {options.map((option) => {
          const chosen = option.value === value
          return (
            <label key={option.value} class="segment">
              <input
                class="spoken"
                type="radio"
                name={name}
                value={option.value}
                checked={chosen}
                onChange={() => onChange(option.value)}
              />
              <span class="segment-face">
                {option.count !== undefined && look === 'view' && <b class="segment-count">{option.count}</b>}
                <span class="segment-label">
                  {chosen && look !== 'view' && <CheckMark class="icon" aria-hidden="true" />}
                  {option.label}
                  {option.count !== undefined && look !== 'view' && (
                    <span class="segment-tail">{option.count}</span>
                  )}
                </span>
                {option.sub && <span class="segment-sub">{option.sub}</span>}
              </span>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
