import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measure } from '#ui/parts/facade/measure.ts'
import {
  type FacadeUnit,
  type FacadeWindow,
  framed,
  rowsOf,
  stepFrom,
  widthOf,
} from '#ui/parts/facade/model.ts'

const window = (key: string) => ({ key, label: key, light: 'lit', name: key }) as const

function aUnit(name: string, labels: readonly string[], doors: number): FacadeUnit {
  return {
    label: name,
    floors: labels.map((label) => ({
      label,
      windows: Array.from({ length: doors }, (_, door) => window(`${name}-${label}-${door + 1}`)),
    })),
  }
}

describe('the façade', () => {
  const buildings = fc
    .array(
      fc.record({
        doors: fc.integer({ min: 1, max: 20 }),
        floors: fc.uniqueArray(fc.integer({ min: -2, max: 60 }), { minLength: 1, maxLength: 60 }),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((units) =>
      units.map(({ doors, floors }, index) =>
        aUnit(
          `${index + 1}单元`,
          floors.toSorted((a, b) => b - a).map((floor) => `${floor}楼`),
          doors,
        ),
      ),
    )

  it('shows every window of every unit exactly once, whatever floors a unit lacks', () => {
    fc.assert(
      fc.property(buildings, (units) => {
        const shown = rowsOf(units)
          .flatMap((row) => row.units.flat())
          .flatMap((one) => (one ? [one.key] : []))
        const all = units.flatMap((unit) =>
          unit.floors.flatMap((floor) => floor.windows.map((one) => one?.key)),
        )
        expect(shown.toSorted()).toEqual(all.toSorted())
      }),
    )
  })

  it('keeps the columns of a unit in line on every floor', () => {
    fc.assert(
      fc.property(buildings, (units) => {
        for (const row of rowsOf(units))
          expect(row.units.map((one) => one.length)).toEqual(units.map(widthOf))
      }),
    )
  })

  it('lets the focus reach the end of a row and come back to where it was', () => {
    fc.assert(
      fc.property(buildings, (units) => {
        const rows = rowsOf(units)
        for (const row of rows) {
          const keys = row.units.flat().flatMap((one) => (one ? [one.key] : []))
          let at = keys[0]
          for (const key of keys.slice(1)) {
            at = at && stepFrom(rows, at, 'right')
            expect(at).toBe(key)
            expect(stepFrom(rows, key, 'left')).toBeDefined()
          }
          expect(at && stepFrom(rows, at, 'right')).toBeUndefined()
          expect(at && stepFrom(rows, at, 'home')).toBe(keys[0])
        }
      }),
    )
  })

  it('goes to the nearest window where the floor below has none in the column', () => {
    const units = [
      {
        floors: [
          { label: '2楼', windows: [window('201'), window('202')] },
          { label: '1楼', windows: [window('101'), undefined] },
        ],
      },
    ]
    expect(stepFrom(rowsOf(units), '202', 'down')).toBe('101')
    expect(stepFrom(rowsOf(units), '101', 'down')).toBeUndefined()
  })

  it('fits any building into a small drawing, no window outside the wall', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom([52, 420], [140, 540], [104, undefined]),
        (doors, floors, [width = 0, height]) => {
          const plan = measure(doors, floors, width, height)
          doors.forEach((count, unit) => {
            const low = plan.window(unit, count - 1, floors - 1)
            const high = plan.window(unit, 0, 0)
            expect(high.x).toBeGreaterThanOrEqual(plan.wall.x)
            expect(high.y).toBeGreaterThanOrEqual(plan.roof.y + plan.roof.height)
            expect(low.x + low.width).toBeLessThanOrEqual(plan.wall.x + plan.wall.width + 1)
            expect(low.y + low.height).toBeLessThanOrEqual(plan.height - 3)
          })
        },
      ),
    )
  })

  it('shows in a frame what is in it and nothing else, whatever frame', () => {
    const frames = fc.record({
      first: fc.integer({ min: 0, max: 60 }),
      count: fc.integer({ min: 1, max: 9 }),
      from: fc.integer({ min: 0, max: 19 }),
      across: fc.integer({ min: 1, max: 8 }),
    })
    fc.assert(
      fc.property(buildings, frames, ([unit], frame) => {
        const rows = rowsOf([unit!])
        const keys = framed(rows, frame).flatMap((row) =>
          row.units.flat().flatMap((cell) => (typeof cell === 'object' ? [cell.window.key] : [])),
        )
        const there = rows
          .slice(frame.first, frame.first + frame.count)
          .flatMap((row) => row.line.slice(frame.from, frame.from + frame.across))
          .flatMap((one) => (one ? [one.key] : []))
        expect(keys).toEqual(there)
      }),
    )
  })

  it('keeps two floors of one name apart', () => {
    const unit = {
      floors: [
        { label: '1楼', windows: [window('a')] },
        { label: '1楼', windows: [window('b')] },
      ],
    }
    expect(rowsOf([unit]).map((row) => row.line.map((one) => one?.key))).toEqual([['a'], ['b']])
  })

  describe('with a home over two floors', () => {
    const tall: FacadeWindow = { ...window('601'), floors: 2 }
    const units = [
      {
        floors: [
          { label: '8楼', windows: [window('801'), window('802')] },
          { label: '7楼', windows: [undefined, window('702')] },
          { label: '6楼', windows: [tall, window('602')] },
          { label: '5楼', windows: [window('501'), window('502')] },
        ],
      },
    ]
    const rows = rowsOf(units)
    const drawn = (first: number, count: number) =>
      framed(rows, { first, count }).map((row) =>
        row.units[0]!.map((cell) => (typeof cell === 'object' ? `${cell.window.key} ${cell.rows}` : cell)),
      )

    it('draws it once over both, and in a frame the part that is seen', () => {
      expect(drawn(0, 4)).toEqual([
        ['801 1', '802 1'],
        ['601 2', '702 1'],
        ['more', '602 1'],
        ['501 1', '502 1'],
      ])
      expect(drawn(0, 2)).toEqual([
        ['801 1', '802 1'],
        ['601 1', '702 1'],
      ])
      expect(drawn(2, 2)).toEqual([
        ['601 1', '602 1'],
        ['501 1', '502 1'],
      ])
    })

    it('lets the arrows come to it from all sides and leave it past both floors', () => {
      expect(stepFrom(rows, '801', 'down')).toBe('601')
      expect(stepFrom(rows, '601', 'up')).toBe('801')
      expect(stepFrom(rows, '601', 'down')).toBe('501')
      expect(stepFrom(rows, '702', 'left')).toBe('601')
      expect(stepFrom(rows, '601', 'right')).toBe('602')
    })

    it('goes a page, to the top and to the bottom', () => {
      expect(stepFrom(rows, '502', 'pageUp', 2)).toBe('702')
      expect(stepFrom(rows, '802', 'pageDown', 99)).toBe('502')
      expect(stepFrom(rows, '502', 'top')).toBe('801')
      expect(stepFrom(rows, '801', 'bottom')).toBe('502')
    })
  })
})
