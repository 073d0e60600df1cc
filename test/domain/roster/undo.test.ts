import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RecordId } from '#domain/ids.ts'
import { careId, contactId } from '#domain/doors/resident.ts'
import { TAKEN_BACK } from '#domain/roster/import.ts'
import {
  bring,
  diffOf,
  recordsOf,
  type RecordsHeld,
  type Rows,
  shown,
  takeBack,
} from '#test/support/rosterRecords.ts'

// Everybody here is invented.
const HEAD = ['栋', '单元', '房号', '姓名', '电话', '年龄', '用途']
const FIRST: Rows = [
  HEAD,
  ['1', '1', '301', '周明珍', '13800002207', '70-79', ''],
  ['1', '1', '301', '何建国', '', '', ''],
  ['1', '1', '302', '', '', '', '空置'],
  ['1', '1', '402', '陈桂芳', '13800000003', '', ''],
]
const A = '1-1-3-301'

const keyOf = (rows: Rows, records: RecordsHeld, who: string) =>
  diffOf(rows, records).rows.find((one) => one.who === who)!.key

describe('what enters', () => {
  test('the same roster twice is entered once: the second time nothing is said', () => {
    const records = recordsOf()
    bring(FIRST, records)
    const before = shown(records)
    expect(diffOf(FIRST, records).rows).toEqual([])
    bring(FIRST, records, {}, { id: 'import-2' })
    expect(shown(records)).toEqual(before)
  })

  test('a phone that the last roster gave may be another one next month; one written by hand since asks', () => {
    const records = recordsOf()
    bring(FIRST, records)
    const next: Rows = [
      HEAD,
      ['1', '1', '301', '周明珍', '13911111111', '70-79', ''],
      ['1', '1', '301', '何建国', '13922222222', '', ''],
      ['1', '1', '402', '陈桂芳', '13933333333', '', ''],
    ]
    const contact = contactId(records.person('1-1-4-402', '陈桂芳').id)
    records.change([
      {
        record: contact,
        name: 'contact.edit',
        args: { phone: { was: '13800000003', now: '13700000000' } },
      },
    ])
    expect(diffOf(next, records).rows.map(({ who, usual, why }) => [who, usual, why])).toEqual([
      ['周明珍', 'enter', undefined],
      ['何建国', 'enter', undefined],
      ['陈桂芳', 'leave', 'byHand'],
    ])
  })

  test('what is doubtful enters with a yes only: a name put right, a move, somebody who is back', () => {
    const records = recordsOf(FIRST)
    records.change([
      { record: records.person(A, '何建国').id, name: 'resident.moveOut', args: { day: '2026-02-01' } },
    ])
    const next: Rows = [
      HEAD,
      ['1', '1', '301', '周明真', '13800002207', '', ''],
      ['1', '1', '301', '何建国', '', '', ''],
      ['1', '1', '302', '陈桂芳', '13800000003', '', ''],
      ['1', '1', '402', '', '', '', ''],
    ]
    const before = shown(records)
    bring(next, records)
    expect(shown(records)).toEqual(before)

    const yes = Object.fromEntries(
      ['周明真', '何建国', '陈桂芳'].map((who) => [keyOf(next, records, who), 'enter' as const]),
    )
    bring(next, records, yes, { id: 'import-2' })
    expect(records.person(A, '周明真').ageBand).toBe('70-79')
    expect(records.person(A, '何建国').movedOut).toBeUndefined()
    expect(records.phone('1-1-3-302', '陈桂芳')).toBe('13800000003')
    expect(diffOf(next, records).rows.filter(({ who }) => who !== undefined)).toEqual([])
  })

  test('somebody else than the one who is known is entered beside them', () => {
    const records = recordsOf(FIRST)
    const next: Rows = [...FIRST.slice(0, 2), ['1', '1', '301', '何建华', '', '', '']]
    bring(next, records, { [keyOf(next, records, '何建华')]: 'asNew' })
    expect(records.person(A, '何建国').movedOut).toBeUndefined()
    expect(records.person(A, '何建华').id).not.toBe(records.person(A, '何建国').id)
  })

  test('who is missing moves out with a yes, on the day of the import', () => {
    const records = recordsOf(FIRST)
    const next = FIRST.filter(([, , , who]) => who !== '何建国')
    bring(next, records, { [keyOf(next, records, '何建国')]: 'enter' })
    expect(records.person(A, '何建国').movedOut).toBe('2026-04-01')
  })

  test('a newcomer under an old number gets a place of their own, and a record of their own', () => {
    const records = recordsOf(FIRST)
    const old = records.home(A)
    const before = records.person(A, '周明珍').id
    records.change([
      {
        record: old.id,
        name: 'place.renumber',
        args: { was: A, key: '1-1-3-303', label: '303', order: 30 },
      },
    ])
    const next: Rows = [...FIRST, ['1', '1', '303', '周明珍', '', '', '']]
    bring(next, records, { [`home ${A}`]: 'enter' })
    expect(records.home(A).id).not.toBe(old.id)
    expect(records.person(A, '周明珍').id).not.toBe(before)
    expect(records.person('1-1-3-303', '周明珍').id).toBe(before)
  })

  test('somebody who moved away inside the compound leaves their name to the next one of that name', () => {
    const records = recordsOf(FIRST)
    const first = records.person(A, '何建国').id
    records.change([
      {
        record: first,
        name: 'resident.move',
        args: { was: records.home(A).id, place: records.home('1-1-3-302').id },
      },
    ])
    bring(FIRST, records)
    expect(records.person(A, '何建国').id).not.toBe(first)
  })
})

