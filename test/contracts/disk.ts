import { type Disk, DiskTrouble, type Key, type Read, type Table, TABLES } from '#store/disk.ts'

/** An empty disk, and a second handle on the same rows, as another tab has one. */
export interface DiskUnderTest {
  readonly disk: Disk
  anotherTab(): Disk
  /** Throws everything away. */
  end(): Promise<void>
}

export interface DiskCase {
  readonly title: string
  run(make: () => Promise<DiskUnderTest>): Promise<void>
}

/** What every disk promises. Free of a test runner, so that the same cases run in Node and inside a browser. */
export const diskContract: readonly DiskCase[] = [
  // Rows
  on('gives back what was put', async ({ disk }) => {
    await put(disk, 'meta', ['a', { text: '三楼灯不亮', n: 1 }])
    equal(await get(disk, 'meta', 'a'), { text: '三楼灯不亮', n: 1 })
  }),
  on('gives undefined for a key that is not there', async ({ disk }) => {
    equal(await get(disk, 'meta', 'a'), undefined)
  }),
  on('tells a number from the text of the same digits', async ({ disk }) => {
    await put(disk, 'meta', [1, 'number'], ['1', 'text'])
    equal([await get(disk, 'meta', 1), await get(disk, 'meta', '1')], ['number', 'text'])
  }),
  on('keeps the later of two puts', async ({ disk }) => {
    await put(disk, 'meta', ['a', 1], ['a', 2])
    equal(await rows(disk, 'meta'), [['a', 2]])
  }),
  on('keeps a table apart from the others', async ({ disk }) => {
    await put(disk, 'drafts', ['a', 1])
    for (const table of TABLES) equal((await rows(disk, table)).length, table === 'drafts' ? 1 : 0)
  }),
  on('forgets what was deleted', async ({ disk }) => {
    await put(disk, 'meta', ['a', 1], ['b', 2])
    await disk.write(['meta'], async (tx) => tx.delete('meta', 'a'))
    equal(await rows(disk, 'meta'), [['b', 2]])
  }),
  on('takes the deletion of what is not there', async ({ disk }) => {
    await disk.write(['meta'], async (tx) => tx.delete('meta', 'a'))
    equal(await rows(disk, 'meta'), [])
  }),
  on('does not see what the caller changes after a put', async ({ disk }) => {
    const value = { list: [1] }
    const writing = disk.write(['meta'], async (tx) => {
      tx.put('meta', 'a', value)
      value.list.push(2)
    })
    await writing
    equal(await get(disk, 'meta', 'a'), { list: [1] })
  }),
  on('does not see what the reader changes after a get', async ({ disk }) => {
    await put(disk, 'meta', ['a', { list: [1] }])
    const got = await get<{ list: number[] }>(disk, 'meta', 'a')
    got?.list.push(2)
    equal(await get(disk, 'meta', 'a'), { list: [1] })
  }),
  on('does not see what the reader changes after a range', async ({ disk }) => {
    await put(disk, 'meta', ['a', { list: [1] }])
    const [row] = await disk.read(['meta'], (tx) => tx.range<{ list: number[] }>('meta'))
    row?.value.list.push(2)
    equal(await get(disk, 'meta', 'a'), { list: [1] })
  }),
  on('keeps bytes as bytes', async ({ disk }) => {
    await put(disk, 'photos', ['a', new Uint8Array([255, 216, 0]).buffer])
    equal(
      [...new Uint8Array((await get<ArrayBuffer>(disk, 'photos', 'a')) ?? new ArrayBuffer(0))],
      [255, 216, 0],
    )
  }),
  on('keeps null, false, 0 and empty text as they are', async ({ disk }) => {
    await put(disk, 'meta', ['a', null], ['b', false], ['c', 0], ['d', ''])
    equal(await rows(disk, 'meta'), [
      ['a', null],
      ['b', false],
      ['c', 0],
      ['d', ''],
    ])
  }),
  on('keeps a row of a megabyte', async ({ disk }) => {
    await put(disk, 'pages', [1, '邻'.repeat(1_000_000)])
    equal((await get<string>(disk, 'pages', 1))?.length, 1_000_000)
  }),

  // Order and ranges
  on('orders numbers by size', async ({ disk }) => {
    await put(disk, 'meta', [10, ''], [9, ''], [-1, ''], [1.5, ''])
    equal(await keys(disk, 'meta'), [-1, 1.5, 9, 10])
  }),
  on('orders text by its characters', async ({ disk }) => {
    await put(disk, 'meta', ['b', ''], ['a', ''], ['B', ''], ['a1', ''], ['邻', ''], ['', ''])
    equal(await keys(disk, 'meta'), ['', 'B', 'a', 'a1', 'b', '邻'])
  }),
  on('orders numbers before text', async ({ disk }) => {
    await put(disk, 'meta', ['0', ''], [7, ''], ['', ''], [100, ''])
    equal(await keys(disk, 'meta'), [7, 100, '', '0'])
  }),
  on('includes both bounds of a range', async ({ disk }) => {
    await five(disk)
    equal(await keys(disk, 'meta', { from: 2, to: 4 }), [2, 3, 4])
  }),
  on('takes bounds that are not keys', async ({ disk }) => {
    await five(disk)
    equal(await keys(disk, 'meta', { from: 1.5, to: 4.5 }), [2, 3, 4])
  }),
  on('takes only a lower bound', async ({ disk }) => {
    await five(disk)
    equal(await keys(disk, 'meta', { from: 4 }), [4, 5])
  }),
  on('takes only an upper bound', async ({ disk }) => {
    await five(disk)
    equal(await keys(disk, 'meta', { to: 2 }), [1, 2])
  }),
  on('has nothing between bounds that cross', async ({ disk }) => {
    await five(disk)
    equal(await keys(disk, 'meta', { from: 4, to: 2 }), [])
    equal(await keys(disk, 'meta', { from: '', to: 2 }), [])
  }),
  on('takes one key as a range', async ({ disk }) => {
    await five(disk)
    equal(await keys(disk, 'meta', { from: 3, to: 3 }), [3])
  }),
  on('reaches from a number into text', async ({ disk }) => {
    await put(disk, 'meta', [1, ''], [2, ''], ['a', ''], ['b', ''])
    equal(await keys(disk, 'meta', { from: 2, to: 'a' }), [2, 'a'])
  }),
  on('finds all keys with the same beginning', async ({ disk }) => {
    await put(disk, 'meta', ['p1/a', ''], ['p1/b', ''], ['p10/a', ''], ['p2/a', ''])
    equal(await keys(disk, 'meta', { from: 'p1/', to: 'p1/\uffff' }), ['p1/a', 'p1/b'])
  }),
  on('stops at a limit', async ({ disk }) => {
    await five(disk)
    equal(await keys(disk, 'meta', { limit: 2 }), [1, 2])
    equal(await keys(disk, 'meta', { from: 3, to: 5, limit: 2 }), [3, 4])
  }),
  on('takes a limit above the number of rows', async ({ disk }) => {
    await five(disk)
    equal(await keys(disk, 'meta', { from: 4, limit: 100 }), [4, 5])
  }),
  on('gives nothing at a limit of 0', async ({ disk }) => {
    await five(disk)
    equal(await keys(disk, 'meta', { limit: 0 }), [])
  }),
  on('has a thousand rows in order', async ({ disk }) => {
    await disk.write(['meta'], async (tx) => {
      for (let n = 999; n >= 0; n--) tx.put('meta', (n * 7) % 1000, n)
    })
    equal(
      await keys(disk, 'meta'),
      Array.from({ length: 1000 }, (_, n) => n),
    )
  }),

  // Numbers
  on('numbers appended rows 1, 2, 3', async ({ disk }) => {
    equal(await append(disk, 'outbox', 'a', 'b', 'c'), [1, 2, 3])
    equal(await rows(disk, 'outbox'), [
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
    ])
  }),
  on('goes on counting in the next transaction', async ({ disk }) => {
    await append(disk, 'outbox', 'a')
    equal(await append(disk, 'outbox', 'b'), [2])
  }),
  on('gives no number twice, also after its row was deleted', async ({ disk }) => {
    await append(disk, 'outbox', 'a', 'b')
    await disk.write(['outbox'], async (tx) => {
      tx.delete('outbox', 1)
      tx.delete('outbox', 2)
    })
    equal(await append(disk, 'outbox', 'c'), [3])
  }),
  on('counts on from a number that was put', async ({ disk }) => {
    await put(disk, 'outbox', [7, 'a'])
    equal(await append(disk, 'outbox', 'b'), [8])
  }),
  on('does not count keys that are text', async ({ disk }) => {
    await put(disk, 'outbox', ['99', 'a'])
    equal(await append(disk, 'outbox', 'b'), [1])
  }),
  on('counts each table for itself', async ({ disk }) => {
    await append(disk, 'outbox', 'a', 'b')
    equal(await append(disk, 'sent', 'c'), [1])
  }),
  on('keeps appended rows that nobody awaited', async ({ disk }) => {
    await disk.write(['outbox'], async (tx) => {
      for (const value of ['a', 'b', 'c']) void tx.append('outbox', value)
    })
    equal(await rows(disk, 'outbox'), [
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
    ])
  }),
  on('takes the same row twice when it is appended twice', async ({ disk }) => {
    equal(await append(disk, 'outbox', { id: 'a' }, { id: 'a' }), [1, 2])
    equal((await rows(disk, 'outbox')).length, 2)
  }),

  // All or nothing
  on('leaves nothing of a body that threw', async ({ disk }) => {
    await put(disk, 'meta', ['a', 1])
    const failing = disk.write(['meta', 'outbox'], async (tx) => {
      tx.put('meta', 'a', 2)
      tx.put('meta', 'b', 2)
      tx.delete('meta', 'a')
      await tx.append('outbox', 'row')
      throw new Error('mine')
    })
    equal(await messageOf(failing), 'mine')
    equal(await rows(disk, 'meta'), [['a', 1]])
    equal(await rows(disk, 'outbox'), [])
  }),
  on('leaves nothing of a body that threw before its first call', async ({ disk }) => {
    equal(await messageOf(disk.write(['meta'], () => Promise.reject(new Error('mine')))), 'mine')
    equal(await rows(disk, 'meta'), [])
  }),
  on('gives the caller the very error the body threw', async ({ disk }) => {
    const mine = new DiskTrouble('full')
    equal((await errorOf(disk.write(['meta'], () => Promise.reject(mine)))) === mine, true)
  }),
  on('leaves nothing when a value cannot be kept', async ({ disk }) => {
    const failing = disk.write(['meta'], async (tx) => {
      tx.put('meta', 'a', 1)
      tx.put('meta', 'b', () => 1)
    })
    equal((await errorOf(failing)) !== undefined, true)
    equal(await rows(disk, 'meta'), [])
  }),
  on('leaves nothing when an append that nobody awaited cannot be kept', async ({ disk }) => {
    const failing = disk.write(['outbox'], async (tx) => {
      tx.put('outbox', 1, 'a')
      void tx.append('outbox', () => 1)
    })
    equal((await errorOf(failing)) !== undefined, true)
    equal(await rows(disk, 'outbox'), [])
  }),
  on('settles when a table is used that was not asked for', async ({ disk }) => {
    const failing = disk.write(['meta'], async (tx) => tx.put('drafts', 'a', 1))
    equal((await errorOf(failing)) !== undefined, true)
    equal(await rows(disk, 'drafts'), [])
  }),
  on('goes on after a transaction that failed', async ({ disk }) => {
    await errorOf(disk.write(['meta'], () => Promise.reject(new Error('mine'))))
    await put(disk, 'meta', ['a', 1])
    equal(await rows(disk, 'meta'), [['a', 1]])
  }),
  on('writes to several tables at once', async ({ disk }) => {
    await disk.write(['meta', 'singles', 'sent'], async (tx) => {
      tx.put('meta', 'a', 1)
      tx.put('singles', 'b', 2)
      tx.put('sent', 3, 3)
    })
    equal(
      [await get(disk, 'meta', 'a'), await get(disk, 'singles', 'b'), await get(disk, 'sent', 3)],
      [1, 2, 3],
    )
  }),
  on('takes a body that writes nothing', async ({ disk }) => {
    equal(await disk.write(['meta'], async () => 'done'), 'done')
  }),
  on('gives back what the body gave', async ({ disk }) => {
    await put(disk, 'meta', ['a', 1])
    equal(await disk.read(['meta'], (tx) => tx.get('meta', 'a')), 1)
    equal(await disk.write(['meta'], (tx) => tx.get('meta', 'a')), 1)
  }),

  // Inside a transaction
  on('sees its own puts and deletions before they are committed', async ({ disk }) => {
    await put(disk, 'meta', ['a', 1], ['b', 1])
    const seen = await disk.write(['meta'], async (tx) => {
      tx.put('meta', 'a', 2)
      tx.put('meta', 'c', 2)
      tx.delete('meta', 'b')
      return [await tx.get('meta', 'a'), await tx.get('meta', 'b'), await list(tx, 'meta')]
    })
    equal(seen, [
      2,
      undefined,
      [
        ['a', 2],
        ['c', 2],
      ],
    ])
  }),
  on('sees its own appended row', async ({ disk }) => {
    const seen = await disk.write(['outbox'], async (tx) => tx.get('outbox', await tx.append('outbox', 'a')))
    equal(seen, 'a')
  }),
  on('may read, decide and write many times in one transaction', async ({ disk }) => {
    await put(disk, 'meta', ['n', 0])
    await disk.write(['meta'], async (tx) => {
      for (let i = 0; i < 50; i++) tx.put('meta', 'n', ((await tx.get<number>('meta', 'n')) ?? 0) + 1)
    })
    equal(await get(disk, 'meta', 'n'), 50)
  }),
  on('does the reads of a body together when they are asked for together', async ({ disk }) => {
    await put(disk, 'meta', ['a', 1])
    await put(disk, 'drafts', ['b', 2])
    const seen = await disk.read(['meta', 'drafts'], (tx) =>
      Promise.all([tx.get('meta', 'a'), list(tx, 'drafts')]),
    )
    equal(seen, [1, [['b', 2]]])
  }),
  on('lets two writers follow each other: no step of one is lost', async ({ disk }) => {
    await put(disk, 'meta', ['n', 0])
    const raise = () =>
      disk.write(['meta'], async (tx) => tx.put('meta', 'n', ((await tx.get<number>('meta', 'n')) ?? 0) + 1))
    await Promise.all(Array.from({ length: 25 }, raise))
    equal(await get(disk, 'meta', 'n'), 25)
  }),
  on('reads after a write what the write wrote, also when nobody waited', async ({ disk }) => {
    void put(disk, 'meta', ['a', 1])
    equal(await get(disk, 'meta', 'a'), 1)
  }),

  // Two tabs
  on('lets two tabs append: all rows are there, no number twice', async ({ disk, anotherTab }) => {
    const other = anotherTab()
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => append(i % 2 === 0 ? disk : other, 'outbox', `row ${i}`)),
    )
    equal(
      await keys(disk, 'outbox'),
      Array.from({ length: 20 }, (_, n) => n + 1),
    )
  }),
  on('shows another tab what this one wrote', async ({ disk, anotherTab }) => {
    await put(disk, 'meta', ['a', 1])
    equal(await get(anotherTab(), 'meta', 'a'), 1)
  }),
  on('tells of rows that another tab put, appended or deleted', async ({ disk, anotherTab }) => {
    const other = anotherTab()
    for (const write of [
      () => put(other, 'outbox', [1, 'a']),
      () => append(other, 'outbox', 'b'),
      () => other.write(['outbox'], async (tx) => tx.delete('outbox', 1)),
    ]) {
      const told = new Promise<void>((resolve) => {
        const stop = disk.watch('outbox', () => {
          stop()
          resolve()
        })
      })
      await write()
      await told
    }
    equal(await rows(disk, 'outbox'), [[2, 'b']])
  }),
  on('tells only after the rows can be read', async ({ disk, anotherTab }) => {
    const seen = new Promise<unknown>((resolve) => disk.watch('meta', () => resolve(get(disk, 'meta', 'a'))))
    await put(anotherTab(), 'meta', ['a', 1])
    equal(await seen, 1)
  }),
  on(
    'does not tell of other tables, of reads, of failures, of its own writes, or after it was stopped',
    async (at) => {
      const { disk } = at
      const other = at.anotherTab()
      let told = 0
      const stopped = disk.watch('meta', () => told++)
      stopped()
      disk.watch('outbox', () => told++)
      await put(other, 'meta', ['a', 1])
      await get(other, 'outbox', 1)
      await errorOf(
        other.write(['outbox'], async (tx) => {
          tx.put('outbox', 1, 'a')
          throw new Error('mine')
        }),
      )
      await append(disk, 'outbox', 'mine')
      // News keeps its order: when this is heard, anything before it would have been.
      const last = new Promise<void>((resolve) => disk.watch('drafts', resolve))
      await put(other, 'drafts', ['a', 1])
      await last
      equal(told, 0)
    },
  ),

  // The end
  on('refuses in its own words after it was closed', async ({ disk }) => {
    await put(disk, 'meta', ['a', 1])
    disk.close()
    equal(await troubleOf(get(disk, 'meta', 'a')), 'closed')
    equal(await troubleOf(put(disk, 'meta', ['a', 2])), 'closed')
  }),
  on('may be closed twice, and before its first use', async ({ disk }) => {
    disk.close()
    disk.close()
    equal(await troubleOf(get(disk, 'meta', 'a')), 'closed')
  }),
  on('keeps its rows when it is closed and opened again', async ({ disk, anotherTab }) => {
    await append(disk, 'outbox', 'a')
    disk.close()
    const again = anotherTab()
    equal(await rows(again, 'outbox'), [[1, 'a']])
    equal(await append(again, 'outbox', 'b'), [2])
  }),
  on('does not close the other tab', async ({ disk, anotherTab }) => {
    const other = anotherTab()
    await put(other, 'meta', ['a', 1])
    disk.close()
    equal(await get(other, 'meta', 'a'), 1)
  }),
]

