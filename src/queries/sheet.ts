import { type BagRate, bagRateOf } from '#domain/bins/bag.ts'
import { itemsOf } from '#domain/bins/checklist.ts'
import type { Haul } from '#domain/bins/haul.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import type { Incident } from '#domain/bins/incident.ts'
import {
  type Check,
  checksAt,
  type Finding,
  findingKey,
  type Moment,
  MOMENTS,
  type Shift,
} from '#domain/bins/shift.ts'
import { type Fill, FILLS, type Stream, STREAMS } from '#domain/bins/streams.ts'
import { type Counts, countsOf, type Rate, rateOf, sumOf } from '#domain/bins/tallies.ts'
import { type Window, WINDOWS } from '#domain/window.ts'
import { addDays } from '#domain/workingDays.ts'
import type { View } from '#store/view.ts'

/** One item as everybody who went round answered it. */
export interface SheetCheck {
  readonly item: string
  readonly when: Moment
  /** One problem is a problem, whoever else found it good. */
  readonly state: Check | undefined
  readonly by: readonly { readonly person: PersonId; readonly state: Check; readonly finding?: Finding }[]
}

export interface Share {
  readonly shift: Shift
  readonly counts: Counts
}

/** A point, a day and a window: a query over the shifts that people stood there. Each tap keeps its author. */
export interface BinSheet {
  readonly point: RecordId
  readonly day: string
  readonly window: Window
  /** By the time they were begun. */
  readonly shares: readonly Share[]
  readonly counts: Counts
  readonly rate: Rate
  readonly bags: BagRate
  readonly checks: readonly SheetCheck[]
  /** The fuller one, where two looked. */
  readonly fills: Readonly<Record<Moment, Readonly<Partial<Record<Stream, Fill>>>>>
  readonly incidents: readonly Incident[]
  readonly hauls: readonly Haul[]
  /** Somebody is still there. */
  readonly open: boolean
}

/** What a device shows, or what one person may see of it. */
type Records = Pick<View, 'all'>

/** Days in Shanghai, `YYYY-MM-DD`, both included. */
export interface Span {
  readonly point?: RecordId | undefined
  readonly from: string
  readonly to: string
}

/** All sheets of a span, by day, window and point; only those where somebody stood. */
export function sheetsIn(view: Records, { point, from, to }: Span): readonly BinSheet[] {
  const groups = new Map<string, Shift[]>()
  for (const one of view.all<Shift>('shift')) {
    if (one.voided || one.day < from || one.day > to || (point !== undefined && one.place !== point)) continue
    const key = `${one.day} ${WINDOWS.indexOf(one.window)} ${one.place}`
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  const incidents = byShift(view.all<Incident>('incident'))
  const hauls = byShift(view.all<Haul>('haul'))
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, shifts]) => sheetOf(shifts, incidents, hauls))
}

/** The one sheet of a point, day and window; undefined where nobody stood. */
export function sheetAt(view: Records, point: RecordId, day: string, window: Window): BinSheet | undefined {
  return sheetsIn(view, { point, from: day, to: day }).find((one) => one.window === window)
}

/**
 * Percentage points of a sheet against the sheet of the same point and window a week before, where both have a rate:
 * Tuesday evenings are like Tuesday evenings and like nothing else.
 */
export function changeInAWeek(view: Records, sheet: BinSheet): number | undefined {
  const before = sheetAt(view, sheet.point, addDays(sheet.day, -7), sheet.window)
  if (before?.rate.percent === undefined || sheet.rate.percent === undefined) return undefined
  return sheet.rate.percent - before.rate.percent
}

/** How many stood there: one person with two tablets is one. */
export function peopleOf(sheet: Pick<BinSheet, 'shares'>): number {
  return new Set(sheet.shares.map(({ shift }) => shift.author)).size
}

function sheetOf(
  shifts: readonly Shift[],
  incidents: ReadonlyMap<RecordId, readonly Incident[]>,
  hauls: ReadonlyMap<RecordId, readonly Haul[]>,
): BinSheet {
  const inOrder = [...shifts].sort(byTime)
  const [first] = inOrder as [Shift, ...Shift[]]
  const shares = inOrder.map((shift) => ({ shift, counts: countedOnce(shift) }))
  const counts = sumOf(shares.map((one) => one.counts))
  return {
    point: first.place,
    day: first.day,
    window: first.window,
    shares,
    counts,
    rate: rateOf(counts),
    bags: bagRateOf(inOrder.flatMap((one) => one.bags ?? [])),
    checks: MOMENTS.flatMap((when) => checksOf(inOrder, when)),
    fills: {
      arrival: fullest(inOrder.map((one) => one.fills)),
      leaving: fullest(inOrder.map((one) => one.endFills ?? {})),
    },
    incidents: inOrder.flatMap((one) => incidents.get(one.id) ?? []).sort(byTime),
    hauls: inOrder.flatMap((one) => hauls.get(one.id) ?? []).sort(byTime),
    open: inOrder.some((one) => one.closedAt === undefined),
  }
}

/** A record never changes, only another comes in its place: what was counted once need not be counted at the next tap. */
const counted = new WeakMap<Shift, Counts>()

function countedOnce(shift: Shift): Counts {
  const known = counted.get(shift)
  if (known) return known
  const counts = countsOf(shift)
  counted.set(shift, counts)
  return counts
}

function checksOf(shifts: readonly Shift[], when: Moment): readonly SheetCheck[] {
  const items = new Set(shifts.flatMap((one) => itemsOf(one, when)))
  return [...items].map((item) => {
    const by = shifts.flatMap((one) => {
      const state = checksAt(one, when)[item]
      const finding = one.findings?.[findingKey(item, when)]
      return state === undefined ? [] : [{ person: one.author, state, ...(finding && { finding }) }]
    })
    return { item, when, by, state: worst(by.map((one) => one.state)) }
  })
}

const WORSE: readonly Check[] = ['toFix', 'good', 'unchecked']

function worst(states: readonly Check[]): Check | undefined {
  return WORSE.find((one) => states.includes(one))
}

function fullest(all: readonly Shift['fills'][]): Shift['fills'] {
  const most: Partial<Record<Stream, Fill>> = {}
  for (const stream of STREAMS) {
    const found = all.flatMap((one) => one[stream] ?? [])
    const level = Math.max(...found.map((fill) => FILLS.indexOf(fill)))
    const fill = FILLS[level]
    if (fill) most[stream] = fill
  }
  return most
}

function byShift<R extends { readonly shift?: RecordId; readonly voided?: unknown }>(
  records: readonly R[],
): ReadonlyMap<RecordId, readonly R[]> {
  const groups = new Map<RecordId, R[]>()
  for (const one of records) {
    if (one.shift === undefined || one.voided) continue
    const group = groups.get(one.shift)
    if (group) group.push(one)
    else groups.set(one.shift, [one])
  }
  return groups
}

/** By what the devices say; ids where they say the same, so that every device shows one order. */
function byTime(a: { readonly at: string; readonly id: RecordId }, b: typeof a): number {
  return a.at < b.at || (a.at === b.at && a.id < b.id) ? -1 : 1
}
