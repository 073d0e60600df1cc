import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { array, number, object, optional, picklist, record, safeParse, string } from 'valibot'
import { ok, type Result, refused } from '#domain/result.ts'
import { hashOf } from './files.ts'
import { isKnown, type Steps, TABLE_NAMES } from './tables.ts'

/** Of one that whoever has it can read, and of one whose files are sealed. */
const FORMATS = [1, 2] as const
export const MANIFEST = 'manifest.json'
/** Ends the name of a backup that is not whole yet. */
export const PART = '.part'

/** What stands in a backup, written last: a folder without it is no backup. */
export interface Manifest {
  readonly format: (typeof FORMATS)[number]
  /** Of the product that made it. */
  readonly version: string
  /** When its snapshot was taken, ISO instant. */
  readonly madeAt: string
  readonly epoch: string
  /** Names the keys that it holds. */
  readonly key: string
  readonly compounds: readonly { readonly tenant: string; readonly name: string; readonly head: number }[]
  readonly steps: Steps
  /** Rows of each table. */
  readonly tables: Readonly<Record<string, number>>
  /** The public keys (`age1…`) of those who open its files; absent: whoever has it reads it. */
  readonly sealedTo?: readonly string[] | undefined
  /** SHA-256, hex, of every file by its path in the backup. */
  readonly files: Readonly<Record<string, string>>
}

export type ManifestRefusal =
  | 'noBackup' // nothing is there, or something else
  | 'backupIncomplete' // it was never finished, or files are missing
  | 'backupDamaged' // a file is not what it was
  | 'newerBackup' // a newer version made it

const schema = object({
  format: picklist(FORMATS),
  version: string(),
  madeAt: string(),
  epoch: string(),
  key: string(),
  compounds: array(object({ tenant: string(), name: string(), head: number() })),
  steps: object({
    log_migrations: array(string()),
    people_migrations: array(string()),
    // Backups from before there was a trail have none.
    audit_migrations: optional(array(string()), []),
  }),
  tables: record(string(), number()),
  sealedTo: optional(array(string())),
  files: record(string(), string()),
})

/** A version that knows of no seals does not take one for its own. */
export function formatOf(sealedTo: readonly string[]): Pick<Manifest, 'format' | 'sealedTo'> {
  return sealedTo.length > 0 ? { format: 2, sealedTo } : { format: 1 }
}

/** Written with a digest of itself: a manifest that was changed is told like any other file. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const text = JSON.stringify({ ...manifest, sha256: digest(manifest) }, undefined, 1)
  await writeFile(join(folder, MANIFEST), text, { mode: 0o600 })
}

export async function readManifest(folder: string): Promise<Result<Manifest, ManifestRefusal>> {
  if (folder.endsWith(PART)) return refused('backupIncomplete')
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => undefined)
  if (text === undefined) return refused('noBackup')
  let told: unknown
  try {
    told = JSON.parse(text)
  } catch {
    return refused('backupDamaged')
  }
  const { sha256, ...body } = (told ?? {}) as Record<string, unknown>
  if (typeof body['format'] === 'number' && body['format'] > FORMATS[1]) return refused('newerBackup')
  if (sha256 !== digest(body)) return refused('backupDamaged')
  const parsed = safeParse(schema, body)
  if (!parsed.success) return refused('backupDamaged')
  const { steps, tables } = parsed.output
  const known = isKnown(steps) && Object.keys(tables).every((name) => TABLE_NAMES.includes(name as never))
  return known ? ok(parsed.output) : refused('newerBackup')
}

/** Reads every file of a backup: each is there, and is what it was. */
export async function proven(
  folder: string,
  manifest: Manifest,
): Promise<Result<undefined, ManifestRefusal>> {
  let damaged = false
  for (const [path, sha256] of Object.entries(manifest.files)) {
    const found = await hashOf(join(folder, path))
    if (found === undefined) return refused('backupIncomplete')
    if (found !== sha256) damaged = true
  }
  return damaged ? refused('backupDamaged') : ok(undefined)
}

function digest(body: object): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('hex')
}
