import { join } from 'node:path'

/** Where a server keeps what it keeps. */
export interface Place {
  /** Keys, journal and photos, and the database file where no other database is named. */
  readonly dataDir: string
  /** A PostgreSQL. */
  readonly databaseUrl?: string | undefined
}

export function databaseIn(dataDir: string): string {
  return join(dataDir, 'linbian.sqlite')
}
