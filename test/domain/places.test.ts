import { describe, expect, test } from 'vitest'
import { fold } from '#domain/catalogue.ts'
import type { Change, Stamp } from '#domain/change.ts'
import type { ChangeId, Epoch, PersonId, RecordId } from '#domain/ids.ts'
import type { Place } from '#domain/places.ts'

let n = 0

function change(name: string, args: unknown, at = '2026-11-20T02:00:00Z'): Change {
  const id = `c${(n += 1)}` as ChangeId
  return { id, record: 'west' as RecordId, name: `place.${name}`, v: 1, actor: 'chen' as PersonId, at, args }
}

const stamp = (seq: number): Stamp => ({ epoch: 'e1' as Epoch, seq, receivedAt: '2026-11-20T02:00:00Z' })
const enter = (what = 'binPoint') => change('enter', { what, key: 'bin-west', label: '西门投放点', order: 1 })
const retire = (at?: string) => change('retire', { reason: '搬走了' }, at)
const bringBack = (at?: string) => change('bringBack', {}, at)

function after(...changes: readonly Change[]): Place {
  let { record } = fold(undefined, enter())
  for (const one of changes) record = fold(record, one).record
  return record as Place
}

describe('a bin point that was given up', () => {
  test('comes back as it was, and knows from when to when it was gone', () => {
    const back = after(retire('2026-11-20T02:00:00Z'), bringBack('2026-11-22T02:00:00Z'))
    expect(back).not.toHaveProperty('voided')
    expect(back).toMatchObject({
      label: '西门投放点',
      gone: [{ from: '2026-11-20T02:00:00Z', to: '2026-11-22T02:00:00Z' }],
    })
    expect(after(retire(), bringBack(), retire()).voided?.reason).toBe('搬走了')
  })

  test('comes back once; a building never went', () => {
    expect(fold(after(retire(), bringBack()), bringBack()).outcome).toEqual({ is: 'already' })
    expect(fold(after(), bringBack()).outcome).toEqual({ is: 'already' })
    const building = fold(undefined, enter('building')).record
    expect(fold(building, bringBack()).outcome).toEqual({ is: 'held', why: 'invalid' })
  })

  test('W7 whichever of the two words comes first after a restore, the later one stands', () => {
    const there = fold(undefined, enter(), stamp(1)).record
    const back = fold(there, bringBack(), stamp(9)).record
    expect(fold(back, retire(), stamp(5)).record).not.toHaveProperty('voided')
    const gone = fold(there, retire(), stamp(9)).record
    expect(fold(gone, bringBack(), stamp(5)).record).toHaveProperty('voided')
    expect(fold(gone, bringBack(), stamp(10)).record).not.toHaveProperty('voided')
  })
})
