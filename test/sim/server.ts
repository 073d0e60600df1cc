import { type DeviceId, type Epoch, type PersonId, SERVER, type TenantId } from '#domain/ids.ts'
import type { DeviceKind } from '#domain/rights.ts'
import type { Intent } from '#server/records/act.ts'
import { actOnServer } from '#server/records/act.ts'
import { exchange } from '#server/records/exchange.ts'
import type { House } from '#server/records/house.ts'
import type { Log, LogTx } from '#server/log/log.ts'
import { memoryLog } from '#server/log/memory.ts'
import type { SyncReply } from '#wire/messages.ts'
import type { Answered } from '#sync/reply.ts'
import { plainServerSeals } from '#test/support/plainServerSeals.ts'

export interface Enrolled {
  readonly person: PersonId
  readonly kind: DeviceKind
}

class Fell extends Error {}

/** The product's own server core on a memory log that can fall between any two writes and be put back to a backup. */
export class SimServer {
  readonly tenant: TenantId
  readonly enrolled = new Map<string, Enrolled>()
  readonly log = memoryLog()
  /** Sees every reply that leaves, before the wire may lose it. */
  watch: (device: string, reply: SyncReply) => void = () => {}
  readonly #house: House
  #left = Infinity
  readonly #journal = new Map<string, readonly Intent[]>()
  #backups: ReturnType<SimServer['log']['snapshot']>[] = []

  constructor(tenant: TenantId, now: () => string, newId: () => string, wrapLog: (log: Log) => Log) {
    this.tenant = tenant
    let lives = 0
    this.#house = {
      log: wrapLog(this.#falling(this.log)),
      seals: plainServerSeals,
      clock: now,
      newId,
      startEpoch: () => `epoch-${String((lives += 1)).padStart(4, '0')}` as Epoch,
    }
  }

  async open(): Promise<void> {
    await this.log.setEpoch(this.#house.startEpoch())
  }

  epoch(): Promise<Epoch> {
    return this.log.epoch()
  }

  async act(actor: PersonId, intents: readonly Intent[]): Promise<void> {
    const done = await actOnServer(this.#house, this.tenant, actor, intents)
    if (!done.ok) throw new Error(`the server refused itself: ${done.refused}`)
  }

  /** Rights are noted outside the database too, so that a backup cannot give them back. */
  async move(name: string, intents: readonly Intent[]): Promise<void> {
    await this.act(SERVER, intents)
    this.#journal.set(name, intents)
  }

  async serve(device: string, body: string): Promise<Answered> {
    const enrolled = this.enrolled.get(device)
    if (!enrolled) return { status: 401, text: '{"refused":"signInFirst"}' }
    const caller = {
      device: device as DeviceId,
      kind: enrolled.kind,
      people: [enrolled.person],
      tenant: this.tenant,
    }
    const reply = await exchange(this.#house, caller, JSON.parse(body))
    if ('refused' in reply) return { status: 400, text: JSON.stringify(reply) }
    this.watch(device, reply)
    return { status: 200, text: JSON.stringify(reply) }
  }

  fallSoon(steps: number): void {
    this.#left = steps
  }

  stand(): void {
    this.#left = Infinity
  }

  backUp(): void {
    this.#backups.push(this.log.snapshot())
    if (this.#backups.length > 4) this.#backups.shift()
  }

  /** Puts an older backup back, as an operator does; what was acknowledged since lives on the devices only. */
  async restore(which: number): Promise<boolean> {
    const backup = this.#backups[which % Math.max(1, this.#backups.length)]
    if (!backup) return false
    this.log.restore(backup)
    await this.log.setEpoch(this.#house.startEpoch())
    for (const intents of this.#journal.values()) await this.act(SERVER, intents)
    return true
  }

  /** Falls at the n-th step inside transactions: nothing of the transaction stays. */
  #falling(log: Log): Log {
    const step = () => {
      if (this.#left === Infinity) return
      this.#left -= 1
      if (this.#left > 0) return
      this.#left = Infinity
      throw new Fell()
    }
    return {
      ...log,
      transact: (tenant, body) =>
        log.transact(tenant, async (tx) => {
          const value = await body(stepping(tx, step))
          step()
          return value
        }),
    }
  }
}

/** Every call of a transaction is a step. */
function stepping(tx: LogTx, step: () => void): LogTx {
  return new Proxy(tx, {
    get(target, name, receiver) {
      const value = Reflect.get(target, name, receiver) as unknown
      if (typeof value !== 'function') return value
      return (...args: unknown[]) => {
        step()
        return (value as (...all: unknown[]) => unknown).apply(target, args)
      }
    },
  })
}
