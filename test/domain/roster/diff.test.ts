import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DiffRow } from '#domain/roster/diffRow.ts'
import { contactId } from '#domain/doors/resident.ts'
import { diffOf, recordsOf, type RecordsHeld, type Rows } from '#test/support/rosterRecords.ts'

// Everybody here is invented.
const HEAD = ['栋', '单元', '房号', '姓名', '电话', '年龄', '用途']
const FIRST: Rows = [
  HEAD,
  ['1', '1', '301', '周明珍', '13800002207', '70-79', ''],
  ['1', '1', '301', '何建国', '', '', ''],
  ['1', '1', '302', '', '', '', '空置'],
  ['1', '1', '402', '陈桂芳', '13800000003', '', ''],
  ['1', '2', '201', '李国强', '13800000004', '', ''],
]
const A = '1-1-3-301'
const B = '1-1-3-302'

/** The first roster, with some rows put, taken out or added. */
function next(...change: readonly (readonly [number, readonly string[] | undefined])[]): Rows {
  const rows: (readonly string[] | undefined)[] = [...FIRST]
  for (const [at, row] of change) rows[at] = row
  return rows.filter((row) => row !== undefined)
}

/** What a diff says, in short: is, door, who, why, usual. */
const said = (rows: readonly DiffRow[]) =>
  rows.map(({ is, what, door, who, why, usual }) =>
    [is, what, door, who, why, usual].filter(Boolean).join(' '),
  )

const against = (rows: Rows, records: RecordsHeld = recordsOf(FIRST)) => said(diffOf(rows, records).rows)

describe('next month’s roster held against what is known', () => {
  test('the same roster once more says nothing', () => {
    const diff = diffOf(FIRST, recordsOf(FIRST))
    expect(diff.rows).toEqual([])
    expect(diff.counts).toEqual({ new: 0, changed: 0, same: 8, missing: 0, doubtful: 0 })
  })

  test('a new person at a known door enters', () => {
    expect(against(next([6, ['1', '1', '402', '吴小丽', '', '', '']]))).toEqual([
      'new person 1-1-402 吴小丽 enter',
    ])
  })

  test('a new home enters, and its people go with it', () => {
    const { rows } = diffOf(next([6, ['1', '3', '501', '吴小丽', '13800000009', '', '']]), recordsOf(FIRST))
    expect(said(rows)).toEqual(['new home 1-3-501 enter', 'new person 1-3-501 吴小丽 enter'])
    expect(rows[1]?.within).toBe(rows[0]?.key)
  })

  test('a phone where none was known is filled in', () => {
    expect(against(next([2, ['1', '1', '301', '何建国', '13800000002', '', '']]))).toEqual([
      'changed phone 1-1-301 何建国 enter',
    ])
  })

  test('a phone that differs and that no roster gave was written by hand: it stays unless somebody says yes', () => {
    const { rows } = diffOf(
      next([1, ['1', '1', '301', '周明珍', '13900000000', '70-79', '']]),
      recordsOf(FIRST),
    )
    expect(said(rows)).toEqual(['changed phone 1-1-301 周明珍 byHand leave'])
    expect(rows[0]?.fields).toEqual([{ field: 'phone', was: '13800002207', now: '13900000000' }])
  })

  test('what the roster does not say is never emptied', () => {
    expect(against(next([1, ['1', '1', '301', '周明珍', '', '', '']]))).toEqual([])
  })

  test('the same name written with gaps or in full width is the same person', () => {
    expect(against(next([1, ['1', '1', '301', '周 明珍', '１３８０００ 02207', '70-79', '']]))).toEqual([])
  })

  test('who is not in the roster any more is listed, and stays', () => {
    expect(against(next([2, undefined]))).toEqual(['missing person 1-1-301 何建国 notInRoster leave'])
  })

  test('a home that is not in the roster any more is only listed: there is nothing to be said to it', () => {
    const { rows } = diffOf(next([4, undefined]), recordsOf(FIRST))
    expect(said(rows)).toEqual([
      'missing home 1-1-402 notInRoster leave',
      'missing person 1-1-402 陈桂芳 notInRoster leave',
    ])
    expect(rows.map(({ answers }) => answers)).toEqual([[], ['enter', 'leave']])
  })

  test('a roster of one unit misses nobody of another', () => {
    expect(against(next([5, undefined]))).toEqual([])
  })

  test('a roster without names misses nobody', () => {
    expect(
      against([
        ['房号', '用途'],
        ['1-1-301', ''],
        ['1-1-302', '空置'],
      ]),
    ).toEqual([])
  })
})

