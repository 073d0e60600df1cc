import { KINDS } from '#domain/kinds.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Place } from '#domain/places.ts'
import type { Recorded } from '#domain/record.ts'
import type { Window } from '#domain/window.ts'
import type { View } from '#store/view.ts'

/** One line of the tray: what waits, as the person thinks of it. */
export interface WaitingRow {
  /** Of the newest of them. */
  readonly id: RecordId
  /** All of them. */
  readonly ids: readonly RecordId[]
  readonly kind: string
  /** The first words of a remark. */
  readonly text?: string
  /** How many records stand behind the line. */
  readonly count: number
  /** Claimed instant of the newest of them. */
  readonly at: string
  readonly photos: number
  readonly place?: string
  readonly window?: Window
  readonly no?: number
}

/** Kinds of which each record is a piece of work of its own; the others are counted together. */
const APART = ['shift', 'incident', 'feedback', 'order']

/** The newest first. `ids`: records with own changes that are on this device only. */
export function waitingRows(view: View, ids: readonly RecordId[]): readonly WaitingRow[] {
  const groups = new Map<string, Recorded[]>()
  for (const id of ids) {
    const record = view.get(id)
    if (!record) continue
    const key = APART.includes(record.kind) ? id : record.kind
    const group = groups.get(key)
    if (group) group.push(record)
    else groups.set(key, [record])
  }
  return [...groups.values()].map((records) => rowOf(view, records)).sort((a, b) => (a.at < b.at ? 1 : -1))
}

/** The records whose photos these are, each on a line of its own kind. */
export function rowsNaming(view: View, hashes: readonly string[]): readonly WaitingRow[] {
  const naming = [...KINDS.values()].flatMap(({ kind, photosOf }) =>
    photosOf ? view.all(kind).filter((one) => photosOf(one).some((hash) => hashes.includes(hash))) : [],
  )
  return waitingRows(
    view,
    naming.map(({ id }) => id),
  )
}

function rowOf(view: View, records: readonly Recorded[]): WaitingRow {
  const newest = records.reduce((a, b) => (a.at < b.at ? b : a))
  const place = view.get<Place>(newest.place)?.label
  const text = (newest as { text?: string }).text
  const window = (newest as { window?: Window }).window
  return {
    id: newest.id,
    ids: records.map(({ id }) => id),
    kind: newest.kind,
    count: records.length,
    at: newest.at,
    photos: records.reduce((sum, one) => sum + (KINDS.get(one.kind)?.photosOf?.(one).length ?? 0), 0),
    ...(records.length === 1 && place !== undefined && { place }),
    ...(records.length === 1 && text && { text: text.slice(0, 16) }),
    ...(window !== undefined && { window }),
    ...(records.length === 1 && newest.no !== undefined && { no: newest.no }),
  }
}
