import type { Outcome } from '#domain/change.ts'
import type { ChangeId, Epoch, RecordId, StreamId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import type { DeviceKind, Part } from '#domain/rights.ts'
import { forget, putPage, putSingles, sweep, uncovered } from './bases.ts'
import type { BookStep } from './book.ts'
import type { Disk, Table, Write } from './disk.ts'
import { oweNames } from './forgottenNames.ts'
import { dropOwnSent, keepOwnSent } from './ownSent.ts'
import { type Position, positionIn, putPosition } from './position.ts'
import { putReceipts } from './receipts.ts'
import { acknowledge, queueIn, type Queued, sendAgain, shrinkSent } from './queue.ts'
import { emptyVault, isPersonal } from './vault.ts'

/** What was asked, as the reply is held against it. */
export interface Asked {
  readonly stream: StreamId
  readonly epoch: Epoch
  readonly acked: number
  readonly cursor: string
  /** The last `n` sent in this or an earlier request. */
  readonly upTo: number
  readonly unsent: number
}

/** A reply that counts, in the words of the store. */
export interface Given {
  readonly turn?: 'fork' | 'epoch'
  readonly epoch: Epoch
  readonly scope: string
  readonly parts: readonly Part[]
  readonly acked: number
  readonly outcomes: readonly {
    readonly n: number
    readonly id: ChangeId
    readonly outcome: Outcome
    readonly first: string
  }[]
  readonly own: readonly ({ readonly record: Recorded } | { readonly forget: RecordId })[]
  readonly to: string
  readonly records: readonly Recorded[]
  readonly forget: readonly RecordId[]
  readonly erased?: readonly RecordId[]
  readonly more: boolean
  readonly serverTime: string
}

export type Taken =
  /** The request is not the present one any more; nothing was done. */
  | { readonly is: 'dropped' }
  /** A new stream was opened; everything is numbered and sent anew. */
  | { readonly is: 'turned' }
  /** Push first: nothing was taken, go on sending after this `n`. */
  | { readonly is: 'goOn'; readonly after: number }
  | { readonly is: 'taken'; readonly step: BookStep; readonly position: Position }

const ALL: readonly Table[] = ['meta', 'outbox', 'sent', 'pages', 'singles']

/**
 * Takes a reply whole, in one transaction, or not at all. The conditions are checked inside it, on the disk's values:
 * another tab may have been quicker. Numbers are the steps of `wire/SPEC.md`.
 */
export async function take(
  disk: Disk,
  asked: Asked,
  given: Given,
  device: DeviceKind,
  newStream: () => StreamId,
): Promise<Taken> {
  return disk.write(ALL, async (tx): Promise<Taken> => {
    const position = await positionIn(tx)
    if (!position || !matches(position, asked)) return { is: 'dropped' }

    // 2. Turns.
    if (given.turn === 'epoch') {
      const resending = await sendAgain(tx)
      putPosition(tx, {
        ...renewed(position, newStream),
        epoch: given.epoch,
        cursor: '',
        scope: '',
        resending,
      })
      return { is: 'turned' }
    }
    const fork = (): Taken => {
      putPosition(tx, renewed(position, newStream))
      return { is: 'turned' }
    }
    if (given.turn === 'fork') return fork()

    // 3. Push first, then take. What a copy of this profile sent under our numbers is not passed over: shown ours, the server
    // says that it is a fork.
    if (asked.unsent > 0 || given.acked < asked.upTo)
      return { is: 'goOn', after: Math.min(given.acked, asked.upTo) }

    // 4. Acknowledged by number and id.
    const queue = await queueIn(tx, position.resending)
    const rows = answered(queue, position.acked, given)
    if (!rows) return fork()

    // 5.
    const kept = tx.locked ? await keepOwnSent(tx, rows, given.own) : new Set<ChangeId>()
    const acknowledged = await acknowledge(tx, rows, given.serverTime)
    const mine = rows.filter(({ change }) => acknowledged.has(change.id))
    const answers = mine.map(({ change, answer }) => ({ change, outcome: answer.outcome }))
    putReceipts(tx, answers, given.serverTime)
    const left = queue.slice(rows.length)
    const next: Position = {
      ...position,
      acked: given.acked,
      resending: left.some((row) => row.first !== undefined),
      serverTime: given.serverTime,
    }
    if (!next.resending) await shrinkSent(tx, given.serverTime)

    // 6.
    const pending = new Set(left.map((row) => row.change.record))
    const based = await rebase(tx, next, given, device, pending)
    putPosition(tx, based.position)
    const step = await dropOwnSent(tx, based.step, kept, isOver(tx, position, given))
    return { is: 'taken', step: { ...step, acknowledged }, position: based.position }
  })
}

/**
 * Whether what was sent from here and has not come will not come: under another scope nobody can judge it, and after a walk or a page
 * that was the last it is not to be read. Whoever is erased may stand in its words. A walk anew under the scope of before says nothing.
 */
function isOver(tx: Write, { scope }: Position, given: Given): boolean {
  if (given.scope !== scope) return scope !== '' || (given.erased ?? []).length > 0
  return tx.locked ? (given.erased ?? []).length > 0 : !given.more
}

function matches(position: Position, asked: Asked): boolean {
  return (
    position.stream === asked.stream &&
    position.epoch === asked.epoch &&
    position.acked === asked.acked &&
    position.cursor === asked.cursor
  )
}

function renewed(position: Position, newStream: () => StreamId): Position {
  return { ...position, stream: newStream(), acked: 0 }
}

/** The rows the outcomes speak of, or undefined where one of them is not ours: somebody else lives in this stream. */
function answered(queue: readonly Queued[], acked: number, given: Given) {
  if (given.acked < acked || given.outcomes.length !== given.acked - acked) return undefined
  const rows = []
  for (const [index, answer] of given.outcomes.entries()) {
    const row = queue[index]
    if (!row || answer.n !== acked + 1 + index || answer.id !== row.change.id) return undefined
    rows.push({ ...row, answer })
  }
  return rows
}

/** Replaces bases by what was given, and says what the book has to turn. */
async function rebase(
  tx: Write,
  position: Position,
  given: Given,
  device: DeviceKind,
  pending: ReadonlySet<RecordId>,
): Promise<{ position: Position; step: BookStep }> {
  // Whoever is erased goes at once, also where the end of a walk would have found out.
  const gone = new Set([...given.forget, ...(given.erased ?? [])])
  if (tx.locked && given.erased && given.erased.length > 0) await oweNames(tx, given.erased)
  const records = [...given.records]
  const own: Recorded[] = []
  for (const state of given.own) {
    if ('forget' in state) gone.add(state.forget)
    else if (!tx.locked || !isPersonal(state.record.kind)) own.push(state.record)
  }

  if (given.scope !== position.scope) {
    // W8: what no part covers goes at once, with or without pending changes; then a walk from zero.
    for (const id of await uncovered(tx, given.parts, device)) gone.add(id)
    // What nobody can look into cannot be judged: it goes, and comes again if it may.
    if (tx.locked) await emptyVault(tx)
    await forget(tx, gone)
    const walk = position.walk + 1
    await putSingles(tx, walk, own)
    // Somebody may read here again.
    const { wiped, ...stays } = position
    return {
      position: {
        ...stays,
        ...(wiped && given.parts.length === 0 && { wiped }),
        scope: given.scope,
        parts: given.parts,
        walk,
        walking: true,
        cursor: given.to,
      },
      step: { records: own, forget: [...gone] },
    }
  }

  await forget(tx, gone)
  if (tx.locked) {
    // The cursor stays: once the vault is opened, everything that was touched meanwhile comes from here on.
    await putSingles(tx, position.walk, own)
    return { position, step: { records: own, forget: [...gone] } }
  }
  if (position.walking) await putPage(tx, position.walk, records)
  else await putSingles(tx, position.walk, records)
  // A record may come as own and in the page; both are the same snapshot.
  await putSingles(tx, position.walk, own)

  const ends = position.walking && !given.more
  if (ends) for (const id of await sweep(tx, position.walk, pending)) gone.add(id)
  return {
    position: { ...position, cursor: given.to, walking: position.walking && given.more },
    step: { records: [...records, ...own], forget: [...gone] },
  }
}
