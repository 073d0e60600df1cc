import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { Change } from '#domain/change.ts'
import {
  type DeviceId,
  type Epoch,
  type PersonId,
  type RecordId,
  SERVER,
  type TenantId,
} from '#domain/ids.ts'
import type { Appointment, DeviceKind } from '#domain/rights.ts'
import { dayOf } from '#domain/workingDays.ts'
import type { Log, LogRow, LogTx } from '#server/log/log.ts'
import type { Recorded } from '#domain/record.ts'
import type { JournalEntry } from '#server/people/journal.ts'
import type { Office } from '#server/people/office.ts'
import type { PeopleDb } from '#server/people/schema.ts'
import { replayJournal } from '#server/people/replay.ts'
import { handOver } from '#server/people/handOver.ts'
import { appointing } from '#server/people/appointing.ts'
import { endAppointment } from '#server/people/team.ts'
import { eraseResident } from '#server/erasure/ask.ts'
import { actOnServer, type Intent } from '#server/records/act.ts'
import { exchange } from '#server/records/exchange.ts'
import type { Caller } from '#server/records/scope.ts'
import { maySeePhoto } from '#server/photos/scope.ts'
import type { House } from '#server/records/house.ts'
import type { ServerSeals } from '#server/sealing.ts'
import type { Answered } from '#sync/reply.ts'
import type { SyncReply, SyncRequest } from '#wire/messages.ts'
import type { EraseResident } from '#wire/erasure.ts'
import { canariesIn } from './canary.ts'
import { whoWasErased } from './erasing.ts'
import { Fell, falling } from './falling.ts'
import type { Event, ServerState, Told } from './history.ts'
import type { Reader } from './reading.ts'

