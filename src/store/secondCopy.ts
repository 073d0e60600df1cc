import type { ChangeId } from '#domain/ids.ts'
import type { Disk, Row } from './disk.ts'
import type { KeptChange, OutboxRow, SentRow } from './outbox.ts'
import { type Position, positionIn } from './position.ts'

/** Another kind of storage than the disk, so that one can break without the other (Cache Storage in a browser). */
export interface CopyShelf {
  put(key: string, text: string): Promise<void>
  delete(key: string): Promise<void>
  list(): Promise<readonly { readonly key: string; readonly text: string }[]>
}

/** One commit as it lies on the shelf: bodies as they travel, never the author's own way into them. */
interface Copied {
  /** Whose it is, so that a file for the office can be made when the disk does not say it any more. */
  readonly of?: Pick<Position, 'tenant' | 'device'>
  readonly rows: readonly { readonly key: number; readonly change: KeptChange }[]
}

/**
 * A second copy of unsent changes, written behind, after "saved". It answers a disk that broke or vanished, not cleared
 * site data. The disk stays the truth: the copy is made from its outbox, and may at any time lag behind it.
 */
export interface SecondCopy {
  /** Copies rows that are new in the outbox: one entry for each commit. Never throws; what failed is tried next time. */
  follow(): Promise<void>
  /** Copies all of the outbox anew: its rows are not what was copied of them. Never throws. */
  again(): Promise<void>
  /** Takes away what is acknowledged. Never throws. */
  prune(): Promise<void>
  /**
   * Puts rows back into the outbox that are on the shelf but neither there nor in the sent log, in their old order.
   * Once, at the start, before anything is sent. A row that was acknowledged after all is known to the server by its id
   * and has no second effect (W2). Answers how many came back.
   * @throws DiskTrouble
   */
  putBack(): Promise<number>
}

export function secondCopy(disk: Disk, shelf: CopyShelf): SecondCopy {
  /** Entry → ids of its changes; read from the shelf once. */
  let known: Map<string, readonly ChangeId[]> | undefined
  let last = 0
  let turn: Promise<unknown> = Promise.resolve()

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work)
    turn = result.catch(() => undefined)
    return result
  }
  const entries = async () => {
    known ??= new Map(
      (await readShelf(shelf)).map(({ key, rows }) => [key, rows.map(({ change }) => change.id)]),
    )
    return known
  }
  const outbox = () => disk.read(['outbox'], (tx) => tx.range<OutboxRow>('outbox'))

  const follow = (anew = false) =>
    quietly(() =>
      inTurn(async () => {
        if (anew) last = 0
        const on = await entries()
        const { position, rows } = await disk.read(['meta', 'outbox'], async (tx) => ({
          position: await positionIn(tx),
          rows: await tx.range<OutboxRow>('outbox', { from: last + 1 }),
        }))
        for (const commit of commitsOf(rows)) {
          const key = commit[0]?.value.change.id
          const end = commit.at(-1)?.key
          if (key === undefined || typeof end !== 'number') continue
          await shelf.put(key, JSON.stringify(copyOf(position, commit)))
          on.set(
            key,
            commit.map(({ value }) => value.change.id),
          )
          last = end
        }
      }),
    )

  return {
    follow: () => follow(),
    again: () => follow(true),
    prune: () =>
      quietly(() =>
        inTurn(async () => {
          const on = await entries()
          const unsent = new Set((await outbox()).map(({ value }) => value.change.id))
          for (const [key, ids] of on) {
            if (ids.some((id) => unsent.has(id))) continue
            await shelf.delete(key)
            on.delete(key)
          }
        }),
      ),
    putBack: () =>
      inTurn(async () => {
        const copied = (await readShelf(shelf).catch(() => []))
          .flatMap(({ rows }) => rows)
          .sort((a, b) => a.key - b.key)
        if (copied.length === 0) return 0
        return disk.write(['outbox', 'sent'], async (tx) => {
          const here = new Set<ChangeId>()
          for (const { value } of await tx.range<OutboxRow>('outbox')) here.add(value.change.id)
          if (copied.every(({ change }) => here.has(change.id))) return 0
          for (const { value } of await tx.range<SentRow>('sent')) here.add(value.change.id)
          let back = 0
          for (const { change } of copied) {
            if (here.has(change.id)) continue
            here.add(change.id)
            void tx.append('outbox', { change } satisfies OutboxRow)
            back += 1
          }
          return back
        })
      }),
  }
}

/** Rows of one act were appended in one transaction and stand side by side. */
function commitsOf(rows: readonly Row<OutboxRow>[]): readonly Row<OutboxRow>[][] {
  const commits: Row<OutboxRow>[][] = []
  for (const row of rows) {
    const before = commits.at(-1)
    const act = row.value.change.act
    if (before && act !== undefined && before[0]?.value.change.act === act) before.push(row)
    else commits.push([row])
  }
  return commits
}

function copyOf(position: Position | undefined, commit: readonly Row<OutboxRow>[]): Copied {
  const of = position && { tenant: position.tenant, device: position.device }
  return {
    ...(of && { of }),
    rows: commit.map(({ key, value }) => ({ key: Number(key), change: value.change })),
  }
}

/** What lies on the shelf, in its old order; nothing where the shelf cannot be read. */
export async function copiesOn(
  shelf: CopyShelf,
): Promise<{ readonly of: Copied['of']; readonly changes: readonly KeptChange[] }> {
  const entries = await readShelf(shelf).catch(() => [])
  const rows = entries.flatMap((entry) => entry.rows).sort((a, b) => a.key - b.key)
  return { of: entries.find(({ of }) => of !== undefined)?.of, changes: rows.map(({ change }) => change) }
}

async function readShelf(shelf: CopyShelf): Promise<readonly (Copied & { readonly key: string })[]> {
  return (await shelf.list()).flatMap(({ key, text }) => {
    const copied = parsed(text)
    return copied ? [{ ...copied, key }] : []
  })
}

/** A half-written entry is no entry; it is left where it is. */
function parsed(text: string): Copied | undefined {
  try {
    const copied = JSON.parse(text) as Copied
    const whole = copied.rows.every(
      ({ key, change }) => typeof key === 'number' && typeof change.id === 'string',
    )
    return whole ? copied : undefined
  } catch {
    return undefined
  }
}

async function quietly(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch {
    // The copy is a second chance; it must never stand in the way of the first.
  }
}
