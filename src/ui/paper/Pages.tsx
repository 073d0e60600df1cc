import './paper.css'
import type { ComponentChildren } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import { Watermark } from '#ui/Watermark.tsx'
import { usePaperZoom } from './usePaperZoom.ts'

/** Pixels of an A4 page, as browsers print it. */
const NARROW = 794
const WIDE = 1123

interface PagesProps {
  label: string
  internal: boolean
  across?: boolean | undefined
  children: ComponentChildren
}

/** Pages as a whole, smaller where the screen is smaller; over those for the inside stands who had them on which screen. */
export function Pages({ label, internal, across = false, children }: PagesProps) {
  const { box, zoom } = usePaperZoom(across ? WIDE : NARROW)
  useLayoutEffect(() => {
    if (!across) return
    document.documentElement.dataset['paper'] = 'across'
    return () => void delete document.documentElement.dataset['paper']
  }, [across])
  const look = ['paper', across && 'paper-across', internal && 'paper-internal'].filter(Boolean).join(' ')
  return (
    // Whoever has no pointer reads on by keys: nothing else on the pages takes the focus.
    <div ref={box} class="paper-box" role="region" aria-label={label} tabIndex={0}>
      <div class={look} style={{ zoom }}>
        {children}
        {internal && <Watermark />}
      </div>
    </div>
  )
}
