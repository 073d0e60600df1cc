import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lowered, SHAPES, upgraded } from '#domain/catalogue.ts'
import type { RecordId } from '#domain/ids.ts'
import { placeTree } from '#domain/places.ts'
import { type Shift } from '#domain/bins/shift.ts'
import { COUNTERS, type Counter, countsOf, lastTapped, rateOf, tapsIn, tapsOf } from '#domain/bins/tallies.ts'
import { officeDay } from '#queries/officeDay.ts'
import type { Reader } from '#queries/reader.ts'
import { openBook } from '#store/book.ts'
import { did, folding, type Folding, instant, next, stamped } from './history.ts'
import { runs } from './runs.ts'

const OPEN = { place: 'home', day: '2026-03-04', window: 'morning' }

const move = fc.record({
  verb: fc.constantFrom(
    'tally',
    'tally',
    'tally',
    'untally',
    'untally',
    'check',
    'fill',
    'close',
    'close',
    'closeFor',
    'reopen',
    'reopen',
    'open',
  ),
  by: fc.constantFrom('wang', 'wang', 'wang', 'wang', 'tang'),
  counter: fc.constantFrom(...COUNTERS),
  item: fc.constantFrom('lid', 'floor', '__proto__'),
  state: fc.constantFrom(undefined, 'good', 'toFix', 'unchecked'),
  stream: fc.constantFrom('kitchen', 'other'),
  fill: fc.constantFrom('empty', 'half', 'full'),
  /** Minutes between what the device's clock said and the order of arrival. */
  off: fc.constantFrom(0, 0, 0, -30, 30),
})
type Move = ReturnType<typeof fc.sample<typeof move extends fc.Arbitrary<infer M> ? M : never>>[number]

const none = (): Record<Counter, number> => ({
  right: 0,
  corrected: 0,
  unsorted: 0,
  resorted: 0,
  explained: 0,
})

function argsOf({ verb, counter, item, state, stream, fill }: Move, note: string, closedAt: string): unknown {
  switch (verb) {
    case 'check':
      return { item, ...(state && { state }) }
    case 'fill':
      return { stream, fill }
    case 'close':
      return { note }
    case 'closeFor':
      return {}
    case 'reopen':
      return { closedAt }
    case 'open':
      return { ...OPEN, window: 'evening' }
    default:
      return { counter }
  }
}

describe('a shift', () => {
  it('INV-22 counts each tap of its own person once, never below zero, and no other hand moves it', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        const product = folding()
        next(product, did(1, 'shift.open', OPEN, 'wang'), stamped(1))
        const counts = none()
        const checks = new Map<string, string>()
        const fills = new Map<string, string>()
        let closed: { at: string; by?: string } | undefined
        let note: string | undefined
        let putRight = 0
        // The closing that a device of its own shows; it may not have heard of a later one.
        let seen = instant(0)

        for (const [index, one] of moves.entries()) {
          const nth = index + 2
          const { verb, by, counter, item, state, stream, fill, off } = one
          const at = instant(nth + off)
          const change = { ...did(nth, `shift.${verb}`, argsOf(one, `第${nth}句`, seen), by), at }
          const before = product.record
          const outcome = next(product, change, stamped(nth))
          const shift = product.record as Shift

          if (verb === 'open') expect(outcome).toEqual({ is: 'already' })
          else if (verb === 'closeFor') {
            expect(outcome.is).toBe(closed ? 'already' : 'applied')
            closed ??= { at, ...(by !== 'wang' && { by }) }
          } else if (by !== 'wang') expect(outcome).toEqual({ is: 'held', why: 'notAllowed' })
          else {
            if (verb === 'reopen') {
              expect(outcome.is).toBe(closed?.at === seen ? 'applied' : 'already')
              if (closed?.at === seen) closed = undefined
            }
            const late = closed !== undefined && at > closed.at
            if (verb === 'tally') {
              counts[counter] += 1
              putRight += Number(late)
            }
            if (verb === 'untally') {
              expect(outcome.is).toBe(counts[counter] > 0 ? 'applied' : 'already')
              putRight += Number(late && counts[counter] > 0)
              counts[counter] = Math.max(0, counts[counter] - 1)
            }
            if (verb === 'check' && state) checks.set(item, state)
            if (verb === 'check' && !state) checks.delete(item)
            if (verb === 'fill') fills.set(stream, fill)
            if (verb === 'close') {
              // Each of its words is kept; its time only where nobody, or another, closed before.
              expect(outcome.is).toBe('applied')
              note = note === undefined ? `第${nth}句` : `${note}\n第${nth}句`
              if (!closed || closed.by !== undefined) closed = { at }
            }
          }
          if (closed && nth % 3 > 0) seen = closed.at
          if (outcome.is !== 'applied') expect(shift).toBe(before)
          expect(countsOf(shift)).toEqual(counts)
          expect(Object.entries(shift.checks).sort()).toEqual([...checks].sort())
          expect(Object.entries(shift.fills).sort()).toEqual([...fills].sort())
          expect([shift.closedAt, shift.closedBy, shift.note]).toEqual([closed?.at, closed?.by, note])
          expect(shift.corrections ?? 0).toBe(putRight)
          expect([shift.author, shift.window]).toEqual(['wang', 'morning'])
        }
      }),
      runs(400),
    )
  })

  it('INV-22 an undo takes the last tap of its key and leaves the others with their own times', () => {
    const taps = fc.array(fc.tuple(fc.constantFrom(...COUNTERS), fc.boolean()), { maxLength: 25 })
    fc.assert(
      fc.property(taps, (steps) => {
        const product = folding()
        next(product, did(1, 'shift.open', OPEN, 'wang'), stamped(1))
        const stands: [Counter, string][] = []
        for (const [index, [counter, back]] of steps.entries()) {
          const nth = index + 2
          next(product, did(nth, back ? 'shift.untally' : 'shift.tally', { counter }, 'wang'), stamped(nth))
          const last = stands.map(([one]) => one).lastIndexOf(counter)
          if (!back) stands.push([counter, instant(nth)])
          else if (last >= 0) stands.splice(last, 1)
          expect(tapsOf((product.record as Shift).minutes)).toEqual(stands)
        }
      }),
      runs(300),
    )
  })
})

