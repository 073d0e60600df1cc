import { KINDS } from '#domain/catalogue.ts'
import type { Outcome } from '#domain/change.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import { type Held, heldId } from '#domain/held.ts'
import { type DeviceId, derivedId, type RecordId, SERVER } from '#domain/ids.ts'
import type { Order } from '#domain/ledger/order.ts'
import type { Recorded } from '#domain/record.ts'
import type { ImportPart } from '#domain/roster/import.ts'
import type { Scope } from '#domain/rights.ts'
import { isTombstone, ownOf, TOMBSTONE, TOMBSTONE_STANDS, type Tombstone } from '#domain/tombstone.ts'
import type { LogRow } from '#server/log/log.ts'
import { type Desk, knownScope } from '#server/records/desk.ts'
import type { ServerSeals } from '#server/sealing.ts'
import { argsIn, type Erasure, reportersOf, voiceless } from './erasure.ts'
import { cutOut } from './words.ts'

/**
 * Takes a person out of all there is, in one transaction (W15): their own records become tombstones and the words of every change
 * of them go out of the log; what others wrote at their home, and what they remarked, stays without who they are. Doing it again
 * does nothing. The desk is flushed.
 *
 * @returns names of the photos and sounds that no record names any more because of it
 */
export async function erase(
  desk: Desk,
  digest: ServerSeals['digest'],
  erasure: Erasure,
): Promise<readonly string[]> {
  const reporters = reportersOf(erasure)
  const own = [...erasure.residents.flatMap(ownOf), ...reporters]
  const done = await Promise.all(own.map(async (id) => isTombstone(await desk.get(id))))
  if (done.every(Boolean)) return []
  const named = new Set<string>()
  const say = <T>(value: T) => cutOut(digest, desk.tenant, erasure.known, value)

  for (const id of await othersWords(desk, erasure)) await cutRecord(desk, id, erasure, say, named)
  await cutImports(desk, erasure)
  await cutHeld(desk, erasure, say, named)
  const [home] = erasure.homes
  for (const id of own) {
    // A database that was put back may not have it, and devices may: they are told where somebody lived.
    const group = reporters.includes(id) ? 'reporter' : 'names'
    await bury(desk, id, erasure, named, home && { place: home, group, people: [] })
  }
  for (const home of erasure.homes) {
    const id = derivedId<RecordId>('erased', erasure.residents.join(' '), home)
    await stand(desk, id, erasure, { place: home, known: erasure.known })
  }
  await desk.flush()
  return nobodysOf(desk, named)
}

/** Kinds that speak of people in fields of their own, or of nobody: their texts are not searched for somebody else's name. */
const NOT_SEARCHED: ReadonlySet<string> = new Set([
  'place',
  'resident',
  'contact',
  'care',
  'reasons',
  'reporter',
  TOMBSTONE,
])

/** What is at their homes, what they remarked, and the orders that came of it. */
async function othersWords(desk: Desk, { homes, remarks }: Erasure): Promise<ReadonlySet<RecordId>> {
  const found = new Set<RecordId>(remarks)
  for (const home of homes)
    for (const { id, kind } of await desk.tx.recordsAt(home)) if (!NOT_SEARCHED.has(kind)) found.add(id)
  for (const { id, from } of (await desk.tx.recordsOf('order')) as readonly Order[])
    if (from.some((one) => found.has(one))) found.add(id)
  return found
}

type Say = <T>(value: T) => Promise<T>

/** Takes out of a record, and out of the log, what names them; all else stays. */
async function cutRecord(
  desk: Desk,
  id: RecordId,
  erasure: Erasure,
  say: Say,
  named: Set<string>,
): Promise<void> {
  for (const row of await desk.tx.rowsOf(id)) await rewrite(desk, row, await withoutThem(row, erasure, say))
  const record = await desk.get(id)
  if (!record || isTombstone(record)) return
  const silent = await say(silenced(record, erasure))
  if (silent === record) return
  for (const hash of photosOf(record)) named.add(hash)
  await put(desk, { ...silent, cut: true }, record, `${record.kind}.cut`)
}

/** Without their voice; where nobody else lives, without what was said at the door in words. */
function silenced(record: Recorded, { remarks, alone, homes }: Erasure): Recorded {
  if (record.kind === 'feedback' && remarks.includes(record.id)) return voiceless(record as Feedback)
  if (record.kind !== 'visit' || !alone || !homes.includes(record.place)) return record
  const { note, answers, lost, ...rest } = record as Recorded & { note?: unknown; answers?: unknown }
  return note === undefined && answers === undefined && lost === undefined ? record : rest
}

async function withoutThem(row: LogRow, { remarks, alone }: Erasure, say: Say): Promise<LogRow> {
  const { args } = (row.body ?? {}) as { readonly args?: unknown }
  const fields = { ...(args as Record<string, unknown> | null | undefined) }
  const voice = fields['voice'] as { readonly speaker?: unknown } | undefined
  if (remarks.includes(row.record) && voice?.speaker === 'resident') delete fields['voice']
  if (alone && row.name.startsWith('visit.')) for (const said of ['note', 'answers']) delete fields[said]
  const fewer = Object.keys(fields).length < Object.keys((args as object | null | undefined) ?? {}).length
  const body = fewer ? { ...(row.body as object), args: fields } : row.body
  return { ...row, body: await say(body), outcome: await say(row.outcome) }
}

