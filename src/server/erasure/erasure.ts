import { upgraded } from '#domain/catalogue.ts'
import type { Contact } from '#domain/doors/contact.ts'
import { contactId, type Resident } from '#domain/doors/resident.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import { type Reporter, reporterId } from '#domain/feedback/reporter.ts'
import { isTheirs } from '#domain/feedback/whoSaid.ts'
import type { PersonId, RecordId, TenantId } from '#domain/ids.ts'
import type { Scope } from '#domain/rights.ts'
import { plainPhone } from '#domain/roster/known.ts'
import { type EraseReason, isTombstone, type Known } from '#domain/tombstone.ts'
import type { LogTx } from '#server/log/log.ts'
import type { ServerSeals } from '#server/sealing.ts'
import { knownOf } from './words.ts'

/** Whom to forget, and where they stand in what others wrote: ids and digests, nothing that names them. The journal keeps it. */
export interface Erasure {
  readonly at: string
  readonly tenant: TenantId
  readonly by: PersonId
  readonly why: EraseReason
  /** All records of the one human being. */
  readonly residents: readonly RecordId[]
  /** Where they lived, now and before. */
  readonly homes: readonly RecordId[]
  /** Remarks that they made: who said it goes, what was said stays. */
  readonly remarks: readonly RecordId[]
  /** Nobody else lives there: what was said at the door in words was said by or about them alone. */
  readonly alone: boolean
  readonly known: readonly Known[]
}

/** What follows outside the database: devices hear that something moved, and photos that are nobody's any more go. */
export interface Erased {
  readonly touched: readonly Scope[]
  readonly photos: readonly string[]
}
export type AfterErasing = (tenant: TenantId, erased: Erased) => Promise<void>

/**
 * Finds out who a resident is and where they stand in what others wrote. Undefined where the record is no resident (any more).
 *
 * @param remarks those of which an officer says that they are this person's, beside those that their name or phone tells
 */
export async function erasureOf(
  tx: LogTx,
  digest: ServerSeals['digest'],
  resident: RecordId,
  asked: Pick<Erasure, 'at' | 'tenant' | 'by' | 'why' | 'remarks'>,
): Promise<Erasure | undefined> {
  const all = (await tx.recordsOf('resident')).map((one) => upgraded(one) as Resident)
  const same = sameAs(all, resident)
  if (same.length === 0) return undefined
  const residents = same.map(({ id }) => id)

  const homes = new Set<RecordId>()
  for (const one of same) {
    homes.add(one.place)
    for (const { name, body } of await tx.rowsOf(one.id)) {
      const { was, place } = argsIn(body)
      if (name === 'resident.enter' && typeof place === 'string') homes.add(place as RecordId)
      if (name === 'resident.move' && typeof was === 'string') homes.add(was as RecordId)
    }
  }
  const names = new Set<string>()
  const phones = new Set<string>()
  for (const one of same) {
    names.add(one.name)
    for (const { body } of await tx.rowsOf(one.id)) for (const name of namesIn(body)) names.add(name)
    const contact = (await tx.record(contactId(one.id)))?.record
    if (!contact || isTombstone(contact)) continue
    const { phone, kin } = contact as Contact
    if (phone !== undefined) phones.add(phone)
    if (kin) names.add(kin.name)
    if (kin) phones.add(kin.phone)
  }

  const others = all.filter((one) => homes.has(one.place) && !residents.includes(one.id))
  const living = others.filter((one) => one.movedOut === undefined && !one.voided)
  // A name that somebody else of the home bears is theirs too, and stays.
  for (const one of living) names.delete(one.name)
  const own = new Set(same.map((one) => one.name))
  const numbers = new Set([...phones].map(plainPhone))
  const remarks = new Set(asked.remarks)
  const asker = { homes, names: own, phones: numbers, others: living.map(({ name }) => name) }
  for (const one of (await tx.recordsOf('reporter')) as readonly Reporter[])
    if (isTheirs(one, asker)) remarks.add(one.feedback)

  const { at, tenant, by, why } = asked
  const known = await knownOf(digest, tenant, { names: [...names], phones: [...phones] })
  return {
    at,
    tenant,
    by,
    why,
    residents,
    known,
    homes: [...homes],
    remarks: [...remarks],
    alone: living.length === 0,
  }
}

/** The records that people decided are one human being, whichever of them is meant. */
function sameAs(all: readonly Resident[], id: RecordId): readonly Resident[] {
  const found = new Set<RecordId>(all.some((one) => one.id === id) ? [id] : [])
  for (let size = -1; size !== found.size;) {
    size = found.size
    for (const one of all) {
      if (one.mergedInto === undefined) continue
      if (found.has(one.id) || found.has(one.mergedInto)) found.add(one.id).add(one.mergedInto)
    }
  }
  return all.filter((one) => found.has(one.id))
}

/** What a change says, as a log row keeps it; nothing where it says nothing. */
export function argsIn(body: unknown): Readonly<Record<string, unknown>> {
  const { args } = (body ?? {}) as { readonly args?: unknown }
  return typeof args === 'object' && args !== null ? (args as Readonly<Record<string, unknown>>) : {}
}

/** Names that they had before somebody put them right. */
function namesIn(body: unknown): readonly string[] {
  const { name } = argsIn(body)
  if (typeof name === 'string') return [name]
  const { was, now } = (name ?? {}) as { readonly was?: unknown; readonly now?: unknown }
  return [was, now].filter((one): one is string => typeof one === 'string')
}

/** The reporter's record of each remark that is theirs. */
export function reportersOf({ remarks }: Pick<Erasure, 'remarks'>): readonly RecordId[] {
  return remarks.map((one) => reporterId(one))
}

/** A remark without the voice of who made it; a sound that a volunteer spoke is no voice of theirs. */
export function voiceless(record: Feedback): Feedback {
  if (record.voice?.speaker !== 'resident') return record
  const { voice: _, ...rest } = record
  return rest
}