describe('the taps of a shift, kept by minutes', () => {
  const step = fc.record({
    counter: fc.constantFrom(...COUNTERS),
    back: fc.boolean(),
    /** Seconds after the shift was opened; a clock may be put back, and late ones come behind. */
    at: fc.integer({ min: -90, max: 300 }),
  })
  const steps = fc.array(step, { maxLength: 60 })
  const instantAt = (seconds: number) =>
    seconds === 300 ? '昨天' : new Date(Date.UTC(2026, 2, 4, 23, 58) + seconds * 1000).toISOString()
  const opened = () => {
    const product = folding()
    next(product, did(1, 'shift.open', OPEN, 'wang'), stamped(1))
    return product
  }
  const minute = (at: string) => (at === '昨天' ? at : `${at.slice(0, 16)}:00.000Z`)
  type Moves = ReturnType<typeof fc.sample<typeof steps extends fc.Arbitrary<infer M> ? M : never>>[number]

  /** As each tap by itself with its instant, which is how version 1 of the shape kept them. */
  function plain(moves: Moves): readonly [Counter, string][] {
    const stands: [Counter, string][] = []
    for (const { counter, back, at } of moves) {
      const last = stands.map(([one]) => one).lastIndexOf(counter)
      if (!back) stands.push([counter, instantAt(at)])
      else if (last >= 0) stands.splice(last, 1)
    }
    return stands
  }
  function folded(moves: Moves, product = opened(), from = 2): Shift {
    for (const [index, { counter, back, at }] of moves.entries()) {
      const change = did(from + index, back ? 'shift.untally' : 'shift.tally', { counter }, 'wang')
      next(product, { ...change, at: instantAt(at) }, stamped(from + index))
    }
    return product.record as Shift
  }

  it('INV-22 are the same taps in the same order as a list of single ones, whatever was tapped and taken back, but for the seconds', () => {
    fc.assert(
      fc.property(steps, (moves) => {
        const list = plain(moves)
        const shift = folded(moves)
        expect(tapsOf(shift.minutes)).toEqual(list.map(([counter, at]) => [counter, minute(at)]))
        expect(lastTapped(shift.minutes)).toEqual(tapsOf(shift.minutes).at(-1))
        const counts = none()
        for (const [counter] of list) counts[counter] += 1
        expect(countsOf(shift)).toEqual(counts)
        expect(tapsIn(countsOf(shift))).toBe(list.length)
        for (const [index, [at, letters]] of shift.minutes.entries()) {
          expect(letters).not.toBe('')
          expect(at).not.toBe(shift.minutes[index + 1]?.[0])
        }
      }),
      runs(500),
    )
  })

  it('W11 a record of version 1 is lifted to what the fold of its changes is, also half way, and lowered for an app of then', () => {
    fc.assert(
      fc.property(steps, steps, (before, after) => {
        const { minutes: _, ...rest } = folded([])
        const old = { ...rest, v: 1, taps: plain(before) } as unknown as Shift
        const lift = upgraded(old) as Shift
        expect(lift).toEqual(folded(before))
        const product = folding()
        product.record = lift
        expect(folded(after, product, 100)).toEqual(folded([...before, ...after]))

        const lower = lowered(lift, 1)
        expect(lower).toEqual({ ...old, taps: plain(before).map(([counter, at]) => [counter, minute(at)]) })
        expect(upgraded(lower)).toEqual(lift)
        expect(lowered(lift, SHAPES)).toBe(lift)
        // An app that was put back adds single taps to a record of now.
        const both = { ...lift, taps: plain(after) } as unknown as Shift
        const added = plain(after).map(([counter, at]) => [counter, minute(at)])
        expect(tapsOf((upgraded(both) as Shift).minutes)).toEqual([...tapsOf(lift.minutes), ...added])
      }),
      runs(300),
    )
  })
})