describe('what is doubtful asks', () => {
  test('another name with the same phone at the same door', () => {
    expect(against(next([1, ['1', '1', '301', '周敏珍儿', '13800002207', '', '']]))).toEqual([
      'doubtful person 1-1-301 周敏珍儿 samePhoneOtherName leave',
    ])
  })

  test('a name of which one sign differs', () => {
    expect(against(next([2, ['1', '1', '301', '何建华', '', '', '']]))).toEqual([
      'doubtful person 1-1-301 何建华 oneSignDiffers leave',
    ])
  })

  test('of two signs one is no likeness: somebody new, and somebody missing', () => {
    const rows: Rows = [HEAD, ['1', '1', '301', '王伟', '', '', '']]
    expect(against([HEAD, ['1', '1', '301', '王芳', '', '', '']], recordsOf(rows))).toEqual([
      'new person 1-1-301 王芳 enter',
      'missing person 1-1-301 王伟 notInRoster leave',
    ])
  })

  test('the same name and phone at another door may have moved within the compound', () => {
    const { rows } = diffOf(
      next([4, ['1', '1', '402', '', '', '', '']], [6, ['1', '2', '201', '陈桂芳', '13800000003', '', '']]),
      recordsOf(FIRST),
    )
    expect(said(rows)).toEqual(['doubtful person 1-2-201 陈桂芳 movedWithin leave'])
    expect(rows[0]?.fields).toEqual([{ field: 'door', was: '1-1-402', now: '1-2-201' }])
  })

  test('who stands in the roster at both doors has two homes', () => {
    expect(against(next([6, ['1', '2', '201', '陈桂芳', '13800000003', '', '']]))).toEqual([
      'new person 1-2-201 陈桂芳 enter',
    ])
  })

  test('who had moved out', () => {
    const records = recordsOf(FIRST)
    records.change([
      { record: records.person(A, '何建国').id, name: 'resident.moveOut', args: { day: '2026-02-01' } },
    ])
    expect(against(FIRST, records)).toEqual(['doubtful person 1-1-301 何建国 hadMovedOut leave'])
  })

  test('who was taken out as entered by mistake', () => {
    const records = recordsOf(FIRST)
    records.change([
      { record: records.person(A, '何建国').id, name: 'resident.retire', args: { reason: '写重了' } },
    ])
    expect(against(FIRST, records)).toEqual(['doubtful person 1-1-301 何建国 personRetired leave'])
  })

  test('the second record of somebody stands for the first', () => {
    const records = recordsOf([...FIRST, ['1', '1', '301', '周奶奶', '', '', '']])
    records.change([
      {
        record: records.person(A, '周奶奶').id,
        name: 'resident.mergeInto',
        args: { into: records.person(A, '周明珍').id },
      },
    ])
    expect(against(FIRST, records)).toEqual([])
    expect(against(next([1, ['1', '1', '301', '周奶奶', '', '', '']]), records)).toEqual([])
  })

  test('an owner who lives elsewhere is nobody who is missing', () => {
    const records = recordsOf(FIRST)
    records.change([
      {
        record: records.person(A, '何建国').id,
        name: 'resident.edit',
        args: { owner: { now: 'elsewhere' } },
      },
    ])
    expect(against(next([2, undefined]), records)).toEqual([])
  })
})

