import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DoorFacts, doubtOf } from '#domain/doors/doubt.ts'
import { FRESHNESS } from '#domain/settings.ts'

const SURE: DoorFacts = {
  confirmedDays: 3,
  reached: true,
  movedHere: false,
  movedNextDoor: false,
  notes: 0,
}

const doubt = (facts: Partial<DoorFacts>) => doubtOf({ ...SURE, ...facts }, FRESHNESS)

describe('how doubtful what is known of a door is', () => {
  it('not at all where it was confirmed lately and nothing speaks against it', () => {
    expect(doubt({})).toEqual({ weight: 0, reasons: [] })
    expect(doubt({ confirmedDays: 30 })).toEqual({ weight: 0, reasons: [] })
  })

  it('each thing that speaks against it is named', () => {
    const { confirmedDays: _, ...never } = SURE
    expect(doubtOf(never, FRESHNESS).reasons).toEqual([{ why: 'neverConfirmed' }])
    expect(doubtOf({ ...never, reached: false }, FRESHNESS).reasons).toEqual([{ why: 'neverReached' }])
    expect(doubt({ confirmedDays: 96, movedHere: true, movedNextDoor: true, notes: 2 }).reasons).toEqual([
      { why: 'age', days: 96 },
      { why: 'movedHere' },
      { why: 'movedNextDoor' },
      { why: 'notes', count: 2 },
    ])
  })

  it('who never was reached is more doubtful than who was not looked over for a year', () => {
    const { confirmedDays: _, ...never } = SURE
    expect(doubtOf({ ...never, reached: false }, FRESHNESS).weight).toBeGreaterThan(
      doubt({ confirmedDays: 365 }).weight,
    )
  })

  it('a compound that wants its doors seen more often doubts sooner', () => {
    const facts = { ...SURE, confirmedDays: 40 }
    expect(doubtOf(facts, { lit: 7, half: 30 }).weight).toBeGreaterThan(doubtOf(facts, FRESHNESS).weight)
  })

  it('grows with every thing that speaks against it and is never less for one more', () => {
    const facts = fc.record({
      confirmedDays: fc.nat({ max: 900 }),
      reached: fc.boolean(),
      movedHere: fc.boolean(),
      movedNextDoor: fc.boolean(),
      notes: fc.nat({ max: 9 }),
    })
    fc.assert(
      fc.property(facts, fc.nat({ max: 900 }), (one, older) => {
        const weight = (more: Partial<DoorFacts>) => doubtOf({ ...one, ...more }, FRESHNESS).weight
        const now = weight({})
        const { confirmedDays: _, ...never } = one
        expect(now).toBeGreaterThanOrEqual(0)
        expect(weight({ confirmedDays: one.confirmedDays + older })).toBeGreaterThanOrEqual(now)
        expect(doubtOf(never, FRESHNESS).weight).toBeGreaterThanOrEqual(now)
        expect(weight({ reached: false })).toBeGreaterThanOrEqual(now)
        expect(weight({ movedHere: true })).toBeGreaterThanOrEqual(now)
        expect(weight({ movedNextDoor: true })).toBeGreaterThanOrEqual(now)
        expect(weight({ notes: one.notes + 1 })).toBeGreaterThanOrEqual(now)
        // Whatever weighs is said, and what is said weighs.
        expect(doubtOf(one, FRESHNESS).reasons.length > 0).toBe(now > 0)
      }),
    )
  })
})
