import type { Change, Outcome } from '#domain/change.ts'
import type { DeviceId, Epoch, PersonId, RecordId, StreamId, TenantId } from '#domain/ids.ts'
import type { DeviceKind } from '#domain/rights.ts'
import { type Book, openBook } from '#store/book.ts'
import { commit, type Intent } from '#store/commit.ts'
import type { Disk } from '#store/disk.ts'
import { type DiskImage, type MemoryDisk, memoryDisk } from '#store/memoryDisk.ts'
import { loadBook } from '#store/open.ts'
import type { SentRow } from '#store/outbox.ts'
import { firstPosition, putPosition } from '#store/position.ts'
import type { Answered } from '#sync/reply.ts'
import { round } from '#sync/run.ts'
import { openStatus } from '#sync/status.ts'
import { plainSeals } from '#test/support/plainSeals.ts'

class Killed extends Error {}

export interface DeviceParts {
  readonly name: string
  readonly person: PersonId
  readonly kind: DeviceKind
  readonly tenant: TenantId
  readonly epoch: Epoch
  newId(): string
  now(): string
  post(from: string, body: string): Promise<Answered>
  /** Planted bugs lie between the product and its disk. */
  wrapDisk(disk: Disk): Disk
}

/** One tablet or phone with one person: the product's own commit, book, planner and runner on a memory disk. */
export class SimDevice {
  readonly id: DeviceId
  readonly parts: DeviceParts
  /** Changes a screen would have called saved: they must never be lost. */
  readonly saved = new Map<string, Change>()
  /** First outcomes as this device put them away, whatever becomes of its sent log. */
  readonly told = new Map<string, Outcome['is']>()
  book: Book = openBook()
  rounds = 0
  failures = 0
  alive = false
  lastEnd: string | undefined
  #disk: MemoryDisk = memoryDisk()
  #image: DiskImage | undefined
  #life = 0
  /** Storage operations left to live. */
  #left = Infinity

  constructor(parts: DeviceParts) {
    this.parts = parts
    this.id = parts.name as DeviceId
  }

  async enrol(): Promise<void> {
    await this.#disk.write(['meta'], async (tx) => {
      putPosition(
        tx,
        firstPosition({
          tenant: this.parts.tenant,
          device: this.id,
          stream: this.parts.newId() as StreamId,
          epoch: this.parts.epoch,
        }),
      )
    })
    this.#image = this.#disk.snapshot()
    await this.start()
  }

  async start(): Promise<void> {
    if (!this.#image) throw new Error('not enrolled')
    const life = (this.#life += 1)
    this.#left = Infinity
    this.#disk = memoryDisk.from(this.#image, {
      before: () => {
        if (life !== this.#life) throw new Killed()
        if (this.#left === Infinity || --this.#left > 0) return
        this.kill()
        throw new Killed()
      },
    })
    this.alive = true
    this.rounds = 0
    this.book = openBook()
    await loadBook(this.#disk, plainSeals, this.book)
  }

  /** Dies at once: what is committed is what is left. */
  kill(): void {
    this.#image = this.#disk.snapshot()
    this.#life += 1
    this.alive = false
  }

  /** Dies at one of the next storage operations. */
  killSoon(operations: number): void {
    this.#left = operations
  }

  /** The profile as it lies on the disk now. */
  image(): DiskImage {
    return this.alive ? this.#disk.snapshot() : (this.#image ?? this.#disk.snapshot())
  }

  get disk(): Disk {
    return noting(this.parts.wrapDisk(this.#disk), this.told)
  }

  async act(intents: readonly Intent[]): Promise<void> {
    const life = this.#life
    const { tenant, newId, now } = this.parts
    try {
      const done = await commit(
        { disk: this.disk, book: this.book, seals: plainSeals, tenant, newId, now },
        this.parts.person,
        intents,
      )
      // A death after the commit and before the word "saved" leaves the change; it is only not promised.
      if (done.ok && life === this.#life) for (const change of done.value) this.saved.set(change.id, change)
    } catch (error) {
      if (!(error instanceof Killed) && life === this.#life) throw error
    }
  }

  /** Starts a round; two at once are two tabs. */
  beginRound(): void {
    if (!this.alive || this.rounds >= 2) return
    const life = this.#life
    this.rounds += 1
    const status = openStatus()
    void round({
      disk: this.disk,
      book: this.book,
      status,
      device: this.parts.kind,
      newId: this.parts.newId,
      post: (body) => this.parts.post(this.parts.name, body),
    })
      .then(
        (end) => {
          if (life !== this.#life) return
          this.lastEnd = end
          this.failures = end === 'noLink' ? this.failures + 1 : 0
        },
        (error: unknown) => {
          if (!(error instanceof Killed) && life === this.#life) this.lastEnd = `threw ${String(error)}`
        },
      )
      .finally(() => {
        if (life === this.#life) this.rounds -= 1
      })
  }

  shows(id: RecordId): boolean {
    return this.book.get(id) !== undefined
  }
}

/** Notes each outcome that a transaction put into the sent log, once it is on the disk. */
function noting(disk: Disk, told: Map<string, Outcome['is']>): Disk {
  return {
    read: (tables, body) => disk.read(tables, body),
    watch: (table, moved) => disk.watch(table, moved),
    close: () => disk.close(),
    async write(tables, body) {
      const put: SentRow[] = []
      const value = await disk.write(tables, (tx) =>
        body({
          ...tx,
          append: (table, row) => {
            if (table === 'sent') put.push(row as SentRow)
            return tx.append(table, row)
          },
        }),
      )
      for (const { change, first } of put) {
        const { value: sealed } = JSON.parse(first) as { value: { outcome: Outcome } }
        if (!told.has(change.id)) told.set(change.id, sealed.outcome.is)
      }
      return value
    },
  }
}
