import type { Fate } from './run.ts'

/** What became of a bug, in two lines. */
export function told({ name, caughtBy, caught, found, broken, seed, seeds, milliseconds }: Fate): string {
  const where = seed === undefined ? caughtBy : `seed ${seed}`
  const how = broken ?? found ?? (seeds === undefined ? 'its tests pass' : `nothing found in ${seeds} seeds`)
  return `${caught ? 'caught    ' : 'NOT CAUGHT'} ${name}\n           ${how} (${where}, ${(milliseconds / 1000).toFixed(1)} s)`
}
