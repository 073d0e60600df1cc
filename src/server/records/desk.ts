import { KINDS, upgraded } from '#domain/catalogue.ts'
import type { Outcome } from '#domain/change.ts'
import type { ChangeId, DeviceId, Epoch, PersonId, RecordId, TenantId } from '#domain/ids.ts'
import { appointmentsOf, everAppointed, type Member, memberId } from '#domain/member.ts'
import { compoundPlace, type Place, type PlaceTree } from '#domain/places.ts'
import type { Recorded } from '#domain/record.ts'
import type { Appointment, Scope } from '#domain/rights.ts'
import { treeOver } from '#domain/doors/treeOver.ts'
import { isTombstone } from '#domain/tombstone.ts'
import { dayOf } from '#domain/workingDays.ts'
import type { First, LogRow, LogTx } from '#server/log/log.ts'
import type { House } from './house.ts'
import { placesAt } from './places.ts'

/**
 * What one transaction has read and decided so far. Records are written once, at `flush`, in their last state; log rows
 * are written at once. Nothing decided here outlives the transaction: a cache of rights would break the one snapshot (W1).
 */
export interface Desk {
  readonly tx: LogTx
  readonly tenant: TenantId
  readonly epoch: Epoch
  readonly compound: RecordId
  /** Server time of this exchange, ISO instant, and its day in Shanghai. */
  readonly now: string
  readonly day: string
  /** Of changes that the server makes: nobody can take such an id before it. */
  newId(): ChangeId
  get(id: RecordId): Promise<Recorded | undefined>
  /** The record after a row with this `seq`. */
  set(record: Recorded, seq: number): void
  row(change: ChangeId): Promise<LogRow | undefined>
  append(row: LogRow): Promise<void>
  settle(change: ChangeId, outcome: Outcome, first?: First): Promise<void>
  appointments(person: PersonId): Promise<readonly Appointment[]>
  /** Those that have ended too. */
  everAppointed(person: PersonId): Promise<readonly Appointment[]>
  /** The devices that brought a photo (W14); undefined when it is not here. */
  broughtBy(hash: string): Promise<readonly DeviceId[] | undefined>
  /** A name for a text that nobody without the server's keys can guess the text from. */
  digest(text: string): Promise<string>
  /** The places as they are, or as they would be with some records in another state. */
  tree(ahead?: Iterable<Recorded>): PlaceTree
  flush(): Promise<void>
  /** Scopes, before and after, of what was written: whose devices hear that something moved (W12). */
  touched(): readonly Scope[]
}

export async function openDesk(
  tx: LogTx,
  house: Pick<House, 'log' | 'seals' | 'newId' | 'photoBroughtBy'>,
  tenant: TenantId,
  now: string,
): Promise<Desk> {
  const records = new Map<RecordId, Recorded | undefined>()
  const unwritten = new Map<RecordId, number>()
  const rows = new Map<ChangeId, LogRow>()
  const touched: Scope[] = []
  const before = await placesAt(house.log, tenant, tx)
  const moved = new Map<RecordId, Place>()
  let tree: PlaceTree | undefined = before.tree
  const treeWith = (changed: Iterable<Place>) => {
    const places = new Map(moved)
    for (const place of changed) places.set(place.id, place)
    return treeOver(before.tree, places)
  }

  const desk: Desk = {
    tx,
    tenant,
    epoch: await tx.epoch(),
    compound: compoundPlace(tenant),
    now,
    day: dayOf(now),
    newId: () => house.newId() as ChangeId,
    async get(id) {
      if (records.has(id)) return records.get(id)
      const stored = await tx.record(id)
      const record = stored && upgraded(stored.record)
      records.set(id, record)
      return record
    },
    set(record, seq) {
      records.set(record.id, record)
      unwritten.set(record.id, seq)
      touched.push(scopeOf(record))
      if (record.kind !== 'place') return
      moved.set(record.id, record as Place)
      tree = undefined
    },
    row: async (change) => rows.get(change) ?? tx.row(change),
    async append(row) {
      await tx.append(row)
      rows.set(row.change, row)
      if (row.before) touched.push(row.before)
    },
    async settle(change, outcome, first) {
      await tx.settle(change, outcome, first)
      rows.delete(change)
    },
    appointments: async (person) => appointmentsOf(asMember(await desk.get(memberId(person)))),
    everAppointed: async (person) => everAppointed(asMember(await desk.get(memberId(person)))),
    broughtBy: async (hash) => house.photoBroughtBy?.(tenant, hash),
    digest: (text) => house.seals.digest(text),
    tree(ahead) {
      const changed = [...(ahead ?? [])].filter((record): record is Place => record.kind === 'place')
      if (changed.length > 0) return treeWith(changed)
      tree ??= treeWith([])
      return tree
    },
    async flush() {
      for (const [id, seq] of unwritten) {
        const record = records.get(id)!
        await tx.put(record, scopeOf(record), seq)
      }
      unwritten.clear()
    },
    touched: () => touched,
  }
  return desk
}

/** @throws for a kind that this server does not know: it never writes one. */
export function scopeOf(record: Recorded): Scope {
  // Nobody is shown it, whatever stands here: no kind of ours covers it (`knownScope`).
  if (isTombstone(record)) return { place: record.place, group: 'held', people: [] }
  const scope = knownScope(record)
  if (!scope) throw new Error(`no kind ${record.kind}`)
  return scope
}

/** Undefined for a record that a newer server has written, and for what stands where somebody was erased: they are shown to nobody. */
export function knownScope(record: Recorded): Scope | undefined {
  return KINDS.get(record.kind)?.scopeOf(upgraded(record))
}

function asMember(record: Recorded | undefined): Member | undefined {
  return record?.kind === 'member' ? (record as Member) : undefined
}
