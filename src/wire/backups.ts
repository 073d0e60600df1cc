import { object, pipe, regex, string } from 'valibot'

/** A backup as the office sees it. Instants are the server's. */
export interface BackupRow {
  readonly name: string
  readonly madeAt: string
  /** Only who has the key opens it; the key is not on the server. */
  readonly sealed: boolean
  readonly changes: number
  readonly photos: number
  /** When it was put back for trial last. */
  readonly triedAt?: string
}

/** GET /api/backups: those in the server's own folder for them, newest first. */
export interface BackupsReply {
  readonly backups: readonly BackupRow[]
  /** They lie on another disk than what they are a copy of. */
  readonly apart: boolean
  /** Bytes left where the data lie, and where the backups do. */
  readonly left: { readonly data: number; readonly backups: number }
  /** A demonstration is not backed up. */
  readonly off: boolean
}

/** POST /api/backups, `{}` → BackupRow. */
export const backUpSchema = object({})

/** POST /api/backups/try → BackupRow: put back for trial, beside the present database. */
export const tryBackupSchema = object({ name: pipe(string(), regex(/^linbian-[\dTZ-]{20}$/)) })
