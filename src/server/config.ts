import { resolve } from 'node:path'
import { ok, type Result, refused } from '#domain/result.ts'

/** How a server is started. Read in `main.ts`, and nowhere else. */
export interface Config {
  readonly port: number
  /** The address to listen on; absent: all of them, so that phones on the same network reach it. */
  readonly host?: string
  readonly dataDir: string
  /** A PostgreSQL; absent: the embedded SQLite, in the data folder. */
  readonly databaseUrl?: string
  /** The public address, without a slash at its end. */
  readonly origin?: string
  readonly tls?: { readonly cert: string; readonly key: string }
  readonly demo: boolean
  /** Where backups go when no other folder is named. */
  readonly backupDir: string
  /** The public keys (`age1…`) of those who may open a backup; none: whoever has it may. */
  readonly sealTo: readonly string[]
  /** The operator's word that an older copy of the database may be opened. */
  readonly restore: boolean
  readonly logLevel: string
}

/** Each has its sentence in `sentences.ts`. */
export type ConfigRefusal =
  | 'portInvalid'
  | 'originInvalid'
  | 'tlsHalf'
  | 'databaseUrl' // not the address of a PostgreSQL
  | 'demoDatabase' // whoever enters a demonstration enters without being asked who they are
  | 'option'

const PORT = 8737
const OPTIONS = ['--demo']

/** Reads the environment and the command line. Empty values count as absent. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  args: readonly string[],
): Result<Config, ConfigRefusal> {
  const given = (name: string) => env[name]?.trim() || undefined
  if (args.some((one) => !OPTIONS.includes(one))) return refused('option')
  const demo = args.includes('--demo')

  const database = given('DATABASE_URL')
  if (database !== undefined && !isPostgres(database)) return refused('databaseUrl')
  if (database !== undefined && demo) return refused('demoDatabase')

  const port = Number(given('PORT') ?? PORT)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return refused('portInvalid')

  const origin = given('ORIGIN') === undefined ? undefined : originOf(given('ORIGIN') as string)
  if (given('ORIGIN') !== undefined && origin === undefined) return refused('originInvalid')

  const cert = given('TLS_CERT')
  const key = given('TLS_KEY')
  if ((cert === undefined) !== (key === undefined)) return refused('tlsHalf')

  // A demonstration has a folder of its own and never touches the real data.
  const dataDir = `${given('DATA_DIR') ?? './data'}${demo ? '-demo' : ''}`
  return ok({
    port,
    dataDir,
    backupDir: given('BACKUP_DIR') ?? `${resolve(dataDir)}-backups`,
    ...(database !== undefined && { databaseUrl: database }),
    ...(given('HOST') !== undefined && { host: given('HOST') as string }),
    ...(origin !== undefined && { origin }),
    ...(cert !== undefined && key !== undefined && { tls: { cert, key } }),
    demo,
    sealTo: (given('BACKUP_SEAL_TO') ?? '').split(/[\s,]+/).filter((one) => one !== ''),
    restore: given('RESTORE') === 'older-backup',
    logLevel: given('LOG_LEVEL') ?? 'error',
  })
}

function isPostgres(text: string): boolean {
  try {
    const { protocol, pathname } = new URL(text)
    return ['postgres:', 'postgresql:'].includes(protocol) && pathname.length > 1
  } catch {
    return false
  }
}

function originOf(text: string): string | undefined {
  try {
    const url = new URL(text)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.origin : undefined
  } catch {
    return undefined
  }
}
