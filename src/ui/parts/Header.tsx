import './header.css'
import Back from '~icons/lucide/chevron-left'
import Close from '~icons/lucide/x'
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

export interface HeaderProps {
  title: string
  sub?: ComponentChildren | undefined
  /** A place to go back to, or what to do; `leave` says it aloud (返回, 关). */
  back?: string | (() => void) | undefined
  leave?: string | undefined
  /** × instead of ‹: a job that is left, not a level that is gone up. */
  close?: boolean | undefined
  right?: ComponentChildren | undefined
  big?: boolean | undefined
}

export function Header({ title, sub, back, leave, close, right, big }: HeaderProps) {
  const Leave = close ? Close : Back
  const mark = <Leave class="icon" aria-hidden="true" />
  return (
    <header class="header">
      {typeof back === 'string' ? (
        <a class="header-leave" href={back} aria-label={leave}>
          {mark}
        </a>
      ) : (
        back && (
          <button type="button" class="header-leave" aria-label={leave} onClick={back}>
            {mark}
          </button>
        )
      )}
      <div class="header-words">
        <Title text={title} big={big ?? false} />
        {sub && <div class="header-sub">{sub}</div>}
      </div>
      {right && <div class="header-right">{right}</div>}
    </header>
  )
}

/** The name of a screen. It takes the focus when the screen comes, so that a screen reader starts here. */
export function Title({ text, big }: { text: string; big?: boolean }) {
  const title = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => title.current?.focus({ preventScroll: true }), [])
  useLayoutEffect(() => {
    document.title = text
  }, [text])
  return (
    <h1 ref={title} tabIndex={-1} class={big ? 'title-big' : undefined}>
      {text}
    </h1>
  )
}
