import type { DeviceKind } from '#domain/rights.ts'
import { afterQuiet } from './timers.ts'

const MINUTE = 60_000

/**
 * After how long without a touch, or away from the page, a device counts as left alone, in milliseconds. Anybody may take up a
 * tablet; a phone is in its person's pocket, and behind the phone's own lock besides.
 */
export const LEFT_ALONE: Readonly<Record<DeviceKind, { readonly quiet: number; readonly away: number }>> = {
  shared: { quiet: 3 * MINUTE, away: MINUTE },
  own: { quiet: 15 * MINUTE, away: 15 * MINUTE },
}
const FILES = 'input[type=file]'
const STIRS = ['pointerdown', 'keydown', 'input', 'wheel'] as const

/**
 * Locks after some time without a touch, and when the page comes back after some time out of sight; opening the camera or
 * the gallery is part of the work and does not count. Asks `may` each time. Answers the way to stop.
 */
export function lockWhenQuiet(
  after: (typeof LEFT_ALONE)[DeviceKind],
  may: () => boolean,
  lock: () => void,
): () => void {
  let left: number | undefined
  let picturing = false
  const isAtCamera = () => picturing && document.visibilityState === 'hidden'
  const asked = () => {
    if (may() && !isAtCamera()) lock()
    else quiet.stir()
  }
  const quiet = afterQuiet(after.quiet, asked)
  const touched = ({ target }: Event) => {
    if (document.visibilityState === 'visible' && target instanceof Element) picturing = opensPictures(target)
  }
  /** The picture is here, or there will be none: who leaves the page from here on has left it. Told before the page is seen again, it is not over yet. */
  const chosen = ({ target }: Event) => {
    if (document.visibilityState === 'visible' && target instanceof Element && target.matches(FILES))
      picturing = false
  }
  const seen = () => {
    if (document.visibilityState === 'hidden') {
      left = performance.now()
      return
    }
    const away = left !== undefined && performance.now() - left > after.away
    left = undefined
    if (picturing) quiet.stir()
    else if (away) asked()
  }
  const ends = [
    ...STIRS.map((stir) => listen(document, stir, quiet.stir)),
    listen(document, 'click', touched),
    listen(document, 'change', chosen),
    listen(document, 'cancel', chosen),
    listen(document, 'visibilitychange', seen),
  ]
  return () => {
    quiet.stop()
    for (const end of ends) end()
  }
}

function opensPictures(target: Element): boolean {
  const key = target.closest('label, input')
  return key !== null && (key.matches(FILES) || key.querySelector(FILES) !== null)
}

function listen(on: EventTarget, event: string, told: (event: Event) => void): () => void {
  on.addEventListener(event, told, { capture: true, passive: true })
  return () => on.removeEventListener(event, told, { capture: true })
}
