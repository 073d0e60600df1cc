import { describe, expect, test } from 'vitest'
import { contactId } from '#domain/doors/resident.ts'
import type { RecordId } from '#domain/ids.ts'
import { otherRecords, standsFor } from '#queries/otherRecords.ts'
import { alikeKey, alikeResidents } from '#queries/sameResident.ts'
import type { Resident } from '#domain/doors/resident.ts'
import { aDoorSide, change, door, folded, springCompound } from '#test/support/doorSide.ts'

/** People behind doors, by id, name, door and phone; all invented. */
function written(...people: readonly (readonly [id: string, name: string, door: number, phone?: string])[]) {
  const changes = people.flatMap(([id, name, at, phone]) => {
    const place = door(2, at)
    const enter = change('resident.enter', id as RecordId, { place, name })
    const contact =
      phone === undefined
        ? []
        : [change('contact.enter', contactId(id as RecordId), { place, resident: id, phone })]
    return [enter, ...contact]
  })
  return aDoorSide(
    folded(
      changes,
      springCompound().filter(({ kind }) => kind === 'place'),
    ),
  )
}

const pairs = (of: ReturnType<typeof written>) =>
  alikeResidents(of.reader()).map(
    ({ first, second, why }) => `${[first.id, second.id].toSorted().join(' ')} ${why}`,
  )

describe('who may be written down twice', () => {
  test('the same name and phone, however they are written, at any two doors', () => {
    expect(
      pairs(written(['a', '欧阳灯芯', 301, '160 1111 0001'], ['b', '欧阳 灯芯', 502, '16011110001'])),
    ).toEqual(['a b nameAndPhone'])
  })
  test('the same name behind one door, also without a phone', () => {
    expect(pairs(written(['a', '王淑芬', 301], ['b', '王淑芬', 301]))).toEqual(['a b nameAndDoor'])
  })
  test('asked for one home, only the pairs of which one is there', () => {
    const all = written(
      ['a', '王淑芬', 301, '16011110001'],
      ['b', '王淑芬', 502, '16011110001'],
      ['c', '王淑芬', 601, '16011110001'],
      ['d', '李国强', 301],
      ['e', '李国强', 301],
      ['f', '陈桂芳', 401],
      ['g', '陈桂芳', 401],
    )
    const at = (home: number) =>
      alikeResidents(all.reader(), door(2, home)).map(({ first, second }) => alikeKey(first, second))
    expect(at(301).toSorted()).toEqual(['a b', 'a c', 'd e'])
    expect(at(502).toSorted()).toEqual(['a b', 'b c'])
    expect(at(401)).toEqual(['f g'])
    expect(at(101)).toEqual([])
    expect(alikeResidents(all.reader())).toHaveLength(5)
  })
  test.each([
    ['王淑芬', '王淑芳'],
    ['王淑芬', '王淑'],
    ['欧阳灯芯', '欧阳灯心'],
  ])('a near name with the same phone: %s, %s', (one, other) => {
    expect(pairs(written(['a', one, 301, '16011110001'], ['b', other, 502, '16011110001']))).toEqual([
      'a b nearNameAndPhone',
    ])
  })
  test.each([
    ['the name alone', ['a', '王淑芬', 301, '16011110001'], ['b', '王淑芬', 502, '16011110002']],
    [
      'the phone alone: a couple has one',
      ['a', '王淑芬', 301, '16011110001'],
      ['b', '李国强', 301, '16011110001'],
    ],
    ['two short names that differ', ['a', '王芬', 301, '16011110001'], ['b', '王芳', 301, '16011110001']],
    ['a name with two other signs', ['a', '王淑芬', 301, '16011110001'], ['b', '王国强', 301, '16011110001']],
  ] as const)('never %s', (_, one, other) => {
    expect(pairs(written(one, other))).toEqual([])
  })
  test('a pair has one name, whichever of the two is told first', () => {
    const [a, b] = [{ id: 'a' as RecordId }, { id: 'b' as RecordId }]
    expect(alikeKey(a, b)).toBe(alikeKey(b, a))
  })
})

describe('the record that stands for a person', () => {
  const record = (id: string, at: string, mergedInto?: string) =>
    ({ id, kind: 'resident', at, ...(mergedInto && { mergedInto }) }) as unknown as Resident
  const among = (...all: readonly Resident[]) => {
    const get = (id: RecordId) => all.find((one) => one.id === id)
    return all.map((one) => standsFor(one, get).id)
  }
  test('is the last of a chain', () => {
    expect(among(record('a', '1', 'b'), record('b', '2', 'c'), record('c', '3'))).toEqual(['c', 'c', 'c'])
  })
  test('is the earliest of a circle, also for who leads into it', () => {
    expect(among(record('a', '3', 'b'), record('b', '2', 'c'), record('c', '1', 'b'))).toEqual([
      'c',
      'c',
      'c',
    ])
  })
  test('is the last that is here, where the next one is not', () => {
    expect(among(record('a', '1', 'b'), record('b', '2', 'gone'))).toEqual(['b', 'b'])
  })
  test('knows the others', () => {
    const side = written(['a', '王淑芬', 301], ['b', '王淑芬', 301])
    const merged = folded(
      [change('resident.mergeInto', 'b' as RecordId, { into: 'a' })],
      side.view.all('resident'),
    )
    const others = otherRecords(
      aDoorSide([...springCompound().filter(({ kind }) => kind === 'place'), ...merged]).reader(),
    )
    expect([...others].map(([id, all]) => [id, all.map((one) => one.id)])).toEqual([['a', ['b']]])
  })
})
