import { useRef } from 'preact/hooks'

/** A browser says the click of a touch within this time, if it says one at all. */
const CLICK_MS = 700

interface Touches {
  readonly onPointerDown: (event: PointerEvent) => void
  readonly onPointerUp: (event: PointerEvent) => void
  readonly onPointerCancel: (event: PointerEvent) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onClick: (event: MouseEvent) => void
}

/**
 * Touches of one key. A click alone is not enough at the bins: browsers say none while another finger rests on the screen,
 * nor for a press that lasts, and gloves press long. So a pointer that goes down and comes up on the key is a touch, told
 * with the moment it went down; the click that follows it is the same touch. A click without a pointer is one too: screen
 * readers and the keyboard send nothing else. A key that is held down is pressed once.
 */
export function useTouches(onTouch: (moment: number) => void): Touches {
  const down = useRef(new Map<number, number>())
  const cameUp = useRef(-Infinity)
  return {
    onPointerDown: (event) => {
      if (event.button === 0) down.current.set(event.pointerId, event.timeStamp)
    },
    onPointerUp: (event) => {
      const moment = down.current.get(event.pointerId)
      down.current.delete(event.pointerId)
      if (moment === undefined || !isOver(event)) return
      cameUp.current = event.timeStamp
      onTouch(moment)
    },
    // The page is scrolled, or the system took the finger away.
    onPointerCancel: (event) => down.current.delete(event.pointerId),
    onKeyDown: (event) => {
      if (event.repeat) event.preventDefault()
    },
    onClick: (event) => {
      const ofPointer = event.detail !== 0 && event.timeStamp - cameUp.current < CLICK_MS
      cameUp.current = -Infinity
      if (!ofPointer) onTouch(event.timeStamp)
    },
  }
}

/** Fingers hold on to the key they went down on; one that slid away has changed its mind. */
function isOver({ currentTarget, clientX, clientY }: PointerEvent): boolean {
  const box = (currentTarget as Element).getBoundingClientRect()
  return clientX >= box.left && clientX <= box.right && clientY >= box.top && clientY <= box.bottom
}
