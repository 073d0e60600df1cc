/**
 * Keeps the screen on during a shift. Browsers drop the lock whenever the page is hidden, so it is asked for again when
 * the page comes back. Answers the way to end it.
 *
 * @param cannot told where there is no such ability, or where it is refused (a low battery): the screen goes off as usual
 */
export function keepAwake(cannot: () => void): () => void {
  let lock: WakeLockSentinel | undefined
  let wanted = true

  const ask = async () => {
    if (!wanted || document.visibilityState !== 'visible') return
    if (!('wakeLock' in navigator)) return cannot()
    if (lock && !lock.released) return
    try {
      const given = await navigator.wakeLock.request('screen')
      if (wanted) lock = given
      else await given.release()
    } catch {
      // Asked again when the page next comes back. One that was hidden meanwhile was refused for that only.
      if (wanted && document.visibilityState === 'visible') cannot()
    }
  }
  const changed = () => void ask()
  document.addEventListener('visibilitychange', changed)
  void ask()

  return () => {
    wanted = false
    document.removeEventListener('visibilitychange', changed)
    // Ending a lock that the browser has ended already is no trouble of ours.
    lock?.release().catch(() => undefined)
  }
}
