import './tag.css'
import type { Icon } from './icon.ts'

/** The last four are for waste only and always come with icon and word. */
export type Tone =
  | 'plain'
  | 'soft'
  | 'now'
  | 'done'
  | 'chase'
  | 'overdue'
  | 'kitchen'
  | 'other'
  | 'recyclable'
  | 'hazardous'

/** Says a state; it cannot be pressed and has no edge. */
export function Tag({
  label,
  tone = 'plain',
  icon: Drawing,
}: {
  label: string
  tone?: Tone
  icon?: Icon | undefined
}) {
  return (
    <span class={`tag tag-${tone}`}>
      {Drawing && <Drawing class="icon" aria-hidden="true" />}
      {label}
    </span>
  )
}