describe('the sheet of a day', () => {
  const shiftOf = fc.record({
    by: fc.constantFrom('wang', 'tang', 'chen'),
    window: fc.constantFrom('morning', 'evening'),
    day: fc.constantFrom('2026-03-04', '2026-03-04', '2026-03-05'),
    taps: fc.array(fc.constantFrom(...COUNTERS), { maxLength: 12 }),
    lid: fc.constantFrom(undefined, 'good', 'toFix'),
    handOver: fc.boolean(),
  })

  it('INV-22 adds the tallies of all shifts, however their taps came in between each other, and names each person beside what they saw', () => {
    fc.assert(
      fc.property(fc.array(shiftOf, { maxLength: 5 }), fc.infiniteStream(fc.nat()), (shifts, chance) => {
        let nth = 0
        const lives = shifts.map(({ by, window, day, taps, lid, handOver }, index) => {
          const on = (name: string, args: unknown) => ({ name, args, by, record: `s${index}` })
          return [
            on('shift.open', { place: 'home', day, window }),
            ...taps.map((counter) => on('shift.tally', { counter })),
            ...(lid ? [on('shift.check', { item: 'lid', state: lid })] : []),
            ...(handOver ? [on('shift.close', {})] : []),
          ]
        })
        const records = new Map<string, Folding>()
        // One change of a chance person after the other, each person's own in order.
        while (lives.some((life) => life.length > 0)) {
          const open = lives.filter((life) => life.length > 0)
          const one = open[(chance.next().value as number) % open.length]?.shift()
          if (!one) continue
          nth += 1
          const folded = records.get(one.record) ?? folding()
          records.set(one.record, folded)
          next(folded, did(nth, one.name, one.args, one.by, one.record), stamped(nth))
        }

        const book = openBook()
        book.load(
          [...records.values()].map(({ record }) => record).filter((one) => one !== undefined),
          [],
        )
        const reader = { ...book, tree: placeTree([]), reads: () => true, shared: false } as unknown as Reader
        const told = officeDay(book, reader, '2026-03-04')

        const today = shifts
          .map((one, index) => ({ ...one, index }))
          .filter(({ day }) => day === '2026-03-04')
        const total = none()
        for (const { taps } of today) for (const counter of taps) total[counter] += 1
        expect(told.counts).toEqual(total)
        expect(told.rate).toEqual(rateOf(total))
        expect(told.rate.drops).toBe(total.right + total.corrected + total.unsorted)
        expect(
          told.shifts
            .map(({ record }) => [
              record.id,
              record.author,
              record.checks['lid'],
              record.closedAt !== undefined,
            ])
            .sort(),
        ).toEqual(
          today.map(({ by, lid, handOver, index }) => [`s${index}` as RecordId, by, lid, handOver]).sort(),
        )
        const sum = none()
        for (const { counts } of told.shifts) for (const counter of COUNTERS) sum[counter] += counts[counter]
        expect(sum).toEqual(told.counts)
      }),
      runs(150),
    )
  })
})
