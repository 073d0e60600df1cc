import type { ComponentChildren } from 'preact'
import { Empty } from '#ui/parts/Empty.tsx'
import { useHidden } from './state/hidden.ts'
import { useWords } from './words.ts'

/**
 * Nothing of what is asked for can be shown. Where records lie closed or are still on their way nobody knows whether there is any, and
 * that is said instead of `title`: neither «all done» nor «not here» would be true.
 */
export function Nothing(props: {
  title: string
  text?: string | undefined
  /** Nothing is left to do. */
  lit?: boolean | undefined
  children?: ComponentChildren | undefined
}) {
  const { hidden: words } = useWords().common
  const hidden = useHidden()
  if (!hidden) return <Empty {...props} />
  return (
    <Empty title={words[hidden].nothing} text={words[hidden].soon}>
      {props.children}
    </Empty>
  )
}
