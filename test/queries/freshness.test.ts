import { describe, expect, it } from 'vitest'
import { confirmRoster, recordVisit } from '#commands/visits.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import type { Place } from '#domain/places.ts'
import type { Recorded } from '#domain/record.ts'
import type { Resident } from '#domain/doors/resident.ts'
import { FRESHNESS } from '#domain/settings.ts'
import type { Visit } from '#domain/doors/visit.ts'
import { addDays } from '#domain/workingDays.ts'
import { elevationOf } from '#queries/doors.ts'
import { byDoubt, doubts, freshnessOf } from '#queries/freshness.ts'
import {
  aDoorSide,
  BUILDING,
  change,
  door,
  type DoorSide,
  folded,
  REN,
  springCompound,
  TODAY,
  UNIT_2,
  ZHOU,
} from '#test/support/doorSide.ts'

const compound = springCompound()

function visited(dwelling: RecordId, days: number, args: object, actor: PersonId = REN): readonly Recorded[] {
  const at = `${addDays(TODAY, -days)}T02:00:00.000Z`
  const id = `visit-${dwelling}-${days}-${actor}` as RecordId
  return folded([change('visit.record', id, { place: dwelling, outcome: 'met', ...args }, { at, actor })])
}

function entered(dwelling: RecordId, days: number, rest: object = {}): readonly Recorded[] {
  const at = `${addDays(TODAY, -days)}T02:00:00.000Z`
  const id = `resident-${dwelling}-${days}` as RecordId
  const args = { place: dwelling, name: '陈敏', ...rest }
  return folded([change('resident.enter', id, args, { at, actor: REN })])
}

const HERE = door(2, 702)
const NEXT = door(2, 703)

const reading = (...more: readonly (readonly Recorded[])[]) =>
  aDoorSide([...compound, ...more.flat()]).reader()

describe('when a door was last confirmed', () => {
  it('is told by nothing that the office’s roster brought in', () => {
    expect(freshnessOf(reading(), HERE)).toBeUndefined()
  })

  it('is the last time somebody looked the roster over at the door, and who it was', () => {
    const reader = reading(
      visited(HERE, 40, { rosterConfirmed: 'changed' }, ZHOU),
      visited(HERE, 9, { rosterConfirmed: 'unchanged' }),
      visited(HERE, 2, {}),
    )
    expect(freshnessOf(reader, HERE)).toEqual({ day: addDays(TODAY, -9), by: REN, how: 'unchanged' })
    expect(freshnessOf(reader, NEXT)).toBeUndefined()
  })

  it('is that time whatever came in first, and on one day what was seen at the door comes before what was entered', () => {
    const at = (days: number, how: string) =>
      visited(HERE, days, { rosterConfirmed: how }, days > 9 ? ZHOU : REN)
    expect(freshnessOf(reading(at(9, 'unchanged'), at(40, 'changed')), HERE)?.day).toBe(addDays(TODAY, -9))
    expect(freshnessOf(reading(at(5, 'changed'), entered(HERE, 5)), HERE)?.how).toBe('changed')
  })

  it('or when a person entered somebody there by hand', () => {
    const reader = reading(entered(HERE, 5), visited(HERE, 40, { rosterConfirmed: 'unchanged' }))
    expect(freshnessOf(reader, HERE)).toEqual({ day: addDays(TODAY, -5), by: REN, how: 'entered' })
  })

  it('and follows one tap at the door at once', async () => {
    const side = aDoorSide(compound)
    const met = await recordVisit(side, { dwelling: HERE, outcome: 'met' })
    const visit = side.view.get<Visit>((met.ok && met.value[0]!.record) as RecordId)!
    expect(freshnessOf(side.reader(), HERE)).toBeUndefined()
    await confirmRoster(side, visit, 'unchanged')
    expect(freshnessOf(side.reader(), HERE)).toEqual({ day: TODAY, by: ZHOU, how: 'unchanged' })
  })

  it('is nobody’s to know who may not read visits there', () => {
    const records = [...compound, ...visited(HERE, 3, { rosterConfirmed: 'unchanged' })]
    const reader = aDoorSide(records, { appointment: { role: 'supervisor' } }).reader()
    expect(freshnessOf(reader, HERE)).toBeUndefined()
  })
})

function doubtsOf(side: DoorSide, today = TODAY) {
  const { elevation } = elevationOf(side.reader(today), BUILDING, today)!
  const unit = elevation.units.find((one) => one.id === UNIT_2)!
  const floors = unit.storeys.map((storey) => storey.doors.flatMap((one) => one ?? []))
  return { floors, known: doubts(side.reader(today), elevation, floors.flat(), today, FRESHNESS) }
}

const whys = (side: DoorSide, at: RecordId) =>
  doubtsOf(side)
    .known.get(at)!
    .reasons.map(({ why }) => why)

