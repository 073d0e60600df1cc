import type { Due } from '#domain/ledger/due.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { PersonId, RecordId, TenantId } from '#domain/ids.ts'
import { appointmentsOf, type Member } from '#domain/member.ts'
import type { Order } from '#domain/ledger/order.ts'
import { isLivedIn, type Place } from '#domain/places.ts'
import { type Appointment, inForce } from '#domain/rights.ts'
import { type Act, ROLES } from '#domain/roles.ts'
import type { Window } from '#domain/window.ts'
import { glow, type Visit, visitDay } from '#domain/doors/visit.ts'
import { dayOf } from '#domain/workingDays.ts'
import type { View } from '#store/view.ts'
import { peopleBehind } from './behind.ts'
import { openShiftOf } from './bins.ts'
import { buildingsOf } from './buildings.ts'
import { freshnessOf, type Progress, wholeProgress } from './progress.ts'
import { caredDoors } from './careParts.ts'
import { feedbackList } from './feedback.ts'
import { saidIn } from './openItems.ts'
import { ordersFor } from './orders.ts'
import { type Handing, handingsOf, slotsOfMine, slotsToTake } from './plan.ts'
import type { Reader } from './reader.ts'
import type { Slot } from './rota.ts'
import { toTell } from './toTell.ts'
import { quietDoors, reachedDays } from './visits.ts'
import { clockOf } from './windows.ts'

/** Who asks, and when. Times are ISO instants of the device. */
export interface Asking {
  readonly view: View
  readonly reader: Reader
  readonly tenant: TenantId
  readonly appointments: readonly Appointment[]
  readonly now: string
}

/** Something that is mine to do today. */
export type TodayItem =
  | {
      readonly is: 'shift'
      readonly place: RecordId
      readonly point: string
      readonly window: Window
      /** Clock times in Shanghai, `HH:MM`. */
      readonly from: string
      readonly to: string
      /** Who else stands at this point. */
      readonly beside: readonly string[]
    }
  | {
      readonly is: 'matter'
      /** The remark it goes back to, else the order. */
      readonly id: RecordId
      /** Empty where nothing was written. */
      readonly text: string
      /** Seconds that can be listened to. */
      readonly voice?: number
      readonly where: string
      readonly due: Due
      readonly assignee?: string
    }
  | {
      readonly is: 'comeBack'
      readonly place: RecordId
      readonly door: string
      /** `HH:MM` */
      readonly at: string
    }
  | { readonly is: 'care'; readonly count: number; readonly doors: readonly string[] }
  | {
      readonly is: 'tell'
      /** The remark where it is one; else they are in the ledger. */
      readonly id?: RecordId
      readonly count: number
      /** Who asked, where this device may hold that. */
      readonly names: readonly string[]
    }

type ShiftItem = Extract<TodayItem, { is: 'shift' }>

export interface TodayView {
  /** What the person may do at all; the keys of the screen follow it. */
  readonly may: Readonly<
    Record<'standShift' | 'recordVisit' | 'workOrder' | 'recordFeedback' | 'setUp', boolean>
  >
  readonly shift?: { readonly id: RecordId; readonly point: string; readonly since: string }
  /** The next window of mine that is not over and not done, with its day in Shanghai. */
  readonly next?: ShiftItem & { readonly day: string; readonly isToday: boolean }
  /** The next one that nobody took and I could. */
  readonly free?: Slot
  /** Days that were given to me or by me, from today on. */
  readonly handings: readonly Handing[]
  readonly heardToday: number
  readonly ordersOpen: number
  /** `building`: the one whose windows are drawn beside the figure. */
  readonly homes?: { readonly progress: Progress; readonly building?: RecordId; readonly litDays: number }
  /** In the order of the day; what has no hour comes last. */
  readonly items: readonly TodayItem[]
}

/** What one person sees on opening the app. */
export function todayOf(asking: Asking): TodayView {
  const { view, reader, appointments, now } = asking
  const day = dayOf(now)
  const may = (act: Act) => appointments.some((one) => inForce(one, day) && ROLES[one.role].act.includes(act))
  const asker = { ...asking, me: reader.me }
  const slots = may('standShift') ? slotsOfMine(asker) : []
  const shifts = slots.filter((one) => one.day === day).map((one) => shiftItem(asking, one))
  const [next] = slots
  const [free] = may('standShift') ? slotsToTake(asker) : []
  const open = openShiftOf(view, reader.me)
  const mine = ordersFor({ get: reader.get, all: reader.all, standing: view.standing }, reader.me, now)
  const homes = may('recordVisit') ? homesOf(asking, day) : undefined
  const items = [
    ...shifts,
    ...matters(asking, mine),
    ...comeBacks(reader, day),
    ...(may('recordFeedback') ? tellItem(asking, day) : []),
    ...(homes ? careItem(asking, day) : []),
  ]
  return {
    may: {
      standShift: may('standShift'),
      recordVisit: may('recordVisit'),
      workOrder: may('workOrder'),
      recordFeedback: may('recordFeedback'),
      setUp: may('setUp'),
    },
    ...(open && { shift: { id: open.id, point: view.get<Place>(open.place)?.label ?? '', since: open.at } }),
    ...(next && { next: { ...shiftItem(asking, next), day: next.day, isToday: next.day === day } }),
    ...(free && { free }),
    handings: handingsOf(view, reader.me, day),
    heardToday: reader
      .all<Feedback>('feedback')
      .filter((one) => one.author === reader.me && dayOf(one.at) === day).length,
    ordersOpen: mine.length,
    ...(homes && { homes }),
    items: items.sort((a, b) => (hourOf(a) < hourOf(b) ? -1 : hourOf(a) > hourOf(b) ? 1 : 0)),
  }
}

