import { Client } from 'pg'
import type { Epoch } from '#domain/ids.ts'
import { openStore } from '#server/store.ts'
import { askPostgres, type Postgres, startPostgres } from '#test/support/aPostgres.ts'
import type { Engine, Watch } from './engine.ts'

/** Small tables row by row, large ones by how many and how far: what is only added to, or raises a number when it changes. */
const VERSION = `select concat_ws('|',
  (select concat(count(*), ' ', max(seq), ' ', sum(waits)) from log),
  (select concat(count(*), ' ', sum(seq)) from records),
  (select count(*) from receipts),
  ${[
    'tenants',
    'numbers',
    'moves',
    'meta',
    'compounds',
    'persons',
    'devices',
    'device_people',
    'sessions',
    'invitations',
    'attempts',
    'knocks',
  ]
    .map((table) => `(select md5(string_agg(t::text, ',' order by t::text)) from ${table} t)`)
    .join(',\n  ')}) as version`

/** A PostgreSQL of its own. */
export async function aPostgresEngine(): Promise<Engine & Pick<Postgres, 'stop'>> {
  const running = await startPostgres()
  return { ...postgresOn(running.at), stop: () => running.stop() }
}

/** On a PostgreSQL that runs, with a database for each server. */
export function postgresOn(at: string): Engine {
  let made = 0
  return {
    name: 'postgres',
    async open(folder, startEpoch: () => Epoch) {
      const name = `fuzz_${process.pid}_${(made += 1)}`
      await askPostgres(at, `create database ${name} template template0`)
      const databaseUrl = `${at}/${name}`
      const store = await openStore({ dataDir: folder, databaseUrl }, startEpoch)
      if (!store.ok) throw new Error(store.refused)
      const eye = new Client(databaseUrl)
      await eye.connect()
      return {
        store: store.value,
        watch: watchOf(eye),
        async close() {
          await eye.end()
          await store.value.close()
          await askPostgres(at, `drop database ${name} with (force)`)
        },
      }
    },
  }
}

function watchOf(eye: Client): Watch {
  return {
    version: async () => String((await eye.query<{ version: string }>(VERSION)).rows[0]?.version),
    async *rows() {
      const tables = await eye.query<{ name: string }>(
        `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
      )
      for (const { name: table } of tables.rows)
        for (const row of (await eye.query<Record<string, unknown>>(`select * from "${table}"`)).rows)
          yield { table, row }
    },
  }
}
