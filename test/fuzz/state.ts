import { createHash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Watch } from './engine.ts'

/** The places where a server keeps something. */
export const PARTS = ['database', 'journal', 'photos', 'uploads', 'keys'] as const
export type Part = (typeof PARTS)[number]
export type State = Readonly<Record<Part, string>>

export interface Held {
  /** Cheap: another text for each part in which something was written. */
  state(): Promise<State>
  /** All of the database, read and hashed: proves that the cheap look misses nothing. */
  digest(): Promise<string>
  rows: Watch['rows']
}

export async function heldBy(watch: Watch, folder: string): Promise<Held> {
  return {
    rows: watch.rows,
    async state() {
      const [database, ...files] = await Promise.all([
        watch.version(),
        ...PARTS.slice(1).map((part) => filesIn(join(folder, part))),
      ])
      return Object.fromEntries(
        PARTS.map((part, index) => [part, index === 0 ? database : files[index - 1]]),
      ) as State
    },
    async digest() {
      const hash = createHash('sha256')
      for await (const { table, row } of watch.rows()) hash.update(`${table} ${JSON.stringify(row)}\n`)
      return hash.digest('hex')
    },
  }
}

/** Names, sizes and times of change, also in folders below. */
async function filesIn(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.new'))
  const told = await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const found = await stat(join(parentPath, name)).catch(() => undefined)
      return `${parentPath}/${name} ${found?.size} ${found?.mtimeMs}`
    }),
  )
  return told.toSorted().join('\n')
}

export function changedParts(before: State, after: State): readonly Part[] {
  return PARTS.filter((part) => before[part] !== after[part])
}
