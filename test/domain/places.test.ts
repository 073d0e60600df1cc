import { describe, expect, test } from 'vitest'
import { fold } from '#domain/catalogue.ts'
import type { Change, Stamp } from '#domain/change.ts'
import type { ChangeId, Epoch, PersonId, RecordId, TenantId } from '#domain/ids.ts'
import { idForKey, type Place, placeId } from '#domain/places.ts'

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

  test('comes back once; the compound itself neither goes nor comes back', () => {
    expect(fold(after(retire(), bringBack()), bringBack()).outcome).toEqual({ is: 'already' })
    expect(fold(after(), bringBack()).outcome).toEqual({ is: 'already' })
    const compound = fold(undefined, enter('compound')).record
    expect(fold(compound, bringBack()).outcome).toEqual({ is: 'already' })
    expect(fold(compound, retire()).outcome).toEqual({ is: 'held', why: 'invalid' })
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

describe('a door that is renumbered', () => {
  const home = fold(
    undefined,
    change('enter', { what: 'dwelling', key: '1-1-5-502', label: '502', order: 2 }),
  ).record
  const renumber = (key: string, label: string) =>
    change('renumber', { was: '1-1-5-502', key, label, order: 3 })

  test('keeps its id, and the old number still finds it', () => {
    const now = fold(home, renumber('1-1-5-503', '503')).record
    expect(now).toMatchObject({ id: 'west', key: '1-1-5-503', label: '503', former: ['1-1-5-502'] })
  })

  test('that goes back to its first number has only the other one as a former', () => {
    const there = fold(home, renumber('1-1-5-503', '503')).record
    const back = change('renumber', { was: '1-1-5-503', key: '1-1-5-502', label: '502', order: 2 })
    expect(fold(there, back).record).toMatchObject({ key: '1-1-5-502', former: ['1-1-5-503'] })
  })

  test('renumbered by two people: the later stands, the other is named', () => {
    const there = fold(home, renumber('1-1-5-503', '503')).record
    expect(fold(there, renumber('1-1-5-504', '504'))).toMatchObject({
      record: { key: '1-1-5-504', former: ['1-1-5-502', '1-1-5-503'] },
      outcome: { is: 'merged' },
    })
  })

  test('leaves its file behind no other door: who comes under the old number gets an id of their own', () => {
    const tenant = 't' as TenantId
    const first = placeId(tenant, '1-1-5-502')
    const records = new Map<RecordId, Pick<Place, 'key'>>()
    expect(idForKey(tenant, '1-1-5-502', (id) => records.get(id))).toBe(first)
    records.set(first, { key: '1-1-5-502' })
    expect(idForKey(tenant, '1-1-5-502', (id) => records.get(id))).toBe(first)
    records.set(first, { key: '1-1-5-503' })
    expect(idForKey(tenant, '1-1-5-502', (id) => records.get(id))).toBe(placeId(tenant, '1-1-5-502', 2))
  })
})
