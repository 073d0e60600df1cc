import { expect, it } from 'vitest'
import { type Counted, countsAbove } from '#domain/countsAbove.ts'
import type { Visit } from '#domain/doors/visit.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { Order } from '#domain/ledger/order.ts'
import type { Place } from '#domain/places.ts'
import type { Recorded } from '#domain/record.ts'
import type { Shift } from '#domain/bins/shift.ts'

const NOW = '2026-03-30T04:00:00.000Z'
const LATELY = '2026-03-20T04:00:00.000Z'
const LONG_AGO = '2026-01-10T04:00:00.000Z'

const some = <R extends Recorded>(count: number, make: (nth: number) => object): readonly R[] =>
  Array.from({ length: count }, (_, nth) => ({
    id: `r${nth}`,
    place: `door-${nth}`,
    at: LATELY,
    ...make(nth),
  })) as never
const homes = (count: number) =>
  some<Place>(count, (nth) => ({ id: `door-${nth}`, kind: 'place', what: 'dwelling', use: 'livedIn' }))
const order = (more: object) => ({
  kind: 'order',
  track: 'act_soon',
  urgency: 'u3',
  events: [],
  receivedAt: LATELY,
  ...more,
})
const open = (count: number, more: object = {}) =>
  some<Order>(count, () => order({ status: 'working', receivedAt: NOW, ...more }))
const met = (count: number, more: object = {}) =>
  some<Visit>(count, () => ({ kind: 'visit', outcome: 'met', receivedAt: LATELY, ...more }))

function counted(of: Partial<Counted>) {
  const nothing = { settings: undefined, places: [], remarks: [], orders: [], shifts: [], visits: [] }
  return countsAbove({ ...nothing, ...of }, NOW)
}

it('a compound of which nothing is known is all nought', () => {
  expect(new Set(Object.values(counted({})))).toEqual(new Set([0]))
})

it('SEC-92 of homes and of what homes said no number below five is told', () => {
  const few = counted({
    places: homes(4),
    orders: open(3),
    visits: met(2),
    remarks: some<Feedback>(1, () => ({})),
  })
  expect(few).toMatchObject({ homes: 'few', open: 'few', reached: 'few', remarks: 'few' })
  expect(counted({ places: homes(5), orders: open(5) })).toMatchObject({ homes: 5, open: 5 })
})

it('SEC-92 nor one by which a number below five could be worked out', () => {
  expect(counted({ places: homes(12), visits: met(10) })).toMatchObject({ homes: 12, reached: 'few' })
  expect(counted({ places: homes(12), visits: met(12) })).toMatchObject({ homes: 12, reached: 12 })
  expect(counted({ places: homes(20), visits: met(10) })).toMatchObject({ homes: 20, reached: 10 })
})

it('late is what its clock says, and in time is what was closed before it', () => {
  const late = open(6, { receivedAt: '2026-03-02T02:00:00.000Z' })
  const done = (count: number, closedAt: string) =>
    some<Order>(count, () => order({ status: 'done', closedAt, receivedAt: '2026-03-10T02:00:00.000Z' }))
  const orders = [
    ...late,
    ...open(5).map((one) => ({ ...one, id: `o${one.id}` })),
    ...done(7, '2026-03-11T02:00:00.000Z'),
    ...done(5, '2026-03-27T02:00:00.000Z'),
  ] as readonly Order[]
  expect(counted({ orders })).toMatchObject({ open: 11, overdue: 6, closed: 12, inTime: 7 })
})

it('what is older than thirty days, withdrawn, or to be settled quietly, is not counted', () => {
  const voided = { by: 'who', at: NOW, reason: '' }
  expect(
    counted({ orders: open(9, { quiet: true }), remarks: some<Feedback>(9, () => ({ quiet: true })) }),
  ).toMatchObject({
    open: 0,
    remarks: 0,
  })
  expect(
    counted({ orders: open(9, { voided }), visits: met(9, { voided }), places: homes(9) }),
  ).toMatchObject({
    open: 0,
    reached: 0,
  })
  const old = counted({
    places: homes(9),
    visits: met(9, { at: LONG_AGO, receivedAt: LONG_AGO }),
    shifts: some<Shift>(3, (nth) => ({ kind: 'shift', day: nth === 0 ? '2026-02-28' : '2026-03-29' })),
  })
  expect(old).toMatchObject({ reached: 0, shifts: 2 })
})

it('the thirty days are those of Shanghai, today and the twenty-nine before it', () => {
  // 00:30 in Shanghai on the 31st of March 2026, the 30th still in Greenwich: the first of them is the 2nd of March.
  const now = '2026-03-30T16:30:00.000Z'
  const remarks = (at: string) =>
    countsAbove(
      {
        settings: undefined,
        places: [],
        orders: [],
        shifts: [],
        visits: [],
        remarks: some<Feedback>(5, () => ({ at })),
      },
      now,
    ).remarks
  expect(remarks('2026-03-01T15:59:59.999Z')).toBe(0)
  expect(remarks('2026-03-01T16:00:00.000Z')).toBe(5)
  expect(remarks('2026-03-31T15:59:59.999Z')).toBe(5)
  expect(remarks('2026-03-31T16:00:00.000Z')).toBe(0)
})

it('a matter is closed where it is done and says when, and in time to the very moment it was due', () => {
  const done = (more: object) => counted({ orders: some<Order>(5, () => order({ status: 'done', ...more })) })
  expect(done({})).toMatchObject({ closed: 0, inTime: 0 })
  expect(counted({ orders: open(5, { closedAt: LATELY }) })).toMatchObject({ closed: 0, open: 5 })
  // Three working days from Tuesday the 10th of March: midnight in Shanghai after Friday the 13th.
  const receivedAt = '2026-03-10T02:00:00.000Z'
  expect(done({ receivedAt, closedAt: '2026-03-13T16:00:00.000Z' })).toMatchObject({ closed: 5, inTime: 5 })
  expect(done({ receivedAt, closedAt: '2026-03-13T16:00:00.001Z' })).toMatchObject({ closed: 5, inTime: 0 })
  // What no clock ran for cannot be late.
  expect(done({ receivedAt: undefined, closedAt: LATELY })).toMatchObject({ closed: 5, inTime: 5 })
})

it('homes are those that are lived in and stand; visits and shifts count from the first of the thirty days to today', () => {
  const home = (more: object) => homes(6).map((one) => ({ ...one, ...more }))
  expect(counted({ places: home({ use: 'vacant' }) })).toMatchObject({ homes: 0 })
  expect(counted({ places: home({ voided: { by: 'who', at: NOW, reason: '' } }) })).toMatchObject({
    homes: 0,
  })
  const reached = (day: string) => {
    const at = `${day}T02:00:00.000Z`
    return counted({ places: homes(6), visits: met(6, { at, receivedAt: at }) }).reached
  }
  const shifts = (day: string) => counted({ shifts: some<Shift>(2, () => ({ kind: 'shift', day })) }).shifts
  const days = ['2026-02-28', '2026-03-01', '2026-03-30', '2026-03-31']
  expect(days.map(reached)).toEqual([0, 6, 6, 0])
  expect(days.map(shifts)).toEqual([0, 2, 2, 0])
})
