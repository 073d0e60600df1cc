import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Content } from '#domain/wall/publication.ts'
import { cover, SPLIT, squaresAlong, squaresAt, squaresIn, squaresOf } from '#ui/screens/wall/blocks.ts'
import { contentOf, filledOf, unlooked, withPicture } from '#ui/screens/wall/pageWords.ts'

const PAGE: Content = {
  title: '灯亮了',
  lines: ['一', '二'],
  figures: [{ label: '花了', value: '28' }],
  table: { head: ['项'], rows: [['a', '1']] },
  before: 'b'.repeat(64),
  pictures: ['c'.repeat(64)],
}

describe('covering a picture', () => {
  const picture = fc.record({
    width: fc.integer({ min: 40, max: 1600 }),
    height: fc.integer({ min: 40, max: 1600 }),
  })

  it('paints what does not hang on the picture: the same squares, the same paint', () => {
    fc.assert(
      fc.property(picture, fc.array(fc.nat(200)), ({ width, height }, some) => {
        const squares = squaresOf(width, height)
        const inside = new Set(some.filter((one) => one < squares.columns * squares.rows))
        const strokes: unknown[] = []
        const drawing = {
          fillStyle: '' as unknown,
          fillRect(...box: readonly number[]) {
            strokes.push([this.fillStyle, ...box])
          },
        }
        cover(drawing, squares, inside, width, height)
        expect(strokes).toHaveLength(inside.size)
      }),
    )
  })

  it('leaves no line between two covered squares, whatever the picture measures', () => {
    fc.assert(
      fc.property(picture, ({ width, height }) => {
        const squares = squaresOf(width, height)
        const all = new Set(Array.from({ length: squares.columns * squares.rows }, (_, index) => index))
        const seen = new Uint8Array(width * height)
        const drawing = {
          fillStyle: '' as unknown,
          fillRect(left: number, top: number, wide: number, high: number) {
            for (let y = top; y < top + high; y += 1) seen.fill(1, y * width + left, y * width + left + wide)
          },
        }
        cover(drawing, squares, all, width, height)
        expect(seen.includes(0)).toBe(false)
      }),
      { numRuns: 20 },
    )
  })

  it('a finger covers what it touches and a little around it, and leaves no gap however quick it is', () => {
    const squares = squaresOf(800, 600)
    const along = squaresAlong(squares, [0.1, 0.5], [0.9, 0.5])
    const row = Math.floor(0.5 * squares.rows)
    for (
      let column = Math.ceil(0.1 * squares.columns);
      column < Math.floor(0.9 * squares.columns);
      column += 1
    )
      expect(along).toContain(row * squares.columns + column)
    expect(squaresAt(squares, 0, 0).length).toBe(4)
    expect(squaresAt(squares, 2, 2)).toEqual([])
  })

  it('a large square is its small ones, and the large ones are the whole picture', () => {
    const squares = squaresOf(800, 600)
    const all = new Set<number>()
    for (let row = 0; row < squares.rows / SPLIT; row += 1)
      for (let column = 0; column < squares.columns / SPLIT; column += 1)
        for (const one of squaresIn(squares, row, column)) all.add(one)
    expect(all.size).toBe(squares.columns * squares.rows)
  })
})

describe('the words of a page while they are put right', () => {
  it('come back as they were where nobody changed them', () => {
    expect(contentOf(PAGE, filledOf(PAGE))).toEqual(PAGE)
  })

  it('lose empty lines and spaces at the ends, and nothing else', () => {
    const filled = { ...filledOf(PAGE), title: ' 灯亮了 ', lines: '一\n\n 二 ' }
    expect(contentOf(PAGE, filled)).toEqual(PAGE)
  })

  it('a covered picture stands where the other stood, and has to be looked at again', () => {
    const next = withPicture(PAGE, 'b'.repeat(64), 'd'.repeat(64))
    expect([next.before, next.pictures]).toEqual(['d'.repeat(64), PAGE.pictures])
    expect(unlooked(next, ['b'.repeat(64), 'c'.repeat(64)])).toEqual(['d'.repeat(64)])
  })
})
