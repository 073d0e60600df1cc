import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Ask } from './ask.ts'

/** A request that once broke something. It is sent again for ever. */
export interface Kept {
  /** What it broke, as a sentence. */
  readonly was: string
  readonly ask: Ask
  /** What it is answered now. */
  readonly status: number
}

export function readCorpus(folder: string): readonly (Kept & { readonly file: string })[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((file) => ({ file, ...(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Kept) }))
}
