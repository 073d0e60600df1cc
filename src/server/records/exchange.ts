import { safeParse } from 'valibot'
import { heldId } from '#domain/held.ts'
import type { Epoch, RecordId, StreamId } from '#domain/ids.ts'
import type { Scope } from '#domain/rights.ts'
import type { LogRow, LogTx } from '#server/log/log.ts'
import { BATCH_CHANGES } from '#wire/limits.ts'
import { PROTOCOL, requestSchema, type State, type SyncReply, type SyncRequest } from '#wire/messages.ts'
import { type Letter, readLetters } from './arrival.ts'
import { closeCursor, type Cursor, isAhead, openCursor, signed } from './cursor.ts'
import { type Desk, openDesk } from './desk.ts'
import { erasedOf, erasedSince } from './erased.ts'
import { sealFirst } from './first.ts'
import type { House } from './house.ts'
import { pageOf } from './page.ts'
import { push } from './push.ts'
import { type Caller, leaving, type Sight, sightOf } from './scope.ts'

/** Why a request is not answered at all. Nothing of it was taken. */
export interface ExchangeRefusal {
  readonly refused:
    | 'unreadable' // not a request of ours
    | 'protocol' // of another protocol
    | 'tooLarge' // more changes than a batch holds: halve it (W10)
    | 'tenant' // for another compound
    | 'device' // in the name of another device than the one that came in
}

/** What the transaction found, before anything is sealed. */
type Found =
  | { readonly turn: 'ahead'; readonly epoch: Epoch; readonly beyond: Epoch }
  | { readonly turn: 'epoch'; readonly epoch: Epoch }
  | Answered

interface Answered {
  readonly turn?: 'fork'
  readonly epoch: Epoch
  readonly sight: Sight
  readonly acked: number
  readonly outcomes: readonly { readonly n: number; readonly row: LogRow }[]
  readonly own: readonly State[]
  readonly page: Pick<SyncReply, 'records' | 'forget' | 'more'>
  readonly erased: readonly RecordId[]
  /** Where the device stands now; none: where its request stood. */
  readonly to?: Cursor
  readonly touched: readonly Scope[]
}

const NO_PAGE = { records: [], forget: [], more: true } as const

/**
 * One request of a device, which pushes and pulls (W1). Never throws for what a device sent; throws when the log fails,
 * and then nothing was taken. The numbers are those of `wire/SPEC.md`.
 */
export async function exchange(
  house: House,
  caller: Caller,
  raw: unknown,
): Promise<SyncReply | ExchangeRefusal> {
  // 1, 2
  const request = readRequest(raw)
  if ('refused' in request) return request
  if (request.tenant !== caller.tenant) return { refused: 'tenant' }
  if (request.device !== caller.device) return { refused: 'device' }
  const { log, seals } = house
  const now = house.clock()
  const cursor = await openCursor(seals, caller.tenant, request.cursor)
  const letters = await readLetters(seals, caller, request.changes)

  // 3 to 9
  const found = await log.transact(caller.tenant, (tx) =>
    answer(tx, house, caller, request, cursor, letters, now),
  )

  // 10
  const photos = (await house.photosHere?.(caller.tenant, caller.device, request.photos)) ?? []
  const echo = { protocol: PROTOCOL, request: request.request, photos, serverTime: now } as const
  if (found.turn === 'ahead') return turnEpoch(echo, await startAnother(house, found.epoch, found.beyond))
  if (found.turn === 'epoch') return turnEpoch(echo, found.epoch)
  if (found.touched.length > 0) house.moved?.(caller.tenant, found.touched)
  return {
    ...echo,
    epoch: found.epoch,
    ...(found.turn && { turn: found.turn }),
    scope: found.sight.scope,
    parts: found.sight.parts,
    acked: found.acked,
    outcomes: await Promise.all(
      found.outcomes.map(async ({ n, row }) => ({
        n,
        id: row.change,
        outcome: row.outcome,
        first: await sealFirst(seals, caller.tenant, row),
      })),
    ),
    own: found.own,
    from: request.cursor,
    to: found.to ? await closeCursor(seals, caller.tenant, found.to) : request.cursor,
    ...found.page,
    erased: found.erased,
  }
}

