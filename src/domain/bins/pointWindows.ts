import { type Change, isLater, type Stamp } from '#domain/change.ts'
import type { RecordId } from '#domain/ids.ts'
import { type FieldEdit, mergeFields, same } from '#domain/merge.ts'
import type { Folded, Recorded } from '#domain/record.ts'
import { type Window, type WindowDays, WINDOWS } from '#domain/window.ts'

/** When somebody stands at a bin point; clock times in Asia/Shanghai, `HH:MM`. */
export interface PointWindow {
  readonly point: RecordId
  readonly window: Window
  readonly from: string
  readonly to: string
  /** Absent: every day. */
  readonly days?: WindowDays
}

/** Where the windows of all points stand. */
interface Windowed extends Recorded {
  readonly windows: readonly PointWindow[]
}

/** The times of one shift at one point: what its author saw and what they want; none: it is held no more. */
export interface WindowEdit {
  readonly point: RecordId
  readonly window: Window
  readonly was: readonly Times[]
  readonly now: readonly Times[]
}

type OfPoint = Omit<PointWindow, 'point'>
type Times = Omit<OfPoint, 'window'>

/**
 * What stands where the compound has not said. Part of what `settings.windows` means: whoever changes the morning of such a
 * point has seen this evening, and it stays. It can never change.
 */
export const USUAL_WINDOWS: readonly OfPoint[] = [
  { window: 'morning', from: '07:00', to: '09:00' },
  { window: 'evening', from: '18:00', to: '20:00' },
]

/** The windows that the compound has said for a point, in the order of the day. */
export function windowsOf({ windows }: Pick<Windowed, 'windows'>, point: RecordId): readonly PointWindow[] {
  return windows.filter((one) => one.point === point).sort((a, b) => (a.from < b.from ? -1 : 1))
}

/** All windows of a point in the order of the day; the usual ones where the compound has not said. */
export function windowsThere(record: Pick<Windowed, 'windows'>, point: RecordId): readonly OfPoint[] {
  const own = windowsOf(record, point)
  return own.length > 0 ? own : USUAL_WINDOWS
}

/** The edits that lead from what stands at a point to other windows; none where nothing changes. */
export function windowEdits(
  record: Pick<Windowed, 'windows'>,
  point: RecordId,
  wanted: readonly OfPoint[],
): readonly WindowEdit[] {
  const seen = windowsThere(record, point)
  return WINDOWS.map((window) => ({
    point,
    window,
    was: timesOf(seen, window),
    now: timesOf(wanted, window),
  })).filter(({ was, now }) => !same(was, now))
}

/**
 * Merges edits of windows, each shift of each point for itself (W9): two who change two of them lose nothing, of two for one
 * the later stands and the other is named. A point whose last window is taken away has the usual ones again.
 */
export function mergeWindows<R extends Windowed>(
  record: R,
  edits: readonly WindowEdit[],
  change: Change,
  stamp: Stamp | undefined,
): Folded<R> {
  const points = [...new Set(edits.map(({ point }) => point))]
  // Each shift of these points becomes a field of its own for as long as it takes.
  const fields: Record<string, unknown> = {}
  for (const point of points)
    for (const { window } of windowsThere(record, point))
      fields[keyOf(point, window)] = timesOf(windowsThere(record, point), window)
  const wanted = edits.map(({ point, window, was, now }): readonly [string, FieldEdit] => [
    keyOf(point, window),
    { was: someOf(was), now: someOf(now) },
  ])
  // Who wrote all of them at once wrote each of them.
  const all = record.won?.['windows']
  const won = { ...record.won }
  for (const [key] of wanted) if (all && (!won[key] || isLater(all, won[key]))) won[key] = all
  const met = mergeFields(
    { ...record, ...(record.won && { won }), ...fields },
    Object.fromEntries(wanted),
    change,
    stamp,
  )
  if (met.outcome.is === 'already') return { record, outcome: met.outcome }
  const after = met.record as unknown as Readonly<Record<string, unknown>>
  const moved = (point: RecordId) =>
    WINDOWS.some((window) => !same(fields[keyOf(point, window)], after[keyOf(point, window)]))
  return joined(record, met, points.filter(moved))
}

/**
 * All windows at once, as builds before wrote them, in their place among edits of single ones: what was said of one shift
 * later stands, also where this comes again after a restore (W7).
 */
export function withLaterWindows<R extends Windowed>(
  record: R,
  met: Folded<R>,
  stamp: Stamp | undefined,
): Folded<R> {
  const later = Object.entries(record.won ?? {}).flatMap(([key, mark]) =>
    stamp && key.startsWith(FIELD) && isLater(mark, stamp) ? [key] : [],
  )
  if (later.length === 0 || met.record === record) return met
  const isLaterOne = (one: PointWindow) => later.includes(keyOf(one.point, one.window))
  const windows = [
    ...met.record.windows.filter((one) => !isLaterOne(one)),
    ...record.windows.filter((one) => isLaterOne(one)),
  ]
  return { ...met, record: { ...met.record, windows } }
}

/** The fields put together again: the record as everybody knows it, and what lost under its name. */
function joined<R extends Windowed>(record: R, met: Folded<R>, points: readonly RecordId[]): Folded<R> {
  const own = Object.entries(met.record).filter(([field]) => !field.startsWith(FIELD))
  const times = met.record as unknown as Readonly<Record<string, readonly Times[] | undefined>>
  const windows = points.flatMap((point) =>
    WINDOWS.flatMap((window) =>
      (times[keyOf(point, window)] ?? []).map((one): PointWindow => ({ point, window, ...one })),
    ),
  )
  const others = record.windows.filter(({ point }) => !points.includes(point))
  const next = { ...Object.fromEntries(own), windows: [...others, ...windows] } as unknown as R
  if (met.outcome.is !== 'merged') return { record: next, outcome: met.outcome }
  const lost = Object.entries(met.outcome.lost).flatMap(([key, value]) => ofKey(key, value))
  return {
    record: { ...next, ...(next.lost && { lost: { ...next.lost, field: 'windows', value: lost } }) },
    outcome: { is: 'merged', lost: { windows: lost } },
  }
}

const FIELD = 'windows '

function keyOf(point: RecordId, window: Window): string {
  return `${FIELD}${window} ${point}`
}

/** What lost, as windows of the point; a shift that was held no more has none. */
function ofKey(key: string, value: unknown): readonly PointWindow[] {
  const [, window, ...point] = key.split(' ')
  return ((value ?? []) as readonly Times[]).map((one) => ({
    point: point.join(' ') as RecordId,
    window: window as Window,
    ...one,
  }))
}

function timesOf(windows: readonly OfPoint[], wanted: Window): readonly Times[] {
  return windows
    .filter(({ window }) => window === wanted)
    .map(({ from, to, days }) => ({ from, to, ...(days !== undefined && days !== 'every' && { days }) }))
    .sort((a, b) => (a.from < b.from ? -1 : 1))
}

function someOf(times: readonly Times[]): readonly Times[] | undefined {
  return times.length > 0 ? times : undefined
}
