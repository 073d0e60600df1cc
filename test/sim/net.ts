import type { Answered } from '#sync/reply.ts'
import type { Chance } from './random.ts'
import type { Faults } from './swarm.ts'

/** With what the server had written when it answered. */
type Seen = Answered & { readonly seen?: string }

interface Message {
  /** The browser it comes from, and the device it speaks for. */
  readonly from: string
  readonly device: string
  readonly body: string
  answer?: Seen
  /** Nothing of it moves before this moment (milliseconds of the world's clock). */
  until: number
  /** Its sender gave up waiting: the server may still hear it. */
  alone: boolean
  readonly arrive: (answered: Seen) => void
  readonly fail: (why: Error) => void
}

export interface NetParts {
  serve(device: string, body: string): Promise<Seen>
  now(): number
  note(fault: string): void
}

const DAY = 86_400_000
/** A proxy that takes no more than this in one piece. */
const PROXY_BYTES = 1500

/** A wire in memory: every message stands until the scheduler moves it, so order, loss and doubling are the seed's. */
export class Net {
  #inFlight: Message[] = []
  #old: Seen[] = []
  readonly #parts: NetParts

  constructor(parts: NetParts) {
    this.#parts = parts
  }

  get busy(): boolean {
    return this.#inFlight.length > 0
  }

  /** Messages that somebody waits for. */
  get awaited(): boolean {
    return this.#inFlight.some((message) => !message.alone)
  }

  post(from: string, device: string, body: string): Promise<Seen> {
    return new Promise((arrive, fail) => {
      this.#inFlight.push({ from, device, body, until: 0, alone: false, arrive, fail })
    })
  }

  /** A device that died hears nothing any more; what it sent may still arrive. */
  cut(from: string): void {
    for (const message of this.#inFlight) {
      if (message.from !== from) continue
      message.alone = true
      message.fail(new Error('cut'))
    }
  }

  /** Nothing is held up any more. */
  hurry(): void {
    for (const message of this.#inFlight) message.until = 0
  }

  /** Moves one message one step. */
  async step(chance: Chance, faults: Faults): Promise<void> {
    const now = this.#parts.now()
    const ready = this.#inFlight.filter((message) => message.until <= now)
    const index = faults.reorder ? chance.below(ready.length) : 0
    const message = ready[index]
    if (!message) return
    if (index > 0) this.#parts.note('reorder')
    if (faults.delay && chance.once(40)) {
      this.#parts.note('delay')
      message.until = now + 3 * DAY
      // Half of the senders have given up by then.
      if (chance.once(2)) {
        message.alone = true
        message.fail(new Error('timed out'))
      }
      return
    }
    if (message.answer === undefined) await this.#ask(message, chance, faults)
    else this.#answer(message, message.answer, chance, faults)
  }

  async #ask(message: Message, chance: Chance, faults: Faults): Promise<void> {
    const { note, serve } = this.#parts
    if (faults.drop && chance.once(12)) return this.#lose(message, 'drop')
    if (faults.portal && chance.once(20)) {
      note('portal')
      message.answer = { status: 200, text: '<html><title>请登录无线网</title></html>' }
      return
    }
    if (faults.proxy && message.body.length > PROXY_BYTES && chance.once(2)) {
      note('proxy')
      message.answer = { status: 413, text: '<html>413 Request Entity Too Large</html>' }
      return
    }
    if (faults.double && chance.once(10)) {
      note('double')
      await serve(message.device, message.body).catch(() => undefined)
    }
    const body = faults.corrupt && chance.once(40) ? this.#broken(message.body, chance) : message.body
    try {
      message.answer = await serve(message.device, body)
    } catch {
      this.#lose(message, 'fell')
    }
  }

  #answer(message: Message, answer: Seen, chance: Chance, faults: Faults): void {
    const { note } = this.#parts
    if (faults.drop && chance.once(10)) return this.#lose(message, 'drop')
    this.#drop(message)
    if (faults.corrupt && chance.once(15)) {
      const draw = chance.below(4)
      const older = this.#old.length > 0 ? chance.pick(this.#old) : answer
      const text = chance.pick(['{}', '[]', 'null', '', '"ok"'])
      if (draw === 0) note('corrupt')
      message.arrive(
        draw < 2
          ? { status: answer.status, text: this.#broken(answer.text, chance) }
          : draw === 2
            ? older
            : { status: 200, text },
      )
      return
    }
    if (chance.once(8)) this.#old = [...this.#old.slice(-3), answer]
    message.arrive(answer)
  }

  /** Cut off, or with a byte that is none: a flip that TLS lets through does not exist. */
  #broken(text: string, chance: Chance): string {
    this.#parts.note('corrupt')
    const at = chance.below(text.length)
    return chance.once(2) ? text.slice(0, at) : `${text.slice(0, at)}\u0000${text.slice(at + 1)}`
  }

  #lose(message: Message, why: string): void {
    this.#parts.note(why)
    this.#drop(message)
    message.fail(new Error(why))
  }

  #drop(message: Message): void {
    this.#inFlight.splice(this.#inFlight.indexOf(message), 1)
  }
}
