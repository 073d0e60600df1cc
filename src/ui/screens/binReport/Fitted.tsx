import './paper.css'
import type { ComponentChildren } from 'preact'
import { usePaperZoom } from '#ui/usePaperZoom.ts'

/** The page as a whole, smaller where the screen is smaller. */
export function Fitted({ children }: { children: ComponentChildren }) {
  const { box, zoom } = usePaperZoom()
  return (
    <div ref={box} class="paper-box">
      <div class="paper" style={{ zoom }}>
        {children}
      </div>
    </div>
  )
}
