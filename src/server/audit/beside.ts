import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { TenantId } from '#domain/ids.ts'
import { writeWhole } from '#server/backup/files.ts'

/** A line of a chain: its number and hash. */
export interface Beside {
  readonly n: number
  readonly hash: string
}

/** The last line of each compound's chain, as it was noted outside the database. */
export type Heads = Readonly<Record<TenantId, Beside>>

/**
 * Read before every check: who cuts the end off a chain and sets its head back cannot do it here too. A note that cannot be
 * read is none: the chain itself is still checked.
 */
export async function readHeads(path: string): Promise<Heads> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}'
    throw error
  })
  try {
    return JSON.parse(text) as Heads
  } catch {
    return {}
  }
}

export function writeHeads(path: string, heads: Heads): Promise<void> {
  return writeWhole(path, JSON.stringify(heads), `${path}.${randomUUID()}`)
}
