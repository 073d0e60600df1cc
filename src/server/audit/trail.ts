import type { DeviceId, PersonId, TenantId } from '#domain/ids.ts'
import type { Log } from '#server/log/log.ts'
import { turns } from '#server/log/turns.ts'
import type { PeopleDb } from '#server/people/schema.ts'
import type { Store } from '#server/store.ts'
import type { Traced } from '#domain/traced.ts'
import type { TrailCheck, TrailReply } from '#wire/audit.ts'
import { type Beside, readHeads, writeHeads } from './beside.ts'
import { append, type Head, headOf, type Keyed, type Line, lockedHead } from './chain.ts'
import { checkChain, nameOfLine } from './check.ts'
import { cutOlder } from './cut.ts'
import { readOn } from './fromLog.ts'
import { trailPage } from './page.ts'
import type { AuditDb } from './tables.ts'

/** What an act of people adds; the time is the server's, now. */
export type Act = Omit<Line, 'at'>

/**
 * Who did what in each compound: lines that are only ever added, each with the hash of the one before it.
 *
 * What is done to the tables of people gets its line in the same transaction (`note`). What is done to records stands in the
 * log when its transaction is over, and is read from there (`follow`): how far it was read is written in the transaction that
 * writes the lines, so none is lost or doubled, whatever a process does not live to do. What the log promised, the next start reads.
 */
export interface Trail {
  /** In the transaction of `db`, as the last thing in it. */
  note(db: PeopleDb, tenant: TenantId, ...acts: readonly Act[]): Promise<void>
  /** There is something new in the log; read soon. Hints that come while it is read are put together. */
  follow(tenant: TenantId): void
  /** Resolves when everything that was hinted at is read and noted beside the database. */
  settled(): Promise<void>
  /** An older copy of the database was put back: each chain says so, and names the last line that is known outside it. */
  restored(): Promise<void>
  /** Cuts off what is older than it has to be kept, and checks all that stays. Answers the compounds whose chain is broken. */
  daily(): Promise<readonly TenantId[]>
  check(tenant: TenantId): Promise<TrailCheck>
  /** Newest first, below `before`. */
  page(tenant: TenantId, before: number | undefined): Promise<TrailReply>
  /** The last times that somebody came in, newest first, before the present one. */
  entries(tenant: TenantId, person: PersonId): Promise<readonly { at: string; device?: DeviceId }[]>
}

export interface TrailDeps {
  /** The database that the log and the people stand on. */
  readonly db: PeopleDb
  readonly log: Log
  readonly keyed: Keyed
  readonly alone: Store['alone']
  /** Of the note beside the database. */
  readonly path: string
  now(): Date
  failed(error: unknown): void
}

/** How many rows of the log may go by of which nothing is traced, until it is written down that they were read. */
const UNWRITTEN = 2000