describe('what makes a door doubtful', () => {
  const sure = visited(HERE, 9, { rosterConfirmed: 'unchanged' })

  it('is nobody met, a look long ago, people who moved there or next door since, and notes without an answer', () => {
    expect(whys(aDoorSide(compound), HERE)).toEqual(['neverReached'])
    expect(whys(aDoorSide([...compound, ...visited(HERE, 5, {})]), HERE)).toEqual(['neverConfirmed'])
    expect(whys(aDoorSide([...compound, ...sure]), HERE)).toEqual([])
    expect(
      whys(aDoorSide([...compound, ...visited(HERE, 96, { rosterConfirmed: 'unchanged' })]), HERE),
    ).toEqual(['age'])
    const moved = { movedIn: addDays(TODAY, -3) }
    expect(whys(aDoorSide([...compound, ...sure, ...entered(NEXT, 3, moved)]), HERE)).toEqual([
      'movedNextDoor',
    ])
    const left = visited(HERE, 4, { outcome: 'leftNote' }, ZHOU)
    expect(whys(aDoorSide([...compound, ...sure, ...left]), HERE)).toEqual(['notes'])
    const answered = visited(HERE, 2, { rosterConfirmed: 'unchanged' }, ZHOU)
    expect(whys(aDoorSide([...compound, ...sure, ...left, ...answered]), HERE)).toEqual([])
  })

  it('is a resident who moved out, and no more once somebody looked it over after that', () => {
    const gone = compound
      .filter((one) => one.kind === 'resident' && one.place === NEXT)
      .map((one) => ({ ...(one as Resident), movedOut: addDays(TODAY, -5) }))
    const others = compound.filter((one) => one.kind !== 'resident' || one.place !== NEXT)
    expect(whys(aDoorSide([...others, ...gone, ...sure]), HERE)).toEqual(['movedNextDoor'])
    const after = visited(HERE, 1, { rosterConfirmed: 'unchanged' }, ZHOU)
    expect(whys(aDoorSide([...others, ...gone, ...sure, ...after]), HERE)).toEqual([])
  })

  it('is what was known before today only: a note or a move of today and later is none yet', () => {
    const at = (...more: readonly (readonly Recorded[])[]) =>
      whys(aDoorSide([...compound, ...sure, ...more.flat()]), HERE)
    const moved = (days: number, dwelling = NEXT) =>
      entered(dwelling, 3, { movedIn: addDays(TODAY, -days) }).map((one) => ({
        ...one,
        at: '2020-01-01T02:00:00.000Z',
      }))
    expect(at(visited(HERE, 0, { outcome: 'leftNote' }))).toEqual([])
    expect(at(visited(HERE, 1, { outcome: 'leftNote' }))).toEqual(['notes'])
    expect(at(moved(0))).toEqual([])
    expect(at(moved(-1))).toEqual([])
    expect(at(moved(1))).toEqual(['movedNextDoor'])
    // What was there when somebody looked is no doubt, on either side and behind the door itself.
    for (const dwelling of [HERE, NEXT, door(2, 701)]) expect(at(moved(10, dwelling))).toEqual([])
    expect(at(moved(3, door(2, 701)))).toEqual(['movedNextDoor'])
  })

  it('is no note that was left before somebody was reached, or on the same day, whatever came in first', () => {
    const at = (...more: readonly (readonly Recorded[])[]) =>
      whys(aDoorSide([...compound, ...sure, ...more.flat()]), HERE)
    const note = visited(HERE, 4, { outcome: 'leftNote' }, ZHOU)
    expect(at(note, visited(HERE, 4, {}))).toEqual([])
    expect(at(visited(HERE, 2, {}), visited(HERE, 8, {}), note)).toEqual([])
  })

  it('is never told by who was not at home: that is the visitor’s own', () => {
    const knocked = visited(HERE, 4, { outcome: 'noAnswer' })
    expect(doubtsOf(aDoorSide([...compound, ...sure, ...knocked])).known.get(HERE)).toEqual(
      doubtsOf(aDoorSide([...compound, ...sure])).known.get(HERE),
    )
  })

  it('does not change while somebody walks: what is done today counts tomorrow', async () => {
    const side = aDoorSide([...compound, ...visited(HERE, 96, { rosterConfirmed: 'unchanged' })])
    const before = doubtsOf(side).known
    const met = await recordVisit(side, { dwelling: HERE, outcome: 'met', roster: 'unchanged' })
    expect(met.ok).toBe(true)
    expect(doubtsOf(side).known).toEqual(before)
    expect(doubtsOf(side, addDays(TODAY, 1)).known.get(HERE)?.reasons).toEqual([])
  })
})

describe('the way by doubt', () => {
  it('is the way as it was where nothing is known of any door', () => {
    const { floors } = doubtsOf(aDoorSide(compound))
    expect(byDoubt(floors, new Map())).toEqual(floors.flat())
  })

  it('takes every door once, each floor in one piece, the floor of the most doubtful door first', () => {
    const records = compound.flatMap((one) =>
      one.kind === 'place' && (one as Place).what === 'dwelling' && one.id !== door(2, 503)
        ? [one, ...visited(one.id, 9, { rosterConfirmed: 'unchanged' })]
        : [one],
    )
    const { floors, known } = doubtsOf(aDoorSide(records))
    const way = byDoubt(floors, known)
    expect(way.map((one) => one.id).sort()).toEqual(
      floors
        .flat()
        .map((one) => one.id)
        .sort(),
    )
    expect(way.slice(0, 4).map((one) => one.label)).toEqual(['503', '501', '502', '504'])
    const changes = way.filter((one, index) => one.parent !== way[index - 1]?.parent).length
    expect(changes).toBe(new Set(way.map((one) => one.parent)).size)
  })
})
