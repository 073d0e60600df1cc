import 'fake-indexeddb/auto'
import { afterEach, describe, expect, test } from 'vitest'
import { dexieDisk } from '#store/dexieDisk.ts'
import type { Disk } from '#store/disk.ts'
import { diskContract } from '#test/contracts/disk.ts'

let names = 0
const quick = { backoff: [1, 1], patience: 200 }

describe('a disk in IndexedDB', () => {
  for (const { title, run } of diskContract) {
    test(title, () =>
      run(async () => {
        const name = `contract ${names++}`
        const handles: Disk[] = []
        const open = () => {
          const handle = dexieDisk(name)
          handles.push(handle)
          return handle
        }
        return {
          disk: open(),
          anotherTab: open,
          async end() {
            for (const handle of handles) handle.close()
          },
        }
      }),
    )
  }
})

describe('a disk in IndexedDB in trouble', () => {
  const opened: { close(): void }[] = []
  const transaction = IDBDatabase.prototype.transaction
  afterEach(() => {
    IDBDatabase.prototype.transaction = transaction
    for (const each of opened.splice(0)) each.close()
  })

  function aDisk(name = `trouble ${names++}`) {
    const disk = dexieDisk(name, quick)
    opened.push(disk)
    return { disk, name }
  }
  const put = (disk: Disk, key: string) => disk.write(['meta'], async (tx) => tx.put('meta', key, 1))
  const outbox = async (disk: Disk) =>
    (await disk.read(['outbox'], (tx) => tx.range('outbox'))).map(({ value }) => value)

  /** What the browser does at the next writing transactions; after that it is well again. */
  function nextTransactions(
    ...faults: ((real: () => IDBTransaction, connection: IDBDatabase) => IDBTransaction)[]
  ) {
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args) {
      const fault = args[1] === 'readwrite' ? faults.shift() : undefined
      const real = () => transaction.apply(this, args)
      return fault ? fault(real, this) : real()
    }
  }
  const closing = (): IDBTransaction => {
    throw new DOMException('The database connection is closing.', 'InvalidStateError')
  }
  const aborting = (name: string) => (real: () => IDBTransaction) => {
    const tx = real()
    Object.defineProperty(tx, 'error', { get: () => new DOMException('', name) })
    queueMicrotask(() => tx.abort())
    return tx
  }
  /** Commits, and then dies before it can say so. */
  const committedButSilent = (real: () => IDBTransaction) => {
    const tx = real()
    const listen = tx.addEventListener.bind(tx)
    tx.addEventListener = (type: string, listener: EventListenerOrEventListenerObject) => {
      if (type !== 'complete') listen(type === 'abort' ? 'complete' : type, listener)
    }
    return tx
  }
  const hanging = (real: () => IDBTransaction) => Object.assign(real(), { addEventListener: () => undefined })

  test('INV-1 asks for strict durability: a browser may otherwise say that a row is there before the disk has it', async () => {
    const { disk } = aDisk()
    await put(disk, 'before')
    const asked: IDBTransactionDurability[] = []
    nextTransactions((real) => {
      const tx = real()
      asked.push(tx.durability)
      return tx
    })
    await disk.write(['outbox'], (tx) => tx.append('outbox', 'a'))
    expect(asked).toEqual(['strict'])
  })

  test('opens a lost connection again and does the whole unit of work again', async () => {
    const { disk } = aDisk()
    await put(disk, 'before')
    nextTransactions(closing)
    let runs = 0
    await disk.write(['meta'], async (tx) => {
      runs++
      tx.put('meta', 'after', 1)
    })
    expect(runs).toBe(1)
    expect(await disk.read(['meta'], (tx) => tx.range('meta'))).toHaveLength(2)
  })

  test('does a transaction again that the browser aborted', async () => {
    const { disk } = aDisk()
    await put(disk, 'before')
    nextTransactions(aborting('UnknownError'), aborting('AbortError'))
    await disk.write(['outbox'], (tx) => tx.append('outbox', 'a'))
    expect(await outbox(disk)).toEqual(['a'])
  })

  test('appends a row once though the first attempt was committed and could not say so', async () => {
    const { disk } = aDisk()
    await put(disk, 'before')
    nextTransactions(committedButSilent)
    const number = await disk.write(['outbox'], (tx) => tx.append('outbox', { change: { id: 'a' } }))
    expect(number).toBe(1)
    expect(await outbox(disk)).toEqual([{ change: { id: 'a' } }])
  })

  test('gives up after three attempts, in words, and works when the browser does again', async () => {
    const { disk } = aDisk()
    await put(disk, 'before')
    nextTransactions(closing, closing, closing)
    await expect(put(disk, 'lost')).rejects.toMatchObject({ trouble: 'lost' })
    await put(disk, 'after')
    expect((await disk.read(['meta'], (tx) => tx.range('meta'))).map(({ key }) => key)).toEqual([
      'after',
      'before',
    ])
  })

  test('settles though the browser never tells the end of a transaction', async () => {
    const { disk } = aDisk()
    await put(disk, 'before')
    nextTransactions(hanging, hanging, hanging)
    await expect(put(disk, 'never')).rejects.toMatchObject({ trouble: 'lost' })
  })

  test('says full at once when there is no room, and keeps nothing of the transaction', async () => {
    const { disk } = aDisk()
    await put(disk, 'before')
    nextTransactions(aborting('QuotaExceededError'))
    let runs = 0
    const full = disk.write(['outbox'], async (tx) => {
      runs++
      await tx.append('outbox', 'a')
    })
    await expect(full).rejects.toMatchObject({ trouble: 'full' })
    expect(runs).toBe(1)
    expect(await outbox(disk)).toEqual([])
  })

  test('does not run again what its own body got wrong', async () => {
    const { disk } = aDisk()
    let runs = 0
    const wrong = disk.write(['meta'], async () => {
      runs++
      throw new TypeError('mine')
    })
    await expect(wrong).rejects.toThrow('mine')
    expect(runs).toBe(1)
  })

  /** A connection of another page, at a version of Dexie's times ten. */
  function anotherPage(name: string, version: number, polite: boolean): Promise<IDBDatabase> {
    return new Promise((resolve, reject) => {
      const request = indexedDB.open(name, version)
      request.addEventListener('error', () => reject(request.error))
      request.addEventListener('success', () => {
        const connection = request.result
        opened.push(connection)
        if (polite) connection.addEventListener('versionchange', () => connection.close())
        resolve(connection)
      })
    })
  }

  test('makes no database by looking: it reads as empty until something is written', async () => {
    const { disk, name } = aDisk()
    expect(await disk.read(['meta'], (tx) => tx.get('meta', 'a'))).toBeUndefined()
    expect(await outbox(disk)).toEqual([])
    expect((await indexedDB.databases()).map((one) => one.name)).not.toContain(name)
    await Promise.all([put(disk, 'a'), outbox(disk), put(disk, 'b')])
    expect(await disk.read(['meta'], (tx) => tx.range('meta'))).toHaveLength(2)
  })

  test('says blocked when a page with an older version does not let go', async () => {
    const { disk, name } = aDisk()
    await anotherPage(name, 1, false)
    await expect(put(disk, 'a')).rejects.toMatchObject({ trouble: 'blocked' })
  })

  test('opens when the page with the older version lets go', async () => {
    const { disk, name } = aDisk()
    await anotherPage(name, 1, true)
    await put(disk, 'a')
  })

  test('lets a newer page upgrade, and goes on beside it', async () => {
    const { disk, name } = aDisk()
    await put(disk, 'before')
    await anotherPage(name, 20, true)
    await put(disk, 'after')
    expect(await disk.read(['meta'], (tx) => tx.range('meta'))).toHaveLength(2)
  })

  test('leaves rows alone that a much newer version wrote, and says so', async () => {
    const { disk, name } = aDisk()
    await put(disk, 'before')
    disk.close()
    await anotherPage(name, 1000, true)
    await expect(put(aDisk(name).disk, 'a')).rejects.toMatchObject({ trouble: 'newer' })
  })

  test('does not number anew in a store that was deleted under it', async () => {
    const { disk, name } = aDisk()
    await disk.write(['outbox'], (tx) => tx.append('outbox', 'a'))
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(name).addEventListener('success', resolve)
    })
    await expect(disk.write(['outbox'], (tx) => tx.append('outbox', 'b'))).rejects.toMatchObject({
      trouble: 'lost',
    })
    await expect(outbox(disk)).rejects.toMatchObject({ trouble: 'lost' })
  })
})
