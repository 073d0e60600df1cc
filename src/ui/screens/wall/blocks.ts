/** A picture in squares: twenty-five small ones, which a finger covers, make a large one, which a key covers. */
export interface Squares {
  readonly columns: number
  readonly rows: number
}

/** Small squares along a large one. */
export const SPLIT = 5
/** Large ones beside each other: each is still wide enough for a thumb on the narrowest phone. */
const COARSE_COLUMNS = 5

export function squaresOf(width: number, height: number): Squares {
  const columns = COARSE_COLUMNS * SPLIT
  const coarseRows = Math.max(1, Math.round(height / (width / COARSE_COLUMNS)))
  return { columns, rows: coarseRows * SPLIT }
}

/** The small squares around a point (both 0 to 1 of the picture): as broad as a finger. */
export function squaresAt({ columns, rows }: Squares, x: number, y: number): readonly number[] {
  const [column, row] = [Math.floor(x * columns), Math.floor(y * rows)]
  const found: number[] = []
  for (let r = row - 1; r <= row + 1; r += 1)
    for (let c = column - 1; c <= column + 1; c += 1)
      if (r >= 0 && r < rows && c >= 0 && c < columns) found.push(r * columns + c)
  return found
}

/** The squares on the way between two points: a quick finger leaves no gaps. */
export function squaresAlong(
  squares: Squares,
  from: readonly [x: number, y: number],
  to: readonly [x: number, y: number],
): readonly number[] {
  const steps = Math.max(
    1,
    Math.ceil(Math.hypot((to[0] - from[0]) * squares.columns, (to[1] - from[1]) * squares.rows)),
  )
  const found = new Set<number>()
  for (let step = 0; step <= steps; step += 1) {
    const part = step / steps
    for (const one of squaresAt(
      squares,
      from[0] + (to[0] - from[0]) * part,
      from[1] + (to[1] - from[1]) * part,
    ))
      found.add(one)
  }
  return [...found]
}

/** The small squares of a large one. */
export function squaresIn({ columns }: Squares, coarseRow: number, coarseColumn: number): readonly number[] {
  return Array.from({ length: SPLIT * SPLIT }, (_, index) => {
    const row = coarseRow * SPLIT + Math.floor(index / SPLIT)
    return row * columns + coarseColumn * SPLIT + (index % SPLIT)
  })
}

type Drawing = Pick<CanvasRenderingContext2D, 'fillRect'> & { fillStyle: unknown }

/**
 * Draws over the covered squares. What comes there hangs on which squares they are and on nothing that was below them: no
 * sharpening brings anything back, for there is nothing left.
 */
export function cover(
  drawing: Drawing,
  { columns, rows }: Squares,
  covered: ReadonlySet<number>,
  width: number,
  height: number,
): void {
  for (const square of covered) {
    const [row, column] = [Math.floor(square / columns), square % columns]
    const [left, top] = [Math.floor((column * width) / columns), Math.floor((row * height) / rows)]
    const [right, bottom] = [
      Math.ceil(((column + 1) * width) / columns),
      Math.ceil(((row + 1) * height) / rows),
    ]
    drawing.fillStyle = SHADES[(row * 7 + column * 3) % SHADES.length]
    drawing.fillRect(left, top, right - left, bottom - top)
  }
}

/** Plainly covered, and no hole in the picture. */
const SHADES = ['#8a8088', '#968c94', '#7e747c', '#a0969e'] as const
