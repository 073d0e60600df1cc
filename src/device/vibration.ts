/** Short answers that are felt in the hand; a screen always shows the same. Silent where the device cannot. */
const PATTERNS = {
  tap: 20,
  done: [20, 40, 20],
  refused: [60, 60, 60],
} as const

export function buzz(what: keyof typeof PATTERNS): void {
  if (!('vibrate' in navigator)) return
  const pattern = PATTERNS[what]
  navigator.vibrate(typeof pattern === 'number' ? pattern : [...pattern])
}
