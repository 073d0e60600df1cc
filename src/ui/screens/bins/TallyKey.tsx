import './tally-key.css'
import Correct from '~icons/lucide/circle-check'
import Hand from '~icons/lucide/hand'
import Megaphone from '~icons/lucide/megaphone'
import Plus from '~icons/lucide/plus'
import { useEffect, useRef, useState } from 'preact/hooks'
import { afterQuiet } from '#device/timers.ts'
import type { Counter } from '#domain/bins/tallies.ts'
import type { Icon } from '#ui/parts/icon.ts'
import { useWords } from '#ui/words.ts'
import { Resort, Sack } from './signs.tsx'
import { useTouches } from './useTouches.ts'

export const COUNTER_ICONS: Readonly<Record<Counter, Icon>> = {
  right: Correct,
  corrected: Hand,
  unsorted: Sack,
  resorted: Resort,
  explained: Megaphone,
}

/** The whole block adds one. `waiting` touches are shown in the number, and as +n until the disk has them. */
export function TallyKey(props: {
  counter: Counter
  count: number
  waiting: number
  main?: boolean
  /** The touch's own time, milliseconds of a clock that only goes forward; answers whether it counted. */
  onTouch: (moment: number) => boolean
}) {
  const { counter, count, waiting, main, onTouch } = props
  const [hit, flash] = useFlash()
  const touches = useTouches((moment) => {
    if (onTouch(moment)) flash()
  })
  const words = useWords().bins
  const Drawing = COUNTER_ICONS[counter]
  const name = words.counter[counter]
  return (
    <button
      type="button"
      class={main ? 'tally tally-main' : 'tally'}
      data-long={count > 99 ? '' : undefined}
      data-waiting={waiting > 0 ? '' : undefined}
      data-hit={hit ? '' : undefined}
      aria-label={words.tallyName(name, count)}
      {...touches}
    >
      <span class="tally-word">
        <Drawing class="icon" aria-hidden="true" />
        {name}
      </span>
      <span class="tally-number">{count}</span>
      <span class="tally-plus">
        {waiting > 0 ? <b>+{waiting}</b> : <Plus class="icon tally-cross" aria-hidden="true" />}
        <b class="tally-one">+1</b>
        {main && <span>{words.press}</span>}
      </span>
    </button>
  )
}

const FLASH_MS = 200

/** The colour of a touch that counted stays long enough to be seen, however short the touch was. */
function useFlash(): readonly [boolean, () => void] {
  const [lit, setLit] = useState(false)
  const light = useRef<ReturnType<typeof afterQuiet> | undefined>(undefined)
  useEffect(() => () => light.current?.stop(), [])
  const flash = () => {
    setLit(true)
    light.current?.stop()
    light.current = afterQuiet(FLASH_MS, () => setLit(false))
  }
  return [lit, flash]
}

const SPOKEN_MS = 1000

/** Speaks a new total politely, at most once a second however fast the taps come. */
export function SpokenTotal({ text }: { text: string }) {
  const [said, say] = useState('')
  const last = useRef(0)
  useEffect(() => {
    if (text === '') return
    const timer = setTimeout(
      () => {
        last.current = performance.now()
        say(text)
      },
      Math.max(0, last.current + SPOKEN_MS - performance.now()),
    )
    return () => clearTimeout(timer)
  }, [text])
  return (
    <p class="spoken" aria-live="polite">
      {said}
    </p>
  )
}
