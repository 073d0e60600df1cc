import './rows.css'
import Chevron from '~icons/lucide/chevron-right'
import type { ComponentChildren } from 'preact'

/** A list of rows on one card. */
export function Rows({ children, label }: { children: ComponentChildren; label?: string }) {
  return (
    <ul class="rows" aria-label={label}>
      {children}
    </ul>
  )
}

export interface RowProps {
  title: ComponentChildren
  sub?: ComponentChildren | undefined
  /** Before the words: a due block, a time, a window, an icon. */
  lead?: ComponentChildren | undefined
  /** After the words, before the ›. */
  right?: ComponentChildren | undefined
  href?: string | undefined
  onPress?: (() => void) | undefined
  /** This one is meant now. */
  current?: boolean | undefined
}

/** One thing of a list. With `href` or `onPress` it carries a › and the whole row can be pressed. */
export function Row({ title, sub, lead, right, href, onPress, current }: RowProps) {
  const inside = (
    <>
      <span class="row-main">
        {lead && <span class="row-lead">{lead}</span>}
        <span class="row-words">
          <span class="row-title">{title}</span>
          {sub && <span class="row-sub">{sub}</span>}
        </span>
        {right && <span class="row-right">{right}</span>}
      </span>
      {(href ?? onPress) !== undefined && <Chevron class="icon" aria-hidden="true" />}
    </>
  )
  const looks = current ? 'row row-current' : 'row'
  return (
    <li>
      {href !== undefined ? (
        <a class={looks} href={href} aria-current={current ? 'true' : undefined} onClick={onPress}>
          {inside}
        </a>
      ) : onPress ? (
        <button type="button" class={looks} aria-current={current ? 'true' : undefined} onClick={onPress}>
          {inside}
        </button>
      ) : (
        <div class={looks}>{inside}</div>
      )}
    </li>
  )
}

/** A time or a word with a smaller one below, as the first column of a row. */
export function Lead({ big, small }: { big: string; small?: string | undefined }) {
  return (
    <span class="lead">
      <b>{big}</b>
      {small && <span class="caption">{small}</span>}
    </span>
  )
}
