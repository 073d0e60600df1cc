import { describe, expect, it } from 'vitest'
import { dueAt, dueStanding, DUE } from '#domain/ledger/due.ts'
import { dueTableOf } from '#domain/ledger/dueTable.ts'
import { settingsId } from '#domain/settings.ts'
import type { Settings } from '#domain/settings.ts'
import type { TenantId } from '#domain/ids.ts'
import { aLedger, did } from '#test/support/ledger.ts'

/** Clock times in Shanghai. */
const at = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`).toISOString()
const usual = dueTableOf(undefined)
const lamp = (receivedAt: string) => ({ track: 'fix_now', urgency: 'u3', receivedAt }) as const

describe('the compound’s own times', () => {
  it('are the usual ones while it has said none', () => {
    expect(usual).toMatchObject({ track: DUE.track, urgency: DUE.urgency, reopened: DUE.reopened })
    expect(usual.duty).toEqual({ from: '08:00', to: '21:00' })
  })

  it('take the place of the usual ones line by line', () => {
    const own = dueTableOf({
      dueActSoon: { unit: 'days', count: 5 },
      dueU3: { unit: 'hours', count: 8 },
    })
    expect(own.track).toEqual({ ...DUE.track, act_soon: { days: 5 } })
    expect(own.urgency).toEqual({ ...DUE.urgency, u3: { hours: 8 } })
    // Urgency only shortens: eight hours from nine in the morning, whatever the way allows.
    expect(dueAt({ ...lamp(at('2024-03-04', '09:00')), track: 'act_soon' }, own)).toBe(
      at('2024-03-04', '17:00'),
    )
  })

  it('let what comes at night begin with the next duty, and what would end at night end with it', () => {
    expect(dueAt(lamp(at('2024-03-04', '22:30')), usual)).toBe(at('2024-03-06', '08:00'))
    expect(dueAt(lamp(at('2024-03-04', '03:10')), usual)).toBe(at('2024-03-05', '08:00'))
    expect(dueAt(lamp(at('2024-03-04', '21:00')), usual)).toBe(at('2024-03-05', '21:00'))
    const four = dueTableOf({ dueFixNow: { unit: 'hours', count: 4 } })
    expect(dueAt(lamp(at('2024-03-04', '19:00')), four)).toBe(at('2024-03-05', '08:00'))
  })

  it('are not put off to the morning where something burns', () => {
    const clock = { ...lamp(at('2024-03-04', '22:30')) }
    expect(dueAt({ ...clock, urgency: 'u1' }, usual)).toBe(at('2024-03-05', '00:30'))
    expect(dueAt({ ...clock, urgency: 'u2' }, usual)).toBe(at('2024-03-05', '22:30'))
  })

  it('count all hours where the duty begins after it ends', () => {
    const night = dueTableOf({ duty: { from: '20:00', to: '06:00' } })
    expect(dueAt(lamp(at('2024-03-04', '22:30')), night)).toBe(at('2024-03-05', '22:30'))
  })

  it('know the compound’s own days off and days worked', () => {
    const clock = { track: 'act_soon', urgency: 'u3', receivedAt: at('2024-03-04', '10:00') } as const
    const own = dueTableOf({ ownDays: { off: ['2024-03-05'], worked: ['2024-03-09'] } })
    expect(dueAt(clock, usual)).toBe(at('2024-03-08', '00:00'))
    expect(dueAt(clock, own)).toBe(at('2024-03-09', '00:00'))
  })

  it('name the year whose holidays are not known, also where the compound has said a day of it', () => {
    const clock = { track: 'act_soon', urgency: 'u3', receivedAt: at('2026-12-30', '10:00') } as const
    const now = at('2026-12-30', '11:00')
    expect(dueStanding(clock, now, usual).uncounted).toBe('2027')
    const own = dueTableOf({ ownDays: { off: ['2027-01-01'], worked: [] } })
    expect(dueStanding(clock, now, own).uncounted).toBe('2027')
    // Due with the last minute of the year: nothing of the next one is counted.
    const before = { ...clock, receivedAt: at('2026-12-28', '10:00') }
    expect(dueStanding(before, at('2026-12-28', '11:00'), usual)).not.toHaveProperty('uncounted')
    // Hours are no days.
    expect(dueStanding(lamp(at('2026-12-31', '12:00')), now, usual)).not.toHaveProperty('uncounted')
  })

  it('merge line by line when two change them; of one line the later stands and the other is named', () => {
    const ledger = aLedger()
    const id = settingsId('t1' as TenantId)
    const times = (args: unknown, by: string) => did(id, 'settings.times', args, by)
    const days = (count: number) => ({ unit: 'days', count })
    ledger.receive(did(id, 'settings.put', { place: 'p1', name: '春和苑' }, 'office'))
    expect(ledger.receive(times({ dueActSoon: { now: days(5) } }, 'office')).is).toBe('applied')
    expect(ledger.receive(times({ duty: { now: { from: '09:00', to: '20:00' } } }, 'chen')).is).toBe(
      'applied',
    )
    expect(ledger.receive(times({ dueActSoon: { now: days(7) } }, 'chen'))).toMatchObject({
      is: 'merged',
      lost: { dueActSoon: days(5) },
    })
    expect(ledger.get<Settings>(id)).toMatchObject({
      dueActSoon: days(7),
      duty: { from: '09:00', to: '20:00' },
    })
    ledger.receive(times({ dueActSoon: { was: days(7) } }, 'chen'))
    expect(dueTableOf(ledger.get<Settings>(id)).track).toEqual(DUE.track)
  })
})