export function openTrail({ db: people, log, keyed, alone, path, now, failed }: TrailDeps): Trail {
  // The tables lie beside each other in one database; each family sees its own.
  const db = people as unknown as AuditDb
  const at = () => now().toISOString()
  /** Compounds with something new; true: a line is just being written, in a transaction that may not be over. */
  const hinted = new Map<TenantId, boolean>()
  const inTurn = turns()
  let reading: Promise<void> | undefined

  /** Reads on, as long as there is something. */
  const readLog = async (tenant: TenantId): Promise<void> => {
    for (;;) {
      const seq = (await headOf(db, tenant))?.seq ?? 0
      // Without a lock first: most of what is written to the log leaves no line, and costs no write here.
      const found = await readOn(db, tenant, seq)
      if (found.lines.length === 0 && found.seq - seq < UNWRITTEN && found.done) return
      const done = await db.transaction().execute(async (tx) => {
        const head = await lockedHead(tx, tenant)
        const read = head.seq === seq ? found : await readOn(tx, tenant, head.seq)
        await append(tx, keyed, tenant, read.lines)
        await tx.updateTable('audit_heads').set({ seq: read.seq }).where('tenant', '=', tenant).execute()
        return read.done
      })
      if (done) return
    }
  }

  /** Notes how far a chain is, unless another one is noted: then lines are missing here, and the note is what tells. */
  const noteHead = (tenant: TenantId, { waits = false, instead = false } = {}) =>
    alone('audit', async () => {
      // Whoever writes a line holds the head until the commit.
      const head = waits
        ? await db.transaction().execute((tx) => lockedHead(tx, tenant))
        : await headOf(db, tenant)
      const heads = await readHeads(path)
      if (!head || (!instead && !(await goesOn(db, head, heads[tenant])))) return
      await writeHeads(path, { ...heads, [tenant]: { n: head.n, hash: head.hash } })
    })

  const work = async () => {
    while (hinted.size > 0) {
      const tenants = [...hinted]
      hinted.clear()
      for (const [tenant, waits] of tenants) {
        await readLog(tenant)
        await noteHead(tenant, { waits })
      }
    }
  }
  const start = () => {
    reading ??= work()
      .catch(failed)
      .finally(() => {
        reading = undefined
        if (hinted.size > 0) start()
      })
  }
  const hint = (tenant: TenantId, waits: boolean) => {
    hinted.set(tenant, waits || hinted.get(tenant) === true)
    start()
  }

  const settled = async (): Promise<void> => {
    if (!reading) return
    await reading
    await settled()
  }

  const checked = (tenant: TenantId) =>
    inTurn(tenant, async () => checkChain(db, keyed, tenant, (await readHeads(path))[tenant]))

  return {
    async note(within, tenant, ...acts) {
      const lines = acts.map((act) => ({ at: at(), ...act }))
      await append(within as unknown as AuditDb, keyed, tenant, lines)
      hint(tenant, true)
    },
    follow: (tenant) => hint(tenant, false),
    settled,
    async restored() {
      const heads = await readHeads(path)
      for (const tenant of await log.tenants()) {
        await readLog(tenant)
        const lost = heads[tenant] ?? { n: 0, hash: '' }
        const line = { at: at(), actor: '', what: 'server.restored', object: nameOfLine(lost) } as const
        await db.transaction().execute((tx) => append(tx, keyed, tenant, [line]))
        await noteHead(tenant, { instead: true })
      }
    },
    async daily() {
      const broken: TenantId[] = []
      for (const tenant of await log.tenants()) {
        await readLog(tenant)
        // Only a whole chain is cut: what is broken stays as it is for whoever has to look.
        if ((await checked(tenant)).is === 'whole') await cutOlder(db, keyed, tenant, now())
        if ((await checked(tenant)).is === 'broken') broken.push(tenant)
        await noteHead(tenant)
      }
      return broken
    },
    async check(tenant) {
      await readLog(tenant)
      return { ...(await checked(tenant)), at: at() }
    },
    async page(tenant, before) {
      await readLog(tenant)
      return trailPage(people, tenant, before)
    },
    entries: async (tenant, person) => {
      const rows = await db
        .selectFrom('audit')
        .select(['at', 'device'])
        .where('tenant', '=', tenant)
        .where('actor', '=', person)
        .where('what', 'in', ENTERED)
        .orderBy('n', 'desc')
        .limit(ENTRIES)
        .execute()
      return rows.map((one) => ({
        at: one.at,
        ...(one.device !== null && { device: one.device as DeviceId }),
      }))
    },
  }
}

const ENTERED: readonly Traced[] = ['login', 'setUp', 'invitation.used']
const ENTRIES = 4

/** Whether a chain is longer than what was noted of it, and the same. */
async function goesOn(db: AuditDb, head: Head, noted: Beside | undefined): Promise<boolean> {
  if (!noted || noted.n <= head.cut_n) return true
  if (noted.n >= head.n) return false
  const line = await db
    .selectFrom('audit')
    .select('hash')
    .where('tenant', '=', head.tenant)
    .where('n', '=', noted.n)
    .executeTakeFirst()
  return line?.hash === noted.hash
}