/** The tables of sessions and invitations, of which this world has none: every question is answered with nothing. */
const NOBODY: PeopleDb = new Kysely({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

export interface Enrolled {
  readonly tenant: TenantId
  readonly kind: DeviceKind
  readonly people: readonly PersonId[]
  readonly revoked: boolean
}

/** A log that can be kept as a whole and put back. */
export interface KeptLog {
  readonly log: Log
  snapshot(): Promise<unknown>
  restore(snapshot: unknown): Promise<void>
}

export interface ServerParts {
  readonly kept: KeptLog
  readonly tenants: readonly TenantId[]
  readonly seals: ServerSeals
  /** No page is longer: devices must not count on the length of one. */
  readonly page: number
  clock(): string
  newId(): string
  record(event: Event): void
}

interface Backup {
  readonly log: unknown
  readonly enrolled: ReadonlyMap<DeviceId, Enrolled>
  readonly owed: ReadonlySet<string>
}

/** The product's own server core, which can fall between any two writes and be put back to a backup. */
export class SimServer {
  /** The devices as its database knows them. */
  enrolled = new Map<DeviceId, Enrolled>()
  /** Raised by every transaction that wrote: whoever asked since has seen everything. */
  version = 0
  /** Changes that the database holds. */
  owed = new Set<string>()
  readonly #parts: ServerParts
  readonly #falls: ReturnType<typeof falling>
  readonly #journal: JournalEntry[] = []
  /** The database as the sealed tickets of devices tell of it. */
  readonly #tickets = new Map<DeviceId, Enrolled>()
  #backups: Backup[] = []
  #house: House
  #epochs = 0

  constructor(parts: ServerParts) {
    this.#parts = parts
    this.#falls = falling()
    this.#house = this.#rise()
  }

  /** Another process: nothing that lay in memory is there. */
  #rise(): House {
    const { kept, seals, clock, newId } = this.#parts
    this.#house = {
      log: this.#recorded(this.#falls.over(kept.log)),
      seals,
      clock,
      newId,
      startEpoch: () => this.#startEpoch(),
    }
    return this.#house
  }

  #startEpoch(): Epoch {
    this.#epochs += 1
    return `epoch-${String(this.#epochs).padStart(4, '0')}` as Epoch
  }

  async open(): Promise<void> {
    await this.#house.log.setEpoch(this.#startEpoch())
  }

  epoch(): Promise<Epoch> {
    return this.#parts.kept.log.epoch()
  }

  enrol(device: DeviceId, enrolled: Enrolled): void {
    this.version += 1
    this.enrolled.set(device, enrolled)
    this.#tickets.set(device, enrolled)
  }

  /** What the office does at its desk, under its own name or as the server. */
  async act(tenant: TenantId, actor: PersonId, intents: readonly Intent[]): Promise<boolean> {
    try {
      return (await actOnServer(this.#house, tenant, actor, intents)).ok
    } catch (error) {
      if (error instanceof Fell) return false
      throw error
    }
  }

  async appoint(tenant: TenantId, person: PersonId, appointment: Appointment): Promise<void> {
    await this.act(tenant, SERVER, [appointing(person, appointment)])
  }

  /** Ends an appointment as the office does: noted outside the database first. */
  async end(tenant: TenantId, person: PersonId, { role, place }: Appointment, to: string): Promise<void> {
    try {
      await endAppointment(this.#office(), { tenant, person: SERVER }, { person, role, place, to })
    } catch (error) {
      if (!(error instanceof Fell)) throw error
      // Half done: the line in the journal stands, and is played when the server rises.
      await replayJournal(this.#office(), true)
    }
    this.#parts.record({ is: 'ended', tenant, person, day: to })
  }

  /** Gives somebody's place to another from a day on, as the office does. */
  async handOver(
    tenant: TenantId,
    person: PersonId,
    { role, place }: Appointment,
    to: PersonId,
    from: string,
    until?: string,
  ): Promise<boolean> {
    const by = { tenant, person: SERVER }
    try {
      return (
        await handOver(this.#office(), by, {
          person,
          role,
          place,
          to,
          from,
          ...(until !== undefined && { until }),
        })
      ).ok
    } catch (error) {
      if (!(error instanceof Fell)) throw error
      await replayJournal(this.#office(), true)
      return false
    }
  }

  /** Has a resident erased, as the office does. Answers whether the journal says so: from then on it stands. */
  async erase(tenant: TenantId, person: PersonId, form: EraseResident): Promise<boolean> {
    const before = await this.state(tenant)
    const lines = this.#journal.length
    try {
      await eraseResident(this.#office(), { tenant, person }, form)
    } catch (error) {
      if (!(error instanceof Fell)) throw error
      await replayJournal(this.#office(), false)
    }
    const line = this.#journal.slice(lines).find((entry) => entry.is === 'residentErased')
    if (!line) return false
    const remarks = new Set([...form.remarks, ...line.remarks] as RecordId[])
    this.#parts.record(whoWasErased(tenant, before, form.resident as RecordId, remarks))
    return true
  }

  revoke(device: DeviceId): void {
    const known = this.enrolled.get(device)
    if (!known) return
    this.version += 1
    this.#journal.push({ is: 'deviceRevoked', at: this.#parts.clock(), tenant: known.tenant, device })
    this.enrolled.set(device, { ...known, revoked: true })
  }

  reader(device: DeviceId): Reader {
    const known = this.enrolled.get(device)
    const { people, kind } = known ?? this.#tickets.get(device) ?? { people: [], kind: 'own' as const }
    return { people, kind, out: known === undefined || known.revoked }
  }

  async serve(device: DeviceId, body: string): Promise<Answered> {
    const told = this.enrolled.get(device) ?? this.#tickets.get(device)
    if (!told) return { status: 401, text: '{"refused":"signInFirst"}' }
    let raw: SyncRequest
    try {
      raw = JSON.parse(body) as SyncRequest
    } catch {
      return { status: 400, text: '{"refused":"badRequest"}' }
    }
    const caller = this.#caller(device, told)
    const request = { ...raw, limit: Math.min(raw.limit, this.#parts.page) }
    const reply = await exchange(this.#house, caller, request)
    if ('refused' in reply) return { status: 400, text: '{"refused":"badRequest"}' }
    const text = JSON.stringify(reply)
    this.#note(device, raw, reply, text)
    return { status: 200, text }
  }

  #caller(device: DeviceId, told: Enrolled): Caller {
    const known = this.enrolled.get(device)
    return {
      device,
      kind: told.kind,
      tenant: told.tenant,
      people: known ? known.people : told.people.slice(-1),
      revoked: known === undefined || known.revoked,
      unknown: known === undefined,
    }
  }

  /** Whether it would give a device the bytes of these. Asked from outside: nothing falls by it. */
  async hands(device: DeviceId, asked: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
    const told = this.enrolled.get(device) ?? this.#tickets.get(device)
    const house = { ...this.#house, log: this.#parts.kept.log }
    const handed = new Map<string, boolean>()
    for (const hash of told ? asked : [])
      handed.set(hash, await maySeePhoto(house, this.#caller(device, told!), hash))
    return handed
  }

  #note(device: DeviceId, request: SyncRequest, reply: SyncReply, text: string): void {
    const { record, clock } = this.#parts
    record({
      is: 'reply',
      tenant: request.tenant as TenantId,
      day: dayOf(clock()),
      device,
      reader: this.reader(device),
      stream: request.stream as never,
      epoch: reply.epoch,
      shows: [...reply.records, ...reply.own.flatMap((state) => ('record' in state ? [state.record] : []))],
      outcomes: reply.outcomes.map(({ n, id, outcome }) => ({ n, id, outcome })),
      erased: reply.erased ?? [],
      words: canariesIn(text),
    })
  }

  /** It falls at the n-th step inside a transaction. Answers whether that came about, when asked again. */
  fallSoon(steps: number): void {
    this.#falls.soon(steps)
  }

  get falls(): number {
    return this.#falls.count
  }

  /** After a fall the process is another one. */
  stand(): void {
    this.#falls.soon(Infinity)
    this.#rise()
  }

  async backUp(): Promise<void> {
    const log = await this.#parts.kept.snapshot()
    this.#backups.push({ log, enrolled: new Map(this.enrolled), owed: new Set(this.owed) })
    if (this.#backups.length > 4) this.#backups.shift()
  }

  /**
   * Puts an older backup back. With `word` the operator says so, or the note outside the database tells, and another life
   * begins before the first request. Without, an older note was put back too, and only devices can tell.
   */
  async restore(which: number, word: boolean): Promise<boolean> {
    const backup = this.#backups[which % Math.max(1, this.#backups.length)]
    if (!backup) return false
    this.stand()
    const { kept, tenants, record } = this.#parts
    await kept.restore(backup.log)
    this.enrolled = new Map(backup.enrolled)
    this.owed = new Set(backup.owed)
    const states = new Map<TenantId, ServerState>()
    for (const tenant of tenants) states.set(tenant, await this.state(tenant))
    record({ is: 'restored', word, tenants: states })
    this.version += 1
    this.#rise()
    if (word) await this.#house.log.setEpoch(this.#startEpoch())
    // What was ended outside the database stays ended.
    for (const entry of this.#journal) {
      if (entry.is !== 'deviceRevoked') continue
      const known = this.enrolled.get(entry.device)
      if (known) this.enrolled.set(entry.device, { ...known, revoked: true })
    }
    await replayJournal(this.#office(), word)
    return true
  }

  state(tenant: TenantId): Promise<ServerState> {
    return this.#parts.kept.log.transact(tenant, async (tx) => ({
      epoch: await tx.epoch(),
      rows: await tx.rows(0, await tx.head()),
      records: (await tx.recordsAfter(0, 1_000_000)).map(({ record }) => record),
    }))
  }

  #office(): Office {
    const journal = {
      append: async (entry: JournalEntry) => void this.#journal.push(entry),
      // Devices are this world's own; their lines are played above.
      entries: async () =>
        this.#journal.filter(({ is }) => is === 'appointmentEnded' || is === 'residentErased'),
    }
    const { log, seals, newId } = this.#house
    const office: Pick<Office, 'log' | 'journal' | 'act' | 'now' | 'db' | 'seals' | 'newId' | 'trail'> = {
      db: NOBODY,
      log,
      seals,
      newId,
      journal,
      // The chain of lines lies in tables that this world does not have.
      trail: { note: async () => undefined } as unknown as Office['trail'],
      act: (tenant, actor, intents) => actOnServer(this.#house, tenant, actor, intents),
      now: () => new Date(this.#parts.clock()),
    }
    return office as Office
  }

  /** Tells of every transaction that wrote, when it has come to its end. */
  #recorded(log: Log): Log {
    const { clock, record } = this.#parts
    return {
      ...log,
      transact: async (tenant, body) => {
        const rows: LogRow[] = []
        const records = new Map<string, Recorded>()
        const settled: Told[] = []
        const value = await log.transact(tenant, (tx) => {
          rows.length = settled.length = 0
          records.clear()
          const watched: LogTx = {
            ...tx,
            append(row) {
              rows.push(row)
              return tx.append(row)
            },
            put(stored, scope, seq) {
              records.set(stored.id, stored)
              return tx.put(stored, scope, seq)
            },
            settle(id: Change['id'], outcome, first) {
              settled.push({ id, outcome })
              return tx.settle(id, outcome, first)
            },
          }
          return body(watched)
        })
        if (rows.length > 0 || records.size > 0) {
          this.version += 1
          for (const row of rows) this.owed.add(row.change)
          record({ is: 'wrote', tenant, at: clock(), rows, settled, records: [...records.values()] })
        }
        return value
      },
    }
  }
}
