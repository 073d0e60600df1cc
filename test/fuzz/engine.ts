import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import type { Epoch } from '#domain/ids.ts'
import { openStore, type Store } from '#server/store.ts'

/** Looks at a database from outside, while a server works on it. */
export interface Watch {
  /** Becomes another when something was committed; nothing is read for it. */
  version(): Promise<string>
  /** The rows of each table, one after the other: a database is larger than what is looked at of it at once. */
  rows(): AsyncIterable<{ readonly table: string; readonly row: Readonly<Record<string, unknown>> }>
}

export interface Opened {
  readonly store: Store
  readonly watch: Watch
  close(): Promise<void>
}

export interface Engine {
  readonly name: 'sqlite' | 'postgres'
  open(folder: string, startEpoch: () => Epoch): Promise<Opened>
}

export const sqlite: Engine = {
  name: 'sqlite',
  async open(folder, startEpoch) {
    const store = await openStore({ dataDir: folder }, startEpoch)
    if (!store.ok) throw new Error(store.refused)
    const eye = new DatabaseSync(join(folder, 'linbian.sqlite'), { readOnly: true })
    const read = (sql: string) => eye.prepare(sql).all() as Record<string, unknown>[]
    return {
      store: store.value,
      watch: {
        version: async () => String(Object.values(read('pragma data_version')[0] ?? {})[0]),
        async *rows() {
          const tables = read(
            `select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'`,
          )
          for (const { name } of tables) {
            const table = name as string
            for (const row of eye.prepare(`select * from "${table}"`).iterate())
              yield { table, row: row as Record<string, unknown> }
          }
        },
      },
      async close() {
        eye.close()
        await store.value.close()
      },
    }
  },
}