describe('taking an import back', () => {
  const NEXT: Rows = [
    HEAD,
    ['1', '1', '301', '周明珍', '13911111111', '80+', ''],
    ['1', '1', '301', '吴小丽', '13900000009', '', ''],
    ['1', '1', '302', '何建国', '', '', ''],
    ['1', '1', '402', '陈桂芳', '13800000003', '', ''],
    ['1', '2', '501', '郑小东', '13900000010', '18-59', ''],
  ]
  const imported = () => {
    const records = recordsOf()
    bring(FIRST, records, {}, { id: 'import-0' })
    const before = shown(records)
    const of = bring(NEXT, records)
    expect(shown(records)).not.toEqual(before)
    return { records, before, of }
  }

  test('leaves what was there before', () => {
    const { records, before, of } = imported()
    expect(takeBack(of, records).left).toEqual([])
    expect(shown(records)).toEqual(before)
  })

  test('a second time finds nothing to do', () => {
    const { records, of } = imported()
    takeBack(of, records)
    expect(takeBack(of, records)).toEqual({ changes: [], left: [] })
  })

  test('somebody of whom something was written since stays, keeps their phone, and is listed; so does their home', () => {
    const { records, of } = imported()
    const home = '1-2-5-501'
    const { id } = records.person(home, '郑小东')
    records.change([
      {
        record: careId(id),
        name: 'care.enter',
        args: {
          place: records.home(home).id,
          resident: id,
          tags: ['livesAlone'],
          needs: ['hospitalEscort'],
          consent: { basis: 'self', at: '2026-04-02', how: 'spoken' },
        },
      },
    ])
    const { left } = takeBack(of, records)
    expect(left.map(({ what, door, who, why }) => [what, door, who, why])).toEqual([
      ['person', '1-2-501', '郑小东', 'usedSince'],
      ['home', '1-2-501', undefined, 'peopleThere'],
    ])
    expect(records.phone(home, '郑小东')).toBe('13900000010')
    expect(records.person(A, '吴小丽').voided?.reason).toBe(TAKEN_BACK)
  })

  test('a home that somebody knocked at stays, its people go', () => {
    const { records, of } = imported()
    const home = records.home('1-2-5-501')
    records.change([
      {
        record: 'visit-1' as RecordId,
        name: 'visit.record',
        args: { place: home.id, outcome: 'noAnswer', rosterConfirmed: 'notChecked' },
      },
    ])
    expect(takeBack(of, records).left.map(({ what, door, why }) => [what, door, why])).toEqual([
      ['home', '1-2-501', 'usedSince'],
    ])
    expect(records.home('1-2').voided).toBeUndefined()
    expect(records.person('1-2-5-501', '郑小东').voided).toBeDefined()
  })

  test('a value that somebody wrote since stays and is listed', () => {
    const { records, of } = imported()
    const contact = contactId(records.person(A, '周明珍').id)
    records.change([
      {
        record: contact,
        name: 'contact.edit',
        args: { phone: { was: '13911111111', now: '13700000000' } },
      },
    ])
    expect(takeBack(of, records).left.map(({ what, who, why }) => [what, who, why])).toEqual([
      ['phone', '周明珍', 'changedSince'],
    ])
    expect(records.phone(A, '周明珍')).toBe('13700000000')
    expect(records.person(A, '周明珍').ageBand).toBe('70-79')
  })

  test('half an import is taken back as far as it went', () => {
    const records = recordsOf()
    bring(FIRST, records, {}, { id: 'import-0' })
    const before = shown(records)
    const of = bring(NEXT, records, {}, { upTo: 3 })
    expect(takeBack(of, records).left).toEqual([])
    expect(shown(records)).toEqual(before)
  })

  test('the same roster afterwards brings back the same records and makes no second ones', () => {
    const { records, of } = imported()
    const after = shown(records)
    const ids = records.residents
    takeBack(of, records)
    expect(
      diffOf(NEXT, records)
        .rows.filter(({ is }) => is === 'new')
        .map(({ why }) => why),
    ).toEqual(expect.arrayContaining(['takenBack']))
    const again = bring(NEXT, records, {}, { id: 'import-2' })
    expect(shown(records)).toEqual(after)
    expect([...records.residents]).toHaveLength([...ids].length)
    takeBack(again, records)
    expect(diffOf(FIRST, records).rows).toEqual([])
  })

  const row = fc
    .tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }))
    .chain(([unit, floor, door]) =>
      fc
        .tuple(
          fc.constantFrom('周明珍', '周明真', '王伟', '王芳', '陈桂芳', ''),
          fc.integer({ min: 0, max: 9 }),
          fc.constantFrom('', '', '72', '65'),
          fc.constantFrom('', '', '空置', '出租'),
        )
        .map(([name, n, age, use]) => [
          '1',
          String(unit),
          `${floor}0${door}`,
          name,
          n < 5 ? `138000022${String(n).padStart(2, '0')}` : '',
          age,
          use,
        ]),
    )
  const roster = fc.array(row, { minLength: 1, maxLength: 25 }).map((rows): Rows => [HEAD, ...rows])
  const answers = fc.infiniteStream(fc.constantFrom('enter', 'leave', 'asNew', undefined))

  test('whatever the rosters and the answers are: what enters is not doubled, and taken back it leaves what was there', () => {
    fc.assert(
      fc.property(roster, roster, answers, (first, second, said) => {
        const records = recordsOf()
        bring(first, records, {}, { id: 'import-0' })
        const before = shown(records)
        const choices = Object.fromEntries(
          diffOf(second, records).rows.flatMap(({ key }) => {
            const { value } = said.next() as { value: 'enter' | 'leave' | 'asNew' | undefined }
            return value ? [[key, value]] : []
          }),
        )
        const of = bring(second, records, choices)
        const { residents } = records
        const again = diffOf(second, records).rows.filter(
          ({ key, is }) => is === 'new' && choices[key] !== 'leave',
        )
        expect(again.filter(({ within }) => within === undefined || choices[within] !== 'leave')).toEqual([])
        expect(takeBack(of, records).left).toEqual([])
        expect(shown(records)).toEqual(before)
        expect([...records.residents]).toHaveLength([...residents].length)
      }),
      { numRuns: 100 },
    )
  })
})
