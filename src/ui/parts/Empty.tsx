import './empty.css'
import Warning from '~icons/lucide/triangle-alert'
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { House } from './House.tsx'

/** Nothing here: a house, one sentence, the key to begin. `lit` where nothing is left to do. */
export function Empty(props: {
  title: string
  text?: string | undefined
  lit?: boolean | undefined
  picture?: ComponentChildren | undefined
  children?: ComponentChildren | undefined
}) {
  return (
    <div class="empty">
      {props.picture ?? <House lit={props.lit ? 18 : 0} />}
      <p class="empty-title">{props.title}</p>
      {props.text && <p class="caption">{props.text}</p>}
      {props.children}
    </div>
  )
}

/** What happened, what is safe, one key to put it right, one to go on without. Read out at once. */
export function ErrorPanel(props: { title: string; text: string; children?: ComponentChildren }) {
  return (
    <section class="error-panel" role="alert">
      <Warning class="icon error-mark" aria-hidden="true" />
      <div class="error-words">
        <h2>{props.title}</h2>
        <p>{props.text}</p>
      </div>
      {props.children && <div class="error-keys">{props.children}</div>}
    </section>
  )
}

const QUIET_MS = 1000
const EXPLAIN_MS = 5000

/** Nothing in the first second, then still shapes, after five seconds the reason. */
export function Skeleton({ why }: { why: string }) {
  const [stage, setStage] = useState(0)
  useEffect(() => {
    const first = setTimeout(() => setStage(1), QUIET_MS)
    const second = setTimeout(() => setStage(2), EXPLAIN_MS)
    return () => {
      clearTimeout(first)
      clearTimeout(second)
    }
  }, [])
  if (stage === 0) return null
  return (
    <div class="skeleton">
      <span class="skeleton-line" />
      <span class="skeleton-line skeleton-short" />
      <div class="skeleton-windows" aria-hidden="true">
        {Array.from({ length: 12 }, (_, index) => (
          <span key={index} class="skeleton-window" />
        ))}
      </div>
      <p role="status" class="caption">
        {stage === 2 && why}
      </p>
    </div>
  )
}
