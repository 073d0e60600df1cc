import type { Context, Done } from '#commands/context.ts'
import { placeId } from '#domain/places.ts'
import type { PersonId, RecordId, TenantId } from '#domain/ids.ts'
import { type Book, openBook } from '#store/book.ts'
import { commit } from '#store/commit.ts'
import type { Disk } from '#store/disk.ts'
import { type MemoryDisk, memoryDisk } from '#store/memoryDisk.ts'
import { opened, type OutboxRow } from '#store/outbox.ts'
import { plainSeals } from './plainSeals.ts'

export const TENANT = 'chunhe' as TenantId
export const COMPOUND = placeId(TENANT, 'compound')
export const EAST_GATE = placeId(TENANT, 'bin-east')
export const ZHOU = 'zhou' as PersonId
export const TANG = 'tang' as PersonId

export interface BinSide extends Context {
  readonly book: Book
  readonly disk: MemoryDisk
  /** Moves the device's clock, ISO instant. */
  at(instant: string): void
}

let ids = 0

/** A supervisor's device at the bins on a memory disk; `disk` may be another one with troubles of its own. */
export function aBinSide(options: { me?: PersonId; disk?: MemoryDisk; writes?: Disk } = {}): BinSide {
  const book = openBook()
  const disk = options.disk ?? memoryDisk()
  const me = options.me ?? ZHOU
  let clock = '2026-11-24T10:00:00.000Z'
  const newId = () => `id-${(ids += 1)}`
  const now = () => clock
  return {
    tenant: TENANT,
    compound: COMPOUND,
    me,
    deviceKind: 'own',
    view: book,
    book,
    disk,
    newId,
    now,
    at: (instant) => {
      clock = instant
    },
    commit: (intents) =>
      commit(
        { disk: options.writes ?? disk, book, seals: plainSeals, tenant: TENANT, newId, now },
        me,
        intents,
      ),
  }
}

/** The same device after its browser was killed: only what is on the disk comes back. */
export async function restarted(side: BinSide): Promise<BinSide> {
  const again = aBinSide({ me: side.me, disk: memoryDisk.from(side.disk.snapshot()) })
  const rows = await again.disk.read(['outbox'], (tx) => tx.range<OutboxRow>('outbox'))
  const changes = await Promise.all(rows.map((row) => opened(plainSeals, row.value)))
  again.book.load(
    [],
    changes.flatMap((change) => change ?? []),
  )
  return again
}

/** Bin points and their compound, as the office entered them. */
export async function withPoints(
  side: BinSide,
  points: readonly string[] = ['东门投放点', '西门投放点'],
): Promise<void> {
  await must(
    side.commit([
      {
        record: COMPOUND,
        name: 'place.enter',
        v: 1,
        args: { what: 'compound', key: 'compound', label: '春和苑', order: 0 },
      },
    ]),
  )
  for (const [order, label] of points.entries()) {
    const key = order === 0 ? 'bin-east' : `bin-${order}`
    await must(
      side.commit([
        {
          record: placeId(TENANT, key),
          name: 'place.enter',
          v: 1,
          args: { what: 'binPoint', key, label, order, parent: COMPOUND },
        },
      ]),
    )
  }
}

/** The record the first change of a command made. */
export async function must(done: Promise<Done>): Promise<RecordId> {
  const answer = await done
  if (!answer.ok) throw new Error(`refused: ${answer.refused}`)
  const [first] = answer.value
  if (!first) throw new Error('nothing was made')
  return first.record
}
