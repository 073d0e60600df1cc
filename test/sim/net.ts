import type { Answered } from '#sync/reply.ts'
import type { Chance } from './random.ts'

interface Message {
  readonly from: string
  readonly body: string
  answer?: Answered
  readonly arrive: (answered: Answered) => void
  readonly fail: (why: Error) => void
}

export interface NetFaults {
  readonly drop: boolean
  readonly double: boolean
  readonly late: boolean
  readonly portal: boolean
}

/** A wire in memory: every message stands until the scheduler moves it, so order, loss and doubling are the seed's. */
export class Net {
  readonly #inFlight: Message[] = []
  readonly #serve: (from: string, body: string) => Promise<Answered>

  constructor(serve: (from: string, body: string) => Promise<Answered>) {
    this.#serve = serve
  }

  get busy(): boolean {
    return this.#inFlight.length > 0
  }

  post(from: string, body: string): Promise<Answered> {
    return new Promise((arrive, fail) => this.#inFlight.push({ from, body, arrive, fail }))
  }

  /** A device that died hears nothing any more; what it sent may still arrive. */
  cut(from: string): void {
    for (const message of this.#inFlight) if (message.from === from) message.fail(new Error('cut'))
  }

  /** Moves one message one step. */
  async step(chance: Chance, faults: NetFaults): Promise<void> {
    const index = chance.below(faults.late ? this.#inFlight.length : Math.min(1, this.#inFlight.length))
    const message = this.#inFlight[index]
    if (!message) return
    const lost = (what: string) => {
      this.#inFlight.splice(this.#inFlight.indexOf(message), 1)
      message.fail(new Error(what))
    }
    if (message.answer === undefined) {
      if (faults.drop && chance.once(12)) return lost('request lost')
      if (faults.portal && chance.once(25)) {
        message.answer = { status: 200, text: '<html><title>请登录无线网</title></html>' }
        return
      }
      if (faults.double && chance.once(10))
        await this.#serve(message.from, message.body).catch(() => undefined)
      try {
        message.answer = await this.#serve(message.from, message.body)
      } catch {
        lost('server fell')
      }
      return
    }
    if (faults.drop && chance.once(10)) return lost('reply lost')
    this.#inFlight.splice(this.#inFlight.indexOf(message), 1)
    message.arrive(message.answer)
  }
}
