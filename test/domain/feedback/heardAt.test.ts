import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heardAs, heardOn, HEARD_WORDS, heardWordFor, travelledFor } from '#domain/feedback/heardAt.ts'

// 16:20 on a Monday in Shanghai.
const NOW = '2024-03-04T08:20:00.000Z'

describe('when something was heard', () => {
  it('is now, this morning or yesterday, in Shanghai', () => {
    expect(HEARD_WORDS.map((word) => heardAs(word, NOW))).toEqual([
      NOW,
      '2024-03-04T01:00:00.000Z',
      '2024-03-03T04:00:00.000Z',
    ])
  })

  it('is never later than now: before nine this morning is just now', () => {
    const early = '2024-03-03T23:30:00.000Z'
    expect(heardAs('morning', early)).toBe(early)
    expect(heardOn('2024-03-04', '16:21', NOW)).toBeUndefined()
    expect(heardOn('2024-03-04', '16:20', NOW)).toBe(NOW)
  })

  it('is nothing while half a date is typed', () => {
    expect(heardOn('', '10:00', NOW)).toBeUndefined()
    expect(heardOn('2024-03-04', '', NOW)).toBeUndefined()
  })

  it('is said in the word it was chosen by, whatever the hour', () => {
    const instants = fc.date({
      min: new Date('2024-01-01'),
      max: new Date('2030-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instants, fc.constantFrom(...HEARD_WORDS), (date, word) => {
        const now = date.toISOString()
        const heardAt = heardAs(word, now)
        expect(heardAt <= now).toBe(true)
        const said = heardWordFor(heardAt, now)
        expect(said === word || said === 'now').toBe(true)
      }),
    )
    expect(heardWordFor('2024-03-01T02:00:00.000Z', NOW)).toBeUndefined()
  })

  it('lies apart from the receipt: what came the same minute was not on its way', () => {
    const heardAt = '2024-03-04T08:20:00.000Z'
    expect(travelledFor({ heardAt, receivedAt: '2024-03-04T10:30:00.000Z' })).toBe(130)
    expect(travelledFor({ heardAt, receivedAt: '2024-03-04T08:20:40.000Z' })).toBeUndefined()
    // A device whose clock runs ahead.
    expect(travelledFor({ heardAt, receivedAt: '2024-03-04T08:00:00.000Z' })).toBeUndefined()
    expect(travelledFor({ heardAt })).toBeUndefined()
  })
})
