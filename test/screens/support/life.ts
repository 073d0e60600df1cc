/*
 * A page that is closed ends what runs in it. Here the page stays, so what an app began in it is ended with the app: its timers, what
 * it listens to beside its own elements, and its line for news.
 */

import { SOON_MS } from './timers.ts'

type Heard = Parameters<EventTarget['addEventListener']>

const timers = new Set<ReturnType<typeof setTimeout>>()
const listening: { readonly on: EventTarget; readonly heard: Heard }[] = []
const lines = new Set<EventSource>()
let lives = false

const OUTSIDE = [Window, Document, ServiceWorkerContainer, MediaQueryList, BroadcastChannel, VisualViewport]

const { setTimeout: later, setInterval: every } = globalThis
const noted = <T extends typeof later | typeof every>(begin: T) =>
  ((...args: Parameters<typeof setTimeout>) => {
    const timer = begin(...args)
    if (lives && (args[1] ?? 0) >= SOON_MS) timers.add(timer)
    return timer
  }) as unknown as T
globalThis.setTimeout = noted(later)
globalThis.setInterval = noted(every)

const listen = EventTarget.prototype.addEventListener
EventTarget.prototype.addEventListener = function addEventListener(this: EventTarget | undefined, ...heard) {
  const on = this ?? globalThis
  if (lives && OUTSIDE.some((kind) => on instanceof kind)) listening.push({ on, heard })
  listen.apply(on, heard)
}

const Line = EventSource
globalThis.EventSource = class extends Line {
  constructor(...args: ConstructorParameters<typeof Line>) {
    super(...args)
    if (lives) lines.add(this)
  }
}

/** What begins from now on is the app's. */
export function beginLife(): void {
  lives = true
}

/** Ends all that goes on by itself. `unmount`: takes what is shown away. */
export async function endLife(unmount: () => void): Promise<void> {
  for (const { on, heard } of listening.splice(0)) on.removeEventListener(...heard)
  for (const one of lines) one.close()
  lines.clear()
  unmount()
  // A round that is under way comes to its end, and begins nothing after that.
  const { held = [], pending = [] } = await navigator.locks.query()
  const turns = [...held, ...pending].map(({ name = '' }) => name).filter((name) => name.startsWith('sync'))
  for (const name of new Set(turns)) await navigator.locks.request(name, () => undefined)
  for (const timer of timers) clearTimeout(timer)
  timers.clear()
  lives = false
}