describe('homes', () => {
  test('one that was empty and has people by the roster is lived in again', () => {
    const records = recordsOf(FIRST)
    // Nobody wrote it by hand: a roster gave it.
    const home = records.home(B)
    expect(home.use).toBe('vacant')
    expect(against(next([3, ['1', '1', '302', '吴小丽', '', '', '']]), records)).toEqual([
      'changed home 1-1-302 byHand leave',
      'new person 1-1-302 吴小丽 enter',
    ])
  })

  test('one where people are known and that the roster calls empty is doubtful', () => {
    expect(against(next([4, ['1', '1', '402', '', '', '', '空置']]))).toEqual([
      'doubtful home 1-1-402 noOneButPeople leave',
      'missing person 1-1-402 陈桂芳 notInRoster leave',
    ])
  })

  test('one that a person gave up comes back with a yes only, and nobody enters there without it', () => {
    const records = recordsOf(FIRST)
    records.change([{ record: records.home(B).id, name: 'place.retire', args: { reason: '打通了' } }])
    const { rows } = diffOf(next([3, ['1', '1', '302', '吴小丽', '', '', '']]), records)
    expect(said(rows)).toEqual(['doubtful home 1-1-302 homeRetired leave', 'new person 1-1-302 吴小丽 enter'])
    expect(rows[1]?.within).toBe(rows[0]?.key)
  })

  const renumbered = (key: string) => {
    const records = recordsOf(FIRST)
    const { id } = records.home(A)
    records.change([{ record: id, name: 'place.renumber', args: { was: A, key, label: '303', order: 30 } }])
    return records
  }

  test('a door with another number is found by the old one', () => {
    expect(against(FIRST, renumbered('1-1-3-303'))).toEqual([])
  })

  test('an old number beside the present one is another door, and asks', () => {
    const { rows } = diffOf([...FIRST, ['1', '1', '303', '周明珍', '', '', '']], renumbered('1-1-3-303'))
    expect(said(rows)).toEqual([
      'doubtful home 1-1-301 numberHadBefore leave',
      'new person 1-1-301 周明珍 enter',
      'new person 1-1-301 何建国 enter',
      'missing person 1-1-303 何建国 notInRoster leave',
    ])
  })
})

describe('the digest', () => {
  test('is the same in whatever order the records are kept', () => {
    const records = recordsOf(FIRST)
    const turned = {
      places: [...records.places].toReversed(),
      residents: [...records.residents].toReversed(),
      contacts: [...records.contacts].toReversed(),
      imports: [],
      parts: [],
    }
    const rows = next([2, undefined], [6, ['1', '1', '402', '吴小丽', '', '', '']])
    expect(diffOf(rows, turned).digest).toBe(diffOf(rows, records).digest)
  })

  test('is another one where anything that is shown is another', () => {
    const rows = next([2, ['1', '1', '301', '何建国', '13800000002', '', '']])
    const records = recordsOf(FIRST)
    const before = diffOf(rows, records).digest
    const resident = records.person(A, '何建国').id
    records.change([
      {
        record: contactId(resident),
        name: 'contact.enter',
        args: { place: records.home(A).id, resident, phone: '13700000000' },
      },
    ])
    expect(diffOf(rows, records).digest).not.toBe(before)
  })

  test('of any roster held against itself nothing is said', () => {
    const row = fc
      .tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 4 }))
      .chain(([unit, floor, door]) =>
        fc
          .tuple(
            fc.constantFrom('周明珍', '何建国', '王伟', '王芳', '陈桂芳', ''),
            fc.integer({ min: 0, max: 99 }),
          )
          .map(([name, n]) => [
            '1',
            String(unit),
            `${floor}0${door}`,
            name,
            n < 50 ? `138000022${String(n).padStart(2, '0')}` : '',
            '',
            '',
          ]),
      )
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (rows) => {
        expect(diffOf([HEAD, ...rows], recordsOf([HEAD, ...rows])).rows).toEqual([])
      }),
    )
  })
})
