import { describe, expect, it } from 'vitest'
import { typeFloor, undoFloor } from '#commands/paperRound.ts'
import { recordVisit } from '#commands/visits.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { Visit } from '#domain/doors/visit.ts'
import { visitDay } from '#domain/doors/visit.ts'
import { myVisitsOf, pagesOf, paperUnits, typedOf, withNames } from '#queries/doorSheet.ts'
import { aDoorSide, door, OFFICE, springCompound, TODAY, UNIT_2 } from '#test/support/doorSide.ts'

const YESTERDAY = '2024-03-09'
const FLOOR = [501, 502, 503, 504].map((label) => door(2, label))
const answers = [
  { dwelling: FLOOR[0]!, outcome: 'met' as const, remark: ' 楼道灯坏了 ' },
  { dwelling: FLOOR[1]!, outcome: 'noAnswer' as const },
  { dwelling: FLOOR[2]!, outcome: 'refused' as const },
  { dwelling: FLOOR[3]!, outcome: 'leftNote' as const },
]

describe('a list on paper that is typed back', () => {
  it('keeps a floor as one act, each knock on the day it was, a remark placed at its door', async () => {
    const side = aDoorSide()
    const done = await typeFloor(side, YESTERDAY, answers)
    expect(done.ok && done.value).toHaveLength(5)
    const visits = FLOOR.map((home) => side.view.all<Visit>('visit').find((one) => one.place === home)!)
    expect(visits.map((one) => one.outcome)).toEqual(['met', 'noAnswer', 'refused', 'leftNote'])
    expect(visits.map(visitDay)).toEqual([YESTERDAY, YESTERDAY, YESTERDAY, YESTERDAY])
    expect(side.view.all<Feedback>('feedback')).toMatchObject([
      {
        place: FLOOR[0],
        text: '楼道灯坏了',
        category: 'lighting',
        channel: 'door_visit',
        visit: visits[0]!.id,
        heardAt: '2024-03-09T04:00:00.000Z',
      },
    ])
  })

  it('typed twice it is there once, and it says that there is nothing to do', async () => {
    const side = aDoorSide()
    await typeFloor(side, YESTERDAY, answers.slice(0, 2))
    expect(await typeFloor(side, YESTERDAY, answers.slice(0, 2))).toEqual({
      ok: false,
      refused: 'nothingToDo',
    })
    const rest = await typeFloor(side, YESTERDAY, answers)
    expect(rest.ok && rest.value).toHaveLength(2)
    expect(side.view.all<Visit>('visit')).toHaveLength(4)
    expect(side.view.all<Feedback>('feedback')).toHaveLength(1)
  })

  it('what was knocked at with the phone that day is not written over', async () => {
    const side = aDoorSide()
    await recordVisit(side, { dwelling: FLOOR[0]!, outcome: 'phone' })
    await typeFloor(side, TODAY, answers.slice(0, 2))
    expect(myVisitsOf(side.reader(), TODAY).get(FLOOR[0]!)?.outcome).toBe('phone')
    expect(typedOf(side.reader(), FLOOR, TODAY)).toHaveLength(1)
  })

  it('a floor is taken back with its remarks and can be typed anew', async () => {
    const side = aDoorSide()
    await typeFloor(side, YESTERDAY, answers)
    const typed = typedOf(side.reader(), FLOOR, YESTERDAY)
    expect(typed).toHaveLength(5)
    expect((await undoFloor(side, typed)).ok).toBe(true)
    expect(myVisitsOf(side.reader(), YESTERDAY).size).toBe(0)
    expect(side.reader().all('feedback')).toEqual([])
    expect((await typeFloor(side, YESTERDAY, answers)).ok).toBe(true)
  })

  it('more than an act holds goes in several, and none of it twice', async () => {
    const side = aDoorSide()
    const doors = paperUnits(side.reader())[0]!
      .floors.flatMap(({ doors: all }) => all)
      .slice(0, 25)
    const many = doors.map(({ door: one }) => ({ dwelling: one.id, outcome: 'met' as const, remark: '好' }))
    const done = await typeFloor(side, TODAY, many)
    expect(done.ok && new Set(done.value).size).toBe(50)
    expect(side.view.all<Visit>('visit')).toHaveLength(25)
  })

  it('a day that is still ahead is not taken', async () => {
    expect(await typeFloor(aDoorSide(), '2024-03-11', answers)).toEqual({ ok: false, refused: 'notPossible' })
  })
})

describe('the list on paper', () => {
  it('has every door of a unit floor by floor, empty homes among the others, and no names', () => {
    const side = aDoorSide()
    const unit = paperUnits(side.reader()).find((one) => one.id === UNIT_2)!
    expect(unit.where).toBe('1栋 2单元')
    expect(unit.floors[0]!.doors.map(({ door: one }) => one.label)).toEqual(['1901', '1902', '1903', '1904'])
    expect(unit.floors.flatMap(({ doors: all }) => all.flatMap(({ names }) => names))).toEqual([])
  })

  it('carries names for the office alone', () => {
    const units = (options: Parameters<typeof aDoorSide>[1]) => {
      const reader = aDoorSide(springCompound(), options).reader()
      return paperUnits(reader).map((unit) => withNames(reader, unit))
    }
    expect(units({})).toEqual([undefined, undefined])
    const [first] = units({ me: OFFICE, appointment: { role: 'officer' } })
    expect(
      first!.floors.flatMap(({ doors: all }) => all.flatMap(({ names }) => names)).length,
    ).toBeGreaterThan(50)
    expect(units({ appointment: { role: 'steward' } })).toEqual([])
  })

  it('tears no floor that fits on a page, loses no door, and says a floor again where it goes on', () => {
    const [unit] = paperUnits(aDoorSide().reader())
    for (const rows of [3, 4, 5, 11, 22]) {
      const pages = pagesOf(unit!, rows)
      const used = pages.map((page) => page.reduce((sum, { doors: here }) => sum + here.length + 1, 0))
      expect(Math.max(...used)).toBeLessThanOrEqual(rows)
      const all = pages.flatMap((page) => page.flatMap(({ doors: here }) => here.map((one) => one.door.id)))
      expect(all).toEqual(unit!.floors.flatMap(({ doors: here }) => here.map((one) => one.door.id)))
      if (rows >= 5) expect(pages.flat()).toHaveLength(unit!.floors.length)
    }
  })
})
