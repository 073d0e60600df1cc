import type { Feedback } from '#domain/feedback/feedback.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Incident } from '#domain/bins/incident.ts'
import type { Order } from '#domain/ledger/order.ts'
import { whereOf } from '#domain/places.ts'
import type { Recorded } from '#domain/record.ts'
import { type Shift } from '#domain/bins/shift.ts'
import { type Counts, countsOf, type Rate, rateOf, sumOf } from '#domain/bins/tallies.ts'
import { lights, type Visit, visitDay } from '#domain/doors/visit.ts'
import { dayOf } from '#domain/workingDays.ts'
import type { View } from '#store/view.ts'
import { nameOf } from './feedback.ts'
import type { Reader } from './reader.ts'

/** Who wrote it, where, and the record itself: nothing on the page is without them. */
export interface Told<R extends Recorded> {
  readonly record: R
  readonly who: string
  readonly where: string
}

export interface ShiftTold extends Told<Shift> {
  readonly counts: Counts
  readonly rate: Rate
}

/** One person's doors of the day. */
export interface RoundTold {
  readonly who: string
  readonly knocked: number
  readonly reached: number
  /** Instant of the last knock. */
  readonly at: string
}

/** A day of the compound as its records tell it; every number is the sum of the rows below it. */
export interface OfficeDay {
  readonly shifts: readonly ShiftTold[]
  readonly counts: Counts
  readonly rate: Rate
  readonly incidents: readonly Told<Incident>[]
  readonly rounds: readonly RoundTold[]
  readonly remarks: readonly Told<Feedback>[]
  readonly closed: readonly Told<Order>[]
}

/** `day` in Shanghai. Shifts lie on the day they say; the rest on the day it was written down. */
export function officeDay(view: View, reader: Reader, day: string): OfficeDay {
  const told = <R extends Recorded>(record: R): Told<R> => ({
    record,
    who: nameOf(view, record.author),
    where: whereOf(record.place, reader.tree),
  })
  const shifts = reader
    .all<Shift>('shift')
    .filter((one) => one.day === day)
    .sort(byTime)
    .map((one) => {
      const counts = countsOf(one)
      return { ...told(one), counts, rate: rateOf(counts) }
    })
  const counts = sumOf(shifts.map((one) => one.counts))
  const on = (record: Recorded) => dayOf(record.at) === day
  return {
    shifts,
    counts,
    rate: rateOf(counts),
    incidents: reader.all<Incident>('incident').filter(on).sort(byTime).map(told),
    rounds: roundsOf(view, reader, day),
    remarks: reader.all<Feedback>('feedback').filter(on).sort(byTime).map(told),
    closed: reader
      .all<Order>('order')
      .filter((one) => one.closedAt !== undefined && dayOf(one.closedAt) === day)
      .map(told),
  }
}

/** The last day before another on which anybody wrote anything down; undefined where there is none. */
export function dayWithRecordsBefore(reader: Reader, day: string): string | undefined {
  const days = [
    ...reader.all<Shift>('shift').map((one) => one.day),
    ...reader.all<Incident>('incident').map((one) => dayOf(one.at)),
    ...reader.all<Visit>('visit').map(visitDay),
    ...reader.all<Feedback>('feedback').map((one) => dayOf(one.at)),
    ...reader.all<Order>('order').flatMap((one) => (one.closedAt === undefined ? [] : [dayOf(one.closedAt)])),
  ]
  return days.reduce<string | undefined>(
    (last, one) => (one < day && (last === undefined || one > last) ? one : last),
    undefined,
  )
}

function roundsOf(view: View, reader: Reader, day: string): readonly RoundTold[] {
  const byPerson = new Map<string, Visit[]>()
  for (const visit of reader.all<Visit>('visit')) {
    if (visitDay(visit) !== day) continue
    const own = byPerson.get(visit.author)
    if (own) own.push(visit)
    else byPerson.set(visit.author, [visit])
  }
  return [...byPerson.values()].map((visits) => ({
    who: nameOf(view, visits[0]?.author),
    knocked: doors(visits),
    reached: doors(visits.filter(lights)),
    at:
      visits
        .map((one) => one.at)
        .sort()
        .at(-1) ?? '',
  }))
}

function doors(visits: readonly Visit[]): number {
  return new Set<RecordId>(visits.map((one) => one.place)).size
}

function byTime(a: Recorded, b: Recorded): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : 0
}
