import type { Parameters } from 'fast-check'

/** `MODEL_RUNS=20` runs every property twenty times as often as in the suite. */
const FACTOR = Number(process.env['MODEL_RUNS'] ?? '1')
/** `SEED=…` takes the seed that a failure printed. */
const SEED = process.env['SEED']

/** How often a property runs. On failure fast-check prints seed, path and the shrunk example. */
export function runs<T>(usual: number, kept: readonly T[] = []): Parameters<T> {
  return {
    numRuns: Math.max(1, Math.round(usual * FACTOR)),
    examples: [...kept],
    ...(SEED !== undefined && { seed: Number(SEED) }),
  }
}
