import { createStore, type StoreApi } from 'zustand/vanilla'
import { fold, upgraded, wordsOf } from '#domain/kinds.ts'
import { type Change, took } from '#domain/change.ts'
import type { ChangeId, RecordId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import { isPersonal } from './vault.ts'
import type { Standing, View } from './view.ts'

/** Raised by one at every change of what is shown; screens and queries hang on it. */
export interface Edition {
  readonly edition: number
}

/**
 * The book: view = fold(base, own pending changes). Nothing in it is stored, so nothing on the disk can disagree with it;
 * a crash, a second tab and a rollback all end in the same book.
 */
export interface Book extends View {
  readonly editions: StoreApi<Edition>
  /**
   * Replaces everything (start, or after another tab wrote). `taken`: the server has them, and the records they made are still to come.
   */
  load(bases: Iterable<Recorded>, pending: readonly Change[], taken?: readonly Change[]): void
  /** One step: a change that is durable now. What was read from the disk already is not added twice. */
  add(changes: readonly Change[]): void
  /** Confirmed states in, forgotten ones out, acknowledged changes out; folds only the touched records. */
  turn(step: BookStep): void
  base(id: RecordId): Recorded | undefined
  bases(): Iterable<Recorded>
  /** How many records the server confirmed are here. */
  size(): number
  pending(id: RecordId): readonly Change[]
  /** Records with own changes that are on this device only. */
  waiting(): readonly RecordId[]
}

export interface BookStep {
  readonly records?: readonly Recorded[]
  readonly forget?: readonly RecordId[]
  readonly acknowledged?: ReadonlySet<ChangeId>
  /** Of these: their records could not be put away, they go on being shown. */
  readonly kept?: ReadonlySet<ChangeId>
  /** What was kept of these records is over. */
  readonly known?: readonly RecordId[]
}

function append(to: Map<RecordId, Change[]>, change: Change): void {
  const there = to.get(change.record)
  if (there) there.push(change)
  else to.set(change.record, [change])
}

export function openBook(): Book {
  const bases = new Map<RecordId, Recorded>()
  /** What the server has taken, where the record that it made is still to come. */
  const takens = new Map<RecordId, Change[]>()
  const pendings = new Map<RecordId, Change[]>()
  const shown = new Map<RecordId, Recorded>()
  const kinds = new Map<string, Map<RecordId, Recorded>>()
  const lists = new Map<string, readonly Recorded[]>()
  const editions = createStore<Edition>(() => ({ edition: 0 }))
  const publish = () => editions.setState(({ edition }) => ({ edition: edition + 1 }))

  const show = (id: RecordId, record: Recorded | undefined) => {
    const old = shown.get(id)
    if (old === record) return
    if (old && (!record || old.kind !== record.kind)) {
      kinds.get(old.kind)?.delete(id)
      lists.delete(old.kind)
    }
    if (!record) {
      shown.delete(id)
      return
    }
    shown.set(id, record)
    const ofKind = kinds.get(record.kind)
    if (ofKind) ofKind.set(id, record)
    else kinds.set(record.kind, new Map([[id, record]]))
    lists.delete(record.kind)
  }

  const refold = (id: RecordId) => {
    let record = bases.get(id)
    for (const change of takens.get(id) ?? []) record = readOnto(record, change)
    for (const change of pendings.get(id) ?? []) record = foldOnto(record, change)
    show(id, record)
  }

  return {
    editions,
    load(records, pending, taken = []) {
      bases.clear()
      takens.clear()
      pendings.clear()
      shown.clear()
      kinds.clear()
      lists.clear()
      for (const record of records) {
        const lifted = upgraded(record)
        bases.set(record.id, lifted)
        show(record.id, lifted)
      }
      for (const change of taken) append(takens, change)
      for (const change of pending) append(pendings, change)
      for (const id of new Set([...takens.keys(), ...pendings.keys()])) refold(id)
      publish()
    },
    add(changes) {
      for (const change of changes) {
        if (pendings.get(change.record)?.some((other) => other.id === change.id)) continue
        append(pendings, change)
        show(change.record, foldOnto(shown.get(change.record), change))
      }
      publish()
    },
    turn({ records = [], forget = [], acknowledged = new Set(), kept, known = [] }) {
      const touched = new Set<RecordId>(known)
      for (const id of known) takens.delete(id)
      for (const record of records) {
        bases.set(record.id, upgraded(record))
        touched.add(record.id)
      }
      for (const id of forget) {
        bases.delete(id)
        touched.add(id)
      }
      if (acknowledged.size > 0) {
        for (const [id, changes] of pendings) {
          const left = changes.filter((change) => !acknowledged.has(change.id))
          if (left.length === changes.length) continue
          for (const change of changes) if (kept?.has(change.id)) append(takens, change)
          if (left.length > 0) pendings.set(id, left)
          else pendings.delete(id)
          touched.add(id)
        }
      }
      for (const id of touched) refold(id)
      if (touched.size > 0) publish()
    },
    base: (id) => bases.get(id),
    bases: () => bases.values(),
    size: () => bases.size,
    pending: (id) => pendings.get(id) ?? [],
    waiting: () => [...pendings.keys()],
    get: <R extends Recorded>(id: RecordId) => shown.get(id) as R | undefined,
    all<R extends Recorded>(kind: string) {
      const list = lists.get(kind) ?? [...(kinds.get(kind)?.values() ?? [])]
      lists.set(kind, list)
      return list as readonly R[]
    },
    standing: (id): Standing => (pendings.has(id) ? 'waiting' : 'kept'),
  }
}

/** A pending change that does not take leaves what is shown as it was; its outcome is the server's to tell. */
function foldOnto(record: Recorded | undefined, change: Change): Recorded | undefined {
  const folded = fold(record, change)
  return took(folded.outcome) ? folded.record : record
}

/** Of a record that was put away without its words these are added, and nothing else: all else of the change is in it. */
function readOnto(record: Recorded | undefined, change: Change): Recorded | undefined {
  const folded = foldOnto(record, change)
  if (!record || !folded || isPersonal(record.kind)) return folded
  const words = Object.entries(folded).filter(([field]) => wordsOf(record.kind).includes(field))
  return { ...record, ...Object.fromEntries(words) }
}
