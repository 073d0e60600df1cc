import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { askPostgres, startPostgres } from './aPostgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the run's PostgreSQL is asked for; it starts when the first test asks. */
    readonly postgres: string
  }
}

/**
 * One PostgreSQL for a whole run of tests, and none for a run that needs none. `/` tells its address, `/take` the address
 * of a database without a row, which `/give/<name>` gives back: making one takes longer than most tests.
 */
export default async function postgresOnce(project: TestProject): Promise<() => Promise<void>> {
  let started = process.env['ENGINE'] === 'postgres' ? startPostgres() : undefined
  await started
  let made = 0
  const idle: string[] = []

  const take = async (at: string) => {
    const known = idle.pop()
    if (known !== undefined) return known
    made += 1
    const url = `${at}/pool_${made}`
    await askPostgres(at, `create database pool_${made} template template0`)
    return url
  }
  const answered = async (path: string) => {
    const { at } = await (started ??= startPostgres())
    if (path === '/take') return take(at)
    if (path.startsWith('/give/')) {
      const url = `${at}/${path.slice('/give/'.length)}`
      // One that a test has left without its tables is not given to the next.
      if (await emptied(url)) idle.push(url)
    }
    return at
  }
  const door = createServer((asked, answer) => {
    answered(asked.url ?? '/').then(
      (said) => answer.end(said),
      (error: unknown) => answer.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  project.provide('postgres', `http://127.0.0.1:${(door.address() as AddressInfo).port}`)
  return async () => {
    door.closeAllConnections()
    door.close()
    await (await started)?.stop()
  }
}

/** Ends whoever is still connected and deletes every row; the tables stay, and what says how they were made. Answers whether they are there. */
async function emptied(url: string): Promise<boolean> {
  const client = new Client(url)
  await client.connect()
  try {
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    )
    await client.query(
      `do $$ declare name text; begin
         for name in select table_name from information_schema.tables
           where table_schema = 'public' and table_name not like '%migrations%'
         loop execute format('delete from %I', name); end loop;
       end $$`,
    )
    const { rows } = await client.query<{ whole: boolean }>(
      `select to_regclass('public.invitations') is not null and to_regclass('public.records') is not null as whole`,
    )
    return rows[0]?.whole === true
  } finally {
    await client.end()
  }
}
