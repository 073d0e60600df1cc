import { describe, expect, it } from 'vitest'
import { recordVisit } from '#commands/visits.ts'
import { VISIT_OUTCOMES, type VisitOutcome } from '#domain/doors/visit.ts'
import { type Door, elevationOf } from '#queries/doors.ts'
import { visitRound } from '#queries/round.ts'
import { facadeUnits, roundUnit, windowOf } from '#ui/screens/doors/windows.ts'
import { doors as en } from '#ui/words/en/doors.ts'
import { doors as zh } from '#ui/words/zh/doors.ts'
import { rounds } from '#ui/words/zh/rounds.ts'
import { aDoorSide, BUILDING, door, TODAY, UNIT_2 } from '#test/support/doorSide.ts'

const WANG: Door = {
  id: door(1, 502),
  label: '502',
  unit: '1单元',
  light: 'half',
  days: 41,
  care: true,
  open: 1,
  name: '王淑芬',
}

describe('a window', () => {
  it('is named for the ear with all that the reader may read of it', () => {
    expect(windowOf(WANG, zh, false, 'all').name).toBe('1单元502，王淑芬，41天前走访，要关照，1件没办完')
    expect(windowOf(WANG, en, false, 'all').name).toBe(
      '1单元 502, 王淑芬, visited 41 days ago, needs care, 1 open item',
    )
  })

  it('names nobody where the reader may not know who lives there', () => {
    const { name: _, days: __, ...bare } = WANG
    const shown = windowOf({ ...bare, light: 'dusk', care: false, open: 0 }, zh, false, 'all')
    expect(shown.name).toBe('1单元502，还没走访')
    expect(shown).toMatchObject({ light: 'dusk', sub: '没去', badge: 0, care: false })
  })

  it('says nothing of visits where they are not the reader’s to know', () => {
    const { name: _, days: __, ...bare } = WANG
    const untold: Door = { ...bare, light: 'untold', care: false }
    expect(windowOf(untold, zh, false, 'all')).toMatchObject({
      light: 'none',
      sub: undefined,
      badge: 1,
      name: '1单元502，1件没办完',
    })
    expect(windowOf(untold, en, false, 'all').name).toBe('1单元 502, 1 open item')
    expect(windowOf(untold, zh, false, 'toGo').dim).toBe(true)
  })

  it('says an empty home and a room that is no home in words and in another shape', () => {
    expect(windowOf({ ...WANG, light: 'vacant' }, zh, false, 'all')).toMatchObject({
      light: 'none',
      sub: '空房',
    })
    expect(windowOf({ ...WANG, light: 'notHome', label: '活动室' }, zh, false, 'all')).toMatchObject({
      light: 'hatched',
      sub: undefined,
    })
  })

  it('that a filter does not mean is pale, and stays', () => {
    const view = elevationOf(aDoorSide().reader(), BUILDING, TODAY)!
    const shown = facadeUnits(view, view.elevation.units, zh, { filter: 'toGo' })
    const windows = shown.flatMap((unit) =>
      unit.floors.flatMap((floor) => floor.windows.flatMap((one) => one ?? [])),
    )
    expect(windows).toHaveLength(152)
    expect(windows.filter((one) => !one.dim)).toHaveLength(view.progress.toGo)
  })
})

describe('the windows of a round', () => {
  it('light with 见面 and 电话, half with 另约, and the others leave them dark or plain', async () => {
    const looks: Partial<Record<VisitOutcome, string>> = {}
    for (const outcome of VISIT_OUTCOMES) {
      const side = aDoorSide()
      await recordVisit(side, { dwelling: door(2, 702), outcome })
      const view = elevationOf(side.reader(), BUILDING, TODAY)!
      const unit = view.elevation.units.find((one) => one.id === UNIT_2)!
      const round = visitRound(side.reader(), view.elevation, UNIT_2, TODAY)
      const shown = roundUnit(view, unit, round, undefined, zh, rounds.door).floors.flatMap(
        (floor) => floor.windows,
      )
      const window = shown.find((one) => one?.key === door(2, 702))
      expect(window?.sub).toBe(zh.outcomeShort[outcome])
      looks[outcome] = window?.light ?? ''
    }
    expect(looks).toEqual({
      met: 'lit',
      phone: 'lit',
      appointment: 'half',
      noAnswer: 'curtain',
      refused: 'dusk',
      leftNote: 'dusk',
      vacant: 'none',
    })
  })

  it('say where the person stands now', () => {
    const view = elevationOf(aDoorSide().reader(), BUILDING, TODAY)!
    const unit = view.elevation.units.find((one) => one.id === UNIT_2)!
    const none = { found: new Map(), reached: new Map(), quiet: new Map() }
    const shown = roundUnit(view, unit, none, door(2, 702), zh, rounds.door).floors.flatMap(
      (floor) => floor.windows,
    )
    expect(shown.filter((one) => one?.chosen).map((one) => [one?.label, one?.sub])).toEqual([['702', '现在']])
  })
})