/** A window of mine; where a rota names one person for it, nobody is expected beside them. */
function shiftItem({ view, reader }: Asking, slot: Slot): ShiftItem {
  const { point: place, label: point, window, from, to, day } = slot
  const beside = slot.person === undefined ? besides(view, place, reader.me, day) : []
  return { is: 'shift', place, point, window, from, to, beside }
}

/** Those who were given exactly this point. */
function besides(view: View, point: RecordId, me: PersonId, day: string): readonly string[] {
  return view
    .all<Member>('member')
    .filter((one) => (one.id as string) !== me)
    .filter((one) =>
      appointmentsOf(one).some((at) => at.role === 'supervisor' && at.place === point && inForce(at, day)),
    )
    .map((one) => one.name)
}

/** For whoever works on orders: all of theirs. For others: what they may read and is due today or over. */
function matters(
  { view, reader, now }: Asking,
  mine: readonly { order: Order; due: Due }[],
): readonly TodayItem[] {
  const own = mine.map(({ order, due }): TodayItem => ({
    is: 'matter',
    id: order.from[0] ?? order.id,
    ...saidIn(order, reader),
    where: shortWhere(order.place, reader),
    due,
  }))
  const known = new Set(own.map((one) => one.is === 'matter' && one.id))
  const others = feedbackList(view, {}, now)
    .filter((row) => row.drawer !== 'done' && (row.due.today || row.due.standing === 'overdue'))
    .filter((row) => !known.has(row.id) && reader.get(row.id))
    .map((row): TodayItem => ({
      is: 'matter',
      id: row.id,
      text: row.text,
      ...(row.voice !== undefined && { voice: row.voice }),
      where: shortWhere(row.place, reader),
      due: row.due,
      ...(row.assignee !== undefined && { assignee: row.assignee }),
    }))
  return [...own, ...others]
}

/** The way down to a place; where there is only one building nobody says which. */
function shortWhere(place: RecordId, reader: Reader): string {
  const [first, ...rest] = reader.tree.path(place).filter((one) => one.what !== 'compound')
  if (!first) return ''
  const onlyOne = first.what === 'building' && rest.length > 0 && buildingsOf(reader).length === 1
  return (onlyOne ? rest : [first, ...rest]).map((one) => one.label).join(' ')
}

/** Doors I said I would knock at again today and have not been reached since. */
function comeBacks(reader: Reader, day: string): readonly TodayItem[] {
  const last = new Map<RecordId, Visit>()
  for (const visit of reader.all<Visit>('visit')) {
    if (visit.author !== reader.me) continue
    const other = last.get(visit.place)
    if (!other || other.at < visit.at) last.set(visit.place, visit)
  }
  const quiet = quietDoors(reader, day)
  return [...last.values()]
    .filter((one) => one.retryAt?.startsWith(day) && visitDay(one) <= day && !quiet.has(one.place))
    .map((one) => ({
      is: 'comeBack',
      place: one.place,
      door: reader.tree.get(one.place)?.label ?? '',
      at: one.retryAt?.slice(11) ?? '',
    }))
}

/** Doors to look in on that nobody has reached within the days of a lit window, and that want somebody at the door. */
function careItem({ view, reader, tenant }: Asking, day: string): readonly TodayItem[] {
  const days = reachedDays(reader, day)
  const quiet = quietDoors(reader, day)
  const freshness = freshnessOf(view, tenant)
  const waiting = [...caredDoors(reader)]
    .flatMap((id) => reader.get<Place>(id) ?? [])
    .filter((door) => isLivedIn(door) && reader.reads('visits', door.id) && !quiet.has(door.id))
    .filter((door) => glow(days.get(door.id), freshness) !== 'lit')
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  if (waiting.length === 0) return []
  return [
    {
      is: 'care',
      count: waiting.length,
      doors: waiting.map((one) => `${one.label} ${peopleBehind(reader, one.id)[0]?.name ?? ''}`.trim()),
    },
  ]
}

/** It is handled, and whoever asked me, or lives on my floor, has not heard of it. */
function tellItem({ view, reader, appointments }: Asking, day: string): readonly TodayItem[] {
  const seen = { get: reader.get, all: reader.all, standing: view.standing }
  const waiting = toTell(seen, { me: reader.me, appointments, tree: reader.tree, day })
  const [first] = waiting
  if (!first) return []
  const names = waiting.flatMap((one) => one.name ?? [])
  return [{ is: 'tell', count: waiting.length, names, ...(waiting.length === 1 && { id: first.id }) }]
}

function homesOf({ view, reader, tenant }: Asking, day: string): TodayView['homes'] {
  const freshness = freshnessOf(view, tenant)
  const [first] = buildingsOf(reader, 'visits')
  const progress = wholeProgress(reader, day, freshness)
  if (progress.homes === 0) return undefined
  return { progress, litDays: freshness.lit, ...(first && { building: first.id }) }
}

function hourOf(item: TodayItem): string {
  if (item.is === 'shift') return item.from
  if (item.is === 'comeBack') return item.at
  if (item.is === 'care') return '~'
  if (item.is === 'tell') return '|'
  // What is over comes first; what falls due later than today stands behind the hours of today.
  if (item.due.standing === 'overdue') return ''
  return item.due.today && item.due.at !== undefined ? clockOf(item.due.at) : '}'
}
