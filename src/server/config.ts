import { ok, type Result, refused } from '#domain/result.ts'

/** How a server is started. Read in `main.ts`, and nowhere else. */
export interface Config {
  readonly port: number
  /** The address to listen on; absent: all of them, so that phones on the same network reach it. */
  readonly host?: string
  readonly dataDir: string
  /** The public address, without a slash at its end. */
  readonly origin?: string
  readonly tls?: { readonly cert: string; readonly key: string }
  readonly demo: boolean
  /** The operator's word that an older copy of the database may be opened. */
  readonly restore: boolean
  readonly logLevel: string
}

/** Each has its sentence in `sentences.ts`. */
export type ConfigRefusal =
  | 'portInvalid'
  | 'originInvalid'
  | 'tlsHalf'
  | 'postgres'
  | 'databaseUrl'
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
  if (database !== undefined) return refused(/^postgres(ql)?:/.test(database) ? 'postgres' : 'databaseUrl')

  const port = Number(given('PORT') ?? PORT)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return refused('portInvalid')

  const origin = given('ORIGIN') === undefined ? undefined : originOf(given('ORIGIN') as string)
  if (given('ORIGIN') !== undefined && origin === undefined) return refused('originInvalid')

  const cert = given('TLS_CERT')
  const key = given('TLS_KEY')
  if ((cert === undefined) !== (key === undefined)) return refused('tlsHalf')

  return ok({
    port,
    // A demonstration has a folder of its own and never touches the real data.
    dataDir: `${given('DATA_DIR') ?? './data'}${demo ? '-demo' : ''}`,
    ...(given('HOST') !== undefined && { host: given('HOST') as string }),
    ...(origin !== undefined && { origin }),
    ...(cert !== undefined && key !== undefined && { tls: { cert, key } }),
    demo,
    restore: given('RESTORE') === 'older-backup',
    logLevel: given('LOG_LEVEL') ?? 'error',
  })
}

function originOf(text: string): string | undefined {
  try {
    const url = new URL(text)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.origin : undefined
  } catch {
    return undefined
  }
}
