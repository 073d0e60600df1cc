import { type Disk, DiskTrouble, type Table, type Trouble, type Write } from '#store/disk.ts'

/** The browser is gone. */
export class Killed extends Error {}

/** What befalls the disk of one life of a browser. */
export class Haunting {
  alive = true
  /** An older page holds the store: nothing opens. */
  blocked = false
  readonly #die: () => void
  #left = Infinity
  #trouble: { left: number; times: number; readonly is: Trouble } | undefined
  readonly #happened: (what: string) => void

  constructor(die: () => void, happened: (what: string) => void) {
    this.#die = die
    this.#happened = happened
  }

  /** Dies at one of the next steps of the disk. */
  dieSoon(steps: number): void {
    this.#left = steps
  }

  /** One of the next steps fails, `times` times in a row; a connection that comes back is not noticed by anybody. */
  troubleSoon(is: Trouble, steps: number, times = 1): void {
    this.#trouble = { is, left: steps, times }
  }

  calm(): void {
    this.#left = Infinity
    this.#trouble = undefined
    this.blocked = false
  }

  step(committed = false): void {
    if (!this.alive) throw new Killed()
    if (this.blocked && !committed) throw new DiskTrouble('blocked')
    if (this.#left !== Infinity && --this.#left <= 0) {
      this.#happened('kill at a step')
      this.#die()
      throw new Killed()
    }
    const trouble = this.#trouble
    // What is on the disk is on the disk: no trouble comes after that.
    if (!trouble || committed) return
    trouble.left -= 1
    if (trouble.left > 0) return
    trouble.times -= 1
    if (trouble.times <= 0) this.#trouble = undefined
    this.#happened(trouble.is === 'full' ? 'quota' : 'lostConnection')
    throw new DiskTrouble(trouble.is)
  }
}

const ATTEMPTS = 3

/**
 * A disk whose every step may be the last: before each call, before the commit, and after it when the caller does not know
 * yet. A lost connection is tried again with the whole body, as the store's own supervisor does.
 */
export function haunted(disk: Disk, haunting: Haunting): Disk {
  const step = () => haunting.step()
  const over = (tx: Write): Write => ({
    get: async (table, key) => {
      step()
      return tx.get(table, key)
    },
    range: async (table, range) => {
      step()
      return tx.range(table, range)
    },
    put(table, key, value) {
      step()
      tx.put(table, key, value)
    },
    append(table, value) {
      step()
      return tx.append(table, value)
    },
    delete(table, key) {
      step()
      tx.delete(table, key)
    },
  })
  const run =
    (how: Disk['write']) =>
    async <T>(tables: readonly Table[], body: (tx: Write) => Promise<T>): Promise<T> => {
      for (let tries = 1; ; tries += 1) {
        try {
          if (!haunting.alive) throw new Killed()
          const value = await how(tables, async (tx) => {
            const found = await body(over(tx))
            step()
            return found
          })
          haunting.step(true)
          return value
        } catch (error) {
          const lost = error instanceof DiskTrouble && error.trouble === 'lost'
          if (!lost || tries === ATTEMPTS) throw error
        }
      }
    }
  return {
    write: run((tables, body) => disk.write(tables, body)),
    read: run((tables, body) => disk.read(tables, (tx) => body(tx as Write))),
    watch: (table, moved) => disk.watch(table, () => void (haunting.alive && moved())),
    close: () => disk.close(),
  }
}
