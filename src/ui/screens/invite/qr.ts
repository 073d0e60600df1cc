import { encode } from 'uqr'

export interface QrPath {
  /** Modules along a side, quiet zone included. */
  readonly size: number
  /** One SVG path of all dark modules, runs of a row joined. */
  readonly path: string
}

/** The quiet zone that scanners ask for. */
const QUIET = 4

export function qrPath(text: string): QrPath {
  const { data } = encode(text, { ecc: 'M', border: 0 })
  const runs = data.flatMap((row, y) => {
    const found: string[] = []
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue
      const start = x
      while (row[x + 1]) x++
      found.push(`M${start + QUIET} ${y + QUIET}h${x - start + 1}v1h-${x - start + 1}z`)
    }
    return found
  })
  return { size: data.length + 2 * QUIET, path: runs.join('') }
}
