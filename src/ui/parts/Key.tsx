import './key.css'
import type { ComponentChildren, Ref } from 'preact'
import { useTaking } from '#ui/state/taking.ts'
import type { Icon } from './icon.ts'

export interface KeyProps {
  /** A verb first, twelve characters at most; with `bare` it is the spoken name only. */
  label: string
  sub?: ComponentChildren
  icon?: Icon | undefined
  look?: 'primary' | 'secondary' | 'quiet' | 'alert' | undefined
  /** `tall` ≥ 72 with a larger label; `tile` has its icon on top and the words below. */
  size?: 'usual' | 'tall' | 'tile' | undefined
  /** Takes the whole row. */
  wide?: boolean | undefined
  /** Icon only. */
  bare?: boolean | undefined
  /** Something is being kept; the word changes, the width does not. Needs `busyLabel`: whoever has one waits for pictures too. */
  busy?: boolean | undefined
  busyLabel?: string | undefined
  /** Why it cannot be pressed now: shown in place of the label. */
  why?: string | undefined
  /** For keys that are on or off. */
  pressed?: boolean | undefined
  /** Goes to a screen instead of doing something. */
  href?: string | undefined
  submit?: boolean | undefined
  /** Has the focus when its dialog opens: for the safe one of two keys. */
  focusFirst?: boolean | undefined
  onPress?: () => void
  buttonRef?: Ref<HTMLButtonElement> | undefined
  /** At the far end of the key. */
  children?: ComponentChildren | undefined
}

/** What can be pressed has a thick bottom edge. */
export function Key(props: KeyProps) {
  const { label, sub, icon: Drawing, look = 'secondary', size = 'usual', why, busyLabel, bare } = props
  const taking = useTaking()
  const busy = props.busy || (taking && busyLabel !== undefined)
  const inside = (
    <>
      {Drawing && <Drawing class="icon" aria-hidden="true" />}
      {!bare && (
        <span class="key-words">
          <span class={busyLabel ? 'key-label key-two' : 'key-label'}>
            <span class={busy && busyLabel ? 'key-hidden' : undefined}>{why ?? label}</span>
            {busyLabel && <span class={busy ? undefined : 'key-hidden'}>{busyLabel}</span>}
          </span>
          {sub && !why && <span class="key-sub">{sub}</span>}
        </span>
      )}
      {props.children}
    </>
  )
  const looks = `key key-${look} key-${size}${props.wide ? ' key-wide' : ''}${bare ? ' key-bare' : ''}`
  if (props.href !== undefined && !why) {
    return (
      <a class={looks} href={props.href} aria-label={bare ? label : undefined} onClick={props.onPress}>
        {inside}
      </a>
    )
  }
  return (
    <button
      ref={props.buttonRef ?? null}
      type={props.submit ? 'submit' : 'button'}
      class={looks}
      aria-label={bare ? label : undefined}
      aria-disabled={why || busy ? 'true' : undefined}
      aria-pressed={props.pressed}
      autofocus={props.focusFirst}
      data-why={why ? '' : undefined}
      onClick={(event) => {
        // Not `disabled`: a key that cannot be pressed keeps its focus and says why.
        if (why || busy) event.preventDefault()
        else props.onPress?.()
      }}
    >
      {inside}
    </button>
  )
}
