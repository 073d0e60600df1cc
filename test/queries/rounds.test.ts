import { describe, expect, it } from 'vitest'
import { amendVisit, endQuiet, recordVisit } from '#commands/visits.ts'
import { doorsOf } from '#domain/doors/elevation.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Place } from '#domain/places.ts'
import type { Recorded } from '#domain/record.ts'
import type { Visit, VisitOutcome } from '#domain/doors/visit.ts'
import { quietAfter } from '#domain/doors/visit.ts'
import { addDays } from '#domain/workingDays.ts'
import { coverageOf } from '#queries/coverage.ts'
import { elevationOf } from '#queries/doors.ts'
import { todayOf } from '#queries/today.ts'
import { besideMe, nextDoor, visitRound } from '#queries/round.ts'
import { quietDoors } from '#queries/visits.ts'
import {
  aDoorSide,
  BUILDING,
  change,
  door,
  type DoorSide,
  folded,
  NOW,
  REN,
  springCompound,
  TENANT,
  TODAY,
  UNIT_2,
} from '#test/support/doorSide.ts'

const compound = springCompound()

function roundOf(side: DoorSide, today = TODAY) {
  const { elevation } = elevationOf(side.reader(today), BUILDING, today)!
  return visitRound(side.reader(today), elevation, UNIT_2, today)
}

async function knocked(side: DoorSide, dwelling: RecordId, outcome: VisitOutcome): Promise<Visit> {
  const done = await recordVisit(side, { dwelling, outcome })
  if (!done.ok) throw new Error(done.refused)
  return side.view.get<Visit>(done.value[0]!.record)!
}

function byRen(dwelling: RecordId, outcome: VisitOutcome): readonly Recorded[] {
  const id = `ren-${dwelling}-${outcome}` as RecordId
  return folded([change('visit.record', id, { place: dwelling, outcome }, { actor: REN, at: NOW })])
}

describe('coverage', () => {
  it('is 142 of a building with 151 homes and one room that is no home, counted here door by door', () => {
    const side = aDoorSide(compound)
    const doors = doorsOf(elevationOf(side.reader(), BUILDING, TODAY)!.elevation)
    const lived = compound.filter((one) => {
      const { what, use } = one as Place
      return (
        one.kind === 'place' &&
        what === 'dwelling' &&
        (use === undefined || use === 'livedIn' || use === 'rented')
      )
    })
    expect(lived).toHaveLength(142)
    expect(coverageOf(doors, () => true)).toEqual({ n: 142, of: 142 })
    expect(coverageOf(doors, () => false)).toEqual({ n: 0, of: 142 })
    expect(coverageOf([...doors, ...doors], (one) => one === door(2, 702))).toEqual({ n: 1, of: 142 })
  })
})

describe('a door that said no', () => {
  it('keeps its answer in the round of today, and is no door of the next ones until its day', async () => {
    const side = aDoorSide(compound)
    const all = roundOf(side).of
    const visit = await knocked(side, door(2, 1902), 'refused')
    const until = quietAfter(TODAY, 1)
    await amendVisit(side, visit, { quietUntil: until })
    expect(roundOf(side)).toMatchObject({ done: 1, of: all })

    const tomorrow = addDays(TODAY, 1)
    const round = roundOf(side, tomorrow)
    expect(round).toMatchObject({ done: 0, of: all - 1 })
    expect(round.quiet.get(door(2, 1902))).toBe(until)
    expect(nextDoor(round, door(2, 1901))).toBe(door(2, 1903))
    // Whoever stands before it all the same goes on behind it.
    expect(nextDoor(round, door(2, 1902))).toBe(door(2, 1903))
    expect(roundOf(side, until)).toMatchObject({ done: 0, of: all })
  })

  it('is told so to colleagues too, and whoever hears that one may come ends it', async () => {
    const refused = byRen(door(2, 1902), 'refused').map((one) => ({ ...one, quietUntil: '2024-06-10' }))
    const side = aDoorSide([...compound, ...refused])
    expect([...quietDoors(side.reader(), TODAY)]).toEqual([[door(2, 1902), '2024-06-10']])
    await endQuiet(side, side.view.get<Visit>(refused[0]!.id)!, TODAY)
    expect(quietDoors(side.reader(), TODAY).size).toBe(0)
  })

  it('is not among what Today proposes', async () => {
    const side = aDoorSide(compound)
    const items = () =>
      todayOf({
        view: side.view,
        reader: side.reader(),
        tenant: TENANT,
        appointments: [{ role: 'gridWorker', place: BUILDING, from: '2024-01-01' }],
        now: NOW,
      }).items.filter(({ is }) => is === 'comeBack')
    side.at('2024-03-10T02:00:00.000Z')
    const visit = await knocked(side, door(2, 1902), 'noAnswer')
    expect(visit.retryAt).toBe('2024-03-10T19:00')
    expect(items()).toHaveLength(1)
    await amendVisit(side, visit, { quietUntil: '2024-04-10' })
    expect(items()).toEqual([])
  })
})

describe('two volunteers in one stairwell', () => {
  it('both visits stand, also at the same door and at the same moment', async () => {
    const side = aDoorSide([...compound, ...byRen(door(2, 1902), 'met')])
    await knocked(side, door(2, 1902), 'noAnswer')
    expect(side.view.all<Visit>('visit')).toHaveLength(2)
    expect(roundOf(side).found.get(door(2, 1902))?.outcome).toBe('noAnswer')
  })

  it('a door where the other reached somebody is lit and not knocked at again; what else they found is theirs', () => {
    const all = roundOf(aDoorSide(compound)).of
    const side = aDoorSide([
      ...compound,
      ...byRen(door(2, 1901), 'met'),
      ...byRen(door(2, 1902), 'noAnswer'),
      ...byRen(door(2, 1903), 'refused'),
      ...byRen(door(2, 1904), 'phone'),
    ])
    const round = roundOf(side)
    expect([...round.reached.keys()].sort()).toEqual([door(2, 1901), door(2, 1904)].sort())
    expect(round.found.size).toBe(0)
    expect(round).toMatchObject({ done: 2, of: all })
    expect(nextDoor(round)).toBe(door(2, 1902))
  })

  it('where the other is is told by the floor, without what they found', () => {
    const side = aDoorSide([...compound, ...byRen(door(2, 302), 'noAnswer')])
    const { elevation } = elevationOf(side.reader(), BUILDING, TODAY)!
    expect(besideMe(side.reader(), elevation, UNIT_2, TODAY)).toEqual({ who: REN, floor: '3楼', at: NOW })
    expect(besideMe(side.reader(), elevation, UNIT_2, addDays(TODAY, 1))).toBeUndefined()
  })
})
