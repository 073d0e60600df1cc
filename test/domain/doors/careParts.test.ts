import { describe, expect, test } from 'vitest'
import { fold, KINDS } from '#domain/catalogue.ts'
import type { Change, Stamp } from '#domain/change.ts'
import type { ChangeId, Epoch, PersonId, RecordId } from '#domain/ids.ts'
import { reasonsId } from '#domain/reasons.ts'
import { careId } from '#domain/doors/resident.ts'

const resident = 'wang' as RecordId
const consent = { basis: 'self', at: '2026-11-02', how: 'spoken', reviewBy: '2027-05-02' }
let n = 0

function change(record: RecordId, name: string, args: unknown): Change {
  const id = `c${(n += 1)}` as ChangeId
  return { id, record, name, v: 1, actor: 'chen' as PersonId, at: '2026-11-20T02:00:00Z', args }
}

const cared = fold(
  undefined,
  change(careId(resident), 'care.enter', {
    place: '502',
    resident,
    tags: ['livesAlone'],
    needs: ['stairs'],
    consent,
  }),
).record
const reasoned = fold(
  undefined,
  change(reasonsId(resident), 'reasons.enter', { place: '502', resident, tags: ['disabled'], consent }),
).record

describe('a consent', () => {
  test('that is taken back leaves no tag, no need and no reason', () => {
    const gone = fold(cared, change(careId(resident), 'care.withdrawConsent', { day: '2026-11-25' })).record
    expect(gone).toMatchObject({ tags: [], needs: [], withdrawnAt: '2026-11-25' })
    expect(gone).not.toHaveProperty('consent')
    const [follows] = KINDS.get('care')!.follows!(cared, gone!)
    expect(follows).toMatchObject({ record: reasonsId(resident), name: 'reasons.withdrawConsent' })
    const silent = fold(reasoned, change(reasonsId(resident), follows!.name, follows!.args)).record
    expect(silent).toMatchObject({ tags: [], withdrawnAt: '2026-11-25' })
  })

  test('that still stands has nothing follow', () => {
    const more = fold(
      cared,
      change(careId(resident), 'care.edit', { needs: { was: ['stairs'], now: ['stairs', 'meal'] } }),
    ).record
    expect(KINDS.get('care')!.follows!(cared, more!)).toEqual([])
  })

  test('is asked for again: the day moves on, and two who asked keep the later word', () => {
    const until = (was: string, day: string) => change(careId(resident), 'care.review', { was, until: day })
    const once = fold(cared, until('2027-05-02', '2027-11-02'))
    expect(once).toMatchObject({
      record: { consent: { reviewBy: '2027-11-02' } },
      outcome: { is: 'applied' },
    })
    expect(fold(once.record, until('2027-05-02', '2027-12-02'))).toMatchObject({
      record: { consent: { reviewBy: '2027-12-02' } },
      outcome: { is: 'merged' },
    })
  })

  test('of before the day it was taken back brings nothing back; one of a later day does', () => {
    const gone = fold(cared, change(careId(resident), 'care.withdrawConsent', { day: '2026-11-25' })).record
    const again = (at: string) =>
      change(careId(resident), 'care.enter', {
        place: '502',
        resident,
        tags: ['livesAlone'],
        needs: [],
        consent: { ...consent, at },
      })
    expect(fold(gone, again('2026-11-25')).outcome).toEqual({ is: 'held', why: 'wrongState' })
    expect(fold(gone, again('2026-11-26')).record).toMatchObject({ tags: ['livesAlone'] })
  })

  test('W7 entered before it was taken back, and come again after a restore, is over', () => {
    const stamp = (seq: number): Stamp => ({ epoch: 'e1' as Epoch, seq, receivedAt: '2026-11-25T02:00:00Z' })
    const entered = change(careId(resident), 'care.enter', {
      place: '502',
      resident,
      tags: ['emptyNest'],
      needs: [],
      consent: { ...consent, at: '2026-11-30' },
    })
    const away = change(careId(resident), 'care.withdrawConsent', { day: '2026-11-25' })
    const gone = fold(cared, away, stamp(9)).record
    expect(fold(gone, entered, stamp(7))).toEqual({ record: gone, outcome: { is: 'already' } })
    expect(fold(gone, entered, stamp(10)).record).toMatchObject({ tags: ['emptyNest'] })
  })

  test('that was taken back is not asked for again without a new one', () => {
    const gone = fold(cared, change(careId(resident), 'care.withdrawConsent', { day: '2026-11-25' })).record
    expect(fold(gone, change(careId(resident), 'care.review', { until: '2027-11-02' })).outcome).toEqual({
      is: 'held',
      why: 'wrongState',
    })
  })
})
