import { kindOf } from '#domain/change.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import type { Place } from '#domain/places.ts'
import type { UnsentRow } from '#store/unsent.ts'
import type { View } from '#store/view.ts'
import { rowsNaming, type WaitingRow, waitingRows } from './waiting.ts'

/** Why something is still here. */
export type UnsentWhy =
  | 'noNetwork'
  | 'sending'
  | 'next' // there is a network, its turn comes
  | 'photo' // the words have arrived, a photo of theirs has not
  | 'authorAway' // somebody else's on this device; it goes all the same
  | 'noLongerEnrolled'
  | 'newerServer'
  | 'tooLarge'
  | 'disk'

/** The one thing to do about it. */
export type UnsentTodo = 'open' | 'send' | 'file' | 'update'

export interface UnsentItem {
  readonly key: string
  readonly why: UnsentWhy
  readonly todo: UnsentTodo
  /** Own work, as its person thinks of it; of others only kind, time and number are said. */
  readonly own?: WaitingRow
  readonly kind: string
  readonly count: number
  /** Claimed instant of the newest; unknown for what came back from the second copy. */
  readonly at?: string
  readonly byOthers?: true
  /** Where it can be looked at. */
  readonly href?: string
}

/** What the disk says is on this device only. */
export interface Unsent {
  readonly rows: readonly UnsentRow[]
  /** Hashes of photos that wait. */
  readonly photos: readonly string[]
}

export interface UnsentState {
  readonly link: 'none' | 'trying' | 'good'
  readonly stopped?: 'noLongerEnrolled' | 'newerServer' | 'tooLarge' | 'disk'
}

/**
 * Everything that is on this device only: own work first, the newest first; then what others wrote, of which only kind,
 * time and number are said; then work whose words have arrived and whose photos have not.
 */
export function unsentItems(
  view: View,
  me: PersonId,
  { rows, photos }: Unsent,
  state: UnsentState,
): readonly UnsentItem[] {
  const mine = rows.filter(({ actor }) => actor === me)
  const seen = unique(mine.map(({ record }) => record)).filter((id) => view.get(id) !== undefined)
  const own = waitingRows(view, seen).map((row) => itemOf(view, row, whyOf(state)))
  const unseen = counted(mine.filter(({ record }) => view.get(record) === undefined))
  const others = counted(rows.filter(({ actor }) => actor !== me))
  const inOutbox = new Set(rows.map(({ record }) => record))
  const halves = rowsNaming(view, photos)
    .filter(({ ids }) => !ids.some((id) => inOutbox.has(id)))
    .map((row) => itemOf(view, row, state.stopped ?? 'photo', 'photo '))
  return [
    ...own,
    ...unseen.map((one) => ({ ...one, key: `unseen ${one.kind}`, ...todoOf(whyOf(state)) })),
    ...others.map((one) => ({
      ...one,
      key: `others ${one.kind}`,
      ...todoOf(state.stopped ?? 'authorAway'),
      byOthers: true as const,
    })),
    ...halves,
  ]
}

function itemOf(view: View, row: WaitingRow, why: UnsentWhy, prefix = ''): UnsentItem {
  const href = hrefOf(view, row)
  return {
    key: `${prefix}${row.id}`,
    own: row,
    kind: row.kind,
    count: row.count,
    at: row.at,
    ...todoOf(why, href),
    ...(href !== undefined && { href }),
  }
}

function whyOf({ link, stopped }: UnsentState): UnsentWhy {
  return stopped ?? (link === 'none' ? 'noNetwork' : link === 'trying' ? 'sending' : 'next')
}

/** Where the network is all that is missing, looking at it is what is left to do. */
function todoOf(why: UnsentWhy, href?: string): { why: UnsentWhy; todo: UnsentTodo } {
  if (why === 'newerServer') return { why, todo: 'update' }
  if (why === 'noLongerEnrolled' || why === 'tooLarge' || why === 'disk') return { why, todo: 'file' }
  return { why, todo: href === undefined ? 'send' : 'open' }
}

/** The screen of one piece of work, where it has one of its own. */
function hrefOf(view: View, { kind, id, count }: WaitingRow): string | undefined {
  if (kind === 'shift') return `/bins/${id}`
  if (kind === 'feedback') return `/feedback/${id}`
  if (kind === 'visit' && count === 1) {
    const door = view.get(id)?.place
    return door !== undefined && view.get<Place>(door)?.what === 'dwelling'
      ? `/doors/home/${door}`
      : undefined
  }
  return undefined
}

/** By kind; a record counts once, however many steps it took. */
function counted(rows: readonly UnsentRow[]): readonly { kind: string; count: number; at?: string }[] {
  const kinds = new Map<string, { records: Set<RecordId>; at?: string }>()
  for (const { name, record, at } of rows) {
    const kind = kindOf(name)
    const found = kinds.get(kind) ?? { records: new Set() }
    found.records.add(record)
    if (at !== undefined && (found.at === undefined || at > found.at)) found.at = at
    kinds.set(kind, found)
  }
  return [...kinds].map(([kind, { records, at }]) => ({
    kind,
    count: records.size,
    ...(at !== undefined && { at }),
  }))
}

function unique<T>(all: readonly T[]): readonly T[] {
  return [...new Set(all)]
}
