import { describe, expect, it } from 'vitest'
import { type Clock, dueAt, dueStanding, DUE } from '#domain/ledger/due.ts'

const received = '2024-03-07T02:00:00.000Z' // Thursday 10:00 in Chengdu
const clock = (more: Partial<Clock> = {}): Clock => ({
  track: 'act_soon',
  urgency: 'u3',
  receivedAt: received,
  ...more,
})

describe('the track sets the due time, urgency only shortens it', () => {
  it('立即改 is 24 hours from receipt', () => {
    expect(dueAt(clock({ track: 'fix_now' }))).toBe('2024-03-08T02:00:00.000Z')
  })
  it('立马办 is the end of the third working day: Tuesday, over a weekend', () => {
    expect(dueAt(clock())).toBe('2024-03-12T16:00:00.000Z')
  })
  it('看得见 is within 7 days, for the next weekly council', () => {
    expect(dueAt(clock({ track: 'visible_plan' }))).toBe('2024-03-14T16:00:00.000Z')
  })
  it('an emergency is made safe in 2 hours, something urgent in 24, whatever the track', () => {
    expect(dueAt(clock({ urgency: 'u1' }))).toBe('2024-03-07T04:00:00.000Z')
    expect(dueAt(clock({ track: 'visible_plan', urgency: 'u2' }))).toBe('2024-03-08T02:00:00.000Z')
  })
  it('a suggestion never lengthens', () => {
    expect(dueAt(clock({ track: 'fix_now', urgency: 'u4' }))).toBe('2024-03-08T02:00:00.000Z')
  })
  it('a compound may hand in a table of its own', () => {
    expect(dueAt(clock(), { ...DUE, track: { ...DUE.track, act_soon: { days: 7 } } })).toBe(
      '2024-03-14T16:00:00.000Z',
    )
  })
})

describe('the clock', () => {
  it('does not run before the server has it', () => {
    expect(dueStanding(clock({ receivedAt: undefined }), received)).toEqual({
      standing: 'notReceived',
      today: false,
    })
  })
  it('stands still while held and goes on after it', () => {
    const holds = [{ from: '2024-03-07T06:00:00.000Z', to: '2024-03-09T06:00:00.000Z' }]
    expect(dueAt(clock({ track: 'fix_now', holds }))).toBe('2024-03-10T02:00:00.000Z')
    expect(dueStanding(clock({ track: 'fix_now', holds }), '2024-03-08T06:00:00.000Z').standing).toBe(
      'onHold',
    )
  })
  it('that was started anew stands still only for what was held since: a pause before it neither shortens nor lengthens', () => {
    const reopenedAt = '2024-03-20T02:00:00.000Z' // 10:00 in Chengdu
    const due = (from: string, to: string) => dueAt(clock({ reopenedAt, holds: [{ from, to }] }))
    expect(due('2024-03-08T02:00:00.000Z', '2024-03-10T02:00:00.000Z')).toBe('2024-03-21T02:00:00.000Z')
    expect(due('2024-03-18T02:00:00.000Z', reopenedAt)).toBe('2024-03-21T02:00:00.000Z')
    // Of one that lasts over it, what lies behind it.
    expect(due('2024-03-18T02:00:00.000Z', '2024-03-20T05:00:00.000Z')).toBe('2024-03-21T05:00:00.000Z')
    expect(due('2024-03-20T03:00:00.000Z', '2024-03-20T05:00:00.000Z')).toBe('2024-03-21T04:00:00.000Z')
  })
  it('is on hold from the first moment of a pause to the last before its end', () => {
    const holds = [{ from: '2024-03-07T06:00:00.000Z', to: '2024-03-07T08:00:00.000Z' }]
    const at = (now: string) => dueStanding(clock({ track: 'fix_now', holds }), now).standing
    expect(at('2024-03-07T05:59:59.999Z')).toBe('inTime')
    expect(at('2024-03-07T06:00:00.000Z')).toBe('onHold')
    expect(at('2024-03-07T07:59:59.999Z')).toBe('onHold')
    expect(at('2024-03-07T08:00:00.000Z')).toBe('inTime')
  })
  it('says which year’s holidays are not known where its working days run into it', () => {
    const at = (receivedAt: string) => dueStanding(clock({ receivedAt }), receivedAt).uncounted
    // The arrangement of 2027 is not in the table, that of 2026 is. Received at noon in Shanghai.
    expect(at('2026-12-30T04:00:00.000Z')).toBe('2027')
    expect(at('2026-12-25T04:00:00.000Z')).toBeUndefined()
    expect(at('2025-12-30T04:00:00.000Z')).toBeUndefined()
  })
  it('starts anew and shorter when it is opened again', () => {
    expect(dueAt(clock({ reopenedAt: '2024-03-20T02:00:00.000Z' }))).toBe('2024-03-21T02:00:00.000Z')
  })
})

describe('in time, due soon, overdue', () => {
  const at = (now: string, more: Partial<Clock> = {}) =>
    dueStanding(clock({ track: 'fix_now', ...more }), now)
  it('is in time while more than a quarter is left, then due soon, then overdue', () => {
    expect(at('2024-03-07T19:59:00.000Z').standing).toBe('inTime')
    expect(at('2024-03-07T20:00:00.000Z').standing).toBe('soon')
    expect(at('2024-03-08T02:00:00.000Z').standing).toBe('soon')
    expect(at('2024-03-08T02:00:01.000Z').standing).toBe('overdue')
  })
  it('counts in hours below a day, and never says 0', () => {
    expect(at('2024-03-07T23:00:00.000Z')).toMatchObject({ amount: 3, unit: 'hours' })
    expect(at('2024-03-08T01:59:00.000Z')).toMatchObject({ amount: 1, unit: 'hours' })
    expect(at('2024-03-09T03:00:00.000Z')).toMatchObject({ standing: 'overdue', amount: 1, unit: 'days' })
  })
  it('knows what is due today', () => {
    expect(at('2024-03-07T23:00:00.000Z').today).toBe(true)
    expect(at('2024-03-07T03:00:00.000Z').today).toBe(false)
  })
  it('says how long it took once it is handled', () => {
    expect(at('2024-04-01T00:00:00.000Z', { closedAt: '2024-03-07T20:00:00.000Z' })).toMatchObject({
      standing: 'done',
      amount: 18,
      unit: 'hours',
    })
  })
})
