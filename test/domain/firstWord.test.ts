import { describe, expect, test } from 'vitest'
import { binPointId, USUAL_BINS } from '#domain/bins/binPoint.ts'
import { fold } from '#domain/catalogue.ts'
import type { Change, Stamp } from '#domain/change.ts'
import { dutyId } from '#domain/bins/duty.ts'
import type { ChangeId, Epoch, PersonId, RecordId, TenantId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import { recordingId } from '#domain/bins/recording.ts'

const POINT = 'east' as RecordId
const DAY = '2026-03-05'
const SOUND = (sign: string) => sign.repeat(64)
const BINS = (count: number) => USUAL_BINS.map((one) => ({ ...one, count }))

/** What several people may be the first to say of: who said it first before a restore may be heard last after it. */
const WORDS = [
  {
    name: 'recording.put',
    record: recordingId('yulin' as TenantId, 'empty_bag', 'sichuan'),
    field: 'sound',
    args: (value: unknown) => ({ place: 'compound', card: 'empty_bag', dialect: 'sichuan', sound: value }),
    values: [SOUND('a'), SOUND('b')],
  },
  {
    name: 'duty.assign',
    record: dutyId(POINT, DAY, 'morning'),
    field: 'person',
    args: (value: unknown) => ({ place: POINT, window: 'morning', day: DAY, person: value }),
    values: ['chen', 'li'],
  },
  {
    name: 'duty.plan',
    record: dutyId(POINT, 'mon', 'morning'),
    field: 'person',
    args: (value: unknown) => ({ place: POINT, window: 'morning', weekday: 'mon', person: value }),
    values: ['chen', 'li'],
  },
  {
    name: 'binPoint.put',
    record: binPointId(POINT),
    field: 'bins',
    args: (value: unknown) => ({ place: POINT, bins: value }),
    values: [BINS(1), BINS(3)],
  },
] as const

const stamp = (epoch: string, seq: number): Stamp => ({
  epoch: epoch as Epoch,
  seq,
  receivedAt: '2026-03-04T01:00:00.000Z',
})

describe.each(WORDS)('$name', ({ name, record, field, args, values }) => {
  const said = (id: string, value: unknown): Change => ({
    id: id as ChangeId,
    record,
    name,
    v: 1,
    actor: 'chen' as PersonId,
    at: '2026-03-04T01:00:00.000Z',
    args: args(value),
  })
  const valueIn = (one: Recorded | undefined) => (one as unknown as Record<string, unknown>)[field]
  const [older, newer] = values

  test('W7 what was said first and comes again after a restore does not take the place of what was said after it', () => {
    const first = fold(undefined, said('b', newer), stamp('epoch-1', 9))
    const then = fold(first.record, said('a', older), stamp('epoch-1', 4))
    expect(valueIn(then.record)).toEqual(newer)
    expect(then.outcome.is).toBe('merged')
  })

  test('W9 of two who say it first the later stands, and the other is named', () => {
    const first = fold(undefined, said('a', older), stamp('epoch-1', 4))
    const then = fold(first.record, said('b', newer), stamp('epoch-2', 1))
    expect(valueIn(then.record)).toEqual(newer)
    expect(then.outcome).toMatchObject({ is: 'merged', lost: { [field]: older } })
  })

  test('a device, which knows no order, marks nothing', () => {
    expect(fold(undefined, said('a', older)).record).not.toHaveProperty('won')
  })
})
