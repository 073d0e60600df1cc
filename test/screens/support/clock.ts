/*
 * The clocks as the product reads them: the instant from `Date`, and the one that only goes forward from `performance` and from the
 * moment of an event. They can be set and put forward, so that nobody waits. Timers run as before (timers.ts holds them).
 */

/** Longer than a bounce of the same finger. */
const APART_MS = 180

let ahead = 0
let off = 0

const now = performance.now.bind(performance)
performance.now = () => now() + ahead

/** An event keeps the moment it was made. */
const madeAt = new WeakMap<Event, number>()
const { get: moment } = Object.getOwnPropertyDescriptor(Event.prototype, 'timeStamp')!
Object.defineProperty(Event.prototype, 'timeStamp', {
  configurable: true,
  enumerable: true,
  get(this: Event): number {
    const known = madeAt.get(this)
    if (known !== undefined) return known
    const made = (moment!.call(this) as number) + ahead
    madeAt.set(this, made)
    return made
  },
})

const OfMachine = Date

class OfProduct extends OfMachine {
  constructor(...said: [] | [number]) {
    if (said.length === 0) super(OfProduct.now())
    else super(...said)
  }

  static override now(): number {
    return OfMachine.now() + off
  }
}

/** So many milliseconds go by for the product. */
export function later(milliseconds = APART_MS): void {
  ahead += milliseconds
  if (globalThis.Date === OfProduct) off += milliseconds
}

/** From now on the product reads another instant, and its clock runs on from there. Answers how far off it is. */
export function setInstant(instant: string): number {
  off = OfMachine.parse(instant) - OfMachine.now()
  globalThis.Date = OfProduct as DateConstructor
  return off
}

/** So far off the machine's as it was before. */
export function setOff(by: number): void {
  off = by
  globalThis.Date = OfProduct as DateConstructor
}

/** The machine's own instant. */
export function realInstant(): void {
  globalThis.Date = OfMachine
}
