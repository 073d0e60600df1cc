import { expect, it } from 'vitest'
import type { ChangeId, DeviceId, Epoch, PersonId, RecordId, StreamId, TenantId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import type { Scope } from '#domain/rights.ts'
import type { Log, LogRow, LogTx } from '#server/log/log.ts'

const A = 'tenant-a' as TenantId
const B = 'tenant-b' as TenantId
const STREAM = 'stream-1' as StreamId
const SCOPE: Scope = { place: 'gate' as RecordId, group: 'bins', people: ['wang' as PersonId] }

/** What every log promises; `make` gives an empty one in the epoch `epoch-1`. */
export function logContract(make: () => Promise<Log>): void {
  const on = (title: string, run: (log: Log) => Promise<void>) =>
    it(title, async () => {
      const log = await make()
      try {
        await run(log)
      } finally {
        await log.close()
      }
    })
  const read = <T>(log: Log, body: (tx: LogTx) => Promise<T>) => log.transact(A, body)

  on('begins in an epoch and without tenants', async (log) => {
    expect(await log.epoch()).toBe('epoch-1')
    expect(await log.tenants()).toEqual([])
    expect(await read(log, (tx) => tx.head())).toBe(0)
  })

  on('W5 gives the next sequence, each tenant its own', async (log) => {
    expect(
      await log.transact(A, async (tx) => [await tx.raise(), await tx.raise(), await tx.head()]),
    ).toEqual([1, 2, 2])
    expect(await log.transact(B, (tx) => tx.raise())).toBe(1)
    expect(await log.tenants()).toEqual([A, B])
  })

  on(
    'W5 transactions of a tenant come one after the other, also when they wait in the middle',
    async (log) => {
      const seen: string[] = []
      const one = (name: string) =>
        log.transact(A, async (tx) => {
          seen.push(`${name} in`)
          const seq = await tx.raise()
          await new Promise((resolve) => setTimeout(resolve, 1))
          await tx.append(row(seq, { change: name as ChangeId }))
          seen.push(`${name} out`)
          return seq
        })
      expect(await Promise.all([one('a'), one('b'), one('c')])).toEqual([1, 2, 3])
      expect(seen).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out'])
    },
  )

  on('W4 a transaction that throws leaves nothing', async (log) => {
    await log.transact(A, async (tx) => {
      await tx.append(row(await tx.raise(), { outcome: { is: 'waits' } }))
      await tx.put(record('r1', { text: 'old' }), SCOPE, 1)
      await tx.receipt(STREAM, 1, 'c1' as ChangeId)
      await tx.number('order')
      await tx.moved(['gate' as RecordId], 1)
    })
    const all = (tx: LogTx) =>
      Promise.all([
        tx.head(),
        tx.rows(0, 99),
        tx.recordsAfter(0, 99),
        tx.acked(STREAM),
        tx.waiting('r1' as RecordId),
        tx.moves(['gate' as RecordId, 'door' as RecordId]),
      ])
    const before = await read(log, all)
    const fell = log.transact(A, async (tx) => {
      await tx.append(row(await tx.raise(), { change: 'c2' as ChangeId }))
      await tx.settle('c1' as ChangeId, { is: 'applied' })
      await tx.put(record('r1', { text: 'new' }), SCOPE, 2)
      await tx.put(record('r2', {}), SCOPE, 2)
      await tx.receipt(STREAM, 2, 'c2' as ChangeId)
      await tx.number('order')
      await tx.moved(['gate' as RecordId, 'door' as RecordId], 2)
      throw new Error('fell')
    })
    await expect(fell).rejects.toThrow('fell')
    expect(await read(log, all)).toEqual(before)
    expect(await read(log, (tx) => tx.number('order'))).toBe(2)
  })

  on('a transaction sees what it wrote itself', async (log) => {
    await log.transact(A, async (tx) => {
      await tx.append(row(await tx.raise()))
      await tx.put(record('r1', {}), SCOPE, 1)
      expect(await tx.row('c1' as ChangeId)).toEqual(row(1))
      expect(await tx.record('r1' as RecordId)).toMatchObject({ record: record('r1', {}), seq: 1 })
    })
  })

  on('gives back a row as it was, with and without what may be absent', async (log) => {
    const full = row(2, {
      change: 'c2' as ChangeId,
      act: 'act-1' as LogRow['act'] & string,
      body: { at: '2026-03-04T07:00:00.000Z', args: { text: '三楼灯不亮 "\u0000"', list: [1, null, true] } },
      outcome: { is: 'merged', lost: { label: '东门' } },
      no: 118,
      first: { epoch: 'epoch-0' as Epoch, seq: 7, receivedAt: '2026-03-03T07:00:00.000Z', no: 118 },
      before: SCOPE,
    })
    await write(log, row(1), full)
    expect(await read(log, (tx) => tx.rows(0, 2))).toEqual([row(1), full])
  })

  on('W2 a change has one row for ever', async (log) => {
    await write(log, row(1))
    await expect(write(log, row(2))).rejects.toThrow()
    expect(await read(log, (tx) => tx.head())).toBe(1)
    await log.transact(B, async (tx) => tx.append(row(await tx.raise())))
  })

  on('gives the rows of a range in order, ends included as named', async (log) => {
    await write(log, ...[1, 2, 3, 4].map((seq) => row(seq, { change: `c${seq}` as ChangeId })))
    const seqs = async (after: number, upTo: number) =>
      (await read(log, (tx) => tx.rows(after, upTo))).map((one) => one.seq)
    expect(await seqs(1, 3)).toEqual([2, 3])
    expect(await seqs(3, 1)).toEqual([])
    expect(await seqs(0, 99)).toEqual([1, 2, 3, 4])
  })

  on('W3 only a waiting change is settled, and once', async (log) => {
    await write(
      log,
      row(1, { outcome: { is: 'waits' } }),
      row(2, { change: 'c2' as ChangeId, outcome: { is: 'waits' } }),
      row(3, { change: 'c3' as ChangeId }),
    )
    const waiting = async () =>
      (await read(log, (tx) => tx.waiting('r1' as RecordId))).map((one) => one.change)
    expect(await waiting()).toEqual(['c1', 'c2'])
    const first = { epoch: 'epoch-1' as Epoch, seq: 9, receivedAt: '2026-03-04T07:00:00.000Z' }
    await log.transact(A, (tx) => tx.settle('c1' as ChangeId, { is: 'applied' }, first))
    await log.transact(A, (tx) => tx.settle('c2' as ChangeId, { is: 'held', why: 'notAllowed' }))
    expect(await waiting()).toEqual([])
    expect(await read(log, (tx) => tx.row('c1' as ChangeId))).toEqual(row(1, { first }))
    expect((await read(log, (tx) => tx.rows(1, 2)))[0]?.outcome).toEqual({ is: 'held', why: 'notAllowed' })
    await expect(log.transact(A, (tx) => tx.settle('c1' as ChangeId, { is: 'already' }))).rejects.toThrow()
    await expect(log.transact(A, (tx) => tx.settle('c3' as ChangeId, { is: 'already' }))).rejects.toThrow()
  })

  on(
    'INV-24 writes the words of one row anew and leaves its place, its change and all other rows',
    async (log) => {
      const other = row(2, { change: 'c2' as ChangeId, record: 'r2' as RecordId })
      const waits = row(3, { change: 'c3' as ChangeId, outcome: { is: 'waits' } })
      await write(log, row(1), other, waits)
      const said = { body: { at: '', args: null }, outcome: { is: 'erased' } } as const
      await log.transact(A, async (tx) => {
        await tx.rewrite('c1' as ChangeId, said)
        await tx.rewrite('c3' as ChangeId, said)
      })
      expect(await read(log, (tx) => tx.rowsOf('r1' as RecordId))).toEqual([
        row(1, said),
        { ...waits, ...said },
      ])
      expect(await read(log, (tx) => tx.rows(0, 9))).toEqual([row(1, said), other, { ...waits, ...said }])
      expect(await read(log, (tx) => tx.waiting('r1' as RecordId))).toEqual([])
      await expect(log.transact(A, (tx) => tx.rewrite('c9' as ChangeId, said))).rejects.toThrow()
      const fell = log.transact(A, async (tx) => {
        await tx.rewrite('c2' as ChangeId, said)
        throw new Error('fell')
      })
      await expect(fell).rejects.toThrow('fell')
      expect(await read(log, (tx) => tx.row('c2' as ChangeId))).toEqual(other)
    },
  )

  on('W2 counts a stream up, tells its places, and keeps streams apart', async (log) => {
    await log.transact(A, async (tx) => {
      for (const n of [1, 2, 3]) await tx.receipt(STREAM, n, `c${n}` as ChangeId)
      await tx.receipt('stream-2' as StreamId, 1, 'c1' as ChangeId)
    })
    await log.transact(A, async (tx) => {
      expect(await tx.acked(STREAM)).toBe(3)
      expect(await tx.acked('stream-3' as StreamId)).toBe(0)
      expect(await tx.at(STREAM, 2)).toBe('c2')
      expect(await tx.at(STREAM, 4)).toBeUndefined()
      expect(await tx.receipts(STREAM, 1, 3)).toEqual([
        { n: 2, change: 'c2' },
        { n: 3, change: 'c3' },
      ])
    })
    expect(await log.transact(B, (tx) => tx.acked(STREAM))).toBe(0)
  })

  on('W2 a place of a stream is given once', async (log) => {
    await log.transact(A, (tx) => tx.receipt(STREAM, 1, 'c1' as ChangeId))
    await expect(log.transact(A, (tx) => tx.receipt(STREAM, 1, 'c2' as ChangeId))).rejects.toThrow()
  })

  on('keeps the last state of a record under its last sequence', async (log) => {
    await log.transact(A, async (tx) => {
      await tx.put(record('r1', { text: 'old' }), SCOPE, 1)
      await tx.put(record('r2', {}), SCOPE, 2)
      await tx.put(record('r1', { text: 'new' }), { ...SCOPE, place: 'door' as RecordId }, 3)
    })
    await log.transact(A, async (tx) => {
      expect(await tx.record('r1' as RecordId)).toMatchObject({
        record: record('r1', { text: 'new' }),
        seq: 3,
      })
      expect((await tx.recordsAfter(0, 99)).map((one) => one.record.id)).toEqual(['r2', 'r1'])
      expect((await tx.recordsAfter(2, 99)).map((one) => one.seq)).toEqual([3])
      expect((await tx.recordsAfter(0, 1)).map((one) => one.seq)).toEqual([2])
      expect((await tx.recordsAt('gate' as RecordId)).map((one) => one.id)).toEqual(['r2'])
      expect(await tx.recordsOf('shift')).toHaveLength(2)
      expect(await tx.recordsOf('incident')).toEqual([])
      expect((await tx.recordsOf('shift', 2)).map((one) => one.id)).toEqual(['r1'])
    })
    expect(await log.transact(B, (tx) => tx.record('r1' as RecordId))).toBeUndefined()
  })

  on('what was handed in or out cannot change what is kept', async (log) => {
    const mine = { ...record('r1', {}), list: [1] }
    const theirs = { at: 'x', args: { list: [1] } }
    await log.transact(A, async (tx) => {
      await tx.put(mine, SCOPE, 1)
      await tx.append(row(await tx.raise(), { body: theirs }))
    })
    mine.list.push(2)
    theirs.args.list.push(2)
    const spoil = async (read: (tx: LogTx) => Promise<unknown>) => {
      const got = (await log.transact(A, read)) as { list?: number[]; args?: { list: number[] } }
      try {
        ;(got.list ?? got.args?.list)?.push(3)
      } catch {
        // A log may refuse to be written into; that keeps the promise too.
      }
      return log.transact(A, read)
    }
    expect(await spoil(async (tx) => (await tx.record('r1' as RecordId))?.record)).toMatchObject({
      list: [1],
    })
    expect(await spoil(async (tx) => (await tx.row('c1' as ChangeId))?.body)).toEqual({
      at: 'x',
      args: { list: [1] },
    })
  })

  on('counts spoken numbers from one, each kind and tenant apart', async (log) => {
    const next = (tenant: TenantId, kind: string) => log.transact(tenant, (tx) => tx.number(kind))
    expect([
      await next(A, 'order'),
      await next(A, 'order'),
      await next(A, 'feedback'),
      await next(B, 'order'),
    ]).toEqual([1, 2, 1, 1])
  })

  on('W7 in another epoch numbers go on a thousand higher, also of kinds that had none', async (log) => {
    await log.transact(A, (tx) => tx.number('order'))
    await log.setEpoch('epoch-2' as Epoch)
    expect(await log.epoch()).toBe('epoch-2')
    expect(await read(log, (tx) => tx.epoch())).toBe('epoch-2')
    expect(await log.transact(A, (tx) => tx.number('order'))).toBe(1002)
    expect(await log.transact(A, (tx) => tx.number('feedback'))).toBe(1001)
  })

  on(
    'W7 numbers that were heard in a forgotten life are not given again, whatever the log knows of them',
    async (log) => {
      await log.transact(A, (tx) => tx.number('order'))
      expect(await log.highestNumber()).toBe(1)
      await log.setEpoch('epoch-2' as Epoch, 1500)
      expect(await log.transact(A, (tx) => tx.number('order'))).toBe(2501)
      expect(await log.transact(B, (tx) => tx.number('feedback'))).toBe(2501)
      expect(await log.highestNumber()).toBe(2501)
      // What was heard lies below what is known.
      await log.setEpoch('epoch-3' as Epoch, 7)
      expect(await log.transact(A, (tx) => tx.number('order'))).toBe(3502)
      expect(await log.transact(A, (tx) => tx.number('visit'))).toBe(3501)
      expect(await log.highestNumber()).toBe(3502)
    },
  )

  on('W6 remembers the last move below a place', async (log) => {
    const places = ['gate', 'door'] as RecordId[]
    await log.transact(A, async (tx) => {
      await tx.moved(places, 3)
      await tx.moved(places.slice(0, 1), 5)
      await tx.moved([], 6)
      expect([...(await tx.moves([...places, 'roof' as RecordId]))].sort()).toEqual([
        ['door', 3],
        ['gate', 5],
      ])
      expect(await tx.moves([])).toEqual(new Map())
    })
  })
}

async function write(log: Log, ...rows: readonly LogRow[]): Promise<void> {
  await log.transact(A, async (tx) => {
    for (const one of rows) {
      expect(await tx.raise()).toBe(one.seq)
      await tx.append(one)
    }
  })
}

function row(seq: number, rest: Partial<LogRow> = {}): LogRow {
  return {
    seq,
    epoch: 'epoch-1' as Epoch,
    change: 'c1' as ChangeId,
    record: 'r1' as RecordId,
    name: 'shift.open',
    v: 1,
    actor: 'wang' as PersonId,
    device: 'tablet' as DeviceId,
    receivedAt: '2026-03-04T07:00:00.000Z',
    body: { at: '2026-03-04T07:00:00.000Z', args: {} },
    outcome: { is: 'applied' },
    ...rest,
  }
}

function record(id: string, rest: Record<string, unknown>): Recorded {
  return {
    id: id as RecordId,
    kind: 'shift',
    v: 1,
    place: 'gate' as RecordId,
    author: 'wang' as PersonId,
    at: '2026-03-04T07:00:00.000Z',
    ...rest,
  }
}
