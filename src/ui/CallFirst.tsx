import './call-first.css'
import Warning from '~icons/lucide/triangle-alert'
import type { ComponentChildren } from 'preact'
import type { CallKey } from '#domain/ledger/danger.ts'
import { CallKeys } from './CallKeys.tsx'

/** Something can hurt somebody: whom to ring, then what to do; it stands above everything that is written. */
export function CallFirst(props: {
  title: string
  calls: readonly CallKey[]
  hint?: string | undefined
  /** What comes below: a word, or the key that says the call was made. */
  children: ComponentChildren
}) {
  return (
    <section class="ring-first" role="alert">
      <h2 class="ring-first-title">
        <Warning class="icon" aria-hidden="true" />
        {props.title}
      </h2>
      <CallKeys calls={props.calls} />
      {props.hint && <p class="ring-first-hint">{props.hint}</p>}
      {props.children}
    </section>
  )
}
