import 'fake-indexeddb/auto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Epoch } from '#domain/ids.ts'
import type { Log } from '#server/log/log.ts'
import { dexieDisk } from '#store/dexieDisk.ts'
import { type Disk, type Row, type Table, TABLES } from '#store/disk.ts'
import { aLogFile } from '#test/support/logFile.ts'
import type { Drive } from './drive.ts'
import type { Engines } from './world.ts'

let databases = 0

/**
 * The engines of the product: its own IndexedDB code with its supervisor, over an IndexedDB in this process, and SQLite in a
 * file. What differs from memory: transactions take turns of the event loop, so the order in which two of them end is theirs;
 * a copied store counts on from its highest row. A life is therefore not replayed to the letter, but must be as faultless.
 */
export async function realEngines(): Promise<Engines & { end(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'linbian-sim-'))
  const file = join(folder, 'log.sqlite')
  const busy = { count: 0 }
  const during: During = async (work) => {
    busy.count += 1
    try {
      return await work()
    } finally {
      busy.count -= 1
    }
  }
  let log = await open(file)
  return {
    newDrive: () => indexedDrive(`life ${(databases += 1)}`, during),
    kept: {
      log: {
        epoch: () => log.epoch(),
        setEpoch: (...args) => log.setEpoch(...args),
        highestNumber: () => log.highestNumber(),
        tenants: () => log.tenants(),
        transact: (tenant, body) => during(() => log.transact(tenant, body)),
        close: () => log.close(),
      },
      async snapshot() {
        await log.close()
        const bytes = await readFile(file)
        log = await open(file)
        return bytes
      },
      async restore(bytes) {
        await log.close()
        await writeFile(file, bytes as Buffer)
        log = await open(file)
      },
    },
    async settle() {
      // News between tabs come in turns of their own: idle is what stays idle for a few.
      for (let still = 0; still < 4; still = busy.count === 0 ? still + 1 : 0)
        await new Promise((resolve) => setImmediate(resolve))
    },
    async end() {
      await log.close()
      await rm(folder, { recursive: true })
    },
  }
}

async function open(file: string): Promise<Log> {
  const opened = await aLogFile(file, '' as Epoch)
  if (!opened.ok) throw new Error(opened.refused)
  return opened.value
}

type During = <T>(work: () => Promise<T>) => Promise<T>

function indexedDrive(name: string, during: During): Drive {
  const tab = (): Disk => {
    const disk = dexieDisk(name, { backoff: [0, 0] })
    return {
      ...disk,
      read: (tables, body) => during(() => disk.read(tables, body)),
      write: (tables, body) => during(() => disk.write(tables, body)),
    }
  }
  return {
    tab,
    async copy() {
      const from = dexieDisk(name)
      const rows = await from.read(TABLES, (tx) =>
        Promise.all(TABLES.map(async (table) => [table, await tx.range(table)] as const)),
      )
      from.close()
      const other = `life ${(databases += 1)}`
      const to = dexieDisk(other)
      await put(to, rows)
      to.close()
      return indexedDrive(other, during)
    },
  }
}

function put(disk: Disk, all: readonly (readonly [Table, readonly Row<unknown>[]])[]): Promise<void> {
  return disk.write(TABLES, async (tx) => {
    for (const [table, rows] of all) for (const { key, value } of rows) tx.put(table, key, value)
  })
}
