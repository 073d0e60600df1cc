import './card.css'
import type { ComponentChildren } from 'preact'
import type { Icon } from './icon.ts'

/** A surface with a thin line; nothing to press by itself. */
export function Card({ children, pad = true }: { children: ComponentChildren; pad?: boolean }) {
  return <div class={pad ? 'card card-pad' : 'card'}>{children}</div>
}

export interface PanelProps {
  title: string
  text?: string | undefined
  icon?: Icon | undefined
  /** `alert` needs the person; use ErrorPanel where something went wrong. */
  tone?: 'plain' | 'alert' | 'lamp' | undefined
  children?: ComponentChildren | undefined
}

/** One thing to know, with what to do about it below. */
export function Panel({ title, text, icon: Drawing, tone = 'plain', children }: PanelProps) {
  return (
    <section class={`panel panel-${tone}`}>
      <h2 class="panel-title">
        {Drawing && <Drawing class="icon" aria-hidden="true" />}
        <span>{title}</span>
      </h2>
      {text && <p>{text}</p>}
      {children}
    </section>
  )
}

/** A heading over a part of a screen, with a quiet word at its end. */
export function Heading({ title, right, id }: { title: string; right?: ComponentChildren; id?: string }) {
  return (
    <div class="between heading">
      <h2 id={id}>{title}</h2>
      {right && <span class="caption">{right}</span>}
    </div>
  )
}