async function answer(
  tx: LogTx,
  house: House,
  caller: Caller,
  request: SyncRequest,
  cursor: Cursor | undefined,
  letters: readonly Letter[],
  now: string,
): Promise<Found> {
  // 3
  const epoch = await tx.epoch()
  const latest = latestOf(epoch, cursor, letters)
  if (latest !== epoch) return { turn: 'ahead', epoch, beyond: latest }
  if (request.epoch !== epoch) return { turn: 'epoch', epoch }

  // 4
  const stream = request.stream as StreamId
  const place = cursor?.epoch === epoch ? cursor : undefined
  if (place && (await isAhead(tx, place))) return { turn: 'ahead', epoch, beyond: epoch }
  for (const { arrival } of letters) {
    if (arrival.first?.epoch === epoch && !(await tx.row(arrival.change.id)))
      return { turn: 'ahead', epoch, beyond: epoch }
  }
  // `acked` is the device's word only, and must not cost others anything: it sends again, and its stamps tell.
  if (request.acked > (await tx.acked(stream))) return { turn: 'epoch', epoch }

  // 5, 6
  const desk = await openDesk(tx, house, caller.tenant, now)
  const { fork, acked } = await push(desk, stream, letters)
  await desk.flush()

  // 7
  const sight = await sightOf(desk, house.seals, caller)
  const reply = { epoch, sight, acked, touched: desk.touched() }
  // Push first, then take: what only tells where to go on carries nothing else (W1).
  const last = letters.reduce((most, { n }) => Math.max(most, n), request.acked)
  const onward = { ...reply, outcomes: [], own: [], page: NO_PAGE, erased: [] }
  if (fork) return { ...onward, turn: 'fork' }
  if (request.unsent > 0 || acked < last) return onward

  // 8
  const { outcomes, own } = await ownOf(desk, sight, request, acked)
  const head = await tx.head()
  const gone = new Set(own.flatMap((state) => ('forget' in state ? [state.forget] : [])))

  // 9
  if (place?.scope !== sight.scope) {
    const to = await signed(tx, { epoch, scope: sight.scope, started: head, at: 0 })
    // Of a cursor that says nothing here, as of another life, it is not known what its device has heard.
    const holds = request.holds ?? request.cursor !== ''
    const told = place ? Math.max(place.at, place.started) : holds ? 0 : head
    const erased = new Set([
      ...(await erasedOf(desk, sight, gone)),
      ...(await erasedSince(desk, sight, told)),
    ])
    return { ...reply, outcomes, own, page: NO_PAGE, erased: [...erased], to }
  }
  if (request.limit === 0) {
    const erased = await erasedOf(desk, sight, gone)
    return { ...reply, outcomes, own, page: { ...NO_PAGE, more: place.at < head }, erased }
  }
  const { end, ...page } = await pageOf(desk, sight, place, request)
  for (const id of page.forget) gone.add(id)
  const paged = { ...reply, outcomes, own, page, erased: await erasedOf(desk, sight, gone) }
  return end === place.at ? paged : { ...paged, to: await signed(tx, { ...place, at: end }) }
}

/** The outcomes between two places of a stream, and the present state of all that these changes touched. */
async function ownOf(
  desk: Desk,
  sight: Sight,
  { stream, acked: after, shapes }: SyncRequest,
  upTo: number,
): Promise<Pick<Answered, 'outcomes' | 'own'>> {
  const outcomes: { n: number; row: LogRow }[] = []
  const own = new Map<RecordId, State>()
  for (const { n, change } of await desk.tx.receipts(stream as StreamId, after, upTo)) {
    const row = await desk.row(change)
    if (!row) throw new Error(`a receipt without a row: ${change}`)
    const state = own.get(row.record) ?? (await stateOf(desk, sight, row.record, shapes))
    own.set(row.record, state)
    outcomes.push({ n, row: 'record' in state ? row : withoutLoser(row) })
    const kept = heldId(change)
    if (await desk.get(kept)) own.set(kept, await stateOf(desk, sight, kept, shapes))
  }
  return { outcomes, own: [...own.values()] }
}

/** The value that lost may be somebody else's words: who may not read the record any more is not told them either. */
function withoutLoser(row: LogRow): LogRow {
  return row.outcome.is === 'merged' ? { ...row, outcome: { ...row.outcome, lost: {} } } : row
}

async function stateOf(desk: Desk, sight: Sight, id: RecordId, shapes: number): Promise<State> {
  const record = await desk.get(id)
  return record && sight.sees(record) ? { record: leaving(record, shapes) } : { forget: id }
}

function readRequest(raw: unknown): SyncRequest | ExchangeRefusal {
  const { protocol, changes } = (raw ?? {}) as Partial<Record<string, unknown>>
  if (typeof protocol === 'number' && protocol !== PROTOCOL) return { refused: 'protocol' }
  if (Array.isArray(changes) && changes.length > BATCH_CHANGES) return { refused: 'tooLarge' }
  const parsed = safeParse(requestSchema, raw)
  return parsed.success ? parsed.output : { refused: 'unreadable' }
}

/** The database is behind a device: it was put back to an older state without anybody saying so (W7). */
export async function startAnother(house: House, seen: Epoch, beyond: Epoch = seen): Promise<Epoch> {
  const epoch = await house.log.epoch()
  // Somebody else has found it out meanwhile.
  if (epoch !== seen) return epoch
  const next = house.startEpoch()
  // A clock that was put back must not make the later life the earlier one.
  const later = next > beyond ? next : (`${beyond}.${next}` as Epoch)
  // Of several that find it out at the same moment, also in other processes, one begins it.
  return house.log.setEpoch(later, 0, seen)
}

/**
 * The latest life of this log that the server itself has sealed into what came. A later one than it knows: it was put back to
 * before that began. Going on in the older one would let what is written now lose against what was written before.
 */
function latestOf(epoch: Epoch, cursor: Cursor | undefined, letters: readonly Letter[]): Epoch {
  const sealed = [cursor?.epoch, ...letters.map(({ arrival }) => arrival.first?.epoch)]
  return sealed.reduce<Epoch>((latest, one) => (one !== undefined && one > latest ? one : latest), epoch)
}

function turnEpoch(
  echo: Pick<SyncReply, 'protocol' | 'request' | 'photos' | 'serverTime'>,
  epoch: Epoch,
): SyncReply {
  return {
    ...echo,
    epoch,
    turn: 'epoch',
    scope: '',
    parts: [],
    acked: 0,
    outcomes: [],
    own: [],
    from: '',
    to: '',
    ...NO_PAGE,
    erased: [],
  }
}
