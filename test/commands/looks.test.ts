import { describe, expect, it } from 'vitest'
import { noteLook, noteOpened, noteTaken } from '#commands/looks.ts'
import type { Look } from '#domain/look.ts'
import { dayOf } from '#domain/workingDays.ts'
import { looksByDay } from '#queries/looks.ts'
import { aDoorSide, BUILDING, door, OFFICE, springCompound, UNIT_2, ZHOU } from '#test/support/doorSide.ts'

describe('who looked', () => {
  it('leaves one line a day for each home whose care they have before them', async () => {
    const side = aDoorSide()
    const today = dayOf(side.now())
    const lines = () =>
      side.view
        .all<Look>('look')
        .filter(({ what }) => what === 'care')
        .map(({ place, why, author }) => [place, why, author])
    await noteOpened(side, 'care', BUILDING, today)
    await noteOpened(side, 'care', BUILDING, today)
    await noteOpened(side, 'care', UNIT_2, today)
    expect(lines()).toEqual([
      [BUILDING, 'opened', ZHOU],
      [UNIT_2, 'opened', ZHOU],
    ])
    await noteOpened(side, 'care', BUILDING, '2031-01-01')
    expect(lines()).toHaveLength(3)
  })

  it('keeps what was opened, why, in whose words and how many it names, and no number and no name', async () => {
    const side = aDoorSide()
    const done = await noteLook(side, {
      place: BUILDING,
      what: 'emergencySheet',
      why: 'other',
      note: ' 楼上漏水 ',
      count: 26,
    })
    if (!done.ok) throw new Error(done.refused)
    const { id: _, at: __, ...kept } = side.view.get<Look>(done.value[0]!.record)!
    expect(kept).toEqual({
      kind: 'look',
      v: 1,
      place: BUILDING,
      author: ZHOU,
      what: 'emergencySheet',
      why: 'other',
      note: '楼上漏水',
      count: 26,
    })
  })

  it('keeps which paper of the inside somebody took, and cuts a title that is longer than a line', async () => {
    const side = aDoorSide()
    await noteTaken(side, { place: BUILDING, what: 'paper', note: '会议纪要 3 月' })
    await noteTaken(side, { place: BUILDING, what: 'organisation', note: '长'.repeat(500), count: 14 })
    const kept = side.view
      .all<Look>('look')
      .map(({ what, why, note, count }) => [what, why, note?.length, count])
    expect(kept).toEqual([
      ['paper', 'office', 8, undefined],
      ['organisation', 'office', 200, 14],
    ])
  })

  it('an empty word is no word', async () => {
    const side = aDoorSide()
    await noteLook(side, { place: UNIT_2, what: 'phone', why: 'call', note: '  ' })
    expect(side.view.all<Look>('look')[0]).not.toHaveProperty('note')
  })

  it('stands by day, newest first, with who and where; nobody is counted up', async () => {
    const side = aDoorSide()
    side.at('2024-03-09T10:00:00.000Z')
    await noteLook(side, { place: BUILDING, what: 'emergencySheet', why: 'fire', count: 3 })
    side.at('2024-03-10T09:00:00.000Z')
    await noteLook(side, { place: door(2, 502), what: 'phone', why: 'call' })
    side.at('2024-03-10T09:05:00.000Z')
    await noteLook(side, { place: UNIT_2, what: 'doorList', why: 'round' })
    const told = looksByDay(side.view, side.reader()).map(({ day, looks }) => [
      day,
      looks.map(({ look, who, where }) => [look.what, who, where]),
    ])
    expect(told).toEqual([
      [
        '2024-03-10',
        [
          ['doorList', '周桂芳', '1栋 2单元'],
          ['phone', '周桂芳', '1栋 2单元 5楼 502'],
        ],
      ],
      ['2024-03-09', [['emergencySheet', '周桂芳', '1栋']]],
    ])
    expect(looksByDay(side.view, side.reader(), 1)).toHaveLength(1)
  })

  it('is read by the office and by whoever looked, by no colleague and on no shared tablet', async () => {
    const mine = aDoorSide()
    await noteLook(mine, { place: door(2, 502), what: 'phone', why: 'call' })
    const records = [...springCompound(), ...mine.view.all<Look>('look')]
    const sees = (options: Parameters<typeof aDoorSide>[1]) => {
      const side = aDoorSide(records, options)
      return looksByDay(side.view, side.reader()).length
    }
    expect(sees({ me: OFFICE, appointment: { role: 'officer' } })).toBe(1)
    expect(sees({ me: ZHOU })).toBe(1)
    expect(sees({ me: 'another' as typeof ZHOU })).toBe(0)
    for (const role of ['steward', 'manager', 'supervisor', 'floorLead', 'owners', 'party'] as const)
      expect([role, sees({ me: 'another' as typeof ZHOU, appointment: { role } })]).toEqual([role, 0])
    expect(sees({ me: OFFICE, appointment: { role: 'officer' }, deviceKind: 'shared' })).toBe(0)
  })
})