/** What an import noted of them: it can be taken back without that. */
async function cutImports(desk: Desk, { residents }: Erasure): Promise<void> {
  const own = new Set<unknown>(residents.flatMap(ownOf))
  const less = <T extends { readonly did: readonly { readonly record: unknown }[] }>(of: T): T =>
    of.did.some(({ record }) => own.has(record))
      ? { ...of, did: of.did.filter(({ record }) => !own.has(record)) }
      : of
  for (const part of (await desk.tx.recordsOf('importPart')) as readonly ImportPart[]) {
    const left = less(part)
    if (left === part) continue
    for (const row of await desk.tx.rowsOf(part.id)) {
      // The row of an earlier cut says nothing of anybody.
      const { args } = row.body as { readonly args: Partial<ImportPart> }
      if (!args.did) continue
      const body = { ...(row.body as object), args: less({ ...args, did: args.did }) }
      await rewrite(desk, row, { ...row, body })
    }
    await put(desk, { ...left, cut: true }, part, 'importPart.cut')
  }
}

/**
 * Changes that wait for a person's decision: what they say of them goes, also where their record never came to be. What was said
 * at other doors keeps its words.
 */
async function cutHeld(desk: Desk, erasure: Erasure, say: Say, named: Set<string>): Promise<void> {
  for (const kept of (await desk.tx.recordsOf('held')) as readonly Held[]) {
    const row = await desk.tx.row(kept.change.id)
    if (!row) continue
    const there = { ...row, body: kept.body }
    const at = (await desk.get(row.record))?.place ?? argsIn(kept.body)['place']
    const elsewhere = !erasure.homes.includes(at as RecordId)
    const { body } = await withoutThem(there, elsewhere ? { ...erasure, alone: false } : erasure, say)
    if (body === kept.body) continue
    for (const hash of hashesIn(kept.body)) named.add(hash)
    await rewrite(desk, row, { ...row, body })
    await put(desk, { ...kept, body, cut: true } as Recorded, kept, 'held.cut')
  }
}

/** A record that is theirs: every change of it loses its words, and what was kept of it for a decision goes too. */
export async function bury(
  desk: Desk,
  id: RecordId,
  erasure: Pick<Erasure, 'by' | 'at'>,
  named: Set<string>,
  elseWas?: Scope,
): Promise<void> {
  for (const row of await desk.tx.rowsOf(id)) {
    const at = (row.body as { readonly at?: unknown } | null)?.at
    await rewrite(desk, row, { ...row, ...blank(row.outcome, typeof at === 'string' ? at : '') })
    const kept = await desk.get(heldId(row.change))
    if (!kept || isTombstone(kept)) continue
    for (const hash of hashesIn((kept as Held).body)) named.add(hash)
    await bury(desk, kept.id, erasure, named)
  }
  const before = await desk.get(id)
  const was = (before && knownScope(before)) ?? elseWas
  await stand(desk, id, erasure, { place: desk.compound, ...(was && { was }) })
}

/** What a change of an erased record leaves in the log: that it was, when it is said to have been, and what became of it. */
export function blank(outcome: Outcome, at: string): Pick<LogRow, 'body' | 'outcome'> {
  const left: Outcome =
    outcome.is === 'merged' ? { is: 'merged', lost: {} } : outcome.is === 'waits' ? { is: 'erased' } : outcome
  return { body: { at, args: null }, outcome: left }
}

async function stand(
  desk: Desk,
  id: RecordId,
  { by, at }: Pick<Erasure, 'by' | 'at'>,
  on: Pick<Tombstone, 'place' | 'known' | 'was'>,
): Promise<void> {
  const before = await desk.get(id)
  if (isTombstone(before)) return
  const tombstone: Tombstone = { id, kind: TOMBSTONE, v: 1, author: by, at, ...on }
  await put(desk, tombstone, before, TOMBSTONE_STANDS)
}

/** Other words in the place of a row's; nothing where they are the same. */
export async function rewrite(desk: Desk, row: LogRow, to: LogRow): Promise<void> {
  if (to.body !== row.body || to.outcome !== row.outcome) await desk.tx.rewrite(row.change, to)
}

/** A state that no change of anybody's made, with a row of its own, so that devices take it or forget what was before. */
export async function put(
  desk: Desk,
  record: Recorded,
  before: Recorded | undefined,
  name: string,
): Promise<void> {
  const seq = await desk.tx.raise()
  const scope = before && knownScope(before)
  await desk.append({
    seq,
    epoch: desk.epoch,
    change: desk.newId(),
    record: record.id,
    name,
    v: 1,
    actor: SERVER,
    device: SERVER as string as DeviceId,
    receivedAt: desk.now,
    body: { at: desk.now, args: {} },
    outcome: { is: 'applied' },
    ...(scope && { before: scope }),
  })
  desk.set(record, seq)
}

export function photosOf(record: Recorded): readonly string[] {
  return KINDS.get(record.kind)?.photosOf?.(record) ?? []
}

function hashesIn(value: unknown): readonly string[] {
  return [...JSON.stringify(value ?? null).matchAll(/"([0-9a-f]{64})"/g)].map(([, hash = '']) => hash)
}

/** Those of them that no record names, nor a change that waits for a decision. */
export async function nobodysOf(desk: Desk, named: ReadonlySet<string>): Promise<readonly string[]> {
  if (named.size === 0) return []
  const left = new Set(named)
  for (const { kind, photosOf: of } of KINDS.values())
    if (of)
      for (const record of await desk.tx.recordsOf(kind)) for (const hash of of(record)) left.delete(hash)
  for (const kept of (await desk.tx.recordsOf('held')) as readonly Held[])
    for (const hash of hashesIn(kept.body)) left.delete(hash)
  return [...left]
}
