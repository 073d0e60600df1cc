import './field.css'
import Warning from '~icons/lucide/triangle-alert'
import type { ComponentChildren, Ref } from 'preact'
import { useId } from 'preact/hooks'
import type { Icon } from './icon.ts'

interface Labelled {
  /** Above the field, always in sight. */
  label: string
  help?: string | undefined
  /** How to put it right; the field then has a violet edge and △. */
  error?: string | undefined
  required?: boolean | undefined
}

export interface FieldProps extends Labelled {
  value: string
  /** At every input, also while a Chinese input method is composing: keep the draft here. */
  onDraft: (value: string) => void
  type?: 'text' | 'tel' | 'date' | 'time' | 'search' | 'password' | 'number' | undefined
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'search' | undefined
  placeholder?: string | undefined
  maxLength?: number | undefined
  name?: string | undefined
  autoComplete?: string | undefined
  icon?: Icon | undefined
  readOnly?: boolean | undefined
  /** At the far end, inside the edge (看全号, ×). */
  end?: ComponentChildren | undefined
  onEnter?: () => void
  inputRef?: Ref<HTMLInputElement> | undefined
  min?: string | undefined
  max?: string | undefined
}

export function Field(props: FieldProps) {
  const { label, help, error, value, onDraft, type = 'text', icon: Drawing, end, onEnter } = props
  const id = useId()
  return (
    <Framed id={id} label={label} help={help} error={error}>
      <span class={error ? 'field-box field-wrong' : 'field-box'}>
        {Drawing && <Drawing class="icon" aria-hidden="true" />}
        <input
          id={id}
          ref={props.inputRef ?? null}
          class="field-input"
          // oxlint-disable-next-line no-unnecessary-type-assertion -- the compiler takes one input type at a time, the linter the union
          type={type as 'text'}
          value={value}
          inputMode={props.inputMode}
          placeholder={props.placeholder}
          maxLength={props.maxLength}
          name={props.name}
          autocomplete={props.autoComplete ?? 'off'}
          readOnly={props.readOnly}
          required={props.required}
          min={props.min}
          max={props.max}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={(error ?? help) ? `${id}-help` : undefined}
          onInput={(event) => onDraft(event.currentTarget.value)}
          onCompositionEnd={(event) => onDraft(event.currentTarget.value)}
          onKeyDown={(event) => {
            // Enter that picks a word of an input method is not an answer.
            if (event.key !== 'Enter' || event.isComposing || !onEnter) return
            event.preventDefault()
            onEnter()
          }}
        />
        {end}
      </span>
    </Framed>
  )
}

export interface TextAreaProps extends Labelled {
  value: string
  onDraft: (value: string) => void
  rows?: number | undefined
  placeholder?: string | undefined
  maxLength?: number | undefined
  name?: string | undefined
  areaRef?: Ref<HTMLTextAreaElement> | undefined
}

export function TextArea(props: TextAreaProps) {
  const { label, help, error, value, onDraft, rows = 3 } = props
  const id = useId()
  return (
    <Framed id={id} label={label} help={help} error={error}>
      <textarea
        autocomplete="off"
        id={id}
        ref={props.areaRef ?? null}
        class={error ? 'field-box field-area field-wrong' : 'field-box field-area'}
        rows={rows}
        value={value}
        placeholder={props.placeholder}
        maxLength={props.maxLength}
        name={props.name}
        required={props.required}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={(error ?? help) ? `${id}-help` : undefined}
        onInput={(event) => onDraft(event.currentTarget.value)}
        onCompositionEnd={(event) => onDraft(event.currentTarget.value)}
      />
    </Framed>
  )
}

export interface SelectProps extends Labelled {
  value: string
  options: readonly { readonly value: string; readonly label: string }[]
  onChange: (value: string) => void
  /** Shown while nothing is chosen. */
  none?: string | undefined
}

/** The device's own list. */
export function Select({ label, help, error, value, options, onChange, none, required }: SelectProps) {
  const id = useId()
  return (
    <Framed id={id} label={label} help={help} error={error}>
      <span class={error ? 'field-box field-wrong' : 'field-box'}>
        <select
          autocomplete="off"
          id={id}
          class="field-input"
          value={value}
          required={required}
          aria-describedby={(error ?? help) ? `${id}-help` : undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {none !== undefined && <option value="">{none}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </span>
    </Framed>
  )
}

function Framed({
  id,
  label,
  help,
  error,
  children,
}: Labelled & { id: string; children: ComponentChildren }) {
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      {children}
      {(error ?? help) && (
        <p id={`${id}-help`} class={error ? 'field-help field-error' : 'field-help'}>
          {error && <Warning class="icon" aria-hidden="true" />}
          {error ?? help}
        </p>
      )}
    </div>
  )
}
