import type { BagRate, Fault, Verdict } from '#domain/bins/bag.ts'
import type { Change } from '#domain/change.ts'
import type { Unit } from '#domain/bins/haul.ts'
import type { ChangeId, PersonId, RecordId } from '#domain/ids.ts'
import type { IncidentAction, IncidentType } from '#domain/bins/incident.ts'
import { memberId } from '#domain/member.ts'
import { placeId } from '#domain/places.ts'
import type { Role } from '#domain/roles.ts'
import { settingsId } from '#domain/settings.ts'
import type { Check, Moment } from '#domain/bins/shift.ts'
import type { Fill, Stream } from '#domain/bins/streams.ts'
import type { Counter } from '#domain/bins/tallies.ts'
import type { Window } from '#domain/window.ts'
import { type Book, openBook } from '#store/book.ts'
import { COMPOUND, EAST_GATE, TENANT } from './binSide.ts'

export const OFFICE = 'office' as PersonId

export interface ShiftWords {
  readonly by: PersonId
  readonly place?: RecordId
  readonly day: string
  readonly window?: Window
  readonly taps?: Partial<Record<Counter, number>>
  /** Minutes after the window begins that the taps lie on, in turn. */
  readonly minutes?: readonly number[]
  readonly checks?: readonly (readonly [item: string, state: Check, when?: Moment])[]
  readonly fills?: readonly (readonly [stream: Stream, fill: Fill, when?: Moment])[]
  readonly bags?: readonly (readonly [stream: Stream, verdict: Verdict, faults?: readonly Fault[]])[]
  readonly incidents?: readonly (readonly [type: IncidentType, action?: IncidentAction, text?: string])[]
  readonly hauls?: readonly (readonly [stream: Stream, amount: number, unit: Unit, mixed?: boolean])[]
  readonly note?: string
  readonly open?: boolean
}

/** What was written down at the bins of an invented compound, as changes; nothing of it has been read yet. */
export interface Writing {
  readonly changes: readonly Change[]
  change(name: string, record: RecordId, args: unknown, actor?: PersonId, at?: string): void
  /** A bin point, entered on a day. */
  point(key: string, label: string, from?: string): RecordId
  member(person: PersonId, name: string, role: Role, place?: RecordId): void
  /** A shift with all that was done in it; its record. */
  shift(words: ShiftWords): RecordId
}

export function writing(): Writing {
  const changes: Change[] = []
  let n = 0
  const change: Writing['change'] = (name, record, args, actor = OFFICE, at = '2026-01-01T01:00:00.000Z') => {
    n += 1
    changes.push({ id: `c${n}` as ChangeId, record, name, v: 1, actor, at, args })
  }
  change('place.enter', COMPOUND, { what: 'compound', key: 'compound', label: '春和苑', order: 0 })
  change('settings.put', settingsId(TENANT), { place: COMPOUND, name: '春和苑' })
  const point: Writing['point'] = (key, label, from = '2026-01-01') => {
    const id = placeId(TENANT, key)
    const args = { what: 'binPoint', key, label, order: n, parent: COMPOUND }
    change('place.enter', id, args, OFFICE, `${from}T01:00:00.000Z`)
    return id
  }
  return {
    changes,
    change,
    point,
    member: (person, name, role, place = COMPOUND) =>
      change('member.join', memberId(person), {
        place: COMPOUND,
        name,
        appointments: [{ role, place, from: '2024-01-01' }],
      }),
    shift(words) {
      const { by, place = EAST_GATE, day, window = 'evening', minutes = [0] } = words
      n += 1
      const id = `shift-${n}` as RecordId
      const begins = Date.parse(`${day}T${window === 'morning' ? '07' : '18'}:00:00+08:00`)
      let step = 0
      const write = (name: string, args: unknown, minute = 0, record: RecordId = id) => {
        step += 1
        change(name, record, args, by, new Date(begins + minute * 60_000 + step).toISOString())
      }
      write('shift.open', { place, day, window })
      let tap = 0
      for (const [counter, count] of Object.entries(words.taps ?? {}))
        for (let i = 0; i < count; i += 1) write('shift.tally', { counter }, minutes[tap++ % minutes.length])
      for (const [item, state, when] of words.checks ?? [])
        write('shift.check', { item, state, ...(when && { when }) })
      for (const [stream, fill, when] of words.fills ?? [])
        write('shift.fill', { stream, fill, ...(when && { when }) })
      for (const [stream, verdict, faults = []] of words.bags ?? [])
        write('shift.bag', { stream, verdict, faults })
      for (const [index, [type, action = 'explained', text]] of (words.incidents ?? []).entries())
        write(
          'incident.record',
          { place, shift: id, type, action, photos: [], ...(text && { text }) },
          0,
          `${id}-incident-${index}` as RecordId,
        )
      for (const [index, [stream, amount, unit, mixed = false]] of (words.hauls ?? []).entries())
        write(
          'haul.record',
          { place, shift: id, stream, amount, unit, mixed },
          0,
          `${id}-haul-${index}` as RecordId,
        )
      if (!words.open) write('shift.close', words.note ? { note: words.note } : {}, 120)
      return id
    },
  }
}

/** A device that received these changes in this order. */
export function bookOf(changes: readonly Change[]): Book {
  const book = openBook()
  book.load([], changes)
  return book
}

/** Ten bags of one stream of which some were good. */
export function bagsWith(good: number, checked: BagRate['checked']) {
  return Array.from({ length: checked }, (_, index) =>
    index < good
      ? (['kitchen', 'good'] as const)
      : (['kitchen', 'bad', ['with_bag']] as const satisfies readonly [Stream, Verdict, readonly Fault[]]),
  )
}
