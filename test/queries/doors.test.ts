import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { setUse } from '#commands/doors.ts'
import { recordVisit, undoVisit } from '#commands/visits.ts'
import { CATEGORIES } from '#domain/ledger/categories.ts'
import type { RecordId } from '#domain/ids.ts'
import { orderId } from '#domain/ledger/order.ts'
import type { Place } from '#domain/places.ts'
import type { Recorded } from '#domain/record.ts'
import { careId, type Resident } from '#domain/doors/resident.ts'
import { VISIT_OUTCOMES } from '#domain/doors/visit.ts'
import { addDays } from '#domain/workingDays.ts'
import { buildingsOf } from '#queries/buildings.ts'
import { elevationOf } from '#queries/doors.ts'
import { wholeProgress } from '#queries/progress.ts'
import { household } from '#queries/residents.ts'
import { doorAfter, nextDoor, toComeBackTo, visitRound, whereToStart } from '#queries/round.ts'
import {
  aDoorSide,
  BUILDING,
  change,
  COMPOUND,
  door,
  folded,
  NOW,
  REN,
  springCompound,
  TODAY,
  UNIT_2,
  ZHOU,
} from '#test/support/doorSide.ts'
import { found } from '#test/support/homes.ts'

const compound = springCompound()

/** A visit so many days before today. */
function visited(dwelling: RecordId, days: number, outcome = 'met', actor = REN): Recorded[] {
  const at = `${addDays(TODAY, -days)}T02:00:00.000Z`
  const id = `visit-${dwelling}-${days}-${outcome}-${actor}` as RecordId
  return [...folded([change('visit.record', id, { place: dwelling, outcome }, { at, actor })])]
}

function residentAt(dwelling: RecordId): Resident {
  const home = household(aDoorSide(compound).reader(), dwelling, TODAY)
  return home!.people[0]!.resident
}

describe('the building on a day', () => {
  it('counts 142 homes lived in and 9 empty ones; the 活动室 is in no number', () => {
    const building = elevationOf(aDoorSide(compound).reader(), BUILDING, TODAY)!
    expect(building.progress).toEqual({ lit: 0, livedIn: 142, vacant: 9, toGo: 142, homes: 151 })
    expect(building.doors.get(door(1, 101))?.light).toBe('notHome')
  })

  it('says nothing of visits to those who may not read them: doors, and how many things are open', () => {
    for (const role of ['manager', 'steward', 'owners', 'party'] as const) {
      const records = [...compound, ...visited(door(1, 502), 3)]
      const reader = aDoorSide(records, { appointment: { role, place: COMPOUND } }).reader()
      const view = elevationOf(reader, BUILDING, TODAY)!
      expect(view.visits, role).toBe(false)
      expect(view.progress).toMatchObject({ livedIn: 142, vacant: 9, lit: 0 })
      expect([...view.doors.values()].filter((one) => one.days !== undefined)).toEqual([])
      const lights = new Set([...view.doors.values()].map((one) => one.light))
      expect([...lights].sort()).toEqual(['notHome', 'untold', 'vacant'])
      expect(wholeProgress(reader, TODAY).homes).toBe(0)
    }
  })

  it('of a building where somebody may read the visits of one unit, only that unit is counted', () => {
    const side = aDoorSide([...compound, ...visited(door(1, 502), 3), ...visited(door(2, 502), 3)], {
      appointment: { role: 'floorLead', place: UNIT_2 },
    })
    const view = elevationOf(side.reader(), BUILDING, TODAY)!
    expect(view.progress.lit).toBe(1)
    expect(wholeProgress(side.reader(), TODAY).lit).toBe(1)
    expect(wholeProgress(side.reader(), TODAY).livedIn).toBeLessThan(142)
  })

  it('lights windows by the days since somebody was reached', () => {
    const records = [
      ...compound,
      ...visited(door(1, 502), 41),
      ...visited(door(1, 503), 3),
      ...visited(door(1, 504), 96),
    ]
    const { doors } = elevationOf(aDoorSide(records).reader(), BUILDING, TODAY)!
    expect(doors.get(door(1, 502))).toMatchObject({ light: 'half', days: 41, unit: '1单元', label: '502' })
    expect(doors.get(door(1, 503))).toMatchObject({ light: 'lit', days: 3 })
    expect(doors.get(door(1, 504))).toMatchObject({ light: 'dusk', days: 96 })
    expect(doors.get(door(1, 501))?.days).toBeUndefined()
  })

  it('a knock that nobody answered neither lights nor darkens', () => {
    const records = [...compound, ...visited(door(1, 502), 20), ...visited(door(1, 502), 1, 'noAnswer')]
    expect(elevationOf(aDoorSide(records).reader(), BUILDING, TODAY)!.doors.get(door(1, 502))).toMatchObject({
      light: 'lit',
      days: 20,
    })
  })

  it('progress counts each home once, whatever was recorded there', () => {
    const homes = compound
      .filter((one) => one.kind === 'place' && (one as Place).what === 'dwelling')
      .map((one) => one.id)
    const knocks = fc.array(
      fc.tuple(
        fc.constantFrom(...homes),
        fc.integer({ min: 0, max: 200 }),
        fc.constantFrom(...VISIT_OUTCOMES),
      ),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(knocks, (all) => {
        const records = all.flatMap(([home, days, outcome]) => visited(home, days, outcome))
        const unique = [...new Map(records.map((one) => [one.id, one])).values()]
        const reader = aDoorSide([...compound, ...unique]).reader()
        const { progress, doors } = elevationOf(reader, BUILDING, TODAY)!
        const lit = [...doors.values()].filter((one) => one.light === 'lit').length
        expect(progress).toEqual({ lit, livedIn: 142, vacant: 9, toGo: 142 - lit, homes: 151 })
        expect(wholeProgress(reader, TODAY)).toEqual(progress)
        for (const [home, days, outcome] of all) {
          if (
            days <= 30 &&
            (outcome === 'met' || outcome === 'phone') &&
            doors.get(home)!.light !== 'vacant' &&
            doors.get(home)!.light !== 'notHome'
          ) {
            expect(doors.get(home)?.light).toBe('lit')
          }
        }
      }),
      { numRuns: 15 },
    )
  })

  it('counts what is open at a door once: a remark that became an order is the order', () => {
    const write = (id: string) =>
      change('feedback.write', id as RecordId, {
        place: door(1, 502),
        text: '水管漏水',
        category: CATEGORIES[0],
        urgency: 'u2',
        channel: 'door_visit',
        affected: 1,
        heardAt: NOW,
        photos: [],
        name: 'none',
      })
    const open = change('order.open', orderId('f1' as RecordId), {
      from: ['f1'],
      place: door(1, 502),
      text: '水管漏水',
      category: CATEGORIES[0],
      urgency: 'u2',
      track: 'act_soon',
      firstReceiver: 'office',
      before: [],
    })
    const records = folded([write('f1'), write('f2'), change('feedback.toOrder', 'f1' as RecordId, {}), open])
    expect(records).toHaveLength(3)
    const { doors, withOpen } = elevationOf(aDoorSide([...compound, ...records]).reader(), BUILDING, TODAY)!
    expect(doors.get(door(1, 502))?.open).toBe(2)
    expect(withOpen).toBe(1)
  })

  it('shows a home told empty as no more to go, without a sync', async () => {
    const side = aDoorSide(compound)
    await setUse(side, side.view.get<Place>(door(1, 502))!, 'vacant')
    expect(elevationOf(side.reader(), BUILDING, TODAY)!.progress).toMatchObject({ livedIn: 141, vacant: 10 })
  })
})

