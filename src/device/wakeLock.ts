/**
 * Keeps the screen on during a shift. Browsers drop the lock whenever the page is hidden, so it is asked for again when
 * the page comes back. Where there is no such ability, or the battery is low, the screen goes off as usual.
 * Answers the way to end it.
 */
export function keepAwake(): () => void {
  let lock: WakeLockSentinel | undefined
  let wanted = true

  const ask = async () => {
    if (!wanted || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
    if (lock && !lock.released) return
    try {
      const given = await navigator.wakeLock.request('screen')
      if (wanted) lock = given
      else await given.release()
    } catch {
      // Refused now; asked again when the page next comes back.
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
