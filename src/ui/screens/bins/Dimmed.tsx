import './dimmed.css'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { afterQuiet, pause } from '#device/timers.ts'
import { useWords } from '#ui/words.ts'

const QUIET_MS = 2 * 60_000
/** A browser says the click within this time after the finger has gone, if it says one at all. */
const CLICK_MS = 350
const STIRS = ['pointerdown', 'keydown', 'click', 'input', 'focusin', 'wheel'] as const

/**
 * After two minutes without a touch the screen goes dark, with the count still to be read. Any touch or key wakes it, and
 * that one does nothing else: whoever only wants to see has not counted.
 */
export function Dimmed(props: {
  counter: string
  count: number
  /** The moment of the touch that woke it, milliseconds of a clock that only goes forward. */
  onWake: (moment: number) => void
}) {
  const [dark, setDark] = useState(false)
  useEffect(() => {
    const quiet = afterQuiet(QUIET_MS, () => setDark(true))
    for (const stir of STIRS) document.addEventListener(stir, quiet.stir, { capture: true, passive: true })
    return () => {
      quiet.stop()
      for (const stir of STIRS) document.removeEventListener(stir, quiet.stir, { capture: true })
    }
  }, [])
  if (!dark) return null
  return (
    <Dark
      {...props}
      onWake={(moment) => {
        setDark(false)
        props.onWake(moment)
      }}
    />
  )
}

/** A dialog of its own: it lies over an open sheet too, holds back what is below, and gives the focus back. */
function Dark({ counter, count, onWake }: Parameters<typeof Dimmed>[0]) {
  const words = useWords().shift
  const box = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const dialog = box.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  // A finger that slid clicks nothing. The dark stays until then, or the click would fall through it.
  const late = ({ timeStamp }: PointerEvent) =>
    void pause(CLICK_MS).over.then(() => box.current && onWake(timeStamp))
  return (
    <dialog
      ref={box}
      class="dimmed"
      data-theme="night"
      aria-label={words.dimmed}
      onCancel={(event) => {
        event.preventDefault()
        onWake(event.timeStamp)
      }}
      onKeyDown={(event) => {
        event.preventDefault()
        onWake(event.timeStamp)
      }}
      onClick={(event) => onWake(event.timeStamp)}
      onPointerUp={late}
      onPointerCancel={late}
    >
      <button type="button" class="dimmed-key">
        <span class="dimmed-counter">{counter}</span>
        <span class="dimmed-count">{count}</span>
        <span class="dimmed-hint">{words.wake}</span>
      </button>
    </dialog>
  )
}