function on(title: string, body: (at: DiskUnderTest) => Promise<void>): DiskCase {
  return {
    title,
    async run(make) {
      const at = await make()
      try {
        await body(at)
      } finally {
        await at.end()
      }
    },
  }
}

function put(disk: Disk, table: Table, ...entries: readonly (readonly [Key, unknown])[]): Promise<void> {
  return disk.write([table], async (tx) => {
    for (const [key, value] of entries) tx.put(table, key, value)
  })
}

function append(disk: Disk, table: Table, ...values: readonly unknown[]): Promise<readonly number[]> {
  return disk.write([table], (tx) => Promise.all(values.map((value) => tx.append(table, value))))
}

function get<T>(disk: Disk, table: Table, key: Key): Promise<T | undefined> {
  return disk.read([table], (tx) => tx.get<T>(table, key))
}

async function list(tx: Read, table: Table, range?: Parameters<Read['range']>[1]) {
  return (await tx.range(table, range)).map(({ key, value }) => [key, value] as const)
}

function rows(disk: Disk, table: Table) {
  return disk.read([table], (tx) => list(tx, table))
}

async function keys(disk: Disk, table: Table, range?: Parameters<Read['range']>[1]) {
  return (await disk.read([table], (tx) => list(tx, table, range))).map(([key]) => key)
}

function five(disk: Disk) {
  return put(disk, 'meta', [1, 1], [2, 2], [3, 3], [4, 4], [5, 5])
}

function errorOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error ?? 'rejected',
  )
}

async function messageOf(work: Promise<unknown>) {
  return ((await errorOf(work)) as Error | undefined)?.message
}

async function troubleOf(work: Promise<unknown>) {
  const error = await errorOf(work)
  return error instanceof DiskTrouble ? error.trouble : error
}

/** JSON tells the values apart that these cases use, when undefined is spelled out. */
function equal(actual: unknown, expected: unknown): void {
  const [a, e] = [actual, expected].map((value) =>
    JSON.stringify(value, (_, v: unknown) => (v === undefined ? '∅' : v)),
  )
  if (a !== e) throw new Error(`expected ${e}, got ${a}`)
}