describe('what a person may see of a door', () => {
  const consent = { basis: 'self', at: '2024-03-01', how: 'spoken' }
  const wang = residentAt(door(1, 502))
  const records = [
    ...compound,
    ...folded([
      change('care.enter', careId(wang.id), {
        place: door(1, 502),
        resident: wang.id,
        tags: ['livesAlone'],
        needs: ['stairs'],
        consent,
      }),
    ]),
    ...visited(door(1, 502), 41),
  ]

  it('a micro-grid volunteer sees the name, the masked phone, the care and the days', () => {
    const reader = aDoorSide(records).reader()
    const home = household(reader, door(1, 502), TODAY)!
    expect(home.people[0]).toMatchObject({ resident: { name: wang.name }, care: { tags: ['livesAlone'] } })
    expect(home.people[0]?.phone).toMatch(/^138\*\*\*\*\d{4}$/)
    expect(elevationOf(reader, BUILDING, TODAY)!.doors.get(door(1, 502))).toMatchObject({
      care: true,
      name: wang.name,
      days: 41,
    })
  })

  it('a shared tablet shows door and days only', () => {
    const reader = aDoorSide(records, { deviceKind: 'shared' }).reader()
    const shown = elevationOf(reader, BUILDING, TODAY)!.doors.get(door(1, 502))!
    expect(shown).toMatchObject({ label: '502', days: 41, care: false })
    expect(shown.name).toBeUndefined()
    expect(household(reader, door(1, 502), TODAY)).toMatchObject({
      people: [],
      closed: true,
      open: [],
      openCount: 0,
    })
    expect(found(reader, wang.name)).toEqual([])
  })

  it('a bin supervisor sees doors and nothing of who lives or who knocked there', () => {
    const reader = aDoorSide(records, { appointment: { role: 'supervisor' } }).reader()
    const shown = elevationOf(reader, BUILDING, TODAY)!.doors.get(door(1, 502))!
    expect(shown).toEqual({
      id: door(1, 502),
      label: '502',
      unit: '1单元',
      light: 'untold',
      care: false,
      open: 0,
    })
  })

  it('a volunteer of one unit sees the building of that unit and no names of the other', () => {
    const reader = aDoorSide(records, { appointment: { place: UNIT_2 } }).reader()
    expect(buildingsOf(reader).map((one) => one.id)).toEqual([BUILDING])
    const { doors } = elevationOf(reader, BUILDING, TODAY)!
    expect(doors.get(door(1, 502))?.name).toBeUndefined()
    expect(doors.get(door(2, 502))?.name).toBeDefined()
  })

  it('nothing is seen after the appointment has ended', () => {
    const side = aDoorSide(records, { appointment: { to: '2024-03-09' } })
    expect(household(side.reader('2024-03-10'), door(1, 502), TODAY)).toBeUndefined()
    expect(household(side.reader('2024-03-09'), door(1, 502), TODAY)).toBeDefined()
  })
})

