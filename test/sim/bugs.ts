import type { Epoch } from '#domain/ids.ts'
import type { Log, LogTx } from '#server/log/log.ts'
import type { Disk, Write } from '#store/disk.ts'
import type { OutboxRow, SentRow } from '#store/outbox.ts'
import type { Answered } from '#sync/reply.ts'
import type { SyncReply } from '#wire/messages.ts'
import type { SimServer } from './server.ts'

/** A planted bug lies at a port, between two parts of the product; the product itself has no switch for it. */
export interface Bug {
  readonly name: string
  disk(disk: Disk): Disk
  log(log: Log): Log
  post(answered: Promise<Answered>, body: string): Promise<Answered>
  serve(server: SimServer, from: string, body: string): Promise<Answered>
}

export const NO_BUG: Bug = {
  name: 'none',
  disk: (disk) => disk,
  log: (log) => log,
  post: (answered) => answered,
  serve: (server, from, body) => server.serve(from, body),
}

/** A disk whose writes are bent on their way. */
function bentDisk(bend: (tx: Write) => Write): Bug['disk'] {
  return (disk) => ({
    ...disk,
    read: (tables, body) => disk.read(tables, body),
    write: (tables, body) => disk.write(tables, (tx) => body(bend(tx))),
  })
}

/** A log whose transactions are bent. */
function bentLog(bend: (tx: LogTx) => Partial<LogTx>): Bug['log'] {
  return (log) => ({
    ...log,
    transact: (tenant, body) => log.transact(tenant, (tx) => body({ ...tx, ...bend(tx) })),
  })
}

function bentReply(bend: (reply: SyncReply) => unknown): Bug['serve'] {
  return async (server, from, body) => {
    const answered = await server.serve(from, body)
    if (answered.status !== 200) return answered
    return { status: 200, text: JSON.stringify(bend(JSON.parse(answered.text) as SyncReply)) }
  }
}

/** Each one is a mistake somebody made in a system of this kind. All must be found. */
export const BUGS: readonly Bug[] = [
  {
    ...NO_BUG,
    name: 'the cursor is saved apart from the records it speaks of',
    disk: (disk) => ({
      ...disk,
      read: (tables, body) => disk.read(tables, body),
      write: async (tables, body) => {
        if (!tables.includes('pages')) return disk.write(tables, body)
        const late: ((tx: Write) => void)[] = []
        const value = await disk.write(tables, (tx) =>
          body({
            ...tx,
            put: (table, key, row) =>
              table === 'singles'
                ? void late.push((later) => later.put(table, key, row))
                : tx.put(table, key, row),
          }),
        )
        await disk.write(tables, async (tx) => late.forEach((put) => put(tx)))
        return value
      },
    }),
  },
  {
    ...NO_BUG,
    name: 'the sent log is dropped when a change is acknowledged',
    disk: bentDisk((tx) => ({
      ...tx,
      append: (table, row) => (table === 'sent' ? Promise.resolve(0) : tx.append(table, row)),
    })),
  },
  {
    ...NO_BUG,
    name: 'the outbox row goes when it is sent, not when it is acknowledged',
    disk: (disk) => ({
      ...disk,
      write: (tables, body) => disk.write(tables, body),
      read: (tables, body) =>
        tables.includes('sent') && tables.includes('outbox')
          ? disk.write(tables, async (tx) => {
              const value = await body(tx)
              for (const { key } of await tx.range<OutboxRow>('outbox', { limit: 1 }))
                tx.delete('outbox', key)
              return value
            })
          : disk.read(tables, body),
    }),
  },
  {
    ...NO_BUG,
    name: 'a change sent twice is done twice: nobody remembers its id',
    log: bentLog(() => ({ row: async () => undefined })),
  },
  {
    ...NO_BUG,
    name: 'what was accepted from a stream is remembered only until the next request',
    log: bentLog(() => ({ acked: async () => 0, at: async () => undefined })),
  },
  {
    ...NO_BUG,
    name: 'a restored server goes on in the old epoch',
    log: (log) => {
      let first: Epoch | undefined
      const epoch = async () => (first ??= await log.epoch())
      return {
        ...log,
        epoch,
        setEpoch: async () => undefined,
        transact: (tenant, body) => log.transact(tenant, (tx) => body({ ...tx, epoch })),
      }
    },
  },
  {
    ...NO_BUG,
    name: 'a login page is taken for an empty answer',
    post: async (answered, body) => {
      const real = await answered
      if (!real.text.startsWith('<')) return real
      const asked = JSON.parse(body) as Record<string, unknown> & { changes: { n: number; id: string }[] }
      const text = JSON.stringify({
        ...asked,
        scope: '',
        parts: [],
        acked: (asked['acked'] as number) + asked.changes.length,
        outcomes: asked.changes.map(({ n, id }) => ({ n, id, outcome: { is: 'applied' }, first: '' })),
        own: [],
        from: asked['cursor'],
        to: asked['cursor'],
        records: [],
        forget: [],
        more: false,
        serverTime: '2026-03-04T00:00:00.000Z',
      })
      return { status: 200, text }
    },
  },
  {
    ...NO_BUG,
    name: 'nothing is ever forgotten on a device',
    serve: bentReply((reply) => ({ ...reply, forget: [], parts: reply.parts, scope: 'always' })),
  },
  {
    ...NO_BUG,
    name: 'the page says where it ends before its last record',
    serve: bentReply((reply) => ({ ...reply, records: reply.records.slice(0, -1) })),
  },
  {
    ...NO_BUG,
    name: 'a sequence is given before its transaction is sure to come',
    log: (log) => {
      let ahead = 0
      return {
        ...log,
        transact: (tenant, body) =>
          log.transact(tenant, (tx) =>
            body({
              ...tx,
              raise: async () => (ahead = Math.max(ahead, await tx.raise()) + 1),
            }),
          ),
      }
    },
  },
  {
    ...NO_BUG,
    name: 'acknowledged rows are kept in the sent log without their first stamp',
    disk: bentDisk((tx) => ({
      ...tx,
      append: (table, row) => tx.append(table, table === 'sent' ? { ...(row as SentRow), first: '' } : row),
    })),
  },
]
