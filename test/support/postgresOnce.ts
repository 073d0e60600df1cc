import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'
import { startPostgres } from './aPostgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the address of the run's PostgreSQL is told; it starts when the first test asks. */
    readonly postgres: string
  }
}

/** One PostgreSQL for a whole run of tests, and none for a run that needs none. */
export default async function postgresOnce(project: TestProject): Promise<() => Promise<void>> {
  let started = process.env['ENGINE'] === 'postgres' ? startPostgres() : undefined
  await started
  const door = createServer((_, answer) => {
    started ??= startPostgres()
    started.then(
      ({ at }) => answer.end(at),
      (error: unknown) => answer.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  project.provide('postgres', `http://127.0.0.1:${(door.address() as AddressInfo).port}`)
  return async () => {
    door.close()
    await (await started)?.stop()
  }
}