describe('a round', () => {
  it('goes from the top floor down and asks at each lived-in door once', async () => {
    const side = aDoorSide(compound)
    const asked: RecordId[] = []
    for (;;) {
      const building = elevationOf(side.reader(), BUILDING, TODAY)!
      const round = visitRound(side.reader(), building.elevation, UNIT_2, TODAY)
      const next = nextDoor(round, asked.at(-1))
      if (next === undefined) break
      asked.push(next)
      await recordVisit(side, { dwelling: next, outcome: asked.length % 3 === 0 ? 'noAnswer' : 'met' })
    }
    expect(new Set(asked).size).toBe(asked.length)
    expect(asked[0]).toBe(door(2, 1901))
    expect(asked.at(-1)).toBe(door(2, 104))
    const { way, done } = visitRound(
      side.reader(),
      elevationOf(side.reader(), BUILDING, TODAY)!.elevation,
      UNIT_2,
      TODAY,
    )
    expect(asked).toEqual(way.map((one) => one.id))
    expect(done).toBe(way.length)
  })

  it('that is taken up again goes on behind the last door, also on another day', async () => {
    const side = aDoorSide(compound)
    await recordVisit(side, { dwelling: door(2, 1203), outcome: 'met' })
    const tomorrow = addDays(TODAY, 1)
    const { elevation } = elevationOf(side.reader(tomorrow), BUILDING, tomorrow)!
    const round = visitRound(side.reader(tomorrow), elevation, UNIT_2, tomorrow)
    expect(round.done).toBe(0)
    expect(whereToStart(side.reader(tomorrow), round)).toBe(door(2, 1204))
  })

  it('comes back to who was not at home, and an undone answer is asked again', async () => {
    const side = aDoorSide(compound)
    const round = () =>
      visitRound(side.reader(), elevationOf(side.reader(), BUILDING, TODAY)!.elevation, UNIT_2, TODAY)
    await recordVisit(side, { dwelling: door(2, 1901), outcome: 'noAnswer' })
    const met = await recordVisit(side, { dwelling: door(2, 1902), outcome: 'met' })
    expect(toComeBackTo(round()).map((one) => one.door.id)).toEqual([door(2, 1901)])
    await undoVisit(side, (met.ok && met.value[0]!.record) as RecordId)
    expect(nextDoor(round(), door(2, 1901))).toBe(door(2, 1902))
    expect(doorAfter(round(), door(2, 1901))).toBe(door(2, 1902))
  })

  it('shows nobody else that a door was not answered', () => {
    const reader = aDoorSide([
      ...compound,
      ...visited(door(2, 1901), 0, 'noAnswer', REN),
      ...visited(door(2, 1902), 0, 'noAnswer', ZHOU),
    ]).reader()
    const round = visitRound(reader, elevationOf(reader, BUILDING, TODAY)!.elevation, UNIT_2, TODAY)
    expect([...round.found.keys()]).toEqual([door(2, 1902)])
  })
})

describe('finding a home', () => {
  const reader = aDoorSide([...compound]).reader()

  it('by its door in any writing, in all units or in one', () => {
    expect(
      found(reader, '502')
        .slice(0, 2)
        .map((one) => one.unit),
    ).toEqual(['1单元', '2单元'])
    for (const text of ['2单元502', '2-502', ' 2 - 502 ', '二单元502']) {
      expect(found(reader, text)[0]?.dwelling.id).toBe(door(2, 502))
    }
  })

  it('by a name, and by the tail of a phone of at least three digits', () => {
    const wang = residentAt(door(1, 502))
    expect(found(reader, wang.name).map((one) => one.dwelling.id)).toContain(door(1, 502))
    const first = found(reader, '502').find((one) => one.tail !== undefined)
    expect(found(reader, first!.tail!).map((one) => one.dwelling.id)).toContain(first!.dwelling.id)
    expect(found(reader, '00').every((one) => one.dwelling.label.startsWith('00'))).toBe(true)
  })

  it('by the first letters of a name where they were worked out', () => {
    const wang = residentAt(door(1, 502))
    const keyed = compound.map((one) => (one.id === wang.id ? { ...one, keys: ['wangshufen', 'wsf'] } : one))
    expect(found(aDoorSide(keyed).reader(), 'WSF').map((one) => one.name)).toEqual([wang.name])
  })

  it('an empty field finds nothing', () => {
    expect(found(reader, '  ')).toEqual([])
    expect(reader.get(COMPOUND)).toBeDefined()
  })
})
