import type { Visit } from '#domain/signedRequest.ts'

/*
 * Whether a device is there twice. The server counts its visits; for each number the device makes a mark by chance, keeps it
 * beside the number, and shows both. A copy of the whole device has the same number and the same mark; but from the next number
 * on each of the two makes marks of its own, and the server sees two marks for one number.
 *
 * No honest device is taken for two. An answer that was lost, a page that is behind, a crash that took the last number away:
 * all show an older number, and are told the present one. A database that was put back is behind itself and goes on from
 * what the device shows.
 */

/** As it is kept with the device. `mark` is that of visit `n - 1`; `n` is waited for. */
interface Counted {
  readonly n: number
  readonly mark: string
  /** When `n` was begun, in milliseconds. */
  readonly at: number
}

export type Visited =
  /** `next`: how it is kept from now on; undefined: as it is. `n`: what the device is told. */
  | { readonly is: 'one'; readonly n: number; readonly next?: string }
  | { readonly is: 'two'; readonly n: number }

/** A number counts for so long, in milliseconds: each next one is a write to the disk. */
const LASTS = 60_000

export function visited(kept: string | undefined, { n, mark }: Visit, now: number): Visited {
  const counted = kept === undefined ? undefined : (JSON.parse(kept) as Counted)
  if (!counted || n > counted.n || (n === counted.n && now - counted.at >= LASTS))
    return { is: 'one', n: n + 1, next: JSON.stringify({ n: n + 1, mark, at: now } satisfies Counted) }
  if (n === counted.n - 1 && mark !== counted.mark) return { is: 'two', n: counted.n }
  return { is: 'one', n: counted.n }
}
