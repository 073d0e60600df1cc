/*
 * Timers of the product can be held: they are over when a test says that so much time has gone by. Those of the next moment are not:
 * Preact draws with them, and `expect` has its own.
 */

/** What is due sooner comes by itself. */
export const SOON_MS = 100

interface Held {
  due: number
  readonly every: number | undefined
  readonly run: () => void
}

const { setTimeout: once, setInterval: again, clearTimeout: end } = globalThis
const held = new Map<number, Held>()
let holding = false
let gone = 0
/** Below zero, so that it names none of the browser's. */
let last = 0

type Args = Parameters<typeof setTimeout>

function hold(milliseconds: number, repeats: boolean, run: () => void): number {
  last -= 1
  held.set(last, { due: gone + milliseconds, every: repeats ? milliseconds : undefined, run })
  return last
}

const begins =
  (repeats: boolean, begin: typeof setTimeout) =>
  (...args: Args) => {
    const [body, milliseconds = 0, ...rest] = args
    if (!holding || milliseconds < SOON_MS) return begin(...args)
    return hold(milliseconds, repeats, () => (body as (...given: unknown[]) => void)(...rest))
  }
const ends = (timer?: number) => {
  if (timer === undefined || !held.delete(timer)) end(timer)
}
Object.assign(globalThis, {
  setTimeout: begins(false, once),
  setInterval: begins(true, again as typeof setTimeout),
  clearTimeout: ends,
  // One number names a timer of either kind.
  clearInterval: ends,
})

/** From now on a timer is over when a test says so; ends with the test. */
export function holdTimers(): void {
  holding = true
}

export function letTimersGo(): void {
  holding = false
  held.clear()
}

/** So much time goes by, in the order in which timers are over. */
export function timersAfter(milliseconds: number): void {
  const until = gone + milliseconds
  for (;;) {
    const [next] = [...held].filter(([, { due }]) => due <= until).sort(([, a], [, b]) => a.due - b.due)
    if (!next) break
    const [timer, one] = next
    gone = one.due
    if (one.every === undefined) held.delete(timer)
    else one.due += one.every
    one.run()
  }
  gone = until
}
