import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Epoch } from '#domain/ids.ts'
import { writeWhole } from './files.ts'

/**
 * Word, beside the database, that an older copy was put in its place. A restore leaves it for the next start; a start that
 * finds out by itself leaves it too, until all that follows from it is done: another life, and the journal played again.
 */
export interface PutBack {
  /** Files are still being changed over; nobody may start on them. */
  readonly unfinished?: true
  /** The last life of the log that was known here; empty where none was. */
  readonly latest: Epoch
}

/** Where the word lies in a data folder. */
export function wordIn(dataDir: string): string {
  return join(dataDir, 'journal', 'put-back.json')
}

export async function readPutBack(path: string): Promise<PutBack | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  return text === undefined ? undefined : (JSON.parse(text) as PutBack)
}

export function writePutBack(path: string, word: PutBack): Promise<void> {
  return writeWhole(path, JSON.stringify(word))
}

export async function removePutBack(path: string): Promise<void> {
  await rm(path, { force: true })
}
