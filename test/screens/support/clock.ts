/**
 * The clock that only goes forward, as the product reads it: from `performance` and from the moment of an event. It can be put
 * forward, so that a press counts as one that was meant without anybody waiting for it.
 */
let ahead = 0

const now = performance.now.bind(performance)
performance.now = () => now() + ahead

const { get: moment } = Object.getOwnPropertyDescriptor(Event.prototype, 'timeStamp')!
Object.defineProperty(Event.prototype, 'timeStamp', {
  configurable: true,
  enumerable: true,
  get(this: Event) {
    return (moment!.call(this) as number) + (shiftOf.get(this) ?? keep(this))
  },
})

/** An event keeps the moment it was made. */
const shiftOf = new WeakMap<Event, number>()

function keep(event: Event): number {
  shiftOf.set(event, ahead)
  return ahead
}

/** Longer than a bounce of the same finger. */
const APART_MS = 180

/** So many milliseconds go by for the product. Its timers run as before. */
export function later(milliseconds = APART_MS): void {
  ahead += milliseconds
}
